import * as z from 'zod/mini';
import type { Ports } from '../base/ports.ts';
import type { Calls } from '../calls.ts';
import { adopt } from './adopt.ts';
import { setUp } from './set-up.ts';
import { upgrade } from './upgrade.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const token = z.string().check(z.maxLength(200));

/** Checked by hand: zod's optional keys are a kilobyte of it that nothing else here needs. */
function isSetUp(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const { template, adopt: agrees, unit, years, ...others } = Object.fromEntries(Object.entries(given));
  const isAnswer = agrees === undefined || typeof agrees === 'boolean';
  const isWish = (unit === undefined || token.safeParse(unit).success) && (years === undefined || areYears(years));
  return name.safeParse(template).success && isAnswer && isWish && Object.keys(others).length === 0;
}

function areYears(given: unknown): boolean {
  return Array.isArray(given) && given.every(Number.isInteger);
}

/** The requests that make our tabs, or find them among the office's own. */
export const LAYOUT_REQUESTS = [
  z.strictObject({ call: z.literal('set-up'), with: z.custom<Calls['set-up']['request']>(isSetUp) }),
  z.strictObject({ call: z.literal('upgrade'), with: z.strictObject({}) }),
  z.strictObject({ call: z.literal('adopt'), with: z.strictObject({ agreed: token }) }),
] as const;
type LayoutAsked = z.infer<(typeof LAYOUT_REQUESTS)[number]>;

/** What each of them does. */
export function runLayout(ports: Ports, asked: LayoutAsked): Calls['set-up' | 'adopt' | 'upgrade']['reply'] {
  if (asked.call === 'upgrade') return upgrade(ports);
  return asked.call === 'set-up' ? setUp(ports, asked.with) : adopt(ports, asked.with);
}
