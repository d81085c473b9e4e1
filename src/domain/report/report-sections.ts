import { fold, sameWord } from '../core/word.ts';
import { publishedIn } from '../judging/published.ts';
import { outlineOn, rowsFor } from '../period/outline-kinds.ts';
import { isBrief } from '../period/period.ts';
import { type FigureTree, figureTree } from '../plan/figure-tree.ts';
import { type Narrative, type OutlineRow, type Plan, planOfRow, plansTold } from '../plan/plan.ts';
import type { TaskStatus } from '../plan/task.ts';
import { indicatorItem } from './report-items.ts';
import type {
  CountsItem,
  FigureNode,
  FigureParagraph,
  IndicatorItem,
  NarrativeItem,
  PublishedItem,
  ReportFacts,
  ReportRequest,
  ReportSection,
  SectionItem,
  TaskItem,
} from './report-model.ts';
import { figureParagraphs } from './report-paragraphs.ts';
import { inspectionsHome, inspectionsItem, moneyItem, surveysItem } from './report-registers.ts';
import { indicatorTally, settledBefore, taskTally } from './report-tally.ts';
import { wholeOutline } from './whole-outline.ts';

export type ReportRows = { readonly indicators: readonly IndicatorItem[]; readonly tasks: readonly TaskItem[] };

/** The sections of this kind of report, filled; the first that tells of rows opens with the counts of the whole plan. */
export function reportSections(facts: ReportFacts, request: ReportRequest, rows: ReportRows): ReportSection[] {
  const { plan } = facts;
  const inUse = { ...plan, outline: outlineOn(plan.outline, request.period.end) };
  const outline = rowsFor(wholeOutline(inUse), request.period);
  const opening =
    outline.find(({ source }) => source.kind === 'field') ?? outline.find(({ source }) => source.kind !== 'heading');
  const home = inspectionsHome(outline, facts.plan, request.asOf);
  const claimed = new Set(outline.flatMap(({ source }) => (source.kind === 'field' ? source.ids : [])));
  const pool = { rows, claimed, tree: figureTree(facts.plan.indicators), counted: firstOfFields(outline) };
  return outline.map((row) => {
    const { items, figures } = filled(row, facts.narratives, { request, pool });
    const whole = row === opening ? [...countsOfPlans(facts.plan, rows, request), ...publishedItems(facts, request)] : [];
    const registers =
      row === home ? [...moneyItem(facts, request), ...inspectionsItem(facts, request), ...surveysItem(facts, request)] : [];
    return { place: row.place, level: row.level, title: row.title, items: [...whole, ...items, ...registers], figures };
  });
}

/** What came out in the window of this report about earlier ones, day by day. */
function publishedItems(facts: ReportFacts, request: ReportRequest): PublishedItem[] {
  const { period, asOf } = request;
  const found = publishedIn(facts, { start: period.start, end: asOf }).filter((each) => each.period.name !== period.name);
  const groups = new Map<string, PublishedItem>();
  for (const { indicator, judgement, period: of, on } of found) {
    const evaluation = { ...facts.evaluation, judgements: new Map([[indicator.id, judgement]]) };
    const item = indicatorItem(indicator, { ...facts, evaluation, previous: null }, { ...request, period: of });
    const known = groups.get(`${of.name}|${on}`);
    groups.set(`${of.name}|${on}`, { is: 'published', of, on, items: [...(known?.items ?? []), item] });
  }
  return [...groups.values()].sort((left, right) => (left.on < right.on ? -1 : Number(left.on > right.on)));
}

type RowPool = {
  readonly rows: ReportRows;
  readonly claimed: ReadonlySet<string>;
  readonly tree: FigureTree;
  /** The sections that open with the counts of their field: its first one. */
  readonly counted: ReadonlySet<OutlineRow>;
};
type Filling = { readonly request: ReportRequest; readonly pool: RowPool };
type Filled = { readonly items: readonly SectionItem[]; readonly figures: readonly FigureParagraph[] };

/** A field may be told in several sections; its tasks are counted once, in the first. */
function firstOfFields(outline: readonly OutlineRow[]): ReadonlySet<OutlineRow> {
  const first = new Map<string, OutlineRow>();
  for (const row of outline) {
    if (row.source.kind === 'field' && !first.has(fold(row.source.field))) first.set(fold(row.source.field), row);
  }
  return new Set(first.values());
}

function filled(row: OutlineRow, narratives: readonly Narrative[], { request, pool }: Filling): Filled {
  const found = narratives.find(({ period, place }) => period === request.period.name && place === row.place);
  const typed = found?.text.trim() ?? '';
  const source = { of: 'narrative', id: row.place, period: request.period.name, field: 'text' } as const;
  const narrative: NarrativeItem = { is: 'narrative', text: typed, source, isDraft: typed !== '' && found?.isDraft === true };
  const { items, figures } = row.source.kind === 'field' ? ofField(row, { request, pool }) : { items: [], figures: [] };
  const silent = typed === '' && (row.source.kind === 'heading' || items.length > 0);
  return { items: silent ? items : [narrative, ...items], figures };
}

