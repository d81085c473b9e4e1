import type { Utilities } from '../../google/surface/services.ts';
import { type Civil, civilIn } from '../../xlsx/serial.ts';
import { GoogleError, wrongSignature } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** The letters of SimpleDateFormat that we use; any other is refused rather than guessed. */
const LETTERS: Readonly<Record<string, (c: Civil) => string>> = {
  yyyy: (c) => String(c.year).padStart(4, '0'),
  MM: (c) => two(c.month),
  M: (c) => String(c.month),
  dd: (c) => two(c.date),
  d: (c) => String(c.date),
  HH: (c) => two(c.hours),
  H: (c) => String(c.hours),
  mm: (c) => two(c.minutes),
  ss: (c) => two(c.seconds),
};

function formatDate(date: Date, timeZone: string, format: string): string {
  if (!(date instanceof Date)) throw wrongSignature('Utilities.formatDate', [date, timeZone, format]);
  const civil = civilIn(date, timeZone);
  return format.replace(/'([^']*)'|([A-Za-z])\2*/gu, (run: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    const say = LETTERS[run];
    if (say === undefined) throw new GoogleError(`Illegal pattern character '${run}'`);
    return say(civil);
  });
}

/** `Utilities`: byte blobs and dates. */
export function utilities(): Utilities {
  return service({
    newBlob: (data, contentType, name) => {
      const isBytes = Array.isArray(data) && data.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 127);
      if (!isBytes) throw wrongSignature('Utilities.newBlob', [data, contentType, name]);
      return service({ getBytes: () => [...data], getName: () => name });
    },
    formatDate,
  });
}
