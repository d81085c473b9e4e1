import { deflateSync, inflateSync } from 'fflate';
import { invariant } from '../../domain/core/invariant.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { textOfUtf8, utf8Of } from './utf8.ts';

/** The text that `pack` was given; throws at anything that it did not make. */
export function unpack(packed: string): string {
  const bytes = fromBase64(packed);
  invariant(bytes !== null, 'a packed text is no base64');
  return textOfUtf8(inflateSync(bytes));
}

/** A text deflated and in base64: a quarter of its size in a cell. */
export function pack(text: string): string {
  return toBase64(deflateSync(utf8Of(text), { level: 9 }));
}
