import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { wait } from '../host/core/wait.ts';
import { PDF_SENTENCES } from '../words/host/local.ts';

/** Where LibreOffice stands on Linux, macOS and Windows. */
const PLACES = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** The LibreOffice of this machine: the one that `SOFFICE` names, else one in its usual place, else `null`. */
export function findLibreOffice(named: string | undefined, exists: (path: string) => boolean = existsSync): string | null {
  if (named !== undefined && named !== '') return exists(named) ? named : null;
  return PLACES.find(exists) ?? null;
}

/** Sets the .docx as a PDF beside it and says where it is, or plainly why there is none. */
export function pdfBeside(docx: string, soffice: string | null = findLibreOffice(process.env['SOFFICE'])): string {
  if (soffice === null) return PDF_SENTENCES.none;
  try {
    const bytes = wait({ do: 'pdf', soffice, docx: new Uint8Array(readFileSync(docx)) });
    const path = docx.replace(/\.docx$/u, '.pdf');
    writeFileSync(path, bytes);
    return PDF_SENTENCES.made(path);
  } catch {
    return PDF_SENTENCES.failed;
  }
}
