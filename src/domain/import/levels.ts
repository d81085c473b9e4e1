import { words } from './fold-text.ts';

/** How a target is compared, as `--json` says it. */
export type LevelOp = '>=' | '<=' | '>' | '<' | '=' | 'range' | 'rank<=' | 'grade>=' | 'rise' | 'below-baseline';

/** A level that stands in a folded text. `low` is the level itself, `high` the other end of a range or the cap of a rise. */
export type Level = {
  readonly from: number;
  readonly to: number;
  readonly op: LevelOp;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** Where a grade's word stands. */
  readonly word: { readonly from: number; readonly to: number } | null;
};

const NUM = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?';
const SMALL_NUMBERS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const PERCENT = new RegExp(
  `(?<![\\d.,/])(?:(${NUM}) ?%? ?(?:-|đến|tới|lên(?: tới| đến)?|xuống(?: còn)?) ?)?(${NUM}) ?(?:%|phần trăm)`,
  'gu',
);
const UNITS = [
  'phút',
  'giờ làm việc',
  'giờ',
  'ngày làm việc',
  'ngày',
  'điểm phần trăm',
  'điểm',
  'lượt người',
  'người',
  'lượt',
  'cuộc',
  'lần',
  'sáng kiến',
  'mô hình',
  'giải pháp',
  'cách làm',
  'văn bản',
  'đơn vị',
  'tin,? bài',
  'bài viết',
  'bài',
  'tin',
  'lớp',
  'hội nghị',
  'buổi',
  'đợt',
  'bậc',
  'thủ tục hành chính',
  'thủ tục',
  'tthc',
  'dịch vụ công',
  'dịch vụ',
  'hồ sơ',
  'chuyên mục',
  'chuyên đề',
  'cán bộ',
  'công chức',
  'viên chức',
  'thôn',
  'hộ',
  'triệu đồng',
  'tỷ đồng',
  'nhiệm vụ',
  'đề tài',
  'ý kiến',
].join('|');
const COUNTED = new RegExp(
  `(?<![\\d.,/\\p{L}])(?:(${NUM}) ?(?:-|đến) ?)?(${NUM}|${SMALL_NUMBERS.join('|')}) (${UNITS})(?!\\p{L})`,
  'gu',
);
const RANK = [
  words('(?:top|tốp)(?: đầu)?(?: từ)? (?:(\\d{1,3}) ?(?:đến|-) ?)?(\\d{1,3})'),
  words('nhóm(?: [\\p{L}]+){0,3}? (?:từ )?(?:(\\d{1,3}) ?(?:đến|-) ?)?(\\d{1,3})(?! ?(?:%|[\\d.,]))'),
  words(
    '(?:xếp|đứng|thứ hạng|vị trí|hạng)(?: (?:hạng|thứ hạng|vị trí|thứ|trong|từ|không quá|đạt|tốt thiểu))* (?:(\\d{1,3}) ?(?:đến|-) ?)?(\\d{1,3})(?! ?%)',
  ),
  words(
    '(?:trong|thuộc|nằm trong) (?:số |nhóm )?(?:(\\d{1,3}) ?(?:đến|-) ?)?(\\d{1,3}) (?:xã|phường|đơn vị|địa phương|huyện|tỉnh)[^.;]{0,30}?(?:dẫn đầu|đứng đầu|đầu|cao nhất|tốt nhất)',
  ),
];
/** «nhóm 2 dịch vụ» is no rank: somebody must be ranked. */
const RANKED = /(?:xếp|hạng|thứ|nằm|thuộc|vào|chỉ số|par|dti|sipas|papi|pci|top|tốp|dẫn đầu|duy trì)[^.;]{0,90}$/u;
const GRADE = words(
  '(?:xếp loại|loại|xếp hạng|mức độ|mức|hạng)(?: (?:đạt|từ|mức|loại|hạng))* ?"?(xuất sắc|rất tốt|tốt|khá|trung bình)"?(?:,? (?:hoặc |và )?(?:tốt|xuất sắc))?',
);

const FILL =
  '(?:(?:đạt|là|từ|tỷ lệ|mức|khoảng|số|có|được|bằng|lên|còn|xuống|bình quân|trung bình|ở|thêm|phải|tổ chức|thực hiện|đến|trong|cho) )*';
