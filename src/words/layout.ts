/** Words on the tabs themselves: their head lines, what a guard says, what a drop-down is for. */

/** Above the headers of the entry tabs, and on the overview. */
export const HEAD_WORDS = {
  legend: 'Ô vàng nhạt: nhập. Ô xám: máy ghi, không nhập.',
  updated: 'Cập nhật lúc',
  plan: 'Kế hoạch đã được phê duyệt: thường trực CCHC cập nhật khi Kế hoạch được điều chỉnh. Ô xám: máy ghi, không nhập.',
} as const;

/** Why a part of the workbook is protected. */
export const GUARD_WORDS = {
  clerks: 'Chỉ thường trực CCHC sửa trang này.',
  machine: 'Cột do máy ghi: nội dung nhập vào sẽ bị ghi đè.',
  headers: 'Dòng tiêu đề: giữ nguyên chữ để máy tìm được cột.',
  log: 'Trang do máy ghi để tra cứu: không sửa, không xóa dòng.',
} as const;

/** Shown beside a drop-down. */
export const CHOICE_HELP = 'Chọn một giá trị trong danh sách.';
