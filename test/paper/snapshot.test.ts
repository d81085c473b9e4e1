import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPaper, unpackPaper } from '../../src/paper/snapshot.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { paperChanges, whereTheyDiffer } from '../../src/words/report/report-changes.ts';
import { aFullOffice, anOffice, aReport } from './report-facts.ts';

const paper = sayReport(aReport(aFullOffice()));
const withText = (text: string): Paper => ({
  title: '',
  frame: null,
  banner: null,
  annexes: [],
  blocks: [{ is: 'paragraph', style: 'body', runs: [{ text }] }],
});

describe('what was printed', () => {
  it('comes back whole from a cell', () => {
    expect(unpackPaper(packPaper(paper))).toEqual(paper);
  });

  it('comes back whatever its letters are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unpackPaper(packPaper(withText(text)))).toEqual(withText(text));
      }),
      { numRuns: 200 },
    );
  });

  it('is plain letters that no sheet takes for a formula or a number, and fits one cell', () => {
    expect(packPaper(paper)).toMatch(/^P[A-Za-z0-9+/]*={0,2}$/u);
    expect(packPaper(paper).length).toBeLessThan(32_000);
  });

  it('is not kept when it is too long for a cell', () => {
    let seed = 1;
    const noise = Array.from({ length: 60_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    expect(packPaper(withText(noise))).toBe('');
  });

  it.each(['', 'hỏng', 'PAAA', 'Pq1YqSS0uUbJSMjA0MgYA', 'AAAA'])('is nothing when the cell holds «%s»', (cell) => {
    expect(unpackPaper(cell)).toBeNull();
  });
});

describe('what a later version prints otherwise', () => {
  it('is nothing when nothing changed', () => {
    expect(paperChanges(paper, paper)).toEqual([]);
  });

  it('is each changed figure once, with its source, and the sentences whose words turned', () => {
    const office = anOffice();
    const actuals = office.actuals.map((row) =>
      row.indicator === 'T7' && row.period.endsWith('2024') ? { ...row, numerator: 380 } : row,
    );
    const changes = paperChanges(sayReport(aReport(office)), sayReport(aReport({ ...office, actuals })));
    const figures = changes.filter(({ source }) => source !== null);
    expect(figures.map(({ source, before, after }) => [source?.id, source?.field, before, after])).toEqual([
      ['T7', 'result', '62%', '76%'],
      ['T7', 'numerator', '310', '380'],
    ]);
    const sentences = changes.filter(({ source }) => source === null).map(({ before, after }) => whereTheyDiffer(before, after));
    expect(sentences).toContainEqual([
      expect.stringContaining('chưa đạt chỉ tiêu Kế hoạch'),
      expect.stringContaining('vượt 1 điểm phần trăm so với chỉ tiêu Kế hoạch'),
    ]);
  });

  it('tells a row that came and one that went, and does not mind that the others are renumbered', () => {
    const office = anOffice();
    const indicators = office.plan.indicators.filter(({ id }) => id !== 'T6');
    const changes = paperChanges(
      sayReport(aReport(office)),
      sayReport(aReport({ ...office, plan: { ...office.plan, indicators } })),
    );
    const gone = changes.filter(({ source, after }) => source === null && after === '').map(({ before }) => before);
    expect(gone.every((text) => text.includes('Công khai TTHC'))).toBe(true);
    expect(gone).toHaveLength(2);
  });

  it.each([
    ['đạt 97% kế hoạch', 'chưa đạt 97% kế hoạch', ['đạt 97% kế hoạch', 'chưa đạt 97% kế hoạch']],
    ['', 'câu mới', ['', 'câu mới']],
  ] as const)('shows where «%s» and «%s» differ', (before, after, shown) => {
    expect(whereTheyDiffer(before, after)).toEqual(shown);
  });

  it('never loses what differs between two sentences', () => {
    const words = fc.array(fc.constantFrom('tỷ', 'lệ', 'hồ', 'sơ', 'đạt', 'chưa', '98%', '100%'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [before, after] = [left.join(' '), right.join(' ')];
        const [old, now] = whereTheyDiffer(before, after);
        if (before !== after) expect(old).not.toBe(now);
      }),
    );
  });
});
