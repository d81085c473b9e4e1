/**
 * The rules by which a sink may change a text; each is written down where it is applied. A decoded text must equal the input
 * after exactly these, and nothing else.
 */

/** XML 1.0 and HTML cannot hold these; «�» stands in for each, so that nothing vanishes unseen (src/paper/docx/xml.ts). */
export function visible(text: string): string {
  return [...text].map((sign) => (isForbidden(sign.codePointAt(0) ?? 0) ? '\ufffd' : sign)).join('');
}

function isForbidden(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

/** UTF-8 cannot hold half of a pair: the same sign stands in (every host's own encoder). */
export const encodable = (text: string): string =>
  [...text].map((sign) => (/^[\ud800-\udfff]$/u.test(sign) ? '\ufffd' : sign)).join('');

/** A cell knows one kind of line end (Google Sheets, and `put` in src/host/services/cells.ts). */
export const oneLineEnd = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** Marks that turn the direction of what follows say other words than they show; papers hold none (src/paper/docx/xml.ts). */
export const unturned = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');

/** Text without any white space: for a sink that is free to set lines and spaces. */
export const unspaced = (text: string): string => text.replace(/[\s\u00a0\u200b]+/gu, '');

/** What stands between marks that no text has, by number. */
export const marked = (text: string, at: number): string => `\u27e6${at}:${text}:${at}\u27e7`;

/** The marked texts of a decoded output. A text that breaks out of its place loses its mark or is found twice. */
export function unmarked(output: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const [, number = '', text = ''] of output.matchAll(/\u27e6(\d+):(.*?):\1\u27e7/gsu)) {
    const at = Number(number);
    found.set(at, [...(found.get(at) ?? []), text]);
  }
  return found;
}
