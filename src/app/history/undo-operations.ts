import { invariant } from '../../domain/core/invariant.ts';
import type { Source } from '../../domain/core/source.ts';
import { lateChanges } from '../../domain/history/changes.ts';
import type { LogGroup, LogRow, Operation } from '../../domain/history/journal.ts';
import type { Period, PeriodState } from '../../domain/period/period.ts';
import { PERIOD_STATE_LABELS, SETTING_LABELS } from '../../words/core/labels.ts';
import { frozenAs, REFUSALS } from '../../words/core/refusals.ts';
import { COLUMNS_PLACE } from '../../words/import/columns-place.ts';
import { TAB_OF } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellAt, isBlankCell, keyParts, plainText } from '../../workbook/core/key.ts';
import type { RowEdit, TabTable } from '../../workbook/core/tab.ts';
import { versionRows } from '../../workbook/core/version.ts';
import { MIGRATIONS } from '../../workbook/migrations/all.ts';
import { cellNamed } from '../../workbook/read/cell-name.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { rowBlocks, rowOf, sameCell } from '../../workbook/write/write.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';
import { knownPeriod, tableOf } from '../base/open-book.ts';
import { stateBlocks } from '../base/period-state.ts';
import { refuse } from '../base/refusal.ts';
import { markAt, rowMarksIn } from '../import/row-marks.ts';

/** The blocks that undo one operation; refuses, before anything is written, where a cell of it was changed since. */
export function takingBack(book: Book, group: LogGroup): Block[] {
  const how = HOW[group[0].operation ?? 'undo'];
  invariant(how !== undefined, `nothing takes back «${group[0].operation}»`);
  return how(book, group);
}

type UndoBlocks = (book: Book, group: LogGroup) => Block[];

const HOW: Partial<Record<Operation, UndoBlocks>> = {
  // An empty tab is made again before the log says so (`undo.ts`): there is no cell to give back.
  'drop-tab': () => [],
  'open-period': (book, [row]) => unopened(book, row),
  'close-period': (book, [row]) => unclosed(book, row),
  'reopen-period': (book, [row]) => {
    const period = inState(book, row);
    const frozen = book.frozen.filter((fact) => fact.period === period.name);
    if (lateChanges(book, period, frozen).length > 0) refuse(REFUSALS.changedSince(period.name));
    return backTo(book, period, row);
  },
  'mark-sent': (book, [row]) => unsent(book, row),
  adopt: notAdopted,
  upgrade: notUpgraded,
  import: notImported,
  record: notImported,
  'add-tab': notAdded,
  'roll-over': notRolledOver,
  confirm: cellsBack,
  restore: cellsBack,
  enter: cellsBack,
  draft: cellsBack,
  appraise: cellsBack,
};

/** Each cell holds what we wrote or, when an earlier undo was interrupted, what it held before. */
function cellsBack(book: Book, group: readonly LogRow[]): Block[] {
  const cells = group.flatMap(({ place, before, after }) => {
    const at = cellNamed(place);
    const text = at === null ? null : textAt(book, at);
    if (at === null || (text !== after && text !== before)) refuse(REFUSALS.changedSince(place));
    return text === before ? [] : [{ at, text: before }];
  });
  return officeBlocks(book, cells);
}

/** The period of the row, in the state the operation left it in or, when an earlier undo was interrupted, in the one before. */
function inState(book: Book, { place, before, after }: LogRow): Period {
  const period = knownPeriod(book, place);
  if (![before, after].includes(PERIOD_STATE_LABELS[period.state])) refuse(REFUSALS.changedSince(place));
  return period;
}

function backTo(book: Book, period: Period, { before }: LogRow): Block[] {
  const codes = Object.keys(PERIOD_STATE_LABELS) as PeriodState[];
  const state = codes.find((code) => PERIOD_STATE_LABELS[code] === before);
  return state === undefined ? [] : stateBlocks(book, period, state);
}

const ENTRY_TABS = ['actuals', 'entries', 'narratives'] as const;

