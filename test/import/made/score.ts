import { folded } from '../../../src/domain/import/fold-text.ts';
import type { ImportedRow } from '../../../src/domain/import/row.ts';

/** One value of a row that is known beforehand; `null`: the document does not say. */
export type Known = Pick<
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
  | 'due'
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

/** Adds one document to a score, and tells what differs. */
export function scoreRows(score: Score, known: readonly Known[], rows: readonly ImportedRow[]): string[] {
  const left = [...rows];
  const told: string[] = [];
  const count = (of: Scored, add: Partial<Count>): void => {
    const held = score.get(of) ?? { wanted: 0, given: 0, right: 0 };
    score.set(of, {
      wanted: held.wanted + (add.wanted ?? 0),
      given: held.given + (add.given ?? 0),
      right: held.right + (add.right ?? 0),
    });
  };
  for (const wanted of known) {
    count(wanted.kind, { wanted: 1 });
    const at = left.findIndex((row) => row.kind === wanted.kind && folded(row.text) === folded(wanted.text));
    const row = at < 0 ? undefined : left.splice(at, 1)[0];
    if (row === undefined) told.push(`missing ${wanted.kind}: ${wanted.text}`);
    else count(wanted.kind, { right: 1 });
    for (const of of SCORED) {
      if (wanted[of] !== null) count(of, { wanted: 1 });
      if (row === undefined) continue;
      if (row[of] !== null) count(of, { given: 1 });
      if (wanted[of] !== null && same(wanted[of], row[of])) count(of, { right: 1 });
      if (!same(wanted[of], row[of]))
        told.push(`${of} of «${wanted.text}»: ${JSON.stringify(row[of])} instead of ${JSON.stringify(wanted[of])}`);
    }
  }
  for (const row of rows) count(row.kind, { given: 1 });
  for (const row of left) told.push(`extra ${row.kind}: ${row.text}`);
  return told;
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
    ...[...score.values()].map(({ wanted, given, right }) => Math.min(right / Math.max(1, wanted), right / Math.max(1, given))),
  );
}
