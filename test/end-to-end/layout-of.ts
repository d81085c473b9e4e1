import { fold } from '../../src/domain/core/word.ts';
import { tabNamed } from '../../src/host/core/look.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { PLAIN } from '../../src/xlsx/areas.ts';
import type { CellModel, CellStyle, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';

const HEADER_ROWS = 10;
/** Rows that no plan reaches: near the end of what the first builds laid out, beyond it, and the last. */
const FAR_ROWS = [990, 1500, 5000];

/** What set-up gives a workbook, apart from its rows: headers, the looks of our columns, lists, colours, settings. */
export function layoutOf(book: WorkbookModel): Readonly<Record<string, unknown>> {
  return Object.fromEntries(TABS.map((spec) => [spec.name, tabLayout(spec, tabNamed(book, spec.name))]));
}

function tabLayout(spec: TabSpec, sheet: SheetModel | null): unknown {
  if (sheet === null) return null;
  const columns = columnsOf(spec, sheet);
  const rows = FAR_ROWS.filter((row) => spec.group === 'entry' || row < 1000);
  return {
    headers: [...columns.keys()].sort(),
    looks: Object.fromEntries(
      [...columns].map(([header, column]): [string, unknown] => [header, rows.map((row) => lookAt(sheet, row, column))]),
    ),
    overview: spec.group === 'overview' ? [1, 2, 5, 12].map((column) => lookAt(sheet, 90, column)) : null,
    lists: Object.fromEntries([...columns].map(([header, column]): [string, unknown] => [header, listAt(sheet, column)])),
    paints: sheet.paints.map(({ ours, ...rule }) => JSON.stringify(rule)).sort(),
    settings: spec.key === SETTINGS.key ? settingsIn(sheet, columns.get(SETTINGS.columns.name.header) ?? 0) : null,
    chart: sheet.charts.map(({ title }) => title),
  };
}

function columnsOf(spec: TabSpec, sheet: SheetModel): Map<string, number> {
  const wanted = new Map(Object.values(spec.columns).map(({ header }) => [fold(header), header]));
  const found = new Map<string, number>();
  for (let row = 1; row <= HEADER_ROWS; row += 1)
    for (const [column, { value }] of sheet.cells.get(row) ?? []) {
      const header = wanted.get(fold(String(value)));
      if (header !== undefined && !found.has(header)) found.set(header, column);
    }
  return found;
}

function lookAt(sheet: SheetModel, row: number, column: number): CellStyle {
  return sheet.cells.get(row)?.get(column)?.style ?? sheet.columnStyles.get(column) ?? PLAIN;
}

/** The choices of a column and the rows that have them, however many rules say so. */
function listAt({ validations }: SheetModel, column: number): unknown {
  const mine = validations.filter((rule) => rule.column <= column && column < rule.column + rule.columns);
  const choices = new Set(mine.map((rule) => JSON.stringify(rule.choices)));
  const first = Math.min(...mine.map(({ row }) => row));
  const last = Math.max(...mine.map(({ row, rows }) => row + rows - 1));
  return mine.length === 0 ? null : { choices: [...choices], first, last, rows: mine.reduce((sum, { rows }) => sum + rows, 0) };
}

function settingsIn({ cells }: SheetModel, column: number): string[] {
  const names = [...cells.values()].flatMap((row) => row.get(column)?.value ?? []).filter((name) => name !== '');
  return [...new Set(names.map(String))].sort();
}

/** Every cell that holds something, by tab, row and column. */
export function cellsIn(book: WorkbookModel): Map<string, CellModel['value']> {
  return new Map(
    book.sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([row, line]) =>
        [...line].flatMap(([column, { value }]) => (value === '' ? [] : [[`${name} ${row} ${column}`, value] as const])),
      ),
    ),
  );
}
