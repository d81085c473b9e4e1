import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesAfter } from '../../../src/host/human/areas.ts';
import { changeLines } from '../../../src/host/human/change-lines.ts';
import { lineMoved, linesDeleted, linesInserted } from '../../../src/host/human/line-change.ts';
import { deleteLines, insertLines, moveColumn } from '../../../src/host/human/lines.ts';
import { referencesAfter } from '../../../src/host/human/references.ts';
import { sortRows } from '../../../src/host/human/sort-rows.ts';
import { PLAIN } from '../../../src/xlsx/areas.ts';
import type { FormulaPaint, SheetModel } from '../../../src/xlsx/model.ts';
import { aDesk, aTab, valuesOf } from './a-tab.ts';

const area = (...[row, column, rows, columns]: readonly [number, number, number, number]) => ({ row, column, rows, columns });
const PAINT: FormulaPaint = {
  ...area(3, 1, 5, 3),
  formula: '($B3<>"")*(B$1=A3)',
  background: null,
  fontColor: null,
  bold: false,
  ours: true,
};

describe('an area', () => {
  it.each([
    ['is pushed by rows above it', area(3, 1, 5, 3), linesInserted('row', 3, 2), [area(5, 1, 5, 3)]],
    ['widens by rows inside it', area(3, 1, 5, 3), linesInserted('row', 4, 2), [area(3, 1, 7, 3)]],
    ['does not grow by rows right below it', area(3, 1, 5, 3), linesInserted('row', 8, 2), [area(3, 1, 5, 3)]],
    ['stays when columns come in', area(3, 2, 5, 3), linesInserted('column', 5, 1), [area(3, 2, 5, 3)]],
    ['shrinks', area(3, 1, 5, 3), linesDeleted('row', 2, 3), [area(2, 1, 3, 3)]],
    ['goes away whole', area(3, 1, 5, 3), linesDeleted('row', 3, 5), []],
    ['follows its one column', area(3, 2, 5, 1), lineMoved('column', 2, 6), [area(3, 6, 5, 1)]],
    ['keeps a column that moves within it', area(3, 1, 5, 3), lineMoved('column', 1, 3), [area(3, 1, 5, 3)]],
    ['is parted by a column that leaves it', area(3, 1, 5, 3), lineMoved('column', 2, 6), [area(3, 1, 5, 2), area(3, 6, 5, 1)]],
    ['is parted by a stranger among it', area(3, 1, 5, 3), lineMoved('column', 6, 2), [area(3, 1, 5, 1), area(3, 3, 5, 2)]],
  ])('%s', (...[, before, change, after]) => {
    expect(piecesAfter(before, change).map((piece) => piece.area)).toEqual(after);
  });
});

describe('a reference', () => {
  const tabs = { home: 'A', changed: 'A' };
  const inserted = linesInserted('row', 3, 1);
  const deleted = linesDeleted('row', 3, 1);
  it.each([
    ['SUM(A2:A5)+$B$3', 'SUM(A2:A6)+$B$4', inserted],
    ['"A3"&A3&LOG10(A3)', '"A3"&A4&LOG10(A4)', inserted],
    ["'A'!A3+'B'!A3+B!A3", "'A'!A4+'B'!A3+B!A3", inserted],
    ['A3+A4', '#REF!+A3', deleted],
    ['SUM(A1:A3)', 'SUM(A1:A2)', deleted],
    ['SUM($A$3:B5)+SUM(A3:B3)', 'SUM($A$3:B4)+SUM(#REF!)', deleted],
    ['A1+C1', 'C1+B1', lineMoved('column', 1, 3)],
  ])('%s becomes %s', (before, after, change) => {
    const move = (axis: 'row' | 'column', line: number) => (axis === change.axis ? change.to(line) : line);
    expect(referencesAfter(before, tabs, move)).toBe(after);
  });

  it('of another tab’s formula follows too', () => {
    expect(referencesAfter('A3+A!A3', { home: 'B', changed: 'A' }, (axis, n) => (axis === 'row' ? n + 1 : n))).toBe('A3+A!A4');
  });
});

describe('a painted rule', () => {
  it.each([
    ['with a row above it', linesInserted('row', 1, 1), [[4, '($B4<>"")*(B$2=A4)']]],
    ['whose first row goes', linesDeleted('row', 3, 1), [[3, '($B3<>"")*(B$1=A3)']]],
    ['with a column before what it reads', linesInserted('column', 2, 1), [[3, '($C3<>"")*(C$1=A3)']]],
    [
      'that falls into pieces',
      lineMoved('column', 2, 5),
      [
        [3, '($E3<>"")*(E$1=A3)'],
        [3, '($E3<>"")*(B$1=E3)'],
      ],
    ],
  ])('%s', (_, change, after) => {
    const sheet = aTab([]);
    sheet.paints = [PAINT];
    changeLines(aDesk(sheet), sheet, change);
    expect(sheet.paints.map(({ row, formula }) => [row, formula])).toEqual(after);
  });
});

