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

/** What reading a book of so many tabs takes, and saving one changed cell of it, in milliseconds. */
function timesOf(tabs: number): { readonly read: number; readonly save: number } {
  const bytes = saveXlsx(null, { sheets: Array.from({ length: tabs }, (_, i) => fullSheet(i + 1, 300)) });
  const start = performance.now();
  const model = readXlsx(bytes);
  const read = performance.now();
  model.sheets[3]?.cells.get(150)?.set(5, { value: 'đã sửa', formula: null, style: PLAIN_LOOK });
  const saved = saveXlsx(bytes, model);
  const end = performance.now();
  expect(saved).not.toBe(bytes);
  return { read: read - start, save: end - read };
}

it('reads a full book of sixteen tabs, and saves one changed cell of it, in a time that grows with its tabs', () => {
  timesOf(4);
  // The least of three: what a busy machine adds is no part of it. Twice the tabs, quadratic, would be four times.
  const least = (tabs: number, of: 'read' | 'save'): number => Math.min(...[1, 2, 3].map(() => timesOf(tabs)[of]));
  for (const of of ['read', 'save'] as const) expect(least(16, of) / least(8, of), of).toBeLessThan(3.5);
});
