import { fold } from '../../domain/core/word.ts';
import { HEAD_WORDS } from '../../words/set-up/layout.ts';
import type { Book } from '../core/book.ts';
import type { Block, DayCell, RawTab } from '../core/cell.ts';
import { plainText } from '../core/key.ts';

/** Writes when the grey cells were last made: into the cell beside «Cập nhật lúc», wherever a tab has it above its headers. */
export function stampBlocks({ tables }: Book, at: DayCell): Block[] {
  return [...tables.values()].flatMap(({ raw, headerRow }) =>
    stampPlaces(raw, headerRow).map((place) => ({ sheetId: raw.sheetId, ...place, values: [[at]] })),
  );
}

/** Where in a tab the moment stands. */
export function stampPlaces({ values }: RawTab, headerRow: number): { readonly row: number; readonly column: number }[] {
  return values.slice(0, Math.max(0, headerRow - 1)).flatMap((cells, index) => {
    const label = cells.findIndex((cell) => fold(plainText(cell)) === fold(HEAD_WORDS.updated));
    return label < 0 ? [] : [{ row: index + 1, column: label + 2 }];
  });
}
