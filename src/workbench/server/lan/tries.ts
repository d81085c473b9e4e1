/** So many wrong codes of one address within so long, and it must wait: a code has more letters than can be tried. */
const MOST_WRONG = 10;
const WAIT = 10 * 60_000;
const MOST_ADDRESSES = 10_000;

/** Counts wrong codes by the address they come from. */
export type Tries = { mayTry(address: string): boolean; wrong(address: string): void };

export function newTries(now: () => number): Tries {
  const counts = new Map<string, { count: number; readonly since: number }>();
  const known = (address: string) => {
    const found = counts.get(address);
    if (found !== undefined && now() - found.since > WAIT) counts.delete(address);
    return counts.get(address);
  };
  return {
    mayTry: (address) => (known(address)?.count ?? 0) < MOST_WRONG,
    wrong: (address) => {
      const found = known(address);
      if (found !== undefined) found.count += 1;
      else {
        if (counts.size >= MOST_ADDRESSES) counts.clear();
        counts.set(address, { count: 1, since: now() });
      }
    },
  };
}
