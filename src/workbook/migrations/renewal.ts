import type { Book } from '../core/book.ts';
import type { TabTable } from '../core/tab.ts';
import { columnLayout, type LaidColumn, levelColumn, type PaintRule, type TabRenewal } from '../layout/layout.ts';
import { lastRowOf, overviewColumns } from '../layout/layouts.ts';
import { OVERVIEW_COLUMNS, OVERVIEW_ROWS, overviewOf } from '../layout/overview.ts';
import { hasChart } from '../layout/overview-chart.ts';
import { overviewPaint, paintRules, stalePaint } from '../layout/paint.ts';
import { stampPlaces } from '../layout/stamp.ts';
import { headerOf, levelColumns } from '../read/find-columns.ts';
import type { Migration, TabChange } from './migration.ts';

/** What the steps change in the look of the tabs that can be used, wherever their columns stand; cells are not part of it. */
export function renewals(book: Book, steps: readonly Pick<Migration, 'tabs'>[]): TabRenewal[] {
  return [...book.tables.values()].flatMap((table) => {
    const changes = steps.flatMap(({ tabs }) => tabs[table.spec.key] ?? []);
    if (changes.length === 0) return [];
    return table.spec.group === 'overview' ? overviewRenewal(book, changes) : [tableRenewal(table, changes)];
  });
}

const former = (changes: readonly TabChange[]): string[] => changes.flatMap(({ formerPaint }) => formerPaint ?? []);

function tableRenewal(table: TabTable, changes: readonly TabChange[]): TabRenewal {
  const { spec, raw, headerRow } = table;
  const appended = new Set(changes.flatMap(({ columns }) => columns ?? []));
  const reworded = new Set(changes.flatMap(({ choices }) => choices ?? []));
  const columns = [...table.columns].flatMap(([key, column]) => {
    const known = laidColumn(table, key);
    if (known === null) return [];
    const look = columnLayout(spec, known);
    return [{ column, look, isNew: appended.has(key), hasNewWords: reworded.has(key) && !appended.has(key) }];
  });
  const formerRows = changes.reduce<number | null>((most, change) => change.formerRows ?? most, null);
  const lastRow = Math.max(lastRowOf(spec), raw.values.length);
  const paint = [...stamped(table), ...paintRules(spec, { headerRow, lastRow, columns: table.columns })];
  return { sheetId: raw.sheetId, headerRow, lastRow, formerRows, columns, paint, formerPaint: former(changes), formats: [] };
}

/** Columns of levels are data, and no part of the tab's description. */
function laidColumn({ spec, columns }: TabTable, key: string): LaidColumn | null {
  const known = spec.columns[key];
  if (known !== undefined) return { key, ...known };
  return levelColumns(columns.keys()).some((level) => level.key === key) ? levelColumn(spec, headerOf(spec, key)) : null;
}

/** The stamp of an entry tab turns red where it stands, which in an office's own layout is anywhere above the headers. */
function stamped({ spec, raw, headerRow }: TabTable): PaintRule[] {
  return spec.group === 'entry' ? stampPlaces(raw, headerRow).map(({ row, column }) => stalePaint(row, column)) : [];
}

/** Once the chart lies on it, the cells under the chart have formats of their own. */
function overviewRenewal(book: Book, changes: readonly TabChange[]): TabRenewal[] {
  const raw = overviewOf(book);
  if (raw === null) return [];
  const formats = changes.some((change) => change.formats === true) && !hasChart(raw) ? overviewColumns() : [];
  return [
    {
      sheetId: raw.sheetId,
      headerRow: 0,
      lastRow: OVERVIEW_ROWS,
      formerRows: null,
      columns: [],
      paint: overviewPaint(OVERVIEW_ROWS, OVERVIEW_COLUMNS),
      formerPaint: former(changes),
      formats: formats.map(({ numberFormat }) => numberFormat),
    },
  ];
}
