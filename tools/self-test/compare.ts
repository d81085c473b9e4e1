import type { SelfTestResult } from '../../src/google/self-test/run.ts';
import type { Observed } from '../../src/google/self-test/scratch.ts';
import type { Claim } from './claim.ts';
import { CLAIMS } from './claims.ts';

/** Which side is judged: the host may fall short of Google where a claim says so. */
export type Side = 'host' | 'google';

/** One question whose answer is not as claimed. */
export type Difference = Pick<Claim, 'area' | 'question' | 'expected' | 'hostPlace' | 'fact'> & {
  readonly id: string;
  readonly kind: 'other' | 'threw' | 'slower' | 'not asked' | 'unknown';
  readonly observed: Observed;
};

const SLACK = 2;

/** Every answer that is not as the table claims; an answer that is missing or that nobody asked for is one too. */
export function differences(
  observed: Readonly<Record<string, Observed>>,
  side: Side,
  person: SelfTestResult['person'] = 'owner',
): Difference[] {
  const asked = Object.entries<Claim>(CLAIMS).flatMap(([id, claim]) => {
    const expected = expectedOf(claim, side, person);
    const found = observed[id] ?? null;
    const kind = Object.hasOwn(observed, id)
      ? kindOf({ ...claim, expected }, found)
      : side === 'host' && claim.onHost === null
        ? null
        : 'not asked';
    return kind === null ? [] : [{ ...claim, expected, id, kind, observed: found }];
  });
  const strange = Object.keys(observed).filter((id) => !Object.hasOwn(CLAIMS, id));
  return [...asked, ...strange.map((id) => unknown(id, observed[id] ?? null))];
}

function expectedOf({ expected, onHost, asEditor }: Claim, side: Side, person: SelfTestResult['person']): Observed {
  if (person === 'editor' && asEditor !== undefined) return asEditor;
  return side === 'host' && onHost !== undefined ? onHost : expected;
}

function unknown(id: string, observed: Observed): Difference {
  const hostPlace = 'tools/self-test/claims.ts';
  return { id, kind: 'unknown', area: 'unknown', question: '?', expected: null, observed, fact: null, hostPlace };
}

function kindOf({ expected, timed }: Claim, found: Observed): Difference['kind'] | null {
  if (JSON.stringify(found) === JSON.stringify(expected)) return null;
  if (String(found).startsWith('threw ')) return 'threw';
  if (!timed || typeof found !== 'number') return 'other';
  return found > Number(expected) * SLACK ? 'slower' : null;
}

/** What was found, as a short table and then one paragraph for each difference. */
export function sayDifferences(observed: Readonly<Record<string, Observed>>, found: readonly Difference[]): string[] {
  const asked = Object.entries<Claim>(CLAIMS);
  const areas = [...new Set([...asked.map(([, { area }]) => area), ...found.map(({ area }) => area)])];
  const line = (area: string): string => {
    const different = found.filter((one) => one.area === area).length;
    const probes = asked.filter(([id, claim]) => claim.area === area && Object.hasOwn(observed, id)).length;
    return row([
      area,
      probes,
      Math.max(0, probes - found.filter((one) => one.area === area && one.kind !== 'not asked').length),
      different,
    ]);
  };
  return [row(['area', 'probes', 'as expected', 'different']), ...areas.map(line), ...found.flatMap(sayOne)];
}

const row = ([area = '', ...counts]: readonly (string | number)[]): string =>
  `${String(area).padEnd(28)}${counts.map((count) => String(count).padStart(12)).join('')}`;

function sayOne({ id, kind, question, expected, observed, hostPlace, fact }: Difference): string[] {
  const place = kind === 'not asked' ? 'nothing is known' : `the host changes in ${hostPlace}`;
  const falls = kind === 'not asked' ? 'stays open' : 'falls';
  return [
    '',
    `${id} (${kind}): ${question}`,
    `  expected ${JSON.stringify(expected)}`,
    `  observed ${kind === 'not asked' ? 'nothing' : JSON.stringify(observed)}`,
    `  ${place}${fact === null ? '' : `; the fact ${fact} ${falls}`}`,
  ];
}
