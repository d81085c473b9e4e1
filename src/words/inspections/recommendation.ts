import type { Day } from '../../domain/core/day.ts';
import type { Recommendation, RecommendationState } from '../../domain/inspections/recommendation.ts';
import type { Holiday } from '../../domain/plan/plan.ts';
import { workdaysBetween } from '../../domain/plan/workdays.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

type Telling = (row: Recommendation, days: number) => string;

const byDue = ({ dueOn }: Recommendation): string => (dueOn === null ? '' : ` (hạn ${sayDay(dueOn)})`);
const fixed = ({ fixedOn, dueOn }: Recommendation): string => {
  const late = fixedOn !== null && dueOn !== null && fixedOn > dueOn ? `, sau hạn ${sayDay(dueOn)}` : '';
  return `khắc phục xong${fixedOn === null ? '' : ` ngày ${sayDay(fixedOn)}`}${late}`;
};
const rechecked = ({ recheckedOn }: Recommendation): string => (recheckedOn === null ? '' : ` ngày ${sayDay(recheckedOn)}`);

const TELLINGS: Readonly<Record<RecommendationState, Telling>> = {
  open: (row) => (row.dueOn === null ? 'đang khắc phục, chưa có hạn' : `đang khắc phục${byDue(row)}`),
  'due-soon': (row, days) => `còn ${sayCount(days)} ngày làm việc${byDue(row)}`,
  overdue: (row, days) => `quá hạn ${sayCount(-days)} ngày làm việc${byDue(row)}`,
  unproved: (row) => `${fixed(row)}, chưa có minh chứng`,
  fixed: (row) => `${fixed(row)}, chờ phúc tra`,
  rechecked: (row) => `${fixed(row)}, phúc tra${rechecked(row)} đạt`,
  reopened: (row) => `phúc tra${rechecked(row)} chưa đạt, khắc phục tiếp${byDue(row)}`,
  none: () => 'không nêu tồn tại, kiến nghị',
};

/** `Diễn giải` of a recommendation: where it stands, by when and since when. */
export function sayRecommendation(
  row: Recommendation,
  state: RecommendationState,
  { today, holidays }: { readonly today: Day; readonly holidays: readonly Holiday[] },
): string {
  return TELLINGS[state](row, row.dueOn === null ? 0 : workdaysBetween(today, row.dueOn, holidays));
}
