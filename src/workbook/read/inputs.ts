import type { Source } from '../../domain/core/source.ts';
import { tidy } from '../../domain/core/word.ts';
import { likePeriodBefore } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Book } from '../core/book.ts';
import type { CellValue, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell, joinKey, keyParts, plainText } from '../core/key.ts';
import type { TabKey, TabTable } from '../core/tab.ts';
import { sameCell } from '../write/write.ts';
import { filledRows } from './find-table.ts';
import { readBook } from './read-book.ts';

/** What people typed into one row that a report reads: value by column key, and its number format where that changes the number. */
export type InputCell = { readonly value: CellValue; readonly format: string };
export type InputRow = { readonly tab: TabKey; readonly key: string; readonly cells: Readonly<Record<string, InputCell>> };

/** A cell (or, with no column, a whole row) that is not as it was. */
export type InputChange = {
  readonly tab: TabKey;
  readonly key: string;
  readonly column: string | null;
  readonly before: InputRow | null;
  readonly after: InputRow | null;
};

/** The tabs behind a report, as `Source` names their rows. */
const READ: Partial<Record<TabKey, Source['of']>> = {
  plans: 'plan',
  indicators: 'indicator',
  tasks: 'task',
  periods: 'period',
  settings: 'setting',
  roles: 'role',
  holidays: 'holiday',
  outline: 'outline',
  actuals: 'actual',
  entries: 'entry',
  narratives: 'narrative',
};
/** Typed, and never printed nor judged. */
const UNREAD = [
  'planPlace',
  'note',
  'evidence',
  'cause',
  'proposal',
  'directive',
  'muteUntil',
  'author',
  'email',
  'sentOn',
  'entryDueOn',
];
/** Of another period's entries only what a task's status depends on. */
const STATUS = ['progress', 'completedOn'];

/** Everything people typed that the report of a period reads, by tab and row. */
export function inputsOf({ tables, plan }: Pick<Book, 'tables' | 'plan'>, period: Period): InputRow[] {
  const before = likePeriodBefore(period, plan.periods);
  const periods = [period.name, ...(before === null ? [] : [before.name])];
  return [...tables].flatMap(([tab, table]) =>
    READ[tab] === undefined ? [] : rowsIn(table).flatMap((row) => inputRow(tab, table, { row, periods }) ?? []),
  );
}

type KeyedRow = { readonly number: number; readonly key: string; readonly period: string };

/** Rows by their key; those of a tab without keys by their first column and how often it was met. */
function rowsIn(table: TabTable): KeyedRow[] {
  const { spec, raw, columns } = table;
  const periodColumn = columns.get('period');
  const seen = new Map<string, number>();
  return filledRows(table).map((number) => {
    const parts = keyParts(table, number) ?? [
      plainText(cellAt(raw, number, columns.get(Object.keys(spec.columns)[0] ?? '') ?? 1)),
    ];
    const key = joinKey(parts);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    const period = periodColumn === undefined ? '' : tidy(plainText(cellAt(raw, number, periodColumn)));
    return { number, key: times === 0 ? key : `${key}#${times}`, period };
  });
}

type WantedRow = { readonly row: KeyedRow; readonly periods: readonly string[] };

function inputRow(tab: TabKey, { spec, raw, columns }: TabTable, { row, periods }: WantedRow): InputRow | null {
  const ofPeriod = ['actuals', 'entries', 'narratives'].includes(tab);
  const other = ofPeriod && !periods.includes(row.period);
  if (other && tab !== 'entries' && !isPublished({ raw, columns }, row.number)) return null;
  const cells: Record<string, InputCell> = {};
  for (const [key, column] of columns) {
    const typed = spec.columns[key]?.by !== 'machine' && !spec.rowKey.includes(key);
    if (!typed || UNREAD.includes(key) || (other && !STATUS.includes(key))) continue;
    const value = cellAt(raw, row.number, column);
    if (isBlankCell(value)) continue;
    const format = raw.formats[row.number - 1]?.[column - 1] ?? '';
    cells[key] = { value, format: format.includes('%') ? format : '' };
  }
  return { tab, key: row.key, cells };
}

/** A row of another period that came out later is told by the report of the time. */
function isPublished({ raw, columns }: Pick<TabTable, 'raw' | 'columns'>, row: number): boolean {
  const column = columns.get('publishedOn');
  return column !== undefined && !isBlankCell(cellAt(raw, row, column));
}

