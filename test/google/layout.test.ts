import { describe, expect, it } from 'vitest';
import { paintSheet } from '../../src/google/adapters/paint.ts';
import type { Google } from '../../src/google/surface/google.ts';
import type { Sheet } from '../../src/google/surface/spreadsheet.ts';
import type { ColumnLayout, PaintRule } from '../../src/workbook/layout/layout.ts';
import { newSheet } from '../../src/xlsx/areas.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { aLayout } from '../contract/workbook.contract.ts';

const CHOICE: ColumnLayout = {
  width: 120,
  numberFormat: '@',
  background: '#fff9c4',
  fontColor: '#1f2933',
  wrap: true,
  align: 'left',
  choices: ['Đạt', 'Chưa đạt'],
  help: 'Chọn trong danh sách',
};
const RED: PaintRule = {
  row: 3,
  column: 1,
  rows: 10,
  columns: 1,
  formula: '=($A3<>"")',
  background: '#ffcdd2',
  fontColor: null,
  bold: true,
};

const made = (layout = aLayout()) => {
  const host = hostEnvironment();
  host.ports.workbook.layOut([layout], ['vp1@example.vn']);
  host.ports.workbook.flush();
  const sheet = host.environment.book.sheets.find(({ name }) => name === layout.name);
  if (sheet === undefined) throw new Error('not made');
  return { ...host, sheet };
};

describe('laying out a tab', () => {
  it('freezes, sets widths and formats columns from under the header to the bottom', () => {
    const { sheet } = made(aLayout({ columns: [CHOICE, CHOICE, { ...CHOICE, numberFormat: '0.00' }] }));
    expect([sheet.frozenRows, sheet.frozenColumns, sheet.columnWidths.get(3)]).toEqual([2, 1, 120]);
    const bottom = (column: number) => (sheet.cells.get(900)?.get(column)?.style ?? sheet.columnStyles.get(column))?.numberFormat;
    expect([bottom(1), bottom(2), bottom(3)]).toEqual(['@', '@', '0.00']);
  });

  it('makes the header bold', () => {
    const { sheet } = made();
    expect(sheet.cells.get(2)?.get(1)?.style.bold).toBe(true);
    expect(sheet.cells.get(3)?.get(1)?.style.bold ?? false).toBe(false);
  });

  it('offers choices that warn and never reject', () => {
    const { sheet } = made(aLayout({ columns: [CHOICE, CHOICE, CHOICE] }));
    expect(sheet.validations.map(({ choices, allowInvalid }) => ({ choices, allowInvalid }))).toEqual([
      { choices: ['Đạt', 'Chưa đạt'], allowInvalid: true },
    ]);
  });

  it('protects for clerks or warns, as the guard says', () => {
    const { environment } = made(
      aLayout({
        guards: [
          { kind: 'clerks', description: 'Kế hoạch', columns: null, rows: null },
          { kind: 'warning', description: 'Ô máy ghi', columns: { from: 2, count: 1 }, rows: null },
        ],
      }),
    );
    const kept = environment.sidecar.protections.map(({ description, warningOnly, area }) => ({
      description,
      warningOnly,
      area,
    }));
    expect(kept).toEqual([
      { description: 'Kế hoạch', warningOnly: false, area: null },
      { description: 'Ô máy ghi', warningOnly: true, area: { row: 1, column: 2, rows: 1000, columns: 1 } },
    ]);
  });

  it('lets who became a clerk later into the guard of a tab that is there, and puts nobody out', () => {
    const layout = aLayout({ guards: [{ kind: 'clerks', description: 'Kế hoạch', columns: null, rows: null }] });
    const { ports, environment } = made(layout);
    ports.workbook.layOut([layout], ['vp2@example.vn', 'VP1@example.vn']);
    expect(environment.sidecar.protections.map(({ editors }) => editors)).toEqual([['vp1@example.vn', 'vp2@example.vn']]);
    const asStranger = hostEnvironment({ book: environment.book, sidecar: environment.sidecar, user: 'tuphap@example.vn' });
    expect(() => asStranger.ports.workbook.layOut([layout], ['tuphap@example.vn'])).not.toThrow();
    expect(environment.sidecar.protections[0]?.editors).toEqual(['vp1@example.vn', 'vp2@example.vn']);
  });

  it('knows a tab in another spelling of its name', () => {
    const { ports, sheet } = made();
    sheet.name = ` ${'Nhập số liệu'.normalize('NFD').toUpperCase()}`;
    expect(ports.workbook.layOut([aLayout()], [])).toEqual({ made: [], kept: ['Nhập số liệu'], refused: [] });
  });

  it('leaves every tab that is there', () => {
    expect(made().environment.book.sheets.map(({ name }) => name)).toEqual(['Nhập số liệu', 'Trang tính1']);
  });
});

