import { sayTime } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** Labels of the form `Nhập kết quả của tôi`; those of its fields are the sheet's own headers. */
export const ENTER_FORM = {
  whose: 'Nhập thay cho:',
  role: 'Nhập cho chức danh:',
  mine: (roles: readonly string[]): string => `Nội dung của tôi (${roles.join('; ')})`,
  roleOption: (role: string, owed: number): string => `${role} (còn ${sayCount(owed)})`,
  chooseRole: 'Chọn chức danh…',
  noRole:
    'Địa chỉ thư đang dùng chưa có trong trang Phân công nên chưa biết đồng chí phụ trách nội dung nào. Đề nghị liên hệ thường trực CCHC để ghi vào Phân công; trong lúc chờ vẫn nhập được ở trang Nhập số liệu, Nhập tiến độ.',
  noRows: 'Không có nội dung nào phải nhập trong kỳ này.',
  row: 'Nội dung:',
  chooseRow: 'Chọn nội dung…',
  allEntered: 'Đã nhập đủ. Có thể chọn một nội dung ở trên để xem hoặc sửa.',
  goOn: 'Đề nghị chọn một nội dung ở trên để nhập tiếp.',
  groups: {
    owed: (count: number): string => `Còn phải nhập (${sayCount(count)})`,
    blank: (count: number): string => `Còn trống, chưa bắt buộc (${sayCount(count)})`,
    entered: (count: number): string => `Đã nhập (${sayCount(count)})`,
  },
  left: (count: number): string => (count === 0 ? 'Đã nhập đủ.' : `Còn ${sayCount(count)} nội dung chưa nhập.`),
  more: (count: number): string =>
    `Còn ${sayCount(count)} nội dung khác chưa hiện ở đây. Lưu xong một số nội dung, bấm Tải lại để xem tiếp; hoặc nhập ngay trong trang.`,
  notAsked: 'không nhập',
  linked: (ids: readonly string[]): string => `không nhập, lấy từ ${ids.join(' + ')}`,
  openLinked: (id: string): string => `Nhập ${id}`,
  notChosen: '(chưa chọn)',
  others: 'Ghi thêm',
  verdict: 'Đánh giá khi lưu',
  save: 'Lưu',
  saving: 'Đang lưu, đề nghị chờ…',
  skip: 'Để sau',
  nothingNew: 'Chưa có nội dung mới để lưu.',
  unreadable: 'Chưa lưu. Đề nghị sửa ô báo lỗi.',
  draft: 'Có nội dung gõ dở, chưa lưu.',
  saved: (id: string, result: string, sentence: string): string => `${id}: ${result}. ${sentence}`,
  inSheet: 'Trong sổ nay là:',
  typedHere: 'Đồng chí nhập:',
  keepSheet: 'Giữ nội dung trong sổ',
  keepTyped: 'Dùng nội dung tôi nhập',
  blank: '(để trống)',
  slip: 'In phiếu tổng hợp của tôi',
  slipOf: (role: string): string => `In phiếu tổng hợp của ${role}`,
  supporting: (count: number): string => `Việc phối hợp, theo dõi: ${sayCount(count)}`,
  yearWork: 'Bảng công việc cả năm',
  slipWaiting: 'Đang lập, đề nghị chờ…',
  slipMade: 'Đã lập:',
} as const;

const LONGEST_TITLE = 70;

/** «T3.4: Hồ sơ trả đúng hạn…»: a row in a drop-down. */
export function sayRowOption(id: string, title: string): string {
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, title.lastIndexOf(' ', LONGEST_TITLE))}…` : title;
  return `${id}: ${short}`;
}

/** «Đã lưu lúc 09:15. Còn 04 nội dung chưa nhập.» */
export function saySaved(minutes: number, left: number): string {
  const rest = left === 0 ? 'Đã nhập đủ.' : `Còn ${sayCount(left)} nội dung chưa nhập.`;
  return `Đã lưu lúc ${sayTime(minutes)}. ${rest}`;
}

export const ENTER_REFUSALS = {
  changedMeanwhile: (cells: readonly { readonly header: string; readonly now: string; readonly typed: string }[]): string => {
    const told = cells.map(({ header, now, typed }) => `«${header}» nay là ${quote(now)}, đồng chí nhập ${quote(typed)}`);
    return `Trong lúc nhập, ô trong sổ đã được người khác sửa: ${told.join('; ')}. Chưa lưu gì. Đề nghị chọn nội dung giữ lại.`;
  },
} as const;

function quote(text: string): string {
  return text === '' ? '(để trống)' : `«${text}»`;
}
