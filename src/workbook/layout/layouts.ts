import { fold } from '../../domain/core/word.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import { readDay } from '../../words/core/day.ts';
import { codeOf, SETTING_LABELS } from '../../words/core/labels.ts';
import { readNumber } from '../../words/core/number.ts';
import { GUARD_WORDS, HEAD_WORDS } from '../../words/set-up/layout.ts';
import type { CellValue } from '../core/cell.ts';
import type { TabKey, TabSpec } from '../core/tab.ts';
import { columnKeyOf, levelColumns } from '../read/find-columns.ts';
import { isWanted, TABS } from '../tabs/all.ts';
import { INDICATORS } from '../tabs/indicators.ts';
import { PLANS } from '../tabs/plans.ts';
import { SETTINGS } from '../tabs/settings.ts';
import { type ColumnLayout, columnLayout, type Guard, type LaidColumn, laidColumns, type TabLayout } from './layout.ts';
import { OVERVIEW_COLUMNS, OVERVIEW_ROWS } from './overview.ts';
import { overviewPaint, type PaintPlace, paintRules, stalePaint } from './paint.ts';

const TAB_COLOURS: Readonly<Record<TabSpec['group'], string | null>> = {
  overview: '#1A4971',
  entry: '#F2B705',
  plan: '#6B9AC4',
  hidden: null,
};

/** Tabs that only clerks may edit, beside those of the plan. */
const CLERKS_TABS: readonly TabKey[] = ['roles', 'settings', 'holidays', 'outline'];

/** Columns that stay in sight when one scrolls to the right: what the row is about. */
const FROZEN_COLUMNS: Partial<Record<TabKey, number>> = {
  actuals: 4,
  entries: 4,
  narratives: 3,
  inspections: 2,
  surveys: 2,
  scores: 4,
  plans: 2,
  indicators: 3,
  tasks: 3,
  periods: 1,
};

/** «Cập nhật lúc» stands here in the head line of an entry tab, and the moment beside it. */
const STAMP_LABEL_COLUMN = 5;
const FIRST_OVERVIEW_WIDTH = 330;
const OVERVIEW_WIDTH = 115;

/** The rows of a new tab, on Google and here. */
const NEW_TAB_ROWS = 1000;
/** A period adds some hundred rows to an entry tab: this holds the twenty periods of a five-year plan twice over. */
const ENTRY_TAB_ROWS = 5000;

/** What set-up needs to make every tab, in their order, with the rows of a plan under its headers; of the registers those that are wanted. */
export function layoutsOf(template: Template, extras: readonly Extra[] = []): TabLayout[] {
  const levels = levelHeaders(template);
  return TABS.filter((spec) => isWanted(spec, extras)).map((spec) =>
    spec.group === 'overview' ? overviewLayout(spec) : tabLayout(spec, template, levels),
  );
}

/** How far down a tab is laid out. */
export function lastRowOf({ group }: TabSpec): number {
  return group === 'entry' ? ENTRY_TAB_ROWS : NEW_TAB_ROWS;
}

function tabLayout(spec: TabSpec, template: Template, levels: readonly string[]): TabLayout {
  const columns = laidColumns(spec, levels);
  const top = [...headLines(spec), columns.map(({ header }) => header)];
  const headerRow = top.length;
  const lastRow = lastRowOf(spec);
  const place: PaintPlace = { headerRow, lastRow, columns: new Map(columns.map(({ key }, at) => [key, at + 1])) };
  const stale = spec.group === 'entry' ? [stalePaint(1, STAMP_LABEL_COLUMN + 1)] : [];
  return {
    name: spec.name,
    hidden: spec.group === 'hidden',
    tabColor: TAB_COLOURS[spec.group],
    headerRow,
    lastRow,
    frozenColumns: FROZEN_COLUMNS[spec.key] ?? 0,
    columns: columns.map((column) => columnLayout(spec, column)),
    top,
    rows: templateRows(template, spec, columns),
    paint: [...stale, ...paintRules(spec, place)],
    guards: guardsOf(spec, columns, headerRow),
  };
}

/** Visible tabs carry one line above their headers; hidden ones start with the headers. */
function headLines({ group, key }: TabSpec): CellValue[][] {
  if (group === 'entry') return [[HEAD_WORDS.legend, '', '', '', HEAD_WORDS.updated]];
  if (group !== 'plan') return [];
  return [[key === 'periods' ? HEAD_WORDS.calendar : key === 'plans' ? HEAD_WORDS.plans : HEAD_WORDS.plan]];
}

/** The columns of the overview, which has no headers. */
export function overviewColumns(): ColumnLayout[] {
  return Array.from({ length: OVERVIEW_COLUMNS }, (_, at) => ({
    width: at === 0 ? FIRST_OVERVIEW_WIDTH : OVERVIEW_WIDTH,
    // Zeros are shown as a dash, so that the other numbers stand out.
    numberFormat: at === 0 ? 'General' : '0;-0;"–"',
    background: null,
    fontColor: null,
    // The lines of the head run over the columns to their right.
    wrap: at > 0,
    align: at === 0 ? 'left' : 'center',
    choices: null,
    help: null,
  }));
}

