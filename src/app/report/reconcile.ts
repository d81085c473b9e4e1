import type { Source } from '../../domain/core/source.ts';
import { periodBeingEntered } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { reconcile } from '../../domain/reconcile/reconcile.ts';
import type { CellChange, ReconcileFinding } from '../../domain/reconcile/reconcile-model.ts';
import { comparable, comparableLine, lineText, type PrintedLine } from '../../domain/report/printed.ts';
import { openFinished } from '../../paper/finished/open-finished.ts';
import { sayDay } from '../../words/core/day.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { DOCUMENT_FAULTS } from '../../words/paper/document-faults.ts';
import { paperLines } from '../../words/paper/paper-lines.ts';
import {
  RECONCILE,
  RECONCILE_REFUSALS,
  reconciliationFileName,
  sayPrintedChanges,
  sayReconciled,
  sayReconcileFinding,
  sayReconciliation,
} from '../../words/reconcile/reconcile.ts';
import { sayReport } from '../../words/report/report.ts';
import { sayPeriod, saySubject } from '../../words/report/report-titles.ts';
import { a1 } from '../../workbook/core/address.ts';
import type { Book, ReportRow } from '../../workbook/core/book.ts';
import { plainText } from '../../workbook/core/key.ts';
import { bookWithout, changeSource, type InputChange, inputChanges, inputsOf } from '../../workbook/read/inputs.ts';
import { fileIn } from '../base/file-in.ts';
import { journalBlocks } from '../base/journal.ts';
import { textAt } from '../base/office-cells.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import type { ReconcileLine, ReconcileReply } from '../replies/actions.ts';
import type { Place } from '../replies/lines.ts';
import { handedOver } from './hand-over.ts';
import { composed } from './make-report.ts';
import { type PrintedRecord, readRecord } from './printed-record.ts';

/** Less than this share of the document's lines in common: another paper. */
const LEAST_COMMON = 0.3;
/** Each changed cell is one more report composed; more than these are not distinguished. */
const MOST_CHANGES = 40;
const FIRST_LINES = 30;

/**
 * `Đối chiếu báo cáo với số liệu…`: a finished document, edited by hand or not, against the workbook; one line per cause, with
 * the cell. Writes nothing; with `keep` the result becomes a paper beside the report and a row of `Nhật ký`, which the next
 * review sheet tells. For keepers only.
 */
export function reconcileReport(
  ports: Ports,
  { file, period: name, keep }: { readonly file: string; readonly period: string; readonly keep: boolean },
): ReconcileReply {
  const opened = openFinished(fileIn(file));
  if (!opened.ok) refuse(DOCUMENT_FAULTS[opened.fault]);
  const book = openBook(ports);
  if (!mayKeepPlan(book.plan, ports.who.email(), ports.clock.today())) refuse(REFUSALS.notAllowed);
  const of = reportOf(ports, book, { document: opened.lines, name });
  const findings = reconcile({ document: opened.lines, ...compared(book, of), typedText: (source) => textAt(book, source) });
  const lines = findings.map((finding) => lineOf(book, finding));
  const summary = sayReconciled({
    period: of.period.name,
    version: of.made?.row.version ?? null,
    lines: opened.lines.length,
    findings: lines.length,
  });
  return {
    period: of.period.name,
    version: of.made?.row.version ?? null,
    summary,
    notes: [
      ...(of.made === null ? [RECONCILE.unrecorded] : []),
      ...(of.made !== null && of.made.row.build !== ports.build.version() ? [RECONCILE.otherBuild] : []),
    ],
    findings: lines,
    ...(keep ? keptResult(ports, book, of, { summary, lines }) : { file: null, notKept: null }),
  };
}

/** The report that a document is: its period, and the version with its record where the workbook has one. */
type ReportOf = {
  readonly period: Period;
  readonly made: { readonly row: ReportRow; readonly record: PrintedRecord } | null;
  readonly edition: { readonly version: number; readonly madeOn: Period['end'] };
};

function reportOf(
  { clock }: Ports,
  book: Book,
  { document, name }: { document: readonly PrintedLine[]; name: string },
): ReportOf {
  const wanted = name === '' ? null : knownPeriod(book, name);
  const shown = new Set(document.map(comparableLine));
  const made = book.reports.flatMap((row) => {
    const record = wanted === null || row.period === wanted.name ? readRecord(row.record) : null;
    return record === null ? [] : [{ row, record, common: common(shown, record.lines) }];
  });
  const best = made.reduce<(typeof made)[number] | null>(
    (most, each) => (each.common >= (most?.common ?? 0) ? each : most),
    null,
  );
  const today = clock.today();
  if (best !== null && best.common >= LEAST_COMMON) {
    const period = knownPeriod(book, best.row.period);
    return { period, made: best, edition: { version: best.row.version, madeOn: best.row.madeOn ?? today } };
  }
  const period =
    wanted ?? periodNamed(book, document) ?? periodBeingEntered(book.plan.periods, today) ?? refuse(RECONCILE_REFUSALS.noPeriod);
  const edition = { version: 1, madeOn: today };
  const now = linesNow(book, period, edition);
  if (common(shown, now) < LEAST_COMMON) refuse(RECONCILE_REFUSALS.otherPaper(period.name));
  return { period, made: null, edition };
}

