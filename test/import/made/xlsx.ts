import { strToU8, zipSync } from 'fflate';

/** A cell: a text, a number, a day by its serial number, or nothing. */
export type MadeValue = string | number | { readonly day: number };

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function cellXml(value: MadeValue, ref: string): string {
  if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${ref}" s="1"><v>${value.day}</v></c>`;
  return value === '' ? '' : `<c r="${ref}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

function sheetXml(rows: readonly (readonly MadeValue[])[]): string {
  const made = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((value, column) => cellXml(value, `${'ABCDEFGHIJ'.charAt(column)}${at + 1}`)).join('')}</row>`,
  );
  return `<worksheet ${NS}><sheetData>${made.join('')}</sheetData></worksheet>`;
}

/** A workbook of sheets by name, row by row. */
export function makeXlsx(sheets: Readonly<Record<string, readonly (readonly MadeValue[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${NS}><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${NS}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheets[name] ?? []);
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}
