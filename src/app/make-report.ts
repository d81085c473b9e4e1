import { likePeriodBefore } from '../domain/calendar.ts';
import { evaluate } from '../domain/evaluate.ts';
import type { Period } from '../domain/period.ts';
import { composeReport, type Report } from '../domain/report.ts';
import { valueAt } from '../domain/report-figures.ts';
import { changesSince, freeze } from '../domain/snapshot.ts';
import type { Source } from '../domain/source.ts';
import { checkLayout } from '../paper/nd30/check.ts';
import { sayLayoutFinding } from '../words/nd30.ts';
import { sayReport } from '../words/report.ts';
import { reportFileName, reviewFileName } from '../words/report-titles.ts';
import { type ReviewChange, sayMissing, sayReview } from '../words/review.ts';
import { a1 } from '../workbook/address.ts';
import type { Book } from '../workbook/book.ts';
import { appendRows } from '../workbook/write.ts';
import type { ProblemLine, ReportReply } from './calls.ts';
import { fingerprint } from './fingerprint.ts';
import { now, whoAsks } from './journal.ts';
import { knownPeriod, openBook, tableOf } from './open-book.ts';
import type { MadeDocument, Ports } from './ports.ts';
import { problemLines } from './problem-lines.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type MadePaper = { readonly name: string; readonly bytes: Uint8Array };

/** Makes the report of a period as of its cut-off and its review sheet: two files, one Drive call each, and a row for each. */
export function makeReport(ports: Ports, { period: name }: { readonly period: string }): ReportReply {
  const book = openBook(ports);
  const period = knownPeriod(book, name);
  const table = tableOf(book, 'reports');
  const problems = problemLines(book, period, ports.clock.today());
  const report = composed(book, period, { ports, mustFix: problems.some(({ severity }) => severity === 'must-fix') });
  const papers = setPapers(ports, book, { report, problems });
  const files = papers.map((paper) => ({ ...ports.documents.create({ ...paper, mimeType: DOCX }), bytes: paper.bytes }));
  ports.workbook.write(appendRows(table, [recordOf(ports, report, files)]));
  ports.workbook.flush();
  return {
    period: period.name,
    version: report.version,
    draft: report.draft,
    files: files.map(({ name: file, url }) => ({ name: file, url })),
    missing: report.missing.map(sayMissing),
  };
}

function composed(book: Book, period: Period, { ports, mustFix }: { readonly ports: Ports; readonly mustFix: boolean }): Report {
  const asOf = period.end;
  const before = likePeriodBefore(period, book.plan.periods);
  const previous = before === null ? null : { period: before, evaluation: evaluate(book, { period: before, asOf: before.end }) };
  const facts = { ...book, evaluation: evaluate(book, { period, asOf }), previous };
  const version = 1 + Math.max(0, ...book.reports.filter((row) => row.period === period.name).map((row) => row.version));
  return composeReport(facts, { period, asOf, madeOn: ports.clock.today(), version, draft: mustFix });
}

type Said = { readonly report: Report; readonly problems: readonly ProblemLine[] };

/** The official text is set first and read back: what its checks find goes into the review sheet. */
function setPapers({ docx }: Ports, book: Book, { report, problems }: Said): MadePaper[] {
  const paper = sayReport(report);
  const bytes = docx.toDocx(paper);
  const evaluation = evaluate(book, { period: report.period, asOf: report.asOf });
  const findings = checkLayout(docx.partsOf(bytes), (source) => valueAt(source, { ...book, evaluation }));
  const review = sayReview(report, {
    paper,
    problems,
    changes: lateChanges(book, report.period),
    layout: findings.filter(({ ok }) => !ok).map(sayLayoutFinding),
    cellOf: (source) => cellOf(book, source),
  });
  return [
    { name: reportFileName(report), bytes },
    { name: reviewFileName(report), bytes: docx.toDocx(review) },
  ];
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

function recordOf(ports: Ports, report: Report, files: readonly (MadeDocument & { readonly bytes: Uint8Array })[]) {
  return {
    period: report.period.name,
    version: report.version,
    file: files.map(({ name }) => name).join('\n'),
    url: files.map(({ url }) => url).join('\n'),
    hash: files.map(({ bytes }) => fingerprint(textOfBytes(bytes))).join('\n'),
    build: ports.build.version(),
    at: now(ports),
    who: whoAsks(ports),
  };
}

/** One letter per byte: what a fingerprint of text can take. */
function textOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
