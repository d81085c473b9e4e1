import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { newSidecar } from '../../src/host/core/sidecar.ts';
import type { CellView } from '../../src/workbench/protocol.ts';
import { newLooks } from '../../src/workbench/server/paint/looks.ts';
import { lineViews } from '../../src/workbench/server/tab-view.ts';
import { lockedBy, sheetOf } from '../../src/workbench/sheet.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { plainXlsx } from '../helpers/plain-xlsx.ts';
import { aTab } from './fake.ts';

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const INSIDE = `<sheetData><row r="1">${cell('A1', 'Không nhập')}</row><row r="2">${cell('A2', 'x')}${cell('C2', '5')}</row><row r="3">${cell('A3', 'y')}</row></sheetData>`;

function painted(): SheetModel {
  const [sheet] = readXlsx(plainXlsx([{ name: 'Nhập', inside: INSIDE }])).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const rule = {
    row: 2,
    rows: 9,
    columns: 1,
    formula: '$A2="x"',
    background: '#f1f3f4',
    fontColor: null,
    bold: false,
    ours: true,
  };
  sheet.paints = [2, 3, 4, 5].map((column) => ({ ...rule, column }));
  return sheet;
}

describe('a blank cell that a rule gives a ground', () => {
  const looks = newLooks();
  const view = lineViews(painted(), { looks, sidecar: newSidecar(''), now: { day: day('2024-06-20'), minutes: 0 } });

  it('is told with its line as runs, beside the cells that hold something', () => {
    const { cells, blanks = [] } = view(2);
    expect(blanks.map(([from, to]) => [from, to])).toEqual([
      [2, 2],
      [4, 5],
    ]);
    expect(new Set(blanks.map(([, , look]) => looks.all[look]?.background))).toEqual(new Set(['#f1f3f4']));
    expect(looks.all[cells[3]?.s ?? 0]?.background).toBe('#f1f3f4');
  });

  it('costs a line nothing where no rule holds', () => {
    expect(view(3)).not.toHaveProperty('blanks');
  });
});

describe('a yellow cell that is not for typing', () => {
  const line = (row: number, texts: readonly string[]) => ({
    row,
    cells: Object.fromEntries(texts.map((t, at): [number, CellView] => [at + 1, { t }])),
  });
  const sheet = sheetOf({
    ...aTab(1),
    headerRow: 2,
    cells: [
      line(2, ['Mã', 'Tử số', 'Mẫu số', 'Kết quả nhập tay', 'Cách tính', 'Không nhập']),
      line(3, ['T1', '', '', '', '', 'Cả dòng: kỳ đã chốt']),
      line(4, ['T2', '', '', '', 'Lấy từ TK3.9 / TK3.8', 'Tử số; Mẫu số']),
      line(5, ['T3', '', '', '', '', '']),
    ],
  });

  it.each([
    [3, 2, { is: 'closed' }],
    [4, 2, { is: 'fed', how: 'Lấy từ TK3.9 / TK3.8' }],
    [4, 3, { is: 'fed', how: 'Lấy từ TK3.9 / TK3.8' }],
    [4, 4, null],
    [5, 2, null],
    [2, 2, null],
  ])('says why in line %s, column %s', (row, column, why) => {
    expect(lockedBy(sheet, { row, column })).toEqual(why);
  });
});
