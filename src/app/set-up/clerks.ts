import type { Book } from '../../workbook/core/book.ts';
import type { Ports } from '../base/ports.ts';
import { keeperAddresses } from '../base/roles.ts';

/** Who may edit the plan tabs: as `Phân công` says, else the person who sets up. */
export function clerksOf({ who, clock }: Pick<Ports, 'who' | 'clock'>, { plan }: Book): string[] {
  const named = keeperAddresses(plan, clock.today());
  return named.length > 0 ? named : [who.email().trim()].filter((email) => email !== '');
}
