import type { Day } from '../domain/day.ts';
import { sayDay } from './day.ts';
import { sayCount } from './number.ts';

/** Refusals, notices and journal words of the actions: what is wrong, why, and what to do. */

const listed = (names: readonly string[]): string => (names.length === 0 ? '(chưa có kỳ nào)' : names.join('; '));

export const REFUSALS = {
  unknownPeriod: (name: string, known: readonly string[]): string =>
    `Không có kỳ «${name}» trong trang Kỳ báo cáo. Các kỳ hiện có: ${listed(known)}. Đề nghị chọn đúng tên kỳ.`,
  alreadyClosed: (name: string, open: readonly string[]): string =>
    `Kỳ «${name}» đã chốt, không mở lại bằng lệnh này. Các kỳ có thể mở: ${listed(open)}.`,
  notOpen: (name: string, open: readonly string[]): string =>
    `Kỳ «${name}» chưa mở hoặc đã chốt nên không chốt được. Các kỳ đang nhập: ${listed(open)}.`,
  laterIsClosed: (name: string, later: string): string =>
    `Kỳ «${name}» kết thúc trước kỳ «${later}» đã chốt nên không mở được nữa. Đề nghị nhập vào kỳ đang mở.`,
  notEnded: (name: string, end: Day): string =>
    `Kỳ «${name}» lấy số liệu đến hết ngày ${sayDay(end)} nên chưa chốt được. Đề nghị chốt từ ngày đó.`,
  earlierIsOpen: (name: string, earlier: string): string =>
    `Kỳ «${earlier}» chưa chốt. Đề nghị chốt kỳ «${earlier}» trước rồi mới chốt kỳ «${name}».`,
  noPeriodOpen: 'Chưa mở kỳ báo cáo. Bấm: Kế hoạch CCHC ▸ Mở kỳ báo cáo…',
  unknownTemplate: (key: string, known: readonly string[]): string =>
    `Không có mẫu kế hoạch «${key}». Các mẫu hiện có: ${known.join('; ')}.`,
  missingTab: (tab: string): string =>
    `Không dùng được trang «${tab}»: thiếu trang, thiếu cột hoặc trùng tiêu đề cột. Đề nghị chạy Kiểm tra số liệu và sửa trước.`,
  newerWorkbook: (version: string): string =>
    `Sổ này do bản mới hơn tạo (phiên bản sổ ${version}). Đề nghị dùng bản chương trình mới nhất; chưa ghi gì vào sổ.`,
  notAllowed:
    'Việc này chỉ thường trực CCHC hoặc người ký báo cáo được làm. Đề nghị liên hệ thường trực CCHC theo trang Phân công.',
  busy: 'Một lượt chạy khác trên sổ này chưa xong nên chưa làm gì. Đề nghị đợi một phút, xem lại sổ rồi mới thử lại.',
  badRequest: 'Yêu cầu không hợp lệ nên chưa làm gì. Đề nghị tải lại trang và thử lại.',
  unknownPlace: (tab: string): string => `Không tìm thấy trang «${tab}». Đề nghị kiểm tra lại tên trang.`,
  badHeader: 'Tiêu đề hoặc địa chỉ thư có ký tự xuống dòng nên không gửi. Đề nghị sửa lại trong Thông tin chung và Phân công.',
} as const;

/** Told after an edit whose rows would not stand still. */
export const EDIT_GAVE_UP =
  'Các dòng vừa bị di chuyển nên chưa ghi được Đánh giá. Đề nghị bấm Kế hoạch CCHC ▸ Cập nhật tổng quan.';

/** `Việc` in `Nhật ký`. */
export const JOURNAL_WORDS = {
  setUp: 'Thiết lập sổ',
  openPeriod: 'Mở kỳ báo cáo',
  closePeriod: 'Chốt kỳ báo cáo',
  made: (tabs: readonly string[]): string => `Đã tạo các trang: ${tabs.join('; ')}`,
  added: (rows: number): string => `Đã thêm ${sayCount(rows)} dòng`,
  frozen: (version: number, facts: number): string => `Bản chốt ${version}: ${sayCount(facts)} số liệu`,
} as const;

/** No new version is made of a report in which nothing differs. */
export function sayNothingChanged(version: number): string {
  return `Không có gì thay đổi so với bản ${version}; tệp cũ còn nguyên.`;
}

/** Who stands in `Ai` when the host cannot say. */
export const NOBODY_NAMED = '(không rõ)';

/** To the clerk, when mails were interrupted between sending and marking. */
export function sayInDoubt(count: number): string {
  return `Có ${sayCount(count)} thư chưa rõ đã gửi hay chưa. Đề nghị hỏi lại người nhận.`;
}

/** Notes in `Thư đã gửi`. */
export const MAIL_NOTES = {
  interrupted: 'Lần gửi trước bị ngắt giữa chừng; không tự gửi lại.',
  refused: 'Không kết nối được hoặc máy chủ thư từ chối, thư chưa đi; lần chạy sau gửi lại.',
  thrown: 'Máy chủ thư báo lỗi khi gửi; không tự gửi lại.',
  carried: (id: string): string => `Đã báo lại trong thư ${id}.`,
} as const;
