import { newSidecar } from '../../../src/host/core/sidecar.ts';
import type { LineScope } from '../../../src/host/human/change-lines.ts';
import { newSheet, PLAIN } from '../../../src/xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../../src/xlsx/model.ts';
import { anEnvironment } from '../../helpers/environment.ts';
import { act, type HumanAct, type Seat } from '../../simulation/acts.ts';

type Value = CellModel['value'];

/** A tab of the given values, a text with `=` being a formula. */
export function aTab(rows: readonly (readonly Value[])[], name = 'Số liệu'): SheetModel {
  const sheet = newSheet(1, name);
  for (const [down, row] of rows.entries()) {
    const line = row.flatMap((value, across): [number, CellModel][] => (value === '' ? [] : [[across + 1, cellOf(value)]]));
    if (line.length > 0) sheet.cells.set(down + 1, new Map(line));
  }
  return sheet;
}

function cellOf(value: Value): CellModel {
  const isFormula = typeof value === 'string' && value.startsWith('=');
  return { value: isFormula ? 0 : value, formula: isFormula ? value.slice(1) : null, style: PLAIN };
}

/** The values of a tab's first rows and columns. */
export function valuesOf(sheet: SheetModel, rows: number, columns: number): Value[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => sheet.cells.get(r + 1)?.get(c + 1)?.value ?? ''),
  );
}

/** A scope with one tab on it. */
export function aDesk(sheet: SheetModel): LineScope {
  return { book: { sheets: [sheet] }, sidecar: newSidecar('van-thu@example.vn'), script: { active: null } };
}

/** A person at a workbook of one tab, and the tab. */
export function aSeat(sheet: SheetModel): Seat & { do(what: HumanAct): void } {
  const seat: Seat = { environment: anEnvironment({ book: { sheets: [sheet] } }), done: [] };
  return { ...seat, do: (what) => act(seat, sheet, what) };
}
