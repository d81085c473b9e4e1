import type { ShownPassage } from '../protocol.ts';

/** Finds where a passage stands in the drawn pages of its document: the paragraph or cell, or null. */
export type FindPassage = (passage: ShownPassage) => Element | null;

/** Letters and digits alone: how a program draws spaces, tabs and list marks is its own. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Of a passage that was not drawn as a whole (hidden words), the beginning is looked for. */
const BEGINNING = 40;

/** The words of all paragraphs and cells are taken once, so that a long document is walked quickly. */
export function passagesIn(pages: Element): FindPassage {
  const isBody = (one: Element): boolean => one.closest('header, footer') === null;
  const said = new Map([...pages.querySelectorAll('p, td')].filter(isBody).map((one) => [one, bare(one.textContent ?? '')]));
  const tables = [...pages.querySelectorAll('table')].filter(
    (table) => isBody(table) && table.parentElement?.closest('table') === null,
  );
  const within = (scope: Element): Element[] => [...said.keys()].filter((one) => scope === pages || scope.contains(one));
  return ({ at, words }) => {
    const wanted = bare(words);
    if (wanted === '') return null;
    const beginning = wanted.slice(0, BEGINNING);
    const tests: readonly ((text: string) => boolean)[] = [
      (text) => text === wanted,
      (text) => text.includes(wanted),
      (text) => text.startsWith(beginning),
    ];
    for (const scope of scopesOf(pages, tables, at)) {
      const all = within(scope);
      for (const test of tests) {
        const found = all.filter((one) => test(said.get(one) ?? ''));
        // A cell holds its paragraphs: the innermost that has all the words.
        const one = found.find((outer) => !found.some((inner) => inner !== outer && outer.contains(inner)));
        if (one !== undefined) return one;
      }
    }
    return null;
  };
}

/** The row and the table of an address («tbl[2].r[31].c[3]») first: words come again elsewhere. */
function scopesOf(pages: Element, tables: readonly HTMLTableElement[], at: string): Element[] {
  const [, table = '', row = ''] = /^tbl\[(\d+)\](?:\.r\[(\d+)\])?/u.exec(at) ?? [];
  const named = tables[Number(table) - 1];
  const line = named?.rows[Number(row) - 1];
  return [line, named, pages].filter((scope) => scope !== undefined);
}
