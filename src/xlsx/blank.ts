import { rezip } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const WORKSHEET_TYPE = `${TYPES}.worksheet+xml`;
export const STYLES_TYPE = `${TYPES}.styles+xml`;
export const WORKSHEET_REL = `${OFFICE_RELS}/worksheet`;
export const STYLES_REL = `${OFFICE_RELS}/styles`;
export const OFFICE_RELS_NAMESPACE = OFFICE_RELS;

/** The tab's name and the page's number. */
export const FOOTER = '<oddFooter>&amp;C&amp;A – &amp;P/&amp;N</oddFooter>';

/** Printed on A4 lying down, as wide as one page, with the tab's name and the page's number at the foot; 9 is A4. */
const PRINTED =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  `<headerFooter>${FOOTER}</headerFooter>`;

/** A sheet with nothing on it; one that is a single table prints its grid. */
export function blankSheetXml({ grid }: { readonly grid: boolean }): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetFormatPr defaultRowHeight="15"/><sheetData/>${grid ? '<printOptions gridLines="1"/>' : ''}${PRINTED}</worksheet>`
  );
}

/** The least a style part may hold, with a font that has every Vietnamese letter. */
export const BLANK_STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELS}"><sheets></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${STYLES_REL}" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': BLANK_STYLES,
};

/** A package without a single sheet: what a new workbook is patched from. */
export function blankPackage(): Uint8Array {
  return rezip({ entries: new Map() }, new Map(Object.entries(PARTS).map(([name, text]) => [name, Buffer.from(text, 'utf8')])));
}

/** Relationships of a part that has none yet. */
export const BLANK_RELS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
