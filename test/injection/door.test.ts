import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import { tidy } from '../../src/domain/core/word.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { JOURNAL } from '../../src/workbook/tabs/records.ts';
import type { Memory } from '../app/memory-ports.ts';
import { cellsOf, office } from '../app/operations.ts';
import { H1 } from '../app/small-plan.ts';
import { corpus } from '../fixtures/corpus.ts';
import { headersOf, sheetOf } from '../helpers/odd-host.ts';
import { columnOf, ENTRY, type HostileOffice, hostileOffice, idOf, PERIOD } from './office.ts';
import { oneLineEnd } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const all = corpus();
/** A realm for each call takes its time on a busy machine. */
const SLOW = 600_000;
/** What a form may carry (the lengths in src/app/calls.ts). */
const MOST_TYPED = 20_000;

type Told = { readonly ok: boolean; readonly sentence?: string };
const told = (session: Memory, request: string): Told => JSON.parse(ask(session.ports, request));
const valuesIn = (session: Memory, tab: string, header: string): readonly unknown[] => {
  const { values } = session.tab(tab);
  const column = values.find((row) => row.includes(header))?.indexOf(header) ?? -1;
  return values.map((row) => row[column]);
};
/** As a form saves a text: composed, tidy in each of its lines (`tidyLines`). */
const asEntered = (text: string): string => oneLineEnd(text).split('\n').map(tidy).join('\n').trim();

describe('a request at the one door', () => {
  it('that is only a text is refused in our words, and touches nothing', () => {
    const session = office();
    const outcome = (text: string): string => {
      const { ok, sentence = '' } = told(session, text);
      return `${ok} ${sentence.startsWith('Yêu cầu không hợp lệ')}`;
    };
    expectNoEscape(
      'request',
      all,
      escapesAmong(all, outcome, () => 'false true'),
    );
    expect(session.calls).toEqual([]);
  });

  /** Each call reads the whole book, so every second text is sent in one of them. */
  const CALLS = ['open-period', 'report', 'enter'] as const;
  it.each(CALLS)('%s: that names a text which names nothing is refused with a sentence, and writes nothing', (call) => {
    const session = office();
    const before = cellsOf(session);
    const texts = all.filter((_, at) => CALLS[at % (2 * CALLS.length)] === call);
    const request = (text: string): string => {
      const row = { tab: ENTRIES.name, id: text, values: { [text]: text } };
      return JSON.stringify({ call, with: { period: text, ...(call === 'enter' ? row : {}) } });
    };
    const outcome = (text: string): string => {
      const { ok, sentence = '' } = told(session, request(text));
      return `${ok} ${/(Đề nghị|Bấm:)/u.test(sentence)}`;
    };
    const escapes = escapesAmong(texts, outcome, () => 'false true');
    expectNoEscape(`name in a request (${call})`, texts, escapes);
    expect(cellsOf(session)).toEqual(before);
  });

  it('that enters texts saves each in its cell and in the journal as it is', () => {
    const texts = all.filter(({ text }) => isEntered(text));
    const saved = texts.map((): unknown => null);
    for (let from = 0; from < texts.length; from += HEADERS.length) {
      const session = office();
      const some = texts.slice(from, from + HEADERS.length);
      const { sentence } = told(session, entering(some, { id: 'N1', period: H1 }));
      const row = session.tab(ENTRIES.name).values.findIndex((line) => line.includes('N1'));
      const kept = valuesIn(session, JOURNAL.name, 'Sau').slice(-some.length);
      for (const at of some.keys())
        saved[from + at] = sentence ?? `${valuesIn(session, ENTRIES.name, HEADERS[at] ?? '')[row]}|${kept[at]}`;
    }
    const escapes = escapesAmong(
      texts,
      (_, at) => saved[at],
      (text) => `${asEntered(text)}|${asEntered(text)}`,
    );
    expectNoEscape('form, entered', texts, escapes);
  });

  it('that enters an error of the spreadsheet, or more than a form may carry, is refused with a sentence', () => {
    const refused = all.filter(({ text }) => !isEntered(text) && asEntered(text) !== '');
    const outcome = (text: string): string => {
      const { ok, sentence = '' } = told(office(), entering([{ text }], { id: 'N1', period: H1 }));
      return `${ok} ${sentence.includes('Đề nghị')}`;
    };
    expect(refused.length).toBeGreaterThan(8);
    expectNoEscape(
      'form, refused',
      refused,
      escapesAmong(refused, outcome, () => 'false true'),
    );
  });
});

/** Columns of texts of the entry tab. */
const HEADERS = [
  'Kết quả thực hiện trong kỳ',
  'Nguyên nhân chậm',
  'Đề xuất, kiến nghị',
  'Minh chứng',
  'Ước thực hiện đến 31/12',
  'Ý kiến chỉ đạo',
  'Ghi chú',
];
const isEntered = (text: string): boolean =>
  text.length <= MOST_TYPED && asEntered(text) !== '' && !/^#(?:REF!|N\/A)$/u.test(text);
const entering = (texts: readonly { readonly text: string }[], row: { readonly id: string; readonly period: string }): string => {
  const values = Object.fromEntries(texts.map(({ text }, at) => [HEADERS[at] ?? '', text]));
  return JSON.stringify({ call: 'enter', with: { tab: ENTRIES.name, ...row, values } });
};

describe('a form in the bundle', () => {
  /** A realm of its own for each call takes its time: every fourth formula, number and day. */
  const formulas = all.filter(({ kind }) => kind === 'formula').filter((_, at) => at % 4 === 0);
  const values = all.filter(({ kind }) => kind === 'value').filter((_, at) => at % 4 === 0);
  const texts = [...formulas, ...values].filter(({ text }) => isEntered(text));
  let hostile: HostileOffice;
  beforeAll(() => {
    const blank = Object.fromEntries(HEADERS.map((header) => [header, '']));
    hostile = hostileOffice([{ plan: {}, entry: blank }]);
    const sheet = sheetOf(hostile.host.model, ENTRY);
    const columns = HEADERS.map((header) => headersOf(sheet).columns.get(header) ?? 0);
    for (const line of sheet.cells.values())
      for (const column of columns) {
        const cell = line.get(column);
        if (cell !== undefined) line.set(column, { ...cell, style: { ...cell.style, numberFormat: 'General' } });
      }
  });
  afterAll(() => hostile.remove());

  it(
    'writes each formula and each number as the text that was entered, under the automatic format',
    () => {
      const { host } = hostile;
      const saved: unknown[] = [];
      for (let from = 0; from < texts.length; from += HEADERS.length) {
        const some = texts.slice(from, from + HEADERS.length);
        const answer = JSON.parse(String(host.page('ask', entering(some, { id: idOf(0), period: PERIOD }))));
        for (const at of some.keys()) saved.push(answer.ok ? columnOf(host, HEADERS[at] ?? '')[0] : answer.sentence);
      }
      expectNoEscape(
        'form, entered through the bundle',
        texts,
        escapesAmong(texts, (_, at) => saved[at], asEntered),
      );
      expect([host.formulas(), host.logged()]).toEqual([0, []]);
    },
    SLOW,
  );
});
