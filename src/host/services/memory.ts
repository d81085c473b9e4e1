import type { Cache, CacheService, Lock, LockService, Properties, PropertiesService } from '../../google/surface/services.ts';
import { SCRIPT_ZONE } from '../../xlsx/time-zone.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { instantOfMoment } from '../core/moment.ts';

const LIMITS = {
  cacheKey: 250,
  cacheValue: 102_400,
  cacheSeconds: 21_600,
  cacheItems: 1000,
  property: 9 * 1024,
  store: 500 * 1024,
};
/** So many of the oldest go when the cache is full. */
const EVICTED = 100;

/** `CacheService`, with the limits of docs/platform.md#quotas-and-limits; it may forget, and forgets when the host closes. */
export function cacheService(environment: Environment): CacheService {
  const counted = (keys: readonly string[]): void => {
    environment.calls.count('cache');
    if (keys.some((key) => key === '' || key.length > LIMITS.cacheKey)) throw new GoogleError('Invalid argument: key');
  };
  const cache: Cache = service({
    getAll: (keys) => {
      counted(keys);
      return Object.fromEntries(keys.flatMap((key) => heldEntry(environment, key)));
    },
    putAll: (values, seconds) => {
      counted(Object.keys(values));
      const until = instantOf(environment) + Math.min(seconds, LIMITS.cacheSeconds) * 1000;
      for (const [key, given] of Object.entries(values)) {
        const value = String(given);
        if (Buffer.byteLength(value) > LIMITS.cacheValue) throw new GoogleError('Argument too large: value');
        environment.cache.set(key, { value, until });
      }
      if (environment.cache.size > LIMITS.cacheItems)
        for (const key of [...environment.cache.keys()].slice(0, EVICTED)) environment.cache.delete(key);
    },
    removeAll: (keys) => {
      counted(keys);
      for (const key of keys) environment.cache.delete(key);
    },
  });
  return service({ getScriptCache: () => cache });
}

const instantOf = (environment: Environment): number =>
  instantOfMoment(environment.now(), SCRIPT_ZONE).getTime() + environment.clock.elapsed();

function heldEntry(environment: Environment, key: string): [string, string][] {
  const held = environment.cache.get(key);
  return held !== undefined && held.until > instantOf(environment) ? [[key, held.value]] : [];
}

/** `PropertiesService`: strings in the sidecar, 9 kB each. */
export function propertiesService(environment: Environment): PropertiesService {
  const held = environment.sidecar.properties;
  const properties: Properties = service({
    getProperty: (key) => {
      environment.calls.count('properties');
      return Object.hasOwn(held, key) ? (held[key] ?? null) : null;
    },
    setProperty: (key, given) => {
      environment.calls.count('properties');
      const value = String(given);
      if (Buffer.byteLength(value) > LIMITS.property || bytesOf({ ...held, [key]: value }) > LIMITS.store) {
        throw new GoogleError('You have exceeded the property storage quota. Please remove some properties and try again.');
      }
      held[key] = value;
      return properties;
    },
    deleteProperty: (key) => {
      environment.calls.count('properties');
      delete held[key];
      return properties;
    },
  });
  return service({ getDocumentProperties: () => (environment.bound ? properties : null) });
}

const bytesOf = (held: Readonly<Record<string, string>>): number =>
  Object.entries(held).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);

/**
 * `LockService`: an execution that finds the lock taken waits in vain, because nothing goes on beside it here. The end of
 * the holder's execution frees the lock (`session.ts`), and so does a dialog (`ui.ts`).
 */
export function lockService(environment: Environment): LockService {
  const lock: Lock = service({
    tryLock: (milliseconds) => {
      environment.calls.count('lock');
      if (!(milliseconds >= 0)) throw new GoogleError('Invalid argument: timeoutInMillis');
      if (environment.lock.heldByAnother || (environment.lock.holder ?? environment) !== environment) {
        environment.clock.spend(milliseconds);
        return false;
      }
      environment.lock.holder = environment;
      return true;
    },
    releaseLock: () => {
      environment.calls.count('lock');
      if (environment.lock.holder === environment) environment.lock.holder = null;
    },
  });
  return service({ getScriptLock: () => lock });
}
