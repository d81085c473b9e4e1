import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sayMoment, sayRefused, saySize } from '../../src/words/pages/workbench.ts';
import { cellAddress } from '../../src/workbench/address.ts';
import { extentOf, placeAt, placeOf } from '../../src/workbench/extent.ts';
import { chartFigures } from '../../src/workbench/grid/chart-over.tsx';
import { emptying, pasting } from '../../src/workbench/grid/exchange.ts';
import { type Act, actOf, type Mode } from '../../src/workbench/grid/keys.ts';
import { movedSpot, runsOf } from '../../src/workbench/grid/moves.ts';
import { readableInk } from '../../src/workbench/ink.ts';
import { findIn, firstOpenRow, guardAt, listAt, periodsIn, refusesAny, sheetOf, shownRows } from '../../src/workbench/sheet.ts';
import { readTsv, writeTsv } from '../../src/workbench/tsv.ts';
import { aTab } from './fake.ts';

describe('the text that spreadsheets exchange', () => {
  it('gives back what was copied, whatever stands in the cells', () => {
    const cells = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'ạ', '"', '\t', '\n', '\r', ' ') }), { minLength: 2, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(cells, (rows) => {
        const width = rows[0]?.length ?? 0;
        const even = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
        expect(readTsv(writeTsv(even))).toEqual(even);
      }),
    );
  });

  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['"hai\ndòng"\tx', [['hai\ndòng', 'x']]],
    ['"không đóng\tx', [['"không đóng', 'x']]],
    ['cao 5" rộng', [['cao 5" rộng']]],
    ['"a"b\tc', [['"a"b', 'c']]],
    ['', [['']]],
    ['a\t', [['a', '']]],
  ])('%j is read as the cells %j', (text, cells) => {
    expect(readTsv(text)).toEqual(cells);
  });
});

describe('the colour to write with', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
  const part = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  const light = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce(
      (sum, weight, at) => sum + weight * part(Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16) / 255),
      0,
    );
  const contrast = (one: string, other: string) => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  it('is the cell’s own where it can be read, and can nearly always be read', () => {
    fc.assert(
      fc.property(color, color, (ink, background) => {
        const chosen = readableInk(ink, background);
        if (contrast(ink, background) >= 4.5) expect(chosen).toBe(ink);
        // Between dark ink and white lies a narrow band of greys where neither reaches 4.5; it is the better of both there.
        expect(contrast(chosen, background)).toBeGreaterThan(3.7);
      }),
    );
  });
});

describe('the lines and where they stand', () => {
  it('finds the line at every height, and its place by its number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 60 }), (heights) => {
        const rows = heights.map((_, at) => at * 3 + 5);
        const extent = extentOf(rows, (row) => heights[(row - 5) / 3] ?? 0);
        rows.forEach((row, at) => {
          expect(placeOf(rows, row)).toBe(at);
          expect(placeAt(extent, (extent.tops[at] ?? 0) + 1)).toBe(at);
        });
        expect(placeOf(rows, 4)).toBe(-1);
        expect(placeAt(extent, 1e9)).toBe(rows.length - 1);
      }),
    );
  });

  it('puts lines into runs that leave the others alone', () => {
    expect(runsOf([3, 4, 5, 9, 11, 12])).toEqual([
      [3, 3],
      [9, 1],
      [11, 2],
    ]);
  });

  it('pastes below the last line, fills a selection with one cell, and empties only what is shown', () => {
    const area = { row: 4, column: 2, rows: 3, columns: 2 };
    expect(pasting('a\tb\nc\td', { ...area, row: 8 }, [3, 4, 8])).toEqual([
      {
        row: 8,
        column: 2,
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    ]);
    expect(pasting('x', area, [4, 6])).toEqual([
      { row: 4, column: 2, rows: [['x', 'x']] },
      { row: 6, column: 2, rows: [['x', 'x']] },
    ]);
    expect(emptying(area, [3, 5, 6, 7])).toEqual([
      {
        row: 5,
        column: 2,
        rows: [
          ['', ''],
          ['', ''],
        ],
      },
    ]);
    expect(pasting(`${'\t'.repeat(999)}\n`.repeat(201), area, [4])).toBeNull();
  });
});

