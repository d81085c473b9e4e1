import type { Day } from '../core/day.ts';
import type { Source } from '../core/source.ts';
import type { InspectionCounts, Recommendation, RecommendationState } from '../inspections/recommendation.ts';
import type { Evaluation } from '../judging/evaluate.ts';
import type { Judgement, Measured } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { MoneyTable } from '../plan/money.ts';
import type { Narrative, Plan } from '../plan/plan.ts';
import type { Progress, Task, TaskEntry, TaskStanding } from '../plan/task.ts';
import type { Survey, SurveyRow } from '../surveys/survey.ts';

/** Names as they were on the day of the report: an old report keeps the old names (docs/rules.md#names-have-dates). */
export type ReportNames = {
  readonly unit: string | null;
  readonly place: string | null;
  readonly superior: string | null;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly draftingUnit: string | null;
  readonly signerAuthority: string | null;
  readonly signerTitle: string | null;
  readonly signerName: string | null;
  /** Who issued the plan, under the name of that time. */
  readonly planIssuer: string | null;
  readonly planNumber: string | null;
  /** As typed. */
  readonly planIssuedOn: string | null;
  /** The row of `Kế hoạch` that says so; '' where the settings do. */
  readonly plan: string;
  /** Of the year's own plan, where it has a row. */
  readonly yearPlanNumber: string | null;
  readonly yearPlanIssuedOn: string | null;
  readonly planYears: string | null;
};

/** How a result moved against the like period of the year before; `by` in the unit of the target (steps of a grade), never negative. */
export type Trend = {
  readonly way: 'up' | 'down' | 'same';
  readonly by: number;
  readonly before: Measured;
  /** The period compared with, and its year. */
  readonly period: string;
  readonly year: number;
  /** The report of a year compares whole years. */
  readonly wholeYear: boolean;
};

/** Where the parts of a result come from. */
export type MeasuredSources = { readonly numerator: Source; readonly denominator: Source; readonly result: Source };

export type IndicatorItem = {
  readonly is: 'indicator';
  readonly indicator: Indicator;
  readonly judgement: Judgement;
  readonly trend: Trend | null;
  /** How much better than the level, in its unit; `null` = not better, or «vượt» has no meaning. */
  readonly beyond: number | null;
  readonly sources: MeasuredSources;
  /** `Kết quả bằng lời`, or '' . */
  readonly spoken: string;
  readonly spokenSource: Source;
  /** `Minh chứng` as typed. */
  readonly evidence: string;
  /** Why it does not apply, where `Kết quả bằng lời` does not say so; ''. */
  readonly reason: string;
  /** The last day that the figure counts, where that is not the report's own. */
  readonly dataAsOf: Day | null;
  /** Only in the report of a year: `Ước thực hiện đến 31/12`. */
  readonly estimate: { readonly value: number; readonly source: Source } | null;
};

/** A statistic with the parts of it that the section tells; `role` is what it is to the one above it, `null` on top. */
export type FigureNode = {
  readonly item: IndicatorItem;
  readonly role: 'part' | 'of-which' | null;
  readonly parts: readonly FigureNode[];
};

/** One paragraph of figures: counts by their trees, rates beside them, and the one of them whose movement is told. */
export type FigureParagraph = {
  readonly trees: readonly FigureNode[];
  readonly rates: readonly IndicatorItem[];
  readonly compared: IndicatorItem | null;
};

export type TaskItem = {
  readonly is: 'task';
  readonly task: Task;
  readonly standing: TaskStanding;
  /** As typed in this period. */
  readonly progress: Progress | null;
  readonly result: string;
  readonly source: Source;
  readonly estimate: { readonly text: string; readonly source: Source } | null;
  /** `Minh chứng` as typed. */
  readonly evidence: string;
  /** Why it is suspended or does not apply, where its result does not say so; ''. */
  readonly reason: string;
};

export type NarrativeItem = {
  readonly is: 'narrative';
  readonly text: string;
  readonly source: Source;
  /** Drafted by the machine, waiting for the clerk. */
  readonly isDraft: boolean;
};
/** `of` tells whether the counts are those of the whole plan or of the section's own field. */
export type CountsItem = {
  readonly is: 'counts';
  readonly of: 'plan' | 'field';
  /** The title of the plan, where the report tells of several: the rows of two are never added. */
  readonly plan: string;
  /** The field counted, '' for the whole plan. */
  readonly field: string;
  readonly tasks: TaskTally;
  readonly indicators: IndicatorTally;
};
/** Results of an earlier period that were published in this one, on one day. */
export type PublishedItem = {
  readonly is: 'published';
  readonly of: Period;
  readonly on: Day;
  readonly items: readonly IndicatorItem[];
};
/** What inspections found from the first day of the year, or of the period where it is not cumulative, to the cut-off. */
export type InspectionsItem = { readonly is: 'inspections'; readonly counts: InspectionCounts };
/** The surveys that ended in that time, the oldest first. */
export type SurveysItem = { readonly is: 'surveys'; readonly surveys: readonly Survey[] };
/** The money of the tasks for the report's year, a table for each span of years that holds it. */
export type MoneyItem = { readonly is: 'money'; readonly tables: readonly MoneyTable[] };
export type SectionItem =
  | MoneyItem
  | InspectionsItem
  | SurveysItem
  | PublishedItem
  | NarrativeItem
  | IndicatorItem
  | TaskItem
  | CountsItem;

