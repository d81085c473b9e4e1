import type { CachePort } from '../../app/base/ports.ts';
import type { Cache, CacheService } from '../surface/services.ts';

/** Google refuses a value above 100 kB and forgets after at most six hours (platform.md §1). */
const MOST_BYTES = 100 * 1024;
const SECONDS = 21_600;

/** The document's cache; where there is none, or it fails, nothing is remembered and nothing breaks. */
export function googleCache(service: CacheService): CachePort {
  return {
    getAll: (keys) => {
      const held = withCache(service, (cache) => cache.getAll([...keys])) ?? {};
      return new Map(Object.entries(held));
    },
    putAll: (values) => {
      const fitting = [...values].filter(([, value]) => utf8Length(value) <= MOST_BYTES);
      if (fitting.length > 0) withCache(service, (cache) => cache.putAll(Object.fromEntries(fitting), SECONDS));
    },
    removeAll: (keys) => {
      withCache(service, (cache) => cache.removeAll([...keys]));
    },
  };
}

function withCache<T>(service: CacheService, work: (cache: Cache) => T): T | null {
  try {
    const cache = service.getDocumentCache();
    return cache === null ? null : work(cache);
  } catch {
    return null;
  }
}

/** Bytes of the text in UTF-8, counted here because the runtime has no TextEncoder (platform.md §4). */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
