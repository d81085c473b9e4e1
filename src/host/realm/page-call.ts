import { isService } from '../core/membrane.ts';

/** Functions that a page may call: declared at the top of the script, and not private by a trailing `_` (docs/platform.md#calls-from-a-page). */
export function isCallable(source: string, name: string): boolean {
  if (found.source !== source) found = { source, names: declaredIn(source) };
  return /^[A-Za-z$][\w$]*$/u.test(name) && !name.endsWith('_') && found.names.has(name);
}

/** A script is long, and is searched once. */
let found: { readonly source: string; readonly names: ReadonlySet<string> } = { source: '', names: new Set() };

const DECLARED = /^(?:(?:async )?function\*? ([\w$]+)|(?:var|let|const) ([\w$]+) = (?:async )?(?:function|\())/gmu;

function declaredIn(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(DECLARED)].map(([, called, held]) => called ?? held ?? ''));
}

/** A page's arguments as the script gets them. Throws, as in the browser, at what cannot be sent. */
export function intoScript(args: readonly unknown[]): unknown[] {
  for (const [index, arg] of args.entries()) demandLegal(String(index), arg);
  return copyOf(args);
}

/** What the page's success handler gets: nothing at all when a Date or a Google object is anywhere in it (docs/platform.md#calls-from-a-page). */
export function outOfScript(value: unknown): unknown {
  return contains(value, (held) => held instanceof Date || isService(held)) ? null : copyOf([value])[0];
}

function demandLegal(name: string, value: unknown, within: readonly unknown[] = []): void {
  const isPlain = value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  if (isPlain) return;
  const isRecord = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!isRecord || typeof value !== 'object' || value instanceof Number || within.includes(value))
    throw new Error(`Failed due to illegal value in property: ${name}`);
  for (const [key, held] of Object.entries(value)) demandLegal(key, held, [...within, value]);
}

function contains(value: unknown, is: (held: object) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return is(value) || Object.values(value).some((held) => contains(held, is));
}

/** By copy: an absent item of a list arrives as `null`, a function as its text. */
function copyOf(values: readonly unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(values, (_, held) => (typeof held === 'function' ? String(held) : held)));
}
