import { describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import { blankPackage } from '../../src/xlsx/blank.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { NotAWorkbook } from '../../src/xlsx/not-a-workbook.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip } from '../../src/xlsx/zip.ts';
import { worksOf } from '../helpers/pace.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheet: SheetModel = newSheet(1, 'Một');

/** A good workbook with some parts replaced, or taken away. */
function withParts(parts: Readonly<Record<string, string | null>>): Uint8Array {
  const good = saveXlsx(null, { sheets: [sheet] });
  const bytes = Object.entries(parts).map(([name, text]) => [name, text === null ? null : Buffer.from(text)] as const);
  return rezip(openZip(good), new Map(bytes));
}

function codeOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
    return 'read';
  } catch (thrown) {
    if (thrown instanceof NotAWorkbook) return thrown.code;
    throw thrown;
  }
}

const good = saveXlsx(null, { sheets: [sheet] });
const SHEET = 'xl/worksheets/sheet1.xml';
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

/** A package whose one sheet says it is small and is not. */
function liar(): Uint8Array {
  const bytes = Buffer.from(
    withParts({ [SHEET]: `<worksheet xmlns="${MAIN}">${' '.repeat(4_000_000)}<sheetData/></worksheet>` }),
  );
  const at = bytes.lastIndexOf(SHEET);
  bytes.writeUInt32LE(100, at - 46 + 24);
  return bytes;
}

describe('a file that is no workbook', () => {
  it.each([
    ['empty', new Uint8Array(), 'not-a-zip'],
    ['text', Buffer.from('Đây là văn bản, không phải bảng tính.'), 'not-a-zip'],
    ['cut short', good.subarray(0, good.length - 40), 'damaged'],
    ['cut to half', good.subarray(0, good.length / 2), 'damaged'],
    ['an old .xls', ole('Workbook'), 'legacy-xls'],
    ['locked with a password', ole('EncryptedPackage'), 'encrypted'],
    ['a zip of something else', withParts({ '_rels/.rels': null }), 'no-workbook-part'],
    ['without its sheet', withParts({ [SHEET]: null }), 'missing-part'],
    [
      'a document type (billion laughs)',
      withParts({ [SHEET]: `<!DOCTYPE x [<!ENTITY a "ha">]><worksheet xmlns="${MAIN}"/>` }),
      'doctype',
    ],
    ['unclosed', withParts({ [SHEET]: `<worksheet xmlns="${MAIN}"><cols><col` }), 'damaged'],
    ['a bomb', withParts({ 'xl/media/a.bin': '0'.repeat(30_000_000) }), 'too-large'],
    ['a bomb that lies about its size', liar(), 'damaged'],
    ['not UTF-8', rezip(openZip(good), new Map([[SHEET, Buffer.from([0x3c, 0xff, 0xfe, 0x3e])]])), 'damaged'],
  ])('is refused when it is %s', (_, bytes, code) => {
    expect(worksOf(() => expect(codeOf(bytes)).toBe(code))).toBeLessThan(20);
  });

  it('is refused or read, never a crash, whichever byte is wrong', () => {
    for (let at = 0; at < good.length; at += 1) {
      const broken = Buffer.from(good);
      broken[at] = (broken[at] ?? 0) ^ 0x5a;
      expect(typeof codeOf(broken)).toBe('string');
    }
  });

  it('may claim a million rows without costing memory', () => {
    const claimed = (row: number) =>
      `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="${row}"><c r="A${row}"><v>1</v></c></row></sheetData></worksheet>`;
    expect(readXlsx(withParts({ [SHEET]: claimed(100_000) })).sheets[0]?.cells.size).toBe(1);
    expect(codeOf(withParts({ [SHEET]: claimed(1_048_576) }))).toBe('too-far');
  });

  it('with rows out of order is read, but not written to', () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData><row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`;
    const bytes = withParts({ [SHEET]: xml });
    const model = readXlsx(bytes);
    expect(saveXlsx(bytes, model)).toBe(bytes);
    const cell = model.sheets[0]?.cells.get(3)?.get(1);
    if (cell !== undefined) cell.value = 9;
    expect(() => saveXlsx(bytes, model)).toThrow('unordered-rows');
  });
});

describe('a workbook written in an unusual way', () => {
  const xml =
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1" spans="1:2"><x:c r="A1"><x:f t="shared" ref="A1:A3" si="0">B1*$C$1</x:f><x:v>2</x:v></x:c></x:row>` +
    '<x:row r="2"><x:c r="A2"><x:f t="shared" si="0"/><x:v>4</x:v></x:c></x:row><x:row r="3"/></x:sheetData></x:worksheet>';
  const edit = (change: (sheet: SheetModel) => void): void => {
    const bytes = withParts({ [SHEET]: xml });
    const model = readXlsx(bytes);
    for (const one of model.sheets) change(one);
    const saved = saveXlsx(bytes, model);
    expect(readXlsx(saved).sheets[0]?.cells).toEqual(model.sheets[0]?.cells);
  };

  it('is patched in its own prefix, and a row without cells gets one', () => {
    edit((one) => one.cells.set(3, new Map([[4, { value: 'x', formula: null, style: styleOf(one) }]])));
  });

  it('gives the others of a shared formula their own text when its first cell is overwritten', () => {
    const bytes = withParts({ [SHEET]: xml });
    const model = readXlsx(bytes);
    expect(model.sheets[0]?.cells.get(2)?.get(1)?.formula).toBe('B2*$C$1');
    edit((one) => one.cells.get(1)?.set(1, { value: 5, formula: null, style: styleOf(one) }));
  });
});

function styleOf(one: SheetModel): NonNullable<ReturnType<SheetModel['columnStyles']['get']>> {
  const style = one.cells.get(1)?.get(1)?.style;
  if (style === undefined) throw new Error('A1 is there');
  return style;
}

describe('a new workbook', () => {
  it('starts from a package without a sheet', () => {
    expect(readXlsx(blankPackage()).sheets).toEqual([]);
  });
});
