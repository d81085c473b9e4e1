/** What a service call is about. `about` (names, sizes, locale, zone) and handles are cheap and not part of the total. */
const CALL_KINDS = [
  'about',
  'values-read',
  'values-written',
  'formats-read',
  'formats-written',
  'rules',
  'protections',
  'tabs',
  'charts',
  'flush',
  'screen',
  'cache',
  'properties',
  'lock',
  'mail',
  'drive',
  'triggers',
  'user',
] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/**
 * What one call takes on Google, in milliseconds (docs/platform.md#what-calls-cost). Nobody has
 * published `rules`, `protections`, `tabs`, `charts`, `screen`, `triggers` and `user`: those are guesses.
 */
const COSTS: Readonly<Record<CallKind, number>> = {
  about: 150,
  'values-read': 300,
  'values-written': 15,
  'formats-read': 300,
  'formats-written': 15,
  rules: 15,
  protections: 150,
  tabs: 300,
  charts: 300,
  flush: 600,
  screen: 50,
  cache: 90,
  properties: 60,
  lock: 10,
  mail: 500,
  drive: 5000,
  triggers: 300,
  user: 10,
};
const PER_CELL: Partial<Readonly<Record<CallKind, number>>> = { 'values-read': 0.0085, 'values-written': 0.01 };

/** Before the first line of the script runs. */
export const START_COST = 1000;

/** What a call on so many cells takes, in milliseconds. */
export function costOf(kind: CallKind, cells: number): number {
  return COSTS[kind] + (PER_CELL[kind] ?? 0) * cells;
}

export type CallCounter = {
  /** Told before the call does anything; `cells`: how many it reads or writes. */
  count(kind: CallKind, cells?: number): void;
  of(kind: CallKind): number;
  /** All calls but `about`. */
  total(): number;
  reset(): void;
};

/** Counts service calls per kind; `heard` is told of each. */
export function callCounter(heard: (kind: CallKind) => void): CallCounter {
  const counts = new Map<CallKind, number>();
  const of = (kind: CallKind): number => counts.get(kind) ?? 0;
  return {
    of,
    count: (kind) => {
      counts.set(kind, of(kind) + 1);
      heard(kind);
    },
    total: () => CALL_KINDS.reduce((sum, kind) => (kind === 'about' ? sum : sum + of(kind)), 0),
    reset: () => counts.clear(),
  };
}
