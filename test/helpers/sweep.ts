/**
 * Long lists of cases: `npm run test:sweeps` goes through all of them, `npm test` through a sample that takes seconds. A test
 * file that uses this is in both (`vitest.config.ts` finds it by its import).
 */
export const IS_SWEEP = process.env['CCHC_SWEEP'] === '1';

/** All cases in a sweep; else so many of them, spread evenly, the first among them. */
export function sampled<Case>(cases: readonly Case[], quick: number): readonly Case[] {
  if (IS_SWEEP || cases.length <= quick) return cases;
  return Array.from({ length: quick }, (_, at) => cases[Math.floor((at * cases.length) / quick)]).filter(
    (one): one is Case => one !== undefined,
  );
}

/** How often something random is tried: in a sweep, and else. */
export function times(inSweep: number, quick: number): number {
  return IS_SWEEP ? inSweep : quick;
}
