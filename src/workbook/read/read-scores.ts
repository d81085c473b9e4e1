import { tidy } from '../../domain/core/word.ts';
import type { ScoreRow } from '../../domain/scores/criterion.ts';
import { readGiven, readParameters } from '../../words/scores/parameters.ts';
import type { Book } from '../core/book.ts';
import type { SheetProblem } from '../core/problem.ts';
import { SCORES } from '../tabs/scores.ts';
import { type Reading, readRows } from './read-rows.ts';

type ReadScores = { readonly rows: readonly ScoreRow[]; readonly problems: readonly SheetProblem[] };

const known = new WeakMap<Book['tables'], ReadScores>();

/** The rows of `Tự chấm điểm`, and what of them could not be read; apart from `readBook`, because no edit of a figure needs its rules. Read once. */
export function scoresOf({ tables, locale }: Pick<Book, 'tables' | 'locale'>): ReadScores {
  const read = known.get(tables) ?? readScores(tables.get('scores'), locale);
  known.set(tables, read);
  return read;
}

/** One without its year belongs to no sheet. */
function readScores(table: ReturnType<Book['tables']['get']>, locale: string): ReadScores {
  const reading: Reading = { locale, problems: [] };
  const rows = readRows(SCORES, table, reading).flatMap((cells): ScoreRow[] => {
    const { row: _, raw: __, taken: ___, self: ____, reached: _____, status, explanation, year, id, value, ...rest } = cells;
    if (year === null) return [];
    return [{ ...rest, id: tidy(id), year, parameters: readParameters(rest.parameters), value: readGiven(value) }];
  });
  return { rows, problems: reading.problems };
}
