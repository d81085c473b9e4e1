import { entryProgress } from '../../domain/checks/entry-progress.ts';
import type { Severity } from '../../domain/checks/finding.ts';
import { addDays, type Day } from '../../domain/core/day.ts';
import type { Evaluation } from '../../domain/judging/evaluate.ts';
import { isJudgedKind, isProposedLevel, notMet, type Tally } from '../../domain/judging/tally.ts';
import { VERDICTS, type Verdict } from '../../domain/judging/verdict.ts';
import { type Plan, planOfRow } from '../../domain/plan/plan.ts';
import { isProposal, TASK_STATUSES, type TaskStatus } from '../../domain/plan/task.ts';
import { sayDay } from '../../words/core/day.ts';
import { ORIGIN_LABELS, STATUS_LABELS, VERDICT_LABELS } from '../../words/core/labels.ts';
import { sayRowOption } from '../../words/entry/enter-form.ts';
import {
  OVERVIEW_WORDS,
  problemRows,
  sayBar,
  sayMoreDeadlines,
  sayOfPlan,
  sayOverviewHead,
  withoutTime,
} from '../../words/pages/overview.ts';
import { HEAD_WORDS } from '../../words/set-up/layout.ts';
import type { Book } from '../core/book.ts';
import type { Block, CellValue, RawTab } from '../core/cell.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import type { Judged } from '../write/derived.ts';
import { sameCell } from '../write/write.ts';
import { dailyLines } from './daily-record.ts';
import { BELOW_CHART, CHART_PLACE, chartLines, hasChart } from './overview-chart.ts';

/** A name, one column for each status, one for what is only proposed, and the total. */
export const OVERVIEW_COLUMNS = TASK_STATUSES.length + 3;
/** Rows the machine owns on the tab, so that what an earlier, longer table left is cleared. */
export const OVERVIEW_ROWS = 100;

/** What the overview tells. */
export type OverviewFacts = {
  /** Every open period with its verdicts, the one being entered first: its tables are whole, of the others the counts that matter. */
  readonly open: readonly Judged[];
  readonly problems: Readonly<Record<Severity, number>>;
  readonly today: Day;
  /** Whether the daily run asks for a place for its two lines. */
  readonly isDaily?: boolean;
  /** The time of day, told with the day; a tab that differs in nothing else is left alone. */
  readonly minutes?: number;
};

type OverviewLine = readonly CellValue[];

/** The whole of `Tổng quan` as one rectangle of a fixed size; nothing when it says so already, or when the tab is another's. */
export function overviewBlocks(book: Book, facts: OverviewFacts): Block[] {
  const raw = overviewOf(book);
  if (raw === null) return [];
  const lines = hasChart(raw)
    ? linesAroundChart({ plan: book.plan, raw }, facts)
    : overviewLines({ plan: book.plan, raw }, facts);
  const height = Math.max(OVERVIEW_ROWS, lines.length);
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: OVERVIEW_COLUMNS }, (__, column) => lines[row]?.[column] ?? ''),
  );
  const isSame = values.every((cells, row) => cells.every((cell, column) => sameTold(cell, cellAt(raw, row + 1, column + 1))));
  return isSame ? [] : [{ sheetId: raw.sheetId, row: 1, column: 1, values }];
}

function sameTold(cell: CellValue, standing: CellValue): boolean {
  if (typeof cell === 'string' && typeof standing === 'string') return withoutTime(cell) === withoutTime(standing);
  return sameCell(cell, standing);
}

/** An office may have a tab of that name with a content of its own: only a blank one, or one of ours, is written to. */
export function overviewOf({ tables }: Book): RawTab | null {
  const raw = tables.get('overview')?.raw;
  const cells = raw?.values.flat() ?? [];
  const isOurs = cells.every(isBlankCell) || cells.includes(HEAD_WORDS.legend) || cells.includes(OVERVIEW_WORDS.chart);
  return raw !== undefined && isOurs ? raw : null;
}

/** The row from which the daily run writes when the tab was just written with a place for it; `null` when the tab is another's. */
export function dailyRow(book: Book, today: Day): number | null {
  return overviewOf(book) === null ? null : sayOverviewHead(book.plan, null, today).length + 1;
}

/** The plan, and the tab as it stands. */
type Standing = { readonly plan: Plan; readonly raw: RawTab };

function overviewLines(standing: Standing, facts: OverviewFacts): OverviewLine[] {
  return [...narrowLines(standing, facts), ...wideLines(standing.plan, facts)];
}

