const REPLACEMENT = '\ufffd';

/**
 * Marks that turn the direction of what follows (U+202E and its like): with them a typed text shows other words than it says, in an
 * official paper most of all. No Vietnamese text needs them. (Unicode Technical Report 36, "Bidirectional Text Spoofing".)
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that XML can hold: forbidden control characters and halves of pairs become «�», so that nothing vanishes unseen; a line
 * ends in one way, because every reader of XML and of HTML makes one of the others. What turns its direction is taken out.
 */
export function legal(text: string): string {
  let out = '';
  for (const letter of text.replace(TURNING, '').replace(/\r\n?/gu, '\n'))
    out += isLegal(letter.codePointAt(0) ?? 0) ? letter : REPLACEMENT;
  return out;
}

/** XML 1.0 §2.2. */
function isLegal(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** Text as it stands in XML content and attributes. */
export function escaped(text: string): string {
  return legal(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
