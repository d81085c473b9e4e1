/**
 * Every call of a page, of the menu and of the command line, one line each: what it carries, who may ask it, and what runs.
 * `ask.ts` obeys this table and knows no call by name; pages take their types from here. Replies travel as JSON, because a Date
 * in a reply silently becomes nothing on Google.
 */
import * as z from 'zod/mini';
import { isPlanYear } from '../domain/core/day.ts';
import { SOURCE_KINDS } from '../domain/core/source.ts';
import { APPRAISALS } from '../domain/period/appraisal.ts';
import { EXTRAS } from '../domain/plan/extras.ts';
import { PLAN_KINDS } from '../domain/plan/plan.ts';
import { FATES } from '../domain/plan/roll-over.ts';
import { CALENDARS, POST_SETS } from '../domain/plan/set-up.ts';
import { SURVEY_SUBJECTS } from '../domain/surveys/survey.ts';
import type { Ports } from './base/ports.ts';
import { check } from './checks/check.ts';
import { confirmProposals } from './checks/confirm-proposals.ts';
import { appraise } from './entry/appraise.ts';
import { enter } from './entry/enter.ts';
import { keepEvidence } from './entry/keep-evidence.ts';
import { myRows } from './entry/my-rows.ts';
import { addExtra } from './extras/add-extra.ts';
import { extrasView } from './extras/extras-view.ts';
import { feedFigures } from './extras/feed-figures.ts';
import { importSurvey } from './extras/import-survey.ts';
import { recordRow } from './extras/record-row.ts';
import { bringBack } from './history/bring-back.ts';
import { explainChange, restoreChange } from './history/settle-change.ts';
import { undo, undoPreview } from './history/undo.ts';
import { importPlan } from './import/import-plan.ts';
import { PLAN_FILE, PLAN_ROWS } from './import/plan-shape.ts';
import { readPlan } from './import/read-plan.ts';
import { refresh } from './judging/refresh.ts';
import { lettersView } from './mail/letters-view.ts';
import { recordOpinion } from './mail/record-opinion.ts';
import { owed } from './mail/reminders.ts';
import { sendMail } from './mail/send-mail.ts';
import { testMail } from './mail/test-mail.ts';
import { closePeriod } from './period/close-period.ts';
import { markSent } from './period/mark-sent.ts';
import { openPeriod } from './period/open-period.ts';
import { reopenPeriod } from './period/reopen-period.ts';
import { rollOverPlan } from './plan/roll-over.ts';
import { rollOverState } from './plan/roll-over-state.ts';
import { exportPeriod } from './province/export-period.ts';
import type { Conflict, EnterRequest } from './replies/enter.ts';
import { draftNarratives } from './report/draft-narratives.ts';
import { makeForms } from './report/forms.ts';
import { makeReport } from './report/make-report.ts';
import { storeTemplate } from './report/office-template.ts';
import { makeBrief, makeLetters, makeMatrix, makeMeeting, makeSlip, reportPdf } from './report/papers.ts';
import { previewReport } from './report/preview-report.ts';
import { reconcileReport } from './report/reconcile.ts';
import { makeYearWork } from './report/year-work.ts';
import { layCriteria } from './scores/lay-criteria.ts';
import { makeScoreSheet } from './scores/score-sheet.ts';
import { adopt } from './set-up/adopt.ts';
import { setUp, setUpState } from './set-up/set-up.ts';
import { upgrade } from './set-up/upgrade.ts';
import { goTo } from './today/go-to.ts';
import { indicator, indicators } from './today/indicators.ts';
import { closeChoice, openChoices } from './today/period-choices.ts';
import { todayView } from './today/today.ts';
import { years } from './today/years.ts';

/**
 * Who may ask a call. `keeper`: whoever holds a role that keeps the plan (`base/roles.ts`). `keeper-or-owner`: set-up lets a
 * new clerk through the guards, which only somebody can whom they let in, often the file's owner, who is no keeper; he could
 * write himself into `Phân công` anyway.
 */
export type Right = 'anyone' | 'keeper' | 'keeper-or-owner';

/** A request whose shape is right: who may ask it, and what it does. */
type ReadyCall<Reply> = { readonly right: Right; run(ports: Ports): Reply };

/** One call of the table. */
export type Call<Carried, Reply> = {
  readonly shape: z.ZodMiniType<Carried>;
  /** Holds the document lock: it adds rows or files, or records what it found; pressed twice, it would do so twice. */
  readonly locked: boolean;
  /** Leaves a row of `Nhật ký` that `Hoàn tác` can undo. */
  readonly undoable: boolean;
  /** Its request carries a file or the text of a whole cell and may be as long as one. */
  readonly carriesFile: boolean;
  /** `null`: not a request of this call; no key may be missing and none may be extra. */
  read(carried: unknown): ReadyCall<Reply> | null;
};

