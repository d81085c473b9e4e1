import type { SourceDocument } from '../../domain/import/document.ts';
import { NotReadable, type ReadFault } from '../../domain/import/read-fault.ts';
import { readDocx } from './read-docx.ts';
import { readText, textOf } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';

export type ReadResult =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly fault: ReadFault };

/** The kinds of files that can be told apart by their first bytes. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'rtf' | 'html' | 'picture' | 'text';

const STARTS: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x49, 0x49, 0x2a]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What kind of file this is, by what it begins with: a name may be wrong. */
export function kindOf(bytes: Uint8Array): FileKind {
  const known = STARTS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (known !== undefined) return known;
  return /^[\s\ufeffï»¿]*<(?:!doctype|html|\?xml)/iu.test(asciiOf(bytes, 0, 200)) ? 'html' : 'text';
}

/** Reads a .docx, an .xlsx or a text into blocks; a PDF is read on the local host only. */
export function readDocument(bytes: Uint8Array): ReadResult {
  try {
    return { ok: true, document: read(bytes) };
  } catch (failure) {
    if (failure instanceof NotReadable) return { ok: false, fault: failure.fault };
    throw failure;
  }
}

function read(bytes: Uint8Array): SourceDocument {
  switch (kindOf(bytes)) {
    case 'zip':
      return isWorkbook(bytes) ? readXlsx(bytes) : readDocx(bytes);
    case 'ole':
      throw new NotReadable(oleFault(bytes));
    case 'pdf':
      throw new NotReadable('pdf-elsewhere');
    case 'picture':
      throw new NotReadable('scan');
    case 'text':
      return readText(textOf(bytes));
    default:
      throw new NotReadable('unknown-kind');
  }
}

/** The names of its parts stand in a package as they are. */
function isWorkbook(bytes: Uint8Array): boolean {
  return includes(bytes, 'xl/workbook.xml') && !includes(bytes, 'word/document');
}

/** An OLE file is a .doc, an .xls, or a newer file behind a password; its streams have names in UTF-16. */
function oleFault(bytes: Uint8Array): ReadFault {
  if (includes(bytes, wide('EncryptedPackage'))) return 'protected';
  return includes(bytes, wide('Workbook')) || includes(bytes, wide('Book')) ? 'old-excel' : 'old-word';
}

function wide(text: string): string {
  return [...text].map((letter) => `${letter}\0`).join('');
}

function includes(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return true;
  }
  return false;
}

function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
