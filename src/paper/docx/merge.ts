import { TAG } from '../template/tags.ts';
import type { ZipParts } from '../zip/write-zip.ts';
import { PRINTED } from './part-names.ts';
import { escaped } from './xml.ts';

/** What stands in for a tag: a text; lines, for each of which a section repeats; or whole paragraphs and tables as they are. */
export type TagValue = string | readonly string[] | { readonly xml: string };
export type TagValues = Readonly<Record<string, TagValue>>;

/** Thrown at a template whose sections do not fit into one another. */
export class BadTemplate extends Error {}

/** What Word shows as the file's properties. */
const PROPERTIES = /^docProps\/[^/]*\.xml$/u;

/** The parts of a .docx with their tags filled in; a tag without a value leaves nothing. Throws `BadTemplate`. */
export function mergeParts(parts: ZipParts, values: TagValues): ZipParts {
  const byName: Values = new Map(Object.entries(values));
  return new Map([...parts].map(([name, part]) => [name, typeof part === 'string' ? mergedPart(name, part, byName) : part]));
}

/** By name and not as an object, which has more names than its own. */
type Values = ReadonlyMap<string, TagValue>;

function mergedPart(name: string, xml: string, values: Values): string {
  if (PROPERTIES.test(name)) return withProperties(xml, values);
  if (!PRINTED.test(name)) return xml;
  return asWordWants(filled(xml, nested(xml, cutsOf(xml)), { values, item: '' }));
}

/** A property is plain text, line ends and all. Braces may be ids there, so only known tags are filled. */
function withProperties(xml: string, values: Values): string {
  return xml.replace(TAG, (whole, _, name: string) => {
    const value = values.get(name.trim());
    return value === undefined ? whole : escaped(textOf(value));
  });
}

/** What Word demands and a section without an item may have taken away: a cell ends with a paragraph, a table has rows. */
function asWordWants(xml: string): string {
  return xml
    .replace(/<w:tbl>(?:(?!<w:tr[\s>]|<\/w:tbl>).)*<\/w:tbl>/gsu, '')
    .replace(/<\/w:(?:tc|hdr|ftr|txbxContent)>(?<!(?:<\/w:p>|<w:p(?:\s[^<>]*)?\/>)\s*<\/w:\w+>)/gu, '<w:p/>$&')
    .replace(/<w:sdtContent>\s*<\/w:sdtContent>/gu, '<w:sdtContent><w:p/></w:sdtContent>');
}

type Span = { readonly from: number; readonly to: number };
/** A paragraph, cell or row of the template, and the one around it; a paragraph has the texts of its own, those of a text box in it excepted. */
type Frame = { readonly is: string; readonly around: Frame | null; readonly from: number; to: number; readonly texts: Text[] };
/** The content of one `<w:t>`, and its opening tag. */
type Text = Span & { readonly text: string; readonly opening: Span };
/** A tag that stands at `start` of what its paragraph shows; it may lie in pieces over several runs. */
type Tag = {
  readonly mark: string;
  readonly name: string;
  readonly paragraph: Frame;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Span[];
};

const ELEMENT = /<(\/?)w:(p|tc|tr)(?:\s[^>]*?)?(\/?)>|(<w:t(?:\s[^>]*)?>)([^<]*)<\/w:t>/gu;

function paragraphsOf(xml: string): Frame[] {
  const found: Frame[] = [];
  const open: Frame[] = [];
  for (const { 0: whole, 1: closing, 2: is = '', 3: empty, 4: opening, 5: text = '', index } of xml.matchAll(ELEMENT)) {
    const around = open[open.length - 1] ?? null;
    const from = index + (opening?.length ?? 0);
    if (opening !== undefined) around?.texts.push({ from, to: from + text.length, text, opening: { from: index, to: from } });
    else if (closing === '/') Object.assign(open.pop() ?? {}, { to: index + whole.length });
    else if (empty !== '/') open.push({ is, around, from: index, to: index, texts: [] });
    const opened = open[open.length - 1];
    if (closing === '' && empty === '' && is === 'p' && opened !== undefined) found.push(opened);
  }
  return found;
}

