import type { Range, Sheet } from '../../google/surface/spreadsheet.ts';
import { type Area, restyle, without } from '../../xlsx/areas.ts';
import type { CellStyle, SheetModel } from '../../xlsx/model.ts';
import type { CallKind } from '../core/calls.ts';
import { type Environment, tellPending } from '../core/environment.ts';
import { GoogleError, wrongSignature } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { readBackgrounds, readFormats, readFormulas, readNotes, readValidations, readValues, writeValues } from './cells.ts';
import { demandRight, protect } from './protection.ts';
import { choicesOf, dataValidation } from './rules.ts';

/** The area behind a range made here, for the rules that are given ranges. */
export function areaOf(range: Range): Area {
  return { row: range.getRow(), column: range.getColumn(), rows: range.getNumRows(), columns: range.getNumColumns() };
}

/** The names of HTML, which Google takes for a colour and gives back as its digits. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  lime: '#00ff00',
  blue: '#0000ff',
  yellow: '#ffff00',
  green: '#008000',
  gray: '#808080',
  orange: '#ffa500',
};

const hexOf = (color: string | null): string | null => (color === null ? null : (NAMED[color.toLowerCase()] ?? color));

/** Throws Google's words for a place outside the sheet. */
export function demandInside(sheet: SheetModel, area: Area): void {
  const numbers = [area.row, area.column, area.rows, area.columns];
  if (!numbers.every((n) => typeof n === 'number')) throw wrongSignature('SpreadsheetApp.Sheet.getRange', numbers);
  const fault = [
    [area.row < 1, 'The starting row of the range is too small.'],
    [area.column < 1, 'The starting column of the range is too small.'],
    [area.rows < 1, 'The number of rows in the range must be at least 1.'],
    [area.columns < 1, 'The number of columns in the range must be at least 1.'],
    [
      area.row + area.rows - 1 > sheet.maxRows || area.column + area.columns - 1 > sheet.maxColumns,
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
  ] as const;
  const said = fault.find(([broken]) => broken);
  if (said !== undefined) throw new GoogleError(said[1]);
}

function demandShape(area: Area, values: unknown): void {
  if (!Array.isArray(values) || !values.every(Array.isArray)) throw wrongSignature('SpreadsheetApp.Range.setValues', [values]);
  demandSize('rows', values.length, area.rows);
  for (const line of values) demandSize('columns', line.length, area.columns);
}

function demandSize(what: 'rows' | 'columns', given: number, wanted: number): void {
  if (given === wanted) return;
  throw new GoogleError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}

type Readings = Pick<
  Range,
  'getValues' | 'getFormulas' | 'getNumberFormats' | 'getBackgrounds' | 'getNotes' | 'getDataValidations' | 'getMergedRanges'
>;

/** What is asked of an area's cells; a question tells what went wrong with the writes before it. */
function readingsOf(environment: Environment, { sheet, area }: { sheet: SheetModel; area: Area }): Readings {
  const read = <T>(kind: CallKind, take: () => T): T => {
    environment.calls.count(kind, area.rows * area.columns);
    tellPending(environment);
    return take();
  };
  return {
    getValues: () => read('values-read', () => readValues(environment, sheet, area)),
    getFormulas: () => read('values-read', () => readFormulas(sheet, area)),
    getNumberFormats: () => read('formats-read', () => readFormats(sheet, area)),
    getBackgrounds: () => read('formats-read', () => readBackgrounds(sheet, area)),
    getNotes: () => read('values-read', () => readNotes(area)),
    getDataValidations: () =>
      read('rules', () => readValidations(sheet, area).map((line) => line.map((rule) => rule && dataValidation(rule)))),
    // Merged cells are not read from a file: a tab that holds some says so as `getDrawings` does.
    getMergedRanges: () => read('formats-read', () => []),
  };
}

/** `Range` over an area of one sheet. */
export function rangeService(environment: Environment, place: { sheet: SheetModel; handle: Sheet; area: Area }): Range {
  const { sheet, handle, area } = place;
  const style = (change: Partial<CellStyle>): Range => {
    environment.calls.count('formats-written');
    demandRight(environment, sheet, area);
    restyle(sheet, area, change);
    return self;
  };
  const self: Range = service({
    getRow: () => area.row,
    getColumn: () => area.column,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getSheet: () => handle,
    ...readingsOf(environment, { sheet, area }),
    setValues: (values) => {
      environment.calls.count('values-written', area.rows * area.columns);
      demandShape(area, values);
      demandRight(environment, sheet, area);
      writeValues(environment, { sheet, area }, values);
      return self;
    },
    setNumberFormat: (format) => style({ numberFormat: format }),
    setBackground: (background) => style({ background: hexOf(background) }),
    setFontColor: (fontColor) => style({ fontColor: hexOf(fontColor) }),
    setFontWeight: (weight) => style({ bold: weight === 'bold' }),
    setHorizontalAlignment: (horizontal) => style({ horizontal }),
    setVerticalAlignment: (vertical) => style({ vertical }),
    setWrap: (wrap) => style({ wrap }),
    setDataValidation: (rule) => {
      environment.calls.count('rules');
      demandRight(environment, sheet, area);
      sheet.validations = sheet.validations.flatMap((kept) => without(kept, area));
      if (rule !== null) sheet.validations.push({ ...area, ...choicesOf(rule) });
      return self;
    },
    protect: () => protect(environment, sheet, area),
    activate: () => {
      environment.calls.count('screen');
      environment.script.active = { sheetId: sheet.id, row: area.row, column: area.column };
      return self;
    },
  });
  return self;
}
