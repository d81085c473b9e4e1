import { addDays, type Day, dayFrom } from '../core/day.ts';
import { foldText, sourceOf, words } from './fold-text.ts';
import type { DeadlineKind } from './kinds.ts';
import { maskCitations } from './mask.ts';
import type { PlanYears } from './years-in.ts';

/**
 * A deadline in the words of its document. `due` is the last day on time («trước ngày 15/12» gives the 14th, as in
 * `../plan/task.ts`); `null` wherever the words name no single day: no day is ever made up. `kind` is `null` when the words are
 * not understood.
 */
export type Deadline = { readonly text: string; readonly kind: DeadlineKind | null; readonly due: Day | null };

/** A point in time that a text names. */
type Ends = {
  readonly kind: 'date' | 'month' | 'quarter' | 'year';
  readonly last: Day | null;
  /** «Quý I, III»: more than one behind one word. */
  readonly many?: boolean;
  /** «Tháng 3 đến tháng 6»: its own beginning stands in it. */
  readonly spans?: boolean;
};
type Point = Ends & { readonly from: number; readonly to: number };

const NOT_BEFORE = '(trước )?';
const MONTH_NUMBER = '(0?[1-9]|1[0-2])(?!\\d)';
const YEAR_AFTER = '(?:(?: ?/ ?| ?- ?| năm |,? năm )(20\\d\\d))?';
const DATE = words(
  `(?<!tuần (?:lễ )?(?:thứ )?)${NOT_BEFORE}(?:ngày )?(\\d{1,2})(?:/| tháng )${MONTH_NUMBER}(?:(?:/| năm |,? năm )(20\\d\\d))?`,
);
const DOTTED = words(`${NOT_BEFORE}(?:ngày )?(\\d{1,2})[.-]${MONTH_NUMBER}[.-](20\\d\\d)`);
const QUARTER_NUMBER = '(iv|iii|ii|i|[1-4])(?![\\d.])';
const QUARTER = words(
  `${NOT_BEFORE}quý ${QUARTER_NUMBER}(?: ?(?:-|đến|tới) ?(?:hết )?(?:quý )?${QUARTER_NUMBER})?((?: ?(?:,|và|;) ?(?:quý )?${QUARTER_NUMBER.replace('(iv', '(?:iv')}(?!\\p{L}))*)${YEAR_AFTER}`,
);
const MONTH = words(
  `${NOT_BEFORE}tháng ${MONTH_NUMBER}(?: ?(?:-|đến|tới) ?(?:hết )?(?:tháng )?${MONTH_NUMBER})?((?: ?(?:,|và|;) ?(?:tháng )?${MONTH_NUMBER.replace('(0', '(?:0')}(?! ?%))*)${YEAR_AFTER}`,
);
const MONTH_YEAR = words(`${NOT_BEFORE}${MONTH_NUMBER}/(20\\d\\d)`);
/** «T6/2026», «Q.II/2026»: as cells shorten them. */
const SHORT_MONTH = words(`${NOT_BEFORE}t\\.? ?${MONTH_NUMBER} ?[/-] ?(20\\d\\d)`);
const SHORT_QUARTER = words(`${NOT_BEFORE}q\\.? ?${QUARTER_NUMBER} ?[/-] ?(20\\d\\d)`);
const MONTH_WORDS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const MONTH_WORD = words(`${NOT_BEFORE}tháng (${[...MONTH_WORDS].reverse().join('|')})(?! (?:đầu|cuối|một|hai))${YEAR_AFTER}`);
const HALF = words('(6|9|06|09|sáu|chín) tháng (đầu|cuối)(?: năm)?(?: ?/? ?(20\\d\\d))?');
const STAGE = words('(?:giai đoạn )?(20\\d\\d) ?(?:-|đến) ?(?:năm )?(20\\d\\d)');
const YEAR = words(`${NOT_BEFORE}(?:trong |đến |hết |cuối |cả |vào )*(?:năm )(20\\d\\d)`);
/** A cell that holds nothing but a year. */
const ONLY_YEAR = /^ ?(20[1-4]\d) ?$/gu;
const THIS_YEAR = words('(?:trong|hết|cuối|đến hết|đến cuối) năm(?! ?(?:20\\d\\d|trước|sau|học|nay tới))(?: nay)?');
const ROMAN = ['i', 'ii', 'iii', 'iv'];

