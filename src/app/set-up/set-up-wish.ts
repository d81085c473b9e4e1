import { type Day, yearOf } from '../../domain/core/day.ts';
import { sameWord } from '../../domain/core/word.ts';
import { setting } from '../../domain/plan/settings.ts';
import { codeOf, SETTING_LABELS } from '../../words/core/labels.ts';
import { placeNameOf } from '../../words/set-up/set-up.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { joinKey, keysIn, plainText } from '../../workbook/core/key.ts';
import type { TabSpec } from '../../workbook/core/tab.ts';
import type { TabLayout } from '../../workbook/layout/layout.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { SETTINGS } from '../../workbook/tabs/settings.ts';
import { appendRows } from '../../workbook/write/write.ts';

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
  { unit = '', years = [], today }: Wish & { readonly today: Day },
): { readonly blocks: Block[]; readonly added: readonly string[] } {
  const { periods, settings } = Object.fromEntries(book.tables);
  const known = periods === undefined ? new Set() : keysIn(periods);
  const rows = (layouts.find(({ name }) => name === PERIODS.name)?.rows ?? []).filter(
    (row) => isOfYears(row, years) && !known.has(joinKey([plainText(row[0] ?? '')])),
  );
  const keys = Object.keys(PERIODS.columns);
  const records = rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? ''])));
  // A name in force is the office's to change, with the day from which another holds.
  const isNameless = unit !== '' && setting(book.plan, 'unit-name', today) === null;
  const names = isNameless ? [{ name: SETTING_LABELS['unit-name'], value: unit }] : [];
  return {
    blocks: [
      ...(periods === undefined ? [] : appendRows(periods, records)),
      ...(settings === undefined ? [] : appendRows(settings, names)),
    ],
    added: [...rows.map(([name = '']) => plainText(name)), ...names.map(({ value }) => value)],
  };
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

function place({ columns }: Pick<TabSpec, 'columns'>, key: string): number {
  return Object.keys(columns).indexOf(key);
}