const shownIn = ({ texts }: Frame): string => texts.map(({ text }) => text).join('');

function tagsOf(paragraph: Frame): Tag[] {
  return [...shownIn(paragraph).matchAll(TAG)].map(({ 0: whole, 1: mark = '', 2: name = '', index: start }) => {
    const end = start + whole.length;
    let shown = 0;
    const pieces = paragraph.texts.flatMap(({ from, text }) => {
      const [first, last] = [Math.max(start - shown, 0), Math.min(end - shown, text.length)];
      shown += text.length;
      return first < last ? [{ from: from + first, to: from + last }] : [];
    });
    return { mark, name: name.trim(), paragraph, start, end, pieces };
  });
}

const firstOf = ({ pieces }: Tag): number => pieces[0]?.from ?? 0;
const lastOf = ({ pieces }: Tag): number => pieces[pieces.length - 1]?.to ?? 0;

type Scope = { readonly values: Values; readonly item: string };
/** A stretch of the template and what it becomes; `inner` is the stretch itself with its own cuts made. */
type Cut = Span & { readonly put: (scope: Scope, inner: (scope: Scope) => string) => string };

function cutsOf(xml: string): Cut[] {
  const paragraphs = paragraphsOf(xml);
  const open: Tag[] = [];
  const tags = paragraphs.flatMap(tagsOf).sort((one, other) => firstOf(one) - firstOf(other));
  const cuts = tags.flatMap((tag) => {
    if (tag.mark !== '#' && tag.mark !== '^' && tag.mark !== '/') return valueCuts(xml, tag);
    const opening = tag.mark === '/' ? open.pop() : tag;
    if (opening?.name !== tag.name) throw new BadTemplate(tag.name);
    if (opening !== tag) return sectionCuts(xml, opening, tag);
    open.push(tag);
    return [];
  });
  if (open.length > 0) throw new BadTemplate(open[0]?.name);
  const changed = paragraphs.filter((paragraph) => tagsOf(paragraph).length > 0).flatMap(({ texts }) => texts);
  return [...cuts, ...changed.map(({ opening }) => constant(opening, '<w:t xml:space="preserve">'))];
}

const constant = ({ from, to }: Span, text: string): Cut => ({ from, to, put: () => text });
const removed = ({ pieces }: Tag): Cut[] => pieces.map((piece) => constant(piece, ''));
/** Whether a paragraph shows one tag and nothing else. */
const isAlone = (paragraph: Frame): boolean => /^\s*\{[^{}]*\}\s*$/u.test(shownIn(paragraph));

/** A text takes the place of the tag's first piece; blocks take that of its paragraph. */
function valueCuts(xml: string, { mark, name, paragraph, pieces }: Tag): Cut[] {
  const text = ({ values, item }: Scope): string => inRun(name === '.' ? item : textOf(values.get(name)));
  const cuts = pieces.map(({ from, to }, at): Cut => ({ from, to, put: at === 0 ? text : () => '' }));
  if (mark !== '@' || !isAlone(paragraph)) return cuts;
  const put: Cut['put'] = (scope, inner) => {
    const blocks = blocksOf(scope.values.get(name));
    return blocks === null ? inner(scope) : blocks + sectionBreakIn(xml, paragraph);
  };
  return [...cuts, { from: paragraph.from, to: paragraph.to, put }];
}

/**
 * A section repeats, if its two tags are alone in paragraphs side by side, what lies between these; if its only paragraph shows
 * nothing else, that paragraph; if it leads from one cell to another, the rows; else just what lies between the tags.
 */
