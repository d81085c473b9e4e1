import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import type { Block, RawTab } from '../../src/workbook/core/cell.ts';
import { cellAt } from '../../src/workbook/core/key.ts';
import { overviewBlocks, overviewOf } from '../../src/workbook/layout/overview.ts';
import { CHART_PLACE, chartToFit, firstChart } from '../../src/workbook/layout/overview-chart.ts';
import { BAR_COLOURS } from '../../src/workbook/layout/paint.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { indicator, type Row, smallPlan } from '../app/small-plan.ts';
import { evaluated, periodOf, rawBook, tabOf, written } from './books.ts';

const PROBLEMS = { 'must-fix': 0, review: 0, note: 0 };
const TITLE = 'Kết quả đánh giá chỉ tiêu theo lĩnh vực';

/** As many indicators, each of a field and a lead of its own, in the order of their numbers. */
const fields = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => indicator(`T${at + 1}`, { field: `Lĩnh vực ${at + 1}`, lead: `Đơn vị ${at + 1}` }));

function overviewRaw(book: Book): RawTab {
  const raw = overviewOf(book);
  if (raw === null) throw new Error('the overview is ours');
  return raw;
}

/** The book after set-up made the chart and a refresh wrote the overview. */
function charted(indicators: readonly Row[], isOpen = true): Book {
  const tabs = smallPlan({ indicators });
  tabOf(tabs, OVERVIEW).values = [['']];
  const first = firstChart(overviewRaw(readBook(rawBook(tabs))));
  return refreshed(written(wide(tabs), first === null ? [] : [first.head]), isOpen);
}

function refreshed(tabs: ReturnType<typeof smallPlan>, isOpen = true): Book {
  const book = readBook(rawBook(tabs));
  return readBook(rawBook(written(tabs, blocksOf(book, isOpen))));
}

function blocksOf(book: Book, isOpen = true): Block[] {
  const facts = { problems: PROBLEMS, today: day('2024-06-20') };
  const judged = { period: periodOf(book), evaluation: evaluated(book) };
  return overviewBlocks(book, { ...facts, open: isOpen ? [judged] : [] });
}

/** A blank overview as large as the machine's part of it. */
function wide(tabs: ReturnType<typeof smallPlan>): ReturnType<typeof smallPlan> {
  const tab = tabOf(tabs, OVERVIEW);
  tab.values = Array.from({ length: 100 }, () => Array<string>(12).fill(''));
  tab.formats = tab.values.map((row) => row.map(() => ''));
  return tabs;
}

const figures = (book: Book): unknown[][] => {
  const { row, column } = CHART_PLACE;
  const raw = overviewRaw(book);
  const line = (at: number) => [0, 1, 2, 3, 4].map((across) => cellAt(raw, row + at, column + across));
  return Array.from({ length: 13 }, (_, at) => line(at)).filter((cells) => cells.some((cell) => cell !== ''));
};

describe('the chart of the overview', () => {
  it('is made once: its head tells that it was, wherever inserted rows moved it', () => {
    const book = charted(fields(2));
    expect(firstChart(overviewRaw(book))).toBeNull();
    const raw = overviewRaw(book);
    expect(firstChart({ ...raw, values: [[''], ['']].concat(raw.values as string[][]) })).toBeNull();
    expect(firstChart({ ...raw, values: [['']] })?.chart).toMatchObject({
      title: TITLE,
      data: { row: 8, column: 6, rows: 2, columns: 5 },
    });
  });

  it('counts what the table of verdicts by field counts, a line for each field', () => {
    const book = charted([indicator('T1'), indicator('T2', { field: 'Cải cách thể chế' }), indicator('T9', { field: '' })]);
    const [title, head, ...lines] = figures(book);
    expect(title?.[0]).toBe(TITLE);
    expect(head).toEqual(['Lĩnh vực', 'Đạt', 'Gần đạt', 'Chưa đạt', 'Chưa có số liệu']);
    expect(lines.map(([name]) => name)).toEqual(['Cải cách thủ tục hành chính', 'Cải cách thể chế', '(chưa ghi lĩnh vực)']);
    const raw = overviewRaw(book);
    const from = raw.values.findIndex(([first]) => first === 'Chỉ tiêu theo lĩnh vực') + 1;
    const headers = raw.values[from] ?? [];
    const table = raw.values
      .slice(from + 1, from + 4)
      .map((row) => [row[0], ...(head ?? []).slice(1).map((name) => row[headers.indexOf(String(name))])]);
    expect(lines).toEqual(table);
    expect(lines.flat().filter((cell) => typeof cell === 'number' && cell > 0)).not.toEqual([]);
  });

  it('has a line for each field and no figures while no period is open', () => {
    expect(figures(charted(fields(2), false)).slice(2)).toEqual([
      ['Lĩnh vực 1', 0, 0, 0, 0],
      ['Lĩnh vực 2', 0, 0, 0, 0],
    ]);
  });

  it('is told its cells when a field comes or goes, and else nothing', () => {
    const book = charted(fields(3));
    expect(chartToFit(overviewRaw(book), book.plan)).toBeNull();
    const more = readBook(rawBook(smallPlan({ indicators: fields(4) })));
    expect(chartToFit(overviewRaw(book), more.plan)?.data).toEqual({ row: 8, column: 6, rows: 5, columns: 5 });
    const none = readBook(rawBook(smallPlan({ indicators: [] })));
    expect(chartToFit(overviewRaw(book), none.plan)?.data.rows).toBe(2);
    expect(chartToFit({ ...overviewRaw(book), values: [['']] }, more.plan)).toBeNull();
  });

  it('makes one bar of the fields beyond the ninth, with nothing lost', () => {
    const lines = figures(charted(fields(14))).slice(2);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)?.[0]).toBe('Các lĩnh vực khác');
    const sum = (rows: unknown[][]): number =>
      rows.flat().reduce<number>((all, cell) => all + (typeof cell === 'number' ? cell : 0), 0);
    expect(sum(lines)).toBe(14);
  });

  it.each([0, 1, 5, 9, 14])('of %i fields hides no cell but its own figures', (count) => {
    const raw = overviewRaw(charted(fields(count)));
    const { row, column, height } = CHART_PLACE;
    // Excel's row is 20 pixels high, Google's 21: the lower one lets the chart reach further down.
    const under = raw.values.slice(row - 1, row - 1 + Math.ceil(height / 20)).map((cells) => cells.slice(column - 1));
    const own = figures(charted(fields(count)))
      .flat()
      .filter((cell) => cell !== '');
    expect(under.flat().filter((cell) => cell !== '')).toEqual(own);
    expect(blocksOf(charted(fields(count)))).toEqual([]);
  });

  it('leaves the tab as it was where set-up has not made one', () => {
    const tabs = wide(smallPlan());
    const values = blocksOf(readBook(rawBook(tabs)))[0]?.values ?? [];
    expect(values.flat()).not.toContain(TITLE);
    expect(values.findIndex(([first]) => first === 'Chỉ tiêu theo lĩnh vực')).toBeLessThan(23);
  });

  it('has bars on which dark figures are read by everybody', () => {
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const colour of Object.values(BAR_COLOURS))
      expect((light(colour) + 0.05) / (light('#212121') + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
