/** What `my-rows` answers: the rows of one person with all that judging them while typing needs. A Map would arrive empty on Google. */

import type { Day } from '../../domain/core/day.ts';
import type { AppraisedRow } from '../../domain/period/appraisal.ts';
import type { Period } from '../../domain/period/period.ts';
import type { FormField } from '../../domain/plan/asked-fields.ts';
import type { Actual, Indicator, TargetLevel } from '../../domain/plan/indicator.ts';
import type { Holiday, PlanInForce, Setting } from '../../domain/plan/plan.ts';
import type { Task, TaskEntry } from '../../domain/plan/task.ts';
import type { Place } from './lines.ts';

export type FormTexts = Readonly<Partial<Record<FormField, string>>>;

/** An indicator as JSON carries it. */
export type WireIndicator = Omit<Indicator, 'targets'> & { readonly targets: readonly (readonly [number, TargetLevel])[] };

type RowBase = {
  /** The tab's name, as `enter` is asked with. */
  readonly tab: string;
  /** Whether it counts among what its lead still owes. */
  readonly owed: boolean;
  /** The cell to type into. */
  readonly at: Place | null;
  /** What the sheet shows beside it: header and text. */
  readonly facts: readonly (readonly [header: string, text: string])[];
  /** Where its appraisal stands; `null`: nothing is typed, or the office does not appraise. */
  readonly appraisal: Pick<AppraisedRow, 'state' | 'reason'> | null;
  /** What stands in the cells to type into; a column that the tab lacks is absent. */
  readonly texts: FormTexts;
};
export type MyIndicator = RowBase & { readonly of: 'actual'; readonly indicator: WireIndicator };
/** `earlier`: the words of other periods, which decide whether it is done. */
export type MyTask = RowBase & {
  readonly of: 'entry';
  readonly task: Task;
  readonly earlier: readonly Pick<TaskEntry, 'period' | 'progress' | 'completedOn'>[];
};
export type MyRow = MyIndicator | MyTask;

/** The figures of other rows and periods that the rows are judged with. */
export type Figure = Pick<Actual, 'indicator' | 'period' | 'numerator' | 'denominator' | 'typed'>;

export type MyRowsReply = {
  readonly today: Day;
  /** The day that the rows are judged on. */
  readonly asOf: Day;
  readonly locale: string;
  /** `null`: no period is open, and there are no rows. */
  readonly period: Period | null;
  /** Every open period by name, the one being entered first. */
  readonly open: readonly string[];
  /** Closed periods for which a rank, a grade or a survey may still be published, the latest first. */
  readonly late: readonly string[];
  /** «Hạn công chức nhập: …». */
  readonly line: string;
  /** As asked for: whose rows these are. */
  readonly role: string;
  /** The roles of the caller; none where the host cannot tell, or `Phân công` does not name the address. */
  readonly mine: readonly string[];
  /** For keepers: everybody's roles, and how many rows each still owes. */
  readonly others: readonly { readonly role: string; readonly owed: number }[];
  /** Open work of others that these roles support, watch or urge on, a sentence each: seen, never filled in. The first of them, because a reply has a limit. */
  readonly supporting?: { readonly count: number; readonly lines: readonly string[] };
  /** How many of these rows are owed, those beyond the limit too. */
  readonly owed: number;
  /** Owed first, then blank ones, then those filled in; in each the order of the plan. */
  readonly rows: readonly MyRow[];
  /** Whether the caller appraises the rows. */
  readonly appraises: boolean;
  /** Files beside the workbook that the rows name: the address to open each, '' where it is gone; none where the host has no such place. */
  readonly files: Readonly<Record<string, string>>;
  /** Rows left out, because a reply has a limit. */
  readonly more: number;
  readonly headers: Readonly<Record<'actual' | 'entry', Readonly<Partial<Record<FormField, string>>>>>;
  readonly around: {
    readonly plans: readonly PlanInForce[];
    readonly periods: readonly Period[];
    readonly settings: readonly Setting[];
    readonly holidays: readonly Holiday[];
    readonly figures: readonly Figure[];
  };
};
