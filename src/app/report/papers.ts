import { owedRows } from '../../domain/checks/entry-progress.ts';
import { sameWord } from '../../domain/core/word.ts';
import { evaluate } from '../../domain/judging/evaluate.ts';
import { alerts } from '../../domain/mail/alert.ts';
import { answerDay, remindersIn } from '../../domain/mail/reminder.ts';
import { reportedAsOf } from '../../domain/period/calendar.ts';
import { moneyTables } from '../../domain/plan/money.ts';
import { holdersOf, isSample, rolesOf, setting, settingList } from '../../domain/plan/settings.ts';
import type { Report } from '../../domain/report/report-model.ts';
import { reportNames } from '../../domain/report/report-names.ts';
import { checkLayout } from '../../paper/nd30/check.ts';
import { toSvg } from '../../paper/picture/to-svg.ts';
import { utf8Of } from '../../paper/zip/utf8.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Paper } from '../../words/paper/paper.ts';
import { RECONCILE_REFUSALS } from '../../words/reconcile/reconcile.ts';
import { sayLayoutFinding } from '../../words/report/nd30.ts';
import { sayBrief, sayShort } from '../../words/report/papers/brief.ts';
import { sayLetter } from '../../words/report/papers/letter.ts';
import { sayMatrix } from '../../words/report/papers/matrix.ts';
import { sayMeeting } from '../../words/report/papers/meeting.ts';
import { saySlip } from '../../words/report/papers/slip.ts';
import { PAPER_FILES, PAPER_REFUSALS } from '../../words/report/papers.ts';
import { sayReport } from '../../words/report/report.ts';
import { reportFileName } from '../../words/report/report-titles.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { type Ports, SVG } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { keptBook, mayKeepPlan } from '../base/roles.ts';
import type { MadeFile, PapersReply } from '../replies/actions.ts';
import { composedReport } from './compose-report.ts';
import { handedOver } from './hand-over.ts';
import { composed } from './make-report.ts';
import { templateFor } from './office-template.ts';

type Named = { readonly name: string; readonly paper: Paper };

/** One page for the chairman, and a short text for the group chat. For keepers only: the page names who is behind. */
export function makeBrief(ports: Ports, { period: name }: { readonly period: string }): PapersReply {
  const book = keptBook(ports);
  const today = ports.clock.today();
  const report = reportToday(book, name, today);
  const evaluation = evaluate(book, { period: report.period, asOf: report.asOf });
  const paper = sayBrief(report, alerts(evaluation, book, today), today);
  return made(ports, [{ name: PAPER_FILES.brief(report.period.name, today), paper }], sayShort(report));
}

/** One page to hold a meeting by, as a document and as a picture. For keepers only, as the page for the chairman. */
export function makeMeeting(ports: Ports, { period: name }: { readonly period: string }): PapersReply {
  const book = keptBook(ports);
  const today = ports.clock.today();
  const report = reportToday(book, name, today);
  const evaluation = evaluate(book, { period: report.period, asOf: report.asOf });
  const paper = sayMeeting(report, alerts(evaluation, book, today), today);
  const files = [
    { name: PAPER_FILES.meeting(report.period.name, today), bytes: ports.docx.toDocx(paper) },
    { name: PAPER_FILES.meetingPicture(report.period.name, today), bytes: utf8Of(toSvg(paper)), mimeType: SVG },
  ];
  return { ...handedOver(ports.documents, files), text: null, layout: [] };
}

/** The plan's Khung; anyone who sees the workbook may print what stands in it. */
export function makeMatrix(ports: Ports): PapersReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const [period] = book.plan.periods;
  if (period === undefined || book.plan.tasks.length === 0) return refuse(PAPER_REFUSALS.noTasks);
  const names = { names: reportNames(book.plan, period, today), sample: isSample(book.plan) };
  const money = moneyTables(book.plan, book.plan.tasks, settingList(book.plan, 'fields', today));
  const paper = sayMatrix(names, book.plan.tasks, money);
  return made(ports, [{ name: PAPER_FILES.matrix(today), paper }], null);
}

