import type { Day } from '../../domain/core/day.ts';
import type { MailFault } from '../../domain/mail/mail-fault.ts';
import { sayDay } from './day.ts';
import { sayCount } from './number.ts';

/** Refusals, notices and journal words of the actions: what is wrong, why, and what to do. */

const listed = (names: readonly string[]): string => (names.length === 0 ? '(chưa có kỳ nào)' : names.join('; '));

export const REFUSALS = {
  unknownPeriod: (name: string, known: readonly string[]): string =>
    `Không có kỳ «${name}» trong trang Kỳ báo cáo. Các kỳ hiện có: ${listed(known)}. Đề nghị chọn đúng tên kỳ.`,
  notClosed: (name: string): string => `Kỳ «${name}» chưa chốt nên không thực hiện được việc này. Đề nghị chọn kỳ đã chốt.`,
  noReason: 'Đề nghị nêu lý do; chưa ghi gì vào sổ.',
  unknownChange: (cell: string): string =>
    `Không còn thay đổi nào chưa có lý do ở ô «${cell}». Đề nghị bấm Kiểm tra số liệu để xem lại danh sách.`,
  cannotRestore: (cell: string): string =>
    `Không tự khôi phục được «${cell}» vì cả dòng đã thêm hoặc đã mất. Đề nghị sửa trực tiếp trong trang, hoặc ghi lý do.`,
  noProposal: (id: string): string => `Mã «${id}» không có nội dung đề xuất nào chờ xác nhận. Đề nghị kiểm tra lại Mã.`,
  nothingToUndo:
    'Không có việc nào để hoàn tác. Mở kỳ, chốt kỳ, mở lại, xác nhận, khôi phục, nhập từ biểu mẫu, đưa kế hoạch vào sổ, thêm trang theo dõi và nâng cấp sổ hoàn tác được.',
  sentByDay: 'Tình trạng «Đã gửi» theo Ngày gửi đã nhập ở trang Kỳ báo cáo. Đề nghị xóa Ngày gửi trước rồi mới hoàn tác.',
  undoneMeanwhile: 'Trong lúc đó đã có việc khác được ghi hoặc hoàn tác. Đề nghị xem lại việc gần nhất rồi mới hoàn tác.',
  changedSince: (where: string): string =>
    `«${where}» đã được sửa sau việc này nên không hoàn tác, để không mất nội dung vừa sửa. Chưa ghi gì vào sổ.`,
  unknownRow: (id: string, period: string): string =>
    `Không có dòng Mã «${id}», kỳ «${period}» để nhập. Đề nghị mở kỳ hoặc kiểm tra lại Mã.`,
  unknownColumn: (header: string): string => `Cột «${header}» không phải là cột để nhập. Đề nghị chọn cột có nền vàng nhạt.`,
  periodIsClosed: (name: string): string =>
    `Kỳ «${name}» không ở trạng thái đang nhập nên biểu mẫu không ghi vào. Đề nghị mở kỳ, hoặc sửa trực tiếp trong trang và nêu lý do.`,
  notYourRow: (lead: string): string =>
    `Dòng này do ${lead === '' ? 'đơn vị khác' : lead} chủ trì. Đề nghị chuyển số liệu cho người phụ trách hoặc thường trực CCHC nhập thay.`,
  alreadyClosed: (name: string, open: readonly string[]): string =>
    `Kỳ «${name}» đã chốt. Muốn sửa tiếp, dùng Khác ▸ Mở lại kỳ đã chốt…. Các kỳ có thể mở: ${listed(open)}.`,
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
    `Sổ này do bản mới hơn tạo (phiên bản sổ ${version}). Đề nghị cập nhật chương trình lên bản mới nhất rồi mở lại sổ; chưa ghi gì vào sổ.`,
  notAllowed:
    'Việc này chỉ thường trực CCHC hoặc người ký báo cáo được làm. Đề nghị liên hệ thường trực CCHC theo trang Phân công.',
  sheetMoves:
    'Có người đang chèn, xóa hoặc sắp xếp dòng, cột nên chưa ghi được; các ô vừa ghi đã trả lại như cũ. Đề nghị đợi một phút rồi làm lại.',
  busy: 'Một lượt chạy khác trên sổ này chưa xong nên chưa làm gì. Đề nghị đợi một phút, xem lại sổ rồi mới thử lại.',
  badRequest: 'Yêu cầu không hợp lệ nên chưa làm gì. Đề nghị tải lại trang và thử lại.',
  unknownPlace: (tab: string): string => `Không tìm thấy trang «${tab}». Đề nghị kiểm tra lại tên trang.`,
  badHeader: 'Tiêu đề hoặc địa chỉ thư có ký tự xuống dòng nên không gửi. Đề nghị sửa lại trong Thông tin chung và Phân công.',
} as const;