/** Words right before a number, the longer ones first. */
const BEFORE: readonly (readonly [LevelOp, RegExp])[] = [
  ['>=', new RegExp(`(?:không (?:thấp|ít|nhỏ|kém) hơn|không dưới|tối thiểu(?: là)?|ít nhất|thấp nhất|>=|≥) ?${FILL}$`, 'u')],
  [
    '<=',
    new RegExp(`(?:không (?:được )?(?:vượt quá|vượt|quá|trên|lớn hơn|cao hơn|nhiều hơn)|tối đa|nhiều nhất|<=|≤) ?${FILL}$`, 'u'),
  ],
  ['>=', /không (?:có|để)(?! quá)[^,;.%\d]{0,40} dưới $/u],
  ['<', /(?:dưới|thấp hơn|ít hơn|nhỏ hơn|<) ?(?:mức )?$/u],
  ['>', /(?<!trở lên )(?:trên|cao hơn|lớn hơn|nhiều hơn|hơn|vượt|>) ?(?:mức )?$/u],
  ['<=', /(?:xuống còn|giảm còn|chỉ còn) (?:khoảng )?$/u],
];
const FROM_BEFORE = /(?:^| )từ (?:mức |khoảng )?$/u;
const ANYWHERE: readonly (readonly [LevelOp, RegExp])[] = [
  ['>=', /(?:tối thiểu|ít nhất)[^,;.%\d]*$/u],
  ['<=', /(?:không quá|không vượt quá|tối đa)[^,;.%\d]*$/u],
];
/** «100% công chức xếp loại khá trở lên»: the grade goes on upwards, not the share. */
const OF_A_GRADE =
  '(?<!\\p{L})(?:loại|mức|hạng|bậc|trình độ|hình thức|trung cấp|cao đẳng|đại học|khá|tốt|hoàn thành|từ)(?!\\p{L})';
const AFTER: readonly (readonly [LevelOp, RegExp])[] = [
  ['>=', new RegExp(`^(?:(?!${OF_A_GRADE})[^,;.%()\\d]){0,45}? ?(?:trở lên|hoặc cao hơn)`, 'u')],
  ['<=', /^[^,;.%()\d]{0,45}? ?trở xuống/u],
];
const FALL = /(?:giảm|cắt giảm|rút ngắn|tiết giảm|tinh giản)(?![^,;.%]*(?:xuống|còn|dưới|không quá|tối đa))[^,;.%]{0,70}$/u;
const FALL_AFTER = /^[^;.]{0,60}so với (?:năm|cùng kỳ|thời gian|quy định|giai đoạn)/u;
const RISE_BEFORE =
  /(?:(?:mỗi|hàng|từng) năm[^,;.%]{0,60}(?:tăng|nâng)|(?:tăng|nâng)[^,;.%]{0,60}(?:mỗi|hàng) năm|tăng(?: thêm| ít nhất| tối thiểu| từ| trên| bình quân)*)[^,;.%]{0,30}$/u;
const RISE_AFTER = /^[^;.]{0,40}(?:mỗi năm|hàng năm|\/năm|một năm|so với (?:năm|cùng kỳ|giai đoạn)|hạng)/u;
/** A count is a level only behind such a word, or with an operator. */
const COUNTING = /(?:^|[,;:.] ?|(?:đạt|có|tổ chức|ban hành|thực hiện|xây dựng|đăng|còn|là|triển khai|mở|duy trì|hoàn thành) )$/u;

/** All levels of a folded text whose citations and exceptions are hidden, in order. */
export function levelsIn(text: string): Level[] {
  const shares = [...text.matchAll(PERCENT)].map((match) => percentAt(text, match));
  const taken = [...shares];
  const free = (level: Level): boolean => !taken.some((one) => level.from < one.to && level.to > one.from);
  const add = (levels: readonly Level[]): void => {
    for (const level of levels) if (free(level)) taken.push(level);
  };
  add(RANK.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => rankAt(text, match)));
  add([...text.matchAll(COUNTED)].flatMap((match) => countAt(text, match)));
  add([...text.matchAll(GRADE)].map((match) => gradeAt(text, match)));
  const sorted = taken.sort((one, other) => one.from - other.from);
  return withFalls(withoutCaps(sorted, text), text);
}

/** «Giảm 30% thời gian, 30% chi phí so với …»: the fall goes on behind the comma. */
function withFalls(levels: readonly Level[], text: string): Level[] {
  const kept: Level[] = [];
  for (const level of levels) {
    const last = kept[kept.length - 1];
    const between = last === undefined ? '' : text.slice(last.to, level.from);
    const goesOn = last?.op === 'below-baseline' && last.unit === level.unit && level.op === '=';
    const isFall = goesOn && /^[^.;]{0,60}(?:,| và) $/u.test(between) && FALL_AFTER.test(text.slice(level.to));
    kept.push(isFall ? { ...level, op: 'below-baseline' } : level);
  }
  return kept;
}

/** «… tăng 20% đến khi đạt 100%»: what a rise stops at is its cap, not a target of its own. */
function withoutCaps(levels: readonly Level[], text: string): Level[] {
  const kept: Level[] = [];
  for (const level of levels) {
    const last = kept[kept.length - 1];
    const between = last === undefined ? '' : text.slice(last.to, level.from);
    if (last?.op === 'rise' && last.high === null && /^[^;.]*(?:đến khi|cho đến khi|đến mức|cho tới khi)[^;.]*$/u.test(between))
      kept[kept.length - 1] = { ...last, to: level.to, high: level.low };
    else kept.push(level);
  }
  return kept;
}

