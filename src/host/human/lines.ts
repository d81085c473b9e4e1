import type { SheetModel } from '../../xlsx/model.ts';
import { changeLines, type LineScope } from './change-lines.ts';
import { contentsOf, rulesOf, type Undo } from './contents.ts';
import { type LineChange, lineMoved, linesDeleted, linesInserted } from './line-change.ts';

type Axis = LineChange['axis'];

/** Blank lines come in before line `at`. */
export function insertLines(scope: LineScope, sheet: SheetModel, at: { axis: Axis; before: number; howMany: number }): Undo {
  const before = rulesOf(scope, sheet);
  changeLines(scope, sheet, linesInserted(at.axis, at.before, at.howMany));
  return () => {
    changeLines(scope, sheet, linesDeleted(at.axis, at.before, at.howMany));
    before();
  };
}

/** Lines go away with all that stands on them. */
export function deleteLines(scope: LineScope, sheet: SheetModel, at: { axis: Axis; from: number; howMany: number }): Undo {
  const { axis, from, howMany } = at;
  const area =
    axis === 'row'
      ? { row: from, column: 1, rows: howMany, columns: sheet.maxColumns }
      : { row: 1, column: from, rows: Math.max(1, ...sheet.cells.keys()), columns: howMany };
  const cells = contentsOf(sheet, area);
  const rules = rulesOf(scope, sheet);
  changeLines(scope, sheet, linesDeleted(axis, from, howMany));
  return () => {
    changeLines(scope, sheet, linesInserted(axis, from, howMany));
    cells();
    rules();
  };
}

/** A column is dragged so that it stands at number `to`. */
export function moveColumn(scope: LineScope, sheet: SheetModel, { from, to }: { from: number; to: number }): Undo {
  const before = rulesOf(scope, sheet);
  changeLines(scope, sheet, lineMoved('column', from, to));
  return () => {
    changeLines(scope, sheet, lineMoved('column', to, from));
    before();
  };
}
