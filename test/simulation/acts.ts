import type { Environment } from '../../src/host/core/environment.ts';
import { blank, contentsOf, type Undo } from '../../src/host/human/contents.ts';
import { deleteLines, insertLines, moveColumn } from '../../src/host/human/lines.ts';
import { type Sorting, sortRows } from '../../src/host/human/sort-rows.ts';
import { typeInto } from '../../src/host/human-edit.ts';
import { copyOfTab } from '../../src/words/host/local.ts';
import type { Area } from '../../src/xlsx/areas.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';

/** What people do to a shared sheet while a script works on it. */
export type HumanAct =
  | { readonly kind: 'insert-row'; readonly row: number; readonly side: 'above' | 'below' }
  | { readonly kind: 'delete-row'; readonly row: number }
  | ({ readonly kind: 'sort' } & Sorting)
  | { readonly kind: 'filter' }
  | { readonly kind: 'move-column'; readonly from: number; readonly to: number }
  | { readonly kind: 'add-column'; readonly before: number }
  | { readonly kind: 'rename-header'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'rename-tab'; readonly name: string }
  | { readonly kind: 'hide'; readonly axis: 'row' | 'column'; readonly line: number }
  | { readonly kind: 'merge'; readonly area: Area }
  | { readonly kind: 'clear'; readonly area: Area }
  | { readonly kind: 'paste-over'; readonly row: number; readonly column: number; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'duplicate-tab' }
  | { readonly kind: 'change-locale'; readonly locale: string }
  | { readonly kind: 'change-zone'; readonly timeZone: string }
  | { readonly kind: 'protect'; readonly area: Area | null };

export type HumanKind = HumanAct['kind'];
type Done<Kind extends HumanKind> = Extract<HumanAct, { kind: Kind }>;

/** A person's session: the environment with the person's rights, and what can still be undone, newest last. */
export type Seat = { readonly environment: Environment; readonly done: Undo[] };

/** A person does something to a tab. Throws what Google would refuse the person. */
export function act(seat: Seat, sheet: SheetModel, what: HumanAct): void {
  if (what.kind === 'undo') seat.done.pop()?.();
  else seat.done.push((ACTS[what.kind] as Act<HumanKind>)(seat.environment, sheet, what));
}

type Act<Kind extends HumanKind> = (environment: Environment, sheet: SheetModel, what: Done<Kind>) => Undo;

/** A script sees no difference: hidden and filtered lines are read and written like all others (docs/platform.md#typed-entry). */
const unseen = (): Undo => () => undefined;

const ACTS: { readonly [Kind in Exclude<HumanKind, 'undo'>]: Act<Kind> } = {
  'insert-row': (environment, sheet, { row, side }) =>
    insertLines(environment, sheet, { axis: 'row', before: side === 'above' ? row : row + 1, howMany: 1 }),
  'delete-row': (environment, sheet, { row }) => deleteLines(environment, sheet, { axis: 'row', from: row, howMany: 1 }),
  sort: (_, sheet, by) => sortRows(sheet, by),
  filter: unseen,
  'move-column': (environment, sheet, where) => moveColumn(environment, sheet, where),
  'add-column': (environment, sheet, { before }) => insertLines(environment, sheet, { axis: 'column', before, howMany: 1 }),
  'rename-header': (environment, sheet, { row, column, text }) => type(environment, sheet, { row, column, rows: [[text]] }),
  'rename-tab': (_, sheet, { name }) => set(sheet, 'name', name),
  hide: unseen,
  merge: (_, sheet, { area }) => emptied(sheet, area, allButFirst(area)),
  clear: (_, sheet, { area }) => emptied(sheet, area, [area]),
  'paste-over': (environment, sheet, what) => type(environment, sheet, what),
  'duplicate-tab': duplicate,
  'change-locale': ({ sidecar }, _, { locale }) => set(sidecar, 'locale', locale),
  'change-zone': ({ sidecar }, _, { timeZone }) => set(sidecar, 'timeZone', timeZone),
  protect: ({ sidecar, user }, sheet, { area }) => {
    const kept = { sheetId: sheet.id, area, description: '', warningOnly: false, editors: [user] };
    sidecar.protections.push(kept);
    return () => {
      sidecar.protections = sidecar.protections.filter((other) => other !== kept);
    };
  },
};

function type(
  environment: Environment,
  sheet: SheetModel,
  what: { row: number; column: number; rows: readonly (readonly string[])[] },
): Undo {
  const { row, column, rows } = what;
  const before = contentsOf(sheet, { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 });
  typeInto(environment, { tab: sheet.name, row, column, rows });
  return before;
}

function emptied(sheet: SheetModel, area: Area, holes: readonly Area[]): Undo {
  const before = contentsOf(sheet, area);
  for (const hole of holes) blank(sheet, hole);
  return before;
}

/** A merged area keeps only what stood in its first cell. */
function allButFirst(area: Area): Area[] {
  const right = { ...area, rows: 1, column: area.column + 1, columns: area.columns - 1 };
  const below = { ...area, row: area.row + 1, rows: area.rows - 1 };
  return [right, below].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

function set<T, Key extends keyof T>(on: T, key: Key, value: T[Key]): Undo {
  const before = on[key];
  on[key] = value;
  return () => {
    on[key] = before;
  };
}

function duplicate({ book, sidecar }: Environment, sheet: SheetModel): Undo {
  const id = Math.max(...book.sheets.map((other) => other.id)) + 1;
  const cells = new Map([...sheet.cells].map(([row, line]) => [row, new Map([...line].map(([at, cell]) => [at, { ...cell }]))]));
  const lines = { cells, columnStyles: new Map(sheet.columnStyles), columnWidths: new Map(sheet.columnWidths) };
  const made: SheetModel = { ...sheet, id, name: copyOfTab(sheet.name), ...lines };
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, made);
  for (const kept of sidecar.protections.filter(({ sheetId }) => sheetId === sheet.id)) {
    sidecar.protections.push({ ...kept, sheetId: id });
  }
  return () => {
    book.sheets.splice(book.sheets.indexOf(made), 1);
    sidecar.protections = sidecar.protections.filter(({ sheetId }) => sheetId !== id);
  };
}
