import { sameWord } from '../core/word.ts';
import { publishedIn } from '../judging/published.ts';
import { rowsFor } from '../period/outline-kinds.ts';
import { isBrief } from '../period/period.ts';
import type { Narrative, OutlineRow } from '../plan/plan.ts';
import { indicatorItem } from './report-items.ts';
import type {
  IndicatorItem,
  NarrativeItem,
  PublishedItem,
  ReportFacts,
  ReportRequest,
  ReportSection,
  SectionItem,
  TaskItem,
} from './report-model.ts';
import { indicatorTally, taskTally } from './report-tally.ts';

export type ReportRows = { readonly indicators: readonly IndicatorItem[]; readonly tasks: readonly TaskItem[] };

/** The sections of this kind of report, filled; the first one that is no bare heading opens with the counts of the whole plan. */
export function reportSections(facts: ReportFacts, request: ReportRequest, rows: ReportRows): ReportSection[] {
  const outline = rowsFor(facts.plan.outline, request.period);
  const opening = outline.find(({ source }) => source.kind !== 'heading');
  const claimed = new Set(outline.flatMap(({ source }) => (source.kind === 'field' ? source.ids : [])));
  const fill = filler(facts.narratives, request, { rows, claimed });
  return outline.map((row) => {
    const items = fill(row);
    const own = row === opening ? items.filter(({ is }) => is !== 'counts') : items;
    const whole = row === opening ? [countsOf('plan', rows, request), ...publishedItems(facts, request)] : [];
    return { place: row.place, level: row.level, title: row.title, items: [...whole, ...own] };
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

type RowPool = { readonly rows: ReportRows; readonly claimed: ReadonlySet<string> };

function filler(narratives: readonly Narrative[], request: ReportRequest, pool: RowPool): (row: OutlineRow) => SectionItem[] {
  return (row) => {
    const typed =
      narratives.find(({ period, place }) => period === request.period.name && place === row.place)?.text.trim() ?? '';
    const source = { of: 'narrative', id: row.place, period: request.period.name, field: 'text' } as const;
    const narrative: NarrativeItem = { is: 'narrative', text: typed, source };
    const figures = row.source.kind === 'field' ? fieldItems(row.source, request, pool) : [];
    const silent = typed === '' && (row.source.kind === 'heading' || figures.length > 0);
    return silent ? figures : [narrative, ...figures];
  };
}

/** Named rows print where they are named; a section without names prints the rest of its field. */
function fieldItems(
  { field, ids }: { readonly field: string; readonly ids: readonly string[] },
  request: ReportRequest,
  { rows, claimed }: RowPool,
): SectionItem[] {
  const here = (id: string, of: string): boolean => (ids.length > 0 ? ids.includes(id) : sameWord(of, field) && !claimed.has(id));
  const indicators = rows.indicators.filter(
    ({ indicator }) => here(indicator.id, indicator.field) && (indicator.kind !== 'statistic' || ids.includes(indicator.id)),
  );
  const tasks = rows.tasks.filter(({ task }) => here(task.id, task.field));
  const told = [...indicators.filter(worthSaying), ...tasks.filter(isTold)];
  if (isBrief(request.period)) return inBrief(told);
  const counts = ids.length === 0 && tasks.length > 0 ? [countsOf('field', { indicators, tasks }, request)] : [];
  return [...told, ...counts];
}

/** What is judged and what was done; figures that are only tracked stand in the annex, unless there is nothing else to tell. */
function inBrief(told: readonly (IndicatorItem | TaskItem)[]): SectionItem[] {
  const short = told.filter((item) => item.is === 'task' || !['track-only', 'not-due'].includes(item.judgement.verdict));
  return [...(short.length === 0 ? told : short)];
}

function countsOf(of: 'plan' | 'field', { indicators, tasks }: ReportRows, request: ReportRequest): SectionItem {
  return { is: 'counts', of, indicators: indicatorTally(indicators), tasks: taskTally(tasks, request) };
}

function isTold({ result, estimate }: TaskItem): boolean {
  return result.trim() !== '' || estimate !== null;
}

/** Nothing is said of what does not apply, nor of what is neither measured nor told in words yet. */
export function worthSaying({ judgement, spoken }: IndicatorItem): boolean {
  if (judgement.verdict === 'not-applicable') return false;
  if (judgement.verdict === 'track-only' || judgement.verdict === 'not-due') {
    return judgement.measured !== null || spoken.trim() !== '' || judgement.reason === 'awaiting-publication';
  }
  return true;
}
