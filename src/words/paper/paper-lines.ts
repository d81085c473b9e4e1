import { tidy } from '../../domain/core/word.ts';
import type { PrintedCell, PrintedLine } from '../../domain/report/printed.ts';
import type { Annex, Block, Paper, Paragraph, Run, Table } from './paper.ts';

const HEADINGS: readonly Paragraph['style'][] = ['part', 'section', 'clause'];

/** What a paper prints, line by line in the order of the finished document: its text, then its annexes; the frame apart. */
export function paperLines({ blocks, annexes }: Paper): PrintedLine[] {
  return [...blockLines(blocks, ''), ...annexes.flatMap(annexLines)];
}

function annexLines({ label, title, reference, blocks }: Annex): PrintedLine[] {
  const head = (text: string, part: PrintedLine['part']): PrintedLine => ({
    is: 'paragraph',
    part,
    at: label,
    cells: [[{ text, source: null }]],
  });
  return [head(label, 'annex'), head(title, 'annex'), head(reference, 'frame'), ...blockLines(blocks, label)];
}

/** In the text the place is the last heading above, in an annex the annex. */
function blockLines(blocks: readonly Block[], annex: string): PrintedLine[] {
  const part = annex === '' ? 'text' : 'annex';
  let at = annex;
  return blocks.flatMap((block): PrintedLine[] => {
    if (block.is === 'table') {
      const rows = [...block.head, ...block.rows];
      return rows.map((row) => ({ is: 'row', part, at, cells: row.map(({ runs }) => cellOf(runs)) }));
    }
    if (annex === '' && HEADINGS.includes(block.style)) at = tidy(block.runs.map(({ text }) => text).join(''));
    return [{ is: 'paragraph', part, at, cells: [cellOf(block.runs)] }];
  });
}

function cellOf(runs: readonly Run[]): PrintedCell {
  return runs.map(({ text, source }) => ({ text, source: source ?? null }));
}

/** Every run of a paper in the order it prints: the body, then the annexes. */
export function paperRuns({ blocks, annexes }: Paper): Run[] {
  return [...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap(blockRuns);
}

function blockRuns(block: Block): readonly Run[] {
  if (block.is === 'paragraph') return block.runs;
  return [...block.head, ...block.rows].flatMap((row) => row.flatMap(({ runs }) => runs));
}

/** The same paper with each run changed. */
export function withRuns(paper: Paper, change: (run: Run) => Run): Paper {
  const blocks = (all: readonly Block[]): Block[] =>
    all.map((block) => (block.is === 'paragraph' ? { ...block, runs: block.runs.map(change) } : { ...block, rows: rows(block) }));
  const rows = (table: Table) => table.rows.map((row) => row.map((cell) => ({ ...cell, runs: cell.runs.map(change) })));
  const annexes = paper.annexes.map((annex) => ({ ...annex, blocks: blocks(annex.blocks) }));
  return { ...paper, blocks: blocks(paper.blocks), annexes };
}
