import type { Block, Paper, Run, Table } from './paper.ts';

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
