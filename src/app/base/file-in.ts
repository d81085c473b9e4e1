import { fromBase64 } from '../../paper/zip/base64.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { RECONCILE_REFUSALS } from '../../words/reconcile/reconcile.ts';
import { refuse } from './refusal.ts';

/** What a report with a few pictures weighs. */
const BYTES = 6_000_000;
/** The same as base64, with what stands around it in a request, in letters. */
export const LONGEST_FILE = 8_100_000;

/** The bytes of a file that came through a page whole, as base64; refuses what is no file or too large before anything reads it. */
export function fileIn(base64: string): Uint8Array {
  if (base64.length > LONGEST_FILE) refuse(RECONCILE_REFUSALS.fileTooLong);
  const bytes = fromBase64(base64) ?? refuse(REFUSALS.badRequest);
  return bytes.length > BYTES ? refuse(RECONCILE_REFUSALS.fileTooLong) : bytes;
}
