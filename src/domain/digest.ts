import type { Day } from './day.ts';
import type { Indicator } from './indicator.ts';
import type { Task, TaskStanding } from './task.ts';
import type { Judgement } from './verdict.ts';

/** Something the chairman should know: an indicator not met, or a task past a binding deadline. */
export type Matter = {
  /** Stable across runs: `T3.4|6 tháng đầu năm 2024|not-met`. */
  readonly key: string;
  readonly about:
    | { readonly kind: 'indicator'; readonly indicator: Indicator; readonly judgement: Judgement }
    | { readonly kind: 'task'; readonly task: Task; readonly standing: TaskStanding };
  readonly cause: string;
  readonly proposal: string;
};

/** What one mail to the chairman says (design §7). */
export type Digest = {
  readonly asOf: Day;
  readonly period: string;
  readonly previousMailOn: Day | null;
  /** Not in any mail that is confirmed sent, most serious first. */
  readonly fresh: readonly Matter[];
  /** Told before and still so. `longestDays` counts calendar days since the first mail that told it. */
  readonly unchanged: { readonly count: number; readonly longestDays: number };
  /** Told before, right again since: good news, waits for a mail that goes anyway. */
  readonly resolved: readonly string[];
  /** Keys whose last mail is in doubt: told again, marked «có thể đã báo». */
  readonly perhapsTold: readonly string[];
};
