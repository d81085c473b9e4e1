import { type Day, day } from '../../src/domain/core/day.ts';
import { reportingPeriodsOf } from '../../src/domain/period/calendar.ts';
import type { Period, PeriodPlace } from '../../src/domain/period/period.ts';
import type { Actual, Indicator, TargetLevel } from '../../src/domain/plan/indicator.ts';
import type { Holiday, Plan } from '../../src/domain/plan/plan.ts';
import type { Task, TaskEntry } from '../../src/domain/plan/task.ts';

/** An indicator «từ 98% trở lên» of 2024; what differs is given. */
export function anIndicator(over: Partial<Indicator> = {}): Indicator {
  return {
    id: 'T1',
    field: '',
    title: 'Chỉ tiêu',
    kind: 'at-least',
    unit: '%',
    targets: new Map([[2024, { kind: 'number', value: 98 }]]),
    baseline: null,
    tolerance: null,
    measure: '',
    links: null,
    sumOf: null,
    judged: 'every-period',
    data: 'in-period',
    lead: 'Tư pháp – Hộ tịch',
    planPlace: '',
    origin: 'plan',
    note: '',
    plan: '',
    parent: '',
    part: null,
    form: '',
    quote: '',
    follows: [],
    ...over,
  };
}

export const H1 = 'h1 2024';

export function anActual(over: Partial<Actual> = {}): Actual {
  return {
    indicator: 'T1',
    period: H1,
    numerator: null,
    denominator: null,
    typed: null,
    spoken: '',
    cause: '',
    proposal: '',
    evidence: '',
    estimate: null,
    directive: '',
    muteUntil: null,
    note: '',
    dataAsOf: null,
    publishedOn: null,
    ...over,
  };
}

/** A task due on 14/6/2024. */
export function aTask(over: Partial<Task> = {}): Task {
  return {
    id: 'N1',
    field: '',
    title: 'Nhiệm vụ',
    product: '',
    lead: 'Tư pháp – Hộ tịch',
    supports: [],
    frequency: 'dated',
    startOn: null,
    due: { kind: 'day', day: day('2024-06-14') },
    dueRule: 'by-end-of',
    budget: null,
    budgetSource: '',
    planPlace: '',
    origin: 'plan',
    note: '',
    plan: '',
    watchers: [],
    allotted: null,
    spent: null,
    quote: '',
    follows: [],
    ...over,
  };
}

export function anEntry(over: Partial<TaskEntry> = {}): TaskEntry {
  return {
    task: 'N1',
    period: H1,
    progress: null,
    completedOn: null,
    result: '',
    cause: '',
    proposal: '',
    evidence: '',
    estimate: '',
    directive: '',
    muteUntil: null,
    note: '',
    returned: null,
    ...over,
  };
}

/** The four CCHC reports of a year, by what tests call them. */
export const KINDS = ['q1', 'h1', 'q3', 'year'] as const;
export type ReportKind = (typeof KINDS)[number];
export const PLACES: Readonly<Record<ReportKind, PeriodPlace>> = {
  q1: { type: 'quarter', turn: 1 },
  h1: { type: 'half', turn: 1 },
  q3: { type: 'quarter', turn: 3 },
  year: { type: 'year', turn: 1 },
};

/** What tests call such a report; `year` where it is none of the four. */
export function kindOf({ type, turn }: PeriodPlace): ReportKind {
  return KINDS.find((kind) => PLACES[kind].type === type && PLACES[kind].turn === turn) ?? 'year';
}

/** The four periods of 2023 and of 2024, named `q1 2023` … `year 2024`. */
export const PERIODS: readonly Period[] = [2023, 2024].flatMap((year) =>
  reportingPeriodsOf(year).map((window) => ({
    ...window,
    typeBy: 'cell' as const,
    name: `${kindOf(window)} ${year}`,
    entryDueOn: null,
    sendDueOn: null,
    addressees: [],
    recipients: [],
    requestedBy: '',
    yearPlanReference: '',
    outlook: '',
    reportNumber: '',
    signedOn: null,
    sentOn: null,
    state: 'unopened' as const,
  })),
);

export function period(kind: ReportKind, year = 2024): Period {
  const found = PERIODS.find((each) => each.name === `${kind} ${year}`);
  if (found === undefined) throw new Error(`no ${kind} ${year}`);
  return found;
}

/** Days off and worked Saturdays of 2024. */
export const HOLIDAYS: readonly Holiday[] = [
  ...['2024-01-01', '2024-04-18', '2024-04-29', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03'].map((off) => ({
    day: day(off),
    kind: 'off' as const,
    note: '',
  })),
  { day: day('2024-05-04'), kind: 'worked', note: '' },
];

export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    plans: [],
    indicators: [],
    tasks: [],
    periods: PERIODS,
    settings: [],
    roles: [],
    holidays: HOLIDAYS,
    outline: [],
    ...over,
  };
}

export const number = (value: number): { kind: 'number'; value: number } => ({ kind: 'number', value });
export const word = (said: string): { kind: 'word'; word: string } => ({ kind: 'word', word: said });
export const at2024 = (level: TargetLevel): Pick<Indicator, 'targets'> => ({ targets: new Map([[2024, level]]) });
export const TODAY: Day = day('2024-06-20');
