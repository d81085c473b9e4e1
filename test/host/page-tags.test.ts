import { expect, it } from 'vitest';
import { taggedTables } from '../../src/host/pdf-in/page-tags.ts';

type Cell = { readonly text: string; readonly x: number };

/** A tagged page of rows of cells, each with where its text begins; letters are ten points wide. */
function page(rows: readonly (readonly Cell[])[]) {
  const pieces = rows.flatMap((row, down) =>
    row.map(({ text, x }, across) => ({
      ...{ text, x, y: 700 - down * 20, width: text.length * 10, size: 12 },
      mark: `mc${down}.${across}`,
    })),
  );
  const tree = {
    role: 'Root',
    children: [
      {
        role: 'Table',
        children: rows.map((row, down) => ({
          role: 'TR',
          children: row.map((_, across) => ({
            role: 'TD',
            children: [{ role: 'P', children: [{ type: 'content', id: `mc${down}.${across}` }] }],
          })),
        })),
      },
    ],
  };
  return taggedTables(tree, pieces).map(({ table, pieces: cells }) =>
    table.cells.map(({ row, column, columns }, at) => [row, column, columns, cells[at]?.map(({ text }) => text).join('')]),
  );
}

it('gives the rows and cells that the tags of a page name, though no line draws them', () => {
  const at = (...texts: readonly (readonly [string, number])[]) => texts.map(([text, x]) => ({ text, x }));
  expect(
    page([
      at(['TT', 50], ['Việc', 110], ['Hạn', 210], ['Ai', 310]),
      // A heading of a section over all columns, then a row that lacks the cell of one merged from above.
      at(['I. Thể chế', 50]),
      at(['1', 50], ['Rà soát', 100], ['Quý I', 200], ['A', 300]),
      at(['2', 50], ['In', 100], ['B', 300]),
    ]),
  ).toEqual([
    [
      ...[
        [0, 0, 1, 'TT'],
        [0, 1, 1, 'Việc'],
        [0, 2, 1, 'Hạn'],
        [0, 3, 1, 'Ai'],
      ],
      [1, 0, 4, 'I. Thể chế'],
      ...[
        [2, 0, 1, '1'],
        [2, 1, 1, 'Rà soát'],
        [2, 2, 1, 'Quý I'],
        [2, 3, 1, 'A'],
      ],
      ...[
        [3, 0, 1, '2'],
        [3, 1, 1, 'In'],
        [3, 3, 1, 'B'],
      ],
    ],
  ]);
});

it('leaves a letterhead of two columns, and a page without tags, to be read as lines', () => {
  expect(
    page([
      [
        { text: 'UBND', x: 50 },
        { text: 'CỘNG HÒA', x: 300 },
      ],
    ]),
  ).toEqual([]);
  expect(taggedTables(null, [])).toEqual([]);
});
