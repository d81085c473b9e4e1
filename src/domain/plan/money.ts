import { yearOf } from '../core/day.ts';
import { fold, isBlank, sameWord } from '../core/word.ts';
import { type Plan, planOfRow, type Years } from './plan.ts';
import type { Task } from './task.ts';

/** The three amounts of a task, in millions of đồng: estimated, allotted, spent. */
export const AMOUNTS = ['budget', 'allotted', 'spent'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** Where the money of a task comes from: the state's budget, elsewhere, or nobody said. */
export const MONEY_SOURCES = ['budget', 'outside', 'unsaid'] as const;
export type MoneySource = (typeof MONEY_SOURCES)[number];

/** `null`: of none of the tasks was that amount typed. */
export type MoneySums = Readonly<Record<Amount, number | null>>;

/** The tasks with money of one field, with their sums. */
export type MoneyField = { readonly field: string; readonly tasks: readonly Task[]; readonly sums: MoneySums };

/** The money of one span of years, by field and by source; `years` is `null` where nothing says for when it is. */
export type MoneyTable = {
  readonly years: Years | null;
  readonly fields: readonly MoneyField[];
  readonly sums: MoneySums;
  readonly sources: readonly { readonly source: MoneySource; readonly sums: MoneySums }[];
};

/** Words by which an office says that money is not the state's. */
const OUTSIDE = ['ngoài ngân sách', 'xã hội hóa', 'tài trợ', 'đóng góp', 'viện trợ'];

/** What `Nguồn kinh phí` says in the office's own words. */
export function moneySourceOf({ budgetSource }: Pick<Task, 'budgetSource'>): MoneySource {
  if (isBlank(budgetSource)) return 'unsaid';
  const said = fold(budgetSource);
  return OUTSIDE.some((word) => said.includes(word)) ? 'outside' : 'budget';
}

/** Whether any amount was typed. */
export function hasMoney(task: Pick<Task, Amount>): boolean {
  return AMOUNTS.some((amount) => task[amount] !== null);
}

/**
 * The money of these tasks, a table for each span of years, the earliest first. Years are never added: a task of a year's plan has its money for that
 * year, dated work for the years in which it is done, and recurring work of a stage for the whole stage.
 */
export function moneyTables(plan: Pick<Plan, 'plans'>, tasks: readonly Task[], order: readonly string[]): MoneyTable[] {
  const spans = new Map<string, { readonly years: Years | null; readonly tasks: Task[] }>();
  for (const task of tasks.filter(hasMoney)) {
    const years = moneyYears(plan, task);
    const key = years === null ? '' : `${years.first}-${years.last}`;
    const span = spans.get(key) ?? { years, tasks: [] };
    span.tasks.push(task);
    spans.set(key, span);
  }
  return [...spans]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, span]) => ({
      years: span.years,
      fields: byField(span.tasks, order),
      sums: sumsOf(span.tasks),
      sources: MONEY_SOURCES.flatMap((source) => {
        const own = span.tasks.filter((task) => moneySourceOf(task) === source);
        return own.length === 0 ? [] : [{ source, sums: sumsOf(own) }];
      }),
    }));
}

/** The tables whose span holds that year. */
export function moneyIn(tables: readonly MoneyTable[], year: number): MoneyTable[] {
  return tables.filter(({ years }) => years === null || (years.first <= year && year <= years.last));
}

function moneyYears(plan: Pick<Plan, 'plans'>, task: Task): Years | null {
  const of = planOfRow(plan, task);
  if (of?.kind === 'year' || task.frequency !== 'dated' || task.due?.kind !== 'day') return of?.years ?? null;
  const last = yearOf(task.due.day);
  const first = task.startOn === null ? last : Math.min(last, yearOf(task.startOn));
  return { first, last };
}

function byField(tasks: readonly Task[], order: readonly string[]): MoneyField[] {
  const used = [...new Set(tasks.map(({ field }) => field))];
  const place = (field: string): number => {
    const at = order.findIndex((known) => sameWord(known, field));
    return at < 0 ? order.length : at;
  };
  return used
    .sort((left, right) => place(left) - place(right))
    .map((field) => {
      const own = tasks.filter((task) => task.field === field);
      return { field, tasks: own, sums: sumsOf(own) };
    });
}

/** Amounts are typed with few digits; sums of their binary fractions would show more. */
const DIGITS = 1e6;

function sumsOf(tasks: readonly Pick<Task, Amount>[]): MoneySums {
  const sum = (amount: Amount): number | null => {
    const typed = tasks.flatMap((task) => task[amount] ?? []);
    return typed.length === 0 ? null : Math.round(typed.reduce((all, value) => all + value, 0) * DIGITS) / DIGITS;
  };
  return { budget: sum('budget'), allotted: sum('allotted'), spent: sum('spent') };
}
