import { type Area, movedRuns, relookedRuns } from '../../xlsx/areas.ts';
import type { FormulaPaint, SheetModel } from '../../xlsx/model.ts';
import type { Environment } from '../core/environment.ts';
import { piecesAfter } from './areas.ts';
import type { LineChange } from './line-change.ts';
import { type MovePart, referencesAfter } from './references.ts';

/** What people work on together: the workbook, what only Google keeps of it, and the cell before the eyes. */
export type LineScope = Pick<Environment, 'book' | 'sidecar'> & { readonly script: Pick<Environment['script'], 'active'> };

/**
 * Applies a change of lines to a tab and to all that stands on it or reads it: cells with their styles, column styles and widths,
 * validations, painted rules and their formulas, what charts draw, protections, frozen lines, the active cell, and formulas anywhere in the workbook.
 */
export function changeLines(scope: LineScope, sheet: SheetModel, change: LineChange): void {
  const frozen = change.axis === 'row' ? 'frozenRows' : 'frozenColumns';
  sheet[frozen] = frozenAfter(sheet[frozen], change);
  sheet[change.axis === 'row' ? 'maxRows' : 'maxColumns'] += change.gain;
  moveCells(sheet, change);
  moveReaders(scope, sheet, change);
  sheet.validations = sheet.validations.flatMap((rule) => piecesAfter(rule, change).map(({ area }) => ({ ...rule, ...area })));
  sheet.paints = sheet.paints.flatMap((paint) => paintsAfter(paint, sheet, change));
  sheet.charts = sheet.charts.map((chart) => ({ ...chart, ranges: chart.ranges.flatMap((range) => hullAfter(range, change)) }));
  moveProtections(scope, sheet, change);
  moveActive(scope, sheet, change);
}

function moveCells(sheet: SheetModel, change: LineChange): void {
  if (change.axis === 'row') {
    rekey(sheet.cells, change);
    sheet.blankRuns = movedRuns(sheet.blankRuns, change.to);
  } else {
    sheet.blankRuns = relookedRuns(sheet.blankRuns, (look) => {
      const moved = new Map(look);
      rekey(moved, change);
      return moved;
    });
    for (const line of sheet.cells.values()) rekey(line, change);
    rekey(sheet.columnStyles, change);
    rekey(sheet.columnWidths, change);
  }
}

function rekey<T>(map: Map<number, T>, change: LineChange): void {
  const held = [...map];
  map.clear();
  for (const [line, value] of held) {
    const to = change.to(line);
    if (to !== null) map.set(to, value);
  }
}

/** Lines frozen together stay frozen together; one that comes in among them is frozen too. */
function frozenAfter(frozen: number, change: LineChange): number {
  if (frozen === 0 || change.gain === 0) return frozen;
  if (change.gain > 0) return change.to(frozen) ?? frozen;
  return Array.from({ length: frozen }, (_, i) => i + 1).filter((line) => change.to(line) !== null).length;
}

function moveReaders({ book }: LineScope, changed: SheetModel, change: LineChange): void {
  const move: MovePart = (axis, line) => (axis === change.axis ? change.to(line) : line);
  for (const sheet of book.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) {
        if (cell.formula === null) continue;
        cell.formula = referencesAfter(cell.formula, { home: sheet.name, changed: changed.name }, move);
      }
    }
  }
}

/** A rule's formula is written for the first cell of its area: parts without `$` follow that cell. */
function paintsAfter(paint: FormulaPaint, sheet: SheetModel, change: LineChange): FormulaPaint[] {
  const start = change.axis;
  return piecesAfter(paint, change).map(({ area, from }) => {
    const move: MovePart = (axis, line, locked) => {
      if (axis !== change.axis) return line;
      if (locked) return change.to(line);
      const read = line + from - paint[start];
      return change.to(read) ?? read + area[start] - from;
    };
    return { ...paint, ...area, formula: referencesAfter(paint.formula, { home: sheet.name, changed: sheet.name }, move) };
  });
}

/** What a chart draws stays one area, wider or narrower by the lines that came in or went. */
function hullAfter(range: Area, change: LineChange): Area[] {
  const areas = piecesAfter(range, change).map(({ area }) => area);
  if (areas.length === 0) return [];
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const rows = Math.max(...areas.map((area) => area.row + area.rows)) - row;
  const columns = Math.max(...areas.map((area) => area.column + area.columns)) - column;
  return [{ row, column, rows, columns }];
}

function moveProtections({ sidecar }: LineScope, sheet: SheetModel, change: LineChange): void {
  sidecar.protections = sidecar.protections.flatMap((kept) => {
    if (kept.sheetId !== sheet.id || kept.area === null) return [kept];
    const [first, ...rest] = piecesAfter(kept.area, change);
    if (first === undefined) return [];
    // The script may hold this very protection.
    kept.area = { ...first.area };
    return [kept, ...rest.map(({ area }: { area: Area }) => ({ ...kept, area: { ...area } }))];
  });
}

function moveActive({ script }: LineScope, sheet: SheetModel, change: LineChange): void {
  if (script.active === null || script.active.sheetId !== sheet.id) return;
  const line = script.active[change.axis];
  const last = change.axis === 'row' ? sheet.maxRows : sheet.maxColumns;
  script.active = { ...script.active, [change.axis]: change.to(line) ?? Math.min(line, last) };
}
