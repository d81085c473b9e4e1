import type { Day } from '../domain/day.ts';
import type { Person } from '../domain/letter.ts';
import type { Plan } from '../domain/plan.ts';
import { holdersOf, setting } from '../domain/settings.ts';
import { sameWord } from '../domain/word.ts';
import { isMailAddress } from './mail-address.ts';

/** Everybody who may be written to today: one person per address, with all the roles held under it. */
export function peopleToday(plan: Plan, today: Day): Person[] {
  const chairman = setting(plan, 'chairman-role', today);
  const clerk = setting(plan, 'clerk-role', today);
  const people = new Map<string, Person>();
  for (const role of new Set(plan.roles.map((holder) => holder.role))) {
    for (const { email, person } of holdersOf(plan, role, today)) {
      const address = email.trim();
      if (!isMailAddress(address)) continue;
      const known = people.get(address.toLowerCase()) ?? {
        email: address,
        name: '',
        roles: [],
        isChairman: false,
        isClerk: false,
      };
      people.set(address.toLowerCase(), {
        ...known,
        name: known.name || person.trim(),
        roles: [...known.roles, role],
        isChairman: known.isChairman || (chairman !== null && sameWord(role, chairman)),
        isClerk: known.isClerk || (clerk !== null && sameWord(role, clerk)),
      });
    }
  }
  return [...people.values()];
}
