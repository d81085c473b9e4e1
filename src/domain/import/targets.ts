import { type Folded, foldText, sourceOf, words } from './fold-text.ts';
import { type Level, type LevelOp, levelsIn } from './levels.ts';
import { maskCitations, maskSpans } from './mask.ts';
import { type PlanYears, type YearsAt, yearsIn } from './years-in.ts';

/** What `op` of an indicator can be; `yes`: «Có …»; `zero`: «Không có …»; `none`: no level is said. */
export type TargetOp = LevelOp | 'yes' | 'zero' | 'none';

/** Level of one year: a number, or the word of a grade. */
export type YearLevel = number | string;

/** One target as its document words it; every text is cut from the passage. */
export type Target = {
  readonly text: string;
  readonly op: TargetOp;
  /** The level: of a range its lower end, of a rise what it begins with or else its step, of a grade its word. */
  readonly low: YearLevel | null;
  /** The upper end of a range, the cap of a rise. */
  readonly high: number | null;
  readonly unit: string | null;
  /** Years that the passage itself names; `null`: none, the target holds for every year of its plan. */
  readonly years: Readonly<Record<string, YearLevel>> | null;
  readonly mood: string | null;
  readonly exception: string | null;
  /** What a reader has to look at. */
  readonly doubts: readonly TargetDoubt[];
};
export type TargetDoubt = 'rise-reading' | 'level-in-brackets' | 'bound-without-number';

type Span = { readonly from: number; readonly to: number };
/** Levels that belong to one target, and the stretch of the text that words it. */
type Group = Span & { levels: Level[] };

