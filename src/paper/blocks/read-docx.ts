import type { Block, Paragraph, SourceDocument } from '../../domain/import/document.ts';
import { NotReadable } from '../../domain/import/read-fault.ts';
import { BadXml } from '../xml/scan.ts';
import { BadZip, readZip } from '../zip/read-zip.ts';
import { textOfUtf8 } from '../zip/utf8.ts';
import { readBody } from './docx-body.ts';
import { numberingOf } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';
import { withTabbedTables } from './tabbed.ts';

/** The text of a plan of 200 pages is some 8 MB; five times that is no plan. */
const LIMITS = { bytes: 40_000_000, parts: 5000 };
const WANTED = /^(?:\[Content_Types\]\.xml|word\/[\w-]+\.xml)$/u;
const NOT_WANTED = /(?:theme|settings|fontTable|comments|header|footer|people)/u;
const MAIN =
  /PartName="\/([^"]+)"\s+ContentType="[^"]*wordprocessingml\.(?:document|template)\.main\+xml"|ContentType="[^"]*wordprocessingml\.(?:document|template)\.main\+xml"\s+PartName="\/([^"]+)"/u;

/** Reads a .docx of Word, LibreOffice, Google Docs or WPS within fixed memory and time, whatever it holds. Throws `NotReadable`. */
export function readDocx(bytes: Uint8Array): SourceDocument {
  try {
    return documentOf(readZip(bytes, LIMITS, (name) => WANTED.test(name) && !NOT_WANTED.test(name)));
  } catch (failure) {
    if (failure instanceof BadZip) throw new NotReadable(failure.fault);
    if (failure instanceof BadXml) throw new NotReadable('broken');
    throw failure;
  }
}

function documentOf(parts: ReadonlyMap<string, Uint8Array>): SourceDocument {
  const part = (name: string): string => {
    const bytes = parts.get(name);
    return bytes === undefined ? '' : textOfUtf8(bytes).replace(/^\ufeff/u, '');
  };
  const named = MAIN.exec(part('[Content_Types].xml'));
  const main = named?.[1] ?? named?.[2] ?? 'word/document.xml';
  const xml = part(main) || part('word/document.xml');
  if (xml === '') throw new NotReadable('no-document');
  const styles = readStyles(part('word/styles.xml'));
  const reader = { styles, numbering: numberingOf(part('word/numbering.xml'), styles) };
  const blocks = withTabbedTables(readBody(xml, reader));
  if (!blocks.some(hasText)) throw new NotReadable('no-text');
  return {
    format: 'docx',
    blocks,
    notes: ['footnotes', 'endnotes'].flatMap((name) => notesIn(part(`word/${name}.xml`), name, reader)),
  };
}

function hasText(block: Block): boolean {
  return block.is === 'paragraph' ? block.text.trim() !== '' : block.cells.some(({ text }) => text.trim() !== '');
}

function notesIn(xml: string, name: string, reader: Parameters<typeof readBody>[1]): Paragraph[] {
  if (xml === '') return [];
  return readBody(xml, reader).flatMap((block) =>
    block.is === 'paragraph' && block.text.trim() !== '' ? [{ ...block, at: `${name}.${block.at}` }] : [],
  );
}
