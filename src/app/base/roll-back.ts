import type { Block } from '../../workbook/core/cell.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { rollbackBlocks } from '../../workbook/write/rollback.ts';
import type { Ports } from './ports.ts';

/** Restores the cells of one tab, as far as they still hold what was written, and flushes; `table` is the tab as it was read. */
export function rollBack({ workbook }: Ports, table: TabTable, written: readonly Block[]): void {
  const now = workbook.readTab(table.raw.sheetId);
  if (now === null) return;
  workbook.write(rollbackBlocks(table, written, now));
  workbook.flush();
}

export type RollBack = typeof rollBack;
