import type { Sidecar } from '../../../host/core/sidecar.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../../xlsx/model.ts';

/** What became of a tab since it was looked at last. */
export type ChangedTab = {
  readonly sheet: SheetModel;
  /** Lines with another content or look, each with a way to the cells that stood there. */
  readonly lines: ReadonlyMap<number, CellsOf>;
  /** The tab itself changed (rules, columns, frozen lines), so all of it is to be asked again. */
  readonly isWhole: boolean;
};
/** The cell of a line in a column. */
export type CellsOf = (column: number) => CellModel | undefined;

export type ChangedBook = {
  readonly tabs: readonly ChangedTab[];
  /** Tabs came, went, changed places, names or colours. */
  readonly isOther: boolean;
};

/** Remembers the workbook as it was shown last; looking again says what differs, line by line. */
export type Watch = { look(): ChangedBook };

type HeldLine = readonly (number | CellModel['value' | 'formula' | 'style'])[];
type Held = { head: string; readonly lines: Map<number, HeldLine> };

/**
 * Compares cell by cell with what was shown last: the services write from many places, and 120,000 cells take a few
 * milliseconds. Cells are changed in place, so what they held is kept, not the cells.
 */
export function watchBook({ model, sidecar }: { readonly model: WorkbookModel; readonly sidecar: Sidecar }): Watch {
  const tabs = new Map<number, Held>();
  let strip = '';
  const look = (): ChangedBook => {
    const changed = model.sheets.flatMap((sheet) => changedTab(sheet, headOf(sheet, sidecar), tabs));
    const now = JSON.stringify(model.sheets.map(({ id, name, hidden, tabColor }) => [id, name, hidden, tabColor]));
    const isOther = now !== strip;
    strip = now;
    return { tabs: changed, isOther };
  };
  look();
  return { look };
}

function changedTab(sheet: SheetModel, head: string, tabs: Map<number, Held>): ChangedTab[] {
  const held = tabs.get(sheet.id) ?? { head, lines: new Map() };
  tabs.set(sheet.id, held);
  const lines = changedLines(sheet, held);
  const isWhole = held.head !== head;
  held.head = head;
  return isWhole || lines.size > 0 ? [{ sheet, lines, isWhole }] : [];
}

function changedLines({ cells }: SheetModel, { lines }: Held): Map<number, CellsOf> {
  const changed = new Map<number, CellsOf>();
  for (const [row, line] of cells) {
    const held = lines.get(row);
    if (held !== undefined && isSame(line, held)) continue;
    changed.set(row, cellsIn(held ?? []));
    lines.set(row, flat(line));
  }
  // As many lines, and each of them known: none went.
  if (lines.size === cells.size) return changed;
  for (const [row, held] of [...lines]) {
    if (cells.has(row)) continue;
    changed.set(row, cellsIn(held));
    lines.delete(row);
  }
  return changed;
}

const PARTS = 4;

function flat(line: ReadonlyMap<number, CellModel>): HeldLine {
  return [...line].flatMap(([column, { value, formula, style }]) => [column, value, formula, style]);
}

function cellsIn(held: HeldLine): CellsOf {
  return (column) => {
    for (let at = 0; at < held.length; at += PARTS) {
      if (held[at] !== column) continue;
      const [value, formula, style] = held.slice(at + 1, at + PARTS) as [
        CellModel['value'],
        CellModel['formula'],
        CellModel['style'],
      ];
      return { value, formula, style };
    }
    return undefined;
  };
}

function isSame(line: ReadonlyMap<number, CellModel>, held: HeldLine): boolean {
  if (line.size * PARTS !== held.length) return false;
  let at = 0;
  for (const [column, cell] of line) {
    if (held[at] !== column || held[at + 1] !== cell.value || held[at + 2] !== cell.formula || held[at + 3] !== cell.style)
      return false;
    at += PARTS;
  }
  return true;
}

/** All that a view of the tab shows beside its cells. */
function headOf(sheet: SheetModel, { protections }: Sidecar): string {
  const { id, frozenRows, frozenColumns, maxRows, maxColumns, columnStyles, columnWidths, validations, paints } = sheet;
  const guards = protections.filter(({ sheetId }) => sheetId === id);
  const size = [frozenRows, frozenColumns, maxRows, maxColumns];
  return JSON.stringify([size, [...columnStyles], [...columnWidths], validations, paints, guards]);
}
