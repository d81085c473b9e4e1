import type { SourceDocument } from '../../domain/import/document.ts';
import type { ReadFault } from '../../domain/import/read-fault.ts';

export type PdfResult = { readonly ok: true; readonly document: SourceDocument } | { readonly ok: false; readonly fault: ReadFault };

export async function readPdf(bytes: Uint8Array, _told: (page: number, pages: number) => void): Promise<PdfResult> {
  return { ok: false, fault: bytes.length > 0 ? 'scan' : 'broken' };
}
