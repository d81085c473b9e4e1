import { sameWord, tidy } from '../../domain/core/word.ts';
import type { Years } from '../../domain/plan/plan.ts';
import { IMPORT_REFUSALS } from '../../words/import/say-written.ts';
import type { Book } from '../../workbook/core/book.ts';
import { refuse } from '../base/refusal.ts';

/** The plan of the workbook that is meant, and its years; '' = the only one. */
export function planNamed({ plan }: Book, wanted: string): { readonly id: string; readonly years: Years | null } {
  if (tidy(wanted) === '') return { id: '', years: null };
  const known = plan.plans.find(({ id }) => sameWord(id, wanted));
  const ids = plan.plans.map(({ id }) => id).filter((id) => id !== '');
  return known ?? refuse(IMPORT_REFUSALS.unknownPlan(wanted, ids));
}
