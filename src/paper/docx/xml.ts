/** What XML 1.0 §2.2 forbids: control characters, halves of pairs and two codes that are no characters. */
const FORBIDDEN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const REPLACEMENT = '\ufffd';
const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }));

/**
 * Text that XML can hold: what is forbidden becomes «�», so that nothing vanishes unseen; a line ends in one way, because every
 * reader of XML and of HTML makes one of the others.
 */
export function legal(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(FORBIDDEN, REPLACEMENT);
}

/** Most texts need nothing: letters, spaces and common marks. */
const PLAIN = /^[ !#-%'-;=?-~\u00a0-\ud7ff]*$/u;

/** Text as it stands in XML content and attributes. */
export function escaped(text: string): string {
  return PLAIN.test(text) ? text : legal(text).replace(/[&<>"]/gu, (mark) => ENTITIES.get(mark) ?? mark);
}
