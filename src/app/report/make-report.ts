import type { Day } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import { sameWord } from '../../domain/core/word.ts';
import { reconciliationsBefore } from '../../domain/history/journal.ts';
import { changesSince, freeze } from '../../domain/history/snapshot.ts';
import { type Evaluations, evaluations } from '../../domain/judging/evaluate.ts';
import { reportedAsOf } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { isOfRegister } from '../../domain/province/register-facts.ts';
import { valueAt } from '../../domain/report/report-figures.ts';
import type { Report } from '../../domain/report/report-model.ts';
import { checkLayout } from '../../paper/nd30/check.ts';
import { packPaper, unpackPaper } from '../../paper/snapshot.ts';
import type { Paper } from '../../words/paper/paper.ts';
import { withRuns } from '../../words/paper/paper-lines.ts';
import { sayLayoutFinding } from '../../words/report/nd30.ts';
import { type ReviewChange, type ReviewFacts, sayMissing, sayReview } from '../../words/report/papers/review.ts';
import { sayReport } from '../../words/report/report.ts';
import { paperChanges } from '../../words/report/report-changes.ts';
import { reportFileName, reviewFileName } from '../../words/report/report-titles.ts';
import { a1 } from '../../workbook/core/address.ts';
import type { Book, ReportRow } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { appendRows, rowBlocks, rowOf } from '../../workbook/write/write.ts';
import { fingerprintOfBytes } from '../base/fingerprint.ts';
import { now, whoAsks } from '../base/journal.ts';
import { knownPeriod, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { keptBook } from '../base/roles.ts';
import { problemLines } from '../judging/problem-lines.ts';
import type { MadeFile, ReportReply } from '../replies/actions.ts';
import type { ProblemLine } from '../replies/lines.ts';
import { composedReport, filesOf, lastVersion, previousOf } from './compose-report.ts';
import { handedOver } from './hand-over.ts';
import { templateFor } from './office-template.ts';
import { forgetOldRecords, printedRecord } from './printed-record.ts';

const LISTED_AS_MISSING: readonly ProblemLine['code'][] = ['no-data-in-period', 'no-update-in-period'];

/** What the review sheet lists already with what is missing. */
export function isListedAsMissing({ code }: ProblemLine): boolean {
  return LISTED_AS_MISSING.includes(code);
}

type MadePaper = { readonly name: string; readonly paper: Paper; readonly bytes: Uint8Array };

/**
 * Makes the report of a period as of its cut-off, or of today where that is earlier, and its review sheet: two files, one Drive
 * call each, and a row for both. For keepers only: the review sheet is for clerk and signer. When both would be the last
 * version's byte for byte, none is made and the last version is the answer; a file of it that is gone is made again under the same version.
 */
export function makeReport(ports: Ports, { period: name }: { readonly period: string }): ReportReply {
  const book = keptBook(ports);
  const period = knownPeriod(book, name);
  const table = tableOf(book, 'reports');
  const judged = evaluations(book);
  const problems = problemLines(book, [period], ports.clock.today(), judged);
  const mustFix = problems.some(({ severity }) => severity === 'must-fix');
  const make = (edition: Edition): MadeReport => {
    const report = composed(book, period, { edition, mustFix }, judged);
    return { report, ...setPapers(ports, book, { report, problems, judged }) };
  };
  const last = lastVersion(book, period);
  const madeOn = ports.clock.today();
  const same = last === null || isNearerNow(last, period, madeOn) ? null : unchangedSince(last, make);
  if (last !== null && same !== null) return answeredAgain(ports, table, { last, same });
  const { report, papers, layout } = make({ version: (last?.version ?? 0) + 1, madeOn });
  const { files, notKept } = handedOver(ports.documents, papers);
  const printed = packPaper(papers[0]?.paper);
  const record = {
    ...recordOf(ports, report, { files, hash: fingerprintOf(papers), printed }),
    ...printedRecord(sayReport(report), book, period),
  };
  ports.workbook.write([...forgetOldRecords(book, table), ...appendRows(table, [record]), ...forgotten(table, report)]);
  ports.workbook.flush();
  return replyOf(report, { files, notKept, layout, unchanged: false, again: false });
}

/** The last version's files; those that are gone are made again, and the row of the version says where they are now. */
function answeredAgain(
  ports: Ports,
  table: TabTable,
  { last, same }: { readonly last: ReportRow; readonly same: MadeReport },
): ReportReply {
  const { report, papers, layout } = same;
  const known = filesOf(last);
  const standing = papers.map((paper, at) => ({ ...paper, kept: isGone(ports, last, known[at]) ? null : (known[at] ?? null) }));
  const { files, notKept } = handedOver(ports.documents, standing);
  const again = files.some(({ url }, at) => url !== '' && standing[at]?.kept === null);
  const row = again ? rowOf(table, [last.period, String(last.version)]) : null;
  if (row !== null) {
    ports.workbook.write(rowBlocks(table, [{ row, values: namesOf(files) }]));
    ports.workbook.flush();
  }
  return replyOf(report, { files, notKept, layout, unchanged: true, again });
}

/** A file that this account cannot see may lie in the Drive of a colleague who made it: only one's own is then gone. */
function isGone(ports: Ports, { who }: ReportRow, { url }: MadeFile = { name: '', url: '' }): boolean {
  if (url === '') return true;
  const fate = ports.documents.fate(url);
  return fate === 'gone' || (fate === 'not-seen' && sameWord(who, whoAsks(ports)));
}

/** One line a file, as the row keeps them; files that are kept nowhere leave nothing, not even the break between them. */
function namesOf(files: readonly MadeFile[]): { readonly file: string; readonly url: string } {
  const urls = files.map(({ url }) => url);
  return { file: files.map(({ name }) => name).join('\n'), url: urls.every((url) => url === '') ? '' : urls.join('\n') };
}

/** What was printed is kept of the last two versions: one to tell the next what changed, one to make the last again. */
function forgotten(table: TabTable, { period, version }: Report): Block[] {
  const row = rowOf(table, [period.name, String(version - 2)]);
  return row === null ? [] : rowBlocks(table, [{ row, values: { printed: '' } }]);
}

/** What tells one version's papers from another's when nothing else does. */
export type Edition = { readonly version: number; readonly madeOn: Day };
type Set = { readonly papers: readonly MadePaper[]; readonly layout: readonly string[] };
type MadeReport = Set & { readonly report: Report };

/** The last version made once more under its own number and day: the same bytes say that nothing has changed. */
function unchangedSince(last: ReportRow, make: (edition: Edition) => MadeReport): MadeReport | null {
  if (last.madeOn === null) return null;
  const made = make({ version: last.version, madeOn: last.madeOn });
  return fingerprintOf(made.papers) === last.hash ? made : null;
}

type Answered = Pick<ReportReply, 'files' | 'notKept' | 'layout' | 'unchanged' | 'again'>;

function replyOf(report: Report, { files, notKept, layout, unchanged, again }: Answered): ReportReply {
  const { period, version, draft, missing } = report;
  return {
    period: period.name,
    version,
    draft,
    unchanged,
    files,
    notKept,
    again,
    missing: missing.map(sayMissing),
    layout,
  };
}

/** Whether the last version was made before the cut-off, and on an earlier day than this one speaks as of. */
function isNearerNow({ madeOn }: ReportRow, period: Period, today: Day): boolean {
  return madeOn !== null && reportedAsOf(period, madeOn) !== reportedAsOf(period, today);
}

/** What the report of a period says in one edition. */
export function composed(
  book: Book,
  period: Period,
  { edition, mustFix }: { readonly edition: Edition; readonly mustFix: boolean },
  judged = evaluations(book),
): Report {
  return composedReport(book, { period, asOf: reportedAsOf(period, edition.madeOn), ...edition, draft: mustFix }, judged);
}

type Said = { readonly report: Report; readonly problems: readonly ProblemLine[] };
type Judged = { readonly judged: Evaluations };

/** The official text is set first and read back: what its checks find goes into the review sheet. */
function setPapers({ docx }: Ports, book: Book, { report, problems, judged }: Said & Judged): Set {
  const paper = marked(sayReport(report), book, { report, problems });
  const { template, notes } = templateFor(docx, book);
  const bytes = docx.toDocx(paper, template);
  const evaluation = judged({ period: report.period, asOf: report.asOf });
  const previous = previousOf(book, report.period, judged);
  const findings = checkLayout(docx.partsOf(bytes), (source) => valueAt(source, { ...book, evaluation, previous }));
  const layout = [...notes, ...findings.filter(({ ok }) => !ok).map(sayLayoutFinding)];
  const review = sayReview(report, {
    paper,
    since: sinceLast(book, report, paper),
    problems: problems.filter((line) => !isListedAsMissing(line)),
    changes: lateChanges(book, report.period, judged),
    reconciled: reconciliationsBefore(book.journal, report.period.name, report),
    layout,
    cellOf: (source) => cellOf(book, source),
  });
  const papers = [
    { name: reportFileName(report), paper, bytes },
    { name: reviewFileName(report), paper: review, bytes: docx.toDocx(review) },
  ];
  return { papers, layout };
}

/** What this version prints otherwise than the one before it. */
function sinceLast(book: Book, { period, version }: Report, paper: Paper): ReviewFacts['since'] {
  const before = book.reports.find((row) => row.period === period.name && row.version === version - 1);
  const printed = before === undefined ? null : unpackPaper(before.printed);
  return printed === null ? null : { version: version - 1, changes: paperChanges(printed, paper) };
}

/** In a draft a figure stands on yellow as long as something is found in its cell. */
function marked(paper: Paper, book: Book, { report, problems }: Said): Paper {
  const cells = problems.flatMap(({ severity, at }) => (severity === 'note' || at === null ? [] : [at.a1]));
  if (!report.draft || cells.length === 0) return paper;
  return withRuns(paper, (run) =>
    run.source !== undefined && cells.includes(cellOf(book, run.source) ?? '') ? { ...run, missing: true } : run,
  );
}

function cellOf(book: Book, source: Source): string | null {
  const address = book.addressOf(source);
  return address === null ? null : a1(address);
}

/** What no longer matches the frozen facts of this period; nothing while it was never closed. */
function lateChanges(book: Book, period: Period, judged: Evaluations): ReviewChange[] {
  const frozen = book.frozen.filter((fact) => fact.period === period.name && !isOfRegister(fact));
  if (frozen.length === 0) return [];
  const current = freeze(book, { period, version: 1, evaluation: judged({ period, asOf: period.end }) });
  return changesSince(frozen, current).map((change) => ({
    ...change,
    before: change.before ?? '',
    after: change.after ?? '',
  }));
}

type Kept = { readonly files: readonly MadeFile[]; readonly hash: string; readonly printed: string };

function recordOf(ports: Ports, report: Report, { files, hash, printed }: Kept) {
  return {
    period: report.period.name,
    version: report.version,
    ...namesOf(files),
    hash,
    printed,
    build: ports.build.version(),
    at: now(ports),
    who: whoAsks(ports),
  };
}

/** One line per paper. */
function fingerprintOf(papers: readonly MadePaper[]): string {
  return papers.map(({ bytes }) => fingerprintOfBytes(bytes)).join('\n');
}
