import type { Block } from '../../workbook/core/cell.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { mendBlocks } from '../../workbook/write/rollback.ts';
import type { Ports } from './ports.ts';

/** Gives the cells of one tab back, as far as they still hold what was written, and flushes; `table` is the tab as it was read. */
export function takeBack({ workbook }: Ports, table: TabTable, written: readonly Block[]): void {
  const now = workbook.readTab(table.raw.sheetId);
  if (now === null) return;
  workbook.write(mendBlocks(table, written, now));
  workbook.flush();
}

export type TakeBack = typeof takeBack;
