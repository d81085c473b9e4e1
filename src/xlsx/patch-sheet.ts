import { letters, place } from './address.ts';
import type { Writing } from './changed-cells.ts';
import { type ColChange, changedCols, columnXf, writeCols } from './columns.ts';
import { childrenOf, type Element, parsed, prefixOf, rawOf, retagged, rewritten, spliced } from './elements.ts';
import type { SheetModel } from './model.ts';
import type { PatchedRuns } from './patch-blank-rows.ts';
import { cellEdits } from './patch-cells.ts';
import { paintEdits, validationEdits } from './patch-rules.ts';
import { childEdit, type Edit, SHEET_ORDER, tagNames } from './place-child.ts';
import type { ReadSheet } from './read.ts';
import { argb } from './style-table.ts';
import { lookKey, PLAIN_LOOK, read } from './styles.ts';

/** A sheet part brought to the model: its text (the very same when nothing differs), and whether a formula of the file went. */
export type PatchedSheet = { readonly xml: string; readonly formulaGone: boolean };

/** Brings a sheet part to the model, changing nothing else in it. `lists` takes the lists too long for a validation's own text. */
export function patchSheet(
  sheet: ReadSheet,
  wanted: SheetModel,
  writing: Writing & { readonly lists: SheetModel; readonly runs: Pick<PatchedRuns, 'lastRow' | 'lastColumn'> },
): PatchedSheet {
  const cells = cellEdits(sheet, wanted, writing);
  // In the order of the format: what goes in at one place keeps it.
  const edits = [
    ...cells.edits,
    ...dimensionEdit(sheet, cells, writing.runs),
    ...tabColorEdit(sheet, wanted),
    ...paneEdit(sheet, wanted),
    ...columnEdit(sheet, wanted, writing),
    ...paintEdits(sheet, wanted, writing.styles),
    ...validationEdits(sheet, wanted, writing.lists),
  ];
  return { xml: edits.length === 0 ? sheet.scan.xml : spliced(sheet.scan.xml, edits), formulaGone: cells.formulaGone };
}

const child = (sheet: ReadSheet, name: string): Element | undefined => sheet.scan.children.find((found) => found.name === name);

const put = (sheet: ReadSheet, name: string, text: string): Edit =>
  childEdit({ root: sheet.scan.root, children: sheet.scan.children, order: SHEET_ORDER }, name, text);

/** The used area a file claims grows with its cells. */
function dimensionEdit(sheet: ReadSheet, ...written: readonly { lastRow: number; lastColumn: number }[]): Edit[] {
  const dimension = child(sheet, 'dimension');
  const lastRow = Math.max(...written.map((one) => one.lastRow));
  const lastColumn = Math.max(...written.map((one) => one.lastColumn));
  if (dimension === undefined || lastRow === 0) return [];
  const to = place((read(dimension, 'ref') ?? 'A1').split(':').at(-1) ?? 'A1');
  if (lastRow <= to.row && lastColumn <= to.column) return [];
  const ref = `A1:${letters(Math.max(to.column, lastColumn))}${Math.max(to.row, lastRow)}`;
  return [{ from: dimension.start, to: dimension.end, text: rewritten(dimension, { ref }) }];
}

function tabColorEdit(sheet: ReadSheet, { tabColor }: SheetModel): Edit[] {
  if ((tabColor?.toLowerCase() ?? null) === sheet.model.tabColor) return [];
  const held = child(sheet, 'sheetPr');
  const tag = tagNames(sheet.scan.root);
  const color = tabColor === null ? '' : `<${tag('tabColor')} rgb="${argb(tabColor)}"/>`;
  const properties = held ?? parsed(`<${tag('sheetPr')}/>`);
  const others = childrenOf(properties)
    .filter(({ name }) => name !== 'tabColor')
    .map(rawOf);
  const open = retagged(properties, {}).replace(/\s*\/>$/u, '>');
  return [put(sheet, 'sheetPr', `${open}${color}${others.join('')}</${tag('sheetPr')}>`)];
}

function paneEdit(sheet: ReadSheet, { frozenRows, frozenColumns }: SheetModel): Edit[] {
  if (frozenRows === sheet.model.frozenRows && frozenColumns === sheet.model.frozenColumns) return [];
  const tag = tagNames(sheet.scan.root);
  const held = child(sheet, 'sheetViews');
  const views = held ?? parsed(`<${tag('sheetViews')}><${tag('sheetView')} workbookViewId="0"/></${tag('sheetViews')}>`);
  const [view, ...otherViews] = childrenOf(views);
  if (view === undefined) return [];
  // Selections belong to panes that are no more.
  const others = childrenOf(view).filter(({ name }) => name !== 'pane' && name !== 'selection');
  const pane = paneXml({ frozenRows, frozenColumns }, tag);
  const open = retagged(view, {}).replace(/\s*\/>$/u, '>');
  const text = `${open}${pane}${others.map(rawOf).join('')}</${tag('sheetView')}>`;
  const all = `${retagged(views, {})}${text}${otherViews.map(rawOf).join('')}</${tag('sheetViews')}>`;
  return [put(sheet, 'sheetViews', all)];
}

function paneXml(
  { frozenRows, frozenColumns }: Pick<SheetModel, 'frozenRows' | 'frozenColumns'>,
  tag: (name: string) => string,
): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const corner = frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : 'topRight';
  const active = frozenColumns === 0 ? 'bottomLeft' : corner;
  const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const y = frozenRows > 0 ? ` ySplit="${frozenRows}"` : '';
  const topLeft = `${letters(frozenColumns + 1)}${frozenRows + 1}`;
  const selection = `<${tag('selection')} pane="${active}" activeCell="${topLeft}" sqref="${topLeft}"/>`;
  return `<${tag('pane')}${x}${y} topLeftCell="${topLeft}" activePane="${active}" state="frozen"/>${selection}`;
}

function columnEdit(sheet: ReadSheet, wanted: SheetModel, { styles }: Writing): Edit[] {
  const changes = new Map<number, ColChange>();
  const { columnStyles, columnWidths } = sheet.model;
  for (const column of new Set([...columnStyles.keys(), ...wanted.columnStyles.keys()])) {
    const style = wanted.columnStyles.get(column) ?? PLAIN_LOOK;
    if (lookKey(style) === lookKey(columnStyles.get(column) ?? PLAIN_LOOK)) continue;
    changes.set(column, { xf: styles.xfFor(columnXf(sheet.cols, column), style) });
  }
  for (const [column, width] of wanted.columnWidths) {
    if (width !== columnWidths.get(column)) changes.set(column, { ...changes.get(column), width });
  }
  if (changes.size === 0) return [];
  return [put(sheet, 'cols', writeCols(changedCols(sheet.cols, changes), prefixOf(sheet.scan.root)))];
}
