import { fromBase64 } from '../../paper/zip/base64.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { RECONCILE_REFUSALS } from '../../words/reconcile/reconcile.ts';
import { refuse } from './refusal.ts';

/** 6 MB, what a report with a few pictures weighs, and as base64 in a request. */
const BYTES = 6_000_000;
const LONGEST = 8_100_000;
const LONG_CALLS = /^\{"call":"(?:reconcile|bring-back|store-template)"/u;

/** Whether a request is of a call that carries a file or the text of a cell, and no longer than those may be. */
export function mayBeLong(request: string): boolean {
  return request.length <= LONGEST && LONG_CALLS.test(request);
}

/** The bytes of a file that came through a page whole, as base64; refuses what is none or too much before anything reads it. */
export function fileIn(base64: string): Uint8Array {
  if (base64.length > LONGEST) refuse(RECONCILE_REFUSALS.fileTooLong);
  const bytes = fromBase64(base64) ?? refuse(REFUSALS.badRequest);
  return bytes.length > BYTES ? refuse(RECONCILE_REFUSALS.fileTooLong) : bytes;
}
