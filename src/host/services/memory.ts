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
export function cacheService(world: Environment): CacheService {
  const counted = (keys: readonly string[]): void => {
    world.calls.count('cache');
    if (keys.some((key) => key === '' || key.length > LIMITS.cacheKey)) throw new GoogleError('Invalid argument: key');
  };
  const cache: Cache = service({
    getAll: (keys) => {
      counted(keys);
      return Object.fromEntries(keys.flatMap((key) => heldEntry(world, key)));
    },
    putAll: (values, seconds) => {
      counted(Object.keys(values));
      const until = instantOf(world) + Math.min(seconds, LIMITS.cacheSeconds) * 1000;
      for (const [key, given] of Object.entries(values)) {
        const value = String(given);
        if (Buffer.byteLength(value) > LIMITS.cacheValue) throw new GoogleError('Argument too large: value');
        world.cache.set(key, { value, until });
      }
      if (world.cache.size > LIMITS.cacheItems)
        for (const key of [...world.cache.keys()].slice(0, EVICTED)) world.cache.delete(key);
    },
    removeAll: (keys) => {
      counted(keys);
      for (const key of keys) world.cache.delete(key);
    },
  });
  return service({ getScriptCache: () => cache });
}

const instantOf = (world: Environment): number => instantOfMoment(world.now(), SCRIPT_ZONE).getTime() + world.clock.elapsed();

function heldEntry(world: Environment, key: string): [string, string][] {
  const held = world.cache.get(key);
  return held !== undefined && held.until > instantOf(world) ? [[key, held.value]] : [];
}

/** `PropertiesService`: strings in the sidecar, 9 kB each. */
export function propertiesService(world: Environment): PropertiesService {
  const held = world.sidecar.properties;
  const properties: Properties = service({
    getProperty: (key) => {
      world.calls.count('properties');
      return Object.hasOwn(held, key) ? (held[key] ?? null) : null;
    },
    setProperty: (key, given) => {
      world.calls.count('properties');
      const value = String(given);
      if (Buffer.byteLength(value) > LIMITS.property || bytesOf({ ...held, [key]: value }) > LIMITS.store) {
        throw new GoogleError('You have exceeded the property storage quota. Please remove some properties and try again.');
      }
      held[key] = value;
      return properties;
    },
    deleteProperty: (key) => {
      world.calls.count('properties');
      delete held[key];
      return properties;
    },
  });
  return service({ getDocumentProperties: () => (world.bound ? properties : null) });
}

const bytesOf = (held: Readonly<Record<string, string>>): number =>
  Object.entries(held).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);

/**
 * `LockService`: an execution that finds the lock taken waits in vain, because nothing goes on beside it here. The end of
 * the holder's execution frees the lock (`session.ts`), and so does a dialog (`ui.ts`).
 */
export function lockService(world: Environment): LockService {
  const lock: Lock = service({
    tryLock: (milliseconds) => {
      world.calls.count('lock');
      if (!(milliseconds >= 0)) throw new GoogleError('Invalid argument: timeoutInMillis');
      if (world.lock.heldByAnother || (world.lock.holder ?? world) !== world) {
        world.clock.spend(milliseconds);
        return false;
      }
      world.lock.holder = world;
      return true;
    },
    releaseLock: () => {
      world.calls.count('lock');
      if (world.lock.holder === world) world.lock.holder = null;
    },
  });
  return service({ getScriptLock: () => lock });
}