const RECURRENCE = words(
  '(?:hàng|mỗi|từng) (?:năm|quý|tháng|tuần|ngày|kỳ|6 tháng|nửa năm)|định kỳ|(?:\\d+|một|hai|ba|sáu) ?(?:tháng|quý|tuần|năm|ngày) ?/ ?(?:\\d+ |một )?lần|(?:\\d+|một|hai|ba|bốn) lần ?/ ?(?:\\d+ |một )?(?:năm|quý|tháng|tuần)|(?:quý|năm|tháng|tuần)/lần|các quý(?! ?\\d| i)|\\p{L}{2,} ?/ ?(?:tháng|quý|tuần|năm)(?! ?\\d)|(?:một|hai|\\d+) lần (?:trong |mỗi |một )+(?:năm|quý|tháng)|của tháng cuối quý|tháng cuối (?:mỗi |hàng )?quý|cuối (?:mỗi )?(?:quý|tháng|kỳ)|báo cáo (?:tháng|quý)|theo (?:quý|tháng|năm|định kỳ)(?=$|[ ,;.)])(?! \\d)|(?:tháng|quý), (?:quý|6 tháng|sáu tháng)[^.;]{0,25}năm|(?:6|sáu) tháng(?:, (?:9|chín) tháng)?(?:,? và|,) (?:cả )?năm(?! ?20)',
);
const STANDING = words(
  'thường xuyên|liên tục|hàng ngày|quanh năm|cả năm|các tháng trong năm|suốt (?:năm|cả năm|quá trình)|trong suốt',
);
const RELATIVE = words(
  '(?:sau|trong vòng|trong thời hạn|chậm nhất(?: là)?|không quá|trước)? ?(?:\\d{1,3}|một|hai|ba|năm|bảy|mười) (?:ngày làm việc|ngày|tháng|tuần|giờ)(?=[^/]*(?:kể từ|tính từ|từ khi|từ ngày|sau khi|sau|trước khi|trước ngày))|sau (?:\\d{1,3}|một|hai|ba) (?:ngày|tháng|tuần|năm)|trong (?:vòng|thời hạn) \\d{1,3} (?:ngày|tháng|tuần|giờ)|kể từ(?: ngày| khi)?|(?:năm|tháng|quý|kỳ|tuần) (?:trước liền kề|liền kề|trước đó|sau|kế tiếp|tiếp theo|trước)',
);
const EVENT = words(
  '(?:khi|ngay khi|ngay sau khi|sau khi|sau mỗi|trước khi|sau các|sau đợt|sau kỳ)(?! đó) [^;]+|phát sinh|theo (?:từng )?(?:vụ việc|sự việc|đợt|phát sinh|yêu cầu|đề nghị|thực tế|nhu cầu|tình hình)[^;]*|đột xuất|nếu có',
);
const REFERENCE = words(
  'theo(?: đúng)?(?: các)? (?:kế hoạch|hướng dẫn|tiến độ|quy định|lộ trình|chỉ đạo|thời gian|thời hạn|thời điểm|mốc|chương trình|quyết định|nghị quyết|nghị định|công văn|văn bản|thông báo|lịch|đề án|quy chế|phân công|phê duyệt|luật|thông tư|chỉ thị|hợp đồng)|thực hiện theo|căn cứ|¤+',
);
const OPEN_START = /(?<!\p{L})(?:từ|bắt đầu(?: từ)?|kể từ) (?:ngày |đầu )*$/u;

/** What a cell for deadlines says. */
export function deadlineIn(text: string, plan: PlanYears | null): Deadline {
  const source = foldText(text);
  const said = source.text.trim();
  if (said === '' || /^[-_/.…x ]+$/u.test(said)) return { text: text.trim(), kind: 'none', due: null };
  return { text: text.trim(), ...understood(maskCitations(source.text), plan) };
}

type Understood = Pick<Deadline, 'kind' | 'due'>;

