import { sameWord } from '../../domain/core/word.ts';
import { measuredFromRaw, newestFact } from '../../domain/history/snapshot.ts';
import { measure } from '../../domain/judging/measure.ts';
import type { Measured } from '../../domain/judging/verdict.ts';
import { isClosed } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { type Plan, type PlanInForce, rowsOfPlan, type Years } from '../../domain/plan/plan.ts';
import { type Carried, isTask, type Joined, type RollOver } from '../../domain/plan/roll-over.ts';
import { actualsIn } from '../../domain/plan/rows-in.ts';
import { measuredValue } from '../../domain/report/report-trend.ts';
import { ORIGIN_LABELS } from '../../words/core/labels.ts';
import { sayBaseline } from '../../words/plan/roll-over.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { withCodes } from '../../workbook/core/grammar.ts';
import { cellAt, isBlankCell } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { levelColumns, yearKey } from '../../workbook/read/find-columns.ts';
import { tableOf } from '../base/open-book.ts';
import type { Values } from './next-plan.ts';

/** What of a row goes on into the next plan; its levels, its day, its money and the words of the document are that plan's own. */
const GO_ON = {
  indicator: ['field', 'kind', 'unit', 'tolerance', 'judged', 'data', 'lead', 'origin', 'part', 'form'],
  task: ['field', 'product', 'lead', 'supports', 'frequency', 'dueRule', 'budgetSource', 'origin', 'watchers'],
} as const;

export type CarryContext = {
  readonly book: Book;
  readonly from: PlanInForce;
  readonly to: { readonly id: string; readonly years: Years };
  /** Whether the last level is proposed for each year, and whether the last result becomes the baseline. */
  readonly levels: boolean;
  readonly baselines: boolean;
  /** The codes of the next plan by those of the last. */
  readonly codes: ReadonlyMap<string, string>;
};

/** The code that each row of the last plan goes on under, with those that were carried over before. */
export function codesAfter(plan: Plan, { carried, joined }: RollOver, to: string): ReadonlyMap<string, string> {
  const of = ({ follows }: Pick<Carried | Joined, 'follows'>, id: string) => follows.map((before) => [before, id] as const);
  const known = [...plan.indicators, ...plan.tasks].filter((row) => sameWord(row.plan, to));
  return new Map([
    ...known.flatMap((row) => of(row, row.id)),
    ...carried.flatMap((each) => of(each, each.id)),
    ...joined.flatMap((each) => of(each, each.row.id)),
  ]);
}

/** The cells of a row of the next plan, by column key. */
export function carriedValues(carried: Carried, context: CarryContext): Values {
  const { row, id, title, follows } = carried;
  const kind = isTask(row) ? 'task' : 'indicator';
  const table = tableOf(context.book, isTask(row) ? 'tasks' : 'indicators');
  const at = table.rows.get(row.id) ?? 0;
  const cell = (key: string): CellValue => cellAt(table.raw, at, table.columns.get(key) ?? 0);
  const goOn = Object.fromEntries(GO_ON[kind].map((key) => [key, cell(key)]));
  const own = isTask(row) ? { due: isRecurring(row.frequency) ? cell('due') : '' } : indicatorValues(row, context, { table, at });
  return { ...goOn, id, title, plan: context.to.id, follows: follows.join('; '), ...own };
}

function isRecurring(frequency: string): boolean {
  return frequency !== 'dated';
}

type Where = { readonly table: TabTable; readonly at: number };

function indicatorValues(row: Indicator, context: CarryContext, where: Where): Values {
  const { codes, book, from } = context;
  const levels = context.levels ? proposedLevels(context, where) : {};
  const result = context.baselines ? lastResult(row, book, from) : null;
  const kept = row.kind === 'below-baseline' ? (row.baseline ?? '') : '';
  return {
    measure: withCodes(row.measure, codes),
    parent: row.parent === '' ? '' : (codes.get(row.parent) ?? ''),
    baseline: result?.value ?? kept,
    note: result === null ? '' : sayBaseline(result.period),
    ...levels,
    ...(Object.keys(levels).length > 0 ? { origin: ORIGIN_LABELS.proposed } : {}),
  };
}

/** The level of the last year of the last plan in each year of the next one: a proposal until the office confirms it. */
function proposedLevels({ from, to }: CarryContext, { table, at }: Where): Values {
  const last = from.years?.last ?? 0;
  const column = levelColumns(table.columns.keys()).find(
    ({ key, years }) => years.includes(last) && !isBlankCell(cellAt(table.raw, at, table.columns.get(key) ?? 0)),
  );
  if (column === undefined) return {};
  const level = cellAt(table.raw, at, table.columns.get(column.key) ?? 0);
  return Object.fromEntries(yearsOf(to.years).map((year) => [yearKey(year), level]));
}

export function yearsOf({ first, last }: Years): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** What the row reached in the last year's report of its plan, as one number of two decimals at most; `null`: nothing that is one. */
function lastResult(row: Indicator, book: Book, { years }: PlanInForce): { value: number; period: string } | null {
  if (row.kind === 'statistic' || row.kind === 'track-only' || row.kind === 'rank-at-most') return null;
  const period = book.plan.periods.find(({ type, year }) => type === 'year' && year === years?.last);
  if (period === undefined) return null;
  const kept = isClosed(period) ? newestFact(book.frozen, { period: period.name, id: row.id, field: 'result' }) : null;
  const rows = actualsIn(book.actuals, period.name);
  const measured: Measured | null =
    kept === null ? measure(row, rows.get(row.id) ?? null, rows).measured : measuredFromRaw(kept.raw, row);
  const value = measured === null ? null : measuredValue(measured);
  return value === null ? null : { value: Math.round(value * 100) / 100, period: period.name };
}

/** Rows of the last plan that a row of the next one takes its figures from, and that end: nothing will be typed there any more. */
export function lostLinks({ carried }: RollOver, { book, from, codes }: CarryContext): { id: string; links: string[] }[] {
  const ending = new Set(rowsOfPlan(book.plan, from).indicators.map(({ id }) => id));
  return carried.flatMap(({ row, id }) => {
    if (isTask(row)) return [];
    const named = [...(row.links?.numerator ?? []), ...(row.links?.denominator ?? []), ...(row.sumOf ?? []).flat()];
    const links = [...new Set(named)].filter((link) => ending.has(link) && !codes.has(link));
    return links.length === 0 ? [] : [{ id, links }];
  });
}
