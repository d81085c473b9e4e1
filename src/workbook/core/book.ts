import type { Day } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import type { LogRow } from '../../domain/history/journal.ts';
import type { Recommendation } from '../../domain/inspections/recommendation.ts';
import type { Actual } from '../../domain/plan/indicator.ts';
import type { Narrative, Plan } from '../../domain/plan/plan.ts';
import type { TaskEntry } from '../../domain/plan/task.ts';
import type { SurveyRow } from '../../domain/surveys/survey.ts';
import type { CellAddress } from './cell.ts';
import type { SheetProblem } from './problem.ts';
import type { TabKey, TabTable } from './tab.ts';
/** The states of a mail in the ledger. */
export type MailState = 'intent' | 'sent' | 'in-doubt' | 'failed' | 'told';

export type MailRow = {
  readonly id: string;
  readonly recipient: string;
  readonly day: Day;
  /** Keys of the alerts it tells, as `domain/digest` makes them. */
  readonly items: readonly string[];
  readonly hash: string;
  readonly state: MailState;
  readonly note: string;
};

/** One frozen fact of `Bản chốt`. */
export type FrozenFact = {
  readonly period: string;
  readonly version: number;
  readonly id: string;
  readonly field: string;
  readonly raw: string;
  readonly level: string;
  readonly result: string;
  /** The day it was kept. */
  readonly on: Day | null;
};

/** One version of a period's report; file, link and fingerprint hold one line per file. */
export type ReportRow = {
  readonly period: string;
  readonly version: number;
  readonly file: string;
  readonly url: string;
  readonly hash: string;
  readonly build: string;
  /** The official text as it was printed (`paper/snapshot.ts`), or ''. */
  readonly printed: string;
  /** The day it was made, which its papers name. */
  readonly madeOn: Day | null;
  /** Who made it, as the host named the person. */
  readonly who: string;
  /** What was printed and from which cells, packed; '' when it is no longer kept. */
  readonly record: string;
};

/** Everything read from a workbook: true types inside, and a problem with its cell for all that could not be read. */
export type Book = {
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
  readonly entries: readonly TaskEntry[];
  readonly narratives: readonly Narrative[];
  /** Of the registers that not every office keeps; empty where it does not. */
  readonly recommendations: readonly Recommendation[];
  readonly surveys: readonly SurveyRow[];
  readonly mails: readonly MailRow[];
  readonly frozen: readonly FrozenFact[];
  readonly reports: readonly ReportRow[];
  /** `Nhật ký`, oldest first. */
  readonly journal: readonly LogRow[];
  readonly problems: readonly SheetProblem[];
  readonly locale: string;
  readonly timeZone: string;
  /** The tables behind it, for the writers. */
  readonly tables: ReadonlyMap<TabKey, TabTable>;
  /** Files that `Minh chứng` names and that are not beside the workbook; absent where no host was asked. */
  readonly goneFiles?: () => ReadonlySet<string>;
  /** The cell of a source, or `null` when its row or column is not (or not uniquely) in the workbook. */
  addressOf(source: Source): CellAddress | null;
};
