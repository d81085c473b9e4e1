/** The menu's items, in no order; their captions and functions are mapped over this list. */
export const MENU_ITEMS = [
  'today',
  'enter',
  'open-period',
  'check',
  'owed',
  'report',
  'reconcile',
  'close-period',
  'refresh',
  'undo',
  'matrix',
  'letters',
  'brief',
  'slip',
  'mail-preview',
  'report-pdf',
  'reopen-period',
  'confirm',
  'reason',
  'by-prompt',
  'set-up',
  'adopt',
  'upgrade',
  'template',
  'daily-mail',
  'settings-tabs',
  'self-test',
  'help',
] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];

/** Also the title of every dialog. */
export const MENU_TITLE = 'Kế hoạch CCHC';
export const SUBMENU_CAPTIONS = { other: 'Khác', settings: 'Cài đặt' } as const;

export const MENU_CAPTIONS: Readonly<Record<MenuItem, string>> = {
  today: 'Việc hôm nay',
  enter: 'Nhập kết quả của tôi',
  'open-period': 'Mở kỳ báo cáo…',
  check: 'Kiểm tra số liệu',
  owed: 'Danh sách chưa nhập, nhắc việc…',
  report: 'Tạo báo cáo…',
  reconcile: 'Đối chiếu báo cáo với số liệu…',
  'close-period': 'Chốt kỳ báo cáo…',
  refresh: 'Cập nhật tổng quan',
  undo: 'Hoàn tác lần ghi gần nhất…',
  matrix: 'In Khung kế hoạch…',
  letters: 'Công văn đôn đốc…',
  brief: 'Tóm tắt một trang, tin Zalo…',
  slip: 'In phiếu tổng hợp của tôi…',
  'report-pdf': 'Bản PDF của báo cáo…',
  'mail-preview': 'Xem trước thư gửi Chủ tịch…',
  'reopen-period': 'Mở lại kỳ đã chốt…',
  confirm: 'Xác nhận nội dung đề xuất…',
  reason: 'Ghi lý do thay đổi…',
  'by-prompt': 'Mở kỳ, chốt kỳ qua ô hỏi…',
  'set-up': 'Thiết lập lần đầu…',
  adopt: 'Nhận trang, cột của đơn vị…',
  upgrade: 'Nâng cấp sổ…',
  template: 'Mẫu văn bản của đơn vị…',
  'daily-mail': 'Bật/tắt thư nhắc hằng ngày…',
  'settings-tabs': 'Hiện/ẩn các trang cài đặt',
  'self-test': 'Tự kiểm tra trên Google',
  help: 'Hướng dẫn',
};

/** What can go wrong outside of our rules, as far as the message tells. */
export type ServiceFailure = 'protected' | 'permission' | 'quota' | 'busy' | 'no-document' | 'unknown';

/** Recognises Vietnamese messages of Google; loosely, because nobody has published their exact words. */
export const WORLD_FAILURE_SIGNS: readonly (readonly [RegExp, ServiceFailure])[] = [
  [/được bảo vệ/iu, 'protected'],
  [/không có quyền|uỷ quyền|ủy quyền|quyền bắt buộc/iu, 'permission'],
  [/quá nhiều lần|hạn mức|vượt quá giới hạn/iu, 'quota'],
  [/hết thời gian|thời gian chờ|quá nhiều tập lệnh|thời gian thực thi/iu, 'busy'],
];

/** What each permission of the manifest lets the program do, as the person who was asked for it would say. */
export const PERMISSION_NAMES: Readonly<Record<string, string>> = {
  'spreadsheets.currentonly': 'đọc và ghi bảng tính này',
  // The wider one, in case the narrow one should fail in triggers (docs/cai-dat.md).
  spreadsheets: 'đọc và ghi bảng tính này',
  'script.container.ui': 'mở hộp thoại và trang bên',
  'script.send_mail': 'gửi thư',
  'script.scriptapp': 'tự chạy hằng ngày',
  'userinfo.email': 'biết địa chỉ thư của người bấm',
  'drive.file': 'tạo tệp trong Drive',
};

/** Which permission the account withholds; `null` where the failure does not tell. */
export function sayLacking(permission: string | null): string {
  const what = PERMISSION_NAMES[permission ?? ''] ?? 'làm việc đó';
  return `Tài khoản này chưa cho phép chương trình ${what}. Đề nghị mở lại bảng tính, bấm lại menu và đồng ý cấp quyền khi được hỏi.`;
}

export const WORLD_FAILURE_SENTENCES: Readonly<Record<ServiceFailure, string>> = {
  protected:
    'Chưa ghi được vì có ô được bảo vệ mà tài khoản này không có quyền sửa. Đề nghị nhờ thường trực CCHC hoặc chủ bảng tính thực hiện việc này.',
  permission: sayLacking(null),
  quota: 'Tài khoản này đã dùng hết hạn mức trong ngày của Google. Đề nghị làm lại vào ngày mai.',
  busy: 'Bảng tính đang bận. Đề nghị thử lại sau ít phút.',
  'no-document': 'Không tìm thấy bảng tính. Đề nghị mở bảng tính của đơn vị rồi bấm lại menu.',
  unknown: 'Chưa làm được do lỗi của hệ thống. Số liệu đã nhập không bị mất. Đề nghị thử lại sau ít phút.',
};
