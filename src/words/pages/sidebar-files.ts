/** The part of the page that takes files. */
export const SIDEBAR_FILES = {
  title: 'Đối chiếu báo cáo với số liệu',
  pick: 'Chọn tệp báo cáo (.docx)',
  hint: 'Chọn báo cáo đã lưu từ Word, LibreOffice hoặc Google Tài liệu. Tệp chỉ được đọc để so, không lưu lại.',
  reading: 'Đang đọc tệp và so với sổ, đề nghị chờ…',
  unreadable: 'Trình duyệt không đọc được tệp này. Đề nghị chọn lại tệp.',
  tooLong: 'Tệp lớn hơn 6 MB nên không nhận. Đề nghị bỏ bớt hình ảnh trong văn bản rồi lưu lại.',
  takeBack: 'Đưa về bảng',
  takenBack: 'Đã đưa về bảng.',
  becomes: 'Ô sẽ ghi:',
  template: 'Mẫu văn bản của đơn vị',
  pickTemplate: 'Chọn tệp mẫu (.docx)',
  templateHint: 'Mẫu Word có các thẻ như {so_ky_hieu}, {@noi_dung}; mẫu có lỗi thì không được lưu. Không quá 300 KB.',
  keep: 'Ghi thành Phiếu rà soát',
  kept: 'Đã tạo tệp:',
  places: 'Các chỗ in bị ảnh hưởng',
} as const;
