import { type Day, yearOf } from '../domain/day.ts';
import { setting } from '../domain/settings.ts';
import { sameWord } from '../domain/word.ts';
import { codeOf, SETTING_LABELS } from '../words/labels.ts';
import { placeNameOf } from '../words/set-up.ts';
import type { Book } from '../workbook/book.ts';
import type { Block, CellValue } from '../workbook/cell.ts';
import { joinKey, keysIn, plainText } from '../workbook/key.ts';
import type { TabLayout } from '../workbook/layout.ts';
import type { TabSpec } from '../workbook/tab.ts';
import { PERIODS } from '../workbook/tabs/periods.ts';
import { SETTINGS } from '../workbook/tabs/settings.ts';
import { appendRows } from '../workbook/write.ts';

/** What a person chose beside the template; left out or empty: as the template has it. */
export type Wish = { readonly unit?: string | undefined; readonly years?: readonly number[] | undefined };
type Row = readonly CellValue[];

/** A tab as it is laid out where it is new: the periods of the years chosen, and the unit by its name. */
export function wished(layout: TabLayout, { unit = '', years }: Wish): TabLayout {
  if (layout.name === PERIODS.name && years !== undefined)
    return { ...layout, rows: layout.rows.filter((row) => isOfYears(row, years)) };
  return layout.name === SETTINGS.name && unit !== '' ? { ...layout, rows: renamed(layout.rows, unit) } : layout;
}

/** What the wish still lacks in tabs that were there: rows under the last one, no cell is changed. `added` names them. */
export function lackingRows(
  book: Book,
  layouts: readonly TabLayout[],
  { wish: { unit = '', years = [] }, today }: { readonly wish: Wish; readonly today: Day },
): { readonly blocks: Block[]; readonly added: readonly string[] } {
  const periods = book.tables.get('periods');
  const settings = book.tables.get('settings');
  const known = periods === undefined ? new Set<string>() : keysIn(periods);
  const rows = (layouts.find(({ name }) => name === PERIODS.name)?.rows ?? [])
    .filter((row) => isOfYears(row, years))
    .map((row) => Object.fromEntries(Object.keys(PERIODS.columns).map((key, at) => [key, row[at] ?? ''])))
    .filter(({ name = '' }) => !known.has(joinKey([plainText(name)])));
  const now = setting(book.plan, 'unit-name', today);
  const from = now === null ? '' : { day: today, minutes: 0 };
  const name = SETTING_LABELS['unit-name'];
  const isNew = settings !== undefined && unit !== '' && !sameWord(now ?? '', unit);
  // Typed twice on one day: two rows with one key would count as none.
  const isFree = isNew && !keysIn(settings).has(joinKey([name, now === null ? '' : today]));
  return {
    blocks: [
      ...(periods === undefined ? [] : appendRows(periods, rows)),
      ...(isFree ? appendRows(settings, [{ name, value: unit, from }]) : []),
    ],
    added: [...rows.map((row) => plainText(row['name'] ?? '')), ...(isFree ? [unit] : [])],
  };
}

/** The years that the periods of a layout belong to. */
export function yearsIn(rows: readonly Row[]): number[] {
  return [...new Set(rows.flatMap((row) => yearOfRow(row) ?? []))];
}

/** The name of the unit that a layout of `Thông tin chung` has in force on that day. */
export function unitIn(rows: readonly Row[], today: Day): string {
  const named = rows.filter((row) => isAbout(row, 'unit-name') && dayOf(row, SETTINGS, 'from') <= today);
  return plainText(named[named.length - 1]?.[place(SETTINGS, 'value')] ?? '');
}

/** One name for all days, and the place that it names; a name of the template's own keeps the history that the template knows. */
function renamed(rows: readonly Row[], unit: string): Row[] {
  const value = place(SETTINGS, 'value');
  if (rows.some((row) => isAbout(row, 'unit-name') && sameWord(plainText(row[value] ?? ''), unit))) return [...rows];
  const others = rows.filter((row) => !isAbout(row, 'unit-name') && !isAbout(row, 'place-name'));
  return [[SETTING_LABELS['unit-name'], unit, '', ''], [SETTING_LABELS['place-name'], placeNameOf(unit), '', ''], ...others];
}

function isAbout(row: Row, key: 'unit-name' | 'place-name'): boolean {
  return codeOf(SETTING_LABELS, plainText(row[place(SETTINGS, 'name')] ?? '')) === key;
}

/** A row without a day that can be read is the office's to look at: it belongs to every year. */
function isOfYears(row: Row, years: readonly number[]): boolean {
  return years.includes(yearOfRow(row) ?? years[0] ?? 0);
}

function yearOfRow(row: Row): number | null {
  const end = row[place(PERIODS, 'end')] ?? '';
  return typeof end === 'object' ? yearOf(end.day) : null;
}

function dayOf(row: Row, spec: TabSpec, key: string): string {
  return plainText(row[place(spec, key)] ?? '');
}

function place({ columns }: Pick<TabSpec, 'columns'>, key: string): number {
  return Object.keys(columns).indexOf(key);
}
