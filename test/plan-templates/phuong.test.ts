import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutsOf } from '../../src/workbook/layout/layouts.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { memoryTab } from '../app/memory-ports.ts';

const read = (name: string) => {
  const template = JSON.parse(readFileSync(`src/plan-templates/${name}.json`, 'utf8'));
  const tabs = layoutsOf(template).map(({ name: tab, top, rows }, at) => memoryTab(at + 1, tab, [...top, ...rows]));
  return readBook({ tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
};
const { plan, problems } = read('phuong-2026-2030');
const statistics = plan.indicators.filter(({ kind }) => kind === 'statistic');
const levels = (id: string) =>
  Object.fromEntries(
    [...(plan.indicators.find((row) => row.id === id)?.targets ?? [])].map(([year, level]) => [
      year,
      level.kind === 'number' ? level.value : level,
    ]),
  );

describe('the frame of a ward for 2026–2030 and 2026', () => {
  it('is read without a problem, and each row names one of its two plans', () => {
    expect(problems).toEqual([]);
    expect(plan.plans.map(({ id, kind, years, stages }) => ({ id, kind, years, stages }))).toEqual([
      {
        id: 'KH2630',
        kind: 'stage',
        years: { first: 2026, last: 2030 },
        stages: [
          { first: 2026, last: 2027 },
          { first: 2028, last: 2030 },
        ],
      },
      { id: 'KH2026', kind: 'year', years: { first: 2026, last: 2026 }, stages: [] },
    ]);
    expect(new Set([...plan.indicators, ...plan.tasks].map((row) => row.plan))).toEqual(new Set(['KH2630', 'KH2026']));
  });

  it.each([
    ['GD3.1', 98, 99],
    ['GD3.2', 80, 90],
    ['GD3.3', 50, 90],
    ['GD7.1', 80, 90],
    ['GD7.2', 70, 95],
    ['GD1.2', 90, 95],
  ])('holds %s to %i %% in 2026–2027 and %i %% in 2028–2030', (id, before, after) => {
    expect(levels(id)).toEqual({ 2026: before, 2027: before, 2028: after, 2029: after, 2030: after });
  });

  it.each([
    ['CT3.1', 98],
    ['CT3.2', 100],
    ['CT3.3', 80],
    ['CT3.4', 50],
    ['CT6.1', 90],
    ['CT7.1', 80],
    ['CT7.2', 90],
    ['CT7.3', 70],
  ])('holds %s to %i %% in 2026 alone', (id, level) => {
    expect(levels(id)).toEqual({ 2026: level });
  });

  it('has the ministry’s figures that a commune can give, each under its own code', () => {
    expect(statistics.length).toBeGreaterThanOrEqual(60);
    expect(new Set(statistics.map(({ form }) => form)).size).toBe(statistics.length);
    for (const { id, form } of statistics) expect(id).toBe(`TK${form}`);
    expect(new Set(statistics.map(({ form }) => form.split('.')[0]))).toEqual(new Set(['1', '2', '3', '4', '5', '6', '7']));
  });

  it('ties figures and rates only to rows that are there', () => {
    const ids = new Set(plan.indicators.map(({ id }) => id));
    for (const { id, parent, part, links } of plan.indicators) {
      if (parent !== '') expect(ids.has(parent), `${id} of ${parent}`).toBe(true);
      expect(parent !== '' && part === null, id).toBe(false);
      for (const linked of [...(links?.numerator ?? []), ...(links?.denominator ?? [])])
        expect(ids.has(linked), `${id}: ${linked}`).toBe(true);
    }
  });

  it('names nobody, and no post of before the middle of 2025', () => {
    expect(plan.roles.every(({ person, email }) => person === '' && email === '')).toBe(true);
    const roles = new Set(plan.roles.map(({ role }) => role));
    for (const { id, lead } of [...plan.indicators, ...plan.tasks]) expect(roles.has(lead), `${id}: ${lead}`).toBe(true);
    expect([...roles].some((role) => /Thống kê|Hộ tịch|xã/u.test(role))).toBe(false);
  });
});

describe('the blank workbook', () => {
  it('has fields, posts, an outline and days off, and not one row of a plan', () => {
    const blank = read('blank');
    expect(blank.problems).toEqual([]);
    expect([blank.plan.plans, blank.plan.indicators, blank.plan.tasks, blank.plan.periods]).toEqual([[], [], [], []]);
    expect(blank.plan.outline.length).toBeGreaterThan(8);
    expect(blank.plan.holidays.length).toBeGreaterThan(10);
  });
});
