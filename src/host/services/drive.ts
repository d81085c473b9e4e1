import type { Drive } from '../../google/surface/services.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { demandConsent } from './permission.ts';

/** Advanced Drive v3: `Files.create` makes a file in the output folder, under a name that is still free; `Files.remove` deletes one. */
export function drive(world: Environment): Drive {
  return service({
    Files: service({
      create: (resource, media) => {
        world.calls.count('drive');
        demandConsent(world, { call: 'drive.files.create', scopes: ['drive.file', 'drive'] });
        if (resource.mimeType.startsWith('application/vnd.google-apps.')) {
          throw new GoogleError('API call to drive.files.create failed with error: Bad Request');
        }
        const kept = world.keepFile(resource.name, Uint8Array.from(media.getBytes()));
        return { id: kept.name, webViewLink: kept.url, mimeType: resource.mimeType };
      },
      // What was deleted from the folder lies in the machine's own bin, as one deleted in Drive does.
      get: (id) => {
        world.calls.count('drive');
        demandConsent(world, { call: 'drive.files.get', scopes: ['drive.file', 'drive'] });
        return { trashed: !world.hasFile(id) };
      },
      remove: (id) => {
        world.calls.count('drive');
        demandConsent(world, { call: 'drive.files.delete', scopes: ['drive.file', 'drive'] });
        if (!world.dropFile(id))
          throw new GoogleError(`API call to drive.files.delete failed with error: File not found: ${id}.`);
      },
    }),
  });
}
