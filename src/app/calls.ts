/**
 * What a page, the menu and the command line may ask, and what they get. Requests are checked by `ask.ts`; replies travel
 * as JSON because a Date in a reply silently becomes nothing on Google (platform.md §3).
 */
import type { Severity } from '../domain/checks/finding.ts';
import type { Source } from '../domain/core/source.ts';
import type { Verdict } from '../domain/judging/verdict.ts';
import type { TaskStatus } from '../domain/plan/task.ts';
import type { ReconcileCode } from '../domain/reconcile/reconcile-model.ts';
import type { Conflict, EnterReply, EnterRequest } from './replies/enter.ts';
import type { Place, ProblemLine } from './replies/lines.ts';
import type { MailReply } from './replies/mail.ts';
import type { MyRowsReply } from './replies/my-rows.ts';
import type { ProposalLine, ViewCalls } from './replies/views.ts';

/** A JSON text that holds a `T`. */
export type Json<T> = string & { readonly __holds?: T };

export type Counts = {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly statuses: Readonly<Record<TaskStatus, number>>;
  readonly problems: Readonly<Record<Severity, number>>;
};

type TextAt = { readonly text: string; readonly at: Place | null };

/** Short whatever the plan's size: what it counts is listed by the screens that its numbers lead to. */
export type TodayView = {
  readonly today: string;
  readonly sample: boolean;
  /** `null`: no period is open. Texts are ready to show. */
  readonly period: { readonly name: string; readonly line: string } | null;
  readonly counts: Counts;
  /** How many rows are not filled in: of everybody, and of the roles of who asks (`null` where the host cannot tell). */
  readonly owed: { readonly all: number; readonly mine: number | null };
  /** What a person must look after: mails in doubt, a daily run that stands still. */
  readonly notices: readonly TextAt[];
  /** When the daily run last went well. */
  readonly daily: string;
  /** What the chairman would be told, the first of it; `more` = how many are left out. */
  readonly attention: readonly TextAt[];
  readonly more: number;
};

