import { attribute, child, descendants, elements, type XmlNode } from '../xml/read-xml.ts';
import { isOn, type NumberingWish, numberOf, type Styles, stripped, val } from './docx-styles.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: each number stands for the counter of a level. */
  readonly text: string;
  /** The level whose turn sets this one back; 0 = never. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
};

type List = {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
};

/** Automatic numbers of one document; to be asked paragraph by paragraph, in order. */
export type Numbering = {
  /** The number of the next paragraph, and its level; '' when it has none. */
  next(wish: NumberingWish, style: string | null): { readonly label: string; readonly level: number };
};

const LEVELS = 9;

/** Counts as Word does: lists of one abstract list go on from each other, unless one of them says where it starts. */
export function numberingOf(xml: string, styles: Styles): Numbering {
  const lists = listsIn(xml, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next: ({ id, level }, style) => {
      const list = id === null || id === '0' ? undefined : lists.get(id);
      if (list === undefined) return { label: '', level: 0 };
      const at = Math.min(level ?? styledLevel(list, style), LEVELS - 1);
      const counter = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counter);
      restart(list, id ?? '', counter, begun);
      count(list, at, counter);
      return { label: labelOf(list, at, counter), level: at };
    },
  };
}

function styledLevel({ levels }: List, style: string | null): number {
  return [...levels].find(([, level]) => level.style !== null && level.style === style)?.[0] ?? 0;
}

/** A list with a start of its own begins anew at its first paragraph. */
function restart({ starts }: List, id: string, counter: (number | undefined)[], begun: Set<string>): void {
  if (begun.has(id)) return;
  begun.add(id);
  for (const [level, start] of starts) counter[level] = start - 1;
}

function count({ levels }: List, at: number, counter: (number | undefined)[]): void {
  const start = levels.get(at)?.start ?? 1;
  counter[at] = (counter[at] ?? start - 1) + 1;
  for (let deeper = at + 1; deeper < LEVELS; deeper += 1) {
    const { restart: by = null } = levels.get(deeper) ?? {};
    if (by === null || (by > 0 && at < by)) counter[deeper] = undefined;
  }
}

function labelOf({ levels }: List, at: number, counter: readonly (number | undefined)[]): string {
  const level = levels.get(at);
  if (level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet') return bullet(level.text);
  return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const of = Number(digit) - 1;
    const other = levels.get(of);
    const value = counter[of] ?? other?.start ?? 1;
    return level.legal ? String(value) : formatted(value, other?.format ?? 'decimal');
  });
}

/** A dash stays a dash and a plus a plus; the glyphs of symbol fonts are bullets. */
function bullet(text: string): string {
  const glyph = text.trim();
  if (/^[-–—−]/u.test(glyph)) return '-';
  return glyph === '+' ? '+' : '•';
}

const ROMANS: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A counter as its format writes it (ECMA-376 §17.18.59, those that Vietnamese documents use). */
export function formatted(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

function roman(value: number): string {
  let left = Math.min(value, 399);
  return ROMANS.reduce((text, [worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return text + sign.repeat(times);
  }, '');
}

/** A…Z, then AA…ZZ. */
function letter(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}

function listsIn(xml: string, styles: Styles): ReadonlyMap<string, List> {
  const root = stripped(xml);
  const abstracts = new Map(descendants(root, 'abstractNum').map((node) => [attribute(node, 'abstractNumId') ?? '', node]));
  const nums = descendants(root, 'num').filter((node) => attribute(node, 'numId') !== undefined);
  const abstractOf = (id: string, depth = 0): string => {
    const link = val(child(abstracts.get(id), 'numStyleLink'));
    const linked = link === null ? null : styles.listNumbering(link);
    const num = linked === null ? undefined : nums.find((node) => attribute(node, 'numId') === linked);
    const next = val(child(num, 'abstractNumId'));
    return next === null || next === id || depth > 5 ? id : abstractOf(next, depth + 1);
  };
  return new Map(
    nums.map((node): [string, List] => {
      const abstract = abstractOf(val(child(node, 'abstractNumId')) ?? '');
      return [attribute(node, 'numId') ?? '', listOf(node, abstract, abstracts.get(abstract))];
    }),
  );
}

function listOf(num: XmlNode, abstract: string, node: XmlNode | undefined): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  const add = (level: XmlNode): void => {
    const at = numberOf(attribute(level, 'ilvl') ?? null);
    if (at !== null && at < LEVELS) levels.set(at, levelOf(level));
  };
  if (node !== undefined) for (const level of elements(node).filter(({ name }) => name === 'lvl')) add(level);
  for (const change of elements(num).filter(({ name }) => name === 'lvlOverride')) {
    const at = numberOf(attribute(change, 'ilvl') ?? null);
    const own = child(change, 'lvl');
    if (own !== undefined) add(own);
    const start = numberOf(val(child(change, 'startOverride')));
    if (at !== null && at < LEVELS && start !== null) starts.set(at, start);
  }
  return { abstract, levels, starts };
}

function levelOf(node: XmlNode): Level {
  return {
    start: numberOf(val(child(node, 'start'))) ?? 1,
    format: val(child(node, 'numFmt')) ?? 'decimal',
    text: val(child(node, 'lvlText')) ?? '',
    restart: numberOf(val(child(node, 'lvlRestart'))),
    legal: child(node, 'isLgl') !== undefined && isOn(val(child(node, 'isLgl')) ?? undefined),
    style: val(child(node, 'pStyle')),
  };
}
