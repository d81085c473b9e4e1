import type { OwedRow } from '../../domain/checks/entry-progress.ts';
import type { Day } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Task, TaskStanding } from '../../domain/plan/task.ts';
import { workdaysBetween } from '../../domain/plan/workdays.ts';
import { sayDay } from '../core/day.ts';
import { STATUS_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';

/** Stands for a lead that the plan does not name. */
export const NO_LEAD = '(chưa ghi chủ trì)';

/** A title is told by its beginning: the row itself is one click away. */
const LONGEST_TITLE = 90;

/** «T5.3: CBCC có trình độ đại học…», «T3.4: Hồ sơ trả đúng hạn (nhập tại TK3.9)». */
export function sayOwedRow({ id, title, at }: Pick<OwedRow, 'id' | 'title'> & { readonly at: { readonly id: string } }): string {
  const whole = tidy(title);
  const short = whole.length > LONGEST_TITLE ? `${whole.slice(0, whole.lastIndexOf(' ', LONGEST_TITLE))}…` : whole;
  return `${id}${short === '' ? '' : `: ${short}`}${at.id === id ? '' : ` (nhập tại ${at.id})`}`;
}

/** «T3.4: Hồ sơ trả đúng hạn… – trả lại: lệch với phần mềm». */
export function sayReturnedRow({ reason, ...row }: Pick<OwedRow, 'id' | 'title'> & { readonly reason: string }): string {
  return `${sayOwedRow({ ...row, at: { id: row.id } })} – trả lại: ${reason}`;
}

/** Above the rows of a closed period. */
export const PUBLISHED_LATER =
  'Kỳ đã chốt. Nhập kết quả cấp trên công bố sau, kèm Ngày công bố; đánh giá của kỳ đó đổi theo, báo cáo sau nêu «công bố ngày …».';

/** «Hạn công chức nhập: 12/6/2024, còn 05 ngày làm việc.»; '' where the period has none. */
export function sayEntryDue(
  { holidays }: Pick<Plan, 'holidays'>,
  { entryDueOn }: Pick<Period, 'entryDueOn'>,
  today: Day,
): string {
  if (entryDueOn === null) return '';
  const left = workdaysBetween(today, entryDueOn, holidays);
  return `Hạn công chức nhập: ${sayDay(entryDueOn)}, ${sayLeft(left, today === entryDueOn)}.`;
}

function sayLeft(left: number, isToday: boolean): string {
  if (isToday) return 'là hôm nay';
  if (left > 0) return `còn ${sayCount(left)} ngày làm việc`;
  return left < 0 ? `đã quá ${sayCount(-left)} ngày làm việc` : 'không còn ngày làm việc nào';
}

/** A task of another lead, for who supports or watches it. */
export function saySupported(
  { id, title, lead }: Pick<Task, 'id' | 'title' | 'lead'>,
  { status, lastDay }: TaskStanding,
): string {
  const until = lastDay === null ? '' : `, hạn ${sayDay(lastDay)}`;
  return `${id}: ${title} (${STATUS_LABELS[status]}${until}; chủ trì: ${lead})`;
}