/** Named rows print where they are named; a section without names prints the rest of its field. */
function ofField(row: OutlineRow, { request, pool }: Filling): Filled {
  if (row.source.kind !== 'field') return { items: [], figures: [] };
  const { field, ids } = row.source;
  const { rows, claimed, tree } = pool;
  const here = (id: string, of: string): boolean => (ids.length > 0 ? ids.includes(id) : sameWord(of, field) && !claimed.has(id));
  const own = rows.indicators.filter(({ indicator }) => here(indicator.id, indicator.field));
  const statistics = own.filter(
    ({ indicator, judgement }) => indicator.kind === 'statistic' && judgement.verdict !== 'not-applicable',
  );
  const rates = inBrief(
    own.filter((item) => item.indicator.kind !== 'statistic' && worthSaying(item)),
    request,
  );
  const tasks = rows.tasks.filter(({ task }) => here(task.id, task.field)).filter((item) => isTold(item, request));
  const told = (brief: boolean): FigureParagraph[] =>
    figureParagraphs({
      rates,
      statistics,
      tree,
      isBrief: brief,
      isWanted: ({ indicator }) => ids.includes(indicator.id) && !brief,
    });
  // A brief report leaves single counts to its annex, unless a section had nothing else to say.
  const short = told(isBrief(request.period));
  const figures = short.length + tasks.length > 0 ? short : told(false);
  const ofWholeField = rows.tasks.filter(({ task }) => sameWord(task.field, field));
  const counts =
    pool.counted.has(row) && ofWholeField.length > 0 ? [countsOf(field, { indicators: [], tasks: ofWholeField }, request)] : [];
  return { items: [...counts, ...rates, ...statisticsIn(figures), ...tasks], figures };
}

function statisticsIn(figures: readonly FigureParagraph[]): IndicatorItem[] {
  const all = ({ item, parts }: FigureNode): IndicatorItem[] => [item, ...parts.flatMap(all)];
  return figures.flatMap(({ trees }) => trees.flatMap(all));
}

/** Of each plan in force by itself, that of the year first: it is the one that the report is asked for. */
export function countsOfPlans(plan: Plan, { indicators, tasks }: ReportRows, request: ReportRequest): CountsItem[] {
  const plans = plansTold(plan, request.period.year, [
    ...indicators.map(({ indicator }) => indicator),
    ...tasks.map(({ task }) => task),
  ]);
  if (plans.length < 2) return [countsOf('', { indicators, tasks }, request)];
  return plans.map((each) => {
    const own = {
      indicators: indicators.filter(({ indicator }) => planOfRow(plan, indicator) === each),
      tasks: tasks.filter(({ task }) => planOfRow(plan, task) === each),
    };
    return { ...countsOf('', own, request), plan: each.title === '' ? each.id : each.title };
  });
}

/** In a brief report only what is judged; what is only tracked stands in its annex, unless there is nothing else to tell. */
function inBrief(rates: readonly IndicatorItem[], { period }: ReportRequest): readonly IndicatorItem[] {
  if (!isBrief(period)) return rates;
  const judged = rates.filter(({ judgement }) => !['track-only', 'not-due'].includes(judgement.verdict));
  return judged.length === 0 ? rates : judged;
}

function countsOf(field: string, { indicators, tasks }: ReportRows, request: ReportRequest): CountsItem {
  return {
    is: 'counts',
    of: field === '' ? 'plan' : 'field',
    plan: '',
    field,
    indicators: indicatorTally(indicators),
    tasks: taskTally(tasks, request),
  };
}

const SETTLED: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done', 'overdue'];

/** What was told of it, in words or by «không phát sinh»; and what fell due or was done in this period, with or without words. */
function isTold(item: TaskItem, { period }: ReportRequest): boolean {
  const { result, estimate, progress, standing } = item;
  if (result.trim() !== '' || estimate !== null || progress === 'nothing-arose') return true;
  return standing.binding && SETTLED.includes(standing.status) && !settledBefore(item, period);
}

/** Nothing is said of what does not apply, nor of what is neither measured nor told in words yet. */
export function worthSaying({ judgement, spoken }: IndicatorItem): boolean {
  if (judgement.verdict === 'not-applicable') return false;
  if (judgement.verdict === 'track-only' || judgement.verdict === 'not-due') {
    return judgement.measured !== null || spoken.trim() !== '' || judgement.reason === 'awaiting-publication';
  }
  return true;
}
