import type { DocumentsPort } from '../app/ports.ts';
import type { Drive, Utilities } from './surface/services.ts';

/** Files in the clicker's own Drive, one call each; the scope `drive.file` sees nothing that this script did not make. */
export function googleDocuments(drive: Pick<Drive, 'Files'>, utilities: Utilities): DocumentsPort {
  return {
    create: ({ name, bytes, mimeType }) => {
      const media = utilities.newBlob(signed(bytes), mimeType, name);
      const file = drive.Files.create({ name, mimeType }, media, { fields: 'id,webViewLink' });
      const id = file.id ?? '';
      return { id, name, url: file.webViewLink ?? `https://drive.google.com/file/d/${id}/view` };
    },
  };
}

/** Google's bytes count from −128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
