import { readFileSync, writeFileSync } from 'node:fs';
import { findLibreOffice } from '../host/core/libre-office.ts';
import { wait } from '../host/core/wait.ts';
import { PDF_SENTENCES } from '../words/host/local.ts';

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
