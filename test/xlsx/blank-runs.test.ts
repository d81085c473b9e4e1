import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { linesDeleted, linesInserted } from '../../src/host/human/line-change.ts';
import { cellToWrite, claimRow, insertAfter, lineAt, movedRuns, restyle, styleAt } from '../../src/xlsx/areas.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { rowTexts, sheetIn, withRowsMoved } from '../../src/xlsx/move-rows.ts';
import { readBook, readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { times } from '../helpers/sweep.ts';
import { styledRows, withParts } from './hostile-workbooks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
/** Rows of the file: enough for a part over a megabyte, below which no run is cut. */
const LAST = 9000;

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders><border/></borders>' +
  '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>';

/** The same tab twice: a comment in it keeps runs from being cut, so that every row is held as it always was. */
function files(striped: boolean): { cut: Uint8Array; whole: Uint8Array } {
  const xml = (comment: string): string =>
    `<worksheet xmlns="${MAIN}"><dimension ref="A1:E${LAST}"/><sheetData>${styledRows(LAST, striped)}</sheetData>${comment}</worksheet>`;
  const made = (comment: string): Uint8Array => withParts({ [SHEET]: xml(comment), 'xl/styles.xml': STYLES });
  return { cut: made(''), whole: made('<!---->') };
}

const sheetOf = (bytes: Uint8Array): string =>
  Buffer.from(unzip(openZip(bytes), SHEET) ?? [])
    .toString('utf8')
    .replace('<!---->', '');

/** The part with the formats written out, because the order in which they were added may differ. */
function shown(bytes: Uint8Array): string {
  const styles = Buffer.from(unzip(openZip(bytes), 'xl/styles.xml') ?? []).toString('utf8');
  const tables = (name: string): string[] =>
    new RegExp(`<${name}[ >].*</${name}>`, 'su')
      .exec(styles)?.[0]
      .match(/<(?:xf|fill|font)(?:\/| [^>]*\/|>.*?<\/(?:fill|font))>/gsu) ?? [];
  const [xfs, fills, fonts] = [tables('cellXfs'), tables('fills'), tables('fonts')];
  const looks = xfs.map((xf) =>
    xf
      .replace(/fillId="(\d+)"/u, (_, id) => String(fills[Number(id)]))
      .replace(/fontId="(\d+)"/u, (_, id) => String(fonts[Number(id)])),
  );
  return sheetOf(bytes).replace(/ s(?:tyle)?="(\d+)"/gu, (_, id) => looks[Number(id)] ?? '?');
}

function onlySheet(bytes: Uint8Array): { model: ReturnType<typeof readXlsx>; sheet: SheetModel } {
  const model = readXlsx(bytes);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('the file has a tab');
  return { model, sheet };
}

let plain = files(false);
let striped = files(true);
beforeAll(() => {
  plain = files(false);
  striped = files(true);
});

describe('a tab formatted far below its last line', () => {
  it('is held as one run, and shows in every row what its cells look like', () => {
    const { sheet } = onlySheet(plain.cut);
    expect([...sheet.cells.keys()]).toEqual([1]);
    expect(sheet.blankRuns.map(({ from, lookOf }) => [from, lookOf.length])).toEqual([[2, LAST - 1]]);
    expect(sheet.maxRows).toBe(LAST);
    expect([styleAt(sheet, 5000, 2).background, styleAt(sheet, 5000, 3).numberFormat]).toEqual(['#ffff00', '@']);
  });

  it('is the same bytes when nothing changed', () => {
    for (const { cut } of [plain, striped]) expect(saveXlsx(cut, readXlsx(cut))).toBe(cut);
  });

  it('changes in the one cell that is typed into', () => {
    const { model, sheet } = onlySheet(plain.cut);
    cellToWrite(sheet, 4321, 1).value = 7;
    const saved = saveXlsx(plain.cut, model);
    const before = sheetOf(plain.cut);
    expect(sheetOf(saved)).toBe(before.replace('<c r="A4321" s="0"/>', '<c r="A4321"><v>7</v></c>'));
    expect(onlySheet(saved).sheet.cells.get(4321)?.get(1)?.value).toBe(7);
  });

  it('is not cut where tags may be no tags', () => {
    expect(onlySheet(plain.whole).sheet.blankRuns).toEqual([]);
    expect(onlySheet(plain.whole).sheet.cells.size).toBe(LAST);
  });

  it('keeps a row that is asked for out of the run', () => {
    const [sheet] = readBook(plain.cut, (_, row) => row === 5000).sheets;
    expect(sheet?.scan.cuts.map(({ from, to }) => [from, to])).toEqual([
      [2, 4999],
      [5001, LAST],
    ]);
    expect(sheet?.scan.rows.map(({ row }) => row)).toEqual([1, 5000]);
  });
});

type Act = (sheet: SheetModel) => void;
const row = fc.integer({ min: 2, max: LAST });
const column = fc.integer({ min: 1, max: 6 });

const acts: fc.Arbitrary<{ said: string; act: Act }> = fc.oneof(
  fc.tuple(row, column, fc.constantFrom('', 'x', 5)).map(([at, to, value]) => ({
    said: `type ${String(value)} at ${at}, ${to}`,
    act: (sheet: SheetModel) => {
      cellToWrite(sheet, at, to).value = value;
    },
  })),
  fc.tuple(fc.integer({ min: 1, max: 3 }), column).map(([at, to]) => ({
    said: `colour column ${to} from row ${at}`,
    act: (sheet: SheetModel) =>
      restyle(sheet, { row: at, column: to, rows: sheet.maxRows - at + 1, columns: 1 }, { background: '#00ff00' }),
  })),
  fc.tuple(row, column).map(([at, to]) => ({
    said: `colour ${at}, ${to} and the rows below`,
    act: (sheet: SheetModel) => restyle(sheet, { row: at, column: to, rows: 30, columns: 1 }, { bold: true }),
  })),
  fc.tuple(row, fc.integer({ min: 1, max: 3 })).map(([after, howMany]) => ({
    said: `insert ${howMany} rows after ${after}`,
    act: (sheet: SheetModel) => insertAfter(sheet, 'row', { after, howMany }),
  })),
  column.map((after) => ({
    said: `insert a column after ${after}`,
    act: (sheet: SheetModel) => insertAfter(sheet, 'column', { after, howMany: 1 }),
  })),
);

describe('whatever is done to the tab', () => {
  it.each([
    ['alike', () => plain],
    ['striped', () => striped],
  ])('its file is the one that rows held one by one would give, rows %s', (_, given) => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 1, maxLength: 4 }), (done) => {
        const saved = [given().cut, given().whole].map((bytes) => {
          const { model, sheet } = onlySheet(bytes);
          for (const { act } of done) act(sheet);
          return saveXlsx(bytes, model);
        });
        const [cut = new Uint8Array(), whole = new Uint8Array()] = saved;
        // Not the texts themselves: Vitest would print megabytes.
        expect(shown(cut) === shown(whole), done.map(({ said }) => said).join('; ')).toBe(true);
      }),
      { numRuns: times(60, 6) },
    );
  });

  it.each([
    ['inserted', linesInserted('row', 4000, 3)],
    ['deleted', linesDeleted('row', 4000, 3)],
    ['inserted above all', linesInserted('row', 1, 2)],
  ])('rows moved in the file are those of the model: %s', (_, change) => {
    const kept = [plain.cut, plain.whole].map((bytes) => {
      const book = readBook(bytes, (__, at) => at >= 4000 && at < 4003);
      const sheet = sheetIn(book, 1);
      expect(rowTexts(sheet, { from: 4000, howMany: 3 }).size).toBe(3);
      return withRowsMoved(book, sheet, { to: change.to });
    });
    const [cut = new Uint8Array(), whole = new Uint8Array()] = kept;
    expect(sheetOf(cut) === sheetOf(whole)).toBe(true);
    const { sheet } = onlySheet(plain.cut);
    const runs = movedRuns(sheet.blankRuns, change.to);
    const moved = onlySheet(cut).sheet;
    for (const at of [3, 3999, 4000, 4002, 4003, LAST])
      expect(lineAt({ ...sheet, blankRuns: runs, cells: new Map() }, at)).toEqual(lineAt({ ...moved, cells: new Map() }, at));
  });
});

describe('a row taken out of its run', () => {
  it('leaves the rows around it where they were', () => {
    const { sheet } = onlySheet(striped.cut);
    const before = [1999, 2001].map((at) => lineAt(sheet, at));
    claimRow(sheet, 2000);
    expect(sheet.cells.get(2000)?.size).toBe(5);
    expect([1999, 2001].map((at) => lineAt(sheet, at))).toEqual(before);
    expect(sheet.blankRuns.map(({ from, lookOf }) => [from, from + lookOf.length - 1])).toEqual([
      [2, 1999],
      [2001, LAST],
    ]);
  });

  it('never passes the last row of the format when rows come in above', () => {
    const run = { from: 1_048_570, looks: [new Map()], lookOf: new Uint16Array(7) };
    expect(movedRuns([run], (at) => at + 3).map(({ from, lookOf }) => [from, lookOf.length])).toEqual([[1_048_573, 4]]);
  });
});
