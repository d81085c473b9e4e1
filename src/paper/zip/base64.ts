const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...LETTERS].map((letter, value) => [letter, value]));

/** Bytes as base64 text (RFC 4648 §4), which a request and a cell can hold. */
export function toBase64(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const held = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    out.push(
      LETTERS.charAt(held >> 18) +
        LETTERS.charAt((held >> 12) & 63) +
        (left > 1 ? LETTERS.charAt((held >> 6) & 63) : '=') +
        (left > 2 ? LETTERS.charAt(held & 63) : '='),
    );
  }
  return out.join('');
}

/** The bytes of a base64 text; `null` when it is not base64: a character outside of the alphabet, or cut short. */
export function fromBase64(text: string): Uint8Array | null {
  const bare = text.replace(/={1,2}$/u, '');
  if (text.length % 4 !== 0) return null;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let held = 0;
  let at = 0;
  for (let index = 0; index < bare.length; index += 1) {
    const value = VALUES.get(bare.charAt(index));
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffffff;
    if (index % 4 > 0) {
      bytes[at] = (held >> (6 - 2 * (index % 4))) & 255;
      at += 1;
    }
  }
  return bytes;
}
