/**
 * How an execution begins (docs/platform.md#authorisation-modes): the two simple triggers `open` and `edit`, a menu item, a page's call, and
 * the clock trigger that runs in its creator's name with nobody at a screen.
 */
export type Entry = 'open' | 'edit' | 'menu' | 'page' | 'clock';

/** Google's LIMITED: without anybody's consent, so the bound file and nothing that belongs to a person. */
export function isSimple(entry: Entry): boolean {
  return entry === 'open' || entry === 'edit';
}

/** How a function is entered when its name alone says it. */
export function entryOf(name: string): Entry {
  if (name === 'onOpen') return 'open';
  return name === 'onEdit' ? 'edit' : 'menu';
}

const SECOND = 1000;

/** After so many milliseconds Google ends the execution (docs/platform.md#quotas-and-limits). */
export function timeLimit(entry: Entry): number {
  return isSimple(entry) ? 30 * SECOND : 360 * SECOND;
}
