import type { PrintedLine } from '../../domain/report/printed.ts';
import { BadXml } from '../xml/scan.ts';
import { BadZip, readZip, type ZipFault } from '../zip/read-zip.ts';
import { textOfUtf8 } from '../zip/utf8.ts';
import { readLines } from './read-lines.ts';
import { holdsSources, readSources } from './read-sources.ts';

/** Why a file that somebody brings is no document that can be read; each has its sentence in `words/`. */
export type DocumentFault = ZipFault | 'old-word' | 'no-document' | 'no-text';
export type FinishedDocument =
  | { readonly ok: true; readonly lines: readonly PrintedLine[] }
  | { readonly ok: false; readonly fault: DocumentFault };

/** The text of a report is some 300 kB; fifty times that is no report. */
const LIMITS = { bytes: 16_000_000, parts: 2000 };
const DOCUMENT = 'word/document.xml';
const WANTED = /^(?:word\/document|customXml\/item\d+)\.xml$/u;
/** An old .doc, and every document with a password, is an OLE file. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads the text of a .docx from Word, LibreOffice or Google Docs within fixed memory and time, whatever the file holds. */
export function openFinished(bytes: Uint8Array): FinishedDocument {
  if (OLE.every((byte, at) => bytes[at] === byte)) return { ok: false, fault: 'old-word' };
  try {
    return linesOf(readZip(bytes, LIMITS, (name) => WANTED.test(name)));
  } catch (failure) {
    if (failure instanceof BadZip) return { ok: false, fault: failure.fault };
    if (failure instanceof BadXml) return { ok: false, fault: 'broken' };
    throw failure;
  }
}

function linesOf(parts: ReadonlyMap<string, Uint8Array>): FinishedDocument {
  const document = parts.get(DOCUMENT);
  if (document === undefined) return { ok: false, fault: 'no-document' };
  const custom = [...parts].filter(([name]) => name !== DOCUMENT).map(([, part]) => textOf(part));
  const lines = readLines(textOf(document), readSources(custom.find(holdsSources) ?? ''));
  return lines.length === 0 ? { ok: false, fault: 'no-text' } : { ok: true, lines };
}

/** The mark of byte order says nothing in UTF-8; bytes that are no UTF-8 at all are no part of a document. */
function textOf(bytes: Uint8Array): string {
  try {
    return textOfUtf8(bytes).replace(/^\ufeff/u, '');
  } catch {
    throw new BadXml();
  }
}