const EXCEPTIONS: readonly RegExp[] = [
  /\((?:trừ|ngoại trừ|không (?:bao gồm|tính|kể)|riêng)[^)]*\)/gu,
  words('(?:ngoại trừ|trừ|không (?:bao gồm|tính|kể)(?: cả)?) [^,;.()]+'),
  /(?<=(?:^|[.;]) ?)riêng [^.;]+/gu,
];
const STRONG = /;|\.(?= |$)|\n/gu;
const WEAK = /,| và(?= )|:|(?=\(trong đó )/gu;
/** Words that say when, how much and in what mood, but not of what. */
const NO_SUBJECT =
  /(?<!\p{L})(?:phấn đấu|đến|hết|cuối|năm|giai đoạn|từ|đạt|tỷ lệ|này|là|và|tăng|lên|nâng|tối thiểu|ít nhất|trở|trên|không|quá|còn|xuống|khoảng|mức|tương ứng|lần lượt|các|sau|tiếp theo|trong|đó|duy trì|với|con số|cho|mỗi|hàng|bình quân|đối|thì|sẽ|phải|hoặc|cao|hơn|dưới|loại|xếp|hạng|khi|thêm|kế hoạch|mục tiêu|chỉ tiêu)(?!\p{L})|[^\p{L}]/gu;
const LEAST_SUBJECT = 5;
/** A qualitative statement in front of a level is a target of its own only when it is more than an introduction. */
const LEAST_STATEMENT = 40;

/** The targets of one bullet or cell, in its own words and order. `plan` binds «từ năm 2027» to its last year. */
export function targetsIn(text: string, plan: PlanYears | null): Target[] {
  const folded = foldText(text);
  const spans = exceptionsIn(folded.text);
  const masked = maskSpans(maskCitations(folded.text), [...spans, ...quotesIn(folded.text)]);
  const levels = withoutMinor(levelsIn(masked), masked);
  const context = { folded, masked, spans, plan };
  if (levels.length === 0) return [qualitative(context)];
  const groups = grouped(levels, masked);
  const leading = leadingYears(masked, groups[0], plan);
  const targets = groups.map((group, at) => measured(context, group, at > 0 ? leading : []));
  const statement = preamble(masked, groups[0]);
  return statement === null ? targets : [qualitative({ ...context, ...statement }), ...targets];
}

/** Whether the words of a bullet say a level at all. */
export function saysLevel(text: string): boolean {
  const { text: folded } = foldText(text);
  return levelsIn(maskSpans(maskCitations(folded), exceptionsIn(folded))).length > 0;
}

function exceptionsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of EXCEPTIONS) {
    for (const match of text.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (!found.some((one) => span.from < one.to && span.to > one.from)) found.push(span);
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/** What stands in quotes is the name of something. */
function quotesIn(text: string): Span[] {
  return [...text.matchAll(/"[^"]{12,200}"/gu)].map(({ index, 0: quote }) => ({ from: index, to: index + quote.length }));
}

/** A count («trong 05 ngày») beside a percentage of the same clause only describes it. */
function withoutMinor(levels: readonly Level[], text: string): Level[] {
  return levels.filter((level, at) => {
    if (level.unit === '%' || level.op === 'rise') return true;
    const beside = [levels[at - 1], levels[at + 1]].filter((one) => one?.unit === '%');
    return !beside.some((one) => {
      const between = one === undefined ? ';' : text.slice(Math.min(one.to, level.to), Math.max(one.from, level.from));
      return !/[,;.(]| và /u.test(between);
    });
  });
}

/** Levels of one subject (a schedule by years) stay together; each other subject is a target of its own. */
function grouped(levels: readonly Level[], text: string): Group[] {
  const cuts = levels.slice(1).map((level, at) => cutBetween(text, levels[at], level));
  const edges = [0, ...cuts, text.length];
  const clauses = levels.map((level, at) => ({ level, from: edges[at] ?? 0, to: edges[at + 1] ?? text.length }));
  const groups: Group[] = [];
  for (const [at, clause] of clauses.entries()) {
    const last = groups[groups.length - 1];
    const before = clauses[at - 1];
    const joins = last !== undefined && before !== undefined && (isBare(text, clause, at > 0) || isBare(text, before, at > 1));
    if (joins && sameMeasure(before.level, clause.level)) {
      last.levels.push(clause.level);
      groups[groups.length - 1] = { ...last, to: clause.to };
    } else groups.push({ from: clause.from, to: clause.to, levels: [clause.level] });
  }
  return groups;
}

function sameMeasure(one: Level, other: Level): boolean {
  return one.unit === other.unit || (one.op === 'rise') !== (other.op === 'rise');
}

/** Whether a clause names no subject. */
function isBare(text: string, { level, from, to }: Span & { level: Level }, _follows: boolean): boolean {
  const rest = `${text.slice(from, level.from)} ${text.slice(level.to, to)}`.replace(/¤+/gu, ' ');
  return rest.replace(NO_SUBJECT, '').length < LEAST_SUBJECT;
}

/** Where the words of one level end and those of the next begin. */
function cutBetween(text: string, one: Level | undefined, next: Level): number {
  const from = one?.to ?? 0;
  const between = text.slice(from, next.from);
  const strong = lastOf(between, STRONG);
  if (strong !== null) return from + strong;
  const clause = text.slice(0, one?.from ?? 0).replace(/^.*(?:[;,]|\.(?= ))/su, '');
  const levelFirst = clause.replace(NO_SUBJECT, '').length < LEAST_SUBJECT;
  const weak = [...between.matchAll(WEAK)].map(({ index, 0: mark }) => index + mark.length);
  const cut = levelFirst ? weak[weak.length - 1] : weak[0];
  return cut === undefined ? from : from + cut;
}

function lastOf(text: string, pattern: RegExp): number | null {
  const all = [...text.matchAll(pattern)];
  const last = all[all.length - 1];
  return last === undefined ? null : last.index + last[0].length;
}

/** «Đến năm 2025, …; …»: years that lead a bullet hold for all of its targets. */
function leadingYears(text: string, first: Group | undefined, plan: PlanYears | null): readonly YearsAt[] {
  if (first === undefined || first.levels.length > 1) return [];
  return yearsIn(text.slice(0, first.levels[0]?.from), plan).filter(({ from }) => from <= LEADING);
}
const LEADING = 14;

/** Two statements or more in front of the first level, as the place where they end. */
function preamble(text: string, first: Group | undefined): { until: number } | null {
  const level = first?.levels[0];
  if (first === undefined || level === undefined) return null;
  const before = text.slice(0, level.from);
  const ends = [...before.matchAll(STRONG)];
  const last = ends[ends.length - 1];
  if (ends.length < 2 || last === undefined || last.index < LEAST_STATEMENT) return null;
  return { until: last.index + last[0].length };
}

type Context = {
  readonly folded: Folded;
  readonly masked: string;
  readonly spans: readonly Span[];
  readonly plan: PlanYears | null;
  /** Only the words before this place. */
  readonly until?: number;
};

const YES = /^(?:phấn đấu |hàng năm |mỗi năm )*có /u;
const ZERO = /^(?:phấn đấu |bảo đảm |tuyệt đối |hàng năm )*(?:không (?:có|để|phát sinh|xảy ra|còn|tồn)|chấm dứt)(?!\p{L})/u;
const ZERO_INSIDE = /^[^,;.]{0,60} (?:không có|không để|không phát sinh|không xảy ra)(?!\p{L})/u;
const FALL = /(?<!\p{L})giảm [^;.]*so với (?:năm )?(?:20[12]\d|trước|cùng kỳ)/u;
const BOUND = /(?<!\p{L})(?:không (?:vượt )?quá|không vượt|tối đa|tối thiểu|ít nhất)(?!\p{L})/u;

function qualitative({ folded, masked, spans, until }: Context): Target {
  const to = until ?? masked.length;
  const text = masked.slice(0, to).trim();
  const op = opWithoutLevel(text);
  return {
    text: wording(folded, 0, to),
    op,
    low: op === 'zero' ? 0 : null,
    high: null,
    unit: null,
    years: null,
    mood: moodIn(folded, 0, to),
    exception: exceptionIn(folded, spans, { from: 0, to }),
    doubts: op === 'none' && BOUND.test(text) ? ['bound-without-number'] : [],
  };
}

function opWithoutLevel(text: string): TargetOp {
  if (YES.test(text)) return 'yes';
  if (ZERO.test(text) || ZERO_INSIDE.test(text)) return 'zero';
  return FALL.test(text) ? 'below-baseline' : 'none';
}

function measured(context: Context, group: Group, leading: readonly YearsAt[]): Target {
  const { folded, masked, spans, plan } = context;
  const start = afterPreamble(masked, group);
  const [first] = group.levels;
  const rise = group.levels.find(({ op }) => op === 'rise');
  const main = rise ?? first;
  const text = wording(folded, start, group.to);
  const own = yearsOf(group, masked, plan);
  const years = rise !== undefined ? risen(group.levels, plan) : levelYears(folded, group, own.length > 0 ? own : leading, plan);
  return {
    text,
    op: main?.op ?? 'none',
    low: rise === undefined ? levelOf(folded, first) : (group.levels.find(({ op }) => op !== 'rise')?.low ?? rise.low),
    high: main?.high ?? null,
    unit: main === undefined ? null : unitAt(folded, main),
    years,
    mood: moodIn(folded, start, group.to) ?? moodIn(folded, 0, Math.min(start, 14)),
    exception: exceptionIn(folded, spans, { from: start, to: Math.max(group.to, tailOf(spans, group.to)) }),
    doubts: rise === undefined ? [] : ['rise-reading'],
  };
}

/** An exception that directly follows belongs to what it follows. */
function tailOf(spans: readonly Span[], to: number): number {
  return spans.find(({ from }) => from >= to && from <= to + 3)?.to ?? to;
}

function afterPreamble(text: string, group: Group): number {
  return group.from > 0 ? group.from : (preamble(text, group)?.until ?? 0);
}

function levelOf(folded: Folded, level: Level | undefined): YearLevel | null {
  if (level === undefined) return null;
  return level.word === null ? level.low : sourceOf(folded, level.word.from, level.word.to);
}

/** The unit as the document writes it; a rank and a grade have no written one. */
function unitAt(folded: Folded, level: Level): string {
  if (['%', 'hạng', 'xếp loại'].includes(level.unit)) return level.unit;
  return sourceOf(folded, level.to - level.unit.length, level.to).toLowerCase();
}

type LevelYears = YearsAt & { readonly level: Level };

/** Each year of a clause with the level that it stands beside. */
function yearsOf({ from, to, levels }: Group, text: string, plan: PlanYears | null): YearsAt[] {
  const end = Math.max(to, ...levels.map((level) => level.to));
  return yearsIn(text.slice(from, end), plan).map((one) => ({ ...one, from: one.from + from, to: one.to + from }));
}

function levelYears(
  folded: Folded,
  group: Group,
  years: readonly YearsAt[],
  plan: PlanYears | null,
): Record<string, YearLevel> | null {
  if (years.length === 0) return null;
  const paired = pairs(group.levels, years);
  const held: Record<string, YearLevel> = {};
  const [first] = group.levels;
  const isSchedule = group.levels.length > 1;
  const firstNamed = paired.some(({ level }) => level === first);
  // «94%; đến năm 2024 đạt 97%»: the level without a year holds until the first year that is named.
  if (isSchedule && !firstNamed && plan !== null) {
    const until = Math.min(...paired.flatMap((one) => one.years));
    for (let year = plan.from; year < until; year += 1) hold(held, year, levelOf(folded, first));
  }
  for (const { level, years: named } of paired) for (const year of named) hold(held, year, levelOf(folded, level));
  return Object.keys(held).length === 0 ? null : held;
}

function hold(held: Record<string, YearLevel>, year: number, value: YearLevel | null): void {
  if (value !== null) held[String(year)] = value;
}

/** «lần lượt»: as many years as levels go in order; else each year goes to the level of its own clause. */
function pairs(levels: readonly Level[], years: readonly YearsAt[]): LevelYears[] {
  if (levels.length === 1) return years.flatMap((one) => levels.map((level) => ({ ...one, level })));
  if (years.length === levels.length)
    return years.flatMap((one, at) => levels.slice(at, at + 1).map((level) => ({ ...one, level })));
  const yearFirst = (years[0]?.from ?? 0) < (levels[0]?.from ?? 0);
  return years.flatMap((one) => {
    const level = yearFirst ? (levels.find(({ from }) => from >= one.to) ?? levels[levels.length - 1]) : closest(levels, one);
    return level === undefined ? [] : [{ ...one, level }];
  });
}

function closest(levels: readonly Level[], year: YearsAt): Level | undefined {
  const distance = ({ from, to }: Level): number => (from >= year.to ? from - year.to : year.from - to);
  return [...levels].sort((one, other) => distance(one) - distance(other))[0];
}

/** «15%, mỗi năm tăng 20% đến khi đạt 100%»: percentage points from the plan's first year, never above the cap. */
function risen(levels: readonly Level[], plan: PlanYears | null): Record<string, YearLevel> | null {
  const rise = levels.find(({ op }) => op === 'rise');
  const base = levels.find(({ op }) => op !== 'rise');
  if (rise?.low == null || base?.low == null || plan === null) return null;
  const held: Record<string, YearLevel> = {};
  const cap = rise.high ?? (rise.unit === '%' ? 100 : Number.POSITIVE_INFINITY);
  for (let year = plan.from; year <= plan.to; year += 1)
    held[String(year)] = Math.min(cap, base.low + rise.low * (year - plan.from));
  return held;
}

function moodIn(folded: Folded, from: number, to: number): string | null {
  const at = folded.text.slice(from, to).search(/(?<!\p{L})phấn đấu(?!\p{L})/u);
  return at < 0 ? null : sourceOf(folded, from + at, from + at + 'phấn đấu'.length).toLowerCase();
}

function exceptionIn(folded: Folded, spans: readonly Span[], { from, to }: Span): string | null {
  const span = spans.find((one) => one.from >= from && one.from < to);
  if (span === undefined) return null;
  const isBracketed = folded.text.charAt(span.from) === '(';
  return sourceOf(folded, span.from + (isBracketed ? 1 : 0), span.to - (isBracketed ? 1 : 0));
}

/** The words of a target without what separates it from its neighbours. */
function wording(folded: Folded, from: number, to: number): string {
  return sourceOf(folded, from, to)
    .replace(/^[\s;,.:]+/u, '')
    .replace(/[\s;,.]+$/u, '')
    .replace(/\s+(?:và)$/u, '')
    .replace(/^\(([^()]*)\)$/u, '$1');
}