/** What is no point in time, the earliest in the words first. */
const LOOSE: readonly (readonly [DeadlineKind, RegExp])[] = [
  ['recurrence', RECURRENCE],
  ['standing', STANDING],
  ['relative', RELATIVE],
  ['event', EVENT],
  ['reference', REFERENCE],
];
/** Words that make a point binding beside «thường xuyên» or «theo kế hoạch». */
const BINDS = /hoàn thành|xong|trước|chậm nhất|muộn nhất/u;

function understood(masked: string, plan: PlanYears | null): Understood {
  const points = pointsIn(masked, plan);
  const loose = LOOSE.flatMap(([kind, pattern]) => {
    const at = firstAt(masked, pattern);
    return at === null ? [] : [{ kind, at }];
  }).sort((one, other) => one.at - other.at);
  const [first] = loose;
  if (first === undefined) return points.length > 0 ? dated(masked, points) : { kind: null, due: null };
  if (points.length === 0) return { kind: first.kind, due: null };
  const turning = loose.find(({ kind }) => kind === 'recurrence' || kind === 'relative');
  if (turning !== undefined) return { kind: isSeveral(masked, points) ? 'several' : turning.kind, due: null };
  if (loose.some(({ kind }) => kind === 'standing')) return standing(masked, points);
  const isLed = first.at < (points[0]?.from ?? 0) && !BINDS.test(masked);
  return isLed ? { kind: first.kind, due: null } : dated(masked, points);
}

/** «Thường xuyên trong năm 2026» is no deadline; «thường xuyên, xong trước 30/11» are two. */
function standing(masked: string, points: readonly Point[]): Understood {
  const isDated = points.some(({ kind }) => kind !== 'year') && BINDS.test(masked);
  return { kind: isDated ? 'several' : 'standing', due: null };
}

/** «Tháng 01/2026 (ban hành); hằng quý (báo cáo)» is several; «hằng năm, trước 15/12» one that recurs. */
function isSeveral(masked: string, points: readonly Point[]): boolean {
  const isNamed = ({ kind, from, to }: Point): boolean => kind !== 'year' && /20\d\d/u.test(masked.slice(from, to));
  return points.some(isNamed) && /[;)]/u.test(masked);
}

function dated(masked: string, points: readonly Point[]): Understood {
  const [first, second] = points;
  if (first === undefined) return { kind: null, due: null };
  if (points.some(({ many }) => many === true)) return { kind: 'several', due: null };
  if (second === undefined) {
    const isOpen = OPEN_START.test(masked.slice(0, first.from)) && first.kind !== 'year' && first.spans !== true;
    return { kind: first.kind, due: isOpen ? null : first.last };
  }
  const between = masked.slice(first.to, second.from);
  const isSpan = points.length === 2 && /^ ?(?:đến|-|tới|cho đến)(?: hết| ngày| cuối)* ?$/u.test(between);
  if (isSpan) return { kind: second.kind, due: second.last };
  // «Quý II, năm 2026», «tháng 6 trong năm 2026»: the year only completes what stands in front of it.
  if (points.length === 2 && second.kind === 'year' && first.kind !== 'year') return { kind: first.kind, due: first.last };
  return { kind: 'several', due: null };
}

function firstAt(text: string, pattern: RegExp): number | null {
  pattern.lastIndex = 0;
  const found = pattern.exec(text)?.index ?? null;
  pattern.lastIndex = 0;
  return found;
}

