import {
  SERVICE_FAILURE_SENTENCES,
  SERVICE_FAILURE_SIGNS,
  type ServiceFailure,
  sayDownloadInstead,
  sayLacking,
} from '../../words/host/failures.ts';
import { messageOf } from './failure.ts';

/** Google says what went wrong only in its message, in the language of the account (docs/platform.md#quotas-and-limits). */
const TELLING: readonly (readonly [RegExp, ServiceFailure])[] = [
  [/protected cell|protected range/iu, 'protected'],
  // Before the permission: that a service is off is told as one that is denied.
  [
    /has not been used in project|it is disabled|accessNotConfigured|service Drive is not enabled|Drive is not defined/iu,
    'drive-off',
  ],
  [/storage quota|storageQuotaExceeded|out of storage|limit of \d+ cells/iu, 'full'],
  [/in a short time|per second|rate ?limit|too many (scripts|requests|concurrent)|too many simultaneous/iu, 'rate'],
  [/limit exceeded|too large/iu, 'too-large'],
  [/permission|authorization|not authorized|authentication scopes/iu, 'permission'],
  [/too many times|quota|too much computer time/iu, 'quota'],
  [/lock timeout|timed out|service (spreadsheets )?(unavailable|failed)|server error/iu, 'busy'],
  [/reading 'get(Sheets|Spreadsheet\w+)'/u, 'no-document'],
];

/** The failure as a sentence that the person can act on; never the machine's own text. */
export function sayFailure(error: unknown): string {
  const kind = kindOf(error);
  return kind === 'permission' ? sayLacking(lackingIn(messageOf(error))) : SERVICE_FAILURE_SENTENCES[kind];
}

/** Why a file could not be kept in Drive, and that it can be downloaded all the same. */
export function sayNotKept(error: unknown): string {
  const kind = kindOf(error);
  return sayDownloadInstead(kind === 'unknown' ? null : sayFailure(error));
}

/** Whether a person, or the manifest, withheld a permission that the call needs. */
export function isLacking(error: unknown): boolean {
  return kindOf(error) === 'permission';
}

function kindOf(error: unknown): ServiceFailure {
  const message = messageOf(error);
  return [...TELLING, ...SERVICE_FAILURE_SIGNS].find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown';
}

/**
 * The first permission that Google's refusal asks for (docs/platform.md#scopes); of Drive it is assumed to say, as its API
 * does, only that scopes are insufficient.
 */
function lackingIn(message: string): string | null {
  return /\/auth\/([a-z._]+)/u.exec(message)?.[1] ?? (/\bdrive\.files\b/u.test(message) ? 'drive.file' : null);
}
