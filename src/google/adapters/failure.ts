import { type ServiceFailure, sayLacking, WORLD_FAILURE_SENTENCES, WORLD_FAILURE_SIGNS } from '../../words/pages/menu.ts';

/** Google says what went wrong only in its message, in the language of the account (docs/platform.md#quotas-and-limits). */
const TELLING: readonly (readonly [RegExp, ServiceFailure])[] = [
  [/protected cell|protected range/iu, 'protected'],
  [/permission|authorization|not authorized|authentication scopes/iu, 'permission'],
  [/too many times|quota|too much computer time|limit exceeded/iu, 'quota'],
  [/lock timeout|too many scripts|timed out|service (spreadsheets )?(unavailable|failed)|server error/iu, 'busy'],
  [/reading 'get(Sheets|Spreadsheet\w+)'/u, 'no-document'],
];

/** The failure as a sentence that the person can act on; never the machine's own text. */
export function sayFailure(error: unknown): string {
  const kind = kindOf(error);
  return kind === 'permission' ? sayLacking(lackingIn(messageOf(error))) : WORLD_FAILURE_SENTENCES[kind];
}

/** Whether a person, or the manifest, withheld a permission that the call needs. */
export function isLacking(error: unknown): boolean {
  return kindOf(error) === 'permission';
}

function kindOf(error: unknown): ServiceFailure {
  const message = messageOf(error);
  return [...TELLING, ...WORLD_FAILURE_SIGNS].find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown';
}

/**
 * The first permission that Google's refusal asks for (docs/platform.md#scopes); of Drive it is assumed to say, as its API
 * does, only that scopes are insufficient.
 */
function lackingIn(message: string): string | null {
  return /\/auth\/([a-z._]+)/u.exec(message)?.[1] ?? (/\bdrive\.files\b/u.test(message) ? 'drive.file' : null);
}

/** What would begin another line of the log, in which somebody else could say something. */
const BREAKS = /[\p{Cc}\u2028\u2029]+\s*/gu;

/** Writes the failure to the execution log for whoever maintains the script, on one line; addresses are blotted out. */
export function logFailure(where: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const text = stack.includes(messageOf(error)) ? stack : `${messageOf(error)}\n${stack}`;
  // biome-ignore lint/suspicious/noConsole: the execution log is the only place a maintainer can look
  console.error(`${where}: ${text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '…@…').replace(BREAKS, ' ↵ ')}`);
}

/** Errors of another realm are no `Error` here. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
