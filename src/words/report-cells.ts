import type { Run, TableCell } from './paper.ts';
import { plain, strong, tidy } from './runs.ts';

/** The titles of a table's columns. */
export const head = (...titles: readonly string[]): TableCell[][] => [
  titles.map((title) => ({ runs: [strong(title)], align: 'center' })),
];
export const cell = (...runs: readonly Run[]): TableCell => ({ runs });
export const centred = (...runs: readonly Run[]): TableCell => ({ runs, align: 'center' });
/** Typed text, or an empty cell. */
export const words = (text: string): TableCell => cell(...(text === '' ? [] : [plain(tidy(text))]));
