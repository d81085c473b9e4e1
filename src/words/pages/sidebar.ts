import { sayCount } from '../core/number.ts';

/** Labels of the sidebar. */
export const SIDEBAR = {
  waiting: 'Đang xem sổ, đề nghị chờ…',
  retry: 'Thử lại',
  refresh: 'Tải lại',
  sample: 'SỐ LIỆU MINH HỌA',
  publishedLater: (period: string): string => `${period} (đã chốt): kết quả công bố sau`,
  noPeriod: 'Chưa mở kỳ báo cáo. Bấm: Kế hoạch CCHC ▸ Mở kỳ báo cáo…',
  notSetUp: 'Sổ chưa được thiết lập. Bấm: Kế hoạch CCHC ▸ Cài đặt ▸ Thiết lập lần đầu…',
  attention: 'Cần quan tâm',
  noAttention: 'Không có nội dung chưa đạt hoặc quá hạn.',
  verdicts: 'Chỉ tiêu theo đánh giá',
  statuses: 'Nhiệm vụ theo tình trạng',
  none: 'Chưa có.',
  noProblems: 'Không có số liệu cần sửa.',
  nothingOwed: 'Đã nhập đủ.',
  whichPeriod: 'Kỳ báo cáo đang mở:',
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

/** The same button for screen readers; it contains the visible words, so that voice control finds it. */
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

/** The counts of `Việc hôm nay` that lead to where they are listed. */
export const TODAY_LINKS = {
  mine: (count: number): string => `Tôi còn ${sayCount(count)} nội dung chưa nhập`,
  owed: (count: number): string => `Cả đơn vị còn ${sayCount(count)} nội dung chưa nhập`,
  notMet: (count: number, near: number): string =>
    `${sayCount(count)} chỉ tiêu chưa đạt${near === 0 ? '' : `, trong đó ${sayCount(near)} gần đạt`}`,
  overdue: (count: number): string => `${sayCount(count)} nhiệm vụ quá hạn`,
  ofPlan: (text: string, plan: string): string => (plan === '' ? text : `${text} (${plan})`),
  dueSoon: (count: number): string => `${sayCount(count)} nhiệm vụ sắp đến hạn.`,
  proposed: ({ indicators, tasks }: { readonly indicators: number; readonly tasks: number }): string => {
    const told = [
      ...(indicators > 0 ? [`${sayCount(indicators)} chỉ tiêu`] : []),
      ...(tasks > 0 ? [`${sayCount(tasks)} nhiệm vụ`] : []),
    ];
    return `Ngoài các số trên: ${told.join(', ')} đề xuất, chờ xác nhận.`;
  },
  mustFix: (count: number): string => `${sayCount(count)} số liệu phải sửa`,
  more: (count: number): string =>
    `Còn ${sayCount(count)} nội dung khác, xem các dòng tô màu ở trang Nhập số liệu, Nhập tiến độ.`,
} as const;

/** The part of the page that takes files. */
export const SIDEBAR_FILES = {
  title: 'Đối chiếu báo cáo với số liệu',
  pick: 'Chọn tệp báo cáo (.docx)',
  hint: 'Chọn báo cáo đã lưu từ Word, LibreOffice hoặc Google Tài liệu. Tệp chỉ được đọc để so, không lưu lại.',
  reading: 'Đang đọc tệp và so với sổ, đề nghị chờ…',
  unreadable: 'Trình duyệt không đọc được tệp này. Đề nghị chọn lại tệp.',
  tooLong: 'Tệp lớn hơn 6 MB nên không nhận. Đề nghị bỏ bớt hình ảnh trong văn bản rồi lưu lại.',
  bringBack: 'Đưa về bảng',
  takenBack: 'Đã đưa về bảng.',
  becomes: 'Ô sẽ ghi:',
  template: 'Mẫu văn bản của đơn vị',
  pickTemplate: 'Chọn tệp mẫu (.docx)',
  templateHint: 'Mẫu Word có các thẻ như {so_ky_hieu}, {@noi_dung}; mẫu có lỗi thì không được lưu. Không quá 300 KB.',
  keep: 'Ghi thành Phiếu rà soát',
  kept: 'Đã tạo tệp:',
  places: 'Các chỗ in bị ảnh hưởng',
} as const;
