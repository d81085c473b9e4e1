import { REFUSALS } from '../words/app.ts';
import { byRole, sayPreview } from '../words/preview.ts';
import { reportFrame } from '../words/report-frame.ts';
import { reportFileName } from '../words/report-titles.ts';
import type { PreviewReply } from './calls.ts';
import { asOfFor, composedReport, lastVersion } from './compose-report.ts';
import { isListedAsMissing } from './make-report.ts';
import { knownPeriod, openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { problemLines } from './problem-lines.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';

/** What `Tạo báo cáo` would make today; reads, and writes nothing. For who keeps the plan, as the report itself. */
export function previewReport(ports: Ports, { period: name }: { readonly period: string }): PreviewReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  if (!mayKeepPlan(book.plan, ports.who.email(), today)) refuse(REFUSALS.notAllowed);
  const period = knownPeriod(book, name);
  const problems = problemLines(book, period, today);
  const report = composedReport(book, {
    period,
    asOf: asOfFor(period, today),
    madeOn: today,
    version: (lastVersion(book, period)?.version ?? 0) + 1,
    draft: problems.some(({ severity }) => severity === 'must-fix'),
  });
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
  };
}
