import { fold } from '../../domain/core/word.ts';
import { OTHER_HEADERS } from '../../words/set-up/adopt.ts';
import type { Book } from '../core/book.ts';
import type { RawBook, RawTab } from '../core/cell.ts';
import { cellAt } from '../core/key.ts';
import { problemIn, type SheetProblem } from '../core/problem.ts';
import type { TabSpec, TabTable } from '../core/tab.ts';
import { columnKeyOf, headerOf, looksLike } from '../read/find-columns.ts';
import { hasOurName } from '../read/find-table.ts';
import { type HeaderLines, headerTexts, type OwnLayout, ownLayoutIn, type Proposal } from '../read/own-layout.ts';
import { TABS } from '../tabs/all.ts';

const HEADER_ROWS = 10;
/** A tab of another name must hold at least this share of the columns that are not its key. */
const MOST = 2 / 3;

/**
 * Tabs and columns that are nearly ours: what a person may agree to once, instead of writing our headers. Only what is
 * missing is looked for, each header of the office is proposed for one column, and the nearest pair comes first.
 */
export function nearLayout({ tabs }: RawBook, { tables }: Pick<Book, 'tables'>): Proposal[] {
  const own = ownLayoutIn(tabs);
  const taken = new Set([...tables.values()].map(({ raw }) => raw.sheetId));
  return TABS.flatMap((spec) => {
    const table = tables.get(spec.key);
    if (table !== undefined) return isWhole(table) ? [] : nearColumns(spec, table.raw, own).proposals;
    if (spec.optional === true) return [];
    // A tab of our name without a single header of ours is the office's to sort out; one that is doubled too.
    const named = tabs.filter((raw) => fold(raw.name) === fold(spec.name) || fold(raw.name) === own.tabName(spec));
    const found =
      named.length > 0
        ? named.slice(1).length === 0 && nearTab(spec, named, own)
        : nearTab(spec, unclaimedTabs(tabs, taken), own);
    if (!found) return [];
    taken.add(found.raw.sheetId);
    return [...(named.length > 0 ? [] : [tabProposal(spec, found.raw)]), ...found.near.proposals];
  });
}

const isWhole = ({ spec, columns }: TabTable): boolean =>
  Object.entries(spec.columns).every(([key, { required }]) => required === false || columns.has(key));

const unclaimedTabs = (tabs: readonly RawTab[], taken: ReadonlySet<number>): RawTab[] =>
  tabs.filter((raw) => !hasOurName(raw) && !taken.has(raw.sheetId));

type Near = { readonly proposals: readonly Proposal[]; readonly keys: ReadonlySet<string> };
type NearTab = { readonly raw: RawTab; readonly near: Near };

/** The only tab that would be this one, its keys among what is found. */
function nearTab(spec: TabSpec, tabs: readonly RawTab[], own: OwnLayout): NearTab | null {
  const all = Object.keys(spec.columns);
  if (all.length === 0 || spec.rowKey.length === 0) return null;
  const others = all.filter((key) => !spec.rowKey.includes(key));
  const fitting = tabs.flatMap((raw) => {
    if (looksLike(spec, raw, own)) return [];
    const near = nearColumns(spec, raw, own);
    const hasKeys = spec.rowKey.every((key) => near.keys.has(key));
    return hasKeys && others.filter((key) => near.keys.has(key)).length >= others.length * MOST ? [{ raw, near }] : [];
  });
  const [only, second] = fitting;
  return only !== undefined && second === undefined ? only : null;
}

function tabProposal({ key }: TabSpec, { sheetId, name }: RawTab): Proposal {
  return { tab: key, sheetId, tabName: name, header: null, own: name, row: 1, column: 1 };
}

/** The columns of a tab that are there under other headers; `keys`: those and the ones under ours. */
function nearColumns(spec: TabSpec, raw: RawTab, own: OwnLayout): Near {
  const rows = raw.values.slice(0, HEADER_ROWS).map((_, index) => index + 1);
  const found = ([1, 2] as const).flatMap((lines) => rows.slice(lines - 1).map((row) => nearIn(spec, raw, { row, lines, own })));
  return found.reduce<Near>((best, one) => (one.keys.size > best.keys.size ? one : best), { proposals: [], keys: new Set() });
}

type Where = { readonly row: number; readonly lines: HeaderLines; readonly own: OwnLayout };
type Pair = { readonly key: string; readonly column: number; readonly text: string; readonly score: number };

function nearIn(spec: TabSpec, raw: RawTab, where: Where): Near {
  const columns = (raw.values[where.row - 1] ?? []).map((_, index) => index + 1);
  const texts = new Map(columns.map((column) => [column, headerTexts(raw, { row: where.row, column, lines: where.lines })]));
  const exact = new Map(
    columns.map((column) => [column, (texts.get(column) ?? []).flatMap((text) => columnKeyOf(spec, text, where.own) ?? [])[0]]),
  );
  const keys = new Set([...exact.values()].filter((key) => key !== undefined));
  const pairs = columns
    .filter((column) => exact.get(column) === undefined && (texts.get(column) ?? []).length > 0)
    .flatMap((column) => pairsOf(spec, column, { texts: texts.get(column) ?? [], keys }))
    .sort((left, right) => right.score - left.score);
  const proposals: Proposal[] = [];
  const used = new Set<number>();
  for (const { key, column, text } of pairs) {
    if (keys.has(key) || used.has(column)) continue;
    keys.add(key);
    used.add(column);
    const row = cellAt(raw, where.row, column) === '' ? where.row - 1 : where.row;
    proposals.push({
      tab: spec.key,
      sheetId: raw.sheetId,
      tabName: raw.name,
      header: headerOf(spec, key),
      own: text,
      row,
      column,
    });
  }
  return { proposals: proposals.sort((left, right) => left.column - right.column), keys };
}

