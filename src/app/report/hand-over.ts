import { toBase64 } from '../../paper/zip/base64.ts';
import { DOCX, type DocumentsPort } from '../base/ports.ts';
import type { HandedFile, MadeFile } from '../replies/actions.ts';

type Made = { readonly name: string; readonly bytes: Uint8Array };

/** Files that were made: with their bytes, and where they are kept. `notKept`: why some are kept nowhere, as a sentence, or `null`. */
export type HandedFiles = { readonly files: readonly HandedFile[]; readonly notKept: string | null };

/**
 * Keeps the files where the host keeps files, one call each, and hands their bytes over too: nobody's report may depend on a
 * service that an office has not switched on. After a refusal the others are not tried: its cause is theirs.
 */
export function handedOver(documents: Pick<DocumentsPort, 'create'>, made: readonly Made[]): HandedFiles {
  let notKept: string | null = null;
  const files = made.map(({ name, bytes }) => {
    const kept = notKept === null ? documents.create({ name, bytes, mimeType: DOCX }) : { name, url: '', notKept };
    notKept = kept.notKept;
    return { name: kept.name, url: kept.url, data: toBase64(bytes) };
  });
  return { files, notKept };
}

/** The same bytes beside files that are kept already. */
export function withBytes(files: readonly MadeFile[], made: readonly Made[]): HandedFile[] {
  return files.map(({ name, url }, at) => ({ name, url, data: toBase64(made[at]?.bytes ?? new Uint8Array()) }));
}
