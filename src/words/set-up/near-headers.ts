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
