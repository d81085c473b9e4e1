import { childrenOf, rootOf, spliced, tagNames } from './elements.ts';
import { LIMITS } from './limits.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { read } from './styles.ts';
import { attributeOf, encode } from './xml.ts';
import { openZip, unzip, type Zip } from './zip.ts';

/** A sheet as the workbook part lists it. */
export type SheetPlace = {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly veryHidden: boolean;
  readonly part: string;
};

/** The parts of a workbook package we read, found by their relationships and not by their usual names. */
export type Package = {
  readonly zip: Zip;
  readonly workbookPart: string;
  readonly workbook: string;
  readonly sheets: readonly SheetPlace[];
  readonly styles: string | null;
  readonly strings: string | null;
  readonly theme: string | null;
  readonly calcChain: string | null;
  readonly date1904: boolean;
  /** Excel lets nobody add, drop or rename a tab. */
  readonly lockedStructure: boolean;
  /** Written in the strict form of the format, whose namespaces are others. */
  readonly strict: boolean;
};

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Opens a package and finds its workbook; refuses what is none. */
export function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes);
  const main = relationships(zip, '').find(({ type }) => type === 'officeDocument');
  if (main === undefined || !zip.entries.has(main.target)) throw new NotAWorkbook('no-workbook-part');
  const workbook = partText(zip, main.target);
  const root = rootOf(workbook);
  if (root.name !== 'workbook') throw new NotAWorkbook('no-workbook-part', main.target);
  const rels = relationships(zip, main.target);
  const partOf = (type: string): string | null =>
    rels.find((rel) => rel.type === type && zip.entries.has(rel.target))?.target ?? null;
  const children = childrenOf(root);
  const list = children.find(({ name }) => name === 'sheets');
  const isOn = (element: string, attribute: string): boolean => {
    const found = children.find(({ name }) => name === element);
    return found !== undefined && /^(1|true)$/u.test(attributeOf(workbook, tagOf(found), attribute) ?? '');
  };
  return {
    zip,
    workbookPart: main.target,
    workbook,
    sheets: list === undefined ? [] : sheetPlaces(zip, list, rels),
    styles: partOf('styles'),
    strings: partOf('sharedStrings'),
    theme: partOf('theme'),
    calcChain: partOf('calcChain'),
    date1904: isOn('workbookPr', 'date1904'),
    lockedStructure: isOn('workbookProtection', 'lockStructure'),
    strict: workbook.slice(root.start, root.tagEnd).includes(STRICT),
  };
}

const tagOf = (element: { start: number; tagEnd: number }): { start: number; end: number } => ({
  start: element.start,
  end: element.tagEnd,
});

function sheetPlaces(zip: Zip, list: Parameters<typeof childrenOf>[0], rels: readonly Relationship[]): SheetPlace[] {
  const found: SheetPlace[] = [];
  const relOf = new Map(rels.map((rel) => [rel.id, rel]));
  for (const sheet of childrenOf(list, 'tabs')) {
    const read = (name: string): string => attributeOf(sheet.xml, tagOf(sheet), name) ?? '';
    const rel = relOf.get(read('id'));
    // Chart sheets hold no cells: they stay in the file and out of the model.
    if (rel !== undefined && rel.type !== 'worksheet') continue;
    if (rel === undefined || !zip.entries.has(rel.target)) throw new NotAWorkbook('missing-part', read('name'));
    const state = read('state');
    found.push({
      id: Number(read('sheetId')),
      name: read('name'),
      hidden: state === 'hidden' || state === 'veryHidden',
      veryHidden: state === 'veryHidden',
      part: rel.target,
    });
  }
  return found;
}

/** A relationship of a part: `type` is the last word of its address, so that both flavours of the format are the same. */
export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

/** Where the relationships of a part are kept. */
export function relsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part (of the package itself for `''`), with their targets resolved. */
export function relationships(zip: Zip, part: string): Relationship[] {
  const name = relsPartOf(part);
  if (!zip.entries.has(name)) return [];
  return childrenOf(rootOf(partText(zip, name)), 'relations').map((rel) => {
    const read = (attribute: string): string => attributeOf(rel.xml, tagOf(rel), attribute) ?? '';
    return { id: read('Id'), type: read('Type').split('/').at(-1) ?? '', target: resolved(part, read('Target')) };
  });
}

function resolved(part: string, target: string): string {
  const base = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '.' && step !== '') base.push(step);
  }
  return base.join('/');
}

/** A part as text; refuses what is missing, not UTF-8 or too large to be held as text. */
export function partText(zip: Zip, name: string): string {
  return textOfPart(zip, name, partBytes(zip, name));
}

/** A part as it was packed; refuses what is missing. */
export function partBytes(zip: Zip, name: string): Uint8Array {
  const bytes = unzip(zip, name);
  if (bytes === null) throw new NotAWorkbook('missing-part', name);
  return bytes;
}

/** Some bytes of a part as text; what was text before counts with it. */
export function textOfPart(zip: Zip, name: string, bytes: Uint8Array): string {
  zip.made.text += bytes.length;
  if (zip.made.text > LIMITS.text) throw new NotAWorkbook('too-large', name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotAWorkbook('damaged', name);
  }
}

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
