import { tidy } from '../../domain/core/word.ts';
import type { PrintedCell, PrintedLine } from '../../domain/report/printed.ts';
import type { Annex, Block, Paper, Paragraph, Run } from './paper.ts';

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
