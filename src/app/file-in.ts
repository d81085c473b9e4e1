import { fromBase64 } from '../paper/zip/base64.ts';
import { REFUSALS } from '../words/app.ts';
import { RECONCILE_REFUSALS } from '../words/reconcile.ts';
import type { BringBackRequest, Calls } from './calls.ts';
import { refuse } from './refusal.ts';

/** 6 MB, what a report with a few pictures weighs, and as base64 in a request. */
const BYTES = 6_000_000;
const LONGEST = 8_100_000;
const LONG_CALLS = /^\{"call":"(?:reconcile|bring-back|store-template)"/u;
const MOST_NAMED = 200;

/** Whether a request is of a call that carries a file or the text of a cell, and no longer than those may be. */
export function mayBeLong(request: string): boolean {
  return request.length <= LONGEST && LONG_CALLS.test(request);
}

type Shape<Of> = { readonly [Key in keyof Of]: (value: unknown) => boolean };

/** An object with exactly these keys, each as it should be. Checked by hand: zod's enums would be evaluated by every edit. */
function isShaped<Of>(given: unknown, shape: Shape<Of>): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const checks = Object.entries<(value: unknown) => boolean>(shape);
  const held = new Map<string, unknown>(Object.entries(given));
  return held.size === checks.length && checks.every(([key, holds]) => held.has(key) && holds(held.get(key)));
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= MOST_NAMED;

export function isReconcile(given: unknown): boolean {
  return isShaped<Calls['reconcile']['request']>(given, {
    file: isText,
    period: isName,
    keep: (value) => typeof value === 'boolean',
  });
}

export function isBringBack(given: unknown): boolean {
  const isPlace = (value: unknown): boolean =>
    isShaped<BringBackRequest['at']>(value, { of: isName, id: isName, period: isName, field: isName });
  return isShaped<BringBackRequest>(given, { at: isPlace, before: isText, after: isText });
}

/** The bytes of a file that came through a page whole, as base64; refuses what is none or too much before anything reads it. */
export function fileIn(base64: string): Uint8Array {
  if (base64.length > LONGEST) refuse(RECONCILE_REFUSALS.fileTooLong);
  const bytes = fromBase64(base64) ?? refuse(REFUSALS.badRequest);
  return bytes.length > BYTES ? refuse(RECONCILE_REFUSALS.fileTooLong) : bytes;
}
