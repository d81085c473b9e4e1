import { isBlank, sameWord } from '../../domain/core/word.ts';
import { leadsOf } from '../../domain/plan/leads.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { rolesOf, setting } from '../../domain/plan/settings.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';

/** The role that leads a row: `Chủ trì` of its indicator or task; '' when the plan names none. */
export function leadOf({ indicators, tasks }: Plan, of: 'actual' | 'entry', id: string): string {
  return (of === 'actual' ? indicators : tasks).find((row) => row.id === id)?.lead ?? '';
}

/**
 * Whether the caller may type into a row of this lead: «» for the lead's own people, «… nhập thay …» for the clerk in their place;
 * anybody else is refused. Where the host cannot tell who calls, nobody is named as a substitute.
 */
export function onWhoseBehalf({ who, clock }: Ports, plan: Plan, lead: string): string {
  const [email, today] = [who.email(), clock.today()];
  const mine = rolesOf(plan, email, today);
  if (leadsOf(lead).some((role) => mine.some((held) => sameWord(held, role)))) return '';
  if (!mayKeepPlan(plan, email, today)) refuse(REFUSALS.notYourRow(lead));
  const clerk = setting(plan, 'clerk-role', today) ?? '';
  return isBlank(email) || clerk === '' || lead === '' ? '' : JOURNAL_WORDS.onBehalf(clerk, lead);
}
