import { inflateSync, strFromU8 } from 'fflate';
import { invariant } from '../../domain/invariant.ts';
import { fromBase64 } from './base64.ts';

/** A text that the build packed (deflated, in base64; see `scripts/bundling.mjs`). */
export function unpack(packed: string): string {
  const bytes = fromBase64(packed);
  invariant(bytes !== null, 'the build packed a text wrongly');
  return strFromU8(inflateSync(bytes));
}
