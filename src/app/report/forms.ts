import { reportedAsOf } from '../../domain/period/calendar.ts';
import { csvBytes } from '../../paper/sheet/csv.ts';
import { spreadsheetOf } from '../../paper/sheet/spreadsheet.ts';
import { FORM_COLUMNS, FORM_FILES, formSheets } from '../../words/report/report-forms.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { CSV, type Ports, XLSX } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { PapersReply } from '../replies/actions.ts';
import { composedReport } from './compose-report.ts';
import { handedOver } from './hand-over.ts';

const WIDTHS = [9, 70, 20, 14, 30] as const;

/** The statistical forms of a period as a workbook of their own and as CSV, for the form that the superior keeps; two Drive calls. */
export function makeForms(ports: Ports, { period: name }: { readonly period: string }): PapersReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const period = knownPeriod(book, name);
  const report = composedReport(book, { period, asOf: reportedAsOf(period, today), madeOn: today, version: 1, draft: false });
  const sheets = formSheets(report);
  if (sheets.length === 0) refuse(FORM_FILES.nothing);
  const columns = FORM_COLUMNS.map((title, at) => ({ title, width: WIDTHS[at] ?? 20 }));
  const bytes = spreadsheetOf(sheets.map((sheet) => ({ ...sheet, columns })));
  const lines = sheets.flatMap(({ name: form, rows }) => rows.map((row) => [form, ...row]));
  const csv = csvBytes([[FORM_FILES.form, ...FORM_COLUMNS], ...lines]);
  const files = [
    { name: FORM_FILES.workbook(period.name), bytes, mimeType: XLSX },
    { name: FORM_FILES.csv(period.name), bytes: csv, mimeType: CSV },
  ];
  return { ...handedOver(ports.documents, files), text: null, layout: [] };
}
