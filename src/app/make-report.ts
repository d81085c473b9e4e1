import { likePeriodBefore } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import { evaluate } from '../domain/evaluate.ts';
import type { Period } from '../domain/period.ts';
import { composeReport } from '../domain/report.ts';
import { valueAt } from '../domain/report-figures.ts';
import type { Report } from '../domain/report-model.ts';
import { changesSince, freeze } from '../domain/snapshot.ts';
import type { Source } from '../domain/source.ts';
import { checkLayout } from '../paper/nd30/check.ts';
import { REFUSALS } from '../words/app.ts';
import { sayLayoutFinding } from '../words/nd30.ts';
import type { Paper } from '../words/paper.ts';
import { withRuns } from '../words/paper-runs.ts';
import { sayReport } from '../words/report.ts';
import { reportFileName, reviewFileName } from '../words/report-titles.ts';
import { type ReviewChange, sayMissing, sayReview } from '../words/review.ts';
import { a1 } from '../workbook/address.ts';
import type { Book, ReportRow } from '../workbook/book.ts';
import { appendRows } from '../workbook/write.ts';
import type { ProblemLine, ReportReply } from './calls.ts';
import { fingerprint } from './fingerprint.ts';
import { now, whoAsks } from './journal.ts';
import { templateFor } from './office-template.ts';
import { knownPeriod, openBook, tableOf } from './open-book.ts';
import { DOCX, type MadeDocument, type Ports } from './ports.ts';
import { forgetOldRecords, printedRecord } from './printed-record.ts';
import { problemLines } from './problem-lines.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';

/** The review sheet lists these already with what is missing. */
const LISTED_AS_MISSING: readonly ProblemLine['code'][] = ['no-data-in-period', 'no-update-in-period'];

type MadePaper = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Makes the report of a period as of its cut-off, or of today where that is earlier, and its review sheet: two files, one Drive call each, and a row for both.
 * For who keeps the plan only: the review sheet is for clerk and signer (design §6).
 * When both would be the last version's byte for byte, none is made and the last version is the answer.
 */
export function makeReport(ports: Ports, { period: name }: { readonly period: string }): ReportReply {
  const book = openBook(ports);
  if (!mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) refuse(REFUSALS.notAllowed);
  const period = knownPeriod(book, name);
  const table = tableOf(book, 'reports');
  const problems = problemLines(book, period, ports.clock.today());
  const make = (edition: Edition): Made => {
    const report = composed(book, period, { edition, mustFix: problems.some(({ severity }) => severity === 'must-fix') });
    return { report, papers: setPapers(ports, book, { report, problems }) };
  };
  const last = lastVersion(book, period);
  const madeOn = ports.clock.today();
  const again = last === null || isNearerNow(last, period, madeOn) ? null : unchangedSince(last, make);
  if (again !== null) return again;
  const { report, papers } = make({ version: (last?.version ?? 0) + 1, madeOn });
  const files = papers.map(({ name: file, bytes }) => ports.documents.create({ name: file, bytes, mimeType: DOCX }));
  const record = printedRecord(sayReport(report), book, period);
  ports.workbook.write([
    ...forgetOldRecords(book, table),
    ...appendRows(table, [{ ...recordOf(ports, report, { files, hash: fingerprintOf(papers) }), record }]),
  ]);
  ports.workbook.flush();
  return replyOf(report, { files, unchanged: false });
}

/** What tells one version's papers from another's when nothing else does. */
export type Edition = { readonly version: number; readonly madeOn: Day };
type Made = { readonly report: Report; readonly papers: readonly MadePaper[] };

function lastVersion(book: Book, period: Period): ReportRow | null {
  const rows = book.reports.filter((row) => row.period === period.name);
  return rows.reduce<ReportRow | null>((last, row) => (last === null || row.version > last.version ? row : last), null);
}

