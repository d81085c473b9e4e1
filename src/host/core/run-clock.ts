import { GoogleError } from './google-error.ts';

/** What the service calls of one execution took on the modelled clock; computing itself takes no time there. */
export type RunClock = {
  elapsed(): number;
  /** Throws once the limit is passed, and at every service call from then on: such an execution does nothing more. */
  spend(milliseconds: number): void;
  killed(): boolean;
};

/** A clock at zero that ends the execution after `limit` milliseconds; with `null` it stands still, as an office's own PC has its own time. */
export function runClock(limit: number | null): RunClock {
  let elapsed = 0;
  const killed = (): boolean => limit !== null && elapsed > limit;
  return {
    elapsed: () => elapsed,
    spend: (milliseconds) => {
      if (limit !== null && !killed()) elapsed += milliseconds;
      if (killed()) throw new GoogleError('Exceeded maximum execution time');
    },
    killed,
  };
}
