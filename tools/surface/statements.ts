import type { Statement } from './statement.ts';
import { RANGE } from './statements-range.ts';
import { MEMORY, OUTSIDE, SCREEN, WORKBOOK } from './statements-services.ts';
import { CHARTS, PROTECTION, RULES, SHEET } from './statements-sheet.ts';

/** What the host is held to for every method of the surface, in the order of the page that lists them. */
export const STATEMENTS: readonly Statement[] = [
  ...WORKBOOK,
  ...SHEET,
  ...RANGE,
  ...PROTECTION,
  ...RULES,
  ...CHARTS,
  ...SCREEN,
  ...OUTSIDE,
  ...MEMORY,
];

/** Names that tell the words of an error, or an enumeration of Google, and no method. */
const NO_METHODS = ['ProtectionType', 'ButtonSet', 'Button'];
/** Types that only a script is given, or that are an enumeration. */
const NO_TYPES = ['Google', 'EditEvent', 'AuthMode', 'ProtectionType', 'Button', 'ButtonSet'];

/** Methods of the surface that no statement is about. */
export function unstated(members: ReadonlyMap<string, readonly string[]>): string[] {
  const stated = new Set(STATEMENTS.map(({ method }) => method));
  const all = [...members].flatMap(([type, names]) =>
    NO_TYPES.includes(type) ? [] : names.map((name) => [type, name] as const),
  );
  return all.flatMap(([type, name]) => (NO_METHODS.includes(name) || stated.has(`${type}.${name}`) ? [] : [`${type}.${name}`]));
}