function percentAt(text: string, match: RegExpMatchArray): Level {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  const [first, second] = [match[1], match[2] ?? ''];
  const level = { from, to, unit: '%', word: null };
  if (first !== undefined) {
    // «Nâng từ 60% lên 80%», «giảm từ 5% xuống còn 3%»: the first is where it begins.
    if (/xuống/u.test(match[0])) return { ...level, op: '<=', low: numberIn(second), high: null };
    if (/lên $/u.test(text.slice(0, from)) || /lên/u.test(match[0]))
      return { ...level, op: '=', low: numberIn(second), high: null };
    const range = ranged(level, numberIn(first), numberIn(second));
    return opAt(text, from, to) === 'below-baseline' && FALL_AFTER.test(text.slice(to))
      ? { ...range, op: 'below-baseline' }
      : range;
  }
  return { ...level, op: opAt(text, from, to), low: numberIn(second), high: null };
}

type Bare = Pick<Level, 'from' | 'to' | 'unit' | 'word'>;

function ranged(level: Bare, low: number, high: number): Level {
  return low < high ? { ...level, op: 'range', low, high } : { ...level, op: '=', low: high, high: null };
}

/** Which operator the words around a number say; none of them is `=`. */
function opAt(text: string, from: number, to: number): LevelOp {
  const before = text.slice(Math.max(0, from - 110), from);
  const after = text.slice(to, to + 70);
  const near = BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
  const isBound = near === '<' || near === '<=';
  if (!isBound && FALL.test(before)) return 'below-baseline';
  if (!isBound && RISE_BEFORE.test(before) && (/(?:mỗi|hàng|từng) năm[^,;.%]*$/u.test(before) || RISE_AFTER.test(after)))
    return 'rise';
  if (!isBound && FALL_AFTER.test(after) && /(?:giảm|tinh giản)[^;.%]*$/u.test(before)) return 'below-baseline';
  if (near !== undefined) return near;
  const behind = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  if (behind !== undefined) return behind;
  if (FROM_BEFORE.test(before)) return '>=';
  return ANYWHERE.find(([, pattern]) => pattern.test(before))?.[0] ?? '=';
}

/** «Trong vòng 05 ngày làm việc»: a span of time that is not to be exceeded. */
const WITHIN = /(?:trong vòng|trong thời hạn|trong thời gian) (?:tối đa )?$/u;
const TIMES = /^(?:phút|giờ|ngày)/u;

function countAt(text: string, match: RegExpMatchArray): Level[] {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  const [, first, second = '', unit = ''] = match;
  const isWord = SMALL_NUMBERS.includes(second);
  const said = opAt(text, from, to);
  const op = said === '=' && WITHIN.test(text.slice(0, from)) && TIMES.test(unit) ? '<=' : said;
  if (isWord && !BEFORE.some(([, pattern]) => pattern.test(text.slice(Math.max(0, from - 60), from)))) return [];
  if (op === '=' && (isWord || !COUNTING.test(text.slice(0, from)))) return [];
  if (unit === 'ngày' && op === '=' && /^ ?(?:tháng|\/)/u.test(text.slice(to))) return [];
  const value = isWord ? SMALL_NUMBERS.indexOf(second) + 1 : numberIn(second);
  const level = { from, to, unit, word: null };
  if (first !== undefined && op !== 'rise') return [ranged(level, numberIn(first), value)];
  return [{ ...level, op, low: first === undefined ? value : numberIn(first), high: first === undefined ? null : value }];
}

function rankAt(text: string, match: RegExpMatchArray): Level[] {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  if (!RANKED.test(text.slice(0, from + 4)) && !/^(?:top|tốp|xếp|đứng|thứ hạng|trong|thuộc|nằm)/u.test(match[0])) return [];
  const rank = Number(match[2]);
  return rank > 0 ? [{ from, to, op: 'rank<=', low: rank, high: null, unit: 'hạng', word: null }] : [];
}

function gradeAt(text: string, match: RegExpMatchArray): Level {
  const from = match.index ?? 0;
  const grade = match[1] ?? '';
  const start = from + match[0].indexOf(grade);
  const more = /^ ?"? ?(?:trở lên)/u.exec(text.slice(from + match[0].length))?.[0].length ?? 0;
  const to = from + match[0].length + more;
  return { from, to, op: 'grade>=', low: null, high: null, unit: 'xếp loại', word: { from: start, to: start + grade.length } };
}

/** «98,5», «1.250», «98.5»: a comma is decimal; points before groups of three are not. */
export function numberIn(text: string): number {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(text) ? text.replace(/\./gu, '') : text;
  return Number(plain.replace(',', '.'));
}
