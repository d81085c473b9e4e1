import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidy } from '../../src/domain/core/word.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { LONGEST_CELL } from '../fixtures/corpus/lengths.ts';
import { corpus } from '../fixtures/corpus.ts';
import { sheetOf } from '../helpers/odd-host.ts';
import { columnOf, differing, ENTRY, filledIn, type HostileOffice, hostileOffice, PERIOD, rowsOfTexts } from './office.ts';
import { python, type ReadCell, type ReadDocument, readBack } from './read-back.ts';
import { ELEMENTS, lettersOf, seen, spaced } from './report-rules.ts';
import { marked, oneLineEnd, unmarked, visible } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const texts = corpus().filter(({ text }) => text.length <= LONGEST_CELL);
/** Longer ones go through the engine alone (documents.test.ts): a report of them would take a minute. */
const LONGEST_PRINTED = 255;
const printed = (text: string): boolean => text.length <= LONGEST_PRINTED;
/** Two columns beside the table, of no format. */
const WIDTH = Object.keys(ENTRIES.columns).length;
const [TYPED, QUOTED] = [WIDTH + 1, WIDTH + 2];

/** As `textOfCell` reads a cell: composed, without white space around; one that says nothing or holds an error is blank. */
const asRead = (text: string): string => {
  const read = oneLineEnd(text).normalize('NFC').trim();
  return tidy(read) === '' || /^#(?:REF!|N\/A)$/u.test(read) ? '' : read;
};
/** As `fitted` cuts what leaves no room for an apostrophe. */
const asFits = (text: string): string =>
  text.length < LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 2).replace(/[\ud800-\udbff]$/u, '')}…`;

let office: HostileOffice;
let cells: ReadonlyMap<string, ReadCell>;
let rows: readonly number[];
beforeAll(() => {
  office = hostileOffice(
    texts.map(({ text }, at) => ({
      plan: { 'Nhiệm vụ': text, 'Sản phẩm': text },
      entry: { 'Kết quả thực hiện trong kỳ': printed(text) ? marked(text, at) : '', 'Ghi chú': text },
    })),
  );
  const { host } = office;
  rows = rowsOfTexts(host);
  const row = rows[0] ?? 0;
  const lines = (say: (text: string) => string): string[][] => texts.map(({ text }) => [say(text).slice(0, LONGEST_CELL)]);
  const sheet = sheetOf(host.model, ENTRY);
  sheet.maxColumns = Math.max(sheet.maxColumns, QUOTED);
  host.typeAll([
    { tab: ENTRY, row, column: TYPED, rows: lines((text) => text) },
    { tab: ENTRY, row, column: QUOTED, rows: lines((text) => `'${text}`) },
  ]);
  for (const answer of [host.ask('refresh', {}), host.ask('report', { period: PERIOD })])
    if (!answer.ok) throw new Error(answer.sentence);
  host.save();
  const read = python === null ? [] : (readBack<{ cells: ReadCell[] }>([office.path])[0]?.cells ?? []);
  cells = new Map(read.map((cell) => [cell.slice(0, 3).join('|'), cell]));
  // A busy machine is slow over a plan of 1,500 tasks.
}, 900_000);
afterAll(() => office.remove());

const inFile = (at: number, column: number): ReadCell | undefined => cells.get([ENTRY, rows[at], column].join('|'));
const textIn = (cell: ReadCell | undefined): string =>
  cell === undefined ? '' : cell[3] === 's' ? cell[4] : `${cell[3]} ${cell[4]}`;

