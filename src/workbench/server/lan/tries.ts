/** So many wrong codes of one address within so long, and it must wait: a code has more letters than can be tried. */
const MOST_WRONG = 10;
const WAIT = 10 * 60_000;
const MOST_ADDRESSES = 10_000;

/** Counts wrong codes by the address they come from. */
export type Tries = { mayTry(address: string): boolean; wrong(address: string): void };

export function newTries(now: () => number): Tries {
  const counts = countsWithin(now, WAIT);
  return {
    mayTry: (address) => counts.of(address) < MOST_WRONG,
    wrong: (address) => counts.add(address),
  };
}

/** So many requests of one person within a minute: more than hands can make, fewer than keep the workbook from the others. */
const MOST_ASKED = 240;
const MINUTE = 60_000;

/** Counts what each asks; false for one too many. */
export type Asking = { mayAsk(who: string): boolean };

export function newAsking(now: () => number): Asking {
  const counts = countsWithin(now, MINUTE);
  return {
    mayAsk: (who) => {
      counts.add(who);
      return counts.of(who) <= MOST_ASKED;
    },
  };
}

function countsWithin(now: () => number, time: number) {
  const counts = new Map<string, { count: number; readonly since: number }>();
  const known = (who: string) => {
    const found = counts.get(who);
    if (found !== undefined && now() - found.since > time) counts.delete(who);
    return counts.get(who);
  };
  return {
    of: (who: string): number => known(who)?.count ?? 0,
    add: (who: string): void => {
      const found = known(who);
      if (found !== undefined) found.count += 1;
      else {
        if (counts.size >= MOST_ADDRESSES) counts.clear();
        counts.set(who, { count: 1, since: now() });
      }
    },
  };
}
