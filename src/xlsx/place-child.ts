import { type Element, prefixOf } from './elements.ts';

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
