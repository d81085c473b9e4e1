import type { SheetCell } from '../../google/surface/spreadsheet.ts';
import { type Area, a1, cellToWrite, MAX_CELL_LENGTH, overlap, styleAt } from '../../xlsx/areas.ts';
import type { CellModel, ListValidation, SheetModel } from '../../xlsx/model.ts';
import { civilIn, civilOfSerial, instantIn, isDateFormat, serialOfCivil } from '../../xlsx/serial.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { readTyped, type TypedCell } from './typed-entry.ts';

/** The values of an area as `getValues` gives them: blank is `''`, a formula gives its cached result, a date is a Date in the workbook's zone. */
export function readValues(environment: Environment, sheet: SheetModel, area: Area): SheetCell[][] {
  return eachRow(area, (row) => {
    const line = sheet.cells.get(row);
    return eachColumn(area, (column) => {
      const cell = line?.get(column);
      return cell === undefined ? '' : shownValue(cell, environment.sidecar.timeZone);
    });
  });
}

/** The number formats of an area. */
export function readFormats(sheet: SheetModel, area: Area): string[][] {
  return eachRow(area, (row) => {
    const line = sheet.cells.get(row);
    return eachColumn(area, (column) => (line?.get(column)?.style ?? styleAt(sheet, row, column)).numberFormat);
  });
}

/** The backgrounds of an area as Google writes them, white where a cell has none. */
export function readBackgrounds(sheet: SheetModel, area: Area): string[][] {
  return eachRow(area, (row) => eachColumn(area, (column) => styleAt(sheet, row, column).background ?? '#ffffff'));
}

/** The drop-downs over the cells of an area. */
export function readValidations(sheet: SheetModel, area: Area): (ListValidation | null)[][] {
  const over = sheet.validations.filter((rule) => overlap(rule, area) !== null);
  const holds = (rule: ListValidation, row: number, column: number): boolean =>
    overlap(rule, { row, column, rows: 1, columns: 1 }) !== null;
  return eachRow(area, (row) => eachColumn(area, (column) => over.find((rule) => holds(rule, row, column)) ?? null));
}

/** Notes are not read from a file: a tab that holds some says so as `getDrawings` does. */
export function readNotes(area: Area): string[][] {
  return eachRow(area, () => eachColumn(area, () => ''));
}

/** The formulas of an area, each with its `=`. */
export function readFormulas(sheet: SheetModel, area: Area): string[][] {
  return eachRow(area, (row) =>
    eachColumn(area, (column) => {
      const formula = sheet.cells.get(row)?.get(column)?.formula ?? null;
      return formula === null ? '' : `=${formula}`;
    }),
  );
}

function shownValue(cell: CellModel, zone: string): SheetCell {
  if (typeof cell.value !== 'number' || !isDateFormat(cell.style.numberFormat)) return cell.value;
  return instantIn(civilOfSerial(cell.value), zone);
}

/** Writes an area as `setValues` does: strings are read as typing, and what Google would refuse is refused. */
export function writeValues(
  environment: Environment,
  target: { sheet: SheetModel; area: Area },
  values: readonly (readonly SheetCell[])[],
): void {
  const { sheet, area } = target;
  const cells = values.flatMap((line, down) =>
    line.map((value, across) => ({ row: area.row + down, column: area.column + across, value })),
  );
  const refusal = cells.map((cell) => refusalOf(sheet, cell)).find((found) => found !== null) ?? null;
  if (refusal !== null) {
    // Google buffers writes: the whole write is refused, and the script learns it at its next read or flush.
    environment.pending.error ??= refusal;
    return;
  }
  for (const { row, column, value } of cells)
    put(sheet, { row, column }, typedCell(environment, styleAt(sheet, row, column).numberFormat, value));
  environment.script.formulas += cells.filter(({ row, column }) => sheet.cells.get(row)?.get(column)?.formula != null).length;
}

type Put = { readonly row: number; readonly column: number; readonly value: SheetCell };

function refusalOf(sheet: SheetModel, { row, column, value }: Put): GoogleError | null {
  if (typeof value === 'string' && value.length > MAX_CELL_LENGTH) {
    return new GoogleError('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  const here = { row, column, rows: 1, columns: 1 };
  const strict = sheet.validations.find((rule) => !rule.allowInvalid && overlap(rule, here));
  if (strict === undefined || value === '' || strict.choices.includes(String(value))) return null;
  return new GoogleError(
    `The data you entered in cell ${a1(row, column)} violates the data validation rules set on this cell. ` +
      `Please enter one of the following values: ${strict.choices.join(', ')}.`,
  );
}

/** What one value becomes in a cell under `format`. */
function typedCell(environment: Environment, format: string, value: SheetCell): TypedCell {
  const { locale, timeZone } = environment.sidecar;
  // A script can hand over what our types forbid it: Google takes nothing for a blank.
  if (value === undefined || value === null) return { value: '', format: null, formula: null };
  if (typeof value === 'string') return readTyped(value, { locale, format, today: environment.now().day });
  if (!(value instanceof Date)) return { value, format: null, formula: null };
  const civil = civilIn(value, timeZone);
  const timed = civil.hours + civil.minutes + civil.seconds > 0;
  const dayFormat = locale === 'en_US' ? 'M/d/yyyy' : 'dd/MM/yyyy';
  return {
    value: serialOfCivil(civil),
    format: isDateFormat(format) ? null : `${dayFormat}${timed ? ' HH:mm:ss' : ''}`,
    formula: null,
  };
}

/** Puts a typed cell in its place; the format that typing brings replaces only a general one. */
function put(sheet: SheetModel, at: { row: number; column: number }, typed: TypedCell): void {
  const absent = sheet.cells.get(at.row)?.get(at.column) === undefined;
  if (absent && typed.value === '' && typed.formula === null) return;
  const cell = cellToWrite(sheet, at.row, at.column);
  cell.value = typeof typed.value === 'string' ? typed.value.replace(/\r\n?/gu, '\n') : typed.value;
  cell.formula = typed.formula;
  const brings = typed.format !== null && (cell.style.numberFormat === 'General' || isDateFormat(typed.format));
  if (brings && typed.format !== null) {
    sheet.cells.get(at.row)?.set(at.column, { ...cell, style: { ...cell.style, numberFormat: typed.format } });
  }
}

function eachRow<T>(area: Area, make: (row: number) => T): T[] {
  const rows: T[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) rows.push(make(row));
  return rows;
}

function eachColumn<T>(area: Area, make: (column: number) => T): T[] {
  const cells: T[] = [];
  for (let column = area.column; column < area.column + area.columns; column += 1) cells.push(make(column));
  return cells;
}
