import type { BrokenEvidence } from '../../domain/checks/evidence.ts';
import type { Finding, FindingCode } from '../../domain/checks/finding.ts';
import { parseDay } from '../../domain/core/day.ts';
import { sayDay } from '../core/day.ts';
import { PROGRESS_LABELS } from '../core/labels.ts';
import { sayCount, sayNumber } from '../core/number.ts';

/** Words of the declarations that ask for a reason. */
const DECLARED: Readonly<Record<string, string>> = PROGRESS_LABELS;

/** Why nobody else can open what `Minh chứng` names, and the mend. */
const BROKEN: Readonly<Record<BrokenEvidence, string>> = {
  'no-scheme': 'thiếu phần https ở đầu nên không bấm mở được. Đề nghị ghi đủ liên kết.',
  'not-whole': 'không phải là liên kết đủ nên không mở được. Đề nghị sao chép lại cả liên kết.',
  'no-file': 'không chỉ tới tệp nào. Đề nghị mở tệp trong Drive, bấm Chia sẻ, Sao chép đường liên kết rồi dán lại.',
  'own-machine': 'là đường dẫn trên một máy, người khác không mở được. Đề nghị đính tệp cạnh sổ, hoặc dán liên kết.',
  outside: 'không nằm trong thư mục minh-chung cạnh sổ. Đề nghị đính lại tệp.',
};

function sayBroken(why: string): string {
  return BROKEN[why as BrokenEvidence] ?? '';
}

/** The facts of a finding as text, by name: numbers and days in Vietnamese writing. */
export type Say = (fact: string) => string;
export type Sentence = (say: Say) => string;

