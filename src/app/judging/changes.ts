import type { Day } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import { type FoundChange, lateChanges, planChanges } from '../../domain/history/changes.ts';
import type { LogRow, Operation } from '../../domain/history/journal.ts';
import { isClosed } from '../../domain/period/period.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { textOfRaw } from '../../workbook/core/cell-text.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import { keptPlan, PLAN_TABS, planFactsOf } from '../../workbook/read/plan-facts.ts';
import { appendRows, fittedText } from '../../workbook/write/write.ts';
import { journalBlocks } from '../base/journal.ts';
import { tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';

/** A difference from what was kept, with its cell, how both read, and what `Nhật ký` says of it. */
export type Change = Pick<FoundChange, 'kind'> & {
  readonly at: Source;
  /** The cell as `Nhật ký` names it. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Its row in `Nhật ký`; `null` while no run has recorded it. */
  readonly logged: LogRow | null;
};

/** How the plan and the closed periods differ from `Bản chốt` now, with and without a reason. */
export function changesOf(book: Book): Change[] {
  const plan = PLAN_TABS.flatMap(({ key, of, name }) => {
    const table = book.tables.get(key);
    const kept = table === undefined ? null : keptPlan(book, name);
    if (table === undefined || kept === null) return [];
    return planChanges(kept.facts, planFactsOf(table), kept.proposed).map((change) => toldOf(book, of, change));
  });
  const late = book.plan.periods.filter(isClosed).flatMap((period) => {
    const frozen = book.frozen.filter((fact) => fact.period === period.name);
    return lateChanges(book, period, frozen).flatMap((change) => {
      const [before, after] = [textOfRaw(change.before), fittedText(textOfRaw(change.after))];
      // What was too long for a cell of `Bản chốt` stands there cut.
      return before === after
        ? []
        : toldOf(book, TASK_FIELDS.includes(change.field) ? 'entry' : 'actual', { ...change, before, after });
    });
  });
  return [...plan, ...late];
}

const TASK_FIELDS = ['progress', 'completedOn'];

/** Those that nobody has given a reason for. */
export function pendingChanges(book: Book): Change[] {
  return changesOf(book).filter(({ logged }) => logged === null || logged.note.trim() === '');
}

function toldOf({ journal }: Book, of: Source['of'], { kind, id, period, field, before, after }: FoundChange): Change {
  const at: Source = { of, id, period, field };
  const name = cellName(at);
  const rows = journal.filter((row) => row.place === name && row.after === after);
  return { kind, at, name, before, after, logged: rows.find(({ note }) => note.trim() !== '') ?? rows[0] ?? null };
}

/** The rows of `Nhật ký` for what was found and is not recorded yet. */
export function foundBlocks(ports: Ports, book: Book): Block[] {
  const fresh = changesOf(book).filter(({ logged }) => logged === null);
  return journalBlocks(
    ports,
    book,
    fresh.map((change) => ({ ...entryOf(change), who: '' })),
  );
}

/** What `Nhật ký` says of a change; who made it is not known. */
export function entryOf({ kind, name, before, after }: Change) {
  const operation: Operation = kind === 'late' ? 'late-change' : 'plan-change';
  return { operation, place: name, before, after };
}

/** Keeps the plan in `Bản chốt` when none is kept yet: from then on its changes are found. */
export function keepPlanBlocks(book: Book, stamp: { readonly at: { day: Day; minutes: number }; readonly who: string }): Block[] {
  const rows = PLAN_TABS.flatMap(({ key, name }) => {
    const table = book.tables.get(key);
    if (table === undefined || keptPlan(book, name) !== null) return [];
    return planFactsOf(table).facts.map(({ id, field, text }) => ({
      period: name,
      version: 1,
      id,
      field,
      raw: text,
      level: '',
      result: '',
      ...stamp,
    }));
  });
  return rows.length === 0 ? [] : appendRows(tableOf(book, 'frozen'), rows);
}
