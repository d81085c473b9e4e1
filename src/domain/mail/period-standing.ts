import { owedRows } from '../checks/entry-progress.ts';
import type { Day } from '../core/day.ts';
import type { Typed } from '../judging/evaluate.ts';
import { isJudgedKind, isProposedLevel } from '../judging/tally.ts';
import type { Verdict } from '../judging/verdict.ts';
import { judgedAsOf } from '../period/calendar.ts';
import type { Task } from '../plan/task.ts';
import { type Alert, isNotMet, type Judged, type Matter } from './alert.ts';

/** So many rows of one department. */
export type OfLead = { readonly lead: string; readonly count: number };

/** How one open period stands on a day: what is not met, late and not entered, department by department, most first. */
export type PeriodStanding = {
  readonly period: string;
  readonly asOf: Day;
  readonly notMet: readonly OfLead[];
  /** Of those not met. */
  readonly near: number;
  /** Counted with the period being entered alone: the same work stands in every open one. */
  readonly overdue: readonly OfLead[];
  readonly owed: readonly OfLead[];
  /** By which day what is owed is to be entered; `null`: no day is set. */
  readonly entryDueOn: Day | null;
};

type Facts = { readonly matters: readonly Matter[]; readonly typed: Typed; readonly today: Day };

/** Of each open period, the one being entered first. */
export function periodStandings(open: readonly Judged[], { matters, typed, today }: Facts): PeriodStanding[] {
  const overdue = byLead(matters.flatMap(({ alert }) => overdueTask(alert, open)));
  return open.map((judged, at) => ({ ...periodStanding(judged, typed, today), overdue: at === 0 ? overdue : [] }));
}

/** The numbers of the sheet and of the report of the same day: proposals are outside, what is muted is not. */
function periodStanding({ period, evaluation }: Judged, typed: Typed, today: Day): Omit<PeriodStanding, 'overdue'> {
  const missed = typed.plan.indicators.filter((row) => {
    const verdict: Verdict | undefined = evaluation.judgements.get(row.id)?.verdict;
    return isJudgedKind(row) && !isProposedLevel(row) && verdict !== undefined && isNotMet(verdict);
  });
  return {
    period: period.name,
    asOf: judgedAsOf(period, typed.plan.periods, today),
    notMet: byLead(missed),
    near: missed.filter(({ id }) => evaluation.judgements.get(id)?.verdict === 'nearly-met').length,
    owed: byLead(owedRows(typed, evaluation)),
    entryDueOn: period.entryDueOn,
  };
}

/** Work stands in every open period and is counted once, with the one being entered. */
function overdueTask(alert: Alert, open: readonly Judged[]): Task[] {
  return alert.about.kind === 'task' && !isCarried(alert, open) ? [alert.about.task] : [];
}

/** Rows counted by their lead, most first. */
export function byLead(rows: readonly { readonly lead: string }[]): OfLead[] {
  const leads = new Map<string, number>();
  for (const { lead } of rows) leads.set(lead, (leads.get(lead) ?? 0) + 1);
  return [...leads].map(([lead, count]) => ({ lead, count })).sort((left, right) => right.count - left.count);
}

/** What no open period counts: told by a period that is closed, or of an earlier turn. */
export function isCarried({ about }: Alert, open: readonly Judged[]): boolean {
  if (about.kind === 'indicator') return !open.some(({ period }) => period.name === about.judgement.period);
  const { task, lastDay } = about.standing;
  return !open.some(({ evaluation }) => evaluation.standings.get(task)?.lastDay === lastDay);
}
