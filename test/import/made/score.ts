import { folded } from '../../../src/domain/import/fold-text.ts';
import type { ImportedRow } from '../../../src/domain/import/row.ts';

/** One value of a row that is known beforehand; `null`: the document does not say. */
export type Known = { readonly due: string | null } & Pick<
  ImportedRow,
  | 'kind'
  | 'field'
  | 'text'
  | 'op'
  | 'target_from'
  | 'target_to'
  | 'unit'
  | 'years'
  | 'mood'
  | 'exception'
  | 'deadline'
  | 'deadline_kind'
  | 'lead'
  | 'with'
  | 'product'
>;

export const SCORED = [
  'op',
  'target_from',
  'target_to',
  'unit',
  'years',
  'mood',
  'exception',
  'field',
  'deadline',
  'deadline_kind',
  'due',
  'lead',
  'with',
  'product',
] as const;
type Scored = 'indicator' | 'task' | (typeof SCORED)[number];

type Count = { wanted: number; given: number; right: number };
export type Score = Map<Scored, Count>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = (value: unknown): unknown => (typeof value === 'string' ? folded(value) : value);

const NOTHING: Count = { wanted: 0, given: 0, right: 0 };

function count(score: Score, of: Scored, add: Partial<Count>): void {
  const held = score.get(of) ?? NOTHING;
  score.set(of, {
    wanted: held.wanted + (add.wanted ?? 0),
    given: held.given + (add.given ?? 0),
    right: held.right + (add.right ?? 0),
  });
}

/** Adds one document to a score, and tells what differs. */
export function scoreRows(score: Score, known: readonly Known[], rows: readonly ImportedRow[]): string[] {
  const left = [...rows];
  const told: string[] = [];
  for (const wanted of known) {
    const at = left.findIndex((row) => row.kind === wanted.kind && folded(row.text) === folded(wanted.text));
    const row = at < 0 ? null : (left.splice(at, 1)[0] ?? null);
    count(score, wanted.kind, { wanted: 1, right: row === null ? 0 : 1 });
    if (row === null) told.push(`missing ${wanted.kind}: ${wanted.text}`);
    for (const of of SCORED) told.push(...scoreValue(score, of, wanted, row));
  }
  for (const { kind } of rows) count(score, kind, { given: 1 });
  return [...told, ...left.map(({ kind, text }) => `extra ${kind}: ${text}`)];
}

function scoreValue(score: Score, of: (typeof SCORED)[number], wanted: Known, row: ImportedRow | null): string[] {
  const [want, have] = [wanted[of], row === null ? null : row[of]];
  const isRight = want !== null && same(want, have);
  count(score, of, { wanted: want === null ? 0 : 1, given: have === null ? 0 : 1, right: isRight ? 1 : 0 });
  if (row === null || same(want, have)) return [];
  return [`${of} of «${wanted.text}»: ${JSON.stringify(have)} instead of ${JSON.stringify(want)}`];
}

/** Precision and recall by kind, as a table. */
export function scoreTable(score: Score): string {
  const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)}%`);
  return [...score]
    .map(
      ([of, { wanted, given, right }]) =>
        `${of.padEnd(14)} wanted ${String(wanted).padStart(5)}  precision ${share(right, given).padStart(7)}  recall ${share(right, wanted).padStart(7)}`,
    )
    .join('\n');
}

/** The worst of precision and recall over the values that are written into a sheet. */
export function worstOf(score: Score): number {
  return Math.min(
    ...[...score.values()]
      .filter(({ wanted }) => wanted > 0)
      .map(({ wanted, given, right }) => Math.min(right / Math.max(1, wanted), right / Math.max(1, given))),
  );
}
