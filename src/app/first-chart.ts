import type { Book } from '../workbook/book.ts';
import { overviewOf } from '../workbook/overview.ts';
import { firstChart } from '../workbook/overview-chart.ts';
import type { Ports } from './ports.ts';

/** The chart of the overview, once for each such tab: its head, written last, tells that it was made. */
export function drawFirstChart({ workbook }: Ports, book: Book): void {
  const overview = overviewOf(book);
  const first = overview === null ? null : firstChart(overview);
  if (overview === null || first === null) return;
  workbook.putChart(overview.sheetId, first.chart);
  workbook.write([first.head]);
  workbook.flush();
}
