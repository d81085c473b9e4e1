import type { RowToCarry } from '../../app/replies/plan.ts';
import { FATES, type RowFate } from '../../domain/plan/roll-over.ts';

/** What the form of a roll-over holds, by name. */
export type Texts = Readonly<Record<string, string>>;
export type Type = (key: string, text: string) => void;

export const fateKey = ({ id }: Pick<RowToCarry, 'id'>): string => `fate|${id}`;
export const withKey = ({ id }: Pick<RowToCarry, 'id'>): string => `with|${id}`;

/** What was chosen for a row. */
export function fateIn(texts: Texts, row: RowToCarry): RowFate {
  const fate = FATES.find((each) => each === texts[fateKey(row)]) ?? row.proposed.fate;
  const takesWords = fate === 'rename' || fate === 'merge' || fate === 'become';
  return { id: row.id, fate, with: takesWords ? (texts[withKey(row)] ?? '').trim() : '' };
}
