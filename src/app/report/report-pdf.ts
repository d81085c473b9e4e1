import { REFUSALS } from '../../words/core/refusals.ts';
import { RECONCILE_REFUSALS } from '../../words/reconcile/reconcile.ts';
import { sayReport } from '../../words/report/report.ts';
import { reportFileName } from '../../words/report/report-titles.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import type { Calls } from '../calls.ts';
import { composed } from './make-report.ts';
import { templateFor } from './office-template.ts';

/**
 * The newest version of a report once more, as a Google document whose link opens as a PDF: nothing but a new file, so that the
 * scope `drive.file` does. For who keeps the plan only; without a version there is nothing to print.
 */
export function reportPdf(ports: Ports, { period: name }: Calls['report-pdf']['request']): Calls['report-pdf']['reply'] {
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
