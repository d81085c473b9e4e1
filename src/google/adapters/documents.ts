import { DOCX, type DocumentsPort, NOT_WRITTEN } from '../../app/base/ports.ts';
import type { Drive, Utilities } from '../surface/services.ts';
import { logFailure } from './failure.ts';
import { sayNotKept } from './say-failure.ts';

const GOOGLE_DOC = 'application/vnd.google-apps.document';

/**
 * Files in the clicker's own Drive, one call each; the scope `drive.file` sees nothing that this script did not make. `drive` is a question,
 * because asking for the service fails where the office has not switched it on (https://github.com/google/clasp/issues/1151): that, and any
 * other refusal of Drive, is told in the answer, and the bytes go to whoever asked.
 */
export function googleDocuments(drive: () => Pick<Drive, 'Files'>, utilities: Utilities): DocumentsPort {
  return {
    create: ({ name, bytes, mimeType }) => {
      try {
        const media = utilities.newBlob(signed(bytes), mimeType, name);
        const { id = '', webViewLink } = drive().Files.create({ name, mimeType }, media, { fields: 'id,webViewLink' });
        return { id, name, url: webViewLink ?? `https://drive.google.com/file/d/${id}/view`, notKept: null };
      } catch (error) {
        if (isOfDisk(error)) throw error;
        logFailure('documents', error);
        return { id: '', name, url: '', notKept: sayNotKept(error) };
      }
    },
    fate: (url) => {
      try {
        return drive().Files.get(idIn(url), { fields: 'trashed' }).trashed === true ? 'gone' : 'there';
      } catch (error) {
        if (isNotFound(error)) return 'not-seen';
        // A Drive that gives no answer tells nothing of the file: its link stays, and its bytes are handed over all the same.
        logFailure('documents', error);
        return 'there';
      }
    },
    createAsPdf: ({ name, bytes }) => {
      const media = utilities.newBlob(signed(bytes), DOCX, name);
      const { id = '' } = drive().Files.create({ name, mimeType: GOOGLE_DOC }, media, { fields: 'id' });
      return { id, name, url: `https://docs.google.com/document/d/${id}/export?format=pdf` };
    },
  };
}

/** A disk that refuses, on a host of one's own, ends the work: nobody downloads a file that the folder beside could not take. */
function isOfDisk(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === NOT_WRITTEN;
}

/** A link to a file of Drive has the id between `/d/` and the next stroke; that of a file on this machine is itself what it is known by. */
function idIn(url: string): string {
  return (url.startsWith('http') ? /\/d\/([\w-]+)/u.exec(url)?.[1] : undefined) ?? url;
}

/** Deleted for good, or of another account: Drive tells the two alike (https://developers.google.com/workspace/drive/api/guides/handle-errors). */
function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'message' in error && /not found/iu.test(String(error.message));
}

/** Google's bytes count from −128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}
