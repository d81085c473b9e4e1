import { describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import type { CellStyle, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { sharedFormula, shiftedFormula } from '../../src/xlsx/sheet-scan.ts';
import { PLAIN_LOOK } from '../../src/xlsx/styles.ts';
import { openZip, rezip, unzip } from '../../src/xlsx/zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const BLANK: SheetModel = newSheet(1, 'Một');
const good = saveXlsx(null, { sheets: [BLANK] });

const partOf = (bytes: Uint8Array, name: string): string => Buffer.from(unzip(openZip(bytes), name) ?? []).toString('utf8');
const withParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  rezip(openZip(good), new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
const withCells = (cells: string, attributes = ''): Uint8Array =>
  withParts({ [SHEET]: `<worksheet xmlns="${MAIN}"${attributes}><sheetData>${cells}</sheetData></worksheet>` });

/** The file saved after a change of the model. */
function changed(bytes: Uint8Array, change: (sheet: SheetModel, model: WorkbookModel) => void): Uint8Array {
  const model = readXlsx(bytes);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('there is a sheet');
  change(sheet, model);
  return saveXlsx(bytes, model);
}

const put = (sheet: SheetModel, [row, column]: readonly [number, number], value: string | number): void => {
  const line = sheet.cells.get(row) ?? new Map();
  sheet.cells.set(row, line.set(column, { value, formula: null, style: PLAIN_LOOK }));
};
const restyle = (sheet: SheetModel, [row, column]: readonly [number, number], style: Partial<CellStyle>): void => {
  const cell = sheet.cells.get(row)?.get(column);
  if (cell === undefined) throw new Error('there is a cell');
  sheet.cells.get(row)?.set(column, { ...cell, style: { ...cell.style, ...style } });
};

function rename(sheet: SheetModel): void {
  sheet.name = 'Tên khác';
}

describe('a cell that only changes its look', () => {
  it.each([
    ['rich text', '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>đậm</t></r><r><t> thường</t></r></is></c>'],
    ['an array formula', '<c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c>'],
    ['a formula of Excel 365', '<c r="A1" cm="1"><f t="array" ref="A1">_xlfn._xlws.SORT(B1:B9)</f><v>2</v></c>'],
    ['the master of a shared formula', '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c>'],
    ['a formula that is always worked out', '<c r="A1"><f ca="1">TODAY()</f><v>45000</v></c>'],
  ])('keeps %s as it stands', (_, cell) => {
    const follower = '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>';
    const bytes = withCells(`<row r="1">${cell}</row>${cell.includes('shared') ? follower : ''}`);
    const saved = changed(bytes, (sheet) => restyle(sheet, [1, 1], { background: '#00ff00' }));
    expect(partOf(saved, SHEET).replace(/ s="\d+"/u, '')).toContain(cell);
    expect(readXlsx(saved).sheets[0]?.cells.get(1)?.get(1)?.style.background).toBe('#00ff00');
  });
});

describe('what cannot be patched safely', () => {
  const array = withCells(
    '<row r="1"><c r="A1"><f t="array" ref="A1:B3">D1:E3</f><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
  );
  it.each([
    ['its first cell', [1, 1]],
    ['a cell beside', [1, 2]],
    ['a cell below', [2, 1]],
    ['a cell that the file leaves out', [3, 2]],
  ] as const)('is refused: a part of an array formula, %s', (_, at) => {
    expect(() => changed(array, (sheet) => put(sheet, at, 9))).toThrow('array-part');
  });

  it('but beside an array formula all may be written, and one that fills a single cell may go', () => {
    expect(changed(array, (sheet) => put(sheet, [1, 3], 9))).not.toBe(array);
    const single = withCells('<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B3*2)</f><v>1</v></c></row>');
    expect(
      readXlsx(changed(single, (sheet) => put(sheet, [1, 1], 9)))
        .sheets[0]?.cells.get(1)
        ?.get(1)?.value,
    ).toBe(9);
  });

  const workbook = partOf(good, 'xl/workbook.xml');
  const newTab = (_: SheetModel, model: WorkbookModel): void => void model.sheets.push({ ...BLANK, id: 9, name: 'Mới' });

  it('is refused: another tab where the office locked the structure; a cell is still written', () => {
    const locked = withParts({
      'xl/workbook.xml': workbook.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
    });
    expect(() => changed(locked, newTab)).toThrow('locked-structure');
    expect(() => changed(locked, (sheet) => rename(sheet))).toThrow('locked-structure');
    expect(
      partOf(
        changed(locked, (sheet) => put(sheet, [1, 1], 'ghi')),
        SHEET,
      ),
    ).toContain('ghi');
  });

  it('is refused: another tab in the strict form of the format', () => {
    const strict = withParts({ 'xl/workbook.xml': workbook.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main') });
    expect(() => changed(strict, newTab)).toThrow('strict');
    expect(
      partOf(
        changed(strict, (sheet) => put(sheet, [1, 1], 'ghi')),
        SHEET,
      ),
    ).toContain('ghi');
  });

  it('is refused: anything in a file with a digital signature, which would no longer hold', () => {
    const rels = partOf(good, '_rels/.rels');
    const origin =
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';
    const signed = withParts({
      '_rels/.rels': rels.replace('</Relationships>', `${origin}</Relationships>`),
      '_xmlsignatures/origin.sigs': '',
    });
    expect(saveXlsx(signed, readXlsx(signed))).toBe(signed);
    expect(() => changed(signed, (sheet) => put(sheet, [1, 1], 'ghi'))).toThrow('signed');
  });

  it('is refused: cells that stand in another order than their columns', () => {
    const mixed = withCells('<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>');
    expect(saveXlsx(mixed, readXlsx(mixed))).toBe(mixed);
    expect(() => changed(mixed, (sheet) => put(sheet, [1, 2], 9))).toThrow('unordered-rows');
  });
});

describe('a calculation chain', () => {
  const chain = 'xl/calcChain.xml';
  const types = partOf(good, '[Content_Types].xml').replace(
    '</Types>',
    `<Override PartName="/${chain}" ContentType="x"/></Types>`,
  );
  const relsXml = partOf(good, 'xl/_rels/workbook.xml.rels').replace(
    '</Relationships>',
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
  );
  const cells = '<row r="1"><c r="A1"><f>B1*2</f><v>2</v></c><c r="B1"><v>1</v></c></row>';
  const book = withParts({
    [chain]: `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
    '[Content_Types].xml': types,
    'xl/_rels/workbook.xml.rels': relsXml,
    [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`,
  });

  it('stays while its formulas do, and goes with what leads to it when one of them goes', () => {
    expect([...openZip(changed(book, (sheet) => put(sheet, [1, 2], 5))).entries.keys()]).toContain(chain);
    const saved = changed(book, (sheet) => put(sheet, [1, 1], 5));
    expect([...openZip(saved).entries.keys()]).not.toContain(chain);
    expect(partOf(saved, '[Content_Types].xml') + partOf(saved, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

describe('a shared formula read further down and to the right', () => {
  it.each([
    ['B1*$C$1+D$2', 'C3*$C$1+E$2'],
    ['SUM(A:A)+SUM($B:C)', 'SUM(B:B)+SUM($B:D)'],
    ['SUM(1:1)+SUM($2:3)', 'SUM(3:3)+SUM($2:5)'],
    ['"A1"&A1', '"A1"&B3'],
    ["'Quý 1'!A1+Sheet1!B2", "'Quý 1'!B3+Sheet1!C4"],
    ['LOG10(A1)+Bang1[Cột A1]+THUE_A1', 'LOG10(B3)+Bang1[Cột A1]+THUE_A1'],
    ['[1]Nguồn!A1', '[1]Nguồn!B3'],
  ])('«%s» is «%s»', (formula, moved) => expect(shiftedFormula(sharedFormula(formula), { rows: 2, columns: 1 })).toBe(moved));

  it('points at nothing beyond the edge', () => {
    expect(shiftedFormula(sharedFormula('A1+A:A'), { rows: -1, columns: -1 })).toBe('#REF!+#REF!');
  });
});
