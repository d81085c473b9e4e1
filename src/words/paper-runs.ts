import type { Block, Paper, Run } from './paper.ts';

/** Every run of a paper in the order it prints: the body, then the annexes. */
export function paperRuns({ blocks, annexes }: Paper): Run[] {
  return [...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap(blockRuns);
}

function blockRuns(block: Block): readonly Run[] {
  if (block.is === 'paragraph') return block.runs;
  return [...block.head, ...block.rows].flatMap((row) => row.flatMap(({ runs }) => runs));
}
