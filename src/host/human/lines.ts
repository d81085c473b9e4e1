import type { SheetModel } from '../../xlsx/model.ts';
import { changeLines, type Desk } from './change-lines.ts';
import { contentsOf, rulesOf, type Undo } from './contents.ts';
import { type LineChange, lineMoved, linesDeleted, linesInserted } from './line-change.ts';

type Axis = LineChange['axis'];

/** Blank lines come in before line `at`. */
export function insertLines(desk: Desk, sheet: SheetModel, at: { axis: Axis; before: number; howMany: number }): Undo {
  const before = rulesOf(desk, sheet);
  changeLines(desk, sheet, linesInserted(at.axis, at.before, at.howMany));
  return () => {
    changeLines(desk, sheet, linesDeleted(at.axis, at.before, at.howMany));
    before();
  };
}

/** Lines go away with all that stands on them. */
export function deleteLines(desk: Desk, sheet: SheetModel, at: { axis: Axis; from: number; howMany: number }): Undo {
  const { axis, from, howMany } = at;
  const area =
    axis === 'row'
      ? { row: from, column: 1, rows: howMany, columns: sheet.maxColumns }
      : { row: 1, column: from, rows: Math.max(1, ...sheet.cells.keys()), columns: howMany };
  const cells = contentsOf(sheet, area);
  const rules = rulesOf(desk, sheet);
  changeLines(desk, sheet, linesDeleted(axis, from, howMany));
  return () => {
    changeLines(desk, sheet, linesInserted(axis, from, howMany));
    cells();
    rules();
  };
}

/** A column is dragged so that it stands at number `to`. */
export function moveColumn(desk: Desk, sheet: SheetModel, { from, to }: { from: number; to: number }): Undo {
  const before = rulesOf(desk, sheet);
  changeLines(desk, sheet, lineMoved('column', from, to));
  return () => {
    changeLines(desk, sheet, lineMoved('column', to, from));
    before();
  };
}
