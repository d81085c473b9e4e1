/** Of the files and links that `Minh chứng` names. */
export const EVIDENCE_WORDS = {
  attach: 'Đính tệp minh chứng',
  hint: 'Tệp .pdf, .docx, .xlsx, ảnh; không quá 6 MB. Hoặc dán liên kết vào ô trên.',
  kept: (line: string): string => `Đã đính ${line}. Bấm Lưu để ghi vào sổ.`,
  inDrive: 'Tệp nằm trong Drive của đồng chí: đề nghị chia sẻ cho thường trực CCHC rồi bấm Lưu.',
  open: (name: string): string => `Mở ${name}`,
  gone: (name: string): string => `Không thấy tệp ${name} cạnh sổ.`,
} as const;

export const EVIDENCE_REFUSALS = {
  unknownKind: (endings: readonly string[]): string =>
    `Loại tệp này không nhận làm minh chứng. Đề nghị chọn tệp ${endings.map((ending) => `.${ending}`).join(', ')}.`,
  otherContent: 'Nội dung tệp không đúng với đuôi tên tệp nên không nhận. Đề nghị mở tệp, lưu lại đúng loại rồi chọn lại.',
} as const;
