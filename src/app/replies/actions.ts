import type { Severity } from '../../domain/checks/finding.ts';
import type { Source } from '../../domain/core/source.ts';
import type { PlanTally, Tally } from '../../domain/judging/tally.ts';
import type { Verdict } from '../../domain/judging/verdict.ts';
import type { TaskStatus } from '../../domain/plan/task.ts';
import type { ReconcileCode } from '../../domain/reconcile/reconcile-model.ts';
import type { Place, ProblemLine } from './lines.ts';
import type { ProposalLine } from './views.ts';

export type Counts = {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly statuses: Readonly<Record<TaskStatus, number>>;
  /** What is only proposed, beside the official counts. */
  readonly proposed: Tally['proposed'];
  /** Of each plan by itself where several are in force; the counts above are then shown nowhere. */
  readonly plans: readonly PlanTally[];
  readonly problems: Readonly<Record<Severity, number>>;
};

type TextAt = { readonly text: string; readonly at: Place | null };

/** Short whatever the plan's size: what it counts is listed by the screens that its numbers lead to. */
export type TodayView = {
  readonly today: string;
  readonly sample: boolean;
  /** False: no plan has been laid out; nothing else of the view says anything then. */
  readonly isSetUp: boolean;
  /** `null`: no period is open. Texts are ready to show. */
  readonly period: { readonly name: string; readonly line: string } | null;
  /** Of every other open period what it is, and the counts that matter, as text. */
  readonly others: readonly string[];
  readonly counts: Counts;
  /** How many rows are not filled in: of everybody, and of the roles of the caller (`null` where the host cannot tell). */
  readonly owed: { readonly all: number; readonly mine: number | null };
  /** What a person must look after: mails in doubt, a daily run that has stopped. */
  readonly notices: readonly TextAt[];
  /** Whether the caller keeps the plan, who alone sees what was mailed. */
  readonly keeps: boolean;
  /** When the daily run last went well. */
  readonly daily: string;
  /** What the chairman would be told, the first of it; `more` = how many are left out. */
  readonly attention: readonly TextAt[];
  readonly more: number;
};

/** Of the period being entered, and of every other open one. */
export type OwedReply = OwedIn & { readonly others: readonly OwedIn[] };

/** Role by role, most first, the rows not filled in; `count` is what the overview counts. `line`: until when, as text. */
export type OwedIn = {
  readonly period: { readonly name: string; readonly line: string } | null;
  readonly roles: readonly {
    readonly role: string;
    readonly count: number;
    readonly rows: readonly { readonly id: string; readonly text: string; readonly at: Place | null }[];
  }[];
};

export type CheckReply = {
  readonly counts: Counts;
  readonly problems: readonly ProblemLine[];
  readonly proposals: readonly ProposalLine[];
};

export type RefreshReply = { readonly counts: Counts; readonly written: number; readonly problems: readonly ProblemLine[] };

/** `url` '': it was handed to whoever asked and is kept nowhere else. */
export type MadeFile = { readonly name: string; readonly url: string };
/** A file just made; `data`: its bytes as base64, for the page to download. */
export type HandedFile = MadeFile & { readonly data: string };

export type ReportReply = {
  readonly period: string;
  readonly version: number;
  readonly draft: boolean;
  /** True when nothing differs from the last version: its files are named and no version was made. */
  readonly unchanged: boolean;
  /** True when a file of the unchanged version was gone and was made again. */
  readonly again: boolean;
  readonly files: readonly HandedFile[];
  /** Why they are not kept in the host's store, as a sentence; `null` when they are. */
  readonly notKept: string | null;
  readonly missing: readonly string[];
  /** What the checks of Nghị định 30 found wrong in the official text; they stand in the review sheet, too. */
  readonly layout: readonly string[];
};

