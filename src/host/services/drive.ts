import type { Drive } from '../../google/surface/services.ts';
import type { DriveState, Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { demandConsent } from './permission.ts';

/** An advanced service names its refusals after the API's answer. */
class ApiError extends GoogleError {
  override readonly name = 'GoogleJsonResponseException';
}

/** In the words of the API (https://developers.google.com/workspace/drive/api/guides/handle-errors), but for the number of the project. */
const REFUSALS: Readonly<Record<DriveState, string | null>> = {
  works: null,
  off: 'Google Drive API has not been used in project 1 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/drive.googleapis.com/overview?project=1 then retry.',
  full: "The user's Drive storage quota has been exceeded.",
  busy: 'User Rate Limit Exceeded. Rate of requests for user exceed configured project quota.',
};

/** What `Minh chứng` names lies in a folder of its own beside the workbook. */
const EVIDENCE = 'minh-chung/';
const isEvidence = (name: string): boolean => name.startsWith(EVIDENCE);

/** Advanced Drive v3: `Files.create` makes a file in the output folder, under a name that is still free; `Files.remove` deletes one. */
export function drive(environment: Environment): Drive {
  const called = (method: string): void => {
    environment.calls.count('drive');
    demandConsent(environment, { call: `drive.files.${method}`, scopes: ['drive.file', 'drive'] });
    const refusal = REFUSALS[environment.drive ?? 'works'];
    if (refusal !== null) throw new ApiError(`API call to drive.files.${method} failed with error: ${refusal}`);
  };
  return service({
    Files: service({
      create: (resource, media) => {
        called('create');
        if (resource.mimeType.startsWith('application/vnd.google-apps.')) {
          throw new ApiError('API call to drive.files.create failed with error: Bad Request');
        }
        const bytes = Uint8Array.from(media.getBytes());
        const kept = isEvidence(resource.name)
          ? environment.keepEvidence(resource.name.slice(EVIDENCE.length), bytes)
          : environment.keepFile(resource.name, bytes);
        return { id: kept.name, webViewLink: kept.url, mimeType: resource.mimeType };
      },
      // What was deleted from the folder lies in the machine's own bin, as one deleted in Drive does.
      get: (id) => {
        environment.calls.count('drive');
        demandConsent(environment, { call: 'drive.files.get', scopes: ['drive.file', 'drive'] });
        return { trashed: !(isEvidence(id) ? environment.hasEvidence(id) : environment.hasFile(id)) };
      },
      remove: (id) => {
        called('delete');
        if (!environment.dropFile(id))
          throw new ApiError(`API call to drive.files.delete failed with error: File not found: ${id}.`);
      },
    }),
  });
}
