import { sayCount } from '../core/number.ts';

/** Taking over what the office calls our tabs and columns. */
export const ADOPT = {
  question: (lines: readonly string[]): string =>
    [
      'Sổ có trang, cột gần giống của Sổ CCHC. Đồng ý dùng như sau?',
      ...lines.slice(0, 40),
      ...(lines.length > 40 ? [`… và ${sayCount(lines.length - 40)} mục nữa.`] : []),
      'Trang của đơn vị giữ nguyên; lựa chọn được ghi ở trang Thông tin chung.',
    ].join('\n'),
  done: (count: number): string => `Đã nhận ${sayCount(count)} mục, ghi ở trang Thông tin chung; xóa dòng ở đó để thôi dùng.`,
  nothing: 'Không có trang, cột nào gần giống mà chưa nhận.',
} as const;

/** Why nothing was taken over, or set up. */
export const ADOPT_REFUSALS = {
  proposalsChanged: 'Sổ vừa thay đổi nên các đề nghị không còn như đã xem. Chưa ghi gì. Đề nghị xem lại và đồng ý lần nữa.',
  nearTabs: (tabs: readonly string[]): string =>
    `Sổ có trang gần giống trang của Sổ CCHC: ${tabs.join('; ')}. Chưa tạo gì. Đề nghị cho biết có dùng các trang đó không: chọn có (dùng trang của đơn vị) hoặc không (tạo trang mới bên cạnh).`,
} as const;

/** Beside each row of `Thông tin chung`. */
export const ADOPT_NOTE = 'Đã được đồng ý; xóa dòng này để thôi dùng.';

/** One line of what may be adopted: «Nhập số liệu!C4: cột «Mã số» dùng làm cột «Mã»». */
export function sayProposal({ own, ours, isTab, cell }: { own: string; ours: string; isTab: boolean; cell: string }): string {
  return isTab ? `trang «${own}» dùng làm trang «${ours}»` : `${cell}: cột «${own}» dùng làm cột «${ours}»`;
}

/** What offices write for some of our headers, beside what similarity finds by itself. */
export const OTHER_HEADERS: Readonly<Record<string, readonly string[]>> = {
  Mã: ['Mã số', 'Mã hiệu', 'Ký hiệu', 'Số hiệu'],
  Kỳ: ['Kỳ báo cáo', 'Kỳ số liệu'],
  'Chỉ tiêu': ['Tên chỉ tiêu', 'Nội dung chỉ tiêu'],
  'Nhiệm vụ': ['Tên nhiệm vụ', 'Nội dung nhiệm vụ', 'Nội dung công việc'],
  'Chủ trì': ['Đơn vị chủ trì', 'Cơ quan chủ trì', 'Bộ phận chủ trì'],
  'Phối hợp': ['Đơn vị phối hợp', 'Cơ quan phối hợp', 'Bộ phận phối hợp'],
  'Thời hạn hoàn thành': ['Thời hạn', 'Hạn hoàn thành', 'Thời gian hoàn thành'],
  'Kết quả nhập tay': ['Kết quả tự nhập', 'Kết quả thực hiện'],
  'Minh chứng': ['Tài liệu kiểm chứng', 'Tài liệu minh chứng'],
  'Ghi chú': ['Chú thích'],
};
