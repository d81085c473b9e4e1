import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/core/source.ts';
import { align } from '../../src/domain/reconcile/align.ts';
import { reconcile } from '../../src/domain/reconcile/reconcile.ts';
import type { CellChange, ReconcileFinding } from '../../src/domain/reconcile/reconcile-model.ts';
import { differences } from '../../src/domain/reconcile/word-diff.ts';
import type { PrintedCell, PrintedLine } from '../../src/domain/report/printed.ts';

const RATE: Source = { of: 'actual', id: 'T1', period: 'H1', field: 'numerator' };
const TEXT: Source = { of: 'narrative', id: 'III', period: 'H1', field: 'text' };

type Part = string | readonly [text: string, source: Source];
const cell = (...parts: readonly Part[]): PrintedCell =>
  parts.map((part) => (typeof part === 'string' ? { text: part, source: null } : { text: part[0], source: part[1] }));
const line = (...parts: readonly Part[]): PrintedLine => ({ is: 'paragraph', part: 'text', at: 'I', cells: [cell(...parts)] });
const row = (...cells: readonly string[]): PrintedLine => ({
  is: 'row',
  part: 'annex',
  at: 'Phụ lục I',
  cells: cells.map((text) => cell(text)),
});

const CELL = '- Kỷ luật được giữ nghiêm.\nCòn hai việc chậm.';
const reportWith = (
  numerator: string,
  more: { readonly counts?: string; readonly text?: readonly string[] } = {},
): PrintedLine[] => [
  line('Thực hiện Kế hoạch, UBND xã báo cáo như sau:'),
  line('- Hồ sơ đúng hạn đạt ', [numerator, RATE], '/400, đạt chỉ tiêu.'),
  line(more.counts ?? 'Có 12 chỉ tiêu được đánh giá: đạt 09 chỉ tiêu.'),
  ...(more.text ?? CELL.split('\n')).map((text) => line([text, TEXT])),
  line('Trên đây là báo cáo của UBND xã./.'),
  row('1', 'Hồ sơ tiếp nhận', 'hồ sơ', '400'),
  row('2', 'Hồ sơ qua bưu chính', 'hồ sơ', '7'),
  row('3', 'Hồ sơ trực tuyến', 'hồ sơ', '90'),
];
const PRINTED = reportWith('379');

type Office = {
  readonly printed?: PrintedLine[] | null;
  readonly now?: PrintedLine[];
  readonly changes?: CellChange[];
  readonly typed?: string;
};
function found(
  document: readonly PrintedLine[],
  { printed = PRINTED, now = PRINTED, changes = [], typed = CELL }: Office = {},
): ReconcileFinding[] {
  return reconcile({ document, printed, now, changes, typedText: () => typed });
}
const codes = (document: readonly PrintedLine[], office: Office = {}): string[] =>
  found(document, office).map(({ code }) => code);
const edited = (from: string, to: string): PrintedLine[] =>
  PRINTED.map((each) => ({
    ...each,
    cells: each.cells.map((part) =>
      cell(
        part
          .map(({ text }) => text)
          .join('')
          .replace(from, to),
      ),
    ),
  }));

