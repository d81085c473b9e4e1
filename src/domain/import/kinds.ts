import type { TargetOp } from './targets.ts';

/** What kind of time a task is given; only the first four can give a day. */
export const DEADLINE_KINDS = [
  'date',
  'month',
  'quarter',
  'year',
  'recurrence',
  'standing',
  'relative',
  'event',
  'reference',
  'several',
  'none',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Every `op` of a row; `targets.ts` says what each means. */
export const TARGET_OPS = [
  '>=',
  '<=',
  '>',
  '<',
  '=',
  'range',
  'rank<=',
  'grade>=',
  'rise',
  'below-baseline',
  'yes',
  'zero',
  'none',
] as const satisfies readonly TargetOp[];
