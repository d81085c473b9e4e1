import { type Moment, serialOfMoment } from '../../host/core/moment.ts';
import type { Sidecar } from '../../host/core/sidecar.ts';
import { keyColumnsOf } from '../../host/key-place.ts';
import { extent, lineAt, PLAIN } from '../../xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../xlsx/model.ts';
import type { AreaView, CellView, LineView, TabHead, TabView } from '../protocol.ts';
import { type Reading, shownText, typedText } from './lines/cell-text.ts';
import type { Looks } from './paint/looks.ts';
import { type Painted, paintsOf } from './paint/paint-now.ts';
import { isRefused, type WindowUser } from './people/window-rights.ts';

/** What a view of a tab depends on beside the tab. */
export type Seen = { readonly looks: Looks; readonly sidecar: Sidecar; readonly now: Moment };
/** Which view it is: its version, and what moved lines since the one that the page has. */
export type Since = Pick<TabView, 'version' | 'moves'>;

/** Blank lines and columns shown beyond what is filled, to type into. */
const SPARE = { rows: 50, columns: 2 };

/** What the strip of tabs says of one. */
export function tabHead({ id, name, hidden, tabColor }: SheetModel): TabHead {
  return { id, name, hidden, color: tabColor };
}

/** A whole tab as the person of a window sees it. */
export function tabView(sheet: SheetModel, seen: Seen, { windowUser, since }: { windowUser: WindowUser; since: Since }): TabView {
  const filled = extent(sheet);
  const show = lineViews(sheet, seen);
  const numbers = [...sheet.cells.keys(), ...blankRows(sheet, filled.rows)]
    .filter((row) => row <= filled.rows)
    .sort((a, b) => a - b);
  const cells = numbers.map(show);
  const keyed = keyColumnsOf(sheet);
  return {
    ...tabHead(sheet),
    rows: Math.min(sheet.maxRows, filled.rows + SPARE.rows),
    columns: Math.min(sheet.maxColumns, filled.columns + SPARE.columns),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: Object.fromEntries(sheet.columnWidths),
    lists: sheet.validations.map(({ choices, allowInvalid, help, ...area }) => ({
      ...areaOnly(area),
      choices,
      strict: !allowInvalid,
      help,
    })),
    merges: (sheet.merges ?? []).map(areaOnly),
    guards: guardsOf(sheet, seen.sidecar, windowUser),
    headerRow: keyed.headerRow > 0 ? keyed.headerRow : sheet.frozenRows > 0 ? sheet.frozenRows : null,
    keyColumns: keyed.columns,
    ...since,
    columnLooks: Object.fromEntries([...sheet.columnStyles].map(([column, style]) => [column, seen.looks.placeOf(style)])),
    cells,
    looks: [...seen.looks.all],
  };
}

/** The blank rows of the file above the last that says something. */
function blankRows({ blankRuns }: SheetModel, last: number): number[] {
  return blankRuns.flatMap(({ from, lookOf }) =>
    Array.from({ length: Math.max(0, Math.min(lookOf.length, last - from + 1)) }, (_, at) => from + at),
  );
}

/** Only the area, of something that says more. */
function areaOnly({ row, column, rows, columns }: AreaView): AreaView {
  return { row, column, rows, columns };
}

function guardsOf(sheet: SheetModel, sidecar: Sidecar, windowUser: WindowUser): TabView['guards'] {
  const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
  return sidecar.protections
    .filter((kept) => kept.sheetId === sheet.id && (kept.warningOnly || isRefused(kept, sidecar, windowUser)))
    .map((kept) => ({ ...areaOnly(kept.area ?? whole), refused: !kept.warningOnly }));
}

/** Shows the lines of a tab as they are now. */
export function lineViews(sheet: SheetModel, { looks, sidecar, now }: Seen): (row: number) => LineView {
  const paints = paintsOf(sheet, serialOfMoment(now));
  const reading: Reading = { locale: sidecar.locale, today: now.day };
  return (row) => {
    const line = lineAt(sheet, row);
    const painted = paints(row);
    const cells: Record<number, CellView> = {};
    for (const [column, cell] of line ?? []) cells[column] = cellView(cell, { looks, reading, painted: painted.get(column) });
    const blanks = blankRuns(painted, cells, looks);
    return { row, cells, ...(blanks.length === 0 ? {} : { blanks }) };
  };
}

/** Of a blank cell only the ground is seen. */
function blankRuns(painted: ReadonlyMap<number, Painted>, cells: LineView['cells'], looks: Looks): [number, number, number][] {
  const runs: [number, number, number][] = [];
  const columns = [...painted.keys()].filter((column) => cells[column] === undefined && painted.get(column)?.background !== null);
  for (const column of columns.sort((a, b) => a - b)) {
    const look = looks.placeOf(PLAIN, painted.get(column));
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] === column - 1 && last[2] === look) last[1] = column;
    else runs.push([column, column, look]);
  }
  return runs;
}

type Showing = { readonly looks: Looks; readonly reading: Reading; readonly painted: Painted | undefined };

function cellView(cell: CellModel, { looks, reading, painted }: Showing): CellView {
  const t = shownText(cell, reading);
  const e = cell.formula === null ? typedText(cell, reading) : t;
  const s = looks.placeOf(cell.style, painted);
  return {
    t,
    ...(e === t ? {} : { e }),
    ...(s === 0 ? {} : { s }),
    ...(cell.formula === null ? {} : { f: true as const }),
  };
}