describe('lines', () => {
  it('carry styles, widths, frozen lines, protections and the active cell', () => {
    const sheet = aTab([['a', 'b', 'c']]);
    const scope = aDesk(sheet);
    Object.assign(sheet, { frozenColumns: 2 });
    sheet.columnStyles.set(2, { ...PLAIN, bold: true });
    sheet.columnWidths.set(2, 80);
    const kept = { sheetId: 1, area: area(1, 2, 9, 1), description: '', warningOnly: true, editors: [] };
    scope.sidecar.protections.push(kept);
    scope.script.active = { sheetId: 1, row: 1, column: 2 };
    insertLines(scope, sheet, { axis: 'column', before: 2, howMany: 1 });
    expect([sheet.frozenColumns, sheet.maxColumns]).toEqual([3, 27]);
    expect([[...sheet.columnStyles.keys()], [...sheet.columnWidths.keys()]]).toEqual([[3], [3]]);
    expect([kept.area.column, scope.script.active.column]).toEqual([3, 3]);
    expect(valuesOf(sheet, 1, 4)).toEqual([['a', '', 'b', 'c']]);
  });

  it('of one tab leave every other tab as it was', () => {
    const sheet = aTab([['a'], ['b']]);
    const other = { ...aTab([['c'], ['d']], 'Khác'), id: 2 };
    const scope = { ...aDesk(sheet), book: { sheets: [sheet, other] } };
    deleteLines(scope, sheet, { axis: 'row', from: 1, howMany: 1 });
    expect([valuesOf(sheet, 2, 1), valuesOf(other, 2, 1)]).toEqual([
      [['b'], ['']],
      [['c'], ['d']],
    ]);
  });
});

const value = fc.constantFrom<string | number | boolean>('', 'a', 'b', 1, 2, true, '=A1+$B$2', '=SUM(A1:B4)');
const rows = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const line = fc.integer({ min: 1, max: 4 });

/** A tab with everything that lines carry. */
function fullTab(values: (string | number | boolean)[][]): SheetModel {
  const sheet = aTab(values);
  Object.assign(sheet, { frozenRows: 2, frozenColumns: 1, paints: [PAINT] });
  sheet.validations = [{ ...area(2, 2, 6, 2), choices: ['a'], allowInvalid: true, help: null }];
  sheet.columnStyles.set(3, { ...PLAIN, bold: true });
  sheet.columnWidths.set(2, 80);
  return sheet;
}

const plain = (sheet: SheetModel): unknown => ({
  ...sheet,
  cells: [...sheet.cells]
    .flatMap(([row, cells]) => [...cells].map(([column, cell]) => [row, column, cell] as const))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  columnStyles: [...sheet.columnStyles],
  columnWidths: [...sheet.columnWidths],
});

describe('for every tab', () => {
  it('inserting and then deleting the same lines changes nothing', () => {
    fc.assert(
      fc.property(rows, line, fc.constantFrom('row' as const, 'column' as const), (values, at, axis) => {
        const sheet = fullTab(values);
        const before = structuredClone(plain(sheet));
        changeLines(aDesk(sheet), sheet, linesInserted(axis, at, 2));
        changeLines(aDesk(sheet), sheet, linesDeleted(axis, at, 2));
        expect(plain(sheet)).toEqual(before);
      }),
    );
  });

  it('every change of lines can be undone', () => {
    const change = fc.oneof(
      fc.record({ is: fc.constant('delete' as const), axis: fc.constantFrom('row' as const, 'column' as const), at: line }),
      fc.record({ is: fc.constant('insert' as const), axis: fc.constantFrom('row' as const, 'column' as const), at: line }),
      fc.record({ is: fc.constant('move' as const), at: line, to: line }),
    );
    fc.assert(
      fc.property(rows, change, (values, how) => {
        const sheet = fullTab(values);
        const scope = aDesk(sheet);
        scope.sidecar.protections.push({ sheetId: 1, area: area(2, 2, 2, 2), description: '', warningOnly: true, editors: [] });
        const before = structuredClone([plain(sheet), scope.sidecar]);
        const undo =
          how.is === 'delete'
            ? deleteLines(scope, sheet, { axis: how.axis, from: how.at, howMany: 1 })
            : how.is === 'insert'
              ? insertLines(scope, sheet, { axis: how.axis, before: how.at, howMany: 1 })
              : moveColumn(scope, sheet, { from: how.at, to: how.to });
        undo();
        expect([plain(sheet), scope.sidecar]).toEqual(before);
      }),
    );
  });

  it('moving a column there and back changes no cell', () => {
    fc.assert(
      fc.property(rows, line, line, (values, from, to) => {
        const sheet = aTab(values);
        const before = structuredClone(plain(sheet));
        moveColumn(aDesk(sheet), sheet, { from, to });
        moveColumn(aDesk(sheet), sheet, { from: to, to: from });
        expect(plain(sheet)).toEqual(before);
      }),
    );
  });

  it('a sort permutes whole rows, in order, and can be undone', () => {
    fc.assert(
      fc.property(rows, line, fc.boolean(), (values, column, descending) => {
        const sheet = aTab(values);
        const before = valuesOf(sheet, values.length + 1, 4);
        const undo = sortRows(sheet, { from: 1, to: values.length, column, descending });
        const after = valuesOf(sheet, values.length + 1, 4);
        expect(after.map(String).sort()).toEqual(before.map(String).sort());
        const numbers = after.map((row) => row[column - 1]).filter((held) => typeof held === 'number');
        expect(numbers).toEqual([...numbers].sort((a, b) => (descending ? b - a : a - b)));
        undo();
        expect(valuesOf(sheet, values.length + 1, 4)).toEqual(before);
      }),
    );
  });
});
