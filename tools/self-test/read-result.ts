import { readFileSync } from 'node:fs';
import type { SelfTestResult } from '../../src/google/self-test/run.ts';
import { Unusable } from '../../src/host/core/unusable.ts';

/** The file of a self-test. Throws `Unusable` when it is not one. */
export function readResult(text: string, path: string): SelfTestResult {
  const held = parsed(text);
  if (!isResult(held)) throw new Unusable(`${path}: not the file of a self-test`);
  return held;
}

/** The text of a file. Throws `Unusable` when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Unusable(`${path}: cannot be read`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isResult(held: unknown): held is SelfTestResult {
  if (typeof held !== 'object' || held === null || !('observed' in held) || !('locale' in held)) return false;
  return typeof held.observed === 'object' && held.observed !== null && !Array.isArray(held.observed);
}
