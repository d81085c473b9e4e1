import type { FigureTree } from '../plan/figure-tree.ts';
import type { FigureNode, FigureParagraph, IndicatorItem } from './report-model.ts';

/** So many figures make a paragraph of their own, whatever rates are made of them; a pair does where no rate tells it. */
const TOLD_TOGETHER = 3;
const PAIR = 2;
/** More verdicts than this are told apart: what falls short, then what is reached. */
const READ_AT_ONCE = 4;

export type SectionFigures = {
  /** Indicators that the section tells, in its order. */
  readonly rates: readonly IndicatorItem[];
  readonly statistics: readonly IndicatorItem[];
  readonly tree: FigureTree;
  /** A brief report leaves pairs to its annex. */
  readonly isBrief: boolean;
  /** Whether the outline wants this statistic in the text; others with no tree stand in the annex alone. */
  isWanted(item: IndicatorItem): boolean;
};

/**
 * What a section says in figures, paragraph by paragraph: statistics that are parts of one whole together, with the rates
 * that are made of them; then the other rates; then single counts that the outline asks for. No figure stands in two.
 */
export function figureParagraphs({ rates: all, statistics, tree, isBrief, isWanted }: SectionFigures): FigureParagraph[] {
  const rates = withoutTwins(all);
  const here = new Map(statistics.map((item) => [item.indicator.id, item]));
  const nodeOf = (item: IndicatorItem, role: FigureNode['role']): FigureNode => ({
    item,
    role,
    parts: tree.partsOf(item.indicator.id).flatMap(({ row, role: its }) => {
      const part = here.get(row.id);
      return part === undefined ? [] : [nodeOf(part, its)];
    }),
  });
  const roots = statistics
    .filter(({ indicator }) => !here.has(tree.parentOf(indicator.id) ?? ''))
    .map((item) => nodeOf(item, null));
  const covered = new Set(rates.flatMap(rowsBehind));
  const isUntold = (root: FigureNode): boolean => !isBrief && !idsIn(root).some((id) => covered.has(id));
  const trees = roots.filter((root) => measuredIn(root) >= (isUntold(root) ? PAIR : TOLD_TOGETHER));
  const rateKeys = new Set(rates.map(rateOf));
  const isTold = (root: FigureNode): boolean =>
    idsIn(root).some((id) => covered.has(id)) || (rowsBehind(root.item).length > 0 && rateKeys.has(rateOf(root.item)));
  const single = roots.filter((root) => !trees.includes(root) && measuredIn(root) > 0 && isWanted(root.item) && !isTold(root));
  const counted = byUnit(trees, single);
  const grouped = counted.map((nodes) => withRates(nodes, rates));
  const told = new Set(grouped.flatMap((paragraph) => paragraph.rates));
  const left = single.filter((root) => !counted.some((nodes) => nodes.includes(root)));
  return [
    ...grouped,
    ...ratesApart(rates.filter((item) => !told.has(item) && !isOnlySpoken(item))),
    ...(left.length === 0 ? [] : [paragraph(left, [])]),
  ];
}

/** What tells one rate from another: the rows it is made of, and its unit; a statistic of the very rows of a rate says it again. */
function rateOf(rate: IndicatorItem): string {
  const rows = rowsBehind(rate);
  return rows.length === 0 ? rate.indicator.id : [...rows, rate.indicator.unit].join('|');
}

/** Two plans may set a level for one rate: what is made of the very same rows is told once, the one that is judged, else the later. */
function withoutTwins(rates: readonly IndicatorItem[]): IndicatorItem[] {
  const isJudged = ({ judgement: { verdict } }: IndicatorItem): boolean => ['met', 'nearly-met', 'not-met'].includes(verdict);
  const best = new Map<string, IndicatorItem>();
  for (const rate of rates) {
    const key = rateOf(rate);
    const known = best.get(key);
    if (known === undefined || isJudged(rate) || !isJudged(known)) best.set(key, rate);
  }
  const told = new Set(best.values());
  return rates.filter((rate) => told.has(rate));
}

/** What is told in words alone stands with the work done. */
export function isOnlySpoken({ judgement }: IndicatorItem): boolean {
  return (
    judgement.measured === null &&
    (judgement.verdict === 'track-only' || judgement.verdict === 'not-due') &&
    judgement.reason !== 'awaiting-publication'
  );
}

function measuredIn({ item, parts }: FigureNode): number {
  return parts.reduce((sum, part) => sum + measuredIn(part), item.judgement.measured === null ? 0 : 1);
}

/** The rows of a tree, the whole first. */
export function idsIn({ item, parts }: FigureNode): string[] {
  return [item.indicator.id, ...parts.flatMap(idsIn)];
}

/** The rows whose figures a rate prints as its fraction. */
function rowsBehind({ indicator: { links }, judgement: { measured } }: IndicatorItem): readonly string[] {
  return measured?.kind === 'ratio' ? [...(links?.numerator ?? []), ...(links?.denominator ?? [])] : [];
}

/** Trees that count the same thing (files, tasks) make one paragraph, and single counts of it join them. */
function byUnit(trees: readonly FigureNode[], single: readonly FigureNode[]): FigureNode[][] {
  const units = [...new Set(trees.map(({ item }) => item.indicator.unit))];
  return units.map((unit) => [...trees, ...single].filter(({ item }) => item.indicator.unit === unit));
}

function withRates(nodes: readonly FigureNode[], rates: readonly IndicatorItem[]): FigureParagraph {
  const ids = new Set(nodes.flatMap(idsIn));
  const made = rates.filter((rate) => {
    const rows = rowsBehind(rate);
    return rows.length > 0 && rows.every((id) => ids.has(id));
  });
  return paragraph(nodes, made);
}

function ratesApart(rates: readonly IndicatorItem[]): FigureParagraph[] {
  const isMet = ({ judgement }: IndicatorItem): boolean => judgement.verdict === 'met';
  const judged = rates.filter(({ judgement }) => ['met', 'nearly-met', 'not-met'].includes(judgement.verdict));
  const others = rates.filter((item) => !judged.includes(item));
  const parts =
    rates.length <= READ_AT_ONCE
      ? [rates]
      : judged.length <= READ_AT_ONCE
        ? [judged, others]
        : [judged.filter((item) => !isMet(item)), judged.filter(isMet), others];
  return parts.filter((part) => part.length > 0).map((part) => paragraph([], part));
}

function paragraph(trees: readonly FigureNode[], rates: readonly IndicatorItem[]): FigureParagraph {
  return { trees, rates, compared: comparedIn([...rates, ...trees.map(({ item }) => item)]) };
}

/** The one movement that a paragraph tells: of what falls short, else the largest, else that nothing moved. */
function comparedIn(items: readonly IndicatorItem[]): IndicatorItem | null {
  const rank = ({ judgement: { verdict }, trend, indicator }: IndicatorItem): number => {
    if (trend === null || verdict === 'nothing-arose' || verdict === 'not-applicable') return -1;
    const urgency = verdict === 'not-met' || verdict === 'nearly-met' ? 1e6 : 0;
    const isRate = indicator.kind !== 'statistic';
    return (trend.way === 'same' ? 0 : 1 + urgency + (isRate ? 1e3 : 0)) + (indicator.unit === '%' ? trend.by : 0);
  };
  const [first, ...rest] = items;
  if (first === undefined) return null;
  const best = rest.reduce((most, item) => (rank(item) > rank(most) ? item : most), first);
  return rank(best) < 0 ? null : best;
}
