import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { day, localDateOf } from '../../domain/day.ts';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../../words/frame-lines.ts';
import type { Frame, Paper } from '../../words/paper.ts';
import { blocksXml } from './body.ts';
import { sourceKeys, sourcesPart } from './keys.ts';
import { SOURCES_PART } from './part-names.ts';
import { type Parts, templateParts } from './parts.ts';
import { sectionsXml, textWidth } from './sections.ts';
import { legal } from './xml.ts';

/** Any fixed day will do: with it the same paper always gives the same bytes. */
const ZIP_DAY = day('2000-01-01');

/** A paper as the bytes of a .docx; synchronous, and needs nothing of the realm beyond the language. */
export function toDocx(paper: Paper): Uint8Array {
  const keys = sourceKeys();
  const body = blocksXml(paper.blocks, { width: textWidth(paper.landscape === true), keepLast: paper.frame !== null, keys });
  const tags = { ...frameTags(paper), body, sections: sectionsXml(paper, keys) };
  const merged = merge(templateParts(paper.frame !== null), tags);
  return zip({ ...merged, [SOURCES_PART]: sourcesPart(keys) });
}

/** The XML parts of a .docx by name, to read a finished document back. */
export function partsOf(bytes: Uint8Array): Parts {
  const bundle = new PizZip(bytes);
  const names = Object.keys(bundle.files).filter((name) => /\.(?:xml|rels)$/u.test(name));
  return Object.fromEntries(names.map((name) => [name, bundle.file(name)?.asText() ?? '']));
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

function merge(parts: Parts, tags: Readonly<Record<string, string | string[]>>): Parts {
  const merger = new Docxtemplater(zipOf(parts), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => '',
    modules: [partsStayText()],
  });
  merger.render(tags);
  const done = merger.getZip();
  return Object.fromEntries(Object.keys(parts).map((name) => [name, String(done.file(name)?.asText() ?? '')]));
}

function zipOf(parts: Parts): PizZip {
  const bundle = new PizZip();
  for (const [name, text] of Object.entries(parts)) bundle.file(name, text, { date: localDateOf(ZIP_DAY), createFolders: false });
  return bundle;
}

function zip(parts: Parts): Uint8Array {
  return zipOf(parts).generate({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}