describe('a cell that we write', () => {
  it.each(['Nhiệm vụ', 'Sản phẩm'])(
    '%s: is the text of the plan, under the automatic format as under that of texts',
    (header) => {
      const written = columnOf(office.host, header);
      expectNoEscape(
        `cell written, ${header}`,
        texts,
        escapesAmong(
          texts,
          (_, at) => written[at],
          (text) => asFits(asRead(text)),
        ),
      );
    },
  );

  it('is never a formula', () => {
    expect(office.host.formulas()).toBe(0);
    expect(office.host.logged()).toEqual([]);
  });

  it.runIf(python !== null)('is in the saved file what it was in the sheet, as openpyxl and our own reader have it', () => {
    const [greyed, product] = [4, 5];
    for (const [column, header] of [
      [greyed, 'Nhiệm vụ'],
      [product, 'Sản phẩm'],
    ] as const)
      expectNoEscape(
        `workbook read by openpyxl, ${header}`,
        texts,
        escapesAmong(
          texts,
          (_, at) => textIn(inFile(at, column)),
          (text) => asFits(asRead(text)),
        ),
      );
    const ours = sheetOf(readXlsx(readFileSync(office.path)), ENTRY);
    expect(differing(filledIn(ours), filledIn(sheetOf(office.host.model, ENTRY)))).toEqual([]);
  });
});

describe('a cell that a person typed or brought along', () => {
  it.runIf(python !== null)('keeps every text behind an apostrophe, and what came with the file', () => {
    const fitting = texts.filter(({ text }) => text.length < LONGEST_CELL);
    const at = (text: string): number => texts.findIndex((one) => one.text === text);
    expectNoEscape(
      'cell typed with an apostrophe',
      fitting,
      escapesAmong(fitting, (text) => textIn(inFile(at(text), QUOTED)), oneLineEnd),
    );
    expectNoEscape(
      'cell brought along',
      texts,
      escapesAmong(
        texts,
        (_, at) => textIn(inFile(at, 23)),
        (text) => text,
      ),
    );
  });

  it.runIf(python !== null)(
    'is a formula only where he began one himself, and else his text or the value that Sheets reads from it',
    () => {
      const wrong = texts.filter(({ text }, at) => {
        const cell = inFile(at, TYPED);
        if (cell?.[3] === 'f') return !/^[=+-]./u.test(text.trim());
        return (
          (cell === undefined || cell[3] === 's') && textIn(cell) !== oneLineEnd(text.startsWith("'") ? text.slice(1) : text)
        );
      });
      expectNoEscape(
        'cell typed',
        texts,
        wrong.map(({ text }) => ({
          text,
          became: textIn(
            inFile(
              texts.findIndex((one) => one.text === text),
              TYPED,
            ),
          ),
        })),
      );
      const formulas = [...cells.values()].filter(
        ([tab, , column, kind]) => kind === 'f' && !(tab === ENTRY && column === TYPED),
      );
      expect(formulas).toEqual([]);
    },
  );

  it('is refused as a whole where it is longer than a cell', () => {
    const before = filledIn(sheetOf(office.host.model, ENTRY));
    const tooLong = { tab: ENTRY, row: rows[0] ?? 0, column: TYPED, rows: [['đ'.repeat(LONGEST_CELL + 1)]] };
    expect(() => office.host.type(tooLong)).toThrow('50000 characters');
    expect(differing(before, filledIn(sheetOf(office.host.model, ENTRY)))).toEqual([]);
  });
});

describe.runIf(python !== null)('a report through the bundle', () => {
  it('prints each text entered, as lines of its own, and nothing that is no text', () => {
    const files = readdirSync(join(office.folder, 'ra')).map((name) => join(office.folder, 'ra', name));
    const documents = readBack<ReadDocument>(files.filter((file) => file.includes('Báo cáo')));
    const told = texts.filter(({ text }) => printed(text));
    const found = unmarked(documents.flatMap(({ paragraphs }) => paragraphs).join('\n'));
    const at = (text: string): number => texts.findIndex((one) => one.text === text);
    const escapes = told.flatMap(({ text }) => {
      const outcomes = (found.get(at(text)) ?? []).map(lettersOf);
      const wanted = lettersOf(
        visible(
          text
            .normalize('NFC')
            .split(/[\r\n]/u)
            .map((line) => spaced(seen(line)))
            .join('\n'),
        ),
      );
      return outcomes.length === 2 && outcomes.every((one) => one === wanted) ? [] : [{ text, became: outcomes }];
    });
    expectNoEscape('report of the bundle', told, escapes);
    for (const { counts } of documents) expect(Object.keys(counts).filter((name) => !ELEMENTS.has(name))).toEqual([]);
  });
});
