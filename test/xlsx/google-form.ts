import type { CellModel, CellStyle, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { encode } from '../../src/xlsx/xml.ts';
import { rezip } from '../../src/xlsx/zip.ts';

/**
 * The same workbook as Google writes it on «Download ▸ Microsoft Excel», as far as it differs from ours: shared strings,
 * empty cells for every format, a drop-down for every cell (fileverse/fileverse-dsheets #421), days as serial numbers under
 * unescaped formats (SheetJS #2112), its own functions as `IFERROR(__xludf.DUMMYFUNCTION(…), value)` (vinci1it2000/formulas
 * #51, apache/poi #1046), its own metadata part. Assumed: other names of parts and sheet numbers, a drawing for each tab, no
 * calculation chain, no protections, no tab hidden more than hidden, long lists in the drop-down's own text, dxfs with empty
 * parts.
 */
export function inGoogleForm({ sheets }: WorkbookModel): Uint8Array {
  const writing = new GoogleForm();
  const parts = new Map<string, string>();
  sheets.forEach((sheet, at) => {
    const name = `xl/worksheets/trang${at + 1}.xml`;
    parts.set(name, writing.sheet(sheet));
    parts.set(
      `xl/worksheets/_rels/trang${at + 1}.xml.rels`,
      rels([{ id: 'rId1', type: `${OFFICE}/drawing`, target: `../drawings/drawing${at + 1}.xml` }]),
    );
    parts.set(
      `xl/drawings/drawing${at + 1}.xml`,
      `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    );
  });
  parts.set('xl/styles.xml', writing.styles());
  parts.set('xl/sharedStrings.xml', writing.strings());
  parts.set('xl/metadata', '{"version":2}');
  parts.set('xl/workbook.xml', workbook(sheets));
  parts.set('xl/_rels/workbook.xml.rels', workbookRels(sheets));
  parts.set('_rels/.rels', rels([{ id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' }]));
  parts.set('[Content_Types].xml', types(sheets));
  return rezip({ entries: new Map() }, new Map([...parts].map(([name, text]) => [name, Buffer.from(text, 'utf8')])));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Rel = { readonly id: string; readonly type: string; readonly target: string };

const rels = (list: readonly Rel[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

function workbook(sheets: readonly SheetModel[]): string {
  const lines = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet ${hidden ? 'state="hidden"' : 'state="visible"'} name="${encode(name)}" sheetId="${at + 1}" r:id="rId${at + 4}"/>`,
  );
  const custom =
    '<extLst><ext uri="GoogleSheetsCustomDataVersion2"><go:sheetsCustomData xmlns:go="http://customooxmlschemas.google.com/" r:id="rId3" roundtripDataChecksum="x"/></ext></extLst>';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets>${lines.join('')}</sheets><definedNames/><calcPr/>${custom}</workbook>`;
}

function workbookRels(sheets: readonly SheetModel[]): string {
  return rels([
    { id: 'rId1', type: `${OFFICE}/styles`, target: 'styles.xml' },
    { id: 'rId2', type: `${OFFICE}/sharedStrings`, target: 'sharedStrings.xml' },
    { id: 'rId3', type: 'http://customschemas.google.com/relationships/workbookmetadata', target: 'metadata' },
    ...sheets.map((_, at) => ({ id: `rId${at + 4}`, type: `${OFFICE}/worksheet`, target: `worksheets/trang${at + 1}.xml` })),
  ]);
}

function types(sheets: readonly SheetModel[]): string {
  const overrides = [
    ['xl/workbook.xml', `${SHEET_TYPES}.sheet.main+xml`],
    ['xl/styles.xml', `${SHEET_TYPES}.styles+xml`],
    ['xl/sharedStrings.xml', `${SHEET_TYPES}.sharedStrings+xml`],
    ['xl/metadata', 'application/binary'],
    ...sheets.flatMap((_, at) => [
      [`xl/worksheets/trang${at + 1}.xml`, `${SHEET_TYPES}.worksheet+xml`],
      [`xl/drawings/drawing${at + 1}.xml`, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
    ]),
  ];
  const defaults =
    '<Default ContentType="application/xml" Extension="xml"/><Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides.map(([part, type]) => `<Override ContentType="${type}" PartName="/${part}"/>`).join('')}</Types>`;
}

const BEYOND = 30;

const letters = (column: number): string =>
  column <= 26 ? String.fromCharCode(64 + column) : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;
const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor rgb="${argb(color)}"/></patternFill></fill>`;

/** Collects the shared tables while the tabs are written. */
class GoogleForm {
  readonly #strings = new Map<string, number>();
  readonly #looks = new Map<string, { readonly style: CellStyle; readonly at: number }>();
  readonly #dxfs: string[] = [];

  sheet(sheet: SheetModel): string {
    const { tabColor, frozenRows, frozenColumns } = sheet;
    const color = tabColor === null ? '' : `<tabColor rgb="${argb(tabColor)}"/>`;
    const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}.0"` : '';
    const y = frozenRows > 0 ? ` ySplit="${frozenRows}.0"` : '';
    const at = `${letters(frozenColumns + 1)}${frozenRows + 1}`;
    const pane = x + y === '' ? '' : `<pane${x}${y} topLeftCell="${at}" activePane="bottomRight" state="frozen"/>`;
    const columns = Array.from({ length: sheet.maxColumns }, (_, n) => n + 1).filter((column) => sheet.columnWidths.has(column));
    const cols = columns.map(
      (n) => `<col customWidth="1" min="${n}" max="${n}" width="${(sheet.columnWidths.get(n) ?? 0) / 7}"/>`,
    );
    return (
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr>${color}<outlinePr summaryBelow="0" summaryRight="0"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>` +
      `${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>${this.#rows(sheet)}</sheetData>${this.#paints(sheet)}${validations(sheet)}<drawing r:id="rId1"/></worksheet>`
    );
  }

  /** A cell for every format, some way beyond the last row in use: to the end of the grid it would be slow and no other. */
  #rows(sheet: SheetModel): string {
    const styled = [...sheet.columnStyles.keys()];
    const used = Math.max(0, ...sheet.cells.keys());
    const last = styled.length > 0 ? Math.min(sheet.maxRows, used + BEYOND) : used;
    return Array.from({ length: last }, (_, n) => n + 1)
      .map((row) => {
        const line = sheet.cells.get(row) ?? new Map<number, CellModel>();
        const columns = [...new Set([...line.keys(), ...styled])].sort((a, b) => a - b);
        const cells = columns.map((column) => {
          const style = line.get(column)?.style ?? sheet.columnStyles.get(column);
          return this.#cell(`${letters(column)}${row}`, style, line.get(column));
        });
        return cells.length === 0 ? '' : `<row r="${row}">${cells.join('')}</row>`;
      })
      .join('');
  }

  #cell(at: string, style: CellStyle | undefined, cell: CellModel | undefined): string {
    const s = style === undefined ? '' : ` s="${this.#look(style)}"`;
    const value = cell?.value ?? '';
    if (cell?.formula != null)
      return `<c r="${at}"${s} t="str"><f>IFERROR(__xludf.DUMMYFUNCTION("${encode(cell.formula)}"),${encode(JSON.stringify(value))})</f><v>${encode(String(value))}</v></c>`;
    if (value === '') return `<c r="${at}"${s}/>`;
    if (typeof value === 'string') return `<c r="${at}"${s} t="s"><v>${this.#string(value)}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${at}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `<c r="${at}"${s}><v>${Number.isInteger(value) ? value.toFixed(1) : value}</v></c>`;
  }

  #string(text: string): number {
    const at = this.#strings.get(text) ?? this.#strings.size;
    this.#strings.set(text, at);
    return at;
  }

  #look(style: CellStyle): number {
    const key = JSON.stringify(style);
    const at = this.#looks.get(key)?.at ?? this.#looks.size + 1;
    this.#looks.set(key, { style, at });
    return at;
  }

  #paints({ paints }: SheetModel): string {
    return paints
      .map((paint, at) => {
        const font = `<font>${paint.bold ? '<b/>' : ''}${paint.fontColor === null ? '' : `<color rgb="${argb(paint.fontColor)}"/>`}</font>`;
        this.#dxfs.push(`<dxf>${font}${paint.background === null ? '' : solid(paint.background)}<border/></dxf>`);
        const area = `${letters(paint.column)}${paint.row}:${letters(paint.column + paint.columns - 1)}${paint.row + paint.rows - 1}`;
        return `<conditionalFormatting sqref="${area}"><cfRule type="expression" dxfId="${this.#dxfs.length - 1}" priority="${at + 1}"><formula>${encode(paint.formula)}</formula></cfRule></conditionalFormatting>`;
      })
      .join('');
  }

  strings(): string {
    const items = [...this.#strings.keys()].map((text) => `<si><t xml:space="preserve">${encode(text)}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }

  styles(): string {
    const looks = [...this.#looks.values()].map(({ style }) => style);
    const formats = [...new Set(looks.map(({ numberFormat }) => numberFormat))].filter((code) => code !== 'General');
    const fonts = looks.map(
      ({ bold, fontColor }) =>
        `<font>${bold ? '<b/>' : ''}<sz val="10.0"/>${fontColor === null ? '' : `<color rgb="${argb(fontColor)}"/>`}<name val="Arial"/></font>`,
    );
    const fills = looks.map(({ background }) =>
      background === null ? '<fill><patternFill patternType="none"/></fill>' : solid(background),
    );
    const xfs = looks.map((style, at) => {
      const id = style.numberFormat === 'General' ? 0 : 164 + formats.indexOf(style.numberFormat);
      const vertical = style.vertical === 'middle' ? 'center' : style.vertical;
      const alignment = `<alignment${style.horizontal === null ? '' : ` horizontal="${style.horizontal}"`} readingOrder="0" shrinkToFit="0"${vertical === null ? '' : ` vertical="${vertical}"`} wrapText="${style.wrap ? 1 : 0}"/>`;
      return `<xf borderId="0" fillId="${at + 2}" fontId="${at + 1}" numFmtId="${id}" xfId="0" applyAlignment="1" applyFill="1" applyFont="1" applyNumberFormat="1">${alignment}</xf>`;
    });
    const table = (name: string, rows: readonly string[]): string =>
      rows.length === 0 ? '' : `<${name} count="${rows.length}">${rows.join('')}</${name}>`;
    return (
      `${HEAD}<styleSheet xmlns="${MAIN}">` +
      table(
        'numFmts',
        formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${encode(code)}"/>`),
      ) +
      table('fonts', ['<font><sz val="10.0"/><color rgb="FF000000"/><name val="Arial"/><scheme val="minor"/></font>', ...fonts]) +
      table('fills', [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="lightGray"/></fill>',
        ...fills,
      ]) +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0"/></cellStyleXfs>' +
      table('cellXfs', ['<xf borderId="0" fillId="0" fontId="0" numFmtId="0" xfId="0"/>', ...xfs]) +
      `<cellStyles count="1"><cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles>${table('dxfs', this.#dxfs)}</styleSheet>`
    );
  }
}

/** One for each column here; that Google writes one for each cell makes no other answer. */
function validations({ validations: rules }: SheetModel): string {
  const lines = rules.flatMap((rule) =>
    Array.from({ length: rule.columns }, (_, n) => {
      const column = letters(rule.column + n);
      const area = `${column}${rule.row}:${column}${rule.row + rule.rows - 1}`;
      const help = rule.help === null ? '' : ` showInputMessage="1" prompt="${encode(rule.help)}"`;
      const strict = rule.allowInvalid ? '' : ' showErrorMessage="1"';
      return `<dataValidation type="list" allowBlank="1"${help}${strict} sqref="${area}"><formula1>"${encode(rule.choices.join(','))}"</formula1></dataValidation>`;
    }),
  );
  return lines.length === 0 ? '' : `<dataValidations>${lines.join('')}</dataValidations>`;
}