/** Role by role, most first, the rows not filled in; `count` is what the overview counts. `line`: until when, as text. */
export type OwedReply = {
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
type MadeFile = { readonly name: string; readonly url: string };
export type ReportReply = {
  readonly period: string;
  readonly version: number;
  readonly draft: boolean;
  /** True when nothing differs from the last version: its files are named and none was made. */
  readonly unchanged: boolean;
  readonly files: readonly MadeFile[];
  readonly missing: readonly string[];
  /** What the checks of Nghị định 30 found wrong in the official text; they stand in the review sheet, too. */
  readonly layout: readonly string[];
};
/** What a report would be before it is made: whom it goes to, what is missing and whose, what to mend; all of it as a text, too. */
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
  readonly files: readonly MadeFile[];
  readonly text: string | null;
  readonly layout: readonly string[];
};
/** `from` = `to`: nothing was to do. Columns and settings by name. */
export type UpgradeReply = {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
  readonly settings: readonly string[];
};
export type SetUpReply = {
  /** `null`: the workbook is new, of today, or not whole enough. */
  readonly upgraded: UpgradeReply | null;
  readonly made: readonly string[];
  readonly kept: readonly string[];
  /** Periods and the unit's name that came into tabs which were there. */
  readonly added: readonly string[];
  readonly indicators: number;
  readonly tasks: number;
  readonly statistics: number;
};
/** `token` names just these proposals: consent is given to what was shown. */
export type AdoptReply = { readonly proposals: readonly string[]; readonly token: string; readonly adopted: number };
export type OpenPeriodReply = { readonly period: string; readonly added: number; readonly kept: number };
export type ClosePeriodReply = { readonly period: string; readonly version: number; readonly facts: number };
export type ConfirmReply = { readonly confirmed: readonly string[]; readonly left: number };
/** What `undo` would take back, in words; `null` where there is nothing. `of` names it, so that nothing else is taken back meanwhile. */
export type UndoPreviewReply = { readonly of: string; readonly text: string } | null;
/** One cause for which a document and the workbook differ, ready to show. */
export type ReconcileLine = {
  readonly code: ReconcileCode;
  readonly text: string;
  /** The printed places that a changed cell feeds. */
  readonly places: readonly string[];
  readonly at: Place | null;
  /** The offer «Đưa về bảng»: what `bring-back` is asked with. */
  readonly takeBack: BringBackRequest | null;
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
  readonly file: MadeFile | null;
};
/** Every request by name, with what it carries and what it gets. */
export type Calls = ViewCalls & {
  today: { request: Record<string, never>; reply: TodayView };
  check: { request: Record<string, never>; reply: CheckReply };
  owed: { request: Record<string, never>; reply: OwedReply };
  refresh: { request: Record<string, never>; reply: RefreshReply };
  upgrade: { request: Record<string, never>; reply: UpgradeReply };
  /**
   * `adopt`: whether tabs of the office that are nearly ours are used; asked for only where there are such. `unit`: the name for
   * `Thông tin chung`; `years`: of which `Kỳ báo cáo` gets its periods. Left out: as the template has them.
   */
  'set-up': { request: { template: string; adopt?: boolean; unit?: string; years?: number[] }; reply: SetUpReply };
  /** `agreed`: the token of the proposals that the person agreed to; '' only shows them. */
  adopt: { request: { agreed: string }; reply: AdoptReply };
  'open-period': { request: { period: string }; reply: OpenPeriodReply };
  'close-period': { request: { period: string }; reply: ClosePeriodReply };
  'reopen-period': { request: { period: string; reason: string }; reply: { readonly period: string } };
  'mark-sent': { request: { period: string }; reply: { readonly period: string; readonly on: string } };
  'explain-change': { request: { change: string; reason: string }; reply: { readonly left: number } };
  'restore-change': { request: { change: string }; reply: { readonly left: number } };
  'confirm-proposals': { request: { ids: string[] }; reply: ConfirmReply };
  'undo-preview': { request: Record<string, never>; reply: UndoPreviewReply };
  undo: { request: { of: string }; reply: { readonly text: string } };
  /** `role` '': the rows of who asks. */
  'my-rows': { request: { role: string }; reply: MyRowsReply };
  enter: { request: EnterRequest; reply: EnterReply };
  report: { request: { period: string }; reply: ReportReply };
  /** `period` '' = the one being entered, else the one closed last. */
  'report-preview': { request: { period: string }; reply: PreviewReply };
  brief: { request: { period: string }; reply: PapersReply };
  matrix: { request: Record<string, never>; reply: PapersReply };
  letters: { request: { period: string }; reply: PapersReply };
  slip: { request: { period: string; role: string }; reply: PapersReply };
  /** `file`: a .docx as base64; `period` '' = told from the document. */
  reconcile: { request: { file: string; period: string; keep: boolean }; reply: ReconcileReply };
  /** A link that opens the newest version as a PDF; only where the host turns documents into its own. */
  'report-pdf': { request: { period: string }; reply: MadeFile };
  /** A Word file as base64; '' = back to the default template. */
  'store-template': { request: { file: string }; reply: { readonly sentence: string } };
  'bring-back': { request: BringBackRequest; reply: { readonly at: Place } };
  mail: { request: { preview: boolean }; reply: MailReply };
  'go-to': { request: { tab: string; row: number; column: number }; reply: Record<string, never> };
};
export type CallName = keyof Calls;

/** What travels to the one door (`ask.ts`) as JSON: the call's name and what it carries. */
export type CallRequest<Name extends CallName = CallName> = { readonly call: Name; readonly with: Calls[Name]['request'] };

/** A refusal or a failure as a sentence the person can act on; never a stack trace. */
export type Answer<Name extends CallName> =
  | { readonly ok: true; readonly reply: Calls[Name]['reply'] }
  | { readonly ok: false; readonly sentence: string; readonly conflicts?: readonly Conflict[] };
