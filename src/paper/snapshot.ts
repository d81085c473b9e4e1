import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Paper } from '../words/paper.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** First, so that no sheet takes the cell for a number or a formula. */
const MARK = 'P';
/** A cell of Excel takes 32,767 characters, one of Google Sheets 50,000; what does not fit is not kept. */
const MOST_CHARACTERS = 32_000;

/** A paper as one cell can keep it: deflated, in base64; '' when it is too long for a cell. The same paper always packs the same. */
export function packPaper(paper: Paper | undefined): string {
  if (paper === undefined) return '';
  const packed = MARK + toBase64(deflateSync(strToU8(JSON.stringify(paper)), { level: 9 }));
  return packed.length > MOST_CHARACTERS ? '' : packed;
}

/** The paper that was packed, or `null` when the cell holds none: blank, or changed by hand. */
export function unpackPaper(packed: string): Paper | null {
  if (!packed.startsWith(MARK)) return null;
  try {
    const held: unknown = JSON.parse(strFromU8(inflateSync(fromBase64(packed.slice(MARK.length)))));
    return isPaper(held) ? held : null;
  } catch {
    return null;
  }
}

/** Enough to tell our own packing from something else in the cell. */
function isPaper(held: unknown): held is Paper {
  return typeof held === 'object' && held !== null && 'blocks' in held && 'annexes' in held && Array.isArray(held.blocks);
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let place = 0; place <= Math.min(3, bytes.length - at); place += 1)
      text += LETTERS[(three >> (18 - 6 * place)) & 63] ?? '';
  }
  return text;
}

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    held = ((held << 6) | LETTERS.indexOf(letter)) & 0xff_ff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
