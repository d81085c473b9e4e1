import { createContext, type Script } from 'node:vm';
import { SCRIPT_ZONE } from '../../xlsx/time-zone.ts';
import { type InnerTools, membrane } from '../core/membrane.ts';
import { PRELUDE } from './prelude.ts';

/**
 * The embedded Apps Script host: ours, because the offline stand-ins for Apps Script are thin and wrong and the faithful one
 * is a client to Google. It stays narrow on purpose: ECMAScript's own built-ins, the services of `google/surface`, `console`,
 * and nothing else. What the bundle does not call does not exist, and fails as it would on Google: «x.foo is not a function».
 */
export type Realm = {
  /** Calls a global function of the script. Throws `ScriptError` when it throws, or when there is none of that name. */
  call(name: string, args: readonly unknown[]): unknown;
  /** The names of the realm's globals, for the test that keeps it bare. */
  globals(): string[];
};

/** An uncaught error of the script, as the execution log would show it. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly trace: string;
  constructor(message: string, trace: string) {
    super(message);
    this.trace = trace;
  }
}

export type RealmParts = {
  readonly script: Script;
  /** Global name → service, as `services/google.ts` makes them. */
  readonly services: Readonly<Record<string, object>>;
  /** Milliseconds since 1970 of the modelled clock. */
  readonly now: () => number;
  /** How the person's account words a service's refusal; default: as it is, in English. */
  readonly say?: (message: string) => string;
};

const VIETNAM_OFFSET_MINUTES = -420;

/** A fresh realm in which the whole script has just run from the top, as Google does for every execution. */
export function openRealm({ script, services, now, say = (message) => message }: RealmParts): Realm {
  if (new Date(2024, 0, 1).getTimezoneOffset() !== VIETNAM_OFFSET_MINUTES) {
    throw new Error(`Bug: this process must run with TZ=${SCRIPT_ZONE}`);
  }
  const context = createContext({});
  const tools = PRELUDE.runInContext(context)(now) as InnerTools;
  const { inward, outward } = membrane(tools, say);
  for (const [name, service] of Object.entries(services)) tools.define(name, inward(service));
  return {
    globals: () => Array.from(tools.globals()),
    call(name, args) {
      const done = tools.attempt(() => script.runInContext(context), name, args.map(inward));
      if (done.failure !== null) throw new ScriptError(String(done.failure.message), String(done.failure.stack));
      return outward(done.value);
    },
  };
}
