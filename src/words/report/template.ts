import { DOCUMENT_FAULTS } from '../paper/document-faults.ts';

/** The office's own template of documents, in words. */

type TagFault = {
  readonly fault: 'unknown' | 'missing' | 'unclosed' | 'not-alone' | 'loose-brace';
  readonly tag: string;
  readonly near?: string;
};

/** What is wrong with a tag of the template, by its name, and the fix. */
export function sayTagFault({ fault, tag, near }: TagFault): string {
  const said = {
    unknown: `Thẻ {${tag}} trong mẫu không có trong danh sách thẻ; gần giống nhất là {${near ?? ''}}. Đề nghị sửa lại tên thẻ.`,
    missing: `Mẫu thiếu thẻ {@${tag}} là chỗ đặt nội dung báo cáo. Đề nghị thêm thẻ này trên một dòng riêng.`,
    unclosed: `Thẻ lặp {#${tag}} và {/${tag}} trong mẫu không đi đôi với nhau. Đề nghị kiểm tra lại thẻ mở và thẻ đóng.`,
    'not-alone': `Thẻ {@${tag}} phải có dấu @ và đứng một mình trên một dòng. Đề nghị tách chữ khác ra dòng riêng.`,
    'loose-brace': `Dòng «${tag.slice(0, 80)}» trong mẫu có dấu ngoặc nhọn lẻ. Đề nghị kiểm tra lại dấu { và }.`,
  };
  return said[fault];
}

export const TEMPLATE_WORDS = {
  /** `Tên mẫu` in `Mẫu văn bản`. */
  name: 'Mẫu báo cáo',
  tooLarge: 'Mẫu lớn hơn 300 KB nên không lưu vào sổ được. Đề nghị bỏ bớt hình ảnh trong mẫu rồi lưu lại.',
  cannotUse: 'Chưa lưu mẫu.',
  stored: 'Đã lưu mẫu văn bản của đơn vị; báo cáo lập từ nay dùng mẫu này.',
  removed: 'Đã bỏ mẫu văn bản của đơn vị; báo cáo lập từ nay dùng mẫu có sẵn.',
  unusable: 'Mẫu văn bản của đơn vị (trang Mẫu văn bản) không dùng được nên báo cáo dùng mẫu có sẵn.',
} as const;

/** Why a template cannot be opened at all. */
export function sayTemplateFault(fault: keyof typeof DOCUMENT_FAULTS): string {
  return DOCUMENT_FAULTS[fault];
}