type Texts = { readonly texts: readonly string[]; readonly keys: ReadonlySet<string> };

function pairsOf(spec: TabSpec, column: number, { texts, keys }: Texts): Pair[] {
  return Object.entries(spec.columns)
    .filter(([key]) => !keys.has(key))
    .flatMap(([key, { header }]) =>
      texts.map((text) => ({ key, column, text, score: likeness(header, text) })).filter(({ score }) => score >= NEAR),
    );
}

/** The problems with what is missing, where something near stands told by its cell and as a proposal. */
export function withProposals(problems: readonly SheetProblem[], proposals: readonly Proposal[]): SheetProblem[] {
  if (proposals.length === 0) return [...problems];
  const isProposed = ({ code, tab, facts }: SheetProblem): boolean =>
    proposals.some(({ tab: key, tabName, header }) => {
      const name = TABS.find((spec) => spec.key === key)?.name;
      if (code === 'missing-tab') return header === null && name === tab;
      return (
        code === 'missing-header' && tabName === tab && (header === facts['header'] || String(facts['header']).includes('; '))
      );
    });
  return [...proposals.map(proposalProblem), ...problems.filter((problem) => !isProposed(problem))];
}

function proposalProblem({ tab, sheetId, tabName, header, own, row, column }: Proposal): SheetProblem {
  const wanted = header ?? TABS.find((spec) => spec.key === tab)?.name ?? '';
  const code = header === null ? 'near-tab' : 'near-header';
  return problemIn({ sheetId, name: tabName }, { row, column }, { code, facts: { header: wanted, own } });
}

/** From this on two names are near enough to ask a person. */
export const NEAR = 0.75;

/**
 * How near a text is to one of our names, 0–1: 1 when only accents, case, signs or what stands in brackets differ; the
 * usual other words for it and its initials (ĐVT) nearly so; else the words, then the pairs of letters they share.
 */
export function likeness(name: string, text: string): number {
  const [wanted, found] = [namePlain(name), namePlain(text)];
  if (wanted.plain === '' || found.plain === '') return 0;
  if (wanted.plain === found.plain || wanted.plain === found.bare) return 1;
  if ((OTHER_HEADERS[name] ?? []).some((other) => namePlain(other).plain === found.plain)) return 0.95;
  if (wanted.words.length > 1 && wanted.initials === found.plain) return 0.9;
  return Math.max(sharedWords(wanted.words, found.words), sharedPairs(wanted, found));
}

/** A name as it is compared. */
type PlainName = {
  readonly plain: string;
  /** Without what stands in brackets. */
  readonly bare: string;
  readonly initials: string;
  readonly words: readonly string[];
  /** Neighbouring letters, with how often each pair occurs. */
  readonly pairs: ReadonlyMap<string, number>;
};

/** No header is longer, but for what stands in brackets; more of a text is not looked at. */
const LONGEST_NAME = 100;
const LONGEST_LOOKED_AT = 1000;

/** Every cell near the top of a tab is compared with every name. */
const names = new Map<string, PlainName>();
const MOST_NAMES = 4096;

function namePlain(text: string): PlainName {
  const looked = text.slice(0, LONGEST_LOOKED_AT);
  const known = names.get(looked);
  if (known !== undefined) return known;
  const word = plain(looked.slice(0, LONGEST_NAME));
  const made = {
    plain: word,
    bare: plain(looked.replace(/\([^()]*\)|\[[^[\]]*\]/gu, '').slice(0, LONGEST_NAME)),
    initials: word.replace(/(\p{L})\S* ?/gu, '$1'),
    words: word.split(' '),
    pairs: pairsIn(word),
  };
  if (names.size >= MOST_NAMES) names.clear();
  names.set(looked, made);
  return made;
}

/** Without accents and signs, in small letters. */
function plain(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One name that is the other with a word more or two. */
function sharedWords(left: readonly string[], right: readonly string[]): number {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const share = few.length / many.length;
  // One word alone, or half of a name, says too little.
  return few.length < 2 || share <= 0.5 || !few.every((word) => many.includes(word)) ? 0 : 0.5 + share / 2;
}

/** Dice's coefficient over neighbouring letters: misspelt words. */
function sharedPairs(left: PlainName, right: PlainName): number {
  const [ours, theirs] = [left.plain.length - 1, right.plain.length - 1];
  const most = (2 * Math.min(ours, theirs)) / (ours + theirs);
  // Too unlike in length to be near, whatever the letters are.
  if (!(most >= NEAR)) return 0;
  let shared = 0;
  for (const [pair, count] of left.pairs) shared += Math.min(count, right.pairs.get(pair) ?? 0);
  return (2 * shared) / (ours + theirs);
}

function pairsIn(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
