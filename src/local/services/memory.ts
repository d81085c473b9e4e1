import type { Cache, CacheService, Lock, LockService, Properties, PropertiesService } from '../../google/surface/services.ts';
import { GoogleError } from '../google-error.ts';
import { service } from '../membrane.ts';
import { instantOfMoment } from '../moment.ts';
import { SCRIPT_ZONE } from '../time-zone.ts';
import type { World } from '../world.ts';

const LIMITS = { cacheKey: 250, cacheValue: 102_400, cacheSeconds: 21_600, property: 9 * 1024 };

/** `CacheService`, with the limits of platform.md §1; it may forget, and forgets when the host closes. */
export function cacheService(world: World): CacheService {
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
      for (const [key, value] of Object.entries(values)) {
        if (Buffer.byteLength(value) > LIMITS.cacheValue) throw new GoogleError('Argument too large: value');
        world.cache.set(key, { value, until });
      }
    },
    removeAll: (keys) => {
      counted(keys);
      for (const key of keys) world.cache.delete(key);
    },
  });
  return service({ getDocumentCache: () => cache });
}

const instantOf = (world: World): number => instantOfMoment(world.now(), SCRIPT_ZONE).getTime();

function heldEntry(world: World, key: string): [string, string][] {
  const held = world.cache.get(key);
  return held !== undefined && held.until > instantOf(world) ? [[key, held.value]] : [];
}

/** `PropertiesService`: strings in the sidecar, 9 kB each. */
export function propertiesService(world: World): PropertiesService {
  const held = world.sidecar.properties;
  const properties: Properties = service({
    getProperty: (key) => {
      world.calls.count('properties');
      return Object.hasOwn(held, key) ? (held[key] ?? null) : null;
    },
    setProperty: (key, value) => {
      world.calls.count('properties');
      if (Buffer.byteLength(value) > LIMITS.property) {
        throw new GoogleError('You have exceeded the property storage quota. Please remove some properties and try again.');
      }
      held[key] = String(value);
      return properties;
    },
    deleteProperty: (key) => {
      world.calls.count('properties');
      delete held[key];
      return properties;
    },
  });
  return service({ getDocumentProperties: () => properties });
}

/** `LockService`: one execution runs at a time here, so only another's lock, played by the host, can stand in the way. */
export function lockService(world: World): LockService {
  const lock: Lock = service({
    tryLock: () => {
      world.calls.count('lock');
      return !world.lock.heldByAnother;
    },
    releaseLock: () => world.calls.count('lock'),
  });
  return service({ getDocumentLock: () => lock });
}
