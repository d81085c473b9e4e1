const REPLACEMENT = '\ufffd';

/** Text that XML can hold: forbidden control characters and halves of pairs become «�», so that nothing vanishes unseen. */
export function legal(text: string): string {
  let out = '';
  for (const letter of text) out += isLegal(letter.codePointAt(0) ?? 0) ? letter : REPLACEMENT;
  return out;
}

/** XML 1.0 §2.2. */
function isLegal(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** Text as it stands in XML content and attributes. */
export function escaped(text: string): string {
  return legal(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
