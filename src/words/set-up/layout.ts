/** Words on the tabs themselves: their head lines, what a guard says, what a drop-down is for. */

/** Above the headers of the entry tabs, and on the overview. */
export const HEAD_WORDS = {
  legend: 'Ô vàng nhạt: nhập. Ô xám: máy ghi, không nhập.',
  updated: 'Cập nhật lúc',
  calendar: 'Lịch các kỳ báo cáo: thường trực CCHC giữ. Ô xám: máy ghi, không nhập.',
  plans: 'Các Kế hoạch đang thực hiện: thường trực CCHC giữ.',
  plan: 'Kế hoạch đã được phê duyệt: thường trực CCHC cập nhật khi Kế hoạch được điều chỉnh. Ô xám: máy ghi, không nhập.',
} as const;

/** Why each tab is the clerk's alone, by the tab's key. */
const CLERKS_REASONS: Readonly<Record<string, string>> = {
  indicators: 'Kế hoạch đã được phê duyệt, điều chỉnh phải nêu lý do.',
  tasks: 'Kế hoạch đã được phê duyệt, điều chỉnh phải nêu lý do.',
  plans: 'các Kế hoạch đang thực hiện, tên và số của chúng có trong báo cáo.',
  periods: 'lịch báo cáo và tình trạng của kỳ dùng chung cho mọi người.',
  roles: 'có thông tin liên hệ, quyết định ai nhận thư và ai được làm việc gì.',
  settings: 'quyết định tên đơn vị, người ký, nơi nhận và thư nhắc.',
  holidays: 'ngày nghỉ, ngày làm bù quyết định hạn của mọi nhiệm vụ.',
  outline: 'đề cương chung của báo cáo.',
};
/** How the guards of the clerk's tabs begin; older workbooks have this alone. */
const CLERKS_ONLY = 'Chỉ thường trực CCHC sửa trang này';

/** Whether a protection is one of the clerk's tabs, whatever reason it gives. */
export function isClerksGuard(description: string): boolean {
  return description.startsWith(CLERKS_ONLY);
}

/** Why a part of the workbook is protected. */
export const GUARD_WORDS = {
  clerks: (tab: string): string => {
    const reason = CLERKS_REASONS[tab];
    return reason === undefined ? `${CLERKS_ONLY}.` : `${CLERKS_ONLY}: ${reason}`;
  },
  machine: 'Cột do máy ghi: nội dung nhập vào sẽ bị ghi đè.',
  headers: 'Dòng tiêu đề: giữ nguyên chữ để máy tìm được cột.',
  log: 'Trang do máy ghi để tra cứu: không sửa, không xóa dòng.',
} as const;

/** Whether a tab is called as Google, Excel and LibreOffice call the first one of a new workbook, in Vietnamese or English. */
export function isNameAtBirth(name: string): boolean {
  return /^(?:sheet|trang[ _]?tính)[ _]?1$/iu.test(name.normalize('NFC').trim());
}

/** Shown beside a drop-down. */
export const CHOICE_HELP = 'Chọn một giá trị trong danh sách.';
