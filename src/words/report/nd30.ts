/** What each rule of Nghị định 30/2020/NĐ-CP (docs/rules.md#the-form-of-documents) wants of the finished document, said when it is broken. */
export const LAYOUT_RULES = {
  R1: 'khổ giấy phải là A4 (210 × 297 mm)',
  R2: 'lề trang phải trong khoảng: trên, dưới 20–25 mm; trái 30–35 mm; phải 15–20 mm',
  R3: 'mọi chữ phải dùng phông Times New Roman, màu đen',
  R4: 'số trang phải ở giữa, phía trên, cỡ 13–14, không hiện ở trang thứ nhất',
  R5: 'Quốc hiệu phải đúng câu chữ, in hoa, đậm, cỡ 12–13',
  R6: 'Tiêu ngữ phải đúng câu chữ, có dấu gạch nối cách chữ, đậm, cỡ 13–14',
  R7: 'tên cơ quan ban hành phải in hoa, đậm, cỡ 12–13',
  R8: 'số, ký hiệu phải có dạng «Số: …/BC-UBND» (công văn: «Số: …/UBND-VP»), cỡ 13',
  R9: 'địa danh và thời gian phải có dạng «…, ngày … tháng … năm …», nghiêng, cỡ 13–14',
  R10: 'tên loại «BÁO CÁO» phải in hoa, đậm, ở giữa; công văn không ghi tên loại',
  R11: 'trích yếu phải in thường, đậm, ở giữa, không có dấu chấm cuối (công văn: «V/v …» dưới số, không đậm, cỡ 12–13)',
  R12: 'thân văn bản phải cỡ 13–14, căn đều hai bên, lùi đầu dòng 1–1,27 cm, cách đoạn ít nhất 6 pt, cách dòng đơn đến 1,5',
  R13: 'đề mục phải đúng kiểu: I. in hoa đậm; 1. đậm; a) đứng, theo thứ tự chữ cái tiếng Việt',
  R14: 'đoạn cuối phải kết thúc bằng «./.»',
  R15: '«Nơi nhận:» phải cỡ 12, đậm, nghiêng; mỗi nơi nhận cỡ 11, bắt đầu bằng «- », kết thúc bằng «;», dòng cuối «- Lưu: VT….»',
  R16: 'quyền hạn và chức vụ người ký phải in hoa, đậm',
  R17: 'đã có Kính gửi thì nơi nhận đầu tiên phải là «- Như trên;»',
  R18: 'phần nội dung phải nhắc đến từng phụ lục',
  R19: 'số văn bản và ngày dưới 10, tháng 1 và tháng 2 phải thêm số 0; các tháng khác không thêm',
  R20: 'không được có lỗi gõ («UNBD», dấu câu lặp, hai dấu cách liền nhau) hoặc mã máy còn sót',
  R21: 'chữ Việt phải ở dạng dựng sẵn (Unicode NFC)',
  R22: 'mọi số liệu in ra phải bằng số liệu trong sổ',
} as const;
export type LayoutRule = keyof typeof LAYOUT_RULES;
export const LAYOUT_RULE_IDS = Object.keys(LAYOUT_RULES) as LayoutRule[];

/** One line of the review sheet: the rule in words, and where it is broken. */
export function sayLayoutFinding({ rule, where }: { readonly rule: LayoutRule; readonly where: string }): string {
  return `${LAYOUT_RULES[rule]}${where === '' ? '' : ` (xem: «${where}»)`}.`;
}
