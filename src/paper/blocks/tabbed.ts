import type { Block, Cell, Paragraph, Table } from '../../domain/import/document.ts';
import { mapTable } from '../../domain/import/table/columns.ts';
import { plainCell } from '../../domain/import/table/plain-cell.ts';

/** A header sets at least so many columns apart. */
const LEAST_COLUMNS = 3;

/** Lines that a writer set in columns with tabs become a table, where its first line is the header of a plan's table. */
export function withTabbedTables(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  let tables = 0;
  for (let at = 0; at < blocks.length; ) {
    const run = runAt(blocks, at);
    const table = run.length < 2 ? null : tableOf(run, tables + 1);
    if (table === null) made.push(...blocks.slice(at, at + Math.max(1, run.length)));
    else {
      made.push(table);
      tables += 1;
    }
    at += Math.max(1, run.length);
  }
  return made;
}

type Line = Paragraph & { readonly is: 'paragraph' };

/** The header and the lines below it that have tabs, too; a line between them that has none goes on in a cell. */
function runAt(blocks: readonly Block[], from: number): Line[] {
  const first = blocks[from];
  if (first?.is !== 'paragraph' || cellsOf(first).length < LEAST_COLUMNS) return [];
  const run: Line[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.is !== 'paragraph' || (block.text.trim() !== '' && cellsOf(block).length < 2)) break;
    run.push(block);
  }
  return run;
}

/** Several tabs in a row only reach the next column. */
function cellsOf({ text, number }: Paragraph): string[] {
  const cells = text
    .trim()
    .split(/\t+/u)
    .map((cell) => cell.trim());
  return number === '' ? cells : [number, ...cells];
}

function tableOf(run: readonly Line[], count: number): Table | null {
  const lines = run.filter(({ text }) => text.trim() !== '');
  // All cells of a line have its address: their words stand in that paragraph.
  const cells = lines.flatMap((line, row): Cell[] =>
    cellsOf(line).map((text, column) => plainCell(line.at, { row, column }, text, line.bold)),
  );
  const columns = Math.max(...cells.map(({ column }) => column + 1));
  const table: Table = { is: 'table', at: `tabs[${count}]`, title: '', columns, rows: lines.length, cells };
  return mapTable(table)?.first === 1 ? table : null;
}
