import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import { sayNumber } from '../core/number.ts';

/** What a sentence needs of a problem in the sheet; the workbook's own record fits. */
export type ProblemText = {
  readonly code: SheetProblemCode;
  readonly tab: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** A fact as text; '' when the problem does not have it. */
type Say = (fact: string) => string;

const ADOPT = 'Đề nghị bấm Cài đặt ▸ Nhận trang, cột của đơn vị… nếu đúng; khi chưa nhận, số liệu ở đó chưa được đọc.';

/** What is wrong and how to fix it, after the tab's name: one entry for every code. */
const SENTENCES: Readonly<Record<SheetProblemCode, (say: Say) => string>> = {
  'missing-tab': () => 'không tìm thấy trang này. Đề nghị khôi phục trang, hoặc chạy Thiết lập lần đầu để tạo lại.',
  'near-tab': (say) => `có vẻ là trang «${say('header')}». ${ADOPT}`,
  'doubled-tab': (say) => `có hơn một trang là «${say('tab')}» nên không rõ dùng trang nào. Đề nghị đổi tên hoặc xóa bản sao.`,
  'missing-header': (say) =>
    `thiếu cột «${say('header')}» ở dòng tiêu đề. Đề nghị ghi lại đúng tiêu đề; số liệu của cột này chưa được đọc.`,
  'near-header': (say) => `cột «${say('own')}» có vẻ là cột «${say('header')}». ${ADOPT}`,
  'doubled-header': (say) =>
    `tiêu đề «${say('header')}» có ở hơn một cột nên không cột nào được dùng. Đề nghị đổi tên hoặc xóa cột thừa.`,
  'missing-key': (say) =>
    `dòng có nội dung nhưng chưa có «${say('header')}» nên không được tính. Đề nghị ghi «${say('header')}» hoặc xóa dòng.`,
  'doubled-key': (say) =>
    `«${say('key')}» đã có ở dòng ${say('first')}, các dòng trùng đều không được tính. Đề nghị giữ lại một dòng.`,
  'text-in-number': (say) =>
    `cột «${say('header')}»: «${say('value')}» không phải là số. Đề nghị nhập số, phần thập phân dùng dấu phẩy, ví dụ 97,28.`,
  'ambiguous-number': (say) =>
    `cột «${say('header')}»: «${say('value')}» có thể hiểu thành hai số khác nhau. Đề nghị nhập lại không có dấu phân cách hàng nghìn.`,
  'year-expected': (say) =>
    `cột «${say('header')}»: «${say('value')}» không phải một năm của kế hoạch. Đề nghị nhập đủ bốn chữ số của năm, ví dụ 2026.`,
  'whole-number-expected': (say) => `cột «${say('header')}»: «${say('value')}» không phải số nguyên. Đề nghị nhập số nguyên.`,
  'text-in-day': (say) =>
    say('value') === ''
      ? `chưa có «${say('header')}» nên dòng này chưa dùng được. Đề nghị nhập ngày, ví dụ 14/6/2024.`
      : `cột «${say('header')}»: «${say('value')}» không phải là ngày có trong lịch. Đề nghị nhập theo dạng ngày/tháng/năm, ví dụ 14/6/2024.`,
  'day-without-year': (say) =>
    `cột «${say('header')}»: «${say('value')}» chưa có năm. Đề nghị ghi đủ ngày/tháng/năm, ví dụ 14/6/2024.`,
  'not-in-list': (say) =>
    `cột «${say('header')}»: ${say('value') === '' ? 'chưa chọn giá trị' : `«${say('value')}» không có trong danh sách`}. Đề nghị chọn một trong: ${say('list')}.`,
  'bad-email': (say) =>
    `cột «${say('header')}»: «${say('value')}» không phải là địa chỉ thư điện tử. Đề nghị ghi một địa chỉ, ví dụ vanphong@example.vn.`,
  'bad-level': (say) =>
    `cột «${say('header')}»: «${say('value')}» không phải là mức của chỉ tiêu. Đề nghị ghi số (98), khoảng (98 - 100) hoặc loại (Tốt); để trống nếu năm đó không giao.`,
  'bad-due': (say) =>
    `cột «${say('header')}»: «${say('value')}» không phải là thời hạn. Đề nghị ghi ngày (31/12/2024), ngày và tháng (31/12) nếu lặp lại hằng năm, hoặc ngày (25) nếu hằng tháng, hằng quý.`,
  'error-in-cell': (say) =>
    `cột «${say('header')}»: ô đang báo lỗi ${say('value')}. Đề nghị sửa công thức hoặc nhập lại giá trị.`,
  'text-too-long': (say) =>
    `cột «${say('header')}»: nội dung dài ${say('length')} ký tự, quá ${say('longest')} ký tự nên không đọc được. Đề nghị rút ngắn hoặc chuyển sang tệp kèm theo.`,
  'older-workbook': (say) =>
    `sổ do bản chương trình cũ tạo (phiên bản sổ ${say('version')}, nay là ${say('newest')}). Vẫn nhập và xem được; để có đủ cột, màu và mục cài đặt mới, đề nghị thường trực CCHC bấm Cài đặt ▸ Nâng cấp sổ… một lần.`,
};

/** What is wrong with the sheet, where, and how to fix it. */
export function sayProblem(problem: ProblemText): string {
  return `Trang «${problem.tab}»: ${sayCellProblem(problem)}`;
}

/** The same where the tab is in sight. */
export function sayCellProblem({ code, facts }: Pick<ProblemText, 'code' | 'facts'>): string {
  return SENTENCES[code]((fact) => {
    const value = facts[fact] ?? '';
    return typeof value === 'number' ? sayNumber(value) : value;
  });
}
