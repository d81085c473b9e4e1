import type { PlanInForce } from '../../domain/plan/plan.ts';
import type { RowFate } from '../../domain/plan/roll-over.ts';
import type { NextPlan } from '../plan/next-plan.ts';

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
