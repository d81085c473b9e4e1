import { expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { PLAIN_LOOK } from '../../src/xlsx/styles.ts';

function fullSheet(id: number, rows: number): SheetModel {
  const cells: SheetModel['cells'] = new Map();
  for (let row = 1; row <= rows; row += 1) {
    const line = new Map<number, CellModel>();
    for (let column = 1; column <= 24; column += 1) {
      line.set(column, {
        value: column % 3 === 0 ? row * column : `Nhiệm vụ ${row}.${column}`,
        formula: null,
        style: PLAIN_LOOK,
      });
    }
    cells.set(row, line);
  }
  return { ...newSheet(id, `Tab ${id}`), frozenRows: 2, frozenColumns: 1, cells };
}

it('reads a full book of sixteen tabs, and saves one changed cell of it, in a couple of seconds', () => {
  const bytes = saveXlsx(null, { sheets: Array.from({ length: 16 }, (_, i) => fullSheet(i + 1, 1000)) });
  const start = performance.now();
  const model = readXlsx(bytes);
  const read = performance.now();
  model.sheets[3]?.cells.get(500)?.set(5, { value: 'đã sửa', formula: null, style: PLAIN_LOOK });
  const saved = saveXlsx(bytes, model);
  const end = performance.now();
  expect(saved).not.toBe(bytes);
  // Wide enough for a busy machine; on an idle one it is about half a second each.
  expect({ read: read - start < 6000, save: end - read < 6000 }).toEqual({ read: true, save: true });
});