/** What can be put on a tab without a value, through what Google offers a script. */
const HELD: Readonly<Record<string, (sheet: Sheet, google: Google) => unknown>> = {
  'a value': (sheet) => sheet.getRange(3, 2, 1, 1).setValues([['của tôi']]),
  'a drop-down': (sheet, { SpreadsheetApp }) =>
    sheet.getRange(900, 20, 1, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a'], true).build()),
  'a colour': (sheet) => sheet.getRange(900, 20, 1, 1).setBackground('#ffcdd2'),
  'a number format': (sheet) => sheet.getRange(1, 3, 1000, 1).setNumberFormat('0.00'),
  'a guard': (sheet) => sheet.protect(),
  'a guarded part': (sheet) => sheet.getRange(1, 1, 2, 2).protect(),
  'a chart': (sheet) =>
    sheet.insertChart(
      sheet
        .newChart()
        .asBarChart()
        .addRange(sheet.getRange(1, 1, 2, 2))
        .build(),
    ),
};

describe('a tab that holds nothing', () => {
  const born = () => {
    const host = hostEnvironment({ book: { sheets: [newSheet(7, 'Trang tính1'), newSheet(8, 'Phân công')] } });
    const [sheet] = host.google.SpreadsheetApp.getActiveSpreadsheet().getSheets();
    if (sheet === undefined) throw new Error('no sheet');
    const names = () => host.environment.book.sheets.map(({ name }) => name);
    return { ...host, sheet, names };
  };

  it('goes, and comes back behind the others, once', () => {
    const { ports, names } = born();
    expect([ports.workbook.dropIfBare(7), names()]).toEqual([true, ['Phân công']]);
    ports.workbook.addTab('Trang tính1');
    ports.workbook.addTab(' TRANG TÍNH1');
    expect(names()).toEqual(['Phân công', 'Trang tính1']);
    expect(ports.workbook.dropIfBare(7)).toBe(false);
  });

  it.each(Object.keys(HELD))('is none when it has %s', (what) => {
    const { ports, google, sheet, names } = born();
    HELD[what]?.(sheet, google);
    expect([ports.workbook.dropIfBare(7), names()]).toEqual([false, ['Trang tính1', 'Phân công']]);
  });
});

describe('painting a sheet again', () => {
  it('replaces our rules, recognised by their formula, and keeps the office’s', () => {
    const { google, sheet } = made(aLayout({ paint: [RED] }));
    sheet.paints.push({ ...RED, formula: '$B3="của tôi"', ours: false });
    const handle = google.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    if (handle === undefined) throw new Error('no sheet');
    paintSheet(google.SpreadsheetApp, handle, { paint: [{ ...RED, background: '#ffffff' }], formerPaint: [] });
    expect(sheet.paints.map(({ formula, background }) => [formula, background])).toEqual([
      ['$B3="của tôi"', '#ffcdd2'],
      ['($A3<>"")', '#ffffff'],
    ]);
  });
});
