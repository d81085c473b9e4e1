import { checkTags, type TagFault } from '../template/check-template.ts';
import { attribute, descendants, readXml } from '../xml/read-xml.ts';
import { BadXml } from '../xml/scan.ts';
import { BadZip, readZip, type ZipFault } from '../zip/read-zip.ts';
import { textOfUtf8 } from '../zip/utf8.ts';
import type { ZipParts } from '../zip/write-zip.ts';
import { PRINTED } from './part-names.ts';
import type { Parts } from './parts.ts';
import { OWN_SECTIONS, type SectionLook } from './sections.ts';

/** A template of an office, opened: all its parts, those with XML as text. */
export type OfficeTemplate = { readonly parts: ZipParts; readonly section: string };
export type OpenedTemplate =
  | { readonly ok: true; readonly template: OfficeTemplate; readonly faults: readonly TagFault[] }
  | { readonly ok: false; readonly fault: ZipFault | 'no-document' };

/** A letterhead with a coat of arms, unpacked. */
const LIMITS = { bytes: 8_000_000, parts: 500 };
const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const STYLES = 'word/styles.xml';
const NEEDED = ['[Content_Types].xml', '_rels/.rels', RELATIONS, STYLES];
const LAST_SECTION = /<w:sectPr\b(?:(?!<w:sectPr\b).)*?(?:<\/w:sectPr>|\/>)(?=\s*<\/w:body>)/su;

/** Opens the Word file of an office within fixed memory and time and says what is wrong with its tags. */
export function openTemplate(bytes: Uint8Array): OpenedTemplate {
  try {
    const parts = new Map([...readZip(bytes, LIMITS, () => true)].map(([name, part]) => [name, readable(name, part)] as const));
    const document = parts.get(DOCUMENT);
    if (typeof document !== 'string') return { ok: false, fault: 'no-document' };
    if (NEEDED.some((name) => typeof parts.get(name) !== 'string')) return { ok: false, fault: 'broken' };
    const section = LAST_SECTION.exec(document)?.[0] ?? '<w:sectPr/>';
    readXml(String(parts.get(STYLES)));
    return { ok: true, template: { parts, section }, faults: checkTags(printedIn(parts)) };
  } catch (failure) {
    if (failure instanceof BadZip) return { ok: false, fault: failure.fault };
    if (failure instanceof BadXml) return { ok: false, fault: 'broken' };
    throw failure;
  }
}

/** The parts that Word prints. Those of a template are all text. */
export function printedIn(parts: ZipParts): string[] {
  return [...parts].flatMap(([name, part]) => (PRINTED.test(name) && typeof part === 'string' ? [part] : []));
}

function readable(name: string, part: Uint8Array): string | Uint8Array {
  if (!/\.(?:xml|rels)$/u.test(name)) return part;
  try {
    return textOfUtf8(part).replace(/^\ufeff/u, '');
  } catch {
    throw new BadZip('broken');
  }
}

const SECTIONS_TAG = /\{@(?:sections|phu_luc)\}/u;

/**
 * The parts of an office's template made ready for the body of a report: our paragraph styles where it has none of that name,
 * a place for the annexes at the end, and a free part for the sources of the figures.
 */
export function readyParts(
  { parts }: OfficeTemplate,
  ours: Parts,
): { readonly parts: Map<string, string | Uint8Array>; readonly sources: string } {
  const text = (name: string): string => String(parts.get(name) ?? '');
  const document = text(DOCUMENT).replace(LAST_SECTION, '');
  const hasPlace = SECTIONS_TAG.test(document.replace(/<[^>]+>/gu, ''));
  const place = hasPlace ? '' : '<w:p><w:r><w:t>{@sections}</w:t></w:r></w:p>';
  const sources = freeName(parts);
  const relation = `<Relationship Id="rIdCchc" Type="${CUSTOM_XML}" Target="../${sources}"/>`;
  const ready = new Map(parts);
  ready.set(DOCUMENT, document.replace(/<\/w:body>/u, `${place}</w:body>`));
  ready.set(STYLES, withOurStyles(text(STYLES), ours[STYLES] ?? ''));
  ready.set(RELATIONS, text(RELATIONS).replace(/<\/Relationships>/u, `${relation}</Relationships>`));
  return { parts: ready, sources };
}

const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

function freeName(parts: ReadonlyMap<string, unknown>): string {
  let at = 1;
  while (parts.has(`customXml/item${at}.xml`)) at += 1;
  return `customXml/item${at}.xml`;
}

const STYLE = /<w:style\b.*?<\/w:style>/gsu;
const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/>';

/** A style that the office has keeps its look; ours stand on nothing of the template, so that its defaults do not leak in. */
function withOurStyles(theirs: string, ours: string): string {
  const known = new Set(descendants(readXml(theirs), 'w:style').map((style) => attribute(style, 'w:styleId')));
  const missing = [...ours.matchAll(STYLE)]
    .map(([style]) => style)
    .filter((style) => style.includes('w:customStyle="1"') && !known.has(/w:styleId="([^"]*)"/u.exec(style)?.[1]));
  const alone = missing.map((style) => style.replace('<w:basedOn w:val="Normal"/>', '').replace('<w:rPr>', `<w:rPr>${FONT}`));
  return theirs.replace(/<\/w:styles>/u, `${alone.join('')}</w:styles>`);
}

/** Sections like the template's last one: upright as it is, lying where an annex is wide. */
export function officeSections({ section }: OfficeTemplate): SectionLook {
  return { xml: (landscape) => turned(section, landscape), width: (landscape) => widthOf(section, landscape) };
}

function widthOf(section: string, landscape: boolean): number {
  const twips = (element: string, side: string): number =>
    Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${side}="(\\d+)"`, 'u').exec(section)?.[1] ?? Number.NaN);
  const width = twips('pgSz', landscape ? 'h' : 'w') - twips('pgMar', 'left') - twips('pgMar', 'right');
  return Number.isFinite(width) && width > 0 ? width : OWN_SECTIONS.width(landscape);
}

function turned(section: string, landscape: boolean): string {
  if (!landscape) return section;
  return section.replace(/<w:pgSz\b[^>]*\/>/u, (size) => {
    const [width, height] = ['w', 'h'].map((side) => new RegExp(`w:${side}="(\\d+)"`, 'u').exec(size)?.[1] ?? '0');
    return `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
  });
}
