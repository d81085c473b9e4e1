import { FILE_SENTENCES } from '../words/host/local.ts';
import type { SheetModel } from '../xlsx/model.ts';
import { type Environment, tellPending } from './core/environment.ts';
import type { HumanEdit } from './core/human-edit.ts';
import { tabNamed } from './core/look.ts';
import { Unusable } from './core/unusable.ts';
import { writeValues } from './services/cells.ts';
import { demandRight } from './services/protection.ts';
import { demandInside } from './services/range.ts';

export type Edited = {
  readonly sheet: SheetModel;
  readonly area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** As the edit event tells it: only of a single cell that was not cleared. */
  readonly value: string | null;
  /** The same of what stood there; of a blank cell there is none. */
  readonly oldValue: string | null;
};

/** Types into the sheet with the person's rights; what Google would refuse a person is refused here too. */
export function typeInto(environment: Environment, edit: HumanEdit): Edited {
  const sheet = tabNamed(environment.book, edit.tab);
  if (sheet === null) throw new Unusable(FILE_SENTENCES.noTab(edit.tab));
  const columns = edit.rows[0]?.length ?? 0;
  const area = { row: edit.row, column: edit.column, rows: edit.rows.length, columns };
  demandInside(sheet, area);
  demandRight(environment, sheet, area);
  const shown = (): string | null => (area.rows === 1 && area.columns === 1 ? eventText(sheet, area) : null);
  const oldValue = shown();
  const formulas = environment.script.formulas;
  writeValues(environment, { sheet, area }, edit.rows);
  // A person may write formulas; the counter is about the script.
  environment.script.formulas = formulas;
  tellPending(environment);
  return { sheet, area, value: shown(), oldValue };
}

/** Event values are texts: a checkbox is `TRUE`, a date its serial number (docs/platform.md#event-objects). */
function eventText(sheet: SheetModel, { row, column }: Edited['area']): string | null {
  const value = sheet.cells.get(row)?.get(column)?.value ?? '';
  if (value === '') return null;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
