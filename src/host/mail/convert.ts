import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A report takes seconds; a LibreOffice that hangs is given up, in milliseconds. */
const PATIENCE = 120_000;

/**
 * A .docx as the PDF that LibreOffice makes of it, in a folder and under a user profile of its own: a LibreOffice that is open
 * on this machine neither stops it nor is touched. Throws when there is none after the time limit.
 */
export async function toPdf(soffice: string, docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'so-cchc-pdf-'));
  try {
    await writeFile(join(folder, 'van-ban.docx'), docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'ho-so')).href}`;
    const args = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'van-ban.docx')];
    await promisify(execFile)(soffice, args, { timeout: PATIENCE, windowsHide: true });
    return new Uint8Array(await readFile(join(folder, 'van-ban.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
