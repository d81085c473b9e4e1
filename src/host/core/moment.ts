import { type Day, parseDay } from '../../domain/core/day.ts';
import { readDay } from '../../words/core/day.ts';
import { USAGE_SENTENCES } from '../../words/host/local.ts';
import { type Civil, civilIn, instantIn, serialOfCivil } from '../../xlsx/serial.ts';
import { SCRIPT_ZONE } from '../../xlsx/time-zone.ts';
import { Unusable } from './unusable.ts';

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

/** A day as people type it, `20/06/2024` or `2024-06-20`. */
function dayTyped(text: string): Day {
  const found = parseDay(text) ?? readDay(text);
  if (found === null) throw new Unusable(USAGE_SENTENCES.day(text));
  return found;
}

/** The moment of `--today`, or the present one in Vietnam. */
export function momentOf(today: string | null): Moment {
  if (today !== null) return { day: dayTyped(today), minutes: MORNING };
  const now = civilIn(new Date(), SCRIPT_ZONE);
  const two = (n: number): string => String(n).padStart(2, '0');
  return { day: dayTyped(`${now.year}-${two(now.month)}-${two(now.date)}`), minutes: now.hours * 60 + now.minutes };
}

/** The minute of the day at which a given `--today` is played. */
const MORNING = 8 * 60;
