import { evaluations } from '../../domain/judging/evaluate.ts';
import { likePeriodBefore } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { composeReport } from '../../domain/report/report.ts';
import type { Report, ReportFacts, ReportRequest } from '../../domain/report/report-model.ts';
import type { Book, ReportRow } from '../../workbook/core/book.ts';
import type { MadeFile } from '../replies/actions.ts';

/** What a report, or any paper made of it, says of a period as of a day, beside the like period of the year before. */
export function composedReport(book: Book, request: ReportRequest, judged = evaluations(book)): Report {
  const { period, asOf } = request;
  return composeReport({ ...book, evaluation: judged({ period, asOf }), previous: previousOf(book, period, judged) }, request);
}

/** The like period of the year before with its own verdicts, as of its last day. */
export function previousOf(book: Book, period: Period, judged = evaluations(book)): ReportFacts['previous'] {
  const before = likePeriodBefore(period, book.plan.periods);
  return before === null ? null : { period: before, evaluation: judged({ period: before, asOf: before.end }) };
}

/** The version made last of a period's report, or `null`. */
export function lastVersion(book: Book, period: Period): ReportRow | null {
  const rows = book.reports.filter((row) => row.period === period.name);
  return rows.reduce<ReportRow | null>((last, row) => (last === null || row.version > last.version ? row : last), null);
}

/** The files of a version, one line of the record each. */
export function filesOf({ file, url }: ReportRow): MadeFile[] {
  const urls = url.split('\n');
  return file.split('\n').map((name, index) => ({ name, url: urls[index] ?? '' }));
}
