import { readFileSync } from 'node:fs';
import { type Day, parseDay } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import type { UnitLine } from '../../domain/province/units.ts';
import { Unusable } from '../../host/core/unusable.ts';
import { readCsv } from '../../words/core/csv.ts';
import { readDay } from '../../words/core/day.ts';
import { FILE_SENTENCES } from '../../words/host/local.ts';
import { GATHER_SENTENCES } from '../../words/province/say-gather.ts';

/** The province's list of units: a CSV with commas or semicolons, a head line, then code, name, from, until, into. */
export function unitsIn(path: string | null): UnitLine[] {
  if (path === null) return [];
  const [, ...lines] = readCsv(textOf(path))
    .map((cells, at) => ({ cells: cells.map(tidy), at: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return lines.map(({ cells, at }) => lineOf(cells) ?? refuse(path, at));
}

function refuse(path: string, line: number): never {
  throw new Unusable(GATHER_SENTENCES.units(path, line));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
    throw new Unusable(code === 'ENOENT' ? FILE_SENTENCES.missing(path) : FILE_SENTENCES.notReadable(path, code));
  }
}

function lineOf(cells: readonly string[]): UnitLine | null {
  const [code = '', name = '', from = '', until = '', into = ''] = cells;
  const [start, end] = [dayIn(from), dayIn(until)];
  if (code === '' || name === '' || start === undefined || end === undefined) return null;
  return { code, name, from: start, until: end, into };
}

/** `undefined`: something stands there that is no day. */
function dayIn(text: string): Day | null | undefined {
  return text === '' ? null : (readDay(text) ?? parseDay(text) ?? undefined);
}
