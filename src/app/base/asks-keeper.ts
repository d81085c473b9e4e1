import { readBook } from '../../workbook/read/read-book.ts';
import { ROLES, SETTINGS } from '../../workbook/tabs/settings.ts';
import type { Ports } from './ports.ts';
import { mayKeepPlan } from './roles.ts';

/** Whether who asks keeps the plan; reads only the two tabs that say so. */
export function asksKeeper({ workbook, who, clock }: Pick<Ports, 'workbook' | 'who' | 'clock'>): boolean {
  const { plan } = readBook(workbook.read([ROLES.name, SETTINGS.name]));
  return mayKeepPlan(plan, who.email(), clock.today());
}
