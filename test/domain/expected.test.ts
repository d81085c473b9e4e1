import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/core/day.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import { taskStanding } from '../../src/domain/judging/standing.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { Actual, Indicator, TypedResult } from '../../src/domain/plan/indicator.ts';
import type { Due, Task } from '../../src/domain/plan/task.ts';
import { codeOf, PROGRESS_LABELS, TYPED_RESULT_LABELS } from '../../src/words/core/labels.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { EXPECTED_RHYTHMS, EXPECTED_STATUSES, type StatusCase } from '../fixtures/expected-statuses.ts';
import { EXPECTED_VERDICTS, type VerdictCase } from '../fixtures/expected-verdicts.ts';
import { templateBook } from '../plan-templates/template.ts';
import { anActual, anEntry } from './builders.ts';

const { plan, problems } = readBook(templateBook());

function one<Row>(rows: readonly Row[], is: (row: Row) => boolean): Row {
  const found = rows.filter(is);
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${found.length} rows instead of one`);
  return row;
}

const indicatorOf = (id: string): Indicator => one(plan.indicators, (row) => row.id === id);
const taskOf = (id: string): Task => one(plan.tasks, (row) => row.id === id);
const periodOf = (name: string): Period => one(plan.periods, (row) => row.name === name);

/** Figures stand where the plan says: in the row itself, or in the statistics it takes them from. */
function actualsOf({ links, id }: Indicator, { period, rate, typed }: VerdictCase): Actual[] {
  const row = anActual({ indicator: id, period, typed: typed === undefined ? null : typedResult(typed) });
  if (rate === undefined) return [row];
  const [numerator, denominator] = rate;
  if (links === null) return [{ ...row, numerator, denominator }];
  // Of a sum the first part holds all of it.
  const parts = (ids: readonly string[], sum: number): Actual[] =>
    ids.map((id, at) => anActual({ indicator: id, period, numerator: at === 0 ? sum : 0 }));
  return [row, ...parts(links.numerator, numerator), ...parts(links.denominator, denominator)];
}

function typedResult(typed: number | string): TypedResult {
  if (typeof typed === 'number') return { kind: 'number', value: typed };
  const declared = codeOf(TYPED_RESULT_LABELS, typed);
  return declared === null ? { kind: 'word', word: typed } : { kind: declared };
}

function nameOfVerdict({ id, period, asOf, rate, typed, verdict }: VerdictCase): string {
  const figures = rate?.join('/') ?? typed ?? 'nothing typed';
  return `${id}, ${period}${asOf === undefined ? '' : `, as of ${asOf}`}, ${figures}: ${verdict}`;
}

function verdictOf(each: VerdictCase): string {
  const indicator = { ...indicatorOf(each.id), baseline: each.baseline ?? null };
  const period = periodOf(each.period);
  const actuals = actualsOf(indicator, each);
  const own = actuals.find((row) => row.indicator === each.id) ?? null;
  return judge(indicator, own, { period, asOf: each.asOf === undefined ? period.end : day(each.asOf), plan, actuals }).verdict;
}

describe('each indicator of the plan', () => {
  it('is read from the template without a problem in its cells', () => {
    expect(problems.filter(({ code }) => code !== 'missing-tab' && code !== 'missing-header')).toEqual([]);
  });

  it('has expectations', () => {
    const judged = plan.indicators.filter(({ kind }) => kind !== 'statistic').map(({ id }) => id);
    expect(new Set(EXPECTED_VERDICTS.map(({ id }) => id))).toEqual(new Set(judged));
  });

  it.each(EXPECTED_VERDICTS.map((each) => [nameOfVerdict(each), each] as const))('%s', (_, each) => {
    expect(verdictOf(each)).toBe(each.verdict);
  });
});

function nameOfStatus({ id, period, asOf, progress, completedOn, confirmed, status }: StatusCase & { id: string }): string {
  const typed = [progress ?? 'nothing typed', completedOn ?? ''].join(' ').trim();
  return `${id}, ${period}, as of ${asOf}, ${typed}${confirmed === true ? ', confirmed' : ''}: ${status}`;
}

function statusOf({ id, period, asOf, ...typed }: StatusCase & { readonly id: string }): string {
  const planned = taskOf(id);
  const task: Task = typed.confirmed === true ? { ...planned, origin: 'confirmed' } : planned;
  const entry = anEntry({
    task: id,
    period,
    progress: typed.progress === undefined ? null : codeOf(PROGRESS_LABELS, typed.progress),
    completedOn: typed.completedOn === undefined ? null : day(typed.completedOn),
    result: typed.result ?? '',
  });
  return taskStanding(task, [entry], { period: periodOf(period), asOf: day(asOf), plan }).status;
}

function sayDue(due: Due | null): string {
  if (due === null) return '';
  if (due.kind === 'each-turn') return String(due.date);
  return due.kind === 'each-year' ? `${due.date}/${due.month}` : inWords(due.day);
}

const inWords = (on: Day): string => on.split('-').reverse().join('/');

describe('each task of the plan', () => {
  it('has expectations', () => {
    const ids = EXPECTED_RHYTHMS.flatMap((rhythm) => rhythm.ids);
    expect([...ids].sort()).toEqual(plan.tasks.map(({ id }) => id).sort());
    expect(ids).toHaveLength(64);
  });

  it.each(EXPECTED_RHYTHMS)('$ids runs $frequency $due', ({ ids, frequency, due }) => {
    for (const id of ids) expect([taskOf(id).frequency, sayDue(taskOf(id).due)], id).toEqual([frequency, due]);
  });

  it.each(EXPECTED_STATUSES.map((each) => [nameOfStatus(each), each] as const))('%s', (_, each) => {
    expect(statusOf(each)).toBe(each.status);
  });
});
