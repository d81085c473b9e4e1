import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { invariant } from '../../domain/core/invariant.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** A text that the build packed (deflated, in base64; see `scripts/bundling.mjs`). */
export function unpack(packed: string): string {
  const bytes = fromBase64(packed);
  invariant(bytes !== null, 'the build packed a text wrongly');
  return strFromU8(inflateSync(bytes));
}

/** A text deflated and in base64: a quarter of its size in a cell. */
export function pack(text: string): string {
  return toBase64(deflateSync(strToU8(text), { level: 9 }));
}
