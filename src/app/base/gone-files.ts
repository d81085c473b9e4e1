import { evidenceFiles } from '../../domain/checks/evidence.ts';
import type { Book } from '../../workbook/core/book.ts';
import { cellAt, isBlankCell, plainText } from '../../workbook/core/key.ts';
import type { TabKey } from '../../workbook/core/tab.ts';
import type { Ports } from './ports.ts';

/** The tabs with a column `Minh chứng`. */
const TABS: readonly TabKey[] = ['actuals', 'entries', 'inspections', 'scores'];

/** The files that `Minh chứng` names and that do not lie beside the workbook; none where the host has no such place, as Google has not. */
export function filesGone({ tables }: Book, { fate }: Ports['documents']): ReadonlySet<string> {
  const texts = TABS.flatMap((key) => {
    const table = tables.get(key);
    const column = table?.columns.get('evidence');
    if (table === undefined || column === undefined) return [];
    const cells = [...table.rows.values()].map((row) => cellAt(table.raw, row, column));
    return cells.filter((cell) => !isBlankCell(cell)).map(plainText);
  });
  const gone = new Set<string>();
  for (const file of evidenceFiles(texts)) {
    const what = fate(file);
    // Who cannot tell of one can tell of none.
    if (what === 'not-seen') return new Set();
    if (what === 'gone') gone.add(file);
  }
  return gone;
}