/** The points of a masked text in order; what stands inside another is part of it. */
function pointsIn(masked: string, plan: PlanYears | null): Point[] {
  const year = onlyYear(masked, plan);
  const found: Point[] = [];
  const add = (pattern: RegExp, read: (match: RegExpMatchArray) => Ends): void => {
    for (const match of masked.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (!found.some((one) => span.from < one.to && span.to > one.from)) found.push({ ...span, ...read(match) });
    }
  };
  const dayAt = ([, before, date, month, own]: RegExpMatchArray): Ends => ({
    kind: 'date',
    last: shifted(dayOf(yearFor(own, year), Number(month), Number(date)), before),
  });
  add(DATE, dayAt);
  add(DOTTED, dayAt);
  add(QUARTER, ([, before, first = '', last, more = '', own]) => ({
    kind: 'quarter',
    many: more !== '',
    spans: last !== undefined,
    last:
      before === undefined
        ? monthEnd(yearFor(own, year), quarterOf(last ?? first) * 3)
        : beforeMonth(yearFor(own, year), quarterOf(first) * 3 - 2),
  }));
  add(HALF, ([, months = '', part, own]) => ({
    kind: 'month',
    last: monthEnd(yearFor(own, year), part === 'cuối' ? 12 : /9|chín/u.test(months) ? 9 : 6),
  }));
  add(MONTH, ([, before, first, last, more = '', own]) => ({
    kind: 'month',
    many: more !== '',
    spans: last !== undefined,
    last:
      before === undefined ? monthEnd(yearFor(own, year), Number(last ?? first)) : beforeMonth(yearFor(own, year), Number(first)),
  }));
  const monthAt = (before: string | undefined, month: number, own: string | undefined): Ends => ({
    kind: 'month',
    last: before === undefined ? monthEnd(yearFor(own, year), month) : beforeMonth(yearFor(own, year), month),
  });
  add(SHORT_MONTH, ([, before, month, own]) => monthAt(before, Number(month), own));
  add(MONTH_WORD, ([, before, month = '', own]) => monthAt(before, MONTH_WORDS.indexOf(month) + 1, own));
  add(SHORT_QUARTER, ([, before, quarter = '', own]) => ({
    kind: 'quarter',
    last:
      before === undefined
        ? monthEnd(yearFor(own, year), quarterOf(quarter) * 3)
        : beforeMonth(yearFor(own, year), quarterOf(quarter) * 3 - 2),
  }));
  add(MONTH_YEAR, ([, before, month, own]) => monthAt(before, Number(month), own));
  add(STAGE, ([, , last]) => ({ kind: 'year', last: dayOf(Number(last), 12, 31) }));
  add(YEAR, ([, before, own]) => ({ kind: 'year', last: dayOf(Number(own) - (before === undefined ? 0 : 1), 12, 31) }));
  add(ONLY_YEAR, ([, own]) => ({ kind: 'year', last: dayOf(Number(own), 12, 31) }));
  add(THIS_YEAR, () => ({ kind: 'year', last: year === null ? null : dayOf(year, 12, 31) }));
  return found.map((point) => (PART_OF.test(masked.slice(0, point.from)) ? { ...point, last: null } : point)).sort(byPlace);
}

const byPlace = (one: Point, other: Point): number => one.from - other.from;
/** «Tuần 3 tháng 9», «đầu quý II», «giữa tháng 6»: no day that words name. */
const PART_OF = /(?<!\p{L})(?:tuần (?:lễ )?(?:thứ )?(?:\d|[\p{L}]+)(?: của)?|đầu|giữa) $/u;

/** The year that days without one belong to: the only one named, or that of a plan of one year. */
function onlyYear(masked: string, plan: PlanYears | null): number | null {
  const named = [...new Set([...masked.matchAll(/(?<!\d)20[1-4]\d(?!\d)/gu)].map(([year]) => Number(year)))];
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  return plan !== null && plan.from === plan.to ? plan.from : null;
}

const yearFor = (own: string | undefined, year: number | null): number | null => (own === undefined ? year : Number(own));

function dayOf(year: number | null, month: number, date: number): Day | null {
  return year === null ? null : dayFrom(year, month, date);
}

function shifted(day: Day | null, before: string | undefined): Day | null {
  return day !== null && before !== undefined ? addDays(day, -1) : day;
}

function beforeMonth(year: number | null, month: number): Day | null {
  return shifted(dayOf(year, month, 1), 'trước');
}

function monthEnd(year: number | null, month: number): Day | null {
  if (year === null) return null;
  return month === 12 ? dayFrom(year, 12, 31) : beforeMonth(year, month + 1);
}

function quarterOf(text: string): number {
  const roman = ROMAN.indexOf(text);
  return roman < 0 ? Number(text) : roman + 1;
}

