import { checkEntry } from '../../domain/checks/check-entry.ts';
import { checkOwnFigures } from '../../domain/checks/check-own.ts';
import { checkEvidence } from '../../domain/checks/evidence.ts';
import { atActual, atEntry, type Finding } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { taskStanding } from '../../domain/judging/standing.ts';
import { judgedAsOf } from '../../domain/period/calendar.ts';
import { isClosed, type Period } from '../../domain/period/period.ts';
import { askedFigures, asksCompletionDay } from '../../domain/plan/asked-fields.ts';
import { actualsIn, entriesIn } from '../../domain/plan/rows-in.ts';
import type { Book } from '../../workbook/core/book.ts';
import { cellAt, isBlankCell, keyPart } from '../../workbook/core/key.ts';
import type { SheetProblem } from '../../workbook/core/problem.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import type { EntryKey } from '../judging/edit-context.ts';

/** The cells of one row that a person touched; counts from 1. */
export type Touched = { readonly row: number; readonly column: number; readonly columns: number };

/** A typed cell that is not for typing: its row takes its figure from these, or asks for none. */
export type NotAsked = { readonly id: string; readonly header: string; readonly from: readonly string[] };

/** What is to be said at once of an edited row. */
type EditWord = {
  readonly problems: readonly SheetProblem[];
  readonly findings: readonly Finding[];
  readonly notAsked: readonly NotAsked[];
  /** The period, where it is closed. */
  readonly closed: string | null;
};

/** May be typed into a row whose period is closed (`enter.ts`). */
const TYPED_LATER = ['publishedOn', 'completedOn'];

type Row = {
  readonly book: Book;
  readonly table: TabTable;
  readonly id: string;
  readonly period: Period;
  readonly keys: readonly string[];
};

/** What is wrong in the touched cells that hold something; `null` where nothing has to be said. */
export function editWord(book: Book, entry: EntryKey, touched: Touched, today: Day): EditWord | null {
  const table = book.tables.get(entry);
  const period = table === undefined ? undefined : periodOf(book, table, touched.row);
  if (table === undefined || period === undefined) return null;
  const isTouched = (column: number): boolean => column >= touched.column && column < touched.column + touched.columns;
  const keys = [...table.columns].flatMap(([key, column]) => {
    const isOffice = table.spec.columns[key]?.by === 'office';
    return isOffice && isTouched(column) && !isBlankCell(cellAt(table.raw, touched.row, column)) ? [key] : [];
  });
  const id = keyPart(cellAt(table.raw, touched.row, table.columns.get('id') ?? 0));
  const row: Row = { book, table, id, period, keys };
  const word = {
    problems: book.problems.filter(
      ({ at }) => at?.sheetId === table.raw.sheetId && at.row === touched.row && isTouched(at.column),
    ),
    findings: [
      ...(entry === 'actuals' ? figureFindings(row, today) : progressFindings(row, today)),
      ...evidenceOf(row, entry),
    ].filter(({ severity, at }) => severity !== 'note' && keys.includes(at.field)),
    notAsked: isClosed(period) ? [] : notAsked(row, entry),
    closed: isClosed(period) && keys.some((key) => !TYPED_LATER.includes(key)) ? period.name : null,
  };
  const isSilent = word.problems.length + word.findings.length + word.notAsked.length === 0 && word.closed === null;
  return isSilent ? null : word;
}

/** A link that nobody can open; whether a file is there only the run that asks the host can tell. */
function evidenceOf({ book: { actuals, entries }, id, period }: Row, entry: EntryKey): Finding[] {
  const at = { indicator: id, task: id, period: period.name };
  if (entry === 'actuals') return checkEvidence(actualsIn(actuals, period.name).get(id)?.evidence ?? '', atActual(at));
  return checkEvidence(entriesIn(entries, period.name).get(id)?.evidence ?? '', atEntry(at));
}

function periodOf({ plan }: Book, { raw, columns }: TabTable, row: number): Period | undefined {
  const name = keyPart(cellAt(raw, row, columns.get('period') ?? 0));
  return plan.periods.find((period) => keyPart(period.name) === name);
}

function figureFindings({ book: { plan, actuals }, id, period }: Row, today: Day): Finding[] {
  const indicator = plan.indicators.find((each) => each.id === id);
  const actual = actualsIn(actuals, period.name).get(id);
  return indicator === undefined || actual === undefined ? [] : checkOwnFigures(indicator, actual, { plan, today });
}

function progressFindings({ book: { plan, entries }, id, period }: Row, today: Day): Finding[] {
  const task = plan.tasks.find((each) => each.id === id);
  const entry = entriesIn(entries, period.name).get(id);
  if (task === undefined || entry === undefined) return [];
  const mine = entries.filter((each) => each.task === id);
  const standing = taskStanding(task, mine, { period, asOf: judgedAsOf(period, plan.periods, today), plan });
  return checkEntry(task, entry, { standing, today });
}

function notAsked({ book: { plan }, table, id, keys }: Row, entry: EntryKey): NotAsked[] {
  const header = (key: string): string => table.spec.columns[key]?.header ?? key;
  if (entry === 'entries') {
    const task = plan.tasks.find((each) => each.id === id);
    const isLost = task !== undefined && !asksCompletionDay(task) && keys.includes('completedOn');
    return isLost ? [{ id, header: header('completedOn'), from: [] }] : [];
  }
  const indicator = plan.indicators.find((each) => each.id === id);
  if (indicator === undefined) return [];
  const asked = askedFigures(indicator);
  return (['numerator', 'denominator'] as const)
    .filter((side) => asked[side] === 'linked' && keys.includes(side))
    .map((side) => ({ id, header: header(side), from: indicator.links?.[side] ?? [] }));
}