/** How the note of a closing begins: by it undoing knows which version that closing made. */
export const frozenAs = (version: number): string => `Bản chốt ${version}:`;

/** What stands in `Ghi chú` of `Nhật ký`. */
export const JOURNAL_WORDS = {
  made: (tabs: readonly string[]): string => `Đã tạo các trang: ${tabs.join('; ')}`,
  dropped: 'Trang mặc định, chưa có nội dung gì',
  prepared: (rows: number): string => `Có ${sayCount(rows)} dòng để nhập`,
  addedRows: (keys: readonly string[]): string => `Đã thêm ${sayCount(keys.length)} dòng: ${keys.join('; ')}`,
  frozen: (version: number, facts: number): string => `${frozenAs(version)} ${sayCount(facts)} số liệu`,
  confirmed: 'UBND đã xác nhận',
  restored: 'Trả lại như bản chốt',
  onBehalf: (clerk: string, lead: string): string => `${clerk} nhập thay ${lead}`,
} as const;

/** Who stands in `Ai` when the host cannot say. */
export const NOBODY_NAMED = '(không rõ)';

/** To the clerk, when mails were interrupted between sending and marking. */
export function sayInDoubt(count: number): string {
  return `Có ${sayCount(count)} thư chưa rõ đã gửi hay chưa. Đề nghị hỏi lại người nhận.`;
}

const MAIL_FAULTS: Readonly<Record<MailFault['kind'], string>> = {
  password:
    'Máy chủ thư không nhận tài khoản hoặc mật khẩu. Đề nghị kiểm tra tài khoản, mật khẩu (mật khẩu ứng dụng) trong SMTP_URL',
  'not-encrypted':
    'Máy chủ thư không mã hóa đường truyền nên không gửi mật khẩu cho máy chủ. Đề nghị dùng địa chỉ smtps:// hoặc hỏi đơn vị quản lý máy chủ thư',
  certificate:
    'Chứng thư bảo mật của máy chủ thư không hợp lệ hoặc đã hết hạn. Đề nghị kiểm tra tên máy chủ trong SMTP_URL, ngày giờ của máy và hỏi đơn vị quản lý máy chủ thư',
  address: 'Máy chủ thư không nhận địa chỉ người nhận. Đề nghị kiểm tra địa chỉ ở trang Phân công',
  refused: 'Máy chủ thư từ chối. Đề nghị hỏi đơn vị quản lý máy chủ thư, nêu mã lỗi',
  connection: 'Không kết nối được máy chủ thư. Đề nghị kiểm tra mạng, tên máy chủ và cổng trong SMTP_URL',
  slow: 'Máy chủ thư trả lời quá chậm nên đã dừng. Đề nghị kiểm tra mạng hoặc thử lại sau',
};

/** Why a mail did not go and what to do: «Máy chủ thư không nhận tài khoản hoặc mật khẩu. … (mã 535).» */
export function sayMailFault({ kind, code }: MailFault): string {
  return `${MAIL_FAULTS[kind]}${code === null ? '' : ` (mã ${code})`}.`;
}

/** Notes in `Thư đã gửi`. */
export const MAIL_NOTES = {
  interrupted: 'Lần gửi trước bị ngắt giữa chừng; không tự gửi lại.',
  refused: 'Thư chưa đi; lần chạy sau gửi lại.',
  thrown: 'Máy chủ thư báo lỗi khi gửi; không tự gửi lại.',
  carried: (id: string): string => `Đã báo lại trong thư ${id}.`,
} as const;
