/** Sentences of the local edition about files it makes or takes. */

export const PDF_SENTENCES = {
  made: (path: string): string => `Bản PDF: ${path}`,
  none: 'Máy này chưa cài LibreOffice nên không xuất được PDF. Đề nghị cài LibreOffice (hoặc đặt biến SOFFICE), hoặc mở tệp .docx bằng Word rồi chọn Lưu dưới dạng PDF.',
  failed: 'LibreOffice không xuất được PDF. Tệp .docx vẫn còn nguyên; đề nghị mở bằng Word hoặc LibreOffice rồi xuất PDF.',
} as const;