/** Which share of the printed lines a document shows. */
function common(shown: ReadonlySet<string>, lines: readonly PrintedLine[]): number {
  const judged = lines.filter(({ part }) => part !== 'frame');
  return judged.filter((line) => shown.has(comparableLine(line))).length / Math.max(1, judged.length);
}

/** The period of the title («… 6 tháng đầu năm 2024 và phương hướng …»), else the longest name of one that stands on top. */
function periodNamed({ plan }: Book, document: readonly PrintedLine[]): Period | null {
  const top = comparable(document.slice(0, FIRST_LINES).map(lineText).join(' ')).toLowerCase();
  const holds = (words: string): boolean => top.includes(comparable(words).toLowerCase());
  const named = plan.periods.filter((period) => holds(sayPeriod(period)));
  const longest = [...named].sort((one, other) => sayPeriod(other).length - sayPeriod(one).length)[0];
  return plan.periods.find((period) => holds(saySubject(period))) ?? longest ?? null;
}

function linesNow(book: Book, period: Period, edition: ReportOf['edition']): PrintedLine[] {
  return paperLines(sayReport(composed(book, period, { edition, mustFix: false })));
}

function compared(book: Book, { period, made, edition }: ReportOf) {
  const now = linesNow(book, period, edition);
  if (made === null) return { printed: null, now, changes: [] };
  const changes = inputChanges(made.record.inputs, inputsOf(book, period)).slice(0, MOST_CHANGES);
  return {
    printed: made.record.lines,
    now,
    changes: changes.map((change): CellChange => {
      const other = bookWithout(book, change);
      const then = other.plan.periods.find((each) => each.name === period.name) ?? period;
      return { source: changeSource(change), ...wordsOf(change), without: linesNow(other, then, edition) };
    }),
  };
}

/** The cell as it was and is; of a whole row, what it holds. */
function wordsOf({ column, before, after }: InputChange): { readonly before: string; readonly after: string } {
  const said = (row: InputChange['before']): string => {
    const cells = row === null ? [] : column === null ? Object.values(row.cells) : [row.cells[column]];
    return cells.flatMap((cell) => (cell === undefined ? [] : [percent(cell)])).join('; ');
  };
  return { before: said(before), after: said(after) };
}

function percent({ value, format }: NonNullable<InputChange['before']>['cells'][string]): string {
  const isPercent = typeof value === 'number' && format.includes('%');
  if (typeof value === 'object') return sayDay(value.day);
  return isPercent ? `${plainText(Number((value * 100).toPrecision(12)))}%` : plainText(value);
}

function lineOf(book: Book, finding: ReconcileFinding): ReconcileLine {
  const offer = 'bringBack' in finding ? finding.bringBack : null;
  const source = offer?.source ?? ('source' in finding ? finding.source : null);
  return {
    code: finding.code,
    text: sayReconcileFinding(finding),
    places: sayPrintedChanges(finding),
    at: source === null ? null : placeOf(book, source),
    bringBack: offer === null ? null : { at: offer.source, before: offer.before, after: offer.after },
  };
}

function placeOf(book: Book, source: Source): Place | null {
  const address = book.addressOf(source);
  return address === null ? null : { tab: address.tab, row: address.row, column: address.column, a1: a1(address) };
}

type Result = { readonly summary: string; readonly lines: readonly ReconcileLine[] };

/** The paper first: the log tells of nothing that was not kept. */
function keptResult(ports: Ports, book: Book, { period, made }: ReportOf, { summary, lines }: Result) {
  const { documents, docx, clock } = ports;
  const rows = lines.map(({ text, at, places }) => ({ text, cell: at?.a1 ?? '', places }));
  const bytes = docx.toDocx(sayReconciliation(summary, rows));
  const name = reconciliationFileName(period.name, sayDay(clock.today()));
  const { files, notKept } = handedOver(documents, [{ name, bytes }]);
  const file = files[0] ?? null;
  const before = made === null ? '' : String(made.row.version);
  const entry = { operation: 'reconcile', place: period.name, before, after: summary, note: file?.name ?? name } as const;
  verifiedWrite(ports, book, (read) => ({ blocks: journalBlocks(ports, read, [entry]), reply: null }));
  return { file, notKept };
}
