import { parseDay } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import { readDay } from '../../words/core/day.ts';
import { PROGRESS_LABELS, TYPED_RESULT_LABELS } from '../../words/core/labels.ts';
import { readNumber } from '../../words/core/number.ts';
import type { CellValue } from './cell.ts';
import { isBlankCell, plainText } from './key.ts';
import type { CellKind, TabSpec } from './tab.ts';

/** Numbers of a percent format are compared as they read. */
const CERTAIN_DIGITS = 15;

/** What the cells of a column hold; those of the years are not in the description of the tab. */
export function kindOf({ columns }: TabSpec, field: string): CellKind {
  return columns[field]?.kind ?? 'level';
}

/** Where «20.6.2024» is what somebody wrote, and no day. */
const TEXTS: readonly CellKind[] = ['text', 'long-text'];

/** A cell as a text that can be compared and written back: a percentage by its number, a day `YYYY-MM-DD`, NFC; '' = blank. */
export function textOfCell(kind: CellKind, value: CellValue, format: string): string {
  if (isBlankCell(value)) return '';
  if (typeof value === 'number' && format.includes('%')) return plainText(Number((value * 100).toPrecision(CERTAIN_DIGITS)));
  const text = typeof value === 'string' ? tidyLines(value) : plainText(value);
  return TEXTS.includes(kind) ? text : (readDay(text) ?? text);
}

/** A text, tidy in each of its lines. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map(tidy)
    .join('\n')
    .trim();
}

const NUMERIC: readonly CellKind[] = ['number', 'whole', 'year', 'level', 'typed-result'];
const DATED: readonly CellKind[] = ['day', 'due'];

/** What to write into a cell of this kind so that it reads as the text again; `format` is the one the cell has. */
export function cellOfText(kind: CellKind, text: string, format: string): CellValue {
  const day = DATED.includes(kind) ? parseDay(text) : null;
  if (day !== null) return { day, minutes: 0 };
  const number = NUMERIC.includes(kind) ? readNumber(text, 'vi') : null;
  if (number?.ok !== true) return text;
  return format.includes('%') ? number.value / 100 : number.value;
}

/** A raw value of `Bản chốt` as the text that its cell would read. */
export function textOfRaw(raw: string): string {
  return RAW_LABELS[raw] ?? (/^-?\d+\.\d+$/u.test(raw) ? raw.replace('.', ',') : raw);
}

const RAW_LABELS: Readonly<Record<string, string>> = { ...PROGRESS_LABELS, ...TYPED_RESULT_LABELS };
