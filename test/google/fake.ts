import type { Google } from '../../src/google/surface/google.ts';
import type { World } from '../../src/local/world.ts';
import { hostWorld } from '../contract/world.ts';

type Answers = NonNullable<World['screen']>['answers'];

/** Puts Google's globals in place over the embedded host's services, with a person at the screen who answers so. */
export function asGlobals({ answers = [], ...parts }: Partial<World> & { answers?: Answers } = {}, over: Partial<Google> = {}) {
  const screen = { answers, shown: [] as NonNullable<World['screen']>['shown'] };
  const host = hostWorld({ screen, ...parts });
  Object.assign(globalThis, host.google, { console: globalThis.console }, over, { BUILD_VERSION: 'test' });
  return { ...host, shown: screen.shown };
}
