import type { Observed } from '../../src/google/self-test/scratch.ts';

/** What the host claims that a probe sees on Google. */
export type Claim = {
  readonly area: string;
  readonly question: string;
  readonly expected: Observed;
  /** What the host itself gives, where it is known to fall short of Google. */
  readonly onHost?: Observed;
  /** What somebody sees who does not own the file; default: the same. */
  readonly asEditor?: Observed;
  /** The milliseconds expected are exceeded only when twice as many pass. */
  readonly timed: boolean;
  /** The id of the fact in `test/facts/facts.ts` that this backs; by default the probe's own. */
  readonly fact: string | null;
  /** Where the host changes when Google answers otherwise. */
  readonly hostPlace: string;
};

type ClaimRow = readonly [
  question: string,
  expected: Observed,
  more?: Partial<Pick<Claim, 'onHost' | 'asEditor' | 'fact' | 'hostPlace'>>,
];
type Table = Readonly<Record<string, ClaimRow>>;
type About = Pick<Claim, 'area' | 'hostPlace'> & { readonly timed?: boolean };

/** Makes the claims of one area from its table. */
export function claimsOf<T extends Table>({ area, hostPlace, timed = false }: About, table: T): Readonly<Record<keyof T, Claim>> {
  const made = Object.entries<ClaimRow>(table).map(([id, [question, expected, more]]) => [
    id,
    { area, hostPlace, timed, question, expected, fact: timed ? 'call-cost' : id, ...more } satisfies Claim,
  ]);
  return Object.fromEntries(made) as Record<keyof T, Claim>;
}

/** A question of which nothing of ours was told as a fact yet. */
export const OWN = { fact: null } as const;
