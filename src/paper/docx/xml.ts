import { legal } from '../../words/core/legal.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }));

/** Most texts need nothing: letters, spaces and common marks. */
const PLAIN = /^[ !#-%'-;=?-~\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff]*$/u;

/** Text as it stands in XML content and attributes. */
export function escaped(text: string): string {
  return PLAIN.test(text) ? text : legal(text).replace(/[&<>"]/gu, (mark) => ENTITIES.get(mark) ?? mark);
}
