/** What is said of people who come in from the office's network. */

export const LAN_REFUSALS = {
  notHere: 'Việc này làm trên máy giữ sổ. Ở đây chỉ nhập kết quả của mình, xem việc còn nợ, chỉ tiêu và xem trước báo cáo.',
} as const;

export const LAN_SENTENCES = {
  serving: (address: string) => `Công chức trong mạng của cơ quan vào theo địa chỉ ${address}, mỗi người một mã riêng:`,
  person: (who: string, address: string) => `- ${who}: ${address}`,
  known: (count: number) =>
    `- ${count} người đã có mã từ trước; mã chỉ in một lần. Mất mã: xóa dòng của người đó trong tệp mã rồi chạy lại.`,
  plain:
    'Lưu ý: kết nối này không mã hóa, người cùng mạng có thể đọc được. Chỉ dùng trong mạng nội bộ tin cậy; không mở ra Internet.',
  noNetwork: 'Máy này không có địa chỉ trong mạng nội bộ nên không mở được cho máy khác. Đề nghị kiểm tra kết nối mạng.',
  nobody:
    'Chưa mở được cho máy khác: trang Phân công chưa có địa chỉ thư của thường trực CCHC và của công chức. Đề nghị ghi đủ rồi chạy lại.',
} as const;
