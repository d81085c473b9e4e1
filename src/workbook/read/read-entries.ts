import { tidy } from '../../domain/core/word.ts';
import type { Actual, TypedResult } from '../../domain/plan/indicator.ts';
import type { Narrative } from '../../domain/plan/plan.ts';
import type { TaskEntry } from '../../domain/plan/task.ts';
import { isDraftAuthor } from '../../words/report/draft-mark.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import type { TabTable } from '../core/tab.ts';
import { ACTUALS } from '../tabs/actuals.ts';
import { ENTRIES } from '../tabs/entries.ts';
import { NARRATIVES } from '../tabs/narratives.ts';
import { type Reading, readRows } from './read-rows.ts';

/** What was typed in `Nhập số liệu`. */
export function readActuals(table: TabTable | undefined, reading: Reading): Actual[] {
  return readRows(ACTUALS, table, reading).map((row) => ({
    indicator: tidy(row.id),
    period: tidy(row.period),
    numerator: row.numerator,
    denominator: row.denominator,
    typed: row.typed ?? unreadable(table, row.row),
    spoken: row.spoken,
    cause: row.cause,
    proposal: row.proposal,
    evidence: row.evidence,
    estimate: row.estimate,
    directive: row.directive,
    muteUntil: row.muteUntil,
    note: row.note,
    dataAsOf: row.dataAsOf,
    publishedOn: row.publishedOn,
  }));
}

/** A result that is there and could not be read is not the same as none: it waits for a mend, not for its publication. */
function unreadable(table: TabTable | undefined, row: number): TypedResult | null {
  const column = table?.columns.get('typed');
  if (table === undefined || column === undefined || isBlankCell(cellAt(table.raw, row, column))) return null;
  return { kind: 'unreadable' };
}

/** What was typed in `Nhập tiến độ`. */
export function readEntries(table: TabTable | undefined, reading: Reading): TaskEntry[] {
  return readRows(ENTRIES, table, reading).map((row) => ({
    task: tidy(row.id),
    period: tidy(row.period),
    progress: row.progress,
    completedOn: row.completedOn,
    result: row.result,
    cause: row.cause,
    proposal: row.proposal,
    evidence: row.evidence,
    estimate: row.estimate,
    directive: row.directive,
    muteUntil: row.muteUntil,
    note: row.note,
    returned: row.returned,
  }));
}

/** What was written in `Nội dung báo cáo`. */
export function readNarratives(table: TabTable | undefined, reading: Reading): Narrative[] {
  return readRows(NARRATIVES, table, reading).map(({ period, place, title, text, author }) => ({
    period: tidy(period),
    place: tidy(place),
    title,
    text,
    author,
    isDraft: isDraftAuthor(author),
  }));
}
