import { demandWithin, type Excess } from './limits.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { Scanner } from './xml.ts';

/** An element of an XML text: `inside` is its content, empty for a single tag. */
export type Element = {
  readonly name: string;
  readonly xml: string;
  readonly start: number;
  readonly end: number;
  /** The opening tag ends here. */
  readonly tagEnd: number;
  readonly insideEnd: number;
};

/** The root element of a part. */
export function rootOf(xml: string): Element {
  const scanner = new Scanner(xml);
  const found = scanner.next();
  const { name, start, end: tagEnd } = scanner;
  const insideEnd = scanner.kind === 'single' ? tagEnd : xml.lastIndexOf('</');
  if (!found || insideEnd < tagEnd) throw new NotAWorkbook('damaged');
  return { name, xml, start, tagEnd, insideEnd, end: xml.length };
}

/** The elements directly inside another. Throws `NotAWorkbook` when there are more than the limit for `what` they are. */
export function childrenOf(parent: Element, what: Excess = 'elements'): Element[] {
  if (parent.insideEnd <= parent.tagEnd) return [];
  const scanner = new Scanner(parent.xml, parent.tagEnd);
  const found: Element[] = [];
  while (scanner.next() && scanner.start < parent.insideEnd) {
    demandWithin(what, found.push(elementAt(scanner)), what === 'elements' ? parent.name : '');
  }
  return found;
}

/** The element the scanner stands on; leaves the scanner at its end. */
export function elementAt(scanner: Scanner): Element {
  const { xml, name, start, end: tagEnd } = scanner;
  const insideEnd = scanner.close();
  return { name, xml, start, tagEnd, insideEnd, end: scanner.end };
}

/** The first child of that name. */
export function childOf(parent: Element | null, name: string): Element | null {
  return parent === null ? null : (childrenOf(parent).find((child) => child.name === name) ?? null);
}

/** The XML of an element as it stands. */
export function rawOf(element: Element): string {
  return element.xml.slice(element.start, element.end);
}

/** What the element's tag puts before its names: `x:` or nothing. */
export function prefixOf(element: Element): string {
  const colon = /^<([^\s:/>]+:)/u.exec(element.xml.slice(element.start, element.start + 40));
  return colon?.[1] ?? '';
}

/** A fresh element from XML we made ourselves. */
export function parsed(xml: string): Element {
  const scanner = new Scanner(xml);
  scanner.next();
  return elementAt(scanner);
}

/** The opening tag's attribute text with some attributes set or, when null, taken away; the order of the others stays. */
export function retagged(element: Element, changes: Readonly<Record<string, string | null>>): string {
  const tag = element.xml.slice(element.start, element.tagEnd);
  const single = tag.endsWith('/>');
  let body = tag.slice(0, single ? -2 : -1).trimEnd();
  for (const [name, value] of Object.entries(changes)) body = withAttribute(body, name, value);
  return `${body}${single ? '/>' : '>'}`;
}

function withAttribute(tag: string, name: string, value: string | null): string {
  const without = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`, 'u'), '');
  return value === null ? without : `${without} ${name}="${value}"`;
}

/** The element with attributes changed, its inside as it was. */
export function rewritten(element: Element, changes: Readonly<Record<string, string | null>>): string {
  return retagged(element, changes) + element.xml.slice(element.tagEnd, element.end);
}

/** An XML text with some spans replaced; spans may not overlap, and what is put in at one place keeps the order given. */
export function spliced(xml: string, edits: readonly { from: number; to: number; text: string }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from))) {
    pieces.push(xml.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

/** A span of an XML text and what takes its place. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** An element whose children must stand in an order the format fixes. */
export type Ordered = { readonly root: Element; readonly children: readonly Element[]; readonly order: readonly string[] };

/** The edit that puts `text` where a child of that name stands or, if there is none, where the order wants it. */
export function childEdit(parent: Ordered, name: string, text: string): Edit {
  const held = parent.children.find((child) => child.name === name);
  if (held !== undefined) return { from: held.start, to: held.end, text };
  const at = placeFor(parent, name);
  return { from: at, to: at, text };
}

/** Where a new child of that name belongs: before the first that must come after it. */
export function placeFor({ root, children, order }: Ordered, name: string): number {
  const rank = order.indexOf(name);
  // An unknown child (`mc:AlternateContent`) says nothing about order.
  return children.find((child) => order.indexOf(child.name) > rank)?.start ?? root.insideEnd;
}

/** An opening or closing tag with the prefix its parent uses. */
export function tagNames(root: Element): (name: string) => string {
  const prefix = prefixOf(root);
  return (name) => `${prefix}${name}`;
}

export const SHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

export const STYLE_ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
  ' ',
);

export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