describe('a tab', () => {
  const sheet = sheetOf(aTab(20));
  const rows = shownRows(sheet, { roles: null, period: null });
  const field = { sheet, rows: [1, 2, ...rows] };

  it('knows its drop-downs, what is refused and what is warned of', () => {
    expect(listAt(sheet, { row: 9, column: 5 })?.choices).toContain('Đã hoàn thành');
    expect(listAt(sheet, { row: 9, column: 6 })).toBeNull();
    expect([3, 8].map((row) => guardAt(sheet, { row, column: 7 }))).toEqual(['refused', null]);
    expect(guardAt(sheet, { row: 9, column: 1 })).toBe('warned');
    expect(refusesAny(sheet, { row: 1, column: 6, rows: 3, columns: 2 })).toBe(true);
    expect(refusesAny(sheet, { row: 7, column: 1, rows: 30, columns: 8 })).toBe(false);
  });

  it('shows the lines of a role, whatever the case and the composition of its letters', () => {
    expect(shownRows(sheet, { roles: ['TƯ PHÁP – Hộ tịch'.normalize('NFD')], period: null })).toEqual([4, 8, 12, 16, 20]);
    expect(rows).toHaveLength(38);
  });

  it('shows the lines of a period and begins at the first of the open one; a tab whose lines have none shows all', () => {
    const told = aTab(20);
    const older = told.cells.map((line) =>
      line.row > 2 && line.row < 10 ? { ...line, cells: { ...line.cells, 2: { t: 'Quý I 2024' } } } : line,
    );
    const two = sheetOf({ ...told, cells: older });
    expect(periodsIn(two)).toEqual(['Quý I 2024', '6 tháng đầu năm 2024']);
    expect(shownRows(two, { roles: null, period: 'Quý I 2024' })).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(shownRows(two, { roles: ['Tư pháp – Hộ tịch'], period: 'Quý I 2024' })).toEqual([4, 8]);
    expect(firstOpenRow(two, ['6 THÁNG đầu năm 2024'])).toBe(10);
    expect(firstOpenRow(two, ['Năm 2024'])).toBeNull();
    const calendar = sheetOf({ ...told, keyColumns: [2] });
    expect([periodsIn(calendar), firstOpenRow(calendar, ['Quý I 2024'])]).toEqual([[], null]);
    expect(shownRows(calendar, { roles: null, period: 'Quý I 2024' })).toHaveLength(38);
  });

  it('has the chart of the overview in the cells that lie under it', () => {
    const cells = (texts: readonly string[]) => Object.fromEntries(texts.map((t, at) => [at + 6, { t }]));
    const told = [
      ['Kết quả đánh giá chỉ tiêu theo lĩnh vực'],
      ['Lĩnh vực', 'Đạt', 'Gần đạt', 'Chưa đạt', 'Chưa có số liệu'],
      ['Thể chế', '3', '–', '1', '–'],
      ['Thủ tục', '5', '1', '2', '4'],
    ].map((texts, at) => ({ row: at + 7, cells: cells(texts) }));
    expect(chartFigures(sheetOf({ ...aTab(0), cells: told }))).toEqual({
      row: 7,
      column: 6,
      series: ['Đạt', 'Gần đạt', 'Chưa đạt', 'Chưa có số liệu'],
      bars: [
        { name: 'Thể chế', counts: [3, 0, 1, 0] },
        { name: 'Thủ tục', counts: [5, 1, 2, 4] },
      ],
    });
    expect(chartFigures(sheet)).toBeNull();
  });

  it('finds a text typed in either composition', () => {
    expect(findIn(sheet, 'chưa đạt'.normalize('NFD'), rows).map(({ row }) => row)).toEqual([3, 6, 9, 12, 15, 18, 21]);
    expect(findIn(sheet, '  ', rows)).toEqual([]);
  });

  test.each([
    [
      { row: 3, column: 1 },
      { by: 'up', far: false },
      { row: 2, column: 1 },
    ],
    [
      { row: 3, column: 1 },
      { by: 'left', far: false },
      { row: 3, column: 1 },
    ],
    [
      { row: 40, column: 8 },
      { by: 'down', far: false },
      { row: 40, column: 8 },
    ],
    [
      { row: 5, column: 4 },
      { by: 'home', far: false },
      { row: 5, column: 1 },
    ],
    [
      { row: 5, column: 4 },
      { by: 'end', far: false },
      { row: 5, column: 8 },
    ],
    [
      { row: 5, column: 1 },
      { by: 'down', far: true },
      { row: 22, column: 1 },
    ],
    [
      { row: 5, column: 5 },
      { by: 'right', far: true },
      { row: 5, column: 6 },
    ],
    [
      { row: 5, column: 4 },
      { by: 'end', far: true },
      { row: 22, column: 8 },
    ],
    [
      { row: 30, column: 1 },
      { by: 'up', far: true },
      { row: 22, column: 1 },
    ],
    [
      { row: 30, column: 8 },
      { by: 'down', far: true },
      { row: 40, column: 8 },
    ],
  ] as const)('from %j the key %j leads to %j', (from, key, to) => {
    expect(movedSpot(field, from, key)).toEqual(to);
  });
});

