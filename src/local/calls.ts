/** What a service call is about. `about` (names, sizes, locale, zone) and handles are cheap and not part of the total (design §9). */
const CALL_KINDS = [
  'about',
  'values-read',
  'values-written',
  'formats-read',
  'formats-written',
  'rules',
  'protections',
  'tabs',
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

export type CallCounter = {
  count(kind: CallKind): void;
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
