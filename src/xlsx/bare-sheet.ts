import { FOOTER } from './blank.ts';
import { childrenOf, type Element } from './elements.ts';
import { partText, relationships } from './package.ts';
import type { SheetScan } from './sheet-scan.ts';
import { read } from './styles.ts';
import type { Zip } from './zip.ts';

/** What every program writes around a tab in which nothing was ever done. */
const FRAME: ReadonlySet<string> = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'pageMargins',
  'printOptions',
  'pageSetup',
  'drawing',
]);
/** Parts that hang on a tab and are nothing of the office's. */
const NOTHING: ReadonlySet<string> = new Set(['drawing', 'printerSettings']);
/** What stands in a drawing is anchored; Google writes a drawing without any for every tab. */
const ANCHOR = /<(?:\w+:)?(?:oneCell|twoCell|absolute)Anchor[\s>]/u;

/**
 * Whether a tab of a file holds anything that the model does not show: a picture, a text box, notes, merged cells, a blank
 * form of borders, a header or footer, a print area's rows. What is not known for nothing counts as something.
 */
export function holdsMore(zip: Zip, part: string, { children }: SheetScan): boolean {
  const hanging = relationships(zip, part);
  return (
    children.some((child) => !(FRAME.has(child.name) || isOurFooter(child)) || (child.name === 'cols' && isShaped(child))) ||
    // Not the rows as scanned: blank cells with borders alone are no cells there.
    children.some(({ name, xml, tagEnd, insideEnd }) => name === 'sheetData' && xml.slice(tagEnd, insideEnd).trim() !== '') ||
    hanging.some(({ type }) => !NOTHING.has(type)) ||
    hanging.some(({ type, target }) => type === 'drawing' && zip.entries.has(target) && ANCHOR.test(partText(zip, target)))
  );
}

/** The footer that a new tab of ours prints is nothing that an office wrote. */
function isOurFooter({ name, xml, tagEnd, insideEnd }: Element): boolean {
  return name === 'headerFooter' && xml.slice(tagEnd, insideEnd) === FOOTER;
}

/** Columns to which a person gave a width or a look. */
function isShaped(cols: Element): boolean {
  return childrenOf(cols).some((col) => isOn(read(col, 'customWidth')) || Number(read(col, 'style') ?? 0) > 0);
}

const isOn = (text: string | null): boolean => text === '1' || text === 'true';
