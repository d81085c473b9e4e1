import { describe, expect, it } from 'vitest';
import { newSidecar } from '../../../src/host/core/sidecar.ts';
import type { HumanAct } from '../../simulation/acts.ts';
import { aSeat, aTab, valuesOf } from './a-tab.ts';

const TABLE = [
  ['Mã', 'Tên', 'Số'],
  ['T1', 'Một', 3],
  ['T2', 'Hai', 1],
];
const block = (...[row, column, rows, columns]: readonly [number, number, number, number]) => ({ row, column, rows, columns });

const CASES: readonly (readonly [HumanAct, readonly (readonly (string | number)[])[]])[] = [
  [
    { kind: 'insert-row', row: 2, side: 'above' },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['', '', '', ''],
      ['T1', 'Một', 3, ''],
    ],
  ],
  [
    { kind: 'insert-row', row: 2, side: 'below' },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', 'Một', 3, ''],
      ['', '', '', ''],
    ],
  ],
  [
    { kind: 'delete-row', row: 2 },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T2', 'Hai', 1, ''],
      ['', '', '', ''],
    ],
  ],
  [
    { kind: 'sort', from: 2, to: 3, column: 3, descending: false },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T2', 'Hai', 1, ''],
      ['T1', 'Một', 3, ''],
    ],
  ],
  [
    { kind: 'filter' },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', 'Một', 3, ''],
      ['T2', 'Hai', 1, ''],
    ],
  ],
  [
    { kind: 'move-column', from: 3, to: 1 },
    [
      ['Số', 'Mã', 'Tên', ''],
      [3, 'T1', 'Một', ''],
      [1, 'T2', 'Hai', ''],
    ],
  ],
  [
    { kind: 'add-column', before: 2 },
    [
      ['Mã', '', 'Tên', 'Số'],
      ['T1', '', 'Một', 3],
      ['T2', '', 'Hai', 1],
    ],
  ],
  [
    { kind: 'rename-header', row: 1, column: 3, text: 'Số lượng' },
    [
      ['Mã', 'Tên', 'Số lượng', ''],
      ['T1', 'Một', 3, ''],
      ['T2', 'Hai', 1, ''],
    ],
  ],
  [
    { kind: 'hide', axis: 'row', line: 2 },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', 'Một', 3, ''],
      ['T2', 'Hai', 1, ''],
    ],
  ],
  [
    { kind: 'merge', area: block(2, 1, 2, 2) },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', '', 3, ''],
      ['', '', 1, ''],
    ],
  ],
  [
    { kind: 'clear', area: block(2, 2, 2, 1) },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', '', 3, ''],
      ['T2', '', 1, ''],
    ],
  ],
  [
    { kind: 'paste-over', row: 2, column: 2, rows: [['Ba', '1,5']] },
    [
      ['Mã', 'Tên', 'Số', ''],
      ['T1', 'Ba', 1.5, ''],
      ['T2', 'Hai', 1, ''],
    ],
  ],
];

describe('a person', () => {
  it.each(CASES)('does %j, and undoes it', (what, after) => {
    const sheet = aTab(TABLE);
    const seat = aSeat(sheet);
    seat.do(what);
    expect(valuesOf(sheet, 3, 4)).toEqual(after);
    seat.do({ kind: 'undo' });
    expect(valuesOf(sheet, 3, 3)).toEqual(TABLE);
  });

  it('undoes only the last thing, and nothing when nothing was done', () => {
    const sheet = aTab(TABLE);
    const seat = aSeat(sheet);
    seat.do({ kind: 'delete-row', row: 2 });
    seat.do({ kind: 'rename-tab', name: 'Khác' });
    seat.do({ kind: 'undo' });
    expect([sheet.name, sheet.cells.size]).toEqual(['Số liệu', 2]);
    seat.do({ kind: 'undo' });
    seat.do({ kind: 'undo' });
    expect(valuesOf(sheet, 3, 3)).toEqual(TABLE);
  });

  it('duplicates a tab with its protections; the two are two', () => {
    const sheet = aTab(TABLE);
    const seat = aSeat(sheet);
    seat.do({ kind: 'protect', area: block(1, 1, 1, 3) });
    seat.do({ kind: 'duplicate-tab' });
    const [, copy] = seat.environment.book.sheets;
    expect([copy?.id, copy?.name]).toEqual([2, 'Bản sao của Số liệu']);
    expect(seat.environment.sidecar.protections.map(({ sheetId }) => sheetId)).toEqual([1, 2]);
    seat.do({ kind: 'clear', area: block(1, 1, 3, 3) });
    expect(copy?.cells.get(1)?.get(1)?.value).toBe('Mã');
    for (let i = 0; i < 3; i += 1) seat.do({ kind: 'undo' });
    expect([seat.environment.book.sheets.length, seat.environment.sidecar.protections]).toEqual([1, []]);
  });

  it('changes locale and zone', () => {
    const seat = aSeat(aTab(TABLE));
    seat.do({ kind: 'change-locale', locale: 'en_US' });
    seat.do({ kind: 'change-zone', timeZone: 'UTC' });
    expect(seat.environment.sidecar).toEqual({ ...newSidecar('van-thu@example.vn'), locale: 'en_US', timeZone: 'UTC' });
  });

  it('types with the person’s rights only', () => {
    const sheet = aTab(TABLE);
    const seat = aSeat(sheet);
    seat.environment.sidecar.owner = 'chu@example.vn';
    seat.environment.sidecar.protections.push({ sheetId: 1, area: null, description: '', warningOnly: false, editors: [] });
    expect(() => seat.do({ kind: 'paste-over', row: 1, column: 1, rows: [['x']] })).toThrow('protected cell');
  });
});
