import type { Day } from '../../../domain/core/day.ts';
import { fold, sameWord } from '../../../domain/core/word.ts';
import type { SettingKey } from '../../../domain/plan/plan.ts';
import { holdersOf, holdersOn, setting } from '../../../domain/plan/settings.ts';
import { officeIn } from '../../../host/core/office.ts';
import type { WorkbookModel } from '../../../xlsx/model.ts';
import type { PersonView } from '../../protocol.ts';

/** The roles that keep the plan, as `src/app/base/roles.ts` has them: only there is it decided what they may do. */
const KEEPERS: readonly SettingKey[] = ['clerk-role', 'signer-role'];

/** Who may sit at a window today: everybody with an address in `Phân công`, and first nobody in particular, the file's owner. */
export function peopleOf(book: WorkbookModel, today: Day): PersonView[] {
  const known = officeIn(book);
  const keepers = KEEPERS.flatMap((key) => setting(known, key, today) ?? []);
  // While no keeper has an address everyone is the clerk, or nobody could be let in.
  const isOpen = !keepers.some((role) => holdersOf(known, role, today).some(({ email }) => email.trim() !== ''));
  const people = new Map<string, { user: string; roles: string[] }>();
  for (const { email, role } of holdersOn(known, today)) {
    const user = email.trim();
    if (user === '') continue;
    const person = people.get(fold(user)) ?? { user, roles: [] };
    people.set(fold(user), { ...person, roles: [...person.roles, role] });
  }
  const keeps = (roles: readonly string[]): boolean => isOpen || roles.some((role) => keepers.some((one) => sameWord(one, role)));
  return [
    { user: '', roles: [], keeps: true },
    ...[...people.values()].map((person) => ({ ...person, keeps: keeps(person.roles) })),
  ];
}
