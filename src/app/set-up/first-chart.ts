import type { Book } from '../../workbook/core/book.ts';
import { overviewOf } from '../../workbook/layout/overview.ts';
import { firstChart } from '../../workbook/layout/overview-chart.ts';
import type { Ports } from '../base/ports.ts';

/** The chart of the overview, once for each such tab: its head, written last, tells that it was made. */
export function drawFirstChart({ workbook }: Ports, book: Book): void {
  const overview = overviewOf(book);
  const first = overview === null ? null : firstChart(overview);
  if (overview === null || first === null) return;
  workbook.putChart(overview.sheetId, first.chart);
  workbook.write([first.head]);
  workbook.flush();
}