/** Removes the rows that the opening made, as long as nothing was typed into them; of rows added later, only those the log names. */
function unopened(book: Book, row: LogRow): Block[] {
  const period = inState(book, row);
  const isFirst = row.before !== row.after;
  const named = row.note
    .slice(row.note.indexOf(':') + 1)
    .split(';')
    .map((id) => id.trim());
  const blocks = ENTRY_TABS.flatMap((key) => {
    const table = tableOf(book, key);
    const rows = rowsOfPeriod(table, period.name).filter(({ id }) => isFirst || named.includes(id));
    for (const { at } of rows) if (isTyped(table, at)) refuse(REFUSALS.changedSince(`${table.raw.name}, dòng ${at}`));
    return emptied(
      table,
      rows.map(({ at }) => at),
    );
  });
  return [...blocks, ...(isFirst ? backTo(book, period, row) : [])];
}

function rowsOfPeriod(table: TabTable, period: string): { readonly id: string; readonly at: number }[] {
  const place = table.spec.rowKey.indexOf('period');
  return [...table.rows.values()].flatMap((at) => {
    const parts = keyParts(table, at) ?? [];
    return parts[place] === period ? [{ id: parts[1 - place] ?? '', at }] : [];
  });
}

function isTyped({ spec, raw, columns }: TabTable, row: number): boolean {
  return [...columns].some(
    ([key, column]) => spec.columns[key]?.by === 'office' && !spec.rowKey.includes(key) && !isBlankCell(cellAt(raw, row, column)),
  );
}

/** Blanks every cell of ours in these rows, the key too. */
function emptied(table: TabTable, rows: readonly number[]): Block[] {
  const blank = Object.fromEntries([...table.columns.keys()].map((key): [string, CellValue] => [key, '']));
  return rowBlocks(
    table,
    rows.map((row) => ({ row, values: blank })),
    { allowOffice: true },
  );
}

/** Removes the rows that keep the consent, as long as each says what was agreed to; a person may have deleted some. */
function notAdopted(book: Book, group: LogGroup): Block[] {
  const table = tableOf(book, 'settings');
  const rows = group.flatMap(({ place, after }) => {
    const row = rowOf(table, [place, '']);
    if (row === null) return [];
    if (cellAt(table.raw, row, table.columns.get('value') ?? 0) !== after) refuse(REFUSALS.changedSince(place));
    return [row];
  });
  return emptied(table, rows);
}

/** Empties the rows that an import wrote and gives back the cells that it changed, as long as each says what was written; a person may have deleted some. */
function notImported(book: Book, group: LogGroup): Block[] {
  const cells = group.filter(({ place }) => cellNamed(place) !== null);
  const tabs = group.filter((row) => !cells.includes(row) && row.place !== COLUMNS_PLACE);
  // What was brought and then amended within one minute is one group: a row then says what the amendment left.
  const newest = new Map(group.flatMap(({ note }) => rowMarksIn(note)).map(({ id, mark }) => [id, mark]));
  return [...cellsBack(book, cells), ...emptiedRows(book, tabs, newest)];
}

function emptiedRows(book: Book, tabs: readonly LogRow[], newest: ReadonlyMap<string, string>): Block[] {
  return tabs.flatMap(({ place, note }) => {
    const table = [...book.tables.values()].find(({ spec }) => spec.name === place);
    if (table === undefined) return refuse(REFUSALS.missingTab(place));
    return emptied(table, markedRows(table, { place, note }, newest));
  });
}

/** Empties a register's tab again, as long as nobody has written a row; `undo.ts` then takes the tab away. */
function notAdded(book: Book, group: LogGroup): Block[] {
  return group.flatMap(({ place }) => {
    const table = [...book.tables.values()].find(({ spec }) => spec.name === place);
    if (table === undefined) return [];
    const { raw, headerRow } = table;
    if (!raw.values.slice(headerRow).flat().every(isBlankCell)) refuse(REFUSALS.changedSince(place));
    return [{ sheetId: raw.sheetId, row: 1, column: 1, values: raw.values.map((line) => line.map(() => '')) }];
  });
}

/**
 * Empties the rows and the headers that a roll-over wrote, and gives the rows of the next plan that were there what they said. A column that
 * anything else stands in by now stays; a row that was changed since is refused.
 */
