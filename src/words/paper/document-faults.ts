const SAVE_AS_DOCX = 'Đề nghị mở bằng Word, LibreOffice hoặc Google Tài liệu và lưu (tải xuống) lại dưới dạng .docx.';

/** Why a file cannot be compared, by the fault of `paper/finished`. */
export const DOCUMENT_FAULTS = {
  'not-a-zip': `Tệp không phải văn bản Word (.docx). ${SAVE_AS_DOCX}`,
  'old-word': `Tệp là văn bản Word đời cũ (.doc) hoặc có mật khẩu mở tệp nên không đọc được. ${SAVE_AS_DOCX}`,
  encrypted: `Tệp có mật khẩu nên không đọc được. ${SAVE_AS_DOCX}`,
  broken: `Tệp hỏng hoặc có nội dung không an toàn nên không đọc. ${SAVE_AS_DOCX}`,
  'too-large': 'Tệp quá lớn so với một báo cáo nên không đọc. Đề nghị bỏ bớt hình ảnh, nội dung chèn thêm rồi lưu lại.',
  'no-document': `Tệp không chứa văn bản Word nào. ${SAVE_AS_DOCX}`,
  'no-text': 'Tệp không có chữ nào để đối chiếu. Đề nghị chọn đúng tệp báo cáo.',
} as const;
