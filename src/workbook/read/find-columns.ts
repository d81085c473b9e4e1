import { fold } from '../../domain/core/word.ts';
import type { RawTab } from '../core/cell.ts';
import { problemIn, type SheetProblem } from '../core/problem.ts';
import type { TabSpec } from '../core/tab.ts';
import { INDICATORS, STAGE_HEADER, YEAR_HEADER } from '../tabs/indicators.ts';
import { type HeaderLines, headerTexts, type OwnLayout } from './own-layout.ts';

/** Headers stand within these rows; above them is room for a head line. */
const HEADER_ROWS = 10;
const LONGEST_HEADER = 1000;
/** A renamed tab must hold at least this share of the columns that are not its key. */
const MOST = 2 / 3;

const YEAR_KEY = /^year-(\d{4})$/u;
const STAGE_KEY = /^years-(\d{4})-(\d{4})$/u;

/** The key of the column with a year's levels. */
export function yearKey(year: number): string {
  return `year-${year}`;
}

/** A column of levels: the years it speaks for, one or those of a stage. */
export type LevelColumn = { readonly key: string; readonly years: readonly number[] };

/** The columns of levels that the tab has: of single years first, then of stages, each earliest first. */
export function levelColumns(keys: Iterable<string>): LevelColumn[] {
  const all = [...keys].flatMap((key) => yearsOfKey(key) ?? []);
  return all.sort(
    (one, other) =>
      Math.sign(one.years.length - 1) - Math.sign(other.years.length - 1) || (one.years[0] ?? 0) - (other.years[0] ?? 0),
  );
}

function yearsOfKey(key: string): LevelColumn | null {
  const year = YEAR_KEY.exec(key)?.[1];
  if (year !== undefined) return { key, years: [Number(year)] };
  const [, first, last] = (STAGE_KEY.exec(key) ?? []).map(Number);
  if (first === undefined || last === undefined) return null;
  return { key, years: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at) };
}

/** The key of the column of levels under that header, or `null`. */
function levelKey(header: string): string | null {
  const year = YEAR_HEADER.exec(header)?.[1];
  if (year !== undefined) return yearKey(Number(year));
  const stage = STAGE_HEADER.exec(header);
  return stage === null ? null : `years-${stage[1]}-${stage[2]}`;
}

/** What a header is called in the tab, by our name or the office's own, or `null` when the column is none of ours. */
export function columnKeyOf(spec: TabSpec, header: string, own: OwnLayout | null = null): string | null {
  // A text as long as this is no header, and dear to compare.
  if (header.length > LONGEST_HEADER) return null;
  const wanted = fold(header);
  if (wanted === '') return null;
  const known = keysOf(spec).get(wanted) ?? own?.columnKey(spec, wanted) ?? null;
  if (known !== null) return known;
  return spec.key === INDICATORS.key ? levelKey(wanted) : null;
}

/** The folded headers of each tab, made once: every cell near the top of a tab is looked up here. */
const KEYS = new WeakMap<TabSpec, ReadonlyMap<string, string>>();

function keysOf(spec: TabSpec): ReadonlyMap<string, string> {
  const known = KEYS.get(spec) ?? new Map(Object.entries(spec.columns).map(([key, { header }]) => [fold(header), key]));
  KEYS.set(spec, known);
  return known;
}

/** The columns of a tab, and what is wrong with its headers. */
export type FoundColumns = {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: readonly SheetProblem[];
};

/** The row with the most of our headers and where each stands, or the lower of two such rows; `null` when no row has any. */
export function findColumns(spec: TabSpec, raw: RawTab, own: OwnLayout): FoundColumns | null {
  const rows = raw.values.slice(0, HEADER_ROWS).map((_, index) => index + 1);
  const found = ([1, 2] as const).flatMap((lines) =>
    rows.slice(lines - 1).map((row) => ({ headerRow: row, places: headersIn(spec, raw, { row, lines, own }) })),
  );
  // The first of the best: two rows only where one alone says less.
  const best = found.reduce<Headers>((one, other) => (other.places.size > one.places.size ? other : one), NO_HEADERS);
  const { headerRow, places } = best;
  if (places.size === 0) return null;
  const single = [...places].flatMap(([key, [column, second]]) =>
    column === undefined || second !== undefined ? [] : [[key, column] as const],
  );
  return {
    headerRow,
    columns: new Map(single),
    problems: [...doubled(spec, raw, { headerRow, places }), ...missing(spec, raw, { headerRow, places })],
  };
}

/** Whether a tab has the headers that name its rows. */
export function hasKey(spec: TabSpec, raw: RawTab, own: OwnLayout): boolean {
  const found = findColumns(spec, raw, own)?.columns;
  return found !== undefined && spec.rowKey.every((key) => found.has(key));
}

/** Whether a tab of another name is this one: all its key headers, and most of the others. */
export function looksLike(spec: TabSpec, raw: RawTab, own: OwnLayout): boolean {
  const all = Object.keys(spec.columns);
  const found = findColumns(spec, raw, own)?.columns;
  if (found === undefined || all.length === 0 || !spec.rowKey.every((key) => found.has(key))) return false;
  const others = all.filter((key) => !spec.rowKey.includes(key));
  return others.filter((key) => found.has(key)).length >= others.length * MOST;
}

type Places = ReadonlyMap<string, readonly number[]>;
type Headers = { readonly headerRow: number; readonly places: Places };
const NO_HEADERS: Headers = { headerRow: 0, places: new Map() };
type Where = { readonly row: number; readonly lines: HeaderLines; readonly own: OwnLayout };

function headersIn(spec: TabSpec, raw: RawTab, { row, lines, own }: Where): Places {
  const places = new Map<string, number[]>();
  const width = raw.values[row - 1]?.length ?? 0;
  for (let column = 1; column <= width; column += 1) {
    const keys = headerTexts(raw, { row, column, lines }).flatMap((text) => columnKeyOf(spec, text, own) ?? []);
    const [key] = keys;
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), column]);
  }
  return places;
}

function doubled(spec: TabSpec, raw: RawTab, { headerRow, places }: Headers): SheetProblem[] {
  return [...places].flatMap(([key, columns]) => {
    const again = columns[1];
    if (again === undefined) return [];
    const facts = { header: headerOf(spec, key) };
    return [problemIn(raw, { row: headerRow, column: again }, { code: 'doubled-header', facts })];
  });
}

/** The place of a missing header is the first free cell of the header row: there it can be typed. */
function missing(spec: TabSpec, raw: RawTab, { headerRow, places }: Headers): SheetProblem[] {
  const header = raw.values[headerRow - 1] ?? [];
  const column = header.reduce<number>((last, cell, index) => (cell === '' ? last : index + 1), 0) + 1;
  return Object.entries(spec.columns)
    .filter(([key, { required }]) => required !== false && !places.has(key))
    .map(([, wanted]) =>
      problemIn(raw, { row: headerRow, column }, { code: 'missing-header', facts: { header: wanted.header } }),
    );
}

/** The header of a column as it should read. */
export function headerOf(spec: TabSpec, key: string): string {
  return spec.columns[key]?.header ?? key.replace(YEAR_KEY, 'Năm $1').replace(STAGE_KEY, 'Giai đoạn $1-$2');
}
