import { parseDay } from '../../domain/core/day.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** What the menu and the command line ask and answer about reopening, sending, confirming, reasons and taking back. */
export const STEPS = {
  reopen: (proposal: string | null): string =>
    proposal === null
      ? 'Gõ tên kỳ đã chốt cần mở lại, ví dụ: 6 tháng đầu năm 2024.'
      : `Kỳ cần mở lại: ${proposal}. Đúng thì để trống và bấm OK; kỳ khác thì gõ tên kỳ.`,
  reason: 'Lý do mở lại (ghi vào Nhật ký), ví dụ: cấp trên yêu cầu bổ sung số liệu.',
  reopened: (period: string): string =>
    `Đã mở lại kỳ ${period}; bản chốt cũ còn nguyên. Sửa xong, đề nghị chốt lại để có bản chốt mới.`,
  sent: (period: string, on: string): string => `Đã ghi nhận báo cáo kỳ ${period} gửi ngày ${sayDayOf(on)}.`,
  confirm:
    'Gõ Mã cần xác nhận, cách nhau bằng dấu chấm phẩy; gõ «tất cả» thì xác nhận mọi nội dung đề xuất. Để trống thì không xác nhận gì.',
  confirmAll: 'tất cả',
  confirmed: (ids: readonly string[], left: number): string =>
    ids.length === 0
      ? 'Không có nội dung đề xuất nào chờ xác nhận.'
      : `Đã xác nhận ${sayCount(ids.length)} nội dung: ${ids.join('; ')}.${left === 0 ? '' : ` Còn ${sayCount(left)} nội dung chờ xác nhận.`}`,
  undo: (text: string): string => `Hoàn tác việc gần nhất?\n\n${text}\n\nChỉ hoàn tác khi các ô liên quan chưa bị sửa sau đó.`,
  undone: (text: string): string => `Đã hoàn tác: ${text}.`,
  nothingToUndo: 'Không có việc nào để hoàn tác.',
  explained: (left: number): string => `Đã ghi lý do vào Nhật ký. ${sayLeft(left)}`,
  restored: (left: number): string => `Đã khôi phục như bản chốt. ${sayLeft(left)}`,
} as const;

function sayLeft(left: number): string {
  return left === 0 ? 'Không còn thay đổi nào chưa có lý do.' : `Còn ${sayCount(left)} thay đổi chưa có lý do.`;
}

function sayDayOf(text: string): string {
  const day = parseDay(text);
  return day === null ? text : sayDay(day);
}
