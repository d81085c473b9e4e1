import type { Day } from '../../domain/core/day.ts';
import { fold } from '../../domain/core/word.ts';
import type { Person } from '../../domain/mail/letter.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { holdersOn, setting } from '../../domain/plan/settings.ts';
import { isMailAddress } from './mail-address.ts';

/** Everybody who may be written to today: one person per address, with all the roles held under it. */
export function peopleToday(plan: Plan, today: Day): Person[] {
  const [chairman, clerk] = (['chairman-role', 'clerk-role'] as const).map((key) => fold(setting(plan, key, today) ?? ''));
  const people = new Map<string, Person>();
  for (const { role, email, person } of holdersOn(plan, today)) {
    const address = email.trim();
    if (!isMailAddress(address)) continue;
    const known = people.get(address.toLowerCase()) ?? NOBODY;
    people.set(address.toLowerCase(), {
      email: known.email || address,
      name: known.name || person.trim(),
      roles: [...known.roles, role],
      isChairman: known.isChairman || (chairman !== '' && fold(role) === chairman),
      isClerk: known.isClerk || (clerk !== '' && fold(role) === clerk),
    });
  }
  return [...people.values()];
}

const NOBODY: Person = { email: '', name: '', roles: [], isChairman: false, isClerk: false };