/** What a report would be before it is made: whom it goes to, what is missing and whose, what to fix; all of it as a text, too. */
export type PreviewReply = {
  readonly period: string;
  readonly version: number;
  readonly draft: boolean;
  readonly file: string;
  /** The last day of its figures; earlier than the cut-off when it is made before that. */
  readonly asOf: string;
  readonly beforeCutOff: boolean;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: string;
  readonly missing: readonly { readonly role: string; readonly items: readonly string[] }[];
  readonly problems: readonly ProblemLine[];
  readonly text: string;
  /** The versions made so far, the newest first. */
  readonly made: readonly { readonly version: number; readonly on: string | null; readonly files: readonly MadeFile[] }[];
  /** The periods that a report may be made of. */
  readonly periods: readonly string[];
};

/** Papers that were made, a text to copy or none, and what the checks of Nghị định 30 found wrong in official ones. */
export type PapersReply = {
  readonly files: readonly HandedFile[];
  readonly notKept: string | null;
  readonly text: string | null;
  readonly layout: readonly string[];
};

/** `from` = `to`: nothing was to do. Tabs, columns and settings by name. */
export type UpgradeReply = {
  readonly from: number;
  readonly to: number;
  readonly tabs: readonly string[];
  readonly columns: readonly string[];
  readonly settings: readonly string[];
};

export type SetUpReply = {
  /** `null`: the workbook is new, of today, or not whole enough. */
  readonly upgraded: UpgradeReply | null;
  readonly made: readonly string[];
  readonly kept: readonly string[];
  /** Addresses that Google would not let into the guards, or out of them. */
  readonly refused: readonly string[];
  /** The empty tab that the workbook was born with, taken away; `null`: none was. */
  readonly dropped: string | null;
  /** Periods and the unit's name that came into tabs which were there. */
  readonly added: readonly string[];
  readonly indicators: number;
  readonly tasks: number;
  readonly statistics: number;
};

/** `token` names just these proposals: consent is given to what was shown. */
export type AdoptReply = { readonly proposals: readonly string[]; readonly token: string; readonly adopted: number };

export type OpenPeriodReply = { readonly period: string; readonly added: number; readonly kept: number };

/** The facts of a closed period as a file for whoever consolidates many units. */
export type PackageReply = {
  readonly period: string;
  readonly version: number;
  readonly rows: number;
  readonly files: readonly HandedFile[];
  readonly notKept: string | null;
};

/** `package`: where its facts lie for whoever consolidates many units, or why there are none, as a sentence. */
export type ClosePeriodReply = {
  readonly period: string;
  readonly version: number;
  readonly facts: number;
  readonly package: string;
};

export type ConfirmReply = { readonly confirmed: readonly string[]; readonly left: number };

/** What `undo` would undo, in words; `null` where there is nothing. `of` identifies it, so that nothing else is undone meanwhile. */
export type UndoPreviewReply = { readonly of: string; readonly text: string } | null;

/** One cause for which a document and the workbook differ, ready to show. */
export type ReconcileLine = {
  readonly code: ReconcileCode;
  readonly text: string;
  /** The printed places that a changed cell feeds. */
  readonly places: readonly string[];
  readonly at: Place | null;
  /** The offer «Đưa về bảng»: what `bring-back` is asked with. */
  readonly bringBack: BringBackRequest | null;
};

export type BringBackRequest = {
  readonly at: Source;
  readonly before: string;
  readonly after: string;
};

export type ReconcileReply = {
  readonly period: string;
  /** The version it was compared with; `null`: the workbook kept no record and only today's figures count. */
  readonly version: number | null;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly findings: readonly ReconcileLine[];
  readonly file: HandedFile | null;
  /** Why that file is not kept in the host's store; `null` when it is, or there is none. */
  readonly notKept: string | null;
};

/** What an import did: new `Mã` by tab, how many rows stood there already, and what needs a person. */
export type ImportReply = {
  readonly indicators: readonly string[];
  readonly tasks: readonly string[];
  readonly recognised: number;
  /** `Mã` of rows that say something else now. */
  readonly updated: readonly string[];
  /** What did not go into a cell of its own and why; `at`: the place in the document; both '' = of a whole tab. */
  readonly left: readonly { readonly id: string; readonly at: string; readonly text: string }[];
  /** Roles of the rows that `Phân công` does not know. */
  readonly unknownRoles: readonly string[];
  /** Periods being entered, which have no row for the new `Mã` yet. */
  readonly open: readonly string[];
};
