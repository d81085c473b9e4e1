import { describe, expect, it } from 'vitest';
import { WORKBOOK_SENTENCES } from '../../src/words/host/local.ts';
import { MOST_WORKBOOK_BYTES, WORKBOOK_SIZE } from '../../src/words/host/workbook-file.ts';
import { LIMITS, stepsSpent } from '../../src/xlsx/limits.ts';
import { NotAWorkbook } from '../../src/xlsx/not-a-workbook.ts';
import { readBook, readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { HOSTILE, withParts } from './hostile-workbooks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const inSheet = (inside: string): Uint8Array =>
  withParts({ 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${inside}</worksheet>` });
const inCell = (inside: string): Uint8Array => inSheet(`<sheetData><row r="7"><c r="C7" ${inside}</c></row></sheetData>`);
const said = (text: string): Uint8Array => inCell(`t="inlineStr"><is><t>${text}</t></is>`);

/** The refusal of a file as the host says it; «read» when there is none. */
function sentenceOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
    return 'read';
  } catch (thrown) {
    if (!(thrown instanceof NotAWorkbook)) throw thrown;
    return WORKBOOK_SENTENCES[thrown.code]('sổ.xlsx', thrown.part ?? '', thrown.limit);
  }
}

function stepsOf(bytes: Uint8Array): number {
  const before = stepsSpent();
  sentenceOf(bytes);
  return stepsSpent() - before;
}

/** So small that none of the limits is met, and all of the work is done; large parts are looked through once more, so not across that size. */
const SMALL: Readonly<Record<string, number>> = {
  '01': 200,
  '02': 2000,
  '03': 5,
  '12': 100,
  '17-00': 100,
  '17-11': 100,
  '30': 100,
  '43': 1000,
  '45': 60,
  '49': 100,
  '80': 8,
  wide: 4000,
};

describe('the work that a file makes', () => {
  it.each(HOSTILE)('at most doubles with twice as many: $id, $what', ({ id, make }) => {
    const size = SMALL[id] ?? 1000;
    const [once, twice] = [stepsOf(make(size)), stepsOf(make(size * 2))];
    expect(once).toBeGreaterThan(0);
    expect(twice / once).toBeLessThan(2.1);
  });

  it('is counted where it is done: a reader that looks for each column in every <col> would be seen', () => {
    const overlapping = (count: number): number =>
      stepsOf(
        inSheet(
          `<cols>${'<col min="1" max="16384" width="9" customWidth="1"/>'.repeat(count)}</cols><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>`,
        ),
      );
    const growth = (overlapping(400) - overlapping(200)) / 200;
    // A <col> is some fifty characters, read twice; sixteen thousand columns for each would be three hundred times that.
    expect(growth).toBeLessThan(400);
  });
});

describe('a limit', () => {
  it('stands one below and one above what is taken, and names the cell and the way out', () => {
    expect(sentenceOf(said('a'.repeat(LIMITS.cellText)))).toBe('read');
    expect(sentenceOf(said('a'.repeat(LIMITS.cellText + 1)))).toBe(
      'Tệp «sổ.xlsx»: «Một!C7» chứa nội dung dài hơn 65.535 ký tự nên không đọc. Đề nghị mở bằng Excel, rút gọn ô đó rồi lưu lại.',
    );
    const formula = (length: number): string => sentenceOf(inCell(`><f>${'1'.repeat(length)}</f>`));
    expect(formula(LIMITS.formula)).toBe('read');
    expect(formula(LIMITS.formula + 1)).toMatch(/«Một!C7» chứa công thức dài hơn 16\.384 ký tự/u);
  });

  it.each([
    [
      'areas',
      `<dataValidations><dataValidation type="list" sqref="${'A1 '.repeat(50_001)}"><formula1>"a"</formula1></dataValidation></dataValidations>`,
    ],
    ['columns', ''],
    ['elements', `<mergeCells/>${'<x/>'.repeat(100_001)}`],
  ])('on %s is told with a number and what to do', (what, inside) => {
    const cols = what === 'columns' ? `<cols>${'<col min="1" max="1"/>'.repeat(16_385)}</cols>` : '';
    const sentence = sentenceOf(inSheet(`${cols}<sheetData/>${inside}`));
    expect(sentence).toMatch(/^Tệp «sổ\.xlsx» có hơn (?:50\.000|16\.384|100\.000) .+ nên không đọc\. Đề nghị .+\.$/u);
  });

  it('has a sentence of its own for whatever can be too much', () => {
    const whats = Object.keys(LIMITS).filter((what) => what !== 'inflated' && what !== 'text');
    for (const what of whats) {
      const lengths = ['cellText', 'formula', 'numberFormat'].includes(what);
      const sentence = WORKBOOK_SENTENCES[lengths ? 'too-long' : 'too-many']('t', 'w', { what, most: 1 });
      expect(sentence, what).not.toMatch(/phần tử|undefined/u);
    }
    expect(whats.length).toBeGreaterThan(10);
  });

  it('on the file itself is said in megabytes', () => {
    expect(MOST_WORKBOOK_BYTES).toBe(30_000_000);
    expect(WORKBOOK_SIZE.chosen).toMatch(/30 MB/u);
  });
});

describe('of columns named more than once', () => {
  it('the last one is heard', () => {
    const model = readXlsx(
      inSheet(
        '<cols><col min="2" max="4" width="10" customWidth="1"/><col min="3" max="9" width="20" customWidth="1"/></cols><sheetData><row r="1"><c r="E1"><v>1</v></c></row></sheetData>',
      ),
    );
    const widths = model.sheets[0]?.columnWidths;
    expect([2, 3, 4, 5].map((column) => widths?.get(column))).toEqual([70, 140, 140, 140]);
  });
});

describe('a text that is one of many', () => {
  it('does not hold on to the part it came from when only the model is wanted', () => {
    const bytes = said('Nhiệm vụ cải cách hành chính');
    const [model, book] = [readXlsx(bytes), readBook(bytes)];
    expect(model.sheets[0]?.cells).toEqual(book.sheets[0]?.model.cells);
    expect(saveXlsx(bytes, model)).toBe(bytes);
  });
});
