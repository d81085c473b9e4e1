import type { Day } from '../../domain/core/day.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { sayInDoubt } from '../core/refusals.ts';
import { MENU_CAPTIONS, SUBMENU_CAPTIONS } from '../pages/menu.ts';

/** Words about the daily run: on `Tổng quan`, in `Việc hôm nay`, in the clerk's mail. */

const SWITCH = `${SUBMENU_CAPTIONS.settings} ▸ ${MENU_CAPTIONS['daily-mail']}`;

export const DAILY_TROUBLES = {
  /** By step, when the environment failed: what was not done, and what to do. */
  steps: {
    open: 'Không đọc được sổ nên chưa chạy. Đề nghị mở sổ và bấm Kiểm tra số liệu.',
    refresh: 'Chưa cập nhật được các ô xám và trang Tổng quan. Đề nghị mở sổ và bấm Cập nhật tổng quan.',
    mail: 'Có thư chưa gửi được. Đề nghị xem trang Thư đã gửi.',
    record: 'Chưa ghi được kết quả lượt chạy vào trang Tổng quan.',
  },
  noRecipient: 'Chưa có địa chỉ thư của người nhận thư cảnh báo ở trang Phân công.',
  failed: (count: number): string => `Có ${sayCount(count)} thư không gửi được, xem trang Thư đã gửi.`,
  inDoubt: sayInDoubt,
  queued: (count: number): string =>
    `Còn ${sayCount(count)} thư chờ lượt chạy sau (hết hạn mức gửi trong ngày hoặc sổ đang bận).`,
  another: 'Thư nhắc hằng ngày đang do người khác bật; lượt này không làm gì.',
  owner: (who: string): string =>
    `Người đang bật (${who}) không còn là thường trực CCHC nên thư không được gửi. Đề nghị thường trực CCHC bấm ${SWITCH} để nhận chạy thay.`,
} as const;

/** What the line of the daily run on `Tổng quan` begins with, by which it is found again. */
export const DAILY_LABEL = 'Lượt chạy hằng ngày';
export const NEVER_RAN = 'chưa có lượt nào chạy xong';

/** The line above the moment of the last good run. */
export function sayDailyLine({ who, trouble }: { readonly who: string; readonly trouble: string }): string {
  if (trouble !== '') return `${DAILY_LABEL} gần nhất (người bật: ${who}) CHƯA XONG: ${trouble} Lượt tốt gần nhất:`;
  return `${DAILY_LABEL} (người bật: ${who}): quá 26 giờ thì ngày giờ dưới đây chuyển đỏ, đề nghị bấm ${SWITCH} để bật lại.`;
}

/** In `Việc hôm nay`, while all is well or nothing has begun. */
export function sayDailyGood(goodAt: { readonly day: Day; readonly minutes: number } | null): string {
  const when = goodAt === null ? NEVER_RAN : `tốt gần nhất lúc ${sayTime(goodAt.minutes)} ngày ${sayDay(goodAt.day)}`;
  return `${DAILY_LABEL}: ${when}.`;
}

/** To whoever opens the workbook when no run went well for longer than a day. */
export function sayDailyStale({ day, minutes }: { readonly day: Day; readonly minutes: number }): string {
  return `Lượt chạy hằng ngày tốt gần nhất là ${sayTime(minutes)} ngày ${sayDay(day)}, đã quá 26 giờ: màu và thư nhắc có thể không còn đúng. Đề nghị bấm ${SWITCH} để bật lại.`;
}
