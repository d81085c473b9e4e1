import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { bundleCache } from '../core/dist.ts';

/** So many texts are kept compiled: the bundle, and those that a test made of it. */
const MOST_KEPT = 4;
const kept = new Map<string, Script>();

/**
 * The script compiled, once in a process for the same text. Each execution still runs it from the top in a realm of its own; only what
 * the engine made of the letters is shared. The bundle's own was made by the build (`build/Code.cache`): it opens with the sum of its
 * text, because the engine itself only compares lengths, and one made by another engine is refused there and compiled anew.
 */
export function compiled(source: string): Script {
  const known = kept.get(source) ?? compile(source);
  kept.delete(source);
  kept.set(source, known);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return known;
}

function compile(source: string): Script {
  const held = bundleCache();
  const sum = createHash('sha256').update(source).digest();
  const fits = held !== null && sum.equals(held.subarray(0, sum.length));
  return new Script(source, { filename: 'Code.js', ...(fits ? { cachedData: held.subarray(sum.length) } : {}) });
}
