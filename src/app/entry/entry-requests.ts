import * as z from 'zod/mini';
import type { Ports } from '../base/ports.ts';
import type { Calls } from '../calls.ts';
import type { EnterRequest } from '../replies/enter.ts';
import { enter } from './enter.ts';
import { myRows } from './my-rows.ts';

/** What a form may carry; anything longer is refused before it is read. */
const MOST_TYPED = 20_000;
const MOST_TEXTS = 100;
const name = z.string().check(z.minLength(1), z.maxLength(200));
const role = z.string().check(z.maxLength(200));

/** Checked by hand, because zod's records and optional keys are kilobytes of it that nothing else here needs. */
function isEntry(given: unknown): boolean {
  if (!isRecord(given)) return false;
  const { tab, id, period, values, before = {}, ...others } = given;
  const isNamed = [tab, id, period].every((each) => name.safeParse(each).success);
  return isNamed && areTexts(values) && areTexts(before) && Object.keys(others).length === 0;
}

function areTexts(given: unknown): boolean {
  if (!isRecord(given)) return false;
  const texts = Object.entries(given);
  return texts.length <= MOST_TEXTS && texts.every(([header, text]) => name.safeParse(header).success && isTyped(text));
}

function isTyped(text: unknown): boolean {
  return typeof text === 'string' && text.length <= MOST_TYPED;
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** The requests of the form `Nhập kết quả của tôi`. */
export const ENTRY_REQUESTS = [
  z.strictObject({ call: z.literal('my-rows'), with: z.strictObject({ role }) }),
  z.strictObject({ call: z.literal('enter'), with: z.custom<EnterRequest>(isEntry) }),
] as const;
type EntryAsked = z.infer<(typeof ENTRY_REQUESTS)[number]>;

/** What each of them does. */
export function runEntry(ports: Ports, asked: EntryAsked): Calls['my-rows' | 'enter']['reply'] {
  return asked.call === 'my-rows' ? myRows(ports, asked.with) : enter(ports, asked.with);
}
