/** What screens and dialogs ask before anything is done: each one call, each only reads. */
import type { Day } from '../../domain/core/day.ts';
import type { Measured, Verdict } from '../../domain/judging/verdict.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator, TargetLevel } from '../../domain/plan/indicator.ts';
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
  /** Every open period by name, the one being entered first. */
  readonly open: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly field: string;
    readonly verdict: Verdict | null;
    readonly why: string;
    /** Its level is only proposed: it stands in no count. */
    readonly proposed: boolean;
  }[];
};

/** A period of the calendar and what was reached in it: as `Bản chốt` keeps it (`kept`, raw), else as the cells say. */
type HistoryPoint = Pick<Period, 'name' | 'type' | 'turn' | 'year' | 'end' | 'cumulative'> & {
  readonly kept: string | null;
  readonly measured: Measured | null;
};
/** One indicator with all that its screen tells; `targets` of `about` travel beside it, because a map does not. */
export type IndicatorReply = {
  readonly about: Omit<Indicator, 'targets'>;
  readonly targets: readonly (readonly [number, TargetLevel])[];
  readonly period: { readonly name: string; readonly year: number } | null;
  readonly verdict: Verdict | null;
  readonly why: string;
  readonly cause: string;
  readonly proposal: string;
  readonly places: { readonly plan: Place | null; readonly entry: Place | null };
  /** Every period, earliest first. */
  readonly history: readonly HistoryPoint[];
};

type TemplateRows = readonly (readonly (string | number)[])[];

/** What the first set-up may choose among, and what is there already. */
export type SetUpState = {
  readonly templates: readonly {
    readonly key: string;
    readonly title: string;
    /** The rows of `Thông tin chung` and `Kỳ báo cáo` under their headers, as the template writes them. */
    readonly settings: TemplateRows;
    readonly periods: TemplateRows;
    /** The posts of `Phân công`. */
    readonly roles: readonly string[];
    /** True: it has no indicator and no task; the office writes its own. */
    readonly isBlank: boolean;
  }[];
  /** How many of our tabs are there, and how many are not. */
  readonly made: number;
  readonly lacking: number;
  /** The name in force in `Thông tin chung`, or ''. */
  readonly unit: string;
  /** The year of today, with which a plan may begin. */
  readonly thisYear: number;
  /** The years that `Kỳ báo cáo` has periods of. */
  readonly years: readonly number[];
  /** Tabs and columns of the office that are nearly ours, in words. */
  readonly near: readonly string[];
};

/** The periods that may be opened, each with what would be prepared. */
export type OpenChoices = {
  readonly today: Day;
  readonly proposed: string | null;
  /** Those that may be opened again, the newest first. */
  readonly closed: readonly Pick<Period, 'name' | 'state'>[];
  readonly choices: readonly (Pick<Period, 'name' | 'start' | 'end' | 'entryDueOn' | 'state'> & {
    readonly rows: { readonly indicators: number; readonly tasks: number; readonly sections: number };
  })[];
};

/** The period that is closed next, and what still stands against it; `null`: none is being entered. */
export type CloseChoice = { readonly period: null } | ToClose;
export type ToClose = {
  readonly period: Pick<Period, 'name' | 'start' | 'end'>;
  readonly hasEnded: boolean;
  readonly missing: readonly { readonly role: string; readonly count: number }[];
  readonly problems: readonly ProblemLine[];
  /** What was not appraised or was given back, in a sentence; ''. */
  readonly appraisals: string;
  /** The newest report of it; `null`: none was made. */
  readonly report: { readonly version: number; readonly madeOn: Day | null } | null;
};
