import { expect, it } from 'vitest';
import { type Day, day, monthOf, yearOf } from '../../src/domain/core/day.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import type { Verdict } from '../../src/domain/judging/verdict.ts';
import type { Period, PeriodPlace } from '../../src/domain/period/period.ts';
import type { Actual, Indicator, TypedResult } from '../../src/domain/plan/indicator.ts';
import { VERDICT_LABELS } from '../../src/words/core/labels.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { templateBook } from '../plan-templates/template.ts';
import { anActual, PERIODS, PLACES } from './builders.ts';

/**
 * The 37 indicators of the plan under the rules before periods were data, and now: what changed and why. The former rules are stated here once more, so
 * that nothing but what is named changes: a report was known by the month of its end, a milestone fell when its year was over, and a rank was only what
 * could be read in `Kết quả nhập tay`.
 */
const { plan } = readBook(templateBook());
const INDICATORS = plan.indicators.filter(({ kind }) => kind !== 'statistic');

type Case = { readonly what: string; readonly typed?: TypedResult; readonly rate?: readonly [number, number] };
const CASES: readonly Case[] = [
  { what: 'nothing typed' },
  { what: '100/100', rate: [100, 100] },
  { what: '1/2', rate: [1, 2] },
  { what: '97/100', rate: [97, 100] },
  { what: '5/12 in Tử số, Mẫu số', rate: [5, 12] },
  { what: '0/0', rate: [0, 0] },
  { what: '3', typed: { kind: 'number', value: 3 } },
  { what: '8', typed: { kind: 'number', value: 8 } },
  { what: 'Tốt', typed: { kind: 'word', word: 'Tốt' } },
  { what: '«5/12» or a day in Kết quả nhập tay', typed: { kind: 'unreadable' } },
  { what: 'Không phát sinh', typed: { kind: 'nothing-arose' } },
];

/** Figures stand in the row, or in the rows it takes them from. */
function actualsOf(
  { id, links }: Indicator,
  { typed = null, rate }: Omit<Case, 'typed'> & { typed?: TypedResult | null },
  period: string,
): Actual[] {
  const row = anActual({ indicator: id, period, typed, numerator: rate?.[0] ?? null, denominator: rate?.[1] ?? null });
  if (links === null || rate === undefined) return [row];
  const parts = (ids: readonly string[], sum: number) =>
    ids.map((part, at) => anActual({ indicator: part, period, numerator: at === 0 ? sum : 0 }));
  return [anActual({ indicator: id, period, typed }), ...parts(links.numerator, rate[0]), ...parts(links.denominator, rate[1])];
}

function verdictNow(indicator: Indicator, given: Case, { period, asOf }: { period: Period; asOf: Day }): Verdict {
  const actuals = actualsOf(indicator, given, period.name);
  return judge(indicator, actuals[0] ?? null, { period, asOf, plan, actuals }).verdict;
}

const PLACE_BY_MONTH = (end: Day): PeriodPlace => {
  const month = monthOf(end);
  return month <= 3 ? PLACES.q1 : month <= 6 ? PLACES.h1 : month <= 9 ? PLACES.q3 : PLACES.year;
};

/** As the rules were. */
function verdictBefore(indicator: Indicator, given: Case, { period, asOf }: { period: Period; asOf: Day }): Verdict {
  const known = { ...period, ...PLACE_BY_MONTH(period.end) };
  const isUnread = given.typed?.kind === 'unreadable';
  const hasPair = indicator.kind === 'rank-at-most' && given.typed === undefined;
  const { what, typed, rate } = given;
  const seen = {
    what,
    ...(typed === undefined || isUnread ? {} : { typed }),
    ...(rate === undefined || hasPair ? {} : { rate }),
  };
  const verdict = verdictNow(indicator, seen, { period: known, asOf });
  const isEarly = indicator.kind === 'milestone' && yearOf(asOf) <= Math.min(...indicator.targets.keys());
  return isEarly && !['not-applicable', 'track-only'].includes(verdict) ? 'not-due' : verdict;
}

