import type { LogGroup, LogRow } from '../../domain/history/journal.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellAt, isBlankCell, plainText } from '../../workbook/core/key.ts';
import type { RowEdit, TabTable } from '../../workbook/core/table.ts';
import { versionRows } from '../../workbook/core/version.ts';
import { rowBlocks, rowOf } from '../../workbook/write/write.ts';
import { tableOf } from '../base/open-book.ts';
import { refuse } from '../base/refusal.ts';

/**
 * What an upgrade added goes, as long as nobody has used it: a column with anything under its header stays, and so does a setting
 * that a person changed. The looks stay as they are: they hold no figure and suit the older workbook too.
 */
export function notUpgraded(book: Book, group: LogGroup): Block[] {
  const settings = tableOf(book, 'settings');
  const headers = group.flatMap((row) => headerBack(book, row) ?? []);
  // The rows that went in together stand together, and go in one block.
  const rows = group.flatMap((row) => (row.place.includes(BETWEEN) ? [] : settingBack(settings, row)));
  return [...headers, ...rowBlocks(settings, rows, { allowOffice: true })];
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
  // What was taken back before, by a run that was cut, is back.
  if (!isOurs && !(isVersion && says('value') === before)) refuse(REFUSALS.changedSince(place));
  return [{ row, values: before === '' ? blankRow(table) : { value: /^\d+$/u.test(before) ? Number(before) : before } }];
}

function blankRow({ columns }: TabTable): Record<string, CellValue> {
  return Object.fromEntries([...columns.keys()].map((key): [string, CellValue] => [key, '']));
}
