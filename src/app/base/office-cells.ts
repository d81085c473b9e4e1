import type { Source } from '../../domain/core/source.ts';
import { TAB_OF } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { cellOfText, kindOf, textOfCell } from '../../workbook/core/cell-text.ts';
import { cellAt } from '../../workbook/core/key.ts';
import { rowBlocks } from '../../workbook/write/write.ts';

/** What a cell of the office reads now; `null` when its row or column is not, or not uniquely, there. */
export function textAt(book: Book, at: Source): string | null {
  const table = book.tables.get(TAB_OF[at.of]);
  const place = book.addressOf(at);
  if (table === undefined || place === null) return null;
  return textOfCell(kindOf(table.spec, at.field), cellAt(table.raw, place.row, place.column), formatAt(book, at));
}

/** Writes texts into cells of the office, for the few actions in which a person writes through us; each as its column takes it. */
export function officeBlocks(book: Book, cells: readonly { readonly at: Source; readonly text: string }[]): Block[] {
  return [...new Set(cells.map(({ at }) => TAB_OF[at.of]))].flatMap((key) => {
    const table = book.tables.get(key);
    if (table === undefined) return [];
    const edits = cells
      .filter(({ at }) => TAB_OF[at.of] === key)
      .flatMap(({ at, text }) => {
        const place = book.addressOf(at);
        const kind = kindOf(table.spec, at.field);
        return place === null ? [] : [{ row: place.row, values: { [at.field]: cellOfText(kind, text, formatAt(book, at)) } }];
      });
    return rowBlocks(table, edits, { allowOffice: true });
  });
}

function formatAt(book: Book, at: Source): string {
  const place = book.addressOf(at);
  const raw = book.tables.get(TAB_OF[at.of])?.raw;
  return place === null ? '' : (raw?.formats[place.row - 1]?.[place.column - 1] ?? '');
}
