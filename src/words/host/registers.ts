/** What the command line says of the registers. */
export const REGISTER_SENTENCES = {
  notKept: 'Sổ chưa dùng trang này. Thêm nội dung đầu tiên bằng --values "Cột=nội dung; …" thì sổ thêm trang.',
  empty: 'Trang chưa có dòng nào.',
  noYear: 'Chưa cho biết năm. Ví dụ: --years 2025',
} as const;
