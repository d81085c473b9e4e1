import Docxtemplater from 'docxtemplater';
import { strFromU8 } from 'fflate';
import type { Frame, Paper } from '../../words/paper/paper.ts';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../../words/report/report-frame.ts';
import type { TagFault } from '../template/check-template.ts';
import { underBothNames } from '../template/tags.ts';
import { readZip, type ZipFault } from '../zip/read-zip.ts';
import { writeZip, type ZipParts } from '../zip/write-zip.ts';
import { blocksXml } from './body.ts';
import { sourceKeys, sourcesPart } from './keys.ts';
import { type OfficeTemplate, officeSections, openTemplate, readyParts } from './office-template.ts';
import { SOURCES_PART } from './part-names.ts';
import { type Parts, templateParts } from './parts.ts';
import { partsIn, partsZip } from './parts-zip.ts';
import { sectionsXml, textWidth } from './sections.ts';
import { legal } from './xml.ts';

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
  try {
    merge(readyParts(opened.template, templateParts(true)).parts, underBothNames({}));
    return { fault: null, tags: [] };
  } catch {
    return { fault: 'broken', tags: [] };
  }
}

function inOwnFrame(paper: Paper): Uint8Array {
  const keys = sourceKeys();
  const body = blocksXml(paper.blocks, { width: textWidth(paper.landscape === true), keepLast: paper.frame !== null, keys });
  const tags = { ...frameTags(paper), body, sections: sectionsXml(paper, keys) };
  const merged = merge(new Map(Object.entries(templateParts(paper.frame !== null))), tags);
  return writeZip(new Map([...merged, [SOURCES_PART, sourcesPart(keys)]]));
}

function inOfficeFrame(paper: Paper, template: OfficeTemplate): Uint8Array {
  const keys = sourceKeys();
  const look = officeSections(template);
  const { parts, sources } = readyParts(template, templateParts(true));
  const known = String(parts.get('word/document.xml')).includes('xmlns:w15=');
  const fitting = (xml: string): string => (known ? xml : xml.replace(/<w15:[^>]*\/>/gu, ''));
  const body = fitting(blocksXml(paper.blocks, { width: look.width(false), keepLast: true, keys }));
  const tags = { ...frameTags(paper), body, sections: fitting(sectionsXml(paper, keys, look)) };
  const merged = merge(parts, underBothNames(tags));
  return writeZip(new Map([...merged, [sources, sourcesPart(keys)]]));
}

/** The XML parts of a .docx of this house by name, to read a finished document back. */
export function partsOf(bytes: Uint8Array): Parts {
  const parts = readZip(bytes, OWN_LIMITS, (name) => /\.(?:xml|rels)$/u.test(name));
  return Object.fromEntries([...parts].map(([name, part]) => [name, strFromU8(part)]));
}

/** What stands in for the tags of `src/paper/template/tags.ts`. */
function frameTags({ title, banner, frame }: Paper): Readonly<Record<string, string | string[]>> {
  const shared = { title: legal(title), banner: banner === null ? [] : [legal(banner)] };
  return frame === null ? shared : { ...shared, ...officialTags(frame) };
}

function officialTags(frame: Frame): Readonly<Record<string, string | string[]>> {
  return {
    superior: frame.superior === null ? [] : [legal(frame.superior)],
    issuer: frame.issuer.map(legal),
    nation: NATION,
    motto: MOTTO,
    number: legal(frame.number),
    placeAndDay: legal(frame.placeAndDay),
    docType: frame.docType === '' ? [] : [legal(frame.docType)],
    about: frame.about === undefined ? [] : [legal(frame.about)],
    subject: legal(frame.subject),
    addressees: addresseeLines(frame).map(legal),
    recipientsLabel: RECIPIENTS_LABEL,
    recipients: recipientLines(frame).map(legal),
    authority: legal(frame.signature.authority),
    signerTitle: legal(frame.signature.title),
    signerName: legal(frame.signature.name),
  };
}

/** No part is rewritten as a tree: content types and relationships stay as the template has them. The engine wants a new module for each document. */
const partsStayText = () => ({
  name: 'parts-stay-text',
  optionsTransformer: <Options extends object>(given: Options) => ({ ...given, xmlFileNames: [] }),
});

type Tags = Readonly<Record<string, string | readonly string[]>>;

function merge(parts: ZipParts, tags: Tags): ZipParts {
  const merger = new Docxtemplater(partsZip(parts), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    errorLogging: false,
    modules: [partsStayText()],
  });
  merger.render(tags);
  return partsIn(merger.getZip());
}
