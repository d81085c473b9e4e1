import { escaped } from '../docx/xml.ts';
import { writeZip } from '../zip/write-zip.ts';

/** One sheet: a title line, the heads of its columns with their widths in characters, then its rows. */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats of `styles.xml`, in its order. */
const STYLE = { plain: 0, bold: 1, head: 2, wrapped: 3, whole: 4, decimal: 5 } as const;

/**
 * A plain .xlsx of texts and numbers, the same bytes for the same sheets. Texts are inline strings: no cell can hold a formula,
 * whatever was typed.
 */
export function spreadsheetOf(sheets: readonly Sheet[]): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1);
  const parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(numbers)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([...numbers.map((at) => ['worksheet', `worksheets/sheet${at}.xml`] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)]),
  ]);
  return writeZip(parts);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function contentTypes(numbers: readonly number[]): string {
  const parts = numbers.map(
    (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${DOCUMENT}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${DOCUMENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${DOCUMENT}.styles+xml"/>${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const all = sheets.map(({ name }, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all.join('')}</sheets></workbook>`;
}

const LONGEST_NAME = 31;

/** Without the signs that Excel refuses in the name of a sheet. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/gu, '-').slice(0, LONGEST_NAME);
}

const THIN = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('');
const FONT = '<sz val="12"/><name val="Times New Roman"/>';
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${THIN}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf fontId="0" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>${[3, 4].map((format) => `<xf numFmtId="${format}" fontId="0" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>`).join('')}</cellXfs></styleSheet>`;

function worksheet({ title, columns, rows }: Sheet): string {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const lines = [
    rowOf(1, [title], STYLE.bold),
    rowOf(
      2,
      columns.map((column) => column.title),
      STYLE.head,
    ),
    ...rows.map((row, at) => rowOf(at + 3, row, STYLE.wrapped)),
  ];
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function rowOf(row: number, values: readonly (string | number)[], style: number): string {
  const cells = values.map((value, at) => cellOf(`${letters(at)}${row}`, value, style));
  return `<row r="${row}">${cells.join('')}</row>`;
}

function cellOf(at: string, value: string | number, style: number): string {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return `<c r="${at}" s="${Number.isInteger(value) ? STYLE.whole : STYLE.decimal}"><v>${value}</v></c>`;
  }
  const text = typeof value === 'number' ? '' : value;
  return text === ''
    ? `<c r="${at}" s="${style}"/>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(literal(text))}</t></is></c>`;
}

/** Readers take «_x0041_» for a letter (ECMA-376 part 1 §22.9.2.19); typed so, it stays what it is. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

/** «A», «B» … «Z», «AA». */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;
}
