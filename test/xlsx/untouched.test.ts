import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellToWrite, insertAfter, newSheet, PLAIN, restyle } from '../../src/xlsx/areas.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { remember } from '../../src/xlsx/untouched.ts';

/** Three sheets of the same cells. */
function aBook(): WorkbookModel {
  const sheets = [1, 2, 3].map((id) => {
    const sheet = newSheet(id, `Tờ ${id}`);
    for (let row = 1; row <= 12; row += 1)
      for (let column = 1; column <= 4; column += 1)
        cellToWrite(sheet, row, column).value = column === 1 ? `Mã ${row}` : row * column;
    return sheet;
  });
  return readAgain({ sheets });
}

const readAgain = (model: WorkbookModel): WorkbookModel => readXlsx(saveXlsx(null, model));

type Change = (sheet: SheetModel, at: number) => unknown;

const write = (sheet: SheetModel, at: readonly [row: number, column: number], cell: Partial<CellModel>): unknown =>
  Object.assign(cellToWrite(sheet, ...at), cell);

/** Ways in which people and scripts change a sheet. */
const CHANGES: Readonly<Record<string, Change>> = {
  value: (sheet, at) => write(sheet, [at, 2], { value: `mới ${at}` }),
  'value in place': (sheet, at) => Object.assign(sheet.cells.get(at)?.get(2) ?? {}, { value: at * 7 + 0.5 }),
  formula: (sheet, at) => write(sheet, [at, 3], { formula: `B${at}+1` }),
  'new cell': (sheet, at) => write(sheet, [20 + at, 6], { value: true }),
  'cell gone': (sheet, at) => sheet.cells.get(at)?.delete(1),
  'row gone': (sheet, at) => sheet.cells.delete(at),
  style: (sheet, at) => restyle(sheet, { row: at, column: 1, rows: 1, columns: 2 }, { bold: true }),
  'rows inserted': (sheet, at) => insertAfter(sheet, 'row', { after: at, howMany: 2 }),
  'column style': (sheet, at) => sheet.columnStyles.set(at, { ...PLAIN, wrap: true }),
  width: (sheet, at) => sheet.columnWidths.set(at, 200 + at),
  'drop-down': (sheet, at) => sheet.validations.push({ ...ONE_CELL, row: at, choices: ['có', 'không'] }),
  rename: (sheet, at) => Object.assign(sheet, { name: `Tên ${sheet.id} ${at}` }),
  hide: (sheet) => Object.assign(sheet, { hidden: !sheet.hidden }),
  frozen: (sheet, at) => Object.assign(sheet, { frozenRows: at }),
  tab: (sheet) => Object.assign(sheet, { tabColor: '#ff0000' }),
};

const ONE_CELL = { column: 1, rows: 1, columns: 1, allowInvalid: true, help: null };

function changeBook(
  model: WorkbookModel,
  done: readonly { readonly what: string; readonly sheet: number; readonly at: number }[],
): void {
  for (const { what, sheet, at } of done) {
    const changed = model.sheets[sheet];
    if (changed !== undefined) CHANGES[what]?.(changed, at);
  }
  // A workbook without a tab to be seen cannot be.
  if (model.sheets.every(({ hidden }) => hidden)) Object.assign(model.sheets[0] ?? {}, { hidden: false });
}

const changes = fc.array(
  fc.record({ what: fc.constantFrom(...Object.keys(CHANGES)), sheet: fc.nat(2), at: fc.integer({ min: 1, max: 12 }) }),
  { maxLength: 5 },
);

describe('what nobody touched need not be read again', () => {
  it('a save that trusts the memory writes the very bytes of one that does not', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        const model = aBook();
        let bytes = saveXlsx(null, model);
        let memory = remember(model);
        for (const done of [first, second]) {
          changeBook(model, done);
          const [trusting, reading] = [saveXlsx(bytes, model, memory.isUntouched), saveXlsx(bytes, model)];
          expect(Buffer.compare(trusting, reading)).toBe(0);
          bytes = trusting;
          memory = remember(model, memory);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.keys(CHANGES))('%s is seen, and the other sheets are as they were', (what) => {
    const model = aBook();
    const memory = remember(model);
    const [first, ...others] = model.sheets;
    if (first === undefined) throw new Error('Bug: no sheet');
    expect(model.sheets.every(memory.isUntouched)).toBe(true);
    CHANGES[what]?.(first, 4);
    expect(memory.isUntouched(first)).toBe(false);
    expect(others.every(memory.isUntouched)).toBe(true);
  });

  it('a sheet that is new was never remembered', () => {
    expect(remember({ sheets: [] }).isUntouched(newSheet(9, 'Mới'))).toBe(false);
  });
});
