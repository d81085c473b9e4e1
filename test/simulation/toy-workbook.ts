import { newSidecar, type Sidecar } from '../../src/host/core/sidecar.ts';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { CellStyle, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';

/** Looks that travel with the cells, by which the checkers know whose a cell is wherever people have moved it. */
export const MACHINE: CellStyle = { ...PLAIN, background: '#eeeeee' };
export const KEY: CellStyle = { ...PLAIN, bold: true };

export const OWNER = 'van-thu@example.vn';
export const CLERK = 'can-bo@example.vn';
export const DATA_TAB = 1;

const HEADER = ['Mã', 'Tên', 'Số liệu', 'Kết quả', 'Ghi chú'];
const ROWS: readonly (readonly (string | number)[])[] = [
  ['Sổ thử', '', '', '', ''],
  HEADER,
  ['T1', 'Một', 12, 'T1:1', 'ghi chú một'],
  ['T2', 'Hai', 3, 'T2:1', 'ghi chú hai'],
  ['T3', 'Ba', 1.5, '', 'ghi chú ba'],
  ['T4', 'Bốn', 7, 'T4:1', ''],
  ['T5', 'Năm', 20, 'T5:1', 'ghi chú năm'],
];
export const HEADER_ROW = 2;
export const LAST_ROW = ROWS.length;

const styleOf = (row: number, column: number): CellStyle =>
  row <= HEADER_ROW ? PLAIN : column === 4 ? MACHINE : column === 1 ? KEY : PLAIN;

/** A small shared sheet: a key, what people type, what the machine computes (grey) in their midst, and two tabs of the machine's own. */
export function toyBook(): WorkbookModel {
  const data = newSheet(DATA_TAB, 'Số liệu');
  for (const [down, row] of ROWS.entries()) {
    const line = row.map((value, across) => {
      const style = styleOf(down + 1, across + 1);
      return [across + 1, { value, formula: null, style }] as const;
    });
    data.cells.set(down + 1, new Map(line));
  }
  data.columnStyles.set(4, MACHINE).set(1, KEY);
  return { sheets: [data, ledger(), newSheet(3, 'Nhật ký')] };
}

function ledger(): SheetModel {
  const sheet = newSheet(2, 'Thư đã gửi');
  sheet.cells.set(
    1,
    new Map(['Mã', 'Trạng thái'].map((value, across) => [across + 1, { value, formula: null, style: PLAIN }] as const)),
  );
  return sheet;
}

/** The toy's sidecar: shared with one more person. */
export function toySidecar(): Sidecar {
  return { ...newSidecar(OWNER), editors: [CLERK] };
}
