import type { Environment } from '../../src/host/core/environment.ts';
import { hostEnvironment } from '../contract/environment.ts';

type Answers = NonNullable<Environment['screen']>['answers'];

/**
 * Puts Google's globals in place over the embedded host's services, with a person at the screen who answers so; with
 * `broken`, opening the spreadsheet fails in these words.
 */
export function asGlobals({
  answers = [],
  broken,
  ...parts
}: Partial<Environment> & { answers?: Answers; broken?: string } = {}) {
  const screen = { answers, shown: [] as NonNullable<Environment['screen']>['shown'] };
  const host = hostEnvironment({ screen, ...parts });
  const getActiveSpreadsheet = (): never => {
    throw new Error(broken);
  };
  const SpreadsheetApp = { ...host.google.SpreadsheetApp, ...(broken === undefined ? {} : { getActiveSpreadsheet }) };
  Object.assign(globalThis, host.google, { SpreadsheetApp, console: globalThis.console, BUILD_VERSION: 'test' });
  return { ...host, shown: screen.shown };
}
