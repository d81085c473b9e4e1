import { describe, expect, it } from 'vitest';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { partText } from '../../src/xlsx/package.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip } from '../../src/xlsx/zip.ts';

const LONG = 'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn trong kỳ báo cáo của xã';

function aTab(texts: readonly string[], { wrap = true }: { wrap?: boolean } = {}): SheetModel {
  const sheet = newSheet(1, 'Kế hoạch');
  sheet.columnWidths.set(1, 210);
  texts.forEach((value, at) => {
    sheet.cells.set(at + 1, new Map([[1, { value, formula: null, style: { ...PLAIN, wrap } }]]));
  });
  return sheet;
}

const saved = (sheet: SheetModel, before: Uint8Array | null = null): Uint8Array => saveXlsx(before, { sheets: [sheet] });
const sheetXml = (bytes: Uint8Array): string => partText(openZip(bytes), 'xl/worksheets/sheet1.xml');
const heights = (bytes: Uint8Array): string[] =>
  [...sheetXml(bytes).matchAll(/<row [^>]*>/gu)].map(([tag]) => /\sht="([^"]*)"/u.exec(tag)?.[1] ?? '');

describe('a row we write', () => {
  it('is as high as its wrapped text, and of the usual height when a line is enough', () => {
    expect(heights(saved(aTab([LONG, 'ngắn', 'một\nhai'])))).toEqual(['42.75', '', '28.5']);
    expect(heights(saved(aTab([LONG], { wrap: false })))).toEqual(['']);
  });

  it('follows a text that grows or shrinks', () => {
    const before = saved(aTab(['ngắn', LONG]));
    expect(heights(saved(aTab([LONG, 'ngắn']), before))).toEqual(['42.75', '']);
  });

  it.each([
    ['a height somebody fixed', ' customHeight="1" ht="20"', '20'],
    ['a height of another program, which is enough', ' ht="90"', '90'],
    ['a height of another program, which is too small', ' ht="20"', '42.75'],
  ])('heeds %s', (_, attributes, after) => {
    const before = saved(aTab(['ngắn']));
    const foreign = saveXlsx(before, { sheets: [aTab(['ngắn'])] });
    const xml = sheetXml(foreign).replace('<row r="1"', `<row r="1"${attributes}`);
    const changed = rezip(openZip(foreign), new Map([['xl/worksheets/sheet1.xml', Buffer.from(xml, 'utf8')]]));
    expect(heights(saved(aTab([LONG]), changed))).toEqual([after]);
  });
});
