import type { PlanInForce } from '../../domain/plan/plan.ts';
import type { RowFate } from '../../domain/plan/roll-over.ts';
import type { NextPlan } from '../plan/next-plan.ts';

/** What became of a roll-over: how many rows of each kind came, and what needs a person. */
export type RollOverReply = {
  readonly plan: string;
  readonly from: string;
  readonly indicators: number;
  readonly statistics: number;
  readonly tasks: number;
  readonly renamed: number;
  readonly merged: number;
  /** Rows that the next plan had already, and that now go on from one of the last. */
  readonly joined: number;
  readonly periods: readonly string[];
  readonly columns: readonly string[];
  /** Rows whose figures come from rows that end, each as a sentence. */
  readonly lost: readonly string[];
  /** Periods being entered: nothing of them changed. */
  readonly open: readonly string[];
};

/** A row of the last plan, and what is proposed for it. */
export type RowToCarry = {
  readonly id: string;
  readonly of: 'indicator' | 'statistic' | 'task';
  readonly field: string;
  readonly title: string;
  readonly proposed: Pick<RowFate, 'fate' | 'with'>;
};

/** What the screen of a roll-over begins with; writes nothing. */
export type RollOverState = {
  readonly plans: readonly Pick<PlanInForce, 'id' | 'title' | 'kind' | 'years'>[];
  /** The code of the plan that is left. */
  readonly from: string;
  readonly next: NextPlan;
  readonly rows: readonly RowToCarry[];
  /** Rows that the next plan has already. */
  readonly there: readonly { readonly id: string; readonly of: RowToCarry['of']; readonly title: string }[];
};