/** Words in a sentence that set a deadline for it; a bare date in a sentence may be the date of anything. */
const SETS = words(
  '(?:(?:chậm nhất|muộn nhất)(?: là)?(?: vào)?|trước(?: ngày| tháng| quý| năm)? ?(?=\\d|quý|i)|đến hết|trong (?=quý|tháng|năm 20)|hoàn thành (?=tháng|quý|ngày \\d)|vào (?=tháng \\d|quý|ngày \\d)|(?:đến |hết |trong )*(?=năm 20\\d\\d,? hoàn thành))[^;.()]{2,60}',
);
const RELATIVE_TO = words(
  '(?:chậm nhất|muộn nhất|trong vòng|trong thời hạn|không quá)(?: là)?(?: sau)? \\d{1,3} (?:ngày làm việc|ngày|tháng|tuần|giờ)[^,;.()]{0,60}?(?:kể từ|tính từ|từ khi|từ ngày|sau khi|trước khi|trước ngày)[^,;.()]{0,60}',
);
/** «Tổ chức kiểm tra (Quý II/2026)»: brackets that hold a time and nothing else. */
const BRACKETED = /\(((?:trong |vào |đến hết )?(?:quý|tháng) (?:\d{1,2}|i{1,3}|iv)(?: ?(?:\/| năm ) ?20\d\d)?)\)/gu;
const TURNS = '(?:6 tháng|sáu tháng|năm|quý|tháng|tuần)';
const OFTEN = words(
  `(?:trước |vào )?ngày \\d{1,2} (?:của )?(?:hàng|mỗi) (?:tháng|quý)|(?<!chi )thường xuyên|(?:ít nhất |tối thiểu )?\\d{1,2} lần(?: ?/ ?(?:\\d+ )?| (?:trong|mỗi) (?:một |1 )?)(?:năm|quý|tháng|tuần)(?! 20)|định kỳ(?: hàng| theo)?(?: ${TURNS}(?:(?:, | và |, hàng | và hàng )${TURNS})*)?|(?:hàng|mỗi) (?:năm|quý|tháng|tuần)(?:(?:, | và |, hàng | và hàng )${TURNS})*`,
);
/** What may stand between two points of one deadline. */
const LINKS = /^ ?(?:đến|tới|cho đến|-|,|và|\/)?(?: ?(?:hết|cuối|trước|ngày|trong))* ?$/u;

/** The deadline that a sentence of prose sets, as far as it says one; never guessed. */
export function deadlineInSentence(text: string, plan: PlanYears | null): Deadline {
  const source = foldText(text);
  const masked = maskCitations(source.text);
  for (const match of masked.matchAll(SETS)) {
    const to = linkedEnd(match[0], pointsIn(match[0], plan));
    if (to === null) continue;
    const said = understood(masked.slice(match.index, match.index + to), plan);
    return { text: sourceOf(source, match.index, match.index + to), ...said };
  }
  const bracketed = [...masked.matchAll(BRACKETED)];
  const [time] = bracketed;
  if (bracketed.length === 1 && time !== undefined) {
    const [, words = ''] = time;
    const from = time.index + 1;
    return { text: sourceOf(source, from, from + words.length), ...understood(words, plan) };
  }
  const relative = [...masked.matchAll(RELATIVE_TO)][0];
  if (relative !== undefined) {
    const to = relative.index + relative[0].length;
    return { text: sourceOf(source, relative.index, to), kind: 'relative', due: null };
  }
  const often = [...masked.matchAll(OFTEN)][0];
  if (often === undefined) return { text: '', kind: 'none', due: null };
  const kind = often[0].startsWith('thường') ? 'standing' : 'recurrence';
  return { text: sourceOf(source, often.index, often.index + often[0].length), kind, due: null };
}

/** Where the first point ends, with those that belong to it; a year that is named later on is of something else. */
function linkedEnd(text: string, points: readonly Point[]): number | null {
  const [first, ...others] = points;
  if (first === undefined) return null;
  let { to } = first;
  for (const point of others) {
    if (!LINKS.test(text.slice(to, point.from))) break;
    to = point.to;
  }
  return to + (TURNS_BEHIND.exec(text.slice(to))?.[0].length ?? 0);
}

/** «Trước ngày 15/11 hằng năm» recurs. */
const TURNS_BEHIND = /^ (?:của )?(?:hàng|mỗi) (?:năm|quý|tháng)(?!\p{L})/u;
