/**
 * Google words its refusals in the language of the person's account. These stand in for the Vietnamese ones, which nobody
 * has published: what matters is that nothing of ours leans on the English words.
 */
const IN_VIETNAMESE: readonly (readonly [RegExp, string])[] = [
  [
    /^You do not have permission to call (\S+)\. Required permissions: (.+)$/u,
    'Bạn không có quyền gọi $1. Các quyền bắt buộc: $2',
  ],
  [
    /^The script does not have permission to perform that action\. Required permissions: (.+)$/u,
    'Tập lệnh không có quyền thực hiện hành động đó. Các quyền bắt buộc: $1',
  ],
  [
    /^You are trying to edit a protected cell or object\..*$/u,
    'Bạn đang cố gắng chỉnh sửa một ô hoặc đối tượng được bảo vệ. Vui lòng liên hệ với chủ sở hữu bảng tính để xóa bảo vệ nếu bạn cần chỉnh sửa.',
  ],
  [/^Cannot call (\S+) from this context\.$/u, 'Không thể gọi $1 từ ngữ cảnh này.'],
  [/^Service invoked too many times for one day: (\S+?)\.$/u, 'Dịch vụ được gọi quá nhiều lần trong một ngày: $1.'],
  [/^Limit exceeded: (.+)$/u, 'Đã vượt quá giới hạn: $1'],
  [/^Exceeded maximum execution time$/u, 'Đã vượt quá thời gian thực thi tối đa'],
  [
    /^The data you entered in cell (\S+) violates the data validation rules set on this cell\..*$/su,
    'Dữ liệu bạn đã nhập vào ô $1 vi phạm quy tắc xác thực dữ liệu đặt trên ô này.',
  ],
  [
    /^Your input contains more than the maximum of 50000 characters in a single cell\.$/u,
    'Nội dung nhập của bạn chứa nhiều hơn số ký tự tối đa là 50000 trong một ô.',
  ],
  [
    /^The coordinates of the range are outside the dimensions of the sheet\.$/u,
    'Tọa độ của dải ô nằm ngoài kích thước của trang tính.',
  ],
];

/** The refusal in Vietnamese; one that is not listed stays English, as some do on Google. */
export function sayInVietnamese(message: string): string {
  const found = IN_VIETNAMESE.find(([pattern]) => pattern.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
}