function notRolledOver(book: Book, group: LogGroup): Block[] {
  const tables = [...book.tables.values()];
  const ofRows = group.flatMap((row) => {
    const table = tables.find(({ spec }) => spec.name === row.place);
    return table === undefined ? [] : [{ row, table }];
  });
  const gone = new Map(ofRows.map(({ row, table }) => [table, markedRows(table, row)] as const));
  const ofHeaders = group.flatMap((row) => {
    const table = tables.find(({ spec }) => row.place === `${spec.name}${BETWEEN}${row.after}`);
    return table === undefined ? [] : [{ row, table }];
  });
  const others = group.filter((row) => ![...ofRows, ...ofHeaders].some((each) => each.row === row));
  // One write a tab: rows that stand between others must not be written back as they were.
  return [
    ...tables.flatMap((table) => {
      const empty = (gone.get(table) ?? []).map((row) => ({ row, values: blankRow(table) }));
      return rowBlocks(table, [...empty, ...followsBack(book, table, others)], { allowOffice: true });
    }),
    ...ofHeaders.flatMap(({ row, table }) => emptiedHeader(table, row.after, new Set(gone.get(table) ?? []))),
  ];
}

/** The rows that a line of the log names, as long as each says what was written; a person may have deleted some. */
function markedRows(
  table: TabTable,
  { place, note }: Pick<LogRow, 'place' | 'note'>,
  newest: ReadonlyMap<string, string> = new Map(),
): number[] {
  return rowMarksIn(note).flatMap(({ id, mark }) => {
    const row = rowOf(table, [id]);
    if (row === null) return [];
    if (markAt(table, row) !== (newest.get(id) ?? mark)) refuse(REFUSALS.changedSince(`${place}${BETWEEN}${id}`));
    return [row];
  });
}

function followsBack(book: Book, table: TabTable, rows: readonly LogRow[]): RowEdit[] {
  return rows.flatMap(({ place, before, after }) => {
    const at = cellNamed(place);
    if (at === null || TAB_OF[at.of] !== table.spec.key) return [];
    const text = textAt(book, at);
    const row = rowOf(table, [at.id]);
    if (row === null || (text !== after && text !== before)) refuse(REFUSALS.changedSince(place));
    return [{ row, values: { [at.field]: before } }];
  });
}

function emptiedHeader({ raw, headerRow }: TabTable, header: string, gone: ReadonlySet<number>): Block[] {
  const column = (raw.values[headerRow - 1]?.indexOf(header) ?? -1) + 1;
  const isUsed = raw.values.some((line, at) => at >= headerRow && !gone.has(at + 1) && !isBlankCell(line[column - 1] ?? ''));
  return column === 0 || isUsed ? [] : [{ sheetId: raw.sheetId, row: headerRow, column, values: [['']] }];
}

/** Removes the version that the closing made, and restores the state of the period. */
function unclosed(book: Book, row: LogRow): Block[] {
  const period = inState(book, row);
  const mine = book.frozen.filter((fact) => fact.period === period.name);
  if (lateChanges(book, period, mine).length > 0) refuse(REFUSALS.changedSince(period.name));
  const newest = mine.reduce((last, { version }) => Math.max(last, version), 0);
  const table = tableOf(book, 'frozen');
  const rows = mine
    .filter(({ version }) => version === newest && row.note.startsWith(frozenAs(newest)))
    .flatMap(({ version, id, field }) => rowOf(table, [period.name, String(version), id, field]) ?? []);
  return [...emptied(table, rows), ...backTo(book, period, row)];
}

/** Removes the day when we wrote it; one that a person typed is the person's to clear, because the state follows it. */
function unsent(book: Book, row: LogRow): Block[] {
  const period = inState(book, row);
  const isOurs = row.note !== '' && row.note === period.sentOn;
  if (period.sentOn !== null && !isOurs) refuse(REFUSALS.sentByDay);
  const at: Source = { of: 'period', id: period.name, period: '', field: 'sentOn' };
  return [...(isOurs ? officeBlocks(book, [{ at, text: '' }]) : []), ...backTo(book, period, row)];
}

