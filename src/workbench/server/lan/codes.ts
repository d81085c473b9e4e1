import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isToken } from '../guard.ts';

/** Letters and figures that nobody mistakes for each other when a code is read out or typed. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 20;

/** The codes by which people come in from the office's network; kept as sums alone, so that the file lets nobody in. */
export type Codes = {
  /** Whose code this is; `null`: nobody's. */
  personOf(code: string | null): string | null;
  /** The codes that were just made, by person: told once and known to nobody afterwards. */
  readonly fresh: ReadonlyMap<string, string>;
};

/** Reads the sums beside the workbook, makes codes for who has none yet, and forgets who is no longer among the people. */
export function codesFor(file: string, people: readonly string[]): Codes {
  const known = readSums(file);
  const fresh = new Map<string, string>();
  const sums = new Map<string, string>();
  for (const person of people) {
    const code = newCode();
    const kept = known.get(person);
    if (kept === undefined) fresh.set(person, code);
    sums.set(person, kept ?? sumOf(code));
  }
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sums), null, 1)}\n`, { mode: 0o600 });
  return {
    fresh,
    personOf: (code) => {
      if (code === null || code.length !== LENGTH) return null;
      const sum = sumOf(code);
      // All are compared, so that the time tells nothing.
      return [...sums].filter(([, kept]) => isToken(kept, sum)).map(([person]) => person)[0] ?? null;
    },
  };
}

function newCode(): string {
  return [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

function sumOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

function readSums(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  try {
    const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = typeof held === 'object' && held !== null ? Object.entries(held) : [];
    return new Map(entries.filter((entry): entry is [string, string] => /^[0-9a-f]{64}$/u.test(String(entry[1]))));
  } catch {
    return new Map();
  }
}
