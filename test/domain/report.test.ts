import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { valueAt } from '../../src/domain/report/report-figures.ts';
import type { IndicatorItem, SectionItem } from '../../src/domain/report/report-model.ts';
import { aFullOffice, anOffice, aReport, reportPeriod } from '../paper/report-facts.ts';
import { anActual, aTask } from './builders.ts';

const itemsOf = (report: ReturnType<typeof aReport>): SectionItem[] => report.sections.flatMap(({ items }) => [...items]);
const indicatorsOf = (report: ReturnType<typeof aReport>): IndicatorItem[] =>
  itemsOf(report).filter((item): item is IndicatorItem => item.is === 'indicator');

describe('what a report says', () => {
  it('prints each indicator and each result once in the text', () => {
    const report = aReport(aFullOffice());
    const ids = indicatorsOf(report).map(({ indicator }) => indicator.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps indicators and tasks of the annexes a partition of the plan', () => {
    const office = aFullOffice();
    const { annexes } = aReport(office);
    const rows = [...annexes.indicators, ...annexes.statistics].flatMap(({ items }) => items);
    expect(rows).toHaveLength(office.plan.indicators.length);
    expect(annexes.tasks.standing.length + annexes.tasks.dated.length).toBe(office.plan.tasks.length);
  });

  it('never counts a proposed deadline as due', () => {
    const { tasks } = aReport(
      anOffice({ tasks: [aTask({ id: 'N9', origin: 'proposed', due: { kind: 'day', day: day('2024-01-31') } })] }),
    );
    expect(tasks.due.total).toBe(0);
    expect(tasks.proposed.total).toBe(1);
  });

  it('tells the result of a level that is only proposed and does not judge it', () => {
    const office = anOffice();
    const indicators = office.plan.indicators.map((row) => (row.id === 'T7' ? { ...row, origin: 'proposed' as const } : row));
    const report = aReport({ ...office, plan: { ...office.plan, indicators } });
    const found = indicatorsOf(report).find(({ indicator }) => indicator.id === 'T7');
    expect(found?.judgement).toMatchObject({ verdict: 'track-only', target: null, measured: { numerator: 310 } });
    expect(report.indicators.missed).toBe(aReport(office).indicators.missed - 1);
  });

  it('asks for the baseline where only that is missing, and prints the result', () => {
    const office = anOffice();
    const indicators = office.plan.indicators.map((row) =>
      row.id === 'T1' ? { ...row, kind: 'below-baseline' as const, unit: 'người' } : row,
    );
    const { missing } = aReport({ ...office, plan: { ...office.plan, indicators } });
    expect(missing.filter(({ id }) => id === 'T1')).toMatchObject([
      { kind: 'baseline', at: { of: 'indicator', id: 'T1', period: '', field: 'baseline' } },
    ]);
  });

  it('leaves out of the annex what an earlier period settled, and asks for standing work nobody told of', () => {
    const office = anOffice();
    const entries = office.entries.map((entry) => (entry.task === 'N1' ? { ...entry, completedOn: day('2023-11-01') } : entry));
    const { annexes, missing } = aReport({ ...office, entries });
    expect(annexes.tasks.dated.map(({ task }) => task.id)).not.toContain('N1');
    expect(missing.find(({ id }) => id === 'N6')).toMatchObject({ kind: 'task' });
  });

  it('does not count again what an earlier period settled', () => {
    const office = anOffice();
    const settled = { ...office.entries[0], completedOn: day('2023-11-01') };
    const entries = office.entries.map((entry) => (entry.task === 'N1' ? { ...entry, ...settled } : entry));
    expect(aReport({ ...office, entries }).tasks.due.total).toBe(aReport(office).tasks.due.total - 1);
  });

  it.each([
    ['T1', 'down', 2],
    ['T5', 'up', 0.99],
    ['T6', 'same', 0],
    ['T7', 'down', 10],
  ] as const)('compares %s with the like period before', (id, way, by) => {
    const trend = indicatorsOf(aReport()).find(({ indicator }) => indicator.id === id)?.trend;
    expect(trend?.way).toBe(way);
    expect(trend?.by).toBeCloseTo(by, 2);
  });

  it('takes estimates into the report of the year only', () => {
    const office = anOffice();
    const period = reportPeriod('year');
    const actuals = [anActual({ indicator: 'T11', period: period.name, numerator: 800, denominator: 1000, estimate: 95 })];
    const report = aReport({ ...office, actuals }, { period, asOf: period.end });
    const found = indicatorsOf(report).find(({ indicator }) => indicator.id === 'T11');
    expect(found?.estimate?.value).toBe(95);
    expect(indicatorsOf(aReport()).every(({ estimate }) => estimate === null)).toBe(true);
  });

  it('is a draft while a figure is missing, and names who owes it and where', () => {
    const report = aReport();
    expect(report.draft).toBe(true);
    expect(report.missing.find(({ id }) => id === 'T9')).toMatchObject({
      kind: 'indicator',
      role: 'Tư pháp – Hộ tịch',
      at: { of: 'actual', id: 'T9', period: '6 tháng đầu năm 2024', field: 'numerator' },
    });
  });

  it('does not depend on the order of the rows typed', () => {
    const office = anOffice();
    fc.assert(
      fc.property(fc.shuffledSubarray([...office.actuals], { minLength: office.actuals.length }), (actuals) => {
        expect(aReport({ ...office, actuals })).toEqual(aReport(office));
      }),
      { numRuns: 10 },
    );
  });

  it('traces a part taken from one statistical row to that row', () => {
    const office = anOffice();
    const indicators = office.plan.indicators.map((row) =>
      row.id === 'T9' ? { ...row, links: { numerator: ['TK2'], denominator: ['TK1'] } } : row,
    );
    const actuals = [
      ...office.actuals,
      anActual({ indicator: 'TK2', period: '6 tháng đầu năm 2024', typed: { kind: 'number', value: 63 } }),
    ];
    const linked = { ...office, plan: { ...office.plan, indicators }, actuals };
    const item = indicatorsOf(aReport(linked)).find(({ indicator }) => indicator.id === 'T9');
    expect(item?.sources.numerator).toMatchObject({ id: 'TK2', field: 'typed' });
    const period = reportPeriod('h1');
    const evaluation = evaluate(linked, { period, asOf: period.end });
    expect(item === undefined ? null : valueAt(item.sources.numerator, { ...linked, evaluation })).toBe(63);
  });
});
