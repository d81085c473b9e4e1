import { DOCX, type DocumentsPort } from '../../app/base/ports.ts';
import type { Drive, Utilities } from '../surface/services.ts';

const GOOGLE_DOC = 'application/vnd.google-apps.document';

/** Files in the clicker's own Drive, one call each; the scope `drive.file` sees nothing that this script did not make. */
export function googleDocuments(drive: Pick<Drive, 'Files'>, utilities: Utilities): DocumentsPort {
  return {
    create: ({ name, bytes, mimeType }) => {
      const media = utilities.newBlob(signed(bytes), mimeType, name);
      const file = drive.Files.create({ name, mimeType }, media, { fields: 'id,webViewLink' });
      const id = file.id ?? '';
      return { id, name, url: file.webViewLink ?? `https://drive.google.com/file/d/${id}/view` };
    },
    createAsPdf: ({ name, bytes }) => {
      const media = utilities.newBlob(signed(bytes), DOCX, name);
      const { id = '' } = drive.Files.create({ name, mimeType: GOOGLE_DOC }, media, { fields: 'id' });
      return { id, name, url: `https://docs.google.com/document/d/${id}/export?format=pdf` };
    },
  };
}

/** Google's bytes count from −128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