const REASONS = {
  milestone: '«đến hết năm 2021» is a level of 2021: the report of 2021 judges it, as every other level of that year',
  unread: 'an unreadable result is a problem of its cell, not «chờ công bố»',
  rank: 'a rank typed as 5 of 12 is the 5th of 12',
  type: 'a report is what its row says, not what the month of its end suggests',
} as const;

function reasonOf(indicator: Indicator, given: Case, period: Period): string {
  if (PERIODS_OF_THE_PLAN.every(({ name }) => name !== period.name)) return REASONS.type;
  if (given.typed?.kind === 'unreadable') return REASONS.unread;
  if (indicator.kind === 'rank-at-most' && given.rate !== undefined) return REASONS.rank;
  return indicator.kind === 'milestone' ? REASONS.milestone : 'not named';
}

const PERIODS_OF_THE_PLAN = plan.periods;
const other = (over: Partial<Period> & { readonly end: Day }): Period => ({ ...(PERIODS[0] as Period), year: 2024, ...over });
/** Reports that the former rules took for one of the four. */
const OTHERS: readonly Period[] = [
  ...Array.from({ length: 12 }, (_, at) =>
    other({ name: `Tháng ${at + 1}/2024`, type: 'month', turn: at + 1, end: day(`2024-${String(at + 1).padStart(2, '0')}-28`) }),
  ),
  other({ name: 'Quý II 2024', type: 'quarter', turn: 2, end: day('2024-06-30') }),
  other({ name: 'Quý IV 2024', type: 'quarter', turn: 4, end: day('2024-12-31') }),
  other({ name: '9 tháng đầu năm 2024', type: 'nine-months', turn: 1, end: day('2024-09-30') }),
];

it('the verdicts on the 37 indicators are as they were, but for what is named', async () => {
  expect(INDICATORS).toHaveLength(37);
  const lines = new Map<string, { count: number; reason: string }>();
  let same = 0;
  for (const period of [...PERIODS_OF_THE_PLAN, ...OTHERS])
    for (const indicator of INDICATORS)
      for (const given of CASES) {
        const at = { period, asOf: period.end };
        const [before, now] = [verdictBefore(indicator, given, at), verdictNow(indicator, given, at)];
        const line = `${indicator.id}\t${period.name}\t${VERDICT_LABELS[before]} → ${VERDICT_LABELS[now]}`;
        const reason = reasonOf(indicator, given, period);
        if (before === now) same += 1;
        else lines.set(`${line}\t${reason}`, { count: (lines.get(`${line}\t${reason}`)?.count ?? 0) + 1, reason });
      }
  const reasons = new Set([...lines.values()].map(({ reason }) => reason));
  expect(reasons).toEqual(new Set(Object.values(REASONS)));
  const table = [...lines].map(([line, { count }]) => `${line}\t${count}`);
  const head = [
    'Mã\tKỳ\tbefore → now\twhy\tcases',
    ...table,
    '',
    `Unchanged: ${same} verdicts of ${same + [...lines.values()].reduce((sum, { count }) => sum + count, 0)}.`,
  ];
  await expect(`${head.join('\n')}\n`).toMatchFileSnapshot('../golden/verdict-changes.txt');
});

it('T1.6 is the rate of what was completed; the rate of what was completed in time is a figure beside it', () => {
  const [rate, inTime] = ['T1.6', 'TK1.15'].map((id) => plan.indicators.find((row) => row.id === id));
  expect(rate?.links).toEqual({ numerator: ['TK1.11', 'TK1.12'], denominator: ['TK1.10'] });
  expect(inTime?.links).toEqual({ numerator: ['TK1.11'], denominator: ['TK1.10'] });
  expect([rate?.kind, inTime?.kind]).toEqual(['at-least', 'statistic']);
  const period = plan.periods.find(({ name }) => name === '6 tháng đầu năm 2024');
  if (rate === undefined || period === undefined) throw new Error('no T1.6');
  const count = (indicator: string, numerator: number) => anActual({ indicator, period: period.name, numerator });
  const actuals = [count('TK1.10', 10), count('TK1.11', 9), count('TK1.12', 1)];
  expect(judge(rate, null, { period, asOf: period.end, plan, actuals }).verdict).toBe('met');
});
