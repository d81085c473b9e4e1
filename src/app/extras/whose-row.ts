import { sameWord } from '../../domain/core/word.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import { leadsOf } from '../../domain/plan/leads.ts';
import { rolesOf } from '../../domain/plan/settings.ts';
import { supervisingRoles } from '../../domain/plan/supervision.ts';
import { INSPECTION_KIND_LABELS } from '../../words/core/labels.ts';
import { EXTRA_REFUSALS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { specOf } from './add-extra.ts';

/** Into which columns of a row somebody may write (`null`: all of them), and what a new row of his says by itself. */
export type Hand = { readonly fields: readonly string[] | null; readonly given: Readonly<Record<string, CellValue>> };

/** What a supervisor writes of his own finding or opinion. */
const FOUND = ['inspection', 'foundOn', 'finding', 'note'];
/** What whoever answers for a criterion claims of it; who assesses it is another. */
const CLAIMED = ['value', 'of', 'declared', 'evidence', 'note'];
/** What whoever is to mend it tells of it. */
const MENDED = ['fixedOn', 'evidence', 'note'];

/** The hand of the caller on a row; `id` '' is a new one. Refuses who has none. */
export function handOf(ports: Ports, book: Book, register: Extra, id: string): Hand {
  return handOn(ports, book, register, id) ?? refuse(EXTRA_REFUSALS.notYours(specOf(register).name));
}

/** The columns that the caller may fill in; none where the row is not his. */
export function fieldsFor(ports: Ports, book: Book, register: Extra, id: string): readonly string[] {
  const hand = handOn(ports, book, register, id);
  return hand === null ? [] : (hand.fields ?? Object.keys(specOf(register).columns));
}

function handOn({ who, clock }: Ports, book: Book, register: Extra, id: string): Hand | null {
  const [email, today] = [who.email(), clock.today()];
  if (mayKeepPlan(book.plan, email, today)) return { fields: null, given: {} };
  const held = rolesOf(book.plan, email, today);
  const isHeld = (lead: string): boolean => leadsOf(lead).some((role) => held.some((mine) => sameWord(mine, role)));
  if (register === 'scores') {
    const criterion = scoresOf(book).rows.find((each) => `${each.id}|${each.year}` === id);
    return criterion !== undefined && isHeld(criterion.lead) ? { fields: CLAIMED, given: {} } : null;
  }
  if (register !== 'inspections') return null;
  const [supervisor] = supervisingRoles(book.plan, email, today);
  const row = book.recommendations.find((each) => each.id === id);
  const isOwnFinding = supervisor !== undefined && (id === '' || (row !== undefined && sameWord(row.by, supervisor)));
  if (isOwnFinding) return { fields: FOUND, given: { by: supervisor, kind: INSPECTION_KIND_LABELS.supervision } };
  return isHeld(row?.lead ?? '') ? { fields: MENDED, given: {} } : null;
}