/** Of what can be wrong with one row that is being typed: all that a form needs. */
export const ROW_SENTENCES = {
  'numerator-above-denominator': (say) =>
    `${say('id')}: Tử số (${say('numerator')}) lớn hơn Mẫu số (${say('denominator')}), tỷ lệ vượt 100%. Đề nghị kiểm tra lại hai số.`,
  'denominator-missing': (say) =>
    `${say('id')}: đã nhập Tử số nhưng Mẫu số để trống hoặc bằng 0 nên chưa tính được. Đề nghị nhập Mẫu số.`,
  'numerator-missing': (say) =>
    `${say('id')}: đã nhập Mẫu số (${say('denominator')}) nhưng chưa nhập Tử số nên chưa tính được. Đề nghị nhập Tử số.`,
  'negative-number': (say) => `${say('id')}: số ${say('value')} nhỏ hơn 0. Số liệu không thể âm, đề nghị nhập lại.`,
  'number-expected': (say) =>
    `${say('id')}: «${say('value')}» không phải là số nên chưa đánh giá được. Đề nghị nhập số, hoặc ghi lời vào cột Kết quả bằng lời.`,
  'whole-number-expected': (say) => `${say('id')}: ${say('value')} không phải số nguyên. Đây là số đếm, đề nghị nhập số nguyên.`,
  'rank-out-of-range': (say) =>
    `${say('id')}: hạng ${say('value')} không hợp lệ. Đề nghị nhập số nguyên từ 1${say('last') === '' ? ' trở lên' : ` đến ${say('last')}`}.`,
  'unknown-grade': (say) =>
    `${say('id')}: «${say('value')}» không có trong Thang xếp loại. Đề nghị nhập một trong các loại: ${say('grades')}.`,
  'percent-above-100': (say) => `${say('id')}: tỷ lệ ${say('value')}% lớn hơn 100%. Đề nghị kiểm tra lại số đã nhập.`,
  'percent-looks-like-fraction': (say) =>
    `${say('id')}: đã nhập ${say('value')}, được hiểu là ${say('value')}%. Nếu là ${say('percent')}%, đề nghị nhập ${say('percent')}.`,
  'typed-differs-from-computed': (say) =>
    `${say('id')}: Kết quả nhập tay ${say('value')}% khác kết quả tính từ Tử số và Mẫu số ${say('computed')}% (${say('numerator')}/${say('denominator')}). Sổ dùng kết quả tính được; đề nghị sửa hoặc xóa Kết quả nhập tay.`,
  'declared-beside-figures': (say) =>
    `${say('id')}: đã ghi Kết quả nhập tay là không phát sinh hoặc không áp dụng nhưng vẫn có Tử số, Mẫu số; sổ không dùng hai số này. Đề nghị xóa một trong hai.`,
  'linked-figures-differ': (say) =>
    `${say('id')}: đã nhập ${say('value')} nhưng ${say('parts')} là ${say('taken')}. Sổ dùng số của ${say('parts')}; đề nghị sửa hoặc xóa số nhập ở đây.`,
  'reason-missing': (say) =>
    `${say('id')}: đã ghi «${DECLARED[say('declared')]}» nhưng chưa nêu lý do. Đề nghị ghi lý do vào cột Ghi chú.`,
  'completed-in-future': (say) =>
    `${say('id')}: Ngày hoàn thành ${say('day')} sau ngày ${say('today')} nên chưa tính là hoàn thành. Đề nghị kiểm tra lại ngày.`,
  'completed-before-start': (say) =>
    `${say('id')}: Ngày hoàn thành ${say('day')} trước ngày bắt đầu ${say('start')}. Đề nghị kiểm tra lại hai ngày.`,
  'completion-day-missing': (say) =>
    `${say('id')}: đã hoàn thành nhưng chưa ghi Ngày hoàn thành nên không xác định được đúng hạn hay quá hạn (hạn ${say('due')}). Đề nghị ghi ngày.`,
  'completion-day-without-done': (say) =>
    `${say('id')}: có Ngày hoàn thành ${say('day')} nhưng Mức độ thực hiện không phải «Đã hoàn thành». Đề nghị chọn lại mức độ hoặc xóa ngày.`,
  'files-not-balanced': (say) =>
    `${say('id')}: đã nhập ${say('value')} nhưng tổng ${say('parts')} là ${say('sum')}. Hai số phải bằng nhau, đề nghị kiểm tra lại.`,
  'part-above-whole': (say) =>
    `${say('id')}: ${say('value')} lớn hơn ${say('of')} (${say('whole')}) mà nó là một phần. Đề nghị kiểm tra lại hai số.`,
  'parts-differ-from-total': (say) =>
    `${say('id')}: đã nhập ${say('value')} nhưng tổng các phần ${say('parts')} là ${say('sum')}. Hai số phải bằng nhau, đề nghị kiểm tra lại.`,
  'rate-of-nothing': (say) =>
    `${say('id')}: Mẫu số bằng 0 (trong kỳ không phát sinh) nhưng Kết quả nhập tay là ${say('value')}%. Đề nghị xóa tỷ lệ hoặc nhập lại Mẫu số.`,
  'figure-jumps': (say) =>
    `${say('id')}: tỷ lệ ${say('value')}% chênh lệch rất lớn so với ${say('before')}% của ${say('earlier')}. Đề nghị kiểm tra lại hai số trước khi in báo cáo.`,
  'counter-falls': (say) =>
    `${say('id')}: số lũy kế ${say('value')} nhỏ hơn số ${say('before')} của ${say('earlier')}. Số lũy kế trong năm không thể giảm, đề nghị kiểm tra lại.`,
  'no-data-in-period': (say) =>
    `${say('id')}: chưa có số liệu của ${say('period')}. Đề nghị ${sayRole(say('role'))} nhập, hoặc ghi «Không phát sinh».`,
  'no-update-in-period': (say) =>
    `${say('id')}: chưa cập nhật tiến độ của ${say('period')}. Đề nghị ${sayRole(say('role'))} chọn Mức độ thực hiện.`,
  'cause-missing': (say) =>
    `${say('id')}: ${say('due') === '' ? 'chưa đạt' : `quá hạn ${say('due')}`} nhưng chưa nêu nguyên nhân. Đề nghị ghi nguyên nhân.`,
  'evidence-link-broken': (say) => `${say('id')}: Minh chứng «${say('value')}» ${sayBroken(say('why'))}`,
  'evidence-file-gone': (say) =>
    `${say('id')}: không thấy tệp «${say('value')}» cạnh sổ nên người kiểm tra không mở được. Đề nghị chép tệp vào đúng chỗ, hoặc sửa Minh chứng.`,
  'evidence-missing': (say) => `${say('id')}: chưa ghi Minh chứng. Đề nghị ghi số, ngày văn bản hoặc nơi lưu.`,
  'too-many-lines': (say) =>
    `${say('id')}: nội dung xuống dòng ${say('lines')} lần, báo cáo chỉ tách ${say('most')} đoạn, phần sau viết liền vào đoạn cuối. Đề nghị gộp bớt dòng hoặc chuyển sang tệp kèm theo.`,
  'figures-not-asked': (say) =>
    `${say('id')}: chỉ tiêu này lấy Kết quả nhập tay, số ở Tử số, Mẫu số không được tính. Đề nghị ghi kết quả vào Kết quả nhập tay, xóa Tử số, Mẫu số.`,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
export type RowCode = keyof typeof ROW_SENTENCES;

/** A finding about a row that is being typed, as a sentence. */
export function sayRowFinding({ code, facts, at }: Finding): string {
  const sentences: Partial<Record<FindingCode, Sentence>> = ROW_SENTENCES;
  return sentences[code]?.(saidFacts(facts, at.id)) ?? '';
}

/** The facts as text; a row without a fact `id` is called by its name. */
export function saidFacts(facts: Finding['facts'], name: string): Say {
  return (fact) => sayFact(fact, fact === 'id' ? (facts['id'] ?? name) : (facts[fact] ?? null));
}

/** Facts that are years or counts and print their own way. */
const AS_IT_IS = ['year', 'first', 'last'];
const AS_COUNT = ['count'];

function sayFact(name: string, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (AS_IT_IS.includes(name)) return String(value);
    return AS_COUNT.includes(name) ? sayCount(value) : sayNumber(value);
  }
  const day = parseDay(value);
  return day === null ? value : sayDay(day);
}

function sayRole(role: string): string {
  return role.trim() === '' ? 'đơn vị chủ trì' : role.trim();
}
