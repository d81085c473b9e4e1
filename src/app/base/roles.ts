import type { Day } from '../../domain/core/day.ts';
import { sameWord } from '../../domain/core/word.ts';
import type { Plan, SettingKey } from '../../domain/plan/plan.ts';
import { holdersOf, rolesOf, setting } from '../../domain/plan/settings.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import type { Book } from '../../workbook/core/book.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { ROLES, SETTINGS } from '../../workbook/tabs/settings.ts';
import { openBook } from './open-book.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';

/** The roles that keep the plan: the standing clerk and who signs the reports. */
const KEEPERS: readonly SettingKey[] = ['clerk-role', 'signer-role'];

/**
 * Whether the caller may change the plan, its periods or send mail.
 * While `Phân công` names no address of a keeper today, or the host cannot tell the caller, everyone is the clerk: the first
 * use, a term that ended, and the local host. Else nobody could be let in again.
 */
export function mayKeepPlan(plan: Plan, email: string, day: Day): boolean {
  if (email.trim() === '' || keeperAddresses(plan, day).length === 0) return true;
  const held = rolesOf(plan, email, day);
  return keeperRoles(plan, day).some((role) => held.some((mine) => sameWord(mine, role)));
}

/** The addresses that protections leave free. */
export function keeperAddresses(plan: Plan, day: Day): string[] {
  const emails = keeperRoles(plan, day).flatMap((role) => holdersOf(plan, role, day).map((holder) => holder.email.trim()));
  return [...new Set(emails.filter((email) => email !== ''))];
}

function keeperRoles(plan: Plan, day: Day): string[] {
  return KEEPERS.map((key) => setting(plan, key, day)).filter((role) => role !== null);
}

/** Whether the caller keeps the plan; reads only the two tabs that say so. */
export function asksKeeper({ workbook, who, clock }: Pick<Ports, 'workbook' | 'who' | 'clock'>): boolean {
  const { plan } = readBook(workbook.read([ROLES.name, SETTINGS.name]));
  return mayKeepPlan(plan, who.email(), clock.today());
}

/** The book, for keepers only: anybody else is refused before anything is shown or made. */
export function keptBook(ports: Ports): Book {
  const book = openBook(ports);
  return mayKeepPlan(book.plan, ports.who.email(), ports.clock.today()) ? book : refuse(REFUSALS.notAllowed);
}
