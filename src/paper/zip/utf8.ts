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
