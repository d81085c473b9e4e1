import type { ClockPort } from '../../app/base/ports.ts';
import { parseDay } from '../../domain/core/day.ts';
import type { Utilities } from '../surface/services.ts';

/** The zone of the script, as `appsscript.json` says it; every `Date` of the runtime shows its parts in this zone. */
export const SCRIPT_ZONE = 'Asia/Ho_Chi_Minh';

/** The office's day and time, whatever zone the workbook or the Google account is in. */
export function googleClock(utilities: Utilities): ClockPort {
  const say = (pattern: string): string => utilities.formatDate(new Date(), SCRIPT_ZONE, pattern);
  return {
    today: () => {
      const text = say('yyyy-MM-dd');
      const today = parseDay(text);
      if (today === null) throw new Error(`Bug: formatDate said “${text}”`);
      return today;
    },
    minutes: () => {
      const [hours, minutes] = say('HH:mm').split(':');
      return Number(hours) * 60 + Number(minutes);
    },
  };
}

/** Milliseconds, to tell how long something took. */
export const stopwatch = (): number => Date.now();