describe('a key', () => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  test.each<[Mode, { key: string } & Partial<typeof plain>, Act | null]>([
    ['ready', { key: 'ArrowDown', shiftKey: true }, { do: 'move', by: 'down', extend: true, far: false }],
    ['ready', { key: 'Enter' }, { do: 'edit' }],
    ['ready', { key: 'Tab' }, null],
    ['ready', { key: 'x' }, null],
    ['ready', { key: 'z', ctrlKey: true }, { do: 'undo' }],
    ['ready', { key: 'c', ctrlKey: true }, null],
    ['ready', { key: 'ArrowDown', altKey: true }, { do: 'list' }],
    ['quick', { key: 'ArrowUp' }, { do: 'commit', next: 'up' }],
    ['full', { key: 'ArrowUp' }, null],
    ['full', { key: 'Enter' }, { do: 'commit', next: 'down' }],
    ['full', { key: 'Enter', altKey: true }, { do: 'break' }],
    ['quick', { key: 'Tab', shiftKey: true }, { do: 'commit', next: 'left' }],
    ['quick', { key: 'Escape' }, { do: 'cancel' }],
    ['full', { key: 'z', ctrlKey: true }, null],
    ['choosing', { key: 'ArrowDown' }, { do: 'choose', step: 1 }],
    ['choosing', { key: 'ArrowLeft' }, null],
  ])('while %s, %j means %j', (mode, key, act) => {
    expect(actOf({ ...plain, ...key }, mode)).toEqual(act);
  });
});

describe('the words around the grid', () => {
  test.each([
    ['2024-06-20T01:00:00.000Z', '20/6/2024 08:00'],
    ['2024-12-31T17:30:00Z', '1/1/2025 00:30'],
    ['hôm qua', 'hôm qua'],
  ])('the moment %s is said %s', (iso, said) => {
    expect(sayMoment(iso)).toBe(said);
  });

  it('names a cell once, a file’s size shortly, a column by its letters', () => {
    expect(sayRefused('F5', 'Ô F5 có công thức.')).toBe('Ô F5 có công thức.');
    expect(sayRefused('F5', 'Ngày không đúng.')).toBe('Ô F5: Ngày không đúng.');
    expect([900, 48_945, 1_250_000].map(saySize)).toEqual(['1 kB', '49 kB', '1,3 MB']);
    expect([1, 26, 27, 702, 703].map((column) => cellAddress(1, column))).toEqual(['A1', 'Z1', 'AA1', 'ZZ1', 'AAA1']);
  });
});
