/** What would begin another line of the log, in which somebody else could say something. */
const BREAKS = /[\p{Cc}\u2028\u2029]+\s*/gu;

/** Writes the failure to the execution log for whoever maintains the script, on one line; addresses are blotted out. */
export function logFailure(where: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const text = stack.includes(messageOf(error)) ? stack : `${messageOf(error)}\n${stack}`;
  // biome-ignore lint/suspicious/noConsole: the execution log is the only place a maintainer can look
  console.error(`${where}: ${text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '…@…').replace(BREAKS, ' ↵ ')}`);
}

/** What a failure says; errors of another realm are no `Error` here. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