/** One letter for each unit or official with something outstanding today. For keepers: they leave the office. */
export function makeLetters(ports: Ports, { period: name }: { readonly period: string }): PapersReply {
  const book = keptBook(ports);
  const today = ports.clock.today();
  const period = { ...knownPeriod(book, name), signedOn: null };
  const report = composedReport(book, { period, asOf: today, madeOn: today, version: 1, draft: false });
  const signer = setting(book.plan, 'signer-role', today) ?? '';
  const owed = owedRows(book, evaluate(book, { period, asOf: today }));
  const letters = remindersIn(report, owed).filter(({ roles }) => !roles.every((role) => sameWord(role, signer)));
  if (letters.length === 0) refuse(PAPER_REFUSALS.nobodyOwes(period.name));
  const papers = letters.map((reminder) => ({
    name: PAPER_FILES.letter(reminder.role, today),
    paper: sayLetter(reminder, report, answerDay(report, book.plan)),
  }));
  return made(ports, papers, null);
}

/** What one role has entered, to sign: an official prints his own, a keeper anybody's; '' = all roles of the caller. */
export function makeSlip(ports: Ports, asked: { readonly period: string; readonly role: string }): PapersReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const report = reportToday(book, asked.period, today);
  const clerk = setting(book.plan, 'clerk-role', today) ?? '';
  const papers = rolesFor(ports, book, asked.role).map((role) => {
    const person = holdersOf(book.plan, role, today)[0]?.person ?? '';
    return {
      name: PAPER_FILES.slip(report.period.name, role, today),
      paper: saySlip({ role, person, clerk }, report),
    };
  });
  return made(ports, papers, null);
}

function rolesFor({ who, clock }: Ports, { plan }: Book, asked: string): string[] {
  const own = rolesOf(plan, who.email(), clock.today());
  const known = [...new Set([...plan.indicators, ...plan.tasks].map(({ lead }) => lead).filter((lead) => lead.trim() !== ''))];
  if (asked.trim() === '') return own.length > 0 ? own : refuse(PAPER_REFUSALS.whichRole(known));
  const role = known.find((lead) => sameWord(lead, asked)) ?? refuse(PAPER_REFUSALS.whichRole(known));
  const may = own.some((mine) => sameWord(mine, role)) || mayKeepPlan(plan, who.email(), clock.today());
  return may ? [role] : refuse(PAPER_REFUSALS.notOwnRole);
}

/** As the report would speak today: of its cut-off, or of today before it. */
function reportToday(book: Book, name: string, today: Report['asOf']): Report {
  const period = knownPeriod(book, name);
  return composedReport(book, { period, asOf: reportedAsOf(period, today), madeOn: today, version: 1, draft: false });
}

/** An official paper is read back, and what its checks find is told. */
function made({ docx, documents }: Ports, papers: readonly Named[], text: string | null): PapersReply {
  const layout: string[] = [];
  const made = papers.map(({ name, paper }) => {
    const bytes = docx.toDocx(paper);
    if (paper.frame !== null) {
      layout.push(
        ...checkLayout(docx.partsOf(bytes), () => null)
          .filter(({ ok }) => !ok)
          .map(sayLayoutFinding),
      );
    }
    return { name, bytes };
  });
  return { ...handedOver(documents, made), text, layout: [...new Set(layout)] };
}

/**
 * The newest version of a report once more, as a Google document whose link opens as a PDF: nothing but a new file, so that the
 * scope `drive.file` does. For keepers only; without a version there is nothing to print.
 */
export function reportPdf(ports: Ports, { period: name }: { readonly period: string }): MadeFile {
  const book = openBook(ports);
  if (!mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) refuse(REFUSALS.notAllowed);
  const period = knownPeriod(book, name);
  const versions = book.reports.filter((row) => row.period === period.name);
  const last = versions.reduce((newest, row) => Math.max(newest, row.version), 0);
  const made = versions.find(({ version }) => version === last) ?? refuse(RECONCILE_REFUSALS.noReport(period.name));
  const edition = { version: made.version, madeOn: made.madeOn ?? ports.clock.today() };
  const report = composed(book, period, { edition, mustFix: false });
  const bytes = ports.docx.toDocx(sayReport(report), templateFor(ports.docx, book).template);
  const { name: file, url } = ports.documents.createAsPdf({ name: reportFileName(report).replace(/\.docx$/u, ''), bytes });
  return { name: file, url };
}
