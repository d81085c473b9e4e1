import { fold, tidy } from '../../domain/core/word.ts';
import { OWN_LAYOUT_WORDS } from '../../words/set-up/own-layout.ts';
import type { CellValue, RawTab } from '../core/cell.ts';
import { cellAt, plainText } from '../core/key.ts';
import type { TabKey, TabSpec } from '../core/tab.ts';
import { SETTINGS } from '../tabs/settings.ts';

/**
 * What the office calls our tabs and columns, as the clerk agreed: rows of `Thông tin chung`, so that every host and every copy
 * of the workbook has them.
 */
export type OwnLayout = {
  /** The office's name of a tab, folded; `null`: our own name. */
  tabName(spec: Pick<TabSpec, 'name'>): string | null;
  /** The column that the office calls so, by a folded header; `null`: none. */
  columnKey(spec: TabSpec, header: string): string | null;
};

/** The row that says so, under the headers of `Thông tin chung`. */
export function ownLayoutRow(tab: string, header: string | null, own: string): { name: string; value: string } {
  return { name: nameOf(tab, header), value: own };
}

const nameOf = (tab: string, header: string | null): string =>
  header === null ? `${OWN_LAYOUT_WORDS.tab}: ${tab}` : `${OWN_LAYOUT_WORDS.column}: ${tab} / ${header}`;

/** Whether a row of `Thông tin chung` is one of these, by its `Nội dung`. */
export function isOwnLayoutRow(name: string, tabs: readonly TabSpec[]): boolean {
  const found = /^([^:]+):(.*)$/su.exec(name);
  if (found === null) return false;
  const [kind, rest] = [fold(found[1] ?? ''), fold(found[2] ?? '')];
  if (kind === fold(OWN_LAYOUT_WORDS.tab)) return tabs.some((spec) => fold(spec.name) === rest);
  return kind === fold(OWN_LAYOUT_WORDS.column) && tabs.some((spec) => rest.startsWith(`${fold(spec.name)} / `));
}

const NONE: OwnLayout = { tabName: () => null, columnKey: () => null };

/** Reads those rows; the tab that holds them is never called otherwise. */
export function ownLayoutIn(tabs: readonly RawTab[]): OwnLayout {
  const raw = tabs.find(({ name }) => fold(name) === fold(SETTINGS.name));
  const rows = raw === undefined ? [] : settingRows(raw);
  if (rows.length === 0) return NONE;
  const own = new Map(rows);
  const read = (name: string): string | null => own.get(fold(name)) ?? null;
  const keys = new Map<string, ReadonlyMap<string, string>>();
  const keysIn = ({ name, columns }: TabSpec): ReadonlyMap<string, string> => {
    const adopted = Object.entries(columns).map(([key, { header }]) => [read(nameOf(name, header)) ?? '', key] as const);
    const known = keys.get(name) ?? new Map(adopted);
    keys.set(name, known);
    return known;
  };
  return {
    tabName: ({ name }) => read(nameOf(name, null)),
    columnKey: (spec, header) => keysIn(spec).get(header) ?? null,
  };
}

const KINDS = [OWN_LAYOUT_WORDS.tab, OWN_LAYOUT_WORDS.column].map((word) => `${fold(word)}:`);

function settingRows(raw: RawTab): (readonly [string, string])[] {
  const places = raw.values
    .slice(0, 10)
    .map((line) => [placeOf(line, SETTINGS.columns.name), placeOf(line, SETTINGS.columns.value)]);
  const at = places.findIndex((found) => !found.includes(0));
  const [nameAt = 0, valueAt = 0] = places[at] ?? [];
  if (at < 0) return [];
  return raw.values.slice(at + 1).flatMap((_, down) => {
    const text = (column: number): string => fold(plainText(cellAt(raw, at + 2 + down, column)));
    const name = text(nameAt);
    return KINDS.some((kind) => name.startsWith(kind)) && text(valueAt) !== '' ? [[name, text(valueAt)] as const] : [];
  });
}

function placeOf(line: readonly CellValue[], { header }: { readonly header: string }): number {
  return line.findIndex((cell) => fold(plainText(cell)) === fold(header)) + 1;
}

/** How a tab's headers can stand: in one row, or in two, where a cell of the upper row may speak for several below it. */
export type HeaderLines = 1 | 2;

/**
 * The texts by which the column's header may be known, the plainest first. In two rows: the lower cell, with the one above
 * it (or, where a merged cell begins further left, that one) before it; the upper cell alone where the lower is blank.
 */
export function headerTexts(raw: RawTab, at: { row: number; column: number; lines: HeaderLines }): readonly string[] {
  const lines = kept.get(raw) ?? new Map<string, readonly (readonly string[])[]>();
  kept.set(raw, lines);
  const key = `${at.lines} ${at.row}`;
  const texts = lines.get(key) ?? textsOf(raw, at.row, at.lines);
  lines.set(key, texts);
  return texts[at.column - 1] ?? [];
}

/** Headers are looked for in the first columns only: a tab of ours has some thirty, and an office adds a few. */
const HEADER_COLUMNS = 1000;

/** Every kind of tab asks for the same rows again. */
const kept = new WeakMap<RawTab, Map<string, readonly (readonly string[])[]>>();

function textsOf(raw: RawTab, row: number, lines: HeaderLines): readonly (readonly string[])[] {
  // The nearest text to the left in the row above, as one goes along.
  let parent = '';
  return (raw.values[row - 1] ?? []).slice(0, HEADER_COLUMNS).map((_, index) => {
    const own = textAt(raw, row, index + 1);
    if (lines === 1) return own === '' ? [] : [own];
    const above = textAt(raw, row - 1, index + 1);
    parent = above === '' ? parent : above;
    if (own === '') return above === '' ? [] : [above];
    return parent === '' ? [own] : [own, `${parent} ${own}`];
  });
}

const textAt = (raw: RawTab, row: number, column: number): string => tidy(plainText(cellAt(raw, row, column)));

/** A name of ours that the office writes in its own way, for a person to agree to. */
export type Proposal = {
  readonly tab: TabKey;
  readonly sheetId: number;
  readonly tabName: string;
  /** `null`: the whole tab. */
  readonly header: string | null;
  readonly own: string;
  readonly row: number;
  readonly column: number;
};
