import { entryProgress, type OwedRow, owedRows } from '../../domain/checks/entry-progress.ts';
import type { Day } from '../../domain/core/day.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import type { AppraisedRow } from '../../domain/period/appraisal.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { sayEntryDue, sayOwedRow, sayReturnedRow } from '../../words/entry/owed.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Judged } from '../../workbook/write/derived.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { returnedRows } from '../entry/appraisals.ts';
import { judgedOpen } from '../judging/assess.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { OwedIn, OwedReply } from '../replies/actions.ts';

/** How many rows of the period a role still has to fill in. */
export type Owed = { readonly role: string; readonly count: number };

/** Who owes what, most first: the same numbers as `Tiến độ nhập theo chủ trì` on the overview. */
export function owedByRole(plan: Plan, evaluation: Evaluation): Owed[] {
  return entryProgress(plan, evaluation)
    .map(({ lead, due, entered }) => ({ role: lead, count: due - entered }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
}

/** Who owes which rows, each with the cell to type into. */
export function owedOf(book: Book, { period, evaluation }: Judged, today: Day): OwedReply['roles'] {
  const rowsOf = new Map<string, OwedRow[]>();
  for (const row of owedRows(book, evaluation)) {
    const rows = rowsOf.get(row.lead);
    if (rows === undefined) rowsOf.set(row.lead, [row]);
    else rows.push(row);
  }
  const returned = returnedRows(book, [period], today);
  const roles = new Map(owedByRole(book.plan, evaluation).map(({ role, count }) => [role, count]));
  for (const { lead } of returned) roles.set(lead, (roles.get(lead) ?? 0) + 1);
  return [...roles].map(([role, count]) => ({
    role,
    count,
    rows: [
      ...returned.filter(({ lead }) => lead === role).map((row) => returnedLine(book, row)),
      ...(rowsOf.get(role) ?? []).map((row) => ({
        id: row.id,
        text: sayOwedRow(row),
        at: placeOf(book.addressOf(row.at)),
      })),
    ],
  }));
}

function returnedLine(book: Book, row: AppraisedRow) {
  const { of, id, period } = row;
  const at = book.addressOf({ of, id, period, field: of === 'actual' ? 'typed' : 'progress' });
  return { id, text: sayReturnedRow(row), at: placeOf(at) };
}

/** `Danh sách chưa nhập`: of every open period its deadline, and role by role the rows not filled in; writes nothing. */
export function owed(ports: Ports): OwedReply {
  const today: Day = ports.clock.today();
  const book = openBook(ports);
  const [main, ...others] = judgedOpen(book, today);
  const owedIn = ({ period, evaluation }: Judged): OwedIn => ({
    period: { name: period.name, line: sayEntryDue(book.plan, period, today) },
    roles: owedOf(book, { period, evaluation }, today),
  });
  return { ...(main === undefined ? { period: null, roles: [] } : owedIn(main)), others: others.map(owedIn) };
}