/** Longest text of a cell that a form may carry; longer is refused before it is read. */
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;
const MOST_TEXTS = 100;
const MOST_IDS = 1_000;

const nothing = z.strictObject({});
const sentence = z.string().check(z.maxLength(1_000));
const name = z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME));
const nameOrNone = z.string().check(z.maxLength(LONGEST_NAME));
const place = z.int().check(z.gte(1), z.lte(10_000_000));
const year = z.int().check(z.gte(1900), z.lte(2999));
const ofPeriod = z.strictObject({ period: name });
const source = z.strictObject({ of: z.enum(SOURCE_KINDS), id: nameOrNone, period: nameOrNone, field: nameOrNone });
/** `from` '' = the plan that is usually left; `rows`: what becomes of those that are named, of the others what is proposed. */
const NEXT_PLAN = z.strictObject({
  from: nameOrNone,
  plan: z.strictObject({
    id: name,
    title: z.string().check(z.minLength(1), z.maxLength(1_000)),
    kind: z.enum(PLAN_KINDS),
    first: year,
    last: year,
    number: nameOrNone,
    issuedOn: nameOrNone,
  }),
  periods: z.enum(['cchc', 'monthly', 'none']),
  levels: z.boolean(),
  baselines: z.boolean(),
  rows: z.array(z.strictObject({ id: name, fate: z.enum(FATES), with: sentence })).check(z.maxLength(MOST_IDS * 5)),
});

type Texts = Readonly<Record<string, string>>;
const isName = (given: unknown): boolean => typeof given === 'string' && given.length >= 1 && given.length <= LONGEST_NAME;

/** Some texts by names that are not empty, none longer than a form may carry. */
function isTexts(given: unknown): boolean {
  if (!isObject(given)) return false;
  const names = Object.keys(given);
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length <= LONGEST_TEXT;
  return names.length <= MOST_TEXTS && names.every((key) => isName(key) && key !== '__proto__' && isText(given[key]));
}

const texts = z.custom<Texts>(isTexts);

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/**
 * A request with these keys and no others, each asked by its own test; `left` may be left out. As fast as a compiled
 * schema, which those of zod/mini are not.
 */
function exactly<Carried>(
  tests: Readonly<Record<keyof Carried & string, (given: unknown) => boolean>>,
  left: readonly string[] = [],
): z.ZodMiniType<Carried> {
  const byKey = new Map<string, (given: unknown) => boolean>(Object.entries(tests));
  const demanded = [...byKey.keys()].filter((key) => !left.includes(key));
  return z.custom<Carried>((given) => {
    if (!isObject(given) || demanded.some((key) => !(key in given))) return false;
    return Object.keys(given).every((key) => byKey.get(key)?.(given[key]) === true);
  });
}

type Options = { readonly [Key in 'locked' | 'undoable' | 'carriesFile']?: boolean };

/** A line of the table; anyone may ask it unless it says otherwise, and it only reads unless it is locked. */
function call<Carried, Reply>(
  shape: z.ZodMiniType<Carried>,
  run: (ports: Ports, carried: Carried) => Reply,
  right: Right | ((carried: Carried) => Right) = 'anyone',
  { locked = false, undoable = false, carriesFile = false }: Options = {},
): Call<Carried, Reply> {
  const read = (carried: unknown): ReadyCall<Reply> | null => {
    const { success, data } = shape.safeParse(carried);
    if (!success) return null;
    return { right: typeof right === 'function' ? right(data) : right, run: (ports) => run(ports, data) };
  };
  return { shape, locked, undoable, carriesFile, read };
}

const LOCKED: Options = { locked: true };
const UNDOABLE: Options = { locked: true, undoable: true };

