import { folded, foldText, words } from './fold-text.ts';

/** What a heading announces: targets, tasks, both, statements without a level (`general`), or nothing of these. */
export type Role = 'targets' | 'tasks' | 'mixed' | 'general' | 'measures' | 'other';

/** The six contents of the State's programme and «chỉ đạo, điều hành» (Nghị quyết 76/NQ-CP), with what plans call them. */
const FIELDS: readonly RegExp[] = [
  words('chỉ đạo,? ?(?:và )?điều hành', 'u'),
  words('thể chế', 'u'),
  words('thủ tục hành chính|tthc', 'u'),
  words('tổ chức bộ máy|bộ máy(?: hành chính)?', 'u'),
  words('công vụ|đội ngũ cán bộ', 'u'),
  words('tài chính công|tài chính', 'u'),
  words('chính quyền điện tử|chính quyền số|chính phủ điện tử|chính phủ số|chuyển đổi số|hiện đại hóa', 'u'),
  words('thông tin,? tuyên truyền|công tác tuyên truyền', 'u'),
];
const LONGEST_FIELD = 140;

/** Which field a heading names, or −1. */
export function fieldOf(heading: string): number {
  const text = folded(heading);
  return text.length > LONGEST_FIELD ? -1 : FIELDS.findIndex((pattern) => pattern.test(text));
}

const START = '^(?:về |các |những |một số |nội dung |hệ thống |danh mục )*';
const GENERAL = /mục tiêu (?:chung|tổng quát|tổng thể)|^(?:chung|tổng quát)$/u;
const PURPOSE =
  /mục đích|yêu cầu|quan điểm|phạm vi|đối tượng|tình hình|kết quả đạt được|đánh giá|nguyên nhân|tồn tại|hạn chế|phương châm|căn cứ|sự cần thiết/u;
const ORGANISE =
  /tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|chế độ (?:thông tin|báo cáo)|kinh phí|nguồn lực|điều khoản|nơi nhận|hiệu lực/u;
const TARGET = /mục tiêu|chỉ tiêu/u;
const TASK = /nhiệm vụ|công việc|hoạt động/u;
const MEASURE = /giải pháp|biện pháp/u;
const CONTENT = /^(?:về |các )?nội dung/u;

/** The same in a line that nothing marks as a heading: it must begin with the very words, or it is a task («Đánh giá …»). */
const QUIET: Readonly<Record<'aims' | 'works' | 'purpose' | 'organise' | 'measures', RegExp>> = {
  aims: new RegExp(`${START}(?:mục tiêu|chỉ tiêu)`, 'u'),
  works: new RegExp(`${START}(?:nhiệm vụ|công việc)`, 'u'),
  purpose: new RegExp(`${START}(?:mục đích|yêu cầu|quan điểm|phạm vi|đối tượng)`, 'u'),
  organise: /^(?:tổ chức thực hiện|kinh phí|chế độ báo cáo|nguồn lực)/u,
  measures: new RegExp(`${START}(?:giải pháp|biện pháp)`, 'u'),
};
const LOUD: typeof QUIET = { aims: TARGET, works: TASK, purpose: PURPOSE, organise: ORGANISE, measures: MEASURE };

/** What the words of a heading announce; `loud` = Roman, capitals or bold, so that the words may stand anywhere in it. */
export function roleOf(heading: string, loud: boolean): Role | null {
  const text = folded(heading).replace(/[\s:.;]+$/u, '');
  const says = loud ? LOUD : QUIET;
  const [aims, works] = [says.aims.test(text), says.works.test(text)];
  if (GENERAL.test(text)) return 'general';
  if (says.purpose.test(text) && !works) return aims ? 'general' : 'other';
  if (says.organise.test(text) && !(aims || QUIET.works.test(text))) return 'other';
  if (aims) return TASK.test(text) ? 'mixed' : 'targets';
  if (works) return 'tasks';
  if (says.measures.test(text)) return 'measures';
  return CONTENT.test(text) ? 'mixed' : null;
}

const INLINE = /^((?:các |những )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)[^:.;]{0,40}): ?(?=\S)/u;

/** «a) Mục tiêu: 100% …»: where the words behind the heading begin, or `null`. */
export function inlineBody(text: string): { readonly heading: string; readonly from: number } | null {
  const source = foldText(text);
  const match = INLINE.exec(source.text);
  if (match === null) return null;
  return { heading: match[1] ?? '', from: source.at[match[0].length] ?? text.length };
}

/** Whether a text is written in capitals throughout. */
export function isCapitals(text: string): boolean {
  const letters = text.normalize('NFC').replace(/[^\p{L}]/gu, '');
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
