import {
  BLANK_RELS,
  BLANK_STYLES,
  blankPackage,
  blankSheetXml,
  STYLES_REL,
  STYLES_TYPE,
  WORKSHEET_REL,
  WORKSHEET_TYPE,
} from './blank.ts';
import { uncut } from './blank-rows.ts';
import type { SheetModel, WorkbookModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import {
  firstFree,
  type NewRel,
  partText,
  patchRels,
  patchTypes,
  relationships,
  relsPartOf,
  type SheetPlace,
} from './package.ts';
import { patchedRuns } from './patch/patch-blank-rows.ts';
import { patchSheet } from './patch/patch-sheet.ts';
import { type ListedSheet, patchWorkbook } from './patch/patch-workbook.ts';
import { type HeldBook, holdBook, type ReadSheet } from './read.ts';
import { LIST_SHEET, LIST_SHEET_ID } from './rules.ts';
import { newTally, scanSheet } from './sheet-scan.ts';
import { readStyles, StyleTable } from './styles.ts';
import type { IsUntouched } from './untouched.ts';
import { patchCharts } from './write-charts.ts';
import { rezip } from './zip.ts';

const TYPES_PART = '[Content_Types].xml';

/**
 * The workbook file brought to the model; `original` null starts a new one. Throws `NotAWorkbook` when `original` is none.
 *
 * What differs is found by reading `original` again, and only that is rewritten: a part without a difference is copied as it
 * is, packed bytes included, and a workbook without any is returned as it was. A sheet of which the caller knows that it is as
 * `original` has it (`untouched.ts`) is not even read.
 */
export function saveXlsx(original: Uint8Array | null, model: WorkbookModel, isUntouched: IsUntouched = () => false): Uint8Array {
  const bytes = original ?? blankPackage();
  const cells = new Map(model.sheets.map((sheet) => [sheet.id, sheet.cells]));
  const saving = new Saving(
    holdBook(bytes, (id, row) => cells.get(id)?.has(row) === true),
    model,
    isUntouched,
  );
  const parts = saving.parts();
  if (original !== null && parts.size > 0) demandWritable(saving.book, model);
  return parts.size === 0 && original !== null ? original : rezip(saving.book.pkg.zip, parts);
}

/** What must not be written to, told before anything is. */
function demandWritable({ pkg, sheets, lists }: HeldBook, { sheets: wanted }: WorkbookModel): void {
  if (relationships(pkg.zip, '').some(({ type }) => type === 'origin')) throw new NotAWorkbook('signed');
  const names = (list: readonly { readonly id: number; readonly name: string }[]): string =>
    JSON.stringify(list.map(({ id, name }) => [id, name]));
  if (names(wanted) === names(sheets.map(({ place }) => place))) return;
  if (pkg.lockedStructure) throw new NotAWorkbook('locked-structure');
  // Strict and transitional parts may not stand in one package; Excel offers to repair such a file.
  if (pkg.strict && wanted.some(({ id }) => ![...sheets, lists].some((held) => held?.place.id === id)))
    throw new NotAWorkbook('strict');
}

/** One save: gathers the parts that change. */
class Saving {
  readonly book: HeldBook;
  readonly #model: WorkbookModel;
  readonly #isUntouched: IsUntouched;
  readonly #styles: StyleTable;
  readonly #parts = new Map<string, Uint8Array | null>();
  readonly #rels: NewRel[] = [];
  readonly #goneRels = new Set<string>();
  readonly #types = new Map<string, string>();
  #formulaGone = false;

  constructor(book: HeldBook, model: WorkbookModel, isUntouched: IsUntouched) {
    this.book = book;
    this.#model = model;
    this.#isUntouched = isUntouched;
    this.#styles = new StyleTable(book.pkg.styles === null ? readStyles(BLANK_STYLES, []) : book.styles);
  }

  /** The parts to write, null for those to leave out. */
  parts(): ReadonlyMap<string, Uint8Array | null> {
    const { pkg, lists } = this.book;
    const keeper = listKeeper(lists);
    const sheets = this.#model.sheets.map((sheet) => this.#sheet(sheet, keeper));
    const used = lists !== null || keeper.cells.size > 0;
    const listed = used ? [...sheets, this.#lists(keeper)] : sheets;
    this.#dropSheets();
    this.#writeStyles();
    if (this.#formulaGone && pkg.calcChain !== null) this.#drop(pkg.calcChain);
    const known = new Set([...this.book.sheets, ...(lists === null ? [] : [lists])].map(({ place }) => place.id));
    const recalculate = this.#parts.size > 0 && this.#hasFormulas();
    this.#text(pkg.workbookPart, pkg.workbook, patchWorkbook(pkg.workbook, { sheets: listed, known, recalculate }));
    this.#writeLists();
    return this.#parts;
  }

  /** Hidden from everyone when it is new, as it was when the file had it. */
  #lists(keeper: SheetModel): ListedSheet {
    const listed = this.#sheet(keeper, keeper);
    return this.book.lists === null ? { ...listed, state: 'veryHidden' } : listed;
  }

  #sheet(wanted: SheetModel, lists: SheetModel): ListedSheet {
    const found = wanted === lists ? null : this.book.sheets.find(({ place }) => place.id === wanted.id);
    if (found != null && this.#isUntouched(wanted)) return listedAs(wanted, { place: found.place, rel: null });
    const held = found === null ? this.book.lists : found?.read();
    const { sheet, rel } = held == null ? this.#newSheet(wanted) : { sheet: held, rel: null };
    const writing = { styles: this.#styles, date1904: this.book.pkg.date1904, lists };
    const runs = patchedRuns(sheet, wanted, writing);
    const { xml, formulaGone } = patchSheet(sheet, wanted, { ...writing, runs });
    this.#formulaGone ||= formulaGone;
    const charted = patchCharts(sheet, wanted, { xml, pkg: this.book.pkg, isTaken: (part) => this.#parts.has(part) });
    for (const [part, text] of charted.parts) this.#parts.set(part, text === null ? null : Buffer.from(text, 'utf8'));
    for (const [part, type] of charted.types) this.#types.set(part, type);
    if (held == null || runs.isChanged || charted.xml !== sheet.scan.xml)
      this.#parts.set(sheet.place.part, uncut(charted.xml, runs.bytes));
    return listedAs(wanted, { place: held?.place ?? null, rel });
  }

  #newSheet({ id, name, frozenRows }: SheetModel): { sheet: ReadSheet; rel: string } {
    const { zip, workbookPart } = this.book.pkg;
    const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
    const target = firstFree(
      (n) => `worksheets/sheet${n}.xml`,
      (one) => zip.entries.has(folder + one) || this.#parts.has(folder + one),
    );
    const rel = this.#newRel(WORKSHEET_REL, target);
    this.#types.set(folder + target, WORKSHEET_TYPE);
    const place = { id, name, hidden: false, veryHidden: false, part: folder + target };
    const text = { xml: blankSheetXml({ grid: frozenRows > 0 }), cuts: [] };
    const scan = scanSheet(text, { tab: name, strings: [], tally: newTally(), take: () => true });
    const model = { ...blankSheet(id), name };
    return { sheet: { place, model, scan, cols: [], validations: [], paints: [], drawing: null }, rel };
  }

  #newRel(type: string, target: string): string {
    const { zip, workbookPart } = this.book.pkg;
    const taken = new Set([...relationships(zip, workbookPart), ...this.#rels].map((one) => one.id));
    const id = firstFree(
      (n) => `rId${n}`,
      (one) => taken.has(one),
    );
    this.#rels.push({ id, type, target });
    return id;
  }

  #dropSheets(): void {
    const wanted = new Set(this.#model.sheets.map(({ id }) => id));
    for (const { place, read } of this.book.sheets) {
      if (wanted.has(place.id)) continue;
      const { scan, drawing } = read();
      this.#drop(place.part);
      for (const part of drawing === null ? [] : [drawing.part, ...drawing.charts.map((chart) => chart.part)]) this.#drop(part);
      this.#formulaGone ||= scan.rows.some(({ cells }) => cells.some(({ formula }) => formula !== null));
    }
  }

  /** Leaves a part out, with what leads to it. */
  #drop(part: string): void {
    const { zip, workbookPart } = this.book.pkg;
    this.#parts.set(part, null);
    if (zip.entries.has(relsPartOf(part))) this.#parts.set(relsPartOf(part), null);
    for (const rel of relationships(zip, workbookPart)) if (rel.target === part) this.#goneRels.add(rel.id);
  }

  #writeStyles(): void {
    const text = this.#styles.text();
    if (text === null) return;
    const { styles, workbookPart } = this.book.pkg;
    const part = styles ?? `${workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)}styles.xml`;
    this.#text(part, null, text);
    if (styles !== null) return;
    this.#newRel(STYLES_REL, 'styles.xml');
    this.#types.set(part, STYLES_TYPE);
  }

  #writeLists(): void {
    const { zip, workbookPart } = this.book.pkg;
    const relsPart = relsPartOf(workbookPart);
    const rels = zip.entries.has(relsPart) ? partText(zip, relsPart) : BLANK_RELS;
    this.#text(relsPart, rels, patchRels(rels, this.#goneRels, this.#rels));
    const gone = new Set([...this.#parts].flatMap(([part, content]) => (content === null ? [part] : [])));
    const types = partText(zip, TYPES_PART);
    this.#text(TYPES_PART, types, patchTypes(types, gone, this.#types));
  }

  #hasFormulas(): boolean {
    for (const { cells } of this.#model.sheets)
      for (const line of cells.values()) for (const { formula } of line.values()) if (formula !== null) return true;
    return false;
  }

  #text(part: string, before: string | null, after: string): void {
    if (before !== after) this.#parts.set(part, Buffer.from(after, 'utf8'));
  }
}

/** How the workbook part lists a sheet; `place` where the file has it. */
function listedAs(
  { id, name, hidden, frozenRows }: SheetModel,
  { place, rel }: { readonly place: SheetPlace | null; readonly rel: string | null },
): ListedSheet {
  const hiddenState = place?.veryHidden === true ? 'veryHidden' : 'hidden';
  return { id, name, state: hidden ? hiddenState : 'visible', rel, titleRows: frozenRows };
}

function blankSheet(id: number): SheetModel {
  const none = { tabColor: null, frozenRows: 0, frozenColumns: 0, maxRows: 1000, maxColumns: 26 };
  const nothing = { blankRuns: [], validations: [], paints: [], charts: [] };
  return { ...none, ...nothing, id, name: '', hidden: false, cells: new Map(), columnStyles: new Map(), columnWidths: new Map() };
}

/** A copy of the sheet of long lists to add to. */
function listKeeper(lists: ReadSheet | null): SheetModel {
  if (lists === null) return { ...blankSheet(LIST_SHEET_ID), name: LIST_SHEET, hidden: true };
  return { ...lists.model, cells: new Map([...lists.model.cells].map(([row, line]) => [row, new Map(line)])) };
}
