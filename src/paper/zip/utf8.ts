import { strFromU8 } from 'fflate';

const HALF_OF_PAIR = '\ufffd'.codePointAt(0) ?? 0;

/**
 * A text as UTF-8; half of a pair becomes «�», as with every encoder. Google's runtime has no TextEncoder, and what fflate 0.8.3 does
 * without one makes other letters of those beyond U+FFFF («😀» became «𝨀»).
 */
export function utf8Of(text: string): Uint8Array {
  // No code unit takes more than three bytes, and a pair takes four.
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const read = text.codePointAt(at) ?? 0;
    if (read > 0xffff) at++;
    const code = read >= 0xd800 && read < 0xe000 ? HALF_OF_PAIR : read;
    const following = followingOf(code);
    bytes[end++] = following === 0 ? code : (LEADS[following] ?? 0) | (code >> (6 * following));
    for (let left = following - 1; left >= 0; left--) bytes[end++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  }
  return bytes.slice(0, end);
}

/** What the first byte begins with, by how many follow it. */
const LEADS = [0, 0xc0, 0xe0, 0xf0];

function followingOf(code: number): number {
  if (code < 0x80) return 0;
  if (code < 0x800) return 1;
  return code < 0x10000 ? 2 : 3;
}

/**
 * UTF-8 as a text. Google's runtime has no TextDecoder, and fflate puts its text together letter by letter; bytes that are no UTF-8 are
 * left to it, so that they read as ever.
 */
export function textOfUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let end = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const code = first < 0x80 ? first : codeAt(bytes, at);
    if (code < 0) return strFromU8(bytes);
    at += 1 + followingOf(code);
    if (code > 0xffff) units[end++] = 0xd800 + ((code - 0x10000) >> 10);
    units[end++] = code > 0xffff ? 0xdc00 + ((code - 0x10000) & 0x3ff) : code;
  }
  const pieces: string[] = [];
  for (let at = 0; at < end; at += PIECE) pieces.push(String.fromCharCode(...units.subarray(at, Math.min(end, at + PIECE))));
  return pieces.join('');
}

/** A call takes so many letters at once. */
const PIECE = 8192;

/** The letter that begins there; −1: written longer than it must be, half of a pair, beyond the last letter, or cut short. */
function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0xc2 || first > 0xf4) return -1;
  const following = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  let code = first & (0x3f >> following);
  for (let next = at + 1; next <= at + following; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const isLetter = code <= 0x10ffff && (code < 0xd800 || code >= 0xe000);
  return isLetter && followingOf(code) === following ? code : -1;
}
