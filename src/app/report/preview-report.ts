import { evaluations } from '../../domain/judging/evaluate.ts';
import { reportedAsOf } from '../../domain/period/calendar.ts';
import { isClosed, isOpen, type Period } from '../../domain/period/period.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { byRole, sayPreview } from '../../words/report/papers/preview.ts';
import { reportFrame } from '../../words/report/report-frame.ts';
import { reportFileName } from '../../words/report/report-titles.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownPeriod } from '../base/open-book.ts';
import { periodInView } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { keptBook } from '../base/roles.ts';
import { problemLines } from '../judging/problem-lines.ts';
import type { PreviewReply } from '../replies/actions.ts';
import { composedReport, filesOf, lastVersion } from './compose-report.ts';
import { isListedAsMissing } from './make-report.ts';

/** What `Tạo báo cáo` would make today; reads, and writes nothing. For keepers, as the report itself. */
export function previewReport(ports: Ports, { period: name }: { readonly period: string }): PreviewReply {
  const book = keptBook(ports);
  const today = ports.clock.today();
  const period = name === '' ? (periodInView(book, today) ?? refuse(REFUSALS.noPeriodOpen)) : knownPeriod(book, name);
  const judged = evaluations(book);
  const problems = problemLines(book, [period], today, judged);
  const request = {
    period,
    asOf: reportedAsOf(period, today),
    madeOn: today,
    version: (lastVersion(book, period)?.version ?? 0) + 1,
    draft: problems.some(({ severity }) => severity === 'must-fix'),
  };
  const report = composedReport(book, request, judged);
  const { addressees, recipients, signature } = reportFrame(report);
  const shown = {
    file: reportFileName(report),
    addressees,
    recipients,
    signer: [signature.authority, ...signature.title.split('\n'), signature.name].filter((line) => line !== '').join(' / '),
    missing: byRole(report.missing),
    problems: problems.filter((line) => !isListedAsMissing(line)),
  };
  return {
    ...shown,
    period: period.name,
    version: report.version,
    draft: report.draft,
    asOf: report.asOf,
    beforeCutOff: report.asOf < period.end,
    text: sayPreview(report, shown),
    made: madeOf(book, period),
    periods: book.plan.periods.filter((one) => isOpen(one) || isClosed(one)).map((one) => one.name),
  };
}

/** Each version's files with their links, the newest first. */
function madeOf({ reports }: Book, { name }: Period): PreviewReply['made'] {
  return reports
    .filter((row) => row.period === name)
    .sort((one, other) => other.version - one.version)
    .map((row) => ({ version: row.version, on: row.madeOn, files: filesOf(row) }));
}
