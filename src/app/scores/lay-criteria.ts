import { EXTRA_REFUSALS } from '../../words/extras/extras.ts';
import { SCORE_FILES } from '../../words/scores/score-sheet.ts';
import { CRITERIA_SETS } from '../../words/scores/sets/all.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { SCORES } from '../../workbook/tabs/scores.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { markOf, rowMarks } from '../import/row-marks.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { CriteriaReply } from '../replies/extras.ts';

/** Writes the criteria of a set as rows of one year; those that stand there already stay as the office has them. One undo takes them back. */
export function layCriteria(ports: Ports, { set: key, year }: { readonly set: string; readonly year: number }): CriteriaReply {
  const set =
    CRITERIA_SETS.find((each) => each.key === key) ??
    refuse(
      SCORE_FILES.noSet(
        key,
        CRITERIA_SETS.map((each) => each.key),
      ),
    );
  const rows = verifiedWrite(ports, openBook(ports), (book) => {
    const table = book.tables.get('scores') ?? refuse(EXTRA_REFUSALS.notThere(SCORES.name));
    const all = set.rows.map((row) => ({ ...row, year }));
    const lacking = all.filter(({ id }) => !table.rows.has(`${id}|${year}`));
    const note = rowMarks(lacking.map((row) => ({ id: `${row.id}|${year}`, mark: markOf(table, row) })));
    const entry = { operation: 'record' as const, place: SCORES.name, before: '', after: `${set.key} ${year}`, note };
    const blank = Object.fromEntries([...table.columns.keys()].map((column): [string, CellValue] => [column, '']));
    const blocks =
      lacking.length === 0
        ? []
        : [
            ...journalBlocks(ports, book, notYetLogged(book, [entry])),
            ...appendRows(
              table,
              lacking.map((row) => ({ ...blank, ...row })),
            ),
          ];
    return { blocks, reply: lacking.length };
  });
  refreshBook(ports, openBook(ports));
  return { year, rows, sentence: SCORE_FILES.laid(set.title, year, rows) };
}
