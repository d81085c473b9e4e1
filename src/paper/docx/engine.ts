import type { Frame, Paper } from '../../words/paper/paper.ts';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../../words/report/report-frame.ts';
import { shownLines, type TagFault } from '../template/check-template.ts';
import { type TagKind, TEMPLATE_TAGS, underBothNames } from '../template/tags.ts';
import { BadXml } from '../xml/scan.ts';
import { readZip, type ZipFault } from '../zip/read-zip.ts';
import { textOfUtf8 } from '../zip/utf8.ts';
import { writeZip } from '../zip/write-zip.ts';
import { blocksXml, paragraphXml, textRun } from './body.ts';
import { sourceKeys, sourcesPart } from './keys.ts';
import { BadTemplate, mergeParts, type TagValue } from './merge.ts';
import { type OfficeTemplate, officeSections, openTemplate, printedIn, readyParts } from './office-template.ts';
import { SOURCES_PART } from './part-names.ts';
import { type Parts, templateParts } from './parts.ts';
import { sectionsXml, textWidth } from './sections.ts';

export type TemplateCheck = { readonly fault: ZipFault | 'no-document' | null; readonly tags: readonly TagFault[] };

/** What this house makes is far smaller. */
const OWN_LIMITS = { bytes: 100_000_000, parts: 1000 };

/** A paper as the bytes of a .docx; synchronous, and needs nothing of the realm beyond the language. An official one may take the office's own frame. */
export function toDocx(paper: Paper, template: Uint8Array | null = null): Uint8Array {
  const opened = template === null || paper.frame === null ? null : openTemplate(template);
  return opened?.ok === true ? inOfficeFrame(paper, opened.template) : inOwnFrame(paper);
}

/** What is wrong with an office's template: why it cannot be opened at all, or its tags; neither = it can be used. */
export function checkTemplate(bytes: Uint8Array): TemplateCheck {
  const opened = openTemplate(bytes);
  if (!opened.ok) return { fault: opened.fault, tags: [] };
  if (opened.faults.length > 0) return { fault: null, tags: opened.faults };
  return { fault: TRIALS.every((lines) => isMerged(opened.template, lines)) ? null : 'broken', tags: [] };
}

/** A list without a line, and one that repeats. */
const TRIALS: readonly (readonly string[])[] = [[], ['a', 'b']];

/** Whether the template, with these lines for each of its tags, is a document in which no tag is left. */
function isMerged(template: OfficeTemplate, lines: readonly string[]): boolean {
  const blocks = lines.map((line) => paragraphXml('Normal', textRun({ text: line }))).join('');
  const valueFor = (kind: TagKind): TagValue => (kind === 'blocks' ? { xml: blocks } : lines);
  const values = Object.fromEntries(Object.entries(TEMPLATE_TAGS).map(([tag, { kind }]) => [tag, valueFor(kind)]));
  try {
    const merged = mergeParts(readyParts(template, templateParts(true)).parts, underBothNames(values));
    return !shownLines(printedIn(merged)).some((line) => /[{}]/u.test(line));
  } catch (failure) {
    if (failure instanceof BadTemplate || failure instanceof BadXml) return false;
    throw failure;
  }
}

function inOwnFrame(paper: Paper): Uint8Array {
  const keys = sourceKeys();
  const body = blocksXml(paper.blocks, { width: textWidth(paper.landscape === true), keepLast: paper.frame !== null, keys });
  const tags = { ...frameTags(paper), body: { xml: body }, sections: { xml: sectionsXml(paper, keys) } };
  const merged = mergeParts(new Map(Object.entries(templateParts(paper.frame !== null))), tags);
  return writeZip(new Map([...merged, [SOURCES_PART, sourcesPart(keys)]]));
}

function inOfficeFrame(paper: Paper, template: OfficeTemplate): Uint8Array {
  const keys = sourceKeys();
  const look = officeSections(template);
  const { parts, sources } = readyParts(template, templateParts(true));
  const known = String(parts.get('word/document.xml')).includes('xmlns:w15=');
  const fitting = (xml: string): string => (known ? xml : xml.replace(/<w15:[^>]*\/>/gu, ''));
  const body = fitting(blocksXml(paper.blocks, { width: look.width(false), keepLast: true, keys }));
  const tags = { ...frameTags(paper), body: { xml: body }, sections: { xml: fitting(sectionsXml(paper, keys, look)) } };
  const merged = mergeParts(parts, underBothNames(tags));
  return writeZip(new Map([...merged, [sources, sourcesPart(keys)]]));
}

/** The XML parts of a .docx of this house by name, to read a finished document back. */
export function partsOf(bytes: Uint8Array): Parts {
  const parts = readZip(bytes, OWN_LIMITS, (name) => /\.(?:xml|rels)$/u.test(name));
  return Object.fromEntries([...parts].map(([name, part]) => [name, textOfUtf8(part)]));
}

/** What stands in for the tags of `src/paper/template/tags.ts`. */
function frameTags({ title, banner, frame }: Paper): Readonly<Record<string, TagValue>> {
  return { title, banner: linesIf(banner), ...(frame === null ? {} : officialTags(frame)) };
}

function officialTags(frame: Frame): Readonly<Record<string, TagValue>> {
  return {
    superior: linesIf(frame.superior),
    issuer: frame.issuer,
    nation: NATION,
    motto: MOTTO,
    number: frame.number,
    placeAndDay: frame.placeAndDay,
    docType: linesIf(frame.docType),
    about: linesIf(frame.about),
    subject: frame.subject,
    addressees: addresseeLines(frame),
    recipientsLabel: RECIPIENTS_LABEL,
    recipients: recipientLines(frame),
    authority: frame.signature.authority,
    signerTitle: frame.signature.title,
    signerName: frame.signature.name,
  };
}

const linesIf = (text: string | null | undefined): readonly string[] =>
  text === null || text === undefined || text === '' ? [] : [text];