export type ReportSection = {
  readonly place: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly items: readonly SectionItem[];
  /** How its indicators and statistics are told: each of them that the text tells at all stands in one paragraph. */
  readonly figures: readonly FigureParagraph[];
};

/** Standing and dated work are counted apart and never added into one rate (docs/rules.md#tasks). */
export type TaskTally = {
  readonly standing: { readonly total: number; readonly carriedOut: number; readonly nothingArose: number };
  /** Binding deadlines that fell by the cut-off and were not settled before this period. */
  readonly due: { readonly total: number; readonly done: number; readonly late: number; readonly overdue: number };
  readonly ahead: { readonly total: number; readonly done: number };
  /** Deadlines that are only proposed: neither due nor ahead. */
  readonly proposed: { readonly total: number; readonly done: number };
  /** Work with a deadline of which nothing arose, and work of which only the official knows what became. */
  readonly nothingArose: number;
  readonly unknown: number;
};

/** `missed` includes `near`: near is still not met. */
export type IndicatorTally = {
  readonly judged: number;
  readonly met: number;
  readonly missed: number;
  readonly near: number;
  readonly noData: number;
  readonly nothingArose: number;
  readonly notDue: number;
  /** Levels that are only proposed: in none of the counts above. */
  readonly proposed: number;
};

/** Something the report needs and nobody has typed: it leaves «……» in the official text. */
export type Missing = {
  readonly kind: 'indicator' | 'baseline' | 'statistic' | 'narrative' | 'draft' | 'task' | 'setting' | 'period';
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly at: Source;
};

export type FieldGroup<Item> = { readonly field: string; readonly items: readonly Item[] };

export type RecommendationItem = { readonly row: Recommendation; readonly state: RecommendationState };

export type ReportAnnexes = {
  readonly indicators: readonly FieldGroup<IndicatorItem>[];
  readonly tasks: { readonly standing: readonly TaskItem[]; readonly dated: readonly TaskItem[] };
  readonly statistics: readonly FieldGroup<IndicatorItem>[];
  /** What inspections found, each with where it stands at the cut-off. */
  readonly recommendations: readonly RecommendationItem[];
  /** Those of which the office wants each question told. */
  readonly surveys: readonly Survey[];
  /** Empty where no task has money. */
  readonly money: readonly MoneyTable[];
  /** Rows with what proves them, where the office wants them listed. */
  readonly evidence: readonly (IndicatorItem | TaskItem)[];
};

/** What a report says: codes and figures with their sources, no sentence (docs/rules.md#the-report). */
export type Report = {
  readonly period: Period;
  readonly asOf: Day;
  readonly madeOn: Day;
  readonly version: number;
  readonly draft: boolean;
  readonly sample: boolean;
  readonly names: ReportNames;
  readonly sections: readonly ReportSection[];
  readonly indicators: IndicatorTally;
  readonly tasks: TaskTally;
  /** Of each plan in force by itself, the one that the report is about first; of all where there is one. */
  readonly counts: readonly CountsItem[];
  readonly annexes: ReportAnnexes;
  /** Whether the statistical forms print every row, also those that a commune cannot have. */
  readonly everyFormRow: boolean;
  readonly missing: readonly Missing[];
};

/** What the office holds for a report. `previous` is the like period of the year before with its own evaluation. */
export type ReportFacts = {
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
  readonly entries: readonly TaskEntry[];
  readonly narratives: readonly Narrative[];
  readonly recommendations?: readonly Recommendation[];
  readonly surveys?: readonly SurveyRow[];
  readonly evaluation: Evaluation;
  readonly previous: { readonly period: Period; readonly evaluation: Evaluation } | null;
};

export type ReportRequest = {
  readonly period: Period;
  readonly asOf: Day;
  readonly madeOn: Day;
  readonly version: number;
  /** True when problems must be fixed first; a missing figure makes a draft of any report. */
  readonly draft: boolean;
};
