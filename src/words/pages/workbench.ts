import { addDays, parseDay } from '../../domain/core/day.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** Labels of the local workbench: the page around the grid, the menu and the sidebar. */
export const WORKBENCH = {
  title: 'Sổ CCHC',
  opening: 'Đang mở sổ, đề nghị chờ…',
  tools: 'Công cụ',
  sample: 'SỐ LIỆU MINH HỌA',
  me: 'Tôi là',
  nobody: 'Người giữ sổ',
  undo: 'Hoàn tác',
  nothingToUndo: 'Không có gì để hoàn tác.',
  undone: 'Đã hoàn tác',
  mine: 'Chỉ dòng của tôi',
  period: 'Kỳ',
  allPeriods: 'Tất cả các kỳ',
  print: 'In trang',
  lines: 'Dòng',
  insertAbove: 'Chèn dòng lên trên',
  insertBelow: 'Chèn dòng xuống dưới',
  deleteLines: 'Xóa dòng đang chọn…',
  sortUp: 'Sắp xếp tăng dần theo cột này',
  sortDown: 'Sắp xếp giảm dần theo cột này',
  close: 'Đóng',
  retry: 'Thử lại',
  reload: 'Tải lại sổ',
  retake: 'Lấy lại nội dung đã gõ',
  copyTyped: 'Chép nội dung đã gõ',
  notes: 'Ghi chú khi mở sổ',
  said: 'Trả lời',
  cancel: 'Hủy',
  confirm: 'Đồng ý',
} as const;

/** The grid: labels of its cells for screen readers, and the line above it. */
export const GRID = {
  tabs: 'Các trang của sổ',
  showHidden: 'Hiện trang ẩn',
  hideHidden: 'Ẩn bớt trang',
  line: 'Dòng',
  empty: 'trống',
  formula: 'Ô công thức: chỉ xem ở đây; mở tệp bằng Excel hoặc LibreOffice để sửa.',
  refused: 'Ô này do thường trực CCHC giữ; người đang chọn ở mục «Tôi là» không sửa được.',
  grey: 'Ô xám: máy ghi, không nhập. Nội dung gõ vào sẽ bị ghi đè ở lần cập nhật sau.',
  closed: 'Kỳ đã chốt: sửa ở đây là sửa sau khi chốt và phải có lý do (Kiểm tra số liệu ▸ Ghi lý do).',
  fed: (how: string): string => `Không nhập ở ô này${how === '' ? '.' : `: ${how}.`}`,
  saving: 'đang lưu',
  choices: 'Mở danh sách để chọn',
  list: 'Danh sách để chọn',
  sheet: 'Sổ',
  noMine: 'Trang này không có cột «Chủ trì» nên không lọc được.',
  nobodyMine: 'Đề nghị chọn chức danh ở mục «Tôi là» trước khi lọc.',
  mineEmpty: 'Trang này không có dòng nào do chức danh đang chọn chủ trì.',
  tooLarge: 'Vùng chép quá lớn. Đề nghị chép từng phần, mỗi lần không quá 200.000 ô.',
} as const;

/** Looking for a text in the tab. */
export const FIND = {
  open: 'Tìm',
  label: 'Tìm trong trang',
  next: 'Ô sau',
  previous: 'Ô trước',
  none: 'Không tìm thấy.',
} as const;

/** The files of the workspace: the workbook, reports, letters, and workbooks of one's own. */
export const FILES = {
  open: 'Tệp',
  workbook: 'Sổ đang mở',
  reports: 'Báo cáo và văn bản',
  plan: 'Văn bản kế hoạch đang đọc',
  passageNotDrawn: 'Đoạn này không hiện được ở đây. Đề nghị xem nguyên văn ở trang bên cạnh.',
  packages: 'Gói số liệu kỳ',
  letters: 'Thư',
  other: 'Biểu mẫu, hình ảnh, PDF',
  pdf: 'PDF',
  makingPdf: 'LibreOffice đang lập bản PDF, mất ít giây…',
  madePdf: (name: string): string => `Đã lập «${name}»; tệp nằm ở nơi trình duyệt lưu tệp tải về.`,
  noPdf: 'Chưa lập được bản PDF. Đề nghị thử lại, hoặc mở tệp .docx bằng Word rồi chọn Lưu dưới dạng PDF.',
  consolidated: 'Tổng hợp nhiều đơn vị',
  left: 'Nội dung chưa nhập lại được sau sự cố',
  none: 'Chưa có.',
  others: 'Sổ khác trong thư mục',
  show: 'Xem',
  download: 'Tải về',
  openOther: 'Mở',
  bring: 'Mở tệp .xlsx của đơn vị',
  bringHint: 'Chương trình làm trên một bản sao để trong thư mục làm việc; tệp gốc giữ nguyên.',
  reading: 'Đang đọc tệp…',
  unreadable: 'Không đọc được tệp. Đề nghị chọn lại.',
  notXlsx: 'Chỉ mở được tệp Excel có đuôi .xlsx. Đề nghị lưu sổ dưới dạng đó rồi chọn lại.',
  drawing: 'Đang dựng văn bản, đề nghị chờ…',
  notRead: 'Không đọc được thư này ở đây. Đề nghị tải về và mở bằng phần mềm thư.',
  notDrawn: 'Không dựng được văn bản này ở đây. Đề nghị tải về và mở bằng Word hoặc LibreOffice.',
  paper: 'Văn bản',
  letter: 'Nội dung thư',
  from: 'Người gửi',
  to: 'Người nhận',
  replyTo: 'Trả lời về',
  subject: 'Tiêu đề',
  date: 'Thời gian',
} as const;