function overviewLayout(spec: TabSpec): TabLayout {
  return {
    name: spec.name,
    hidden: false,
    tabColor: TAB_COLOURS[spec.group],
    headerRow: 0,
    lastRow: NEW_TAB_ROWS,
    frozenColumns: 1,
    columns: overviewColumns(),
    top: [],
    rows: [],
    paint: overviewPaint(OVERVIEW_ROWS, OVERVIEW_COLUMNS),
    guards: [{ ...WHOLE_TAB, kind: 'warning', description: GUARD_WORDS.log }],
  };
}

const WHOLE_TAB = { columns: null, rows: null } as const;

/** Who may write: the plan and its settings clerks only, logs and grey columns after a warning. */
function guardsOf(spec: TabSpec, columns: readonly LaidColumn[], headerRow: number): Guard[] {
  if (spec.group === 'plan' || CLERKS_TABS.includes(spec.key))
    return [{ ...WHOLE_TAB, kind: 'clerks', description: GUARD_WORDS.clerks(spec.key) }];
  if (spec.group !== 'entry') return [{ ...WHOLE_TAB, kind: 'warning', description: GUARD_WORDS.log }];
  const grey = greyRuns(columns).map(
    (run) => ({ kind: 'warning', description: GUARD_WORDS.machine, columns: run, rows: null }) as const,
  );
  return [{ kind: 'warning', description: GUARD_WORDS.headers, columns: null, rows: { from: 1, count: headerRow } }, ...grey];
}

/** Neighbouring grey columns as one stretch. */
function greyRuns(columns: readonly LaidColumn[]): { readonly from: number; readonly count: number }[] {
  const runs: { from: number; count: number }[] = [];
  columns.forEach(({ by }, index) => {
    const last = runs[runs.length - 1];
    if (by !== 'machine') return;
    if (last !== undefined && last.from + last.count === index + 1) last.count += 1;
    else runs.push({ from: index + 1, count: 1 });
  });
  return runs;
}

type TemplateRow = readonly (string | number)[];

/** A plan as rows under the tabs' own headers; the first row of each tab is its headers, in any order. */
export type Template = { readonly tabs: Readonly<Record<string, readonly TemplateRow[]>> };

/** The template's rows of a tab under the columns as they are laid out; days and numbers written as text become such. */
export function templateRows(template: Template, spec: TabSpec, columns: readonly LaidColumn[]): CellValue[][] {
  const [headers = [], ...rows] = rowsOf(template, spec);
  const places = new Map(headers.map((header, at) => [columnKeyOf(spec, String(header)), at]));
  return rows.map((row) => columns.map((column) => cellOf(row[places.get(column.key) ?? -1] ?? '', column)));
}

/** A tab as a new workbook has it, without a row. */
export function emptyLayout(spec: TabSpec): TabLayout {
  return tabLayout(spec, { tabs: {} }, []);
}

/** The headers of the columns of levels: those of the plan's own, else one for each year from the first to the last of its years. */
export function levelHeaders(template: Template): string[] {
  const headers = (rowsOf(template, INDICATORS)[0] ?? []).map(String);
  const keys = new Map(headers.map((header) => [columnKeyOf(INDICATORS, header) ?? '', header]));
  const own = levelColumns(keys.keys()).map(({ key }) => keys.get(key) ?? '');
  return own.length > 0 ? own : planYearsOf(template).map((year) => `Năm ${year}`);
}

function planYearsOf(template: Template): number[] {
  const setting = rowsOf(template, SETTINGS).find(([name]) => codeOf(SETTING_LABELS, String(name ?? '')) === 'plan-years');
  const [headers = [], ...plans] = rowsOf(template, PLANS);
  const at = [PLANS.columns.firstYear, PLANS.columns.lastYear].map(({ header }) => headers.indexOf(header));
  const said = [String(setting?.[1] ?? ''), ...plans.flatMap((row) => at.map((column) => String(row[column] ?? '')))];
  const years = said.flatMap((text) => text.match(/\d{4}/gu) ?? []).map(Number);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, offset) => first + offset);
}

function rowsOf({ tabs }: Template, { name }: Pick<TabSpec, 'name'>): readonly TemplateRow[] {
  return Object.entries(tabs).find(([tab]) => fold(tab) === fold(name))?.[1] ?? [];
}

function cellOf(value: string | number, { kind }: LaidColumn): CellValue {
  if (typeof value === 'number') return value;
  if (kind === 'day') {
    const day = readDay(value);
    return day === null ? value : { day, minutes: 0 };
  }
  if (kind !== 'number' && kind !== 'whole' && kind !== 'year' && kind !== 'level') return value;
  const number = readNumber(value, 'vi');
  return number.ok && !number.percent ? number.value : value;
}
