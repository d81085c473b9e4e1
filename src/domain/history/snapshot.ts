import type { Evaluation, Typed } from '../judging/evaluate.ts';
import { figuresOf } from '../judging/measure.ts';
import type { Measured } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import type { Indicator, TargetLevel, TypedResult } from '../plan/indicator.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';

/** One fact as it stood when its period was closed; `raw` is the value itself, so that it can still be compared years later. */
export type FrozenFactDraft = {
  readonly period: string;
  readonly version: number;
  readonly id: string;
  readonly field: string;
  readonly raw: string;
  readonly level: string;
  readonly result: string;
};

/** A frozen fact that no longer matches the sheet: changed, or `null` where it came or went. */
export type Change = {
  readonly period: string;
  readonly id: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Closing = { readonly period: Period; readonly version: number; readonly evaluation: Evaluation };
type Fact = Pick<FrozenFactDraft, 'id' | 'field' | 'raw' | 'level' | 'result'>;

/** Every fact of a period: figures with their level and verdict, tasks with their progress and status. */
export function freeze(typed: Typed, closing: Closing): FrozenFactDraft[] {
  const { period, version } = closing;
  const facts = [...indicatorFacts(typed, closing), ...taskFacts(typed, closing)];
  return facts.map((fact) => ({ period: period.name, version, ...fact }));
}

/** What differs between the newest version of the frozen facts and the sheet as it stands: the late changes. */
export function changesSince(frozen: readonly FrozenFactDraft[], current: readonly FrozenFactDraft[]): Change[] {
  const before = newest(frozen);
  const after = newest(current);
  return [...new Map([...before, ...after])].flatMap(([key, { period, id, field }]) => {
    const [old, now] = [before.get(key)?.raw ?? null, after.get(key)?.raw ?? null];
    return old === now ? [] : [{ period, id, field, before: old, after: now }];
  });
}

/** A measured result as raw text: `310/500`, `7`, `Tốt`; '' when there is none. */
function rawMeasured(measured: Measured | null): string {
  if (measured === null) return '';
  if (measured.kind === 'grade') return measured.grade;
  return measured.kind === 'number' ? String(measured.value) : `${measured.numerator}/${measured.denominator}`;
}

/** The measured result that such a text holds. */
export function measuredFromRaw(raw: string, { unit }: Pick<Indicator, 'unit'>): Measured | null {
  const [top = '', bottom] = raw.split('/');
  if (raw === '') return null;
  if (!Number.isFinite(Number(top)) || !Number.isFinite(Number(bottom ?? 0))) return { kind: 'grade', grade: raw };
  if (bottom === undefined) return { kind: 'number', value: Number(top) };
  return { kind: 'ratio', numerator: Number(top), denominator: Number(bottom), scale: unit.trim() === '%' ? 100 : 1 };
}

/** The newest version of one fact; `null` when it was never kept. */
export function newestFact<Fact extends FrozenFactDraft>(
  facts: readonly Fact[],
  { period, id, field }: Pick<Fact, 'period' | 'id' | 'field'>,
): Fact | null {
  return facts.reduce<Fact | null>(
    (last, fact) =>
      fact.id === id && fact.field === field && fact.period === period && fact.version > (last?.version ?? 0) ? fact : last,
    null,
  );
}

/** A level as raw text: `98`, `98..100`, `Tốt`; '' when there is none. */
function rawLevel(level: TargetLevel | null): string {
  if (level === null) return '';
  if (level.kind === 'grade') return level.grade;
  return level.kind === 'range' ? `${level.from}..${level.to}` : String(level.value);
}

function rawTyped(typed: TypedResult | null): string {
  // What cannot be read is no fact; its cell is a problem of its own.
  if (typed === null || typed.kind === 'unreadable') return '';
  if (typed.kind === 'number') return String(typed.value);
  return typed.kind === 'word' ? typed.word : typed.kind;
}

/** The fields that people type; the others follow from them. */
export const figureFields: readonly string[] = ['numerator', 'denominator', 'typed', 'progress', 'completedOn'];

type TypedFact = Pick<FrozenFactDraft, 'id' | 'field' | 'raw'>;

/** What people typed for a period as raw values; a figure taken from other rows is theirs, not this row's. */
export function typedFacts({ plan, actuals, entries }: Typed, period: Period): TypedFact[] {
  const figures = actualsIn(actuals, period.name);
  const progress = entriesIn(entries, period.name);
  return [
    ...plan.indicators
      .filter(({ links }) => links === null)
      .flatMap(({ id }) => {
        const { numerator = null, denominator = null, typed = null } = figures.get(id) ?? {};
        return [
          { id, field: 'numerator', raw: String(numerator ?? '') },
          { id, field: 'denominator', raw: String(denominator ?? '') },
          { id, field: 'typed', raw: rawTyped(typed) },
        ];
      }),
    ...plan.tasks.flatMap(({ id }) => {
      const entry = progress.get(id);
      return [
        { id, field: 'progress', raw: entry?.progress ?? '' },
        { id, field: 'completedOn', raw: entry?.completedOn ?? '' },
      ];
    }),
  ];
}

function indicatorFacts({ plan, actuals }: Typed, { period, evaluation }: Closing): Fact[] {
  const inPeriod = actualsIn(actuals, period.name);
  return plan.indicators.flatMap((indicator) => {
    const actual = inPeriod.get(indicator.id) ?? null;
    const judgement = evaluation.judgements.get(indicator.id);
    const { numerator, denominator } = figuresOf(indicator, actual, inPeriod);
    const shared = { id: indicator.id, level: rawLevel(judgement?.target ?? null), result: judgement?.verdict ?? '' };
    return [
      { ...shared, field: 'numerator', raw: String(numerator ?? '') },
      { ...shared, field: 'denominator', raw: String(denominator ?? '') },
      { ...shared, field: 'typed', raw: rawTyped(actual?.typed ?? null) },
      { ...shared, field: 'result', raw: rawMeasured(judgement?.measured ?? null) },
      { ...shared, field: 'verdict', raw: judgement?.verdict ?? '' },
    ];
  });
}

function taskFacts({ plan, entries }: Typed, { period, evaluation }: Closing): Fact[] {
  const inPeriod = entriesIn(entries, period.name);
  return plan.tasks.flatMap((task) => {
    const entry = inPeriod.get(task.id);
    const standing = evaluation.standings.get(task.id);
    const shared = { id: task.id, level: standing?.lastDay ?? '', result: standing?.status ?? '' };
    return [
      { ...shared, field: 'progress', raw: entry?.progress ?? '' },
      { ...shared, field: 'completedOn', raw: entry?.completedOn ?? '' },
      { ...shared, field: 'status', raw: standing?.status ?? '' },
    ];
  });
}

function newest(facts: readonly FrozenFactDraft[]): Map<string, FrozenFactDraft> {
  const byKey = new Map<string, FrozenFactDraft>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.period, fact.id, fact.field]);
    const held = byKey.get(key);
    if (held === undefined || fact.version > held.version) byKey.set(key, fact);
  }
  return byKey;
}