function sectionCuts(xml: string, opening: Tag, closing: Tag): Cut[] {
  const [one, other] = [opening.paragraph, closing.paragraph];
  const put: Cut['put'] = (scope, inner) =>
    itemsOf(opening, scope)
      .map((item) => inner({ ...scope, item }))
      .join('');
  if (one !== other && one.around === other.around && isAlone(one) && isAlone(other)) {
    const edges = [one, other].map((paragraph) => constant(paragraph, sectionBreakIn(xml, paragraph)));
    return [...edges, { from: one.to, to: other.from, put }];
  }
  const { from, to } = one === other ? wholeOr(xml, opening, closing) : (rowsAround(one, other) ?? between(opening, closing));
  return [...removed(opening), ...removed(closing), { from, to, put }];
}

const between = (opening: Tag, closing: Tag): Span => ({ from: lastOf(opening), to: firstOf(closing) });

/** The paragraph of a section, if it shows nothing else and may be repeated. */
function wholeOr(xml: string, opening: Tag, closing: Tag): Span {
  const { paragraph } = opening;
  const rest = shownIn(paragraph).slice(0, opening.start) + shownIn(paragraph).slice(closing.end);
  return rest.trim() === '' && sectionBreakIn(xml, paragraph) === '' ? paragraph : between(opening, closing);
}

/** From the row of the one to the row of the other; `null` when no edge of a cell lies between them. */
function rowsAround(one: Frame, other: Frame): Span | null {
  if (one.around === other.around) return null;
  for (let first: Frame | null = one; first !== null; first = first.around) {
    for (let last: Frame | null = other; last !== null; last = last.around) {
      if (first.is === 'tr' && last.is === 'tr' && first.around === last.around) return { from: first.from, to: last.to };
    }
  }
  throw new BadTemplate('a section leads out of a table');
}

/** The page setting that a paragraph ends a section with, which must survive the paragraph. */
function sectionBreakIn(xml: string, { from, to }: Span): string {
  const [section] = /<w:sectPr\b(?:[^>]*\/>|.*?<\/w:sectPr>)/su.exec(xml.slice(from, to)) ?? [];
  return section === undefined ? '' : `<w:p><w:pPr>${section}</w:pPr></w:p>`;
}

function itemsOf({ mark, name }: Tag, { values, item }: Scope): readonly string[] {
  const value = name === '.' ? item : values.get(name);
  const items = typeof value === 'object' && !('xml' in value) ? value : [textOf(value)].filter((text) => text !== '');
  if (mark === '#') return items;
  return items.length === 0 ? [item] : [];
}

const blocksOf = (value: TagValue | undefined): string | null => (typeof value === 'object' && 'xml' in value ? value.xml : null);

function textOf(value: TagValue | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return 'xml' in value ? '' : value.join('\n');
}

/** A text as the content of a run: its line ends are line breaks of Word. */
const inRun = (text: string): string => escaped(text).replace(/\n/gu, '</w:t><w:br/><w:t xml:space="preserve">');

type Stretch = Cut & { readonly inner: Stretch[] };

/** The whole part with every cut in the smallest one around it. Throws `BadTemplate` where two of them cross. */
function nested(xml: string, cuts: readonly Cut[]): Stretch {
  const whole: Stretch = { from: 0, to: xml.length, put: (scope, inner) => inner(scope), inner: [] };
  const around = [whole];
  const innermost = (): Stretch => around[around.length - 1] ?? whole;
  // Of two equal ones the later in the list is the section around the other.
  for (const cut of [...cuts].reverse().sort((one, other) => one.from - other.from || other.to - one.to)) {
    while (cut.from >= innermost().to && around.length > 1) around.pop();
    if (cut.to > innermost().to) throw new BadTemplate('two sections cross');
    const stretch = { ...cut, inner: [] };
    innermost().inner.push(stretch);
    around.push(stretch);
  }
  return whole;
}

function filled(xml: string, { from, to, inner }: Stretch, scope: Scope): string {
  let at = from;
  const filledIn = inner.map((stretch) => {
    const before = xml.slice(at, stretch.from);
    at = stretch.to;
    return before + stretch.put(scope, (own) => filled(xml, stretch, own));
  });
  return filledIn.join('') + xml.slice(at, to);
}
