import { describe, expect, test } from 'vitest';
import { type CheckContext, type Checked, findings } from '../../src/domain/checks.ts';
import { day } from '../../src/domain/day.ts';
import { FINDING_SEVERITY, type FindingCode } from '../../src/domain/finding.ts';
import type { Actual, Indicator } from '../../src/domain/indicator.ts';
import type { Task, TaskEntry } from '../../src/domain/task.ts';
import { sayFinding } from '../../src/words/findings.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, at2024, number, period, TODAY, word } from './builders.ts';

type Given = Partial<Checked> & { readonly context?: Partial<CheckContext> };

const found = ({ context, ...given }: Given) =>
  findings(
    { plan: aPlan(), actuals: [], entries: [], narratives: [], ...given },
    { period: period('h1'), today: TODAY, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', ...context },
  );
const figures = (actual: Partial<Actual>, indicator: Partial<Indicator> = {}): Given => ({
  plan: aPlan({ indicators: [anIndicator(indicator)] }),
  actuals: [anActual(actual)],
});
const progress = (entry: Partial<TaskEntry>, task: Partial<Task> = {}): Given => ({
  plan: aPlan({ tasks: [aTask(task)] }),
  entries: [anEntry(entry)],
});
const TK = (id: string, over: Partial<Indicator> = {}) =>
  anIndicator({ id, kind: 'statistic', unit: 'hồ sơ', targets: new Map(), ...over });
const RANK = { kind: 'rank-at-most', unit: 'hạng', ...at2024(number(5)) } as const;

/** One planted fault per code. */
const FAULTS: Readonly<Record<FindingCode, Given>> = {
  'numerator-above-denominator': figures({ numerator: 11, denominator: 10 }),
  'denominator-missing': figures({ numerator: 11 }),
  'numerator-missing': figures({ denominator: 10 }),
  'negative-number': figures({ numerator: -1, denominator: 10 }),
  'number-expected': figures({ typed: word('nhiều') }),
  'whole-number-expected': figures({ numerator: 1.5, denominator: 10 }),
  'rank-out-of-range': figures({ typed: number(0) }, RANK),
  'unknown-grade': figures({ typed: word('Ổn') }, { kind: 'grade-at-least', ...at2024({ kind: 'grade', grade: 'Tốt' }) }),
  'percent-above-100': figures({ typed: number(120) }),
  'percent-looks-like-fraction': figures({ typed: number(0.98) }),
  'typed-differs-from-computed': figures({ typed: number(97), numerator: 9, denominator: 10 }),
  'declared-beside-figures': figures({ typed: { kind: 'nothing-arose' }, numerator: 310, denominator: 500 }),
  'completed-in-future': progress({ progress: 'done', completedOn: day('2024-07-01') }),
  'completed-before-start': progress({ progress: 'done', completedOn: day('2024-01-01') }, { startOn: day('2024-02-01') }),
  'completion-day-missing': progress({ progress: 'done' }),
  'completion-day-without-done': progress({ progress: 'doing', completedOn: day('2024-06-01') }),
  'due-before-plan': progress({}, { startOn: day('2024-07-01') }),
  'no-lead': progress({}, { lead: ' ' }),
  'unknown-role': {
    plan: aPlan({
      tasks: [aTask({ lead: 'Thủ quỹ' })],
      roles: [{ role: 'Tư pháp – Hộ tịch', person: '', email: '', from: null, until: null }],
    }),
  },
  'unknown-period': progress({ period: 'Quý II 2024' }),
  'unknown-id': { actuals: [anActual({ indicator: 'T99' })] },
  'unknown-field': {
    plan: aPlan({ tasks: [aTask({ field: 'Khác' })], settings: [{ key: 'fields', value: 'Cải cách thể chế', from: null }] }),
  },
  'unknown-link': figures({}, { links: { numerator: ['TK9'], denominator: [] } }),
  'target-level-missing': figures({}, { targets: new Map([[2023, number(98)]]) }),
  'files-not-balanced': {
    plan: aPlan({ indicators: [TK('TK1', { sumOf: ['TK2', 'TK3'] }), TK('TK2'), TK('TK3')] }),
    actuals: [
      anActual({ indicator: 'TK1', typed: number(10) }),
      anActual({ indicator: 'TK2', typed: number(4) }),
      anActual({ indicator: 'TK3', typed: number(5) }),
    ],
  },
  'counter-falls': {
    plan: aPlan({ indicators: [TK('TK1', { data: 'cumulative' })] }),
    actuals: [
      anActual({ indicator: 'TK1', typed: number(10) }),
      anActual({ indicator: 'TK1', period: 'q1 2024', typed: number(11) }),
    ],
  },
  'no-data-in-period': figures({}),
  'no-update-in-period': progress({}, { frequency: 'continuous' }),
  'cause-missing': figures({ numerator: 1, denominator: 2 }),
  'evidence-missing': figures({ numerator: 2, denominator: 2 }),
  'calendar-without-holidays': { plan: aPlan({ holidays: [] }) },
  'deadline-proposed': progress({}, { origin: 'proposed' }),
  'zone-differs': { context: { timeZone: 'America/New_York' } },
  'locale-differs': { context: { locale: 'en_US' } },
};

describe('each rule finds its planted fault and says it', () => {
  test.each(Object.keys(FAULTS) as FindingCode[])('%s', (code) => {
    const finding = found(FAULTS[code]).find((each) => each.code === code);
    expect(finding?.severity).toBe(FINDING_SEVERITY[code]);
    const said = finding === undefined ? '' : sayFinding(finding);
    expect(said).toMatch(/[.]$/u);
    expect(said).not.toMatch(/undefined|NaN|null| {2}|\(\)|«»/u);
  });
});

test('a rate taken from other rows that passes 100% is a mistake in the row of its part', () => {
  const linked = anIndicator({ links: { numerator: ['TK1'], denominator: ['TK2'] } });
  const wrong = found({
    plan: aPlan({ indicators: [linked, TK('TK1'), TK('TK2')] }),
    actuals: [anActual({ indicator: 'TK1', typed: number(11) }), anActual({ indicator: 'TK2', typed: number(10) })],
  }).find(({ code }) => code === 'numerator-above-denominator');
  expect(wrong).toMatchObject({ at: { id: 'TK1' }, facts: { id: 'T1', numerator: 11, denominator: 10 } });
});

test('a heading of the outline that names no field is told in its own row', () => {
  const plan = aPlan({
    settings: [{ key: 'fields', value: 'Cải cách thể chế', from: null }],
    outline: ['Cải cách thể chế', 'Cải cách thể chê'].map((field, at) => ({
      place: `II.${at + 1}`,
      level: 2 as const,
      title: '',
      source: { kind: 'field' as const, field, ids: [] },
      reports: [],
    })),
  });
  expect(found({ plan }).map(({ code, at }) => [code, at.of, at.id])).toEqual([['unknown-field', 'outline', 'II.2']]);
});

describe('rules keep quiet', () => {
  test.each<[string, Given]>([
    ['a clean plan and clean figures', figures({ numerator: 99, denominator: 100, evidence: 'BC 12' })],
    [
      'a typed result that agrees within its own rounding',
      figures({ numerator: 9921, denominator: 10_000, typed: number(99.2), evidence: 'x' }),
    ],
    [
      '1% that numerator and denominator confirm',
      figures({ numerator: 1, denominator: 100, typed: number(1), cause: 'x', evidence: 'x' }),
    ],
    ['a rank not yet published', figures({}, RANK)],
    ['an indicator not judged this period', figures({}, { judged: 'year' })],
    ['a year before the first level', figures({}, { targets: new Map([[2025, number(80)]]) })],
    [
      'a sum with a blank part',
      { ...FAULTS['files-not-balanced'], actuals: FAULTS['files-not-balanced'].actuals?.slice(0, 2) ?? [] },
    ],
    ['a counter of quý III, which starts anew', { ...FAULTS['counter-falls'], context: { period: period('q3') } }],
    ['a task done with day and evidence', progress({ progress: 'done', completedOn: day('2024-06-01'), evidence: 'QĐ 5' })],
  ])('%s', (_, given) => {
    expect(found(given).map(({ code }) => code)).toEqual([]);
  });
});