/** What to begin with. */
export const START = {
  button: 'Sổ khác',
  title: 'Mở sổ nào?',
  now: (name: string, sample: boolean): string =>
    `Đang mở: «${name}»${sample ? ' (số liệu minh họa)' : ''}. Đóng ô này để làm tiếp với sổ đó.`,
  fresh: 'Sổ mới',
  name: 'Tên sổ',
  nameHint: 'Ví dụ: so-cchc-2026. Sổ để trong thư mục làm việc; tạo xong, ô Thiết lập lần đầu mở ra.',
  make: 'Tạo sổ',
  open: 'Mở sổ',
  samples: 'Bản minh họa',
  samplesHint: 'Số liệu không có thật, để xem trước cách làm; không gửi thư.',
  openSample: 'Mở bản minh họa',
  years: [
    ['2024', 'Kế hoạch 2021 - 2025, tháng 6/2024'],
    ['2026', 'Kế hoạch 2026 - 2030 và năm 2026, tháng 6/2026'],
  ],
} as const;

/** What is said when the program cannot be reached, and what is not lost by it. */
export const CONNECTION = {
  lost: 'Mất kết nối với chương trình trên máy này. Nội dung đã gõ được giữ trên màn hình; trang sẽ tự nối lại.',
  back: 'Đã nối lại.',
  slow: 'Chương trình chưa trả lời sau hơn 5 giây, trang vẫn đang chờ; nội dung đã gõ được giữ trên màn hình.',
  stranger:
    'Chương trình đã chạy lại nên địa chỉ này không còn dùng được. Đề nghị chép nội dung chưa lưu (nếu có), rồi mở địa chỉ mới mà chương trình in ra.',
  failed: 'Chương trình chưa làm được việc này. Số liệu đã lưu không bị mất. Đề nghị thử lại.',
  working: 'Chương trình đang làm việc',
} as const;

/** The faces of the buttons of a script's dialog, as Google names them. */
export const DIALOG_BUTTONS = { OK: 'OK', YES: 'Có', NO: 'Không', CANCEL: 'Hủy', CLOSE: 'Đóng' } as const;

/** «Hôm nay: 20/6/2024»: the day that the host plays. */
export function sayToday(day: string): string {
  return `Hôm nay: ${day}`;
}

/** What a person's place at the window is called: the roles, or the owner of the file. */
export function sayPerson(roles: readonly string[], user: string): string {
  if (roles.length > 0) return roles.join('; ');
  return user === '' ? WORKBENCH.nobody : user;
}

/** A cell's label for screen readers: «Tử số, J12: 1.250»; without a header its address alone. */
export function sayCellValue({ header, address, text }: { header: string; address: string; text: string }): string {
  return `${header === '' ? '' : `${header}, `}${address}: ${text === '' ? GRID.empty : text}`;
}

/** «3 trên 12»: which of the places found is shown. */
export function sayFound(at: number, count: number): string {
  return count === 0 ? FIND.none : `${at} trên ${count}`;
}

/** «Xóa 02 dòng (12 – 13) và nội dung của các dòng đó?» */
export function askToDelete(row: number, count: number): string {
  const which = count === 1 ? `dòng ${row}` : `${sayCount(count)} dòng (${row} – ${row + count - 1})`;
  return `Xóa ${which} và toàn bộ nội dung?`;
}

/** Below the filter: how many lines are shown; the others stay where they are. */
export function sayMine(count: number, period: string | null): string {
  const which = period === null ? '' : `, kỳ ${period}`;
  return `Đang chỉ hiện ${sayCount(count)} dòng của chức danh đang chọn${which}; các dòng khác vẫn còn trong sổ.`;
}

/** The same of one period. */
export function sayOfPeriod(count: number, period: string): string {
  return `Đang chỉ hiện ${sayCount(count)} dòng của kỳ ${period}; các dòng khác vẫn còn trong sổ.`;
}

/** A period in the choice, where it is open. */
export function sayOpenPeriod(name: string): string {
  return `${name} (đang nhập)`;
}

/** The line of a notice about texts that are not saved yet: «Chưa lưu 02 ô.» */
export function sayUnsaved(count: number): string {
  return `Chưa lưu ${sayCount(count)} ô.`;
}

/** A refused edit: where it was, unless the sentence says so itself, then why. */
export function sayRefused(address: string, sentence: string): string {
  return sentence.includes(address) ? sentence : `Ô ${address}: ${sentence}`;
}

/** What was typed and has no cell to be taken back into. */
export function sayTyped(text: string): string {
  return `Nội dung đã gõ: «${text}».`;
}

/** A line was deleted elsewhere while somebody was typing into it. */
export function sayLostDraft(text: string): string {
  return `Dòng đang nhập đã bị xóa ở cửa sổ khác nên nội dung chưa được ghi. ${sayTyped(text)}`;
}

/** «24 kB», «1,3 MB». */
export function saySize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

const VIETNAM = 7 * 60;
const DAY = 24 * 60;

/** «20/6/2024 08:00», in Vietnam's time, of an ISO moment; what is no moment stays as it is. */
export function sayMoment(iso: string): string {
  const [, date = '', hours = '', minutes = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)[\d:.]*Z$/u.exec(iso) ?? [];
  const day = parseDay(date);
  if (day === null) return iso;
  const after = Number(hours) * 60 + Number(minutes) + VIETNAM;
  return `${sayDay(addDays(day, Math.floor(after / DAY)))} ${sayTime(after % DAY)}`;
}
