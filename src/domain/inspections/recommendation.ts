import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import type { Holiday } from '../plan/plan.ts';
import { workdaysBetween } from '../plan/workdays.ts';

/** How a finding came up: by the office's own inspection, by one of its superior, by an audit, by supervision, in a dialogue, in an opinion poll. */
export const INSPECTION_KINDS = ['self', 'superior', 'audit', 'supervision', 'dialogue', 'opinion'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const RECHECKS = ['passed', 'failed'] as const;
export type Recheck = (typeof RECHECKS)[number];

/** One row of `Kiến nghị sau kiểm tra`: what an inspection found, who mends it by when, and whether it was looked at again (phúc tra). */
export type Recommendation = {
  readonly id: string;
  /** Its name, «Kiểm tra công vụ đợt 1»; rows of the same name and day are one inspection. */
  readonly inspection: string;
  readonly kind: InspectionKind | null;
  /** Who inspected or supervised. */
  readonly by: string;
  readonly foundOn: Day | null;
  readonly unannounced: boolean | null;
  readonly finding: string;
  readonly lead: string;
  readonly dueOn: Day | null;
  readonly fixedOn: Day | null;
  readonly evidence: string;
  readonly recheckedOn: Day | null;
  readonly recheck: Recheck | null;
  readonly note: string;
};

/**
 * The states, from its finding to its second look: mended with evidence waits for the second look, mended without it is only said; what
 * failed the second look is open again.
 */
export const RECOMMENDATION_STATES = [
  'open',
  'due-soon',
  'overdue',
  'unproved',
  'fixed',
  'rechecked',
  'reopened',
  'none',
] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

type StateContext = { readonly today: Day; readonly noticeDays: number; readonly holidays: readonly Holiday[] };

/** Where a recommendation stands; `none`: the inspection found nothing to mend. */
export function stateOf(row: Recommendation, { today, noticeDays, holidays }: StateContext): RecommendationState {
  if (isBlank(row.finding)) return 'none';
  const failed = row.recheck === 'failed';
  if (!failed && row.fixedOn !== null && row.fixedOn <= today) return fixedState(row);
  if (row.dueOn !== null && row.dueOn < today) return 'overdue';
  if (failed) return 'reopened';
  const isSoon = row.dueOn !== null && workdaysBetween(today, row.dueOn, holidays) <= noticeDays;
  return isSoon ? 'due-soon' : 'open';
}

function fixedState({ recheck, evidence }: Recommendation): RecommendationState {
  if (recheck === 'passed') return 'rechecked';
  return isBlank(evidence) ? 'unproved' : 'fixed';
}

const DONE: readonly RecommendationState[] = ['unproved', 'fixed', 'rechecked'];

export function isMended(state: RecommendationState): boolean {
  return DONE.includes(state);
}

/** Found by looking at how the office works; what people say in a dialogue or a poll, and the Front in its supervision, is counted apart. */
const INSPECTED: readonly (InspectionKind | null)[] = ['self', 'superior', 'audit', null];

/** What the register counts from the first day to the last, both included. */
export type InspectionCounts = {
  readonly inspections: number;
  readonly unannounced: number;
  readonly found: number;
  readonly mended: number;
  readonly rechecked: number;
  readonly overdue: number;
  readonly dialogues: number;
  readonly polls: number;
};

type Span = { readonly start: Day; readonly end: Day };

/** Counts inspections by their name and day, and what they found; a finding is mended when it was by the last day. */
export function inspectionCounts(rows: readonly Recommendation[], { start, end }: Span): InspectionCounts {
  const within = rows.filter(({ foundOn }) => foundOn !== null && start <= foundOn && foundOn <= end);
  const inspected = within.filter(({ kind }) => INSPECTED.includes(kind));
  const found = inspected.filter(({ finding }) => !isBlank(finding));
  const asOfEnd = { today: end, noticeDays: 0, holidays: [] };
  const states = found.map((row) => stateOf(untilDay(row, end), asOfEnd));
  const events = (of: readonly Recommendation[]): number => new Set(of.map(eventOf)).size;
  return {
    inspections: events(inspected),
    unannounced: events(inspected.filter(({ unannounced }) => unannounced === true)),
    found: found.length,
    mended: states.filter(isMended).length,
    rechecked: states.filter((state) => state === 'rechecked').length,
    overdue: states.filter((state) => state === 'overdue').length,
    dialogues: events(within.filter(({ kind }) => kind === 'dialogue')),
    polls: events(within.filter(({ kind }) => kind === 'opinion')),
  };
}

/** A second look after the last day has not happened yet. */
export function untilDay(row: Recommendation, end: Day): Recommendation {
  return row.recheckedOn !== null && row.recheckedOn > end ? { ...row, recheck: null } : row;
}

function eventOf({ inspection, foundOn }: Recommendation): string {
  return `${inspection.toLowerCase().trim()}|${foundOn ?? ''}`;
}
