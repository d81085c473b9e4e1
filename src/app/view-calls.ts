/** What screens and dialogs ask before anything is done: each one call, each only reads. */
import type { FoundChange } from '../domain/changes.ts';
import type { Day } from '../domain/day.ts';
import type { Indicator, TargetLevel } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { Measured, Verdict } from '../domain/verdict.ts';
import type { Place, ProblemLine } from './lines.ts';

/** Something that the plan only proposes; `what`: the deadline or the level as text. */
export type ProposalLine = {
  readonly id: string;
  readonly of: 'indicator' | 'statistic' | 'task';
  readonly text: string;
  readonly what: string;
  readonly at: Place | null;
};

/** The indicators of the plan with their verdicts in one period; `null`: none was opened yet. */
export type IndicatorsReply = {
  readonly period: string | null;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly field: string;
    readonly verdict: Verdict | null;
    readonly why: string;
  }[];
};

/** What was reached in a period that has ended or is being entered; `kept`: as `Bản chốt` has it. */
type HistoryPoint = Pick<Period, 'kind' | 'year' | 'end' | 'cumulative'> & {
  readonly period: string;
  readonly measured: Measured | null;
  readonly kept: boolean;
};
type Told =
  | 'id'
  | 'title'
  | 'field'
  | 'unit'
  | 'kind'
  | 'baseline'
  | 'data'
  | 'judged'
  | 'lead'
  | 'planPlace'
  | 'origin'
  | 'note';
/** One indicator with all that its screen tells. */
export type IndicatorReply = {
  readonly about: Pick<Indicator, Told>;
  readonly targets: readonly (readonly [number, TargetLevel])[];
  readonly period: { readonly name: string; readonly year: number; readonly until: Day } | null;
  readonly verdict: Verdict | null;
  readonly why: string;
  readonly cause: string;
  readonly proposal: string;
  readonly places: { readonly plan: Place | null; readonly entry: Place | null };
  readonly history: readonly HistoryPoint[];
};

/** What the first set-up may choose among, and what is there already. */
export type SetUpState = {
  readonly templates: readonly {
    readonly key: string;
    readonly title: string;
    readonly unit: string;
    readonly years: readonly number[];
  }[];
  readonly made: readonly string[];
  readonly lacking: readonly string[];
  /** The name in force in `Thông tin chung`, or ''. */
  readonly unit: string;
  /** The years that `Kỳ báo cáo` has periods of. */
  readonly years: readonly number[];
  /** Tabs and columns of the office that are nearly ours, in words. */
  readonly near: readonly string[];
};

/** The periods that may be opened, each with what would be prepared. */
export type OpenChoices = {
  readonly today: Day;
  readonly proposed: string | null;
  readonly choices: readonly (Pick<Period, 'name' | 'start' | 'end' | 'entryDueOn' | 'state'> & {
    readonly rows: { readonly indicators: number; readonly tasks: number; readonly sections: number };
  })[];
};

/** The period that is closed next, and what still stands against it; `null`: none is being entered. */
export type CloseChoice = {
  readonly period: Pick<Period, 'name' | 'start' | 'end'> | null;
  readonly hasEnded: boolean;
  readonly missing: readonly { readonly role: string; readonly count: number }[];
  readonly mustFix: readonly ProblemLine[];
  readonly review: number;
  /** The newest report of it; `null`: none was made. */
  readonly report: { readonly version: number; readonly on: Day | null } | null;
  readonly laterOpen: readonly string[];
};

/** A change of the plan or of a closed period that waits for its reason; `name` is what `explain-change` takes. */
export type WaitingChange = Pick<FoundChange, 'kind' | 'before' | 'after'> & {
  readonly name: string;
  readonly id: string;
  readonly period: string;
  readonly title: string;
  readonly header: string;
  readonly found: Day | null;
  readonly at: Place | null;
};

type Nothing = Record<string, never>;

export type ViewCalls = {
  indicators: { request: Nothing; reply: IndicatorsReply };
  indicator: { request: { id: string }; reply: IndicatorReply };
  'set-up-state': { request: Nothing; reply: SetUpState };
  'open-choices': { request: Nothing; reply: OpenChoices };
  'close-choice': { request: Nothing; reply: CloseChoice };
  'waiting-changes': { request: Nothing; reply: readonly WaitingChange[] };
};
