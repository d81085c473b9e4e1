import type { Paper } from '../words/paper/paper.ts';
import { pack, unpack } from './zip/pack.ts';

/** First, so that no sheet takes the cell for a number or a formula. */
const MARK = 'P';
/** A cell of Excel takes 32,767 characters, one of Google Sheets 50,000; what does not fit is not kept. */
const MOST_CHARACTERS = 32_000;

/** A paper as one cell can keep it: deflated, in base64; '' when it is too long for a cell. The same paper always packs the same. */
export function packPaper(paper: Paper | undefined): string {
  if (paper === undefined) return '';
  const packed = MARK + pack(JSON.stringify(paper));
  return packed.length > MOST_CHARACTERS ? '' : packed;
}

/** The paper that was packed, or `null` when the cell holds none: blank, or changed by hand. */
export function unpackPaper(packed: string): Paper | null {
  if (!packed.startsWith(MARK)) return null;
  try {
    const held: unknown = JSON.parse(unpack(packed.slice(MARK.length)));
    return isPaper(held) ? held : null;
  } catch {
    return null;
  }
}

/** Enough to tell our own packing from something else in the cell. */
function isPaper(held: unknown): held is Paper {
  return typeof held === 'object' && held !== null && 'blocks' in held && 'annexes' in held && Array.isArray(held.blocks);
}
