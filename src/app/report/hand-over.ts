import { toBase64 } from '../../paper/zip/base64.ts';
import { DOCX, type DocumentsPort } from '../base/ports.ts';
import type { HandedFile, MadeFile } from '../replies/actions.ts';

/** `kept`: where it lies already; `null` or none: it is to be kept. `mimeType`: a Word document unless it says otherwise. */
type Made = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kept?: MadeFile | null;
  readonly mimeType?: string;
};

/** Files that were made: with their bytes, and where they are kept. `notKept`: why some are kept nowhere, as a sentence, or `null`. */
export type HandedFiles = { readonly files: readonly HandedFile[]; readonly notKept: string | null };

/**
 * Keeps the files where the host keeps files, one call each, and hands their bytes over too: nobody's report may depend on a
 * service that an office has not switched on. After a refusal the others are not tried: its cause is theirs.
 */
export function handedOver(documents: Pick<DocumentsPort, 'create'>, made: readonly Made[]): HandedFiles {
  let notKept: string | null = null;
  const files = made.map(({ name, bytes, kept = null, mimeType = DOCX }) => {
    const data = toBase64(bytes);
    if (kept !== null) return { ...kept, data };
    if (notKept !== null) return { name, url: '', data };
    const created = documents.create({ name, bytes, mimeType });
    notKept = created.notKept;
    return { name: created.name, url: created.url, data };
  });
  return { files, notKept };
}
