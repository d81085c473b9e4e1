import type { LogGroup, LogRow } from '../domain/journal.ts';
import { REFUSALS } from '../words/app.ts';
import { SETTING_LABELS } from '../words/labels.ts';
import type { Book } from '../workbook/book.ts';
import type { Block, CellValue } from '../workbook/cell.ts';
import { cellAt, isBlankCell, plainText } from '../workbook/key.ts';
import type { TabTable } from '../workbook/table.ts';
import { versionRows } from '../workbook/version.ts';
import { rowBlocks, rowOf } from '../workbook/write.ts';
import { tableOf } from './open-book.ts';
import { refuse } from './refusal.ts';

/**
 * What an upgrade added goes, as long as nobody has used it: a column with anything under its header stays, and so does a setting
 * that a person changed. The looks stay as they are: they hold no figure and suit the older workbook too.
 */
export function notUpgraded(book: Book, group: LogGroup): Block[] {
  const settings = tableOf(book, 'settings');
  const blocks = group.flatMap((row) => headerBack(book, row) ?? settingBack(settings, row));
  // As in an upgrade the version is last.
  return [...blocks, ...group.flatMap((row) => versionBack(settings, row))];
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

function settingBack(table: TabTable, { place, after, note }: LogRow): Block[] {
  if (isVersion(place)) return [];
  const row = rowOf(table, [place, '']);
  if (row === null) return [];
  const says = (key: string): string => plainText(cellAt(table.raw, row, table.columns.get(key) ?? 0));
  if (says('value') !== after || says('note') !== note) refuse(REFUSALS.changedSince(place));
  return emptied(table, row);
}

function versionBack(table: TabTable, { place, before, after }: LogRow): Block[] {
  if (!isVersion(place)) return [];
  const [row] = versionRows(table);
  if (row === undefined) return before === '' ? [] : refuse(REFUSALS.changedSince(place));
  const now = plainText(cellAt(table.raw, row, table.columns.get('value') ?? 0));
  if (now !== after && now !== before) refuse(REFUSALS.changedSince(place));
  if (before === '') return emptied(table, row);
  return rowBlocks(table, [{ row, values: { value: /^\d+$/u.test(before) ? Number(before) : before } }], { allowOffice: true });
}

const isVersion = (place: string): boolean => place === SETTING_LABELS['workbook-version'];

function emptied(table: TabTable, row: number): Block[] {
  const values = Object.fromEntries([...table.columns.keys()].map((key): [string, CellValue] => [key, '']));
  return rowBlocks(table, [{ row, values }], { allowOffice: true });
}
