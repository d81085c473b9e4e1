import type { Source } from '../../domain/core/source.ts';
import { tidy } from '../../domain/core/word.ts';
import type { Run, TableCell } from '../paper/paper.ts';
import { figure, linesOf, plain, strong, withoutDash } from '../paper/runs.ts';

/** The titles of a table's columns. */
export const head = (...titles: readonly string[]): TableCell[][] => [
  titles.map((title) => ({ runs: [strong(title)], align: 'center' })),
];
export const cell = (...runs: readonly Run[]): TableCell => ({ runs });
export const centred = (...runs: readonly Run[]): TableCell => ({ runs, align: 'center' });
/** Typed text, or an empty cell. */
export const words = (text: string): TableCell => cell(...(text === '' ? [] : [plain(tidy(text))]));

/** The lines typed, one after the other. */
export function typedRuns(text: string, source: Source): Run[] {
  return linesOf(text).flatMap((line, index) => [...(index === 0 ? [] : [plain('; ')]), figure(withoutDash(line), source)]);
}
