import { childrenOf, rootOf, spliced } from './elements.ts';
import { tagNames } from './place-child.ts';
import { read } from './styles.ts';
import { encode } from './xml.ts';

/** A relationship or content type part with some children gone and some new ones at its end. */
function patchList(
  xml: string,
  gone: (child: ReturnType<typeof childrenOf>[number]) => boolean,
  fresh: readonly string[],
): string {
  const root = rootOf(xml);
  const removals = childrenOf(root)
    .filter(gone)
    .map(({ start, end }) => ({ from: start, to: end, text: '' }));
  if (removals.length === 0 && fresh.length === 0) return xml;
  const text = fresh.join('');
  // `<Relationships/>` has no inside to put them in.
  if (root.insideEnd === root.tagEnd && xml.charAt(root.tagEnd - 2) === '/') {
    const open = xml.slice(root.start, root.tagEnd).replace(/\s*\/>$/u, '>');
    return `${xml.slice(0, root.start)}${open}${text}</${tagNames(root)(root.name)}>`;
  }
  return spliced(xml, [...removals, { from: root.insideEnd, to: root.insideEnd, text }]);
}

/** A new relationship. */
export type NewRel = { readonly id: string; readonly type: string; readonly target: string };

/** A relationship part with those of some identifiers gone and new ones added. */
export function patchRels(xml: string, gone: ReadonlySet<string>, fresh: readonly NewRel[]): string {
  const tag = tagNames(rootOf(xml))('Relationship');
  const lines = fresh.map(({ id, type, target }) => `<${tag} Id="${id}" Type="${type}" Target="${encode(target)}"/>`);
  return patchList(xml, (child) => gone.has(read(child, 'Id') ?? ''), lines);
}

/** The content types with those of some parts gone and new ones added, by part. */
export function patchTypes(xml: string, gone: ReadonlySet<string>, fresh: ReadonlyMap<string, string>): string {
  const tag = tagNames(rootOf(xml))('Override');
  const lines = [...fresh].map(([part, type]) => `<${tag} PartName="/${encode(part)}" ContentType="${type}"/>`);
  return patchList(xml, (child) => gone.has((read(child, 'PartName') ?? '').replace(/^\//u, '')), lines);
}

/** The first numbered name that nothing has. */
export function firstFree(name: (n: number) => string, taken: (name: string) => boolean): string {
  for (let n = 1; ; n += 1) if (!taken(name(n))) return name(n);
}