describe('comparing a document with the workbook', () => {
  const HANDS: readonly {
    readonly what: string;
    readonly from: string;
    readonly to: string;
    readonly codes: readonly string[];
  }[] = [
    { what: 'other spaces', from: 'Hồ sơ đúng', to: 'Hồ  sơ\u00a0đúng', codes: [] },
    { what: 'decomposed letters', from: 'Hồ sơ', to: 'Hồ sơ'.normalize('NFD'), codes: [] },
    { what: 'another mark of the list', from: '- Hồ sơ', to: '– Hồ sơ', codes: [] },
    { what: 'a lost mark of the list', from: '- Hồ sơ', to: 'Hồ sơ', codes: [] },
    { what: 'a figure', from: '379', to: '397', codes: ['typed-over'] },
    { what: 'a counted number', from: '09', to: '10', codes: ['typed-over'] },
    { what: 'a number taken out', from: 'đạt 09 chỉ tiêu', to: 'đạt chỉ tiêu', codes: ['typed-over'] },
    { what: 'a number put in', from: 'đạt chỉ tiêu.', to: 'đạt chỉ tiêu, tăng 15 hồ sơ.', codes: ['unsourced-number'] },
    { what: 'words of the machine', from: 'được đánh giá', to: 'được xem xét', codes: ['reworded'] },
    { what: 'words of an official', from: 'Còn hai việc', to: 'Chỉ còn hai việc', codes: ['reworded'] },
    { what: 'two numbers of one sentence', from: '379/400', to: '380/410', codes: ['typed-over', 'typed-over'] },
  ];
  it.each(HANDS)('in which a hand changed $what finds $codes', ({ from, to, codes: wanted }) => {
    expect(codes(edited(from, to))).toEqual(wanted);
  });

  it('does not mind a line that only moved', () => {
    const moved = [...PRINTED.slice(0, 1), ...PRINTED.slice(2, 3), ...PRINTED.slice(1, 2), ...PRINTED.slice(3)];
    expect(codes(moved)).toEqual([]);
  });

  it('takes lines that were deleted together for one cause, and those apart for two', () => {
    expect(found([...PRINTED.slice(0, 6), ...PRINTED.slice(8)])).toMatchObject([{ code: 'removed', lines: 2 }]);
    expect(codes([...PRINTED.slice(0, 6), ...PRINTED.slice(7, 8)])).toEqual(['removed', 'removed']);
  });

  it('takes paragraphs that were added together for one cause', () => {
    const added = [...PRINTED.slice(0, 2), line('Nhân dân đồng tình.'), line('Không có đơn thư.'), ...PRINTED.slice(2)];
    expect(found(added)).toMatchObject([{ code: 'added', lines: 2 }]);
  });

  it.each([2, 30])('tells lines that stand %i times, wherever the copies stand', (times) => {
    expect(codes(PRINTED.flatMap((each) => Array.from({ length: times }, () => each)))).toContain('repeated');
    const copies = found([...PRINTED, ...Array.from({ length: times - 1 }, () => PRINTED).flat()]);
    expect(copies.filter(({ code }) => code !== 'repeated')).toEqual([]);
    const told = copies.reduce((sum, finding) => sum + (finding.code === 'repeated' ? finding.lines : 0), 0);
    expect(told).toBe((times - 1) * PRINTED.length);
  });

  it('takes a row that stands twice once for a repeated one, and a line that is printed twice for none', () => {
    const [first = line(''), ...rest] = PRINTED;
    expect(found([first, first, ...rest])).toMatchObject([{ code: 'repeated', lines: 1 }]);
    expect(codes([...PRINTED, first], { printed: [...PRINTED, first], now: [...PRINTED, first] })).toEqual([]);
  });

  it('does not judge the heading above the text nor the signature below it', () => {
    const signed = [line('Số: 12/BC-UBND'), ...PRINTED.slice(0, 6), line('Nơi nhận: 3 bản'), ...PRINTED.slice(6)];
    expect(codes(signed)).toEqual([]);
  });

  it('offers the sentence back with the dash that the official typed, the other lines untouched', () => {
    const [finding] = found(edited('Kỷ luật được giữ nghiêm.', 'Kỷ luật, kỷ cương được giữ nghiêm.'));
    expect(finding).toMatchObject({
      code: 'reworded',
      source: TEXT,
      bringBack: { before: CELL, after: '- Kỷ luật, kỷ cương được giữ nghiêm.\nCòn hai việc chậm.' },
    });
  });

  it('offers a paragraph that was added below a narrative as a new line of its cell, and one deleted as gone', () => {
    const added = [...PRINTED.slice(0, 5), line('Đề nghị cấp trên quan tâm.'), ...PRINTED.slice(5)];
    expect(found(added)).toMatchObject([{ code: 'added', bringBack: { after: `${CELL}\nĐề nghị cấp trên quan tâm.` } }]);
    expect(found([...PRINTED.slice(0, 4), ...PRINTED.slice(5)])).toMatchObject([
      { code: 'reworded', bringBack: { after: '- Kỷ luật được giữ nghiêm.' } },
    ]);
  });

  it('offers nothing when the cell says something else by now', () => {
    expect(found(edited('Còn hai việc', 'Chỉ còn hai việc'), { typed: 'Viết lại.' })).toMatchObject([
      { code: 'reworded', bringBack: null },
    ]);
  });
});

