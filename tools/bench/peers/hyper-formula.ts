import type { FormulaSheet } from './formulas.ts';
import type { Peers } from './install.ts';

type Engine = { getCellValue(at: { sheet: number; row: number; col: number }): unknown; destroy(): void };
type Package = { readonly HyperFormula: { buildFromSheets(sheets: object, options: object): Engine } };

/** Builds HyperFormula over the sheet, which calculates every formula, and reads these cells (1-based). */
export type Calculate = (sheet: FormulaSheet, cells: readonly { readonly row: number; readonly column: number }[]) => string[];

/** HyperFormula, or `null` where it is not installed. */
export function hyperFormula(peers: Peers): Calculate | null {
  const found = peers.load('hyperformula') as Package | null;
  if (found === null) return null;
  return (sheet, cells) => {
    const engine = found.HyperFormula.buildFromSheets({ A: sheet }, { licenseKey: 'gpl-v3', maxRows: sheet.length + 1 });
    const values = cells.map(({ row, column }) => String(engine.getCellValue({ sheet: 0, row: row - 1, col: column - 1 })));
    engine.destroy();
    return values;
  };
}
