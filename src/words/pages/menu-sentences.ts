import type { Severity } from '../../domain/checks/finding.ts';
import { sayCount } from '../core/number.ts';

/** Which of the pages to replace by questions, where a page cannot reach the workbook. */
export const BY_PROMPT =
  'Gõ số của việc cần làm: 1 – Mở kỳ báo cáo; 2 – Chốt kỳ báo cáo; 3 – Thiết lập lần đầu; 4 – Tạo báo cáo; 5 – Công văn đôn đốc; 6 – Tóm tắt một trang, tin Zalo; 7 – Phiếu tổng hợp của tôi; 8 – Mở lại kỳ đã chốt; 9 – Xác nhận nội dung đề xuất.';

/** Asks for a period's name; an empty answer takes the proposal, which a prompt cannot fill in beforehand. */
export function askForPeriod(what: 'open' | 'report' | 'papers' | 'close', proposal: string | null): string {
  const verb = { open: 'mở', report: 'lập báo cáo', papers: 'lấy số liệu', close: 'chốt' }[what];
  const note = what === 'close' ? ' Chỉ chốt sau khi Chủ tịch UBND đã thống nhất số liệu.' : '';
  return proposal === null
    ? `Gõ tên kỳ cần ${verb}, ví dụ: 6 tháng đầu năm 2024.${note}`
    : `Kỳ cần ${verb}: ${proposal}. Đúng thì để trống và bấm OK; kỳ khác thì gõ tên kỳ.${note}`;
}

/** «Phải sửa 02, cần xem lại 05, lưu ý 10.» */
export function sayProblemCounts(counts: Readonly<Record<Severity, number>>): string {
  const [mustFix, review, note] = [counts['must-fix'], counts.review, counts.note].map(sayCount);
  return `Phải sửa ${mustFix}, cần xem lại ${review}, lưu ý ${note}.`;
}

/** The tabs of a set-up by their names. */
type SetUpDone = Readonly<Record<'made' | 'kept' | 'refused', readonly string[]>> & { readonly dropped: string | null };

export const DONE = {
  opened: (period: string, added: number, kept: number): string =>
    `Đã mở kỳ ${period}: thêm ${sayCount(added)} dòng${kept === 0 ? '' : `, giữ nguyên ${sayCount(kept)} dòng đã có`}.`,
  closed: (period: string, version: number, facts: number): string =>
    `Đã chốt kỳ ${period}, bản chốt ${sayCount(version)}: ${sayCount(facts)} số liệu.`,
  refreshed: (written: number, problems: string): string => `Đã cập nhật ${sayCount(written)} ô. ${problems}`,
  setUp: ({ made, kept, refused, dropped }: SetUpDone, rows: string): string =>
    [
      made.length === 0 ? 'Không có trang nào phải tạo thêm.' : `Đã tạo ${sayCount(made.length)} trang: ${made.join('; ')}.`,
      ...(kept.length === 0 ? [] : [`Giữ nguyên ${sayCount(kept.length)} trang đã có: ${kept.join('; ')}.`]),
      ...(dropped === null
        ? []
        : [`Đã bỏ trang mặc định «${dropped}» vì chưa có nội dung gì; Hoàn tác lần ghi gần nhất thì tạo lại được.`]),
      ...(refused.length === 0 ? [] : [sayRefusedEditors(refused)]),
      rows,
    ].join('\n'),
  planRows: (indicators: number, tasks: number, statistics: number): string =>
    `Kế hoạch có ${sayCount(indicators)} chỉ tiêu, ${sayCount(tasks)} nhiệm vụ, ${sayCount(statistics)} số liệu thống kê.`,
  tabsShown: 'Đã hiện các trang cài đặt.',
  tabsHidden: 'Đã ẩn các trang cài đặt.',
} as const;

/** Addresses that the guards of the plan could not take in or let out. */
function sayRefusedEditors(emails: readonly string[]): string {
  return `Chưa đặt được quyền sửa trang kế hoạch cho: ${emails.join('; ')}. Đề nghị xem địa chỉ có đúng tài khoản Google và đã được chia sẻ bảng tính chưa, rồi chạy lại Thiết lập lần đầu.`;
}

export const SET_UP_QUESTIONS = {
  one: (title: string): string => `Tạo các trang còn thiếu theo mẫu: ${title}. Trang đã có được giữ nguyên. Đồng ý thiết lập?`,
  many: (titles: readonly string[]): string =>
    `Gõ số của mẫu kế hoạch cần dùng: ${titles.map((title, at) => `${String(at + 1)} – ${title}`).join('; ')}.`,
} as const;

/** Turning the daily mail on and off; it runs in the name of one person. */
export const DAILY_MAIL = {
  on: 'Đã bật thư nhắc hằng ngày, chạy từ 7 giờ đến 8 giờ sáng. Trên Google: chạy bằng tài khoản của đồng chí. Trên máy của đơn vị: chạy khi chương trình đang mở; muốn chạy cả khi đóng chương trình thì đặt lịch cho máy theo Hướng dẫn.',
  off: 'Đã tắt thư nhắc hằng ngày.',
  taken: (owner: string): string =>
    `Thư nhắc hằng ngày đang do ${owner} bật; chỉ người đó tắt được. Nếu người đó không còn phụ trách, đồng chí có nhận chạy thay không?`,
  noPlace: 'Không lưu được người bật thư nhắc hằng ngày. Đề nghị mở đúng bảng tính của đơn vị rồi thử lại.',
} as const;

/** What the preview of the chairman's mail says when there is no mail to show. */
export const NO_MAIL = 'Hôm nay không có nội dung mới để gửi Chủ tịch UBND.';

/** Under the preview: whom the same run would write to beside the chairman. */
export function sayOtherMails(mails: readonly string[]): string[] {
  return mails.length === 0 ? [] : [`Thư nhắc việc cùng đợt:\n${mails.join('\n')}`];
}
