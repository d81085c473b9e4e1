/** What is said of people who come in from the office's network. */

export const LAN_REFUSALS = {
  notHere: 'Việc này làm trên máy giữ sổ. Ở đây chỉ nhập kết quả của mình, xem việc còn nợ, chỉ tiêu và đọc báo cáo.',
  tooMany: 'Có quá nhiều yêu cầu cùng lúc từ mã này. Đề nghị chờ một phút rồi làm lại; nội dung đã lưu không mất.',
  certificateAlone: 'Muốn mã hóa kết nối thì cần cả hai: --cert (chứng thư) và --key (khóa riêng của chứng thư đó).',
  noCertificateFile: (file: string): string => `Không đọc được tệp «${file}». Đề nghị kiểm tra đường dẫn và quyền đọc.`,
  notACertificate: (file: string): string => `Tệp «${file}» không phải là chứng thư dạng PEM (bắt đầu bằng BEGIN CERTIFICATE).`,
  keyOfAnother: (file: string): string =>
    `Khóa trong tệp «${file}» không phải của chứng thư này, hoặc có mật khẩu. Đề nghị chọn đúng khóa.`,
  certificateOver: (file: string): string =>
    `Chứng thư trong tệp «${file}» đã hết hạn nên máy khác sẽ không tin. Đề nghị thay chứng thư.`,
} as const;

/** On the pages of that door. */
export const LAN_WORDS = {
  bar: 'Sổ CCHC trong mạng của cơ quan',
  enter: 'Nhập kết quả, xem việc',
  readReport: 'Đọc báo cáo',
  noReport: 'Chưa có báo cáo nào được tạo từ sổ này.',
  plain: 'Kết nối này không mã hóa, người cùng mạng có thể đọc được. Chỉ dùng trong mạng nội bộ tin cậy.',
} as const;

export const LAN_SENTENCES = {
  serving: (address: string) => `Công chức trong mạng của cơ quan vào theo địa chỉ ${address}, mỗi người một mã riêng:`,
  person: (who: string, address: string) => `- ${who}: ${address}`,
  known: (count: number) =>
    `- ${count} người đã có mã từ trước; mã chỉ in một lần. Mất mã: xóa dòng của người đó trong tệp mã rồi chạy lại.`,
  plain:
    'Lưu ý: kết nối này không mã hóa, người cùng mạng có thể đọc được. Chỉ dùng trong mạng nội bộ tin cậy; không mở ra Internet. Muốn mã hóa: chạy với --cert và --key.',
  encrypted: (names: readonly string[]): string =>
    names.length === 0
      ? 'Kết nối được mã hóa bằng chứng thư đã cho; chứng thư không ghi tên nên trình duyệt có thể cảnh báo.'
      : `Kết nối được mã hóa bằng chứng thư đã cho (${names.join(', ')}).`,
  noNetwork: 'Máy này không có địa chỉ trong mạng nội bộ nên không mở được cho máy khác. Đề nghị kiểm tra kết nối mạng.',
  nobody:
    'Chưa mở được cho máy khác: trang Phân công chưa có địa chỉ thư của thường trực CCHC và của công chức. Đề nghị ghi đủ rồi chạy lại.',
} as const;
