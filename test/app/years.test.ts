import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import type { Answer } from '../../src/app/calls.ts';
import { yearPage } from '../../src/paper/year-page.ts';
import type { YearTable } from '../../src/words/pages/years.ts';
import { memory } from './memory-ports.ts';
import { actual, indicator, type SmallPlan, smallPlan } from './small-plan.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

function table(rows: SmallPlan = {}): YearTable {
  const { ports } = memory({ tabs: smallPlan(rows) });
  const answer: Answer<'years'> = JSON.parse(ask(ports, JSON.stringify({ call: 'years', with: {} })));
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

const cellOf = ({ years, rows }: YearTable, id: string, year: number) =>
  rows.find((row) => row.id === id)?.cells[years.indexOf(year)];

describe('all indicators through the years', () => {
  it('has a column for each year of the plan and a row for each indicator that is judged, in the order of the plan', () => {
    const told = table({ indicators: [indicator('T2'), indicator('T1'), indicator('TK1', { kind: 'Số liệu thống kê' })] });
    expect(told.years).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(told.rows.map(({ id }) => id)).toEqual(['T2', 'T1']);
    for (const { cells } of told.rows) expect(cells).toHaveLength(5);
  });

  it('says of a year what was wanted, what its last period with a result reached, which period that is, and the verdict', () => {
    const told = table({ indicators: [indicator('T1')], actuals: [actual('T1', { numerator: 310, denominator: 500 })] });
    expect(cellOf(told, 'T1', 2024)).toMatchObject({
      result: '62% (310/500)',
      verdict: 'not-met',
      said: 'Chưa đạt',
      period: expect.stringContaining('24'),
    });
    expect(cellOf(told, 'T1', 2024)?.level).not.toBe('');
  });

  it('leaves a year without a result blank and gives no verdict on it', () => {
    const told = table({ indicators: [indicator('T1')], actuals: [] });
    for (const { result, verdict, said, period } of told.rows[0]?.cells ?? [])
      expect([result, verdict, said, period]).toEqual(['', null, '', '']);
  });

  it('is a page in which no text of a cell is a tag', () => {
    const html = yearPage(
      table({
        indicators: [indicator('T1', { title: HOSTILE, field: HOSTILE, unit: HOSTILE })],
        actuals: [actual('T1', { numerator: 5, denominator: 6 })],
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
