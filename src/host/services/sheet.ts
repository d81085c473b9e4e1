import type { ConditionalFormatRule, Range, Sheet } from '../../google/surface/spreadsheet.ts';
import { type Area, extent, insertAfter, movedArea } from '../../xlsx/areas.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import type { CallKind } from '../core/calls.ts';
import { type Environment, tellPending } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { chartsOf } from './charts.ts';
import { demandInsertRight, demandSheetRight, protect, protectionsOf } from './protection.ts';
import { areaOf, demandInside, rangeService } from './range.ts';
import { conditionalRule, paintOf } from './rules.ts';

/** `Sheet`: one tab. */
export function sheetService(environment: Environment, sheet: SheetModel): Sheet {
  const range = (area: Area): Range => {
    demandInside(sheet, area);
    return rangeService(environment, { sheet, handle: self, area });
  };
  const change = (kind: CallKind, apply: () => void): Sheet => {
    environment.calls.count(kind);
    demandSheetRight(environment, sheet);
    apply();
    return self;
  };
  const insert = (axis: 'row' | 'column', after: number, howMany: number): Sheet =>
    change('tabs', () => insertLines(environment, sheet, { axis, after, howMany }));
  const about = <T>(value: T): T => {
    environment.calls.count('about');
    return value;
  };
  const self: Sheet = service({
    getSheetId: () => sheet.id,
    getName: () => about(sheet.name),
    getDataRange: () => {
      const { rows, columns } = extent(sheet);
      return range({ row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    },
    getRange: (...[row, column, rows, columns]: Parameters<Sheet['getRange']>) => range({ row, column, rows, columns }),
    getMaxRows: () => about(sheet.maxRows),
    getMaxColumns: () => about(sheet.maxColumns),
    insertRowsAfter: (after, howMany) => insert('row', after, howMany),
    insertColumnsAfter: (after, howMany) => insert('column', after, howMany),
    isSheetHidden: () => about(sheet.hidden),
    hideSheet: () => change('tabs', () => hide(environment, sheet)),
    showSheet: () => change('tabs', () => (sheet.hidden = false)),
    setFrozenRows: (rows) => void change('formats-written', () => (sheet.frozenRows = rows)),
    setFrozenColumns: (columns) => void change('formats-written', () => (sheet.frozenColumns = columns)),
    setColumnWidths: (first, howMany, pixels) =>
      change('formats-written', () => {
        for (let column = first; column < first + howMany; column += 1) sheet.columnWidths.set(column, pixels);
      }),
    setTabColor: (color) => change('formats-written', () => (sheet.tabColor = color)),
    getConditionalFormatRules: () => rulesOf(environment, sheet, range),
    setConditionalFormatRules: (rules) => void change('rules', () => setRules(environment, sheet, rules)),
    getProtections: (type) => protectionsOf(environment, sheet, String(type) === 'SHEET' ? 'SHEET' : 'RANGE'),
    protect: () => protect(environment, sheet, null),
    // One for all of what a file's tab holds and Google has another name for, or none: notes, merges, borders, headers, footers.
    getDrawings: () => about(sheet.holdsMore === true ? [service({})] : []),
    getImages: () => about([]),
    ...chartsOf(sheet, { range, change, environment }),
  });
  return self;
}

function insertLines(
  environment: Environment,
  sheet: SheetModel,
  at: { axis: 'row' | 'column'; after: number; howMany: number },
): void {
  const lines = at.axis === 'row' ? 'rows' : 'columns';
  const max = at.axis === 'row' ? sheet.maxRows : sheet.maxColumns;
  if (at.after < 1 || at.after > max || at.howMany < 1) throw new GoogleError(`Those ${lines} are out of bounds.`);
  demandInsertRight(environment, sheet, (area) => sizeOf(movedArea(area, at.axis, at)) > sizeOf(area));
  insertAfter(sheet, at.axis, at);
  for (const kept of environment.sidecar.protections) {
    if (kept.sheetId === sheet.id && kept.area !== null) kept.area = movedArea(kept.area, at.axis, at);
  }
}

const sizeOf = ({ rows, columns }: Area): number => rows * columns;

function hide(environment: Environment, sheet: SheetModel): void {
  if (environment.book.sheets.every((other) => other === sheet || other.hidden)) {
    throw new GoogleError('You can’t hide all the sheets in a document.');
  }
  sheet.hidden = true;
}

function rulesOf(environment: Environment, sheet: SheetModel, range: (area: Area) => Range): ConditionalFormatRule[] {
  environment.calls.count('rules');
  tellPending(environment);
  return sheet.paints.map((paint) => {
    const { row, column, rows, columns } = paint;
    return conditionalRule(paint, [range({ row, column, rows, columns })]);
  });
}

function setRules(environment: Environment, sheet: SheetModel, rules: readonly ConditionalFormatRule[]): void {
  tellPending(environment);
  const known = rules.map((rule) => ({ rule, paint: paintOf(rule) }));
  sheet.paints = known.flatMap(({ rule, paint }) => rule.getRanges().map((over) => ({ ...areaOf(over), ...paint })));
}
