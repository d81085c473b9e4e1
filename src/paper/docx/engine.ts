import Docxtemplater from 'docxtemplater';
import { strFromU8 } from 'fflate';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../../words/frame-lines.ts';
import type { Frame, Paper } from '../../words/paper.ts';
import { readZip } from '../zip/read-zip.ts';
import { writeZip, type ZipParts } from '../zip/write-zip.ts';
import { blocksXml } from './body.ts';
import { sourceKeys, sourcesPart } from './keys.ts';
import { SOURCES_PART } from './part-names.ts';
import { type Parts, templateParts } from './parts.ts';
import { partsIn, partsZip } from './parts-zip.ts';
import { sectionsXml, textWidth } from './sections.ts';
import { legal } from './xml.ts';

/** What this house makes is far smaller. */
const OWN_LIMITS = { bytes: 100_000_000, parts: 1000 };

/** A paper as the bytes of a .docx; synchronous, and needs nothing of the realm beyond the language. */
export function toDocx(paper: Paper): Uint8Array {
  const keys = sourceKeys();
  const body = blocksXml(paper.blocks, { width: textWidth(false), keepLast: paper.frame !== null, keys });
  const tags = { ...frameTags(paper), body, sections: sectionsXml(paper, keys) };
  const merged = merge(templateParts(paper.frame !== null), tags);
  return writeZip(new Map([...merged, [SOURCES_PART, sourcesPart(keys)]]));
}

/** The XML parts of a .docx of this house by name, to read a finished document back. */
export function partsOf(bytes: Uint8Array): Parts {
  const parts = readZip(bytes, OWN_LIMITS, (name) => /\.(?:xml|rels)$/u.test(name));
  return Object.fromEntries([...parts].map(([name, part]) => [name, strFromU8(part)]));
}

/** The one list of the template's tags. */
function frameTags({ title, banner, frame }: Paper): Readonly<Record<string, string | string[]>> {
  const shared = { title: legal(title), banner: banner === null ? [] : [banner] };
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
    docType: legal(frame.docType),
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

function merge(parts: Parts, tags: Readonly<Record<string, string | string[]>>): ZipParts {
  const merger = new Docxtemplater(partsZip(new Map(Object.entries(parts))), {
    paragraphLoop: true,
    nullGetter: () => '',
    errorLogging: false,
    modules: [partsStayText()],
  });
  merger.render(tags);
  return partsIn(merger.getZip());
}
