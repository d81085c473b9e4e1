import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import { byEnd } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { Plan } from '../plan/plan.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';

/** What people typed to a matter. */
export type Answers = {
  readonly cause: string;
  readonly proposal: string;
  /** `Ý kiến chỉ đạo` to that proposal. */
  readonly directive: string;
  readonly muteUntil: Day | null;
};

export const SILENT: Answers = { cause: '', proposal: '', directive: '', muteUntil: null };

type Rows = {
  readonly plan: Plan;
  readonly actuals: Parameters<typeof actualsIn>[0];
  readonly entries: Parameters<typeof entriesIn>[0];
};

/**
 * What was typed to the matter of a row over its periods, the newest row first: an answer holds in the periods that follow until
 * another is typed. A decision on an older proposal is none on a newer one.
 */
export function answersTo(id: string, of: 'actual' | 'entry', { rows, isAbout }: Asked): Answers {
  const typed = newestFirst(rows.plan)
    .filter(isAbout)
    .flatMap(({ name }) => (of === 'actual' ? actualsIn(rows.actuals, name) : entriesIn(rows.entries, name)).get(id) ?? []);
  const first = (field: 'cause' | 'proposal' | 'directive'): number => typed.findIndex((row) => !isBlank(row[field]));
  const said = (field: 'cause' | 'proposal' | 'directive'): string => typed[first(field)]?.[field] ?? '';
  const isAnswered = first('directive') >= 0 && (first('proposal') < 0 || first('directive') <= first('proposal'));
  return {
    cause: said('cause'),
    proposal: said('proposal'),
    directive: isAnswered ? said('directive') : '',
    muteUntil: typed.find(({ muteUntil }) => muteUntil !== null)?.muteUntil ?? null,
  };
}

type Asked = {
  readonly rows: Rows;
  /** Whether rows of this period are about the matter. */
  readonly isAbout: (period: Period) => boolean;
};

const ordered = new WeakMap<readonly Period[], Period[]>();

/** Every row of a large plan asks, and a calendar once read never changes. */
export function newestFirst({ periods }: Pick<Plan, 'periods'>): Period[] {
  const known = ordered.get(periods) ?? byEnd(periods).reverse();
  ordered.set(periods, known);
  return known;
}

/** «Không nhắc đến hết ngày» includes that day. */
export function isMuted({ muteUntil }: Pick<Answers, 'muteUntil'>, today: Day): boolean {
  return muteUntil !== null && muteUntil >= today;
}
