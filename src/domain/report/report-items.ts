import type { Day } from '../core/day.ts';
import type { Source } from '../core/source.ts';
import { placeOfWord } from '../core/word.ts';
import { measuredThrough } from '../judging/predecessors.ts';
import { fractionOf } from '../judging/target.ts';
import type { Judgement } from '../judging/verdict.ts';
import { isWholeYear, type Period } from '../period/period.ts';
import type { Actual, Indicator, TargetLevel } from '../plan/indicator.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import { gradesOf } from '../plan/settings.ts';
import type { Task } from '../plan/task.ts';
import type { IndicatorItem, ReportFacts, ReportRequest, TaskItem } from './report-model.ts';
import { trendOf } from './report-trend.ts';

/** One indicator or statistic with its verdict, its movement and where each figure comes from. */
export function indicatorItem(indicator: Indicator, facts: ReportFacts, { period }: ReportRequest): IndicatorItem {
  const actual = actualsIn(facts.actuals, period.name).get(indicator.id);
  const judgement = officially(facts.evaluation.judgements.get(indicator.id) ?? unjudged(indicator, period), indicator);
  const at = (field: string, id = indicator.id): Source => ({ of: 'actual', id, period: period.name, field });
  const estimate = isWholeYear(period) ? (actual?.estimate ?? null) : null;
  const grades = gradesOf(facts.plan, period.end);
  return {
    is: 'indicator',
    indicator,
    judgement,
    trend: trendOf(judgement.measured, previousOf(indicator, facts), grades),
    beyond: beyondOf(judgement, indicator, grades),
    sources: {
      numerator: partSource(indicator, 'numerator', actual) ?? at('numerator'),
      denominator: partSource(indicator, 'denominator', actual) ?? at('denominator'),
      result: at(judgement.measured?.kind === 'ratio' ? 'result' : 'typed'),
    },
    spoken: actual?.spoken ?? '',
    spokenSource: at('spoken'),
    evidence: actual?.evidence ?? '',
    reason: judgement.verdict === 'not-applicable' ? reasonIn(actual?.spoken, actual) : '',
    dataAsOf: actual?.dataAsOf ?? earliest(linkedRows()),
    estimate: estimate === null ? null : { value: estimate, source: at('estimate') },
  };

  /** Figures taken from other rows count no further than those. */
  function linkedRows(): (Actual | undefined)[] {
    const rows = actualsIn(facts.actuals, period.name);
    return [...(indicator.links?.numerator ?? []), ...(indicator.links?.denominator ?? [])].map((id) => rows.get(id));
  }

  /** A part that was not typed but taken from one statistical row comes from that row. */
  function partSource(of: Indicator, part: 'numerator' | 'denominator', typed: Actual | undefined): Source | null {
    const [only, ...others] = of.links?.[part] ?? [];
    if (only === undefined || others.length > 0 || (typed?.[part] ?? null) !== null) return null;
    const row = actualsIn(facts.actuals, period.name).get(only);
    return at((row?.numerator ?? null) === null ? 'typed' : 'numerator', only);
  }
}

/** A row of a new plan had no verdict of its own in the last one: there the rows that it goes on from tell. */
function previousOf(indicator: Indicator, { plan, previous }: ReportFacts) {
  if (previous === null) return null;
  const { period, evaluation } = previous;
  return { period, measured: measuredThrough(indicator, plan, ({ id }) => evaluation.judgements.get(id)?.measured ?? null) };
}

/** A reason may stand in any of three columns (`checkActual`, `checkEntry`); one that is told as the result is not told again. */
function reasonIn(told = '', typed?: { readonly cause: string; readonly note: string }): string {
  if (typed === undefined || told.trim() !== '') return '';
  return typed.cause.trim() === '' ? typed.note.trim() : typed.cause.trim();
}

function earliest(rows: readonly (Actual | undefined)[]): Day | null {
  const days = rows.flatMap((row) => row?.dataAsOf ?? []);
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** A level that is only proposed is no level of the plan: the official text tells the result and does not judge it. */
function officially(judgement: Judgement, { origin, kind }: Indicator): Judgement {
  if (origin !== 'proposed' || kind === 'statistic') return judgement;
  const isJudged = judgement.verdict === 'met' || judgement.verdict === 'nearly-met' || judgement.verdict === 'not-met';
  const verdict = isJudged ? ({ verdict: 'track-only', reason: 'no-target-this-year' } as const) : {};
  return { ...judgement, ...verdict, target: null, gap: null };
}

function unjudged({ id }: Indicator, { name }: Period): Judgement {
  return {
    indicator: id,
    period: name,
    verdict: 'no-data',
    reason: 'nothing-typed',
    measured: null,
    target: null,
    gap: null,
    publishedOn: null,
  };
}

/** One task with its status and what was typed of it; none when it has no standing in this period. */
export function taskItem(task: Task, facts: ReportFacts, { period }: ReportRequest): TaskItem[] {
  const standing = facts.evaluation.standings.get(task.id);
  if (standing === undefined) return [];
  const entry = entriesIn(facts.entries, period.name).get(task.id);
  const at = (field: string): Source => ({ of: 'entry', id: task.id, period: period.name, field });
  const estimate = isWholeYear(period) ? (entry?.estimate.trim() ?? '') : '';
  const isExcluded = standing.status === 'suspended' || standing.status === 'not-applicable';
  return [
    {
      is: 'task',
      task,
      standing,
      progress: entry?.progress ?? null,
      result: entry?.result ?? '',
      source: at('result'),
      estimate: estimate === '' ? null : { text: estimate, source: at('estimate') },
      evidence: entry?.evidence ?? '',
      reason: isExcluded ? reasonIn(entry?.result, entry) : '',
    },
  ];
}

/**
 * How much better a result is than its level asks, in the unit of the target (points of a rate, steps of a grade);
 * `null` where «vượt» has no meaning: not better, within a range, or a plain «lower than before».
 */
export function beyondOf(judgement: Judgement, indicator: Indicator, scale: readonly string[]): number | null {
  const { reason, measured, target } = judgement;
  if (reason !== 'target-exceeded' || measured === null || target === null || indicator.kind === 'between') return null;
  if (target.kind === 'grade') {
    return measured.kind === 'grade' ? placeOfWord(measured.grade, scale) - placeOfWord(target.grade, scale) : null;
  }
  const value = fractionOf(indicator, measured);
  const level = boundOf(target, indicator);
  if (value === null || (indicator.kind === 'below-baseline' && level === 0)) return null;
  return Math.abs((value.top * value.scale) / value.bottom - level);
}

/** The end of a range that counts: the upper one where less is better. */
function boundOf(target: Exclude<TargetLevel, { kind: 'grade' }>, { kind }: Indicator): number {
  if (target.kind === 'number') return target.value;
  return kind === 'at-most' || kind === 'rank-at-most' ? target.to : target.from;
}