/**
 * Removes what an upgrade added, as long as nobody has used it: a column with anything under its header stays, and so does a setting
 * that a person changed. The looks stay as they are: they hold no figure and suit the older workbook too.
 */
export function notUpgraded(book: Book, group: LogGroup): Block[] {
  const settings = tableOf(book, 'settings');
  const headers = group.flatMap((row) => headerBack(book, row) ?? []);
  const tabs = group.filter(isOfTab);
  // Rows written together stand together and are removed in one block.
  const rows = group.flatMap((row) => (row.place.includes(BETWEEN) || tabs.includes(row) ? [] : settingBack(settings, row)));
  return [...tabs.flatMap((row) => tabBack(book, row)), ...headers, ...rowBlocks(settings, rows, { allowOffice: true })];
}

/** The tabs that an upgrade made, by name: emptied by its taking back, they hold nothing any more. */
export function tabsOf(group: LogGroup): string[] {
  const [{ operation }] = group;
  return operation === 'upgrade' || operation === 'add-tab' ? group.filter(isOfTab).map(({ place }) => place) : [];
}

const isOfTab = ({ place, before, after }: LogRow): boolean =>
  place === after && before === '' && TABS.some(({ name }) => name === place);

/** All of a tab that an upgrade made, as long as it holds what it began with and no more. */
function tabBack({ tables, plan }: Book, { place }: LogRow): Block[] {
  const table = [...tables.values()].find(({ spec }) => spec.name === place);
  if (table === undefined) return [];
  const begun =
    MIGRATIONS.flatMap(({ newTabs }) => newTabs)
      .find(({ key }) => key === table.spec.key)
      ?.rows(plan) ?? [];
  const { raw, headerRow, columns } = table;
  const below = raw.values.slice(headerRow);
  const isAsMade = below.every((line, down) =>
    line.every((value, across) => {
      const key = [...columns].find(([, column]) => column === across + 1)?.[0];
      const made = key === undefined ? '' : (begun[down]?.[key] ?? '');
      return sameCell(value, made) || (isBlankCell(value) && isBlankCell(made));
    }),
  );
  if (!isAsMade) refuse(REFUSALS.changedSince(place));
  return [{ sheetId: raw.sheetId, row: 1, column: 1, values: raw.values.map((line) => line.map(() => '')) }];
}

const BETWEEN = ' | ';

/** `null`: the row of the log is about no header. */
function headerBack({ tables }: Book, { place, after }: LogRow): Block[] | null {
  const table = [...tables.values()].find(({ spec }) => place === `${spec.name}${BETWEEN}${after}`);
  if (table === undefined) return place.includes(BETWEEN) ? refuse(REFUSALS.changedSince(place)) : null;
  const { raw, headerRow } = table;
  const column = (raw.values[headerRow - 1]?.indexOf(after) ?? -1) + 1;
  if (column === 0) return [];
  if (raw.values.slice(headerRow).some((row) => !isBlankCell(row[column - 1] ?? ''))) refuse(REFUSALS.changedSince(place));
  return [{ sheetId: raw.sheetId, row: headerRow, column, values: [['']] }];
}

function settingBack(table: TabTable, { place, before, after, note }: LogRow): RowEdit[] {
  const isVersion = place === SETTING_LABELS['workbook-version'];
  const row = isVersion ? (versionRows(table)[0] ?? null) : rowOf(table, [place, '']);
  if (row === null) return [];
  const says = (key: string): string => plainText(cellAt(table.raw, row, table.columns.get(key) ?? 0));
  const isOurs = says('value') === after && (isVersion || says('note') === note);
  // An interrupted undo may have restored this one already.
  if (!isOurs && !(isVersion && says('value') === before)) refuse(REFUSALS.changedSince(place));
  return [{ row, values: before === '' ? blankRow(table) : { value: /^\d+$/u.test(before) ? Number(before) : before } }];
}

function blankRow({ columns }: TabTable): Record<string, CellValue> {
  return Object.fromEntries([...columns.keys()].map((key): [string, CellValue] => [key, '']));
}