/** The head and the tables that leave the right side free. */
function narrowLines({ plan, raw }: Standing, { open, problems, today, isDaily, minutes }: OverviewFacts): OverviewLine[] {
  const [main, ...others] = open;
  const head = [
    ...sayOverviewHead(plan, main?.period ?? null, today, minutes ?? null).map((line) => [line]),
    ...dailyLines(raw, isDaily),
  ];
  const progress = main === undefined ? [] : [progressTable(plan, main.evaluation)];
  const each = others.length === 0 ? [] : [openTable(plan, open)];
  const deadlines = main === undefined ? [] : deadlineTable(plan, main.evaluation, today);
  return [...head, ...[problemTable(problems), ...progress, ...deadlines, ...each].flatMap((table) => [[], ...table])];
}

/** So many days ahead, and so many lines: who needs more looks into the tab itself. */
const DAYS_AHEAD = 60;
const MOST_DEADLINES = 12;
const SETTLED: readonly TaskStatus[] = [
  'done-on-time',
  'done-late',
  'done',
  'done-in-period',
  'nothing-arose',
  'suspended',
  'not-applicable',
];

/** What falls due in the days ahead and is not done, the nearest first; none where nothing does. */
function deadlineTable(plan: Plan, { standings }: Evaluation, today: Day): OverviewLine[][] {
  const { deadlines, deadlineTask, deadlineOn, lead, noLead } = OVERVIEW_WORDS;
  const last = addDays(today, DAYS_AHEAD);
  const due = plan.tasks
    .flatMap((task) => {
      const standing = standings.get(task.id);
      const day = standing?.lastDay ?? null;
      const isOpen = standing !== undefined && !SETTLED.includes(standing.status) && !isProposal(task);
      return isOpen && day !== null && day >= today && day <= last ? [{ task, day }] : [];
    })
    .sort((one, other) => one.day.localeCompare(other.day));
  if (due.length === 0) return [];
  const lines = due
    .slice(0, MOST_DEADLINES)
    .map(({ task, day }): OverviewLine => [sayRowOption(task.id, task.title), sayDay(day), task.lead || noLead]);
  const more = due.length - lines.length;
  return [[[deadlines], [deadlineTask, deadlineOn, lead], ...lines, ...(more > 0 ? [[sayMoreDeadlines(more)]] : [])]];
}

/** Every open period on one line, where there are several. */
function openTable(plan: Plan, open: readonly Judged[]): OverviewLine[] {
  const { openPeriods, openPeriod, notMetToo, overdue, left } = OVERVIEW_WORDS;
  const lines = open.flatMap(({ period, evaluation }): OverviewLine[] => {
    const owed = entryProgress(plan, evaluation).reduce((sum, row) => sum + row.due - row.entered, 0);
    const { tally, plans } = evaluation;
    const line = (name: string, of: Tally): OverviewLine => [name, of.verdicts.met, notMet(of), of.statuses.overdue, owed];
    return plans.length < 2 ? [line(period.name, tally)] : plans.map((of) => line(sayOfPlan(period.name, of.title), of));
  });
  return [[openPeriods], [openPeriod, VERDICT_LABELS.met, notMetToo, overdue, left], ...lines];
}

function wideLines(plan: Plan, { open: [main] }: OverviewFacts): OverviewLine[] {
  return main === undefined ? [] : countTables(plan, main.evaluation).flatMap((table) => [[], ...table]);
}

/** The same lines with the figures of the chart on their right, and the wide tables below it. */
function linesAroundChart(standing: Standing, facts: OverviewFacts): OverviewLine[] {
  const { plan } = standing;
  const { row: top, column: left } = CHART_PLACE;
  const narrow = narrowLines(standing, facts);
  const figures = chartLines(plan.indicators, facts.open[0]?.evaluation ?? null);
  // A blank line comes before each table.
  const height = Math.max(narrow.length, BELOW_CHART - 2);
  const beside = Array.from({ length: height }, (_, at): OverviewLine => {
    const line = narrow[at] ?? [];
    const figure = figures[at - top + 1];
    return figure === undefined ? line : [...Array.from({ length: left - 1 }, (__, column) => line[column] ?? ''), ...figure];
  });
  return [...beside, ...wideLines(plan, facts)];
}

