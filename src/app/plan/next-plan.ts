import { isBlank, sameWord, tidy } from '../../domain/core/word.ts';
import type { PlanInForce, PlanKind, Years } from '../../domain/plan/plan.ts';
import { planToLeave, yearsAfter } from '../../domain/plan/roll-over.ts';
import type { CalendarKind } from '../../domain/plan/set-up.ts';
import { readDay } from '../../words/core/day.ts';
import { PLAN_KIND_LABELS } from '../../words/core/labels.ts';
import { ROLL_OVER_REFUSALS, sayFollowsPlan } from '../../words/plan/roll-over.ts';
import { calendarRows } from '../../words/set-up/calendar.ts';
import { FIRST_PLAN } from '../../words/set-up/upgrade.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { joinKey, keysIn } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { columnKeyOf } from '../../workbook/read/find-columns.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { tableOf } from '../base/open-book.ts';
import { refuse } from '../base/refusal.ts';

/** The next plan as the person describes it. */
export type NextPlan = {
  readonly id: string;
  readonly title: string;
  readonly kind: PlanKind;
  readonly first: number;
  readonly last: number;
  readonly number: string;
  /** As typed; '' = not known yet. */
  readonly issuedOn: string;
};

export type Values = Readonly<Record<string, CellValue>>;
/** Rows for a tab, by column key. */
export type NewRows = { readonly table: TabTable; readonly rows: readonly Values[] };

/** The plan that is left, by its code or as is usual; refuses where there is none. */
export function leftPlan({ plan }: Book, from: string, next: string): PlanInForce {
  if (isBlank(from)) return planToLeave(plan, next) ?? refuse(ROLL_OVER_REFUSALS.noPlan);
  const ids = plan.plans.map(({ id }) => id);
  return plan.plans.find(({ id }) => sameWord(id, from)) ?? refuse(ROLL_OVER_REFUSALS.unknownPlan(from, ids));
}

/** What the next plan usually is: the same kind, as many years, its title with the years of its own. */
export function proposedPlan({ plan }: Book, from: PlanInForce, thisYear: number): NextPlan {
  const years = from.years === null ? { first: thisYear, last: thisYear } : yearsAfter(from.years);
  const title = from.years === null ? '' : withYears(from.title, from.years, years);
  const blank = { number: '', issuedOn: '' };
  return { id: freePlanId(plan.plans, from), title, kind: from.kind, ...years, ...blank };
}

function withYears(title: string, before: Years, after: Years): string {
  const years = new Map([
    [before.first, after.first],
    [before.last, after.last],
  ]);
  return title.replace(/\d{4}/gu, (year) => String(years.get(Number(year)) ?? year));
}

/** «KH1» → «KH2»; another code gets a number of its own. */
function freePlanId(plans: readonly PlanInForce[], { id }: PlanInForce): string {
  const [, stem = '', number = '1'] = /^(.*?)(\d*)$/u.exec(id === '' ? FIRST_PLAN.id : id) ?? [];
  let next = Number(number === '' ? 1 : number) + 1;
  while (plans.some((each) => sameWord(each.id, `${stem}${next}`))) next += 1;
  return `${stem}${next}`;
}

/** The rows of `Kế hoạch` that are lacking: of the next plan, and of the last one where only `Thông tin chung` told of it. */
export function planRows(book: Book, from: PlanInForce, next: NextPlan): NewRows {
  const table = tableOf(book, 'plans');
  const isThere = (id: string): boolean => keysIn(table).has(joinKey([id]));
  if (next.last < next.first) refuse(ROLL_OVER_REFUSALS.years(next.first, next.last));
  const issuedOn = isBlank(next.issuedOn) ? null : (readDay(next.issuedOn) ?? refuse(ROLL_OVER_REFUSALS.badDay(next.issuedOn)));
  const lastOne = from.id === '' && !isThere(FIRST_PLAN.id) ? [rowOf({ ...from, id: FIRST_PLAN.id, note: FIRST_PLAN.note })] : [];
  const nextOne = {
    ...{ id: tidy(next.id), title: tidy(next.title), kind: next.kind, years: { first: next.first, last: next.last } },
    ...{ number: tidy(next.number), issuedOn, note: sayFollowsPlan(from.id || FIRST_PLAN.id) },
  };
  return { table, rows: isThere(nextOne.id) ? [] : [...lastOne, rowOf(nextOne)] };
}

type PlanRow = Pick<PlanInForce, 'id' | 'title' | 'kind' | 'years' | 'number' | 'issuedOn' | 'note'>;

function rowOf({ id, title, kind, years, number, issuedOn, note }: PlanRow): Values {
  return {
    ...{ id, title, kind: PLAN_KIND_LABELS[kind], firstYear: years?.first ?? '', lastYear: years?.last ?? '', stages: '' },
    ...{ number, issuedOn: issuedOn === null ? '' : { day: issuedOn, minutes: 0 }, bases: '', note },
  };
}

/** The periods of the next plan that are not there yet. */
export function nextPeriods(book: Book, next: NextPlan, calendar: Exclude<CalendarKind, 'template'>): NewRows {
  const table = tableOf(book, 'periods');
  const years = Array.from({ length: next.last - next.first + 1 }, (_, at) => next.first + at);
  const [headers = [], ...rows] = calendarRows(calendar, years);
  const keys = headers.map((header) => columnKeyOf(PERIODS, String(header)) ?? '');
  const known = keysIn(table);
  const isDay = (key: string): boolean => PERIODS.columns[key as keyof typeof PERIODS.columns]?.kind === 'day';
  const cellOf = (key: string, value: string | number): CellValue => {
    const day = isDay(key) ? readDay(String(value)) : null;
    return day === null ? value : { day, minutes: 0 };
  };
  return {
    table,
    rows: rows
      .map((row) => Object.fromEntries(keys.map((key, at) => [key, cellOf(key, row[at] ?? '')])))
      .filter((row) => !known.has(joinKey([String(row['name'])]))),
  };
}