/** The last version made once more under its own number and day: the same bytes say that nothing has changed. */
function unchangedSince(last: ReportRow, make: (edition: Edition) => Made): ReportReply | null {
  if (last.madeOn === null) return null;
  const { report, papers } = make({ version: last.version, madeOn: last.madeOn });
  if (fingerprintOf(papers) !== last.hash) return null;
  const urls = last.url.split('\n');
  const files = last.file.split('\n').map((name, index) => ({ name, url: urls[index] ?? '' }));
  return replyOf(report, { files, unchanged: true });
}

function replyOf(report: Report, { files, unchanged }: Pick<ReportReply, 'files' | 'unchanged'>): ReportReply {
  const { period, version, draft, missing } = report;
  return {
    period: period.name,
    version,
    draft,
    unchanged,
    files: files.map(({ name, url }) => ({ name, url })),
    missing: missing.map(sayMissing),
  };
}

/** The cut-off; made before it, the report speaks as of its own day, because nothing of the days to come is overdue yet. */
function asOfFor({ end }: Period, { madeOn }: Pick<Edition, 'madeOn'>): Day {
  return madeOn < end ? madeOn : end;
}

/** Whether the last version was made before the cut-off, and on an earlier day than this one speaks as of. */
function isNearerNow({ madeOn }: ReportRow, period: Period, today: Day): boolean {
  return madeOn !== null && asOfFor(period, { madeOn }) !== asOfFor(period, { madeOn: today });
}

/** What the report of a period says in one edition. */
export function composed(
  book: Book,
  period: Period,
  { edition, mustFix }: { readonly edition: Edition; readonly mustFix: boolean },
): Report {
  const asOf = asOfFor(period, edition);
  const before = likePeriodBefore(period, book.plan.periods);
  const previous = before === null ? null : { period: before, evaluation: evaluate(book, { period: before, asOf: before.end }) };
  const facts = { ...book, evaluation: evaluate(book, { period, asOf }), previous };
  return composeReport(facts, { period, asOf, ...edition, draft: mustFix });
}

type Said = { readonly report: Report; readonly problems: readonly ProblemLine[] };

/** The official text is set first and read back: what its checks find goes into the review sheet. */
function setPapers({ docx }: Ports, book: Book, { report, problems }: Said): MadePaper[] {
  const paper = marked(sayReport(report), book, { report, problems });
  const { template, notes } = templateFor(docx, book);
  const bytes = docx.toDocx(paper, template);
  const evaluation = evaluate(book, { period: report.period, asOf: report.asOf });
  const findings = checkLayout(docx.partsOf(bytes), (source) => valueAt(source, { ...book, evaluation }));
  const review = sayReview(report, {
    paper,
    problems: problems.filter(({ code }) => !LISTED_AS_MISSING.includes(code)),
    changes: lateChanges(book, report.period),
    layout: [...notes, ...findings.filter(({ ok }) => !ok).map(sayLayoutFinding)],
    cellOf: (source) => cellOf(book, source),
  });
  return [
    { name: reportFileName(report), bytes },
    { name: reviewFileName(report), bytes: docx.toDocx(review) },
  ];
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
function lateChanges(book: Book, period: Period): ReviewChange[] {
  const frozen = book.frozen.filter((fact) => fact.period === period.name);
  if (frozen.length === 0) return [];
  const current = freeze(book, { period, version: 1, evaluation: evaluate(book, { period, asOf: period.end }) });
  return changesSince(frozen, current).map((change) => ({
    ...change,
    before: change.before ?? '',
    after: change.after ?? '',
  }));
}

type Kept = { readonly files: readonly MadeDocument[]; readonly hash: string };

function recordOf(ports: Ports, report: Report, { files, hash }: Kept) {
  return {
    period: report.period.name,
    version: report.version,
    file: files.map(({ name }) => name).join('\n'),
    url: files.map(({ url }) => url).join('\n'),
    hash,
    build: ports.build.version(),
    at: now(ports),
    who: whoAsks(ports),
  };
}

/** One line per paper. */
function fingerprintOf(papers: readonly MadePaper[]): string {
  return papers.map(({ bytes }) => fingerprint(textOfBytes(bytes))).join('\n');
}

/** One letter per byte: what a fingerprint of text can take. */
function textOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
