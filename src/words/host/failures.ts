/** What went wrong outside of our rules, for the person who asked; evaluated only when something did. */

/** What can go wrong outside of our rules, as far as the message tells. */
export type ServiceFailure =
  | 'protected'
  | 'permission'
  | 'drive-off'
  | 'full'
  | 'rate'
  | 'too-large'
  | 'quota'
  | 'busy'
  | 'no-document'
  | 'unknown';

/** Recognises Vietnamese messages of Google; loosely, because nobody has published their exact words. */
export const SERVICE_FAILURE_SIGNS: readonly (readonly [RegExp, ServiceFailure])[] = [
  [/được bảo vệ/iu, 'protected'],
  [/không có quyền|uỷ quyền|ủy quyền|quyền bắt buộc/iu, 'permission'],
  [/dung lượng|bộ nhớ .*đầy|hết bộ nhớ/iu, 'full'],
  [/thời gian ngắn|mỗi giây|quá nhiều tập lệnh|quá nhiều yêu cầu/iu, 'rate'],
  [/vượt quá giới hạn|quá lớn/iu, 'too-large'],
  [/quá nhiều lần|hạn mức/iu, 'quota'],
  [/hết thời gian|thời gian chờ|thời gian thực thi/iu, 'busy'],
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

/** Under files that Drive did not take; `why`: what it said, as a sentence. */
export function sayDownloadInstead(why: string | null): string {
  return `Chưa lưu được tệp vào Drive. ${why ?? 'Google không cho biết lý do.'} Tệp đã lập xong, đề nghị bấm Tải về máy.`;
}

export const SERVICE_FAILURE_SENTENCES: Readonly<Record<ServiceFailure, string>> = {
  protected:
    'Chưa ghi được vì có ô được bảo vệ mà tài khoản này không có quyền sửa. Đề nghị nhờ thường trực CCHC hoặc chủ bảng tính thực hiện việc này.',
  permission: sayLacking(null),
  'drive-off':
    'Dịch vụ Drive của chương trình chưa bật. Đề nghị người cài đặt mở Tiện ích mở rộng ▸ Apps Script ▸ Dịch vụ, xóa Drive nếu đã có, rồi bấm + và thêm lại Drive API.',
  full: 'Dung lượng lưu trữ đã đầy nên Google không nhận thêm. Đề nghị xóa bớt tệp trong Drive của tài khoản này (hoặc trang không dùng trong bảng tính) rồi làm lại.',
  rate: 'Google đang nhận quá nhiều yêu cầu cùng lúc từ tài khoản này. Đề nghị chờ một phút rồi làm lại.',
  'too-large': 'Nội dung lớn hơn mức Google nhận trong một lần. Đề nghị bỏ bớt nội dung hoặc người nhận rồi làm lại.',
  quota: 'Tài khoản này đã dùng hết hạn mức trong ngày của Google. Đề nghị làm lại vào ngày mai.',
  busy: 'Bảng tính đang bận. Đề nghị thử lại sau ít phút.',
  'no-document': 'Không tìm thấy bảng tính. Đề nghị mở bảng tính của đơn vị rồi bấm lại menu.',
  unknown: 'Chưa làm được do lỗi của hệ thống. Số liệu đã nhập không bị mất. Đề nghị thử lại sau ít phút.',
};