describe('a workbook that changed after the report was made', () => {
  const NOW = reportWith('390', { counts: 'Có 12 chỉ tiêu được đánh giá: đạt 10 chỉ tiêu.' });
  const change: CellChange = { source: RATE, before: '379', after: '390', without: PRINTED };

  it('has one finding with every place that the cell feeds, counts included', () => {
    expect(found(PRINTED, { now: NOW, changes: [change] })).toMatchObject([
      {
        code: 'source-changed',
        source: RATE,
        places: [
          { printed: '379', now: '390' },
          { printed: '09', now: '10' },
        ],
      },
    ]);
  });

  it('lists only the places that the document does not show yet, and none when it shows all', () => {
    const half = [...PRINTED.slice(0, 1), ...NOW.slice(1, 2), ...PRINTED.slice(2)];
    expect(found(half, { now: NOW, changes: [change] })).toMatchObject([{ code: 'source-changed', places: [{ now: '10' }] }]);
    expect(codes(NOW, { now: NOW, changes: [change] })).toEqual([]);
  });

  it('says so when no printed word is another', () => {
    const same: CellChange = { ...change, after: '379,001', without: PRINTED };
    expect(found(PRINTED, { changes: [same] })).toMatchObject([{ code: 'source-changed', places: [] }]);
    const unprinted: CellChange = { ...same, source: { ...RATE, id: 'T99' } };
    expect(codes(PRINTED, { changes: [unprinted] })).toEqual([]);
  });

  it('is told as a whole where no cell explains it', () => {
    expect(codes(PRINTED, { now: NOW })).toEqual(['changed-elsewhere']);
  });

  it('and a hand at the same time are two causes', () => {
    const both = edited('Hồ sơ qua bưu chính', 'Hồ sơ qua bưu điện');
    expect(codes(both, { now: NOW, changes: [change] }).sort()).toEqual(['reworded', 'source-changed']);
  });

  it('without a record of what was printed, is compared as it is now', () => {
    expect(codes(PRINTED, { printed: null, now: NOW })).toEqual(['typed-over', 'typed-over']);
  });
});

describe('pairing', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });
  const same = { key: (text: string) => text, likeness: { of: () => 0, least: 1 } };

  it('pairs only equal items, in order on both sides, each once; a text with itself wholly', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const pairs = align(left, right, same);
        for (const [at, to] of pairs) expect(left[at]).toBe(right[to]);
        pairs.slice(1).forEach(([at, to], index) => {
          expect(at).toBeGreaterThan(pairs[index]?.[0] ?? -1);
          expect(to).toBeGreaterThan(pairs[index]?.[1] ?? -1);
        });
        expect(align(left, left, same)).toHaveLength(left.length);
      }),
    );
  });

  it('of words gives the second text when its differences are put into the first', () => {
    const words = fc.array(fc.constantFrom('đạt', '62%', 'chỉ', 'tiêu', ',', '(310/500)', 'năm', '2024'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [before, after] = [left.join(' '), right.join(' ')];
        let made = '';
        let at = 0;
        for (const { from, to, text } of differences(before, after)) {
          made += `${before.slice(at, from)} ${text} `;
          at = to;
        }
        made += before.slice(at);
        expect(made.replace(/\s+/gu, '')).toBe(after.replace(/\s+/gu, ''));
      }),
    );
  });

  it('of a paragraph as long as a book names the one stretch between its like ends', () => {
    const book = 'đơn vị nộp đúng hạn '.repeat(5000);
    const after = `${book.slice(0, 40_000)}và đúng hồ sơ${book.slice(40_000)}`;
    expect(differences(book, after)).toEqual([{ from: 40_000, to: 40_000, text: 'và đúng hồ sơ' }]);
    expect(differences(book, book)).toEqual([]);
    expect(differences(book, `${book}nữa`)).toEqual([{ from: book.length, to: book.length, text: 'nữa' }]);
  });

  it('asks for no more comparisons than a bound, however many unlike lines stand on both sides', () => {
    let asked = 0;
    const of = (): number => {
      asked += 1;
      return 0;
    };
    const counted = { of, least: 0.5 };
    // Every hundredth line is the same on both sides, so that there are many gaps.
    const lines = (side: string) => Array.from({ length: 40_000 }, (_, at) => (at % 100 === 0 ? `chung ${at}` : `${side} ${at}`));
    align(lines('trái'), lines('phải'), { key: (text: string) => text, likeness: counted });
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(1_000_000);
  });
});
