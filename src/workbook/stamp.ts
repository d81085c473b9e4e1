import { fold } from '../domain/word.ts';
import { HEAD_WORDS } from '../words/layout.ts';
import type { Book } from './book.ts';
import type { Block, DayCell } from './cell.ts';
import { plainText } from './key.ts';

/** Writes when the grey cells were last made: into the cell beside «Cập nhật lúc», wherever a tab has it above its headers. */
export function stampBlocks({ tables }: Book, at: DayCell): Block[] {
  return [...tables.values()].flatMap(({ raw, headerRow }) =>
    raw.values.slice(0, Math.max(0, headerRow - 1)).flatMap((cells, index) => {
      const label = cells.findIndex((cell) => fold(plainText(cell)) === fold(HEAD_WORDS.updated));
      return label < 0 ? [] : [{ sheetId: raw.sheetId, row: index + 1, column: label + 2, values: [[at]] }];
    }),
  );
}
