import type { FormulaPaint, SheetModel } from '../../../xlsx/model.ts';
import { readPaintFormula } from './paint-formula.ts';
import type { Operand } from './paint-operand.ts';

/** What the conditional formats do to a cell; nothing of what they leave alone. */
export type Painted = { readonly background: string | null; readonly fontColor: string | null; readonly bold: boolean };

type Rule = { readonly paint: FormulaPaint; readonly holds: NonNullable<ReturnType<typeof readPaintFormula>> };

const read = new Map<string, ReturnType<typeof readPaintFormula>>();

function understood(formula: string): ReturnType<typeof readPaintFormula> {
  const known = read.get(formula);
  if (known !== undefined) return known;
  const rule = readPaintFormula(formula);
  read.set(formula, rule);
  return rule;
}

/**
 * The colours of a tab at a moment (a serial number), line by line, from the very rules that stand in the file. One whose
 * formula is outside the small grammar of ours paints nothing; of several that hold the first decides, property by property.
 */
export function paintsOf(sheet: SheetModel, now: number): (row: number) => ReadonlyMap<number, Painted> {
  const rules = sheet.paints.flatMap((paint): Rule[] => {
    const holds = understood(paint.formula);
    return holds === null ? [] : [{ paint, holds }];
  });
  const at = (row: number, column: number): Operand => operandAt(sheet, row, column);
  return (row) => {
    const painted = new Map<number, Painted>();
    for (const { paint, holds } of rules) {
      if (row < paint.row || row >= paint.row + paint.rows) continue;
      for (const column of columnsIn(sheet, paint, row)) {
        const asked = { row, down: row - paint.row, across: column - paint.column, at, now };
        if (holds(asked)) painted.set(column, under(painted.get(column), paint));
      }
    }
    return painted;
  };
}

/** A wide rule is asked only where something stands: a blank cell shows no letters, and ours give it no ground either. */
function columnsIn(sheet: SheetModel, { column, columns }: FormulaPaint, row: number): number[] {
  if (columns === 1) return [column];
  return [...(sheet.cells.get(row)?.keys() ?? [])].filter((one) => one >= column && one < column + columns);
}

function under(above: Painted | undefined, { background, fontColor, bold }: FormulaPaint): Painted {
  return {
    background: above?.background ?? background,
    fontColor: above?.fontColor ?? fontColor,
    bold: above?.bold === true || bold,
  };
}

function operandAt(sheet: SheetModel, row: number, column: number): Operand {
  const cell = sheet.cells.get(row)?.get(column);
  return cell === undefined || (cell.value === '' && cell.formula === null) ? null : cell.value;
}
