import type { Day } from '../domain/day.ts';
import { type Civil, instantIn, serialOfCivil } from './serial.ts';

/** The host's modelled clock: a day, and minutes after midnight, in the script's zone. */
export type Moment = { readonly day: Day; readonly minutes: number };

/** The moment as a clock on the wall shows it. */
export function civilOfMoment({ day, minutes }: Moment): Civil {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date, hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 };
}

/** The instant of the moment in `zone`. */
export function instantOfMoment(moment: Moment, zone: string): Date {
  return instantIn(civilOfMoment(moment), zone);
}

/** The moment as a spreadsheet keeps it. */
export function serialOfMoment(moment: Moment): number {
  return serialOfCivil(civilOfMoment(moment));
}