/** Verdicts, then statuses, each by field and by lead. */
function countTables(plan: Plan, evaluation: Evaluation): OverviewLine[][] {
  const titles = evaluation.plans.map(({ plan: id, title }) => ({ id, title }));
  const { field, lead, noField, noLead, verdictsByField, verdictsByLead, statusesByField, statusesByLead } = OVERVIEW_WORDS;
  const verdicts = plan.indicators
    .filter((each) => isJudgedKind(each) && evaluation.judgements.has(each.id))
    .map((each) => ({ of: each, code: isProposedLevel(each) ? PROPOSED : evaluation.judgements.get(each.id)?.verdict }));
  const statuses = plan.tasks
    .filter((each) => evaluation.standings.has(each.id))
    .map((each) => ({ of: each, code: isProposal(each) ? PROPOSED : evaluation.standings.get(each.id)?.status }));
  const totals = { titles, planOf: (row: Grouped): string => planOfRow(plan, row)?.id ?? '' };
  const byField = { totals, first: field, groupOf: (row: Grouped) => row.field || noField };
  const byLead = { totals, first: lead, groupOf: (row: Grouped) => row.lead || noLead };
  const beside = { [PROPOSED]: ORIGIN_LABELS.proposed };
  const ofVerdicts = { codes: [...firstOf(VERDICTS, ASKING_VERDICTS), PROPOSED], labels: { ...VERDICT_LABELS, ...beside } };
  const ofStatuses = { codes: [...firstOf(TASK_STATUSES, ASKING_STATUSES), PROPOSED], labels: { ...STATUS_LABELS, ...beside } };
  return [
    countTable({ title: verdictsByField, ...byField, ...ofVerdicts }, verdicts),
    countTable({ title: verdictsByLead, ...byLead, ...ofVerdicts }, verdicts),
    countTable({ title: statusesByField, ...byField, ...ofStatuses }, statuses),
    countTable({ title: statusesByLead, ...byLead, ...ofStatuses }, statuses),
  ];
}

/** What needs a person stands first; what nobody need look at, last. */
const ASKING_VERDICTS: readonly Verdict[] = ['not-met', 'nearly-met', 'no-data', 'met'];
const ASKING_STATUSES: readonly TaskStatus[] = ['overdue', 'due-soon', 'not-updated', 'not-started', 'in-progress', 'done-late'];

function firstOf<Code>(all: readonly Code[], first: readonly Code[]): Code[] {
  return [...first, ...all.filter((code) => !first.includes(code))];
}

/** Stands in place of the verdict or status of what is only proposed: outside every official count, and counted beside them. */
const PROPOSED = 'proposed';

type Grouped = { readonly field: string; readonly lead: string; readonly plan: string };

/** The plans in force, where there are several: their rows are never added. */
type Totals = {
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  readonly planOf: (row: Grouped) => string;
};

type Counted<Code extends string> = {
  readonly title: string;
  readonly totals: Totals;
  readonly first: string;
  readonly groupOf: (row: Grouped) => string;
  readonly codes: readonly Code[];
  readonly labels: Readonly<Record<Code, string>>;
};

/** One row per group in the order of the plan, one column per code, with totals both ways. */
function countTable<Code extends string>(
  { title, totals, first, groupOf, codes, labels }: Counted<Code>,
  items: readonly { readonly of: Grouped; readonly code: Code | undefined }[],
): OverviewLine[] {
  const { total } = OVERVIEW_WORDS;
  const countsOf = (some: typeof items): number[] => codes.map((wanted) => some.filter(({ code }) => code === wanted).length);
  const line = (name: string, some: typeof items): OverviewLine => [name, ...countsOf(some), some.length];
  const groups = new Map<string, (typeof items)[number][]>(items.map(({ of }) => [groupOf(of), []]));
  for (const item of items) groups.get(groupOf(item.of))?.push(item);
  return [
    [title],
    [first, ...codes.map((code) => labels[code]), total],
    ...[...groups].map(([name, mine]) => line(name, mine)),
    ...(totals.titles.length < 2
      ? [line(total, items)]
      : totals.titles.map((each) =>
          line(
            sayOfPlan(total, each.title),
            items.filter(({ of }) => totals.planOf(of) === each.id),
          ),
        )),
  ];
}

function progressTable(plan: Plan, evaluation: Evaluation): OverviewLine[] {
  const { progressByLead, lead, due, entered, left, bar, total, noLead } = OVERVIEW_WORDS;
  const rows = entryProgress(plan, evaluation);
  const all = rows.reduce((sum, row) => ({ due: sum.due + row.due, entered: sum.entered + row.entered }), { due: 0, entered: 0 });
  const line = (name: string, row: { due: number; entered: number }): OverviewLine => {
    return [name, row.due, row.entered, row.due - row.entered, sayBar(row.entered, row.due)];
  };
  return [
    [progressByLead],
    [lead, due, entered, left, bar],
    ...rows.map((row) => line(row.lead || noLead, row)),
    line(total, all),
  ];
}

function problemTable(problems: OverviewFacts['problems']): OverviewLine[] {
  const { problems: title, severity, count } = OVERVIEW_WORDS;
  return [[title], [severity, count], ...problemRows(problems)];
}