export const CALLS = {
  // What screens and dialogs show; none writes.
  today: call(nothing, todayView),
  check: call(nothing, check),
  owed: call(nothing, owed),
  /** `period`: another open one than the one being entered. */
  indicators: call(z.strictObject({ period: z.exactOptional(nameOrNone) }), indicators),
  indicator: call(z.strictObject({ id: nameOrNone, period: z.exactOptional(nameOrNone) }), indicator),
  years: call(nothing, years),
  'set-up-state': call(nothing, setUpState),
  'roll-over-state': call(z.strictObject({ from: z.exactOptional(nameOrNone), to: z.exactOptional(nameOrNone) }), rollOverState),
  'open-choices': call(nothing, openChoices),
  'close-choice': call(nothing, closeChoice),
  'undo-preview': call(nothing, undoPreview),
  /** `role` '': the rows of the caller; `period`: of another open one than the one being entered. */
  'my-rows': call(z.strictObject({ role: nameOrNone, period: z.exactOptional(nameOrNone) }), myRows),
  /** `period` '' = the one being entered, else the one closed last. For keepers; the action asks. */
  'report-preview': call(z.strictObject({ period: nameOrNone }), previewReport),
  'go-to': call(z.strictObject({ tab: name, row: place, column: place }), goTo),

  // Typing and judging.
  enter: call(
    exactly<EnterRequest>({ tab: isName, id: isName, period: isName, values: isTexts, before: isTexts }, ['before']),
    enter,
    'anyone',
    UNDOABLE,
  ),
  /** What whoever keeps the plan thinks of a row before the period is closed. */
  appraise: call(
    z.strictObject({ tab: name, id: name, period: name, appraisal: z.enum(APPRAISALS), reason: sentence }),
    appraise,
    'keeper',
    UNDOABLE,
  ),
  /** `file`: base64; kept beside the workbook, for who may type into the row. */
  'keep-evidence': call(z.strictObject({ tab: name, id: name, period: name, name, file: z.string() }), keepEvidence, 'anyone', {
    locked: true,
    carriesFile: true,
  }),
  refresh: call(nothing, refresh, 'anyone', LOCKED),

  // The workbook and its plan.
  /**
   * `adopt`: whether tabs of the office that are nearly ours are used; asked for only where there are such. `unit`: the name for `Thông tin chung`, and
   * `since` which day; `years`: of which `Kỳ báo cáo` gets its periods, and a workbook without a plan its levels. Left out: as the template has them.
   */
  'set-up': call(
    z.strictObject({
      template: name,
      adopt: z.exactOptional(z.boolean()),
      unit: z.exactOptional(nameOrNone),
      since: z.exactOptional(nameOrNone),
      years: z.exactOptional(z.array(z.int().check(z.refine(isPlanYear))).check(z.maxLength(MOST_TEXTS))),
      periods: z.exactOptional(z.enum(CALENDARS)),
      addressees: z.exactOptional(sentence),
      posts: z.exactOptional(z.enum(POST_SETS)),
      keeper: z.exactOptional(nameOrNone),
      extras: z.exactOptional(z.array(z.enum(EXTRAS)).check(z.maxLength(EXTRAS.length))),
    }),
    setUp,
    'keeper-or-owner',
    UNDOABLE,
  ),
  /** `agreed`: the token of the proposals that the person agreed to; '' only shows them. */
  adopt: call(z.strictObject({ agreed: nameOrNone }), adopt, 'keeper-or-owner', UNDOABLE),
  upgrade: call(nothing, upgrade, 'keeper', UNDOABLE),
  /** Reads a plan and holds it against the workbook; the page shows it before anything is written. */
  'read-plan': call(PLAN_FILE, readPlan, 'keeper', { carriesFile: true }),
  /** Writes what `npm run cchc -- import` reads; the text of a whole plan may be as long as a file. */
  'import-plan': call(PLAN_ROWS, importPlan, 'keeper', { locked: true, undoable: true, carriesFile: true }),
  /** A plan of several years has as many rows as a file has lines. */
  'roll-over': call(NEXT_PLAN, rollOverPlan, 'keeper', { locked: true, undoable: true, carriesFile: true }),
  'confirm-proposals': call(
    z.strictObject({ ids: z.array(name).check(z.maxLength(MOST_IDS)) }),
    confirmProposals,
    'keeper',
    UNDOABLE,
  ),
  'explain-change': call(z.strictObject({ change: sentence, reason: sentence }), explainChange, 'keeper', LOCKED),
  'restore-change': call(z.strictObject({ change: sentence }), restoreChange, 'keeper', UNDOABLE),
  undo: call(z.strictObject({ of: sentence }), undo, 'anyone', LOCKED),

  // The registers that an office keeps when it wants them; whose rows are whose, the action asks.
  extras: call(nothing, extrasView),
  'add-extra': call(z.strictObject({ extra: z.enum(EXTRAS) }), addExtra, 'keeper', UNDOABLE),
  /** `id` '': a new row. */
  record: call(
    z.strictObject({ register: z.enum(EXTRAS), id: nameOrNone, values: texts, before: z.exactOptional(texts) }),
    recordRow,
    'anyone',
    UNDOABLE,
  ),
  /** `file`: the answers of a form's export (CSV) as text. */
  'import-survey': call(
    z.strictObject({
      file: z.string(),
      title: sentence,
      subject: z.enum(SURVEY_SUBJECTS),
      until: nameOrNone,
      minimum: nameOrNone,
      feeds: nameOrNone,
    }),
    importSurvey,
    'keeper',
    { locked: true, undoable: true, carriesFile: true },
  ),
  /** The criteria of a set as rows of one year. */
  'lay-criteria': call(z.strictObject({ set: name, year }), layCriteria, 'keeper', UNDOABLE),
  'score-sheet': call(z.strictObject({ year }), makeScoreSheet, 'anyone', LOCKED),
  /** What the registers count, into the rows of the period that are counted from them. */
  feed: call(ofPeriod, feedFigures, 'keeper', UNDOABLE),

  // Periods.
  'open-period': call(ofPeriod, openPeriod, 'keeper', UNDOABLE),
  'close-period': call(ofPeriod, closePeriod, 'keeper', UNDOABLE),
  'reopen-period': call(z.strictObject({ period: name, reason: sentence }), reopenPeriod, 'keeper', UNDOABLE),
  'mark-sent': call(ofPeriod, markSent, 'keeper', UNDOABLE),

  // Papers; who keeps the plan is asked by the action, which reads the book anyway.
  report: call(ofPeriod, makeReport, 'anyone', LOCKED),
  /** Drafts of the parts that the office writes itself, into blank cells of `Nội dung báo cáo`. */
  'draft-narratives': call(ofPeriod, draftNarratives, 'anyone', UNDOABLE),
  brief: call(ofPeriod, makeBrief, 'anyone', LOCKED),
  meeting: call(ofPeriod, makeMeeting, 'anyone', LOCKED),
  matrix: call(nothing, makeMatrix, 'anyone', LOCKED),
  letters: call(ofPeriod, makeLetters, 'anyone', LOCKED),
  forms: call(ofPeriod, makeForms, 'anyone', LOCKED),
  /** The facts of a closed period as one file, for whoever consolidates many units. */
  'export-period': call(ofPeriod, exportPeriod, 'anyone', LOCKED),
  slip: call(z.strictObject({ period: name, role: nameOrNone }), makeSlip, 'anyone', LOCKED),
  /** Of the year of that period; `role` '': of a keeper everybody's, of anybody else his own. */
  'year-work': call(z.strictObject({ period: name, role: nameOrNone }), makeYearWork, 'anyone', LOCKED),
  /** A link that opens the newest version as a PDF; only where the host turns documents into its own. */
  'report-pdf': call(ofPeriod, reportPdf),
  /** `file`: a .docx as base64; `period` '' = told from the document. */
  reconcile: call(z.strictObject({ file: z.string(), period: nameOrNone, keep: z.boolean() }), reconcileReport, 'anyone', {
    locked: true,
    carriesFile: true,
  }),
  'bring-back': call(z.strictObject({ at: source, before: z.string(), after: z.string() }), bringBack, 'anyone', {
    locked: true,
    undoable: true,
    carriesFile: true,
  }),
  /** A Word file as base64; '' = back to the default template. */
  'store-template': call(z.strictObject({ file: z.string() }), storeTemplate, 'keeper', { locked: true, carriesFile: true }),

  // Mail; a preview sends nothing.
  mail: call(z.strictObject({ preview: z.boolean() }), sendMail, ({ preview }) => (preview ? 'anyone' : 'keeper')),
  'mail-log': call(nothing, lettersView, 'keeper'),
  'test-mail': call(nothing, testMail, 'keeper'),
  'record-opinion': call(
    z.strictObject({
      rows: z.array(z.strictObject({ of: z.enum(['actual', 'entry']), id: name, period: name })).check(z.maxLength(MOST_TEXTS)),
      opinion: sentence,
    }),
    recordOpinion,
    'keeper',
    UNDOABLE,
  ),
} as const;

type Table = typeof CALLS;
export type CallName = keyof Table;

/** Every call by name, with what it carries and what it gets. */
export type Calls = {
  readonly [Name in CallName]: Table[Name] extends Call<infer Carried, infer Reply>
    ? { readonly request: Carried; readonly reply: Reply }
    : never;
};

/** A JSON text that holds a `T`. */
export type Json<T> = string & { readonly __holds?: T };

/** What travels to the one door (`ask.ts`) as JSON: the call's name and what it carries. */
export type CallRequest<Name extends CallName = CallName> = { readonly call: Name; readonly with: Calls[Name]['request'] };

/** A refusal or a failure as a sentence the person can act on; never a stack trace. */
export type Answer<Name extends CallName> =
  | { readonly ok: true; readonly reply: Calls[Name]['reply'] }
  | { readonly ok: false; readonly sentence: string; readonly conflicts?: readonly Conflict[] };
