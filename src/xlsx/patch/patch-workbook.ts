import { OFFICE_RELS_NAMESPACE } from '../blank.ts';
import {
  childEdit,
  childrenOf,
  type Edit,
  type Element,
  type Ordered,
  rawOf,
  retagged,
  rewritten,
  rootOf,
  spliced,
  tagNames,
  WORKBOOK_ORDER,
} from '../elements.ts';
import { read } from '../styles.ts';
import { encode } from '../xml.ts';

/** A sheet the workbook part must list, in order. `rel` is set for one the file did not have. */
export type ListedSheet = {
  readonly id: number;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly rel: string | null;
  /** Rows that a new sheet prints again on every page. */
  readonly titleRows: number;
};

/** What the workbook part must say. `known` are the sheets of the file that the list speaks for: one of them that is not listed goes. */
export type WorkbookWish = {
  readonly sheets: readonly ListedSheet[];
  readonly known: ReadonlySet<number>;
  readonly recalculate: boolean;
};

/** The workbook part with its sheets, names, open tab and recalculation brought to the wish; everything else stays. */
export function patchWorkbook(xml: string, wish: WorkbookWish): string {
  const root = rootOf(xml);
  const parent = { root, children: childrenOf(root), order: WORKBOOK_ORDER };
  const held = parent.children.find(({ name }) => name === 'sheets');
  const before = held === undefined ? [] : childrenOf(held);
  const after = listed(before, wish, tagNames(root));
  const moved = movedIndexes(before, after);
  const edits: Edit[] = [];
  const listXml = after.map(({ text }) => text).join('');
  if (before.map(rawOf).join('') !== listXml) {
    edits.push(childEdit(parent, 'sheets', `<${tagNames(root)('sheets')}>${listXml}</${tagNames(root)('sheets')}>`));
    edits.push(...nameEdits(parent.children, moved), ...viewEdits(parent.children, { moved, after }));
    edits.push(...printTitleEdits(parent, newTitles(wish.sheets, after)));
  }
  if (wish.recalculate) edits.push(...recalculation(parent));
  return edits.length === 0 ? xml : spliced(xml, edits);
}

type Line = { readonly id: number; readonly text: string; readonly visible: boolean };

function listed(before: readonly Element[], { sheets, known }: WorkbookWish, tag: (name: string) => string): Line[] {
  const elementOf = new Map(before.map((element) => [Number(read(element, 'sheetId')), element]));
  const lines = sheets.map((sheet): Line => {
    const element = elementOf.get(sheet.id);
    const text = sheet.rel === null && element !== undefined ? sheetXml(element, sheet) : newSheetXml(sheet, tag);
    return { id: sheet.id, text, visible: sheet.state === 'visible' };
  });
  // Sheets we do not speak for (charts) stay behind the sheet they were behind.
  before.forEach((element, i) => {
    const id = Number(read(element, 'sheetId'));
    if (known.has(id)) return;
    const previous = before[i - 1];
    const at = previous === undefined ? -1 : lines.findIndex((line) => line.id === Number(read(previous, 'sheetId')));
    lines.splice(at + 1, 0, { id, text: rawOf(element), visible: (read(element, 'state') ?? 'visible') === 'visible' });
  });
  return lines;
}

function sheetXml(element: Element, { name, state }: ListedSheet): string {
  const changes: Record<string, string | null> = {};
  if (read(element, 'name') !== name) changes['name'] = encode(name);
  if ((read(element, 'state') ?? 'visible') !== state) changes['state'] = state === 'visible' ? null : state;
  return Object.keys(changes).length === 0 ? rawOf(element) : rewritten(element, changes);
}

function newSheetXml({ id, name, state, rel }: ListedSheet, tag: (name: string) => string): string {
  const shown = state === 'visible' ? '' : ` state="${state}"`;
  return `<${tag('sheet')} xmlns:r="${OFFICE_RELS_NAMESPACE}" name="${encode(name)}" sheetId="${id}"${shown} r:id="${rel ?? ''}"/>`;
}

/** Only sheets that are new: how an office prints its own is its own affair. */
function newTitles(sheets: readonly ListedSheet[], after: readonly Line[]): PrintTitle[] {
  return sheets
    .filter(({ rel, titleRows }) => rel !== null && titleRows > 0)
    .map(({ id, name, titleRows }) => ({ index: after.findIndex((line) => line.id === id), sheet: name, rows: titleRows }));
}

/** Where each sheet of the file went, by its place before; null when it is gone. */
function movedIndexes(before: readonly Element[], after: readonly Line[]): (number | null)[] {
  return before.map((element) => {
    const at = after.findIndex(({ id }) => id === Number(read(element, 'sheetId')));
    return at < 0 ? null : at;
  });
}

/** Names of one sheet point at it by its place in the list. */
function nameEdits(children: readonly Element[], moved: readonly (number | null)[]): Edit[] {
  const names = children.find(({ name }) => name === 'definedNames');
  return (names === undefined ? [] : childrenOf(names)).flatMap((name) => {
    const place = read(name, 'localSheetId');
    if (place === null) return [];
    const to = moved[Number(place)] ?? null;
    if (to === Number(place)) return [];
    return [{ from: name.start, to: name.end, text: to === null ? '' : rewritten(name, { localSheetId: String(to) }) }];
  });
}

type Moves = { readonly moved: readonly (number | null)[]; readonly after: readonly Line[] };

function viewEdits(children: readonly Element[], { moved, after }: Moves): Edit[] {
  const views = children.find(({ name }) => name === 'bookViews');
  return (views === undefined ? [] : childrenOf(views)).flatMap((view) => {
    const active = Number(read(view, 'activeTab') ?? 0);
    const target = moved[active] ?? 0;
    const shown =
      after[target]?.visible === true
        ? target
        : Math.max(
            0,
            after.findIndex(({ visible }) => visible),
          );
    if (shown === active) return [];
    return [{ from: view.start, to: view.tagEnd, text: retagged(view, { activeTab: String(shown), firstSheet: null }) }];
  });
}

function recalculation(parent: { root: Element; children: readonly Element[]; order: readonly string[] }): Edit[] {
  const held = parent.children.find(({ name }) => name === 'calcPr');
  const text =
    held === undefined ? `<${tagNames(parent.root)('calcPr')} fullCalcOnLoad="1"/>` : rewritten(held, { fullCalcOnLoad: '1' });
  return [childEdit(parent, 'calcPr', text)];
}

/** A sheet whose first rows are printed again on every page; `index` is its place among all sheets. */
type PrintTitle = { readonly index: number; readonly sheet: string; readonly rows: number };

/** Adds print titles behind the names a workbook has already. */
function printTitleEdits(parent: Ordered, titles: readonly PrintTitle[]): Edit[] {
  if (titles.length === 0) return [];
  const tag = tagNames(parent.root);
  const added = titles.map((title) => titleXml(title, tag)).join('');
  const held = parent.children.find(({ name }) => name === 'definedNames');
  if (held !== undefined && childrenOf(held).length > 0) return [{ from: held.insideEnd, to: held.insideEnd, text: added }];
  return [childEdit(parent, 'definedNames', `<${tag('definedNames')}>${added}</${tag('definedNames')}>`)];
}

function titleXml({ index, sheet, rows }: PrintTitle, tag: (name: string) => string): string {
  const place = encode(`'${sheet.replace(/'/gu, "''")}'!$1:$${rows}`);
  return `<${tag('definedName')} name="_xlnm.Print_Titles" localSheetId="${index}">${place}</${tag('definedName')}>`;
}
