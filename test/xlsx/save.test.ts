import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import type { CellModel, CellStyle, FormulaPaint, ListValidation, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { PLAIN_LOOK } from '../../src/xlsx/styles.ts';

/** A blank tab, with whatever the test says of it. */
function aSheet(given: Partial<SheetModel> = {}): SheetModel {
  return { ...newSheet(1, 'Kế hoạch'), ...given };
}

const aCell = (value: CellModel['value'], style: Partial<CellStyle> = {}, formula: string | null = null): CellModel => ({
  value,
  formula,
  style: { ...PLAIN_LOOK, ...style },
});

const column = (...cells: CellModel[]): SheetModel['cells'] => new Map(cells.map((cell, i) => [i + 1, new Map([[1, cell]])]));

const one = (sheet: SheetModel): WorkbookModel => ({ sheets: [sheet] });

/**
 * What the model says, in a form that does not depend on the order rules were added in. `holdsMore` is told of the tab's file,
 * what of it has no place in the model, and never by a model.
 */
function said({ sheets }: WorkbookModel): unknown {
  const sorted = <T>(rules: readonly T[]): string[] =>
    rules.map((rule) => JSON.stringify(Object.entries(rule as object).sort())).sort();
  return sheets.map(({ cells, validations, paints, columnStyles, columnWidths, holdsMore: _, ...rest }) => ({
    ...rest,
    cells: [...cells]
      .flatMap(([row, line]) => [...line].map(([at, cell]) => [row, at, cell] as const))
      .filter(([, at, cell]) => !isBlank(cell, columnStyles.get(at)))
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    columnStyles: [...columnStyles]
      .filter(([, style]) => JSON.stringify(style) !== JSON.stringify(PLAIN_LOOK))
      .sort(([a], [b]) => a - b),
    columnWidths: [...columnWidths].sort(([a], [b]) => a - b),
    validations: sorted(validations),
    paints: sorted(paints),
  }));
}

const styleText = (style: CellStyle = PLAIN_LOOK): string => JSON.stringify(Object.entries(style).sort());
const isBlank = (cell: CellModel, style: CellStyle | undefined): boolean =>
  cell.value === '' && cell.formula === null && styleText(cell.style) === styleText(style);

const aList: ListValidation = {
  row: 3,
  column: 2,
  rows: 100,
  columns: 1,
  choices: ['Tuần', 'Tháng'],
  allowInvalid: false,
  help: 'Chọn một',
};
const aPaint: FormulaPaint = {
  row: 3,
  column: 1,
  rows: 50,
  columns: 4,
  formula: '$B3<5&"a>b"',
  background: '#ffcccc',
  fontColor: '#990000',
  bold: true,
  ours: true,
};

describe('saving a new workbook', () => {
  it.each([
    ['a number', 12.5],
    ['a negative number', -0.001],
    ['true', true],
    ['Vietnamese text', 'Chỉ đạo, điều hành'],
    ['decomposed letters', 'Tiê\u0301ng Viê\u0323t'],
    ['emoji', 'xong 👍🏽'],
    ['half a pair', 'a\ud83d b'],
    ['control characters', 'a\u0001\u0000b\u001f'],
    ['a carriage return', 'a\rb'],
    ['lines and tabs', ' a\n\tb\n'],
    ['the escape itself', '_x000D_ _x0041_x0042_'],
    ['text like a formula', '=1+1'],
    ['text like markup', '<a href="x">&amp;</a> ]]>'],
    ['text like a number', '0123'],
    ['spaces only', '   '],
  ])('keeps %s', (_, value) => {
    const back = readXlsx(saveXlsx(null, one(aSheet({ cells: column(aCell(value)) }))));
    expect(back.sheets[0]?.cells.get(1)?.get(1)).toEqual(aCell(value));
  });

  it('keeps styles, widths, frozen panes, lists, paints, colours, hidden tabs and formulas', () => {
    const rich = aSheet({
      cells: column(
        aCell('Tiêu đề', {
          bold: true,
          background: '#d9ead3',
          fontColor: '#274e13',
          wrap: true,
          horizontal: 'center',
          vertical: 'middle',
        }),
        aCell(45_463, { numberFormat: 'dd/MM/yyyy' }),
        aCell(0.7, { numberFormat: '0.00%' }),
        aCell(3, {}, 'SUM(A2:A3)'),
        aCell('a & b', { numberFormat: '0 "năm"' }, 'IF(A1<>"",A1&" & ","<")'),
      ),
      frozenRows: 2,
      frozenColumns: 1,
      tabColor: '#38761d',
      columnStyles: new Map([[3, { ...PLAIN_LOOK, wrap: true, vertical: 'top' }]]),
      columnWidths: new Map([
        [1, 220],
        [3, 91],
      ]),
      validations: [
        aList,
        { ...aList, column: 5, choices: ['Chỉ đạo, điều hành', 'x'.repeat(300)], allowInvalid: true, help: null },
      ],
      paints: [aPaint, { ...aPaint, row: 9, background: null, bold: false }],
    });
    const model = { sheets: [rich, aSheet({ id: 7, name: "Tab 'của' <ta> & bạn", hidden: true })] };
    const bytes = saveXlsx(null, model);
    expect(said(readXlsx(bytes))).toEqual(said(model));
    expect(readXlsx(bytes).sheets.map(({ holdsMore }) => holdsMore)).toEqual([true, false]);
    expect(saveXlsx(bytes, model)).toBe(bytes);
    expect(saveXlsx(null, model)).toEqual(bytes);
  });
});

const styles = fc.record({
  numberFormat: fc.constantFrom('General', '0%', '@', 'dd/MM/yyyy', '0.0 "x"'),
  background: fc.constantFrom(null, '#ffffff', '#fce5cd'),
  fontColor: fc.constantFrom(null, '#cc0000'),
  bold: fc.boolean(),
  wrap: fc.boolean(),
  horizontal: fc.constantFrom('left' as const, 'center' as const, 'right' as const, null),
  vertical: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const, null),
});
const cells = fc.record({
  value: fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
      fc.boolean(),
    )
    .map((v) => (typeof v === 'string' ? v.replace(/\r\n?/gu, '\n') : v)),
  formula: fc.option(fc.constantFrom('A1+1', 'IF(B2<3,"a","b")')),
  style: styles,
});
const place = { row: fc.integer({ min: 1, max: 30 }), column: fc.integer({ min: 1, max: 8 }) };
const area = { ...place, rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 3 }) };
const grids = fc.array(fc.record({ ...place, cell: cells }), { maxLength: 25 }).map((list) => {
  const grid: SheetModel['cells'] = new Map();
  for (const { row, column: at, cell } of list) grid.set(row, (grid.get(row) ?? new Map()).set(at, cell));
  return grid;
});
const sheets = fc.record({
  hidden: fc.boolean(),
  tabColor: fc.constantFrom(null, '#123456'),
  frozenRows: fc.integer({ min: 0, max: 3 }),
  frozenColumns: fc.integer({ min: 0, max: 2 }),
  cells: grids,
  columnStyles: fc.array(fc.tuple(place.column, styles), { maxLength: 3 }).map((list) => new Map(list)),
  columnWidths: fc
    .array(fc.tuple(place.column, fc.integer({ min: 20, max: 400 })), { maxLength: 3 })
    .map((list) => new Map(list)),
  validations: fc.uniqueArray(
    fc.record({
      ...area,
      choices: fc.array(
        fc.string({ minLength: 1 }).map((s) => `c${s}`),
        { minLength: 1, maxLength: 4 },
      ),
      allowInvalid: fc.boolean(),
      help: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
    }),
    { maxLength: 3, selector: (rule) => JSON.stringify(rule) },
  ),
  paints: fc.uniqueArray(
    fc.record({
      ...area,
      formula: fc.constantFrom('$A1="x"', 'B1<2'),
      background: fc.constantFrom(null, '#abcdef'),
      fontColor: fc.constantFrom(null, '#fedcba'),
      bold: fc.boolean(),
      ours: fc.constant(true),
    }),
    { maxLength: 3, selector: (rule) => JSON.stringify(rule) },
  ),
});
const books = fc
  .array(sheets, { minLength: 1, maxLength: 3 })
  .map((list) => ({ sheets: list.map((sheet, i) => aSheet({ ...sheet, id: i + 1, name: `Tab ${i + 1}` })) }));

describe('whatever a model says', () => {
  it('is what is read after saving, from nothing and over another workbook', () => {
    fc.assert(
      fc.property(books, books, (first, second) => {
        const bytes = saveXlsx(null, first);
        expect(said(readXlsx(bytes))).toEqual(said(first));
        const again = saveXlsx(bytes, second);
        // A width, once set, is not taken back.
        for (const [i, sheet] of second.sheets.entries()) {
          for (const [at, width] of first.sheets[i]?.columnWidths ?? [])
            if (!sheet.columnWidths.has(at)) sheet.columnWidths.set(at, width);
        }
        expect(said(readXlsx(again))).toEqual(said(second));
        expect(saveXlsx(again, second)).toBe(again);
      }),
      { numRuns: 150 },
    );
  });
});
