import { tidy } from '../../domain/core/word.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { cellAt, isBlankCell, plainText } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { levelColumns } from '../../workbook/read/find-columns.ts';
import { fingerprint } from '../base/fingerprint.ts';

/** A row that an import wrote, and the mark of what the office's cells of it held then. */
export type RowMark = { readonly id: string; readonly mark: string };

/** The mark of values by column key: the same whatever the order of the columns, and whatever stands in grey cells. */
export function markOf(table: TabTable, values: Readonly<Record<string, CellValue>>): string {
  const levels = new Set(levelColumns(table.columns.keys()).map(({ key }) => key));
  const isOffice = (key: string): boolean => table.spec.columns[key]?.by === 'office' || levels.has(key);
  const said = Object.entries(values)
    .filter(([key, value]) => table.columns.has(key) && isOffice(key) && !isBlankCell(value))
    .map(([key, value]) => `${key}=${tidy(plainText(value))}`);
  return fingerprint(said.sort().join('\n'));
}

/** The mark of a row as it stands. */
export function markAt(table: TabTable, row: number): string {
  const values = [...table.columns].map(([key, column]): [string, CellValue] => [key, cellAt(table.raw, row, column)]);
  return markOf(table, Object.fromEntries(values));
}

/** Marks as `Ghi chú` of `Nhật ký` keeps them: `CT-01=…; CT-02=…`. */
export function rowMarks(marks: readonly RowMark[]): string {
  return marks.map(({ id, mark }) => `${id}=${mark}`).join('; ');
}

export function rowMarksIn(note: string): RowMark[] {
  return note.split(';').flatMap((part) => {
    const [, id, mark] = /^\s*(.+)=([0-9a-f]+)\s*$/u.exec(part) ?? [];
    return id === undefined || mark === undefined ? [] : [{ id, mark }];
  });
}
