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
    fate: (url) => {
      try {
        return drive.Files.get(idIn(url), { fields: 'trashed' }).trashed === true ? 'gone' : 'there';
      } catch (error) {
        if (isNotFound(error)) return 'not-seen';
        throw error;
      }
    },
    createAsPdf: ({ name, bytes }) => {
      const media = utilities.newBlob(signed(bytes), DOCX, name);
      const { id = '' } = drive.Files.create({ name, mimeType: GOOGLE_DOC }, media, { fields: 'id' });
      return { id, name, url: `https://docs.google.com/document/d/${id}/export?format=pdf` };
    },
  };
}

/** A link to a file of Drive has the id between `/d/` and the next stroke; that of a file on this machine is itself what it is known by. */
function idIn(url: string): string {
  return /\/d\/([\w-]+)/u.exec(url)?.[1] ?? url;
}

/** Deleted for good, or of another account: Drive tells the two alike (https://developers.google.com/workspace/drive/api/guides/handle-errors). */
function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'message' in error && /not found/iu.test(String(error.message));
}

/** Google's bytes count from −128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