/** What differs between two readings; a row that came or went is one change. */
export function inputChanges(before: readonly InputRow[], after: readonly InputRow[]): InputChange[] {
  const name = ({ tab, key }: InputRow): string => `${tab}\n${key}`;
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [name(row), row])));
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].flatMap((each): InputChange[] => {
    const [was, is] = [old?.get(each) ?? null, now?.get(each) ?? null];
    const { tab, key } = was ?? is ?? { tab: 'actuals', key: '' };
    if (was === null || is === null) {
      const empty = Object.keys((was ?? is)?.cells ?? {}).length === 0;
      return empty ? [] : [{ tab, key, column: null, before: was, after: is }];
    }
    const columns = [...new Set([...Object.keys(was.cells), ...Object.keys(is.cells)])];
    return columns
      .filter((column) => !sameInput(was.cells[column], is.cells[column]))
      .map((column) => ({ tab, key, column, before: was, after: is }));
  });
}

function sameInput(left: InputCell | undefined, right: InputCell | undefined): boolean {
  return sameCell(left?.value ?? '', right?.value ?? '') && (left?.format ?? '') === (right?.format ?? '');
}

/** How the source of a change is named; with no column, by the column that tells most. */
export function changeSource({ tab, key, column, before, after }: InputChange): Source {
  const of = READ[tab] ?? 'actual';
  const [first = '', second = ''] = key.split('#')[0]?.split('|') ?? [];
  const [id, period] = of === 'narrative' ? [second, first] : [first, of === 'actual' || of === 'entry' ? second : ''];
  return { of, id, period, field: column ?? Object.keys((after ?? before)?.cells ?? {})[0] ?? 'id' };
}

/** The book as it would be had this one thing not changed; only its own tab is read again. */
export function bookWithout(book: Book, change: InputChange): Book {
  const table = book.tables.get(change.tab);
  if (table === undefined) return book;
  const row = rowsIn(table).find(({ key }) => key === change.key)?.number ?? null;
  const columns = change.column === null ? [...table.columns.keys()] : [change.column];
  const cells = columns.map((column) => ({ at: table.columns.get(column) ?? 0, cell: change.before?.cells[column] }));
  const raw = row === null ? withRow(table, change, cells) : withCells(table.raw, row, cells);
  const { plan, actuals, entries, narratives } = readBook({ tabs: [raw], locale: book.locale, timeZone: book.timeZone });
  if (change.tab === 'actuals') return { ...book, actuals };
  if (change.tab === 'entries') return { ...book, entries };
  if (change.tab === 'narratives') return { ...book, narratives };
  return { ...book, plan: { ...book.plan, [change.tab]: plan[change.tab as keyof Plan] } };
}

type PlacedCells = readonly { readonly at: number; readonly cell: InputCell | undefined }[];

function withCells(raw: RawTab, row: number, cells: PlacedCells): RawTab {
  const put = <T>(rows: readonly (readonly T[])[], of: (cell: InputCell | undefined) => T): T[][] =>
    rows.map((line, index) => {
      if (index !== row - 1) return [...line];
      const next = [...line];
      for (const { at, cell } of cells) if (at > 0) next[at - 1] = of(cell);
      return next;
    });
  return {
    ...raw,
    values: put<CellValue>(raw.values, (cell) => cell?.value ?? ''),
    formats: put(raw.formats, (cell) => cell?.format ?? ''),
  };
}

/** A row that was deleted stands again below the others. */
function withRow({ raw, spec, columns, lastRow }: TabTable, { key }: InputChange, cells: PlacedCells): RawTab {
  const width = Math.max(...columns.values(), 1);
  const blank = <T>(rows: readonly (readonly T[])[], nothing: T): T[][] => [
    ...rows.slice(0, lastRow).map((line) => [...line]),
    Array.from({ length: width }, () => nothing),
    ...rows.slice(lastRow + 1).map((line) => [...line]),
  ];
  const grown = { ...raw, values: blank<CellValue>(raw.values, ''), formats: blank(raw.formats, '') };
  const parts = key.split('#')[0]?.split('|') ?? [];
  const named = spec.rowKey.map((part, at) => ({ at: columns.get(part) ?? 0, cell: { value: parts[at] ?? '', format: '' } }));
  return withCells(grown, lastRow + 1, [...named, ...cells.filter(({ cell }) => cell !== undefined)]);
}
