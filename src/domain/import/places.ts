import type { Block, SourceDocument, Table } from './document.ts';
import { gridOf } from './table/grid.ts';

/** What stands around a passage: the paragraph before and behind it, or the other cells of its row. */
export type Around = { readonly before: string; readonly after: string };

const LONGEST = 220;

/** The surroundings of every paragraph and every cell, by address. */
export function placesOf({ blocks }: SourceDocument): ReadonlyMap<string, Around> {
  const said = blocks.filter((block) => block.is === 'table' || block.text.trim() !== '');
  const places = new Map<string, Around>();
  for (const [at, block] of said.entries()) {
    const around = { before: wordsOf(said[at - 1]), after: wordsOf(said[at + 1]) };
    if (block.is === 'paragraph') places.set(block.at, around);
    else for (const [cell, beside] of besideIn(block)) places.set(cell, beside);
  }
  return places;
}

/** The words of a document, a line for each paragraph and each row of a table, with the address of each cell. */
export function linesOf({ blocks }: SourceDocument): { readonly at: string; readonly text: string }[][] {
  return blocks.flatMap((block) => {
    if (block.is === 'paragraph')
      return block.text.trim() === '' ? [] : [[{ at: block.at, text: `${block.number} ${block.text}`.trim() }]];
    const grid = gridOf(block);
    return Array.from({ length: block.rows }, (_, row) =>
      grid.startingIn(row).map(({ at, text, number }) => ({ at, text: text || number })),
    ).filter((cells) => cells.length > 0);
  });
}

function wordsOf(block: Block | undefined): string {
  if (block === undefined) return '';
  if (block.is === 'paragraph') return shortened(`${block.number} ${block.text}`);
  return shortened(block.cells.map(({ text }) => text.trim()).join(' | '));
}

function* besideIn(table: Table): Generator<readonly [string, Around]> {
  const grid = gridOf(table);
  for (const cell of table.cells) {
    const row = grid.startingIn(cell.row);
    const of = (cells: typeof row): string =>
      shortened(
        cells
          .map(({ text, number }) => text.trim() || number)
          .filter((text) => text !== '')
          .join(' | '),
      );
    const around = {
      before: of(row.filter(({ column }) => column < cell.column)),
      after: of(row.filter(({ column }) => column > cell.column)),
    };
    yield [cell.at, around];
    for (const { at } of cell.paragraphs) yield [at, around];
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
