import { sayCount } from '../core/number.ts';

/** Labels of the sidebar. */
export const SIDEBAR = {
  waiting: 'Đang xem sổ, đề nghị chờ…',
  retry: 'Thử lại',
  refresh: 'Tải lại',
  sample: 'SỐ LIỆU MINH HỌA',
  noPeriod: 'Chưa mở kỳ báo cáo. Bấm: Kế hoạch CCHC ▸ Mở kỳ báo cáo…',
  attention: 'Cần quan tâm',
  noAttention: 'Không có nội dung chưa đạt hoặc quá hạn.',
  verdicts: 'Chỉ tiêu theo đánh giá',
  statuses: 'Nhiệm vụ theo tình trạng',
  none: 'Chưa có.',
  noProblems: 'Không có số liệu cần sửa.',
  nothingOwed: 'Đã nhập đủ.',
  unreachable:
    'Chưa kết nối được với sổ. Nếu trình duyệt đăng nhập nhiều tài khoản Google, đề nghị mở sổ bằng cửa sổ ẩn danh với một tài khoản; các lệnh trong menu vẫn dùng được.',
} as const;

/** The small form beside a change that waits for its reason. */
export const CHANGE_WORDS = {
  explain: 'Ghi lý do',
  restore: 'Khôi phục như cũ',
  reason: 'Lý do thay đổi',
  save: 'Lưu lý do',
  explained: 'Đã ghi lý do vào Nhật ký.',
  restored: 'Đã khôi phục như bản chốt.',
} as const;

/** How much a role still owes: «05 dòng». */
export function sayRows(count: number): string {
  return `${sayCount(count)} dòng`;
}

/** The face of a button that goes to a cell: «ô N12, trang Nhập số liệu». */
export function sayCell(tab: string, a1: string): string {
  return `ô ${a1.slice(a1.lastIndexOf('!') + 1)}, trang ${tab}`;
}

/** The same button for who hears the page; it holds the words on its face, so that voice control finds it. */
export function sayGoTo(tab: string, a1: string): string {
  return `Đến ${sayCell(tab, a1)}`;
}

/** «Xem thêm 12 nội dung»: of a list that is shown in part. */
export function sayMore(count: number): string {
  return `Xem thêm ${sayCount(count)} nội dung`;
}

/** Where the browser cannot unpack the page: Chrome and Edge can since version 103, Firefox since 113. */
export const TOO_OLD =
  'Trình duyệt này quá cũ nên không mở được trang bên. Đề nghị cập nhật trình duyệt; các lệnh trong menu vẫn dùng được.';
