import { SCRIPT_ZONE } from './time-zone.ts';

/** A moment as a clock on the wall shows it; month is 1–12. */
export type Civil = {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
};

const DAY_SECONDS = 86_400;
/** Serial 0 is 1899-12-30. */
const EPOCH_DAYS = Date.UTC(1899, 11, 30) / 1000 / DAY_SECONDS;

/** Days since 1899-12-30, the time of day as the fraction: how a spreadsheet keeps a date. */
export function serialOfCivil(civil: Civil): number {
  const midnight = Date.UTC(civil.year, civil.month - 1, civil.date) / 1000 / DAY_SECONDS - EPOCH_DAYS;
  return midnight + (civil.hours * 3600 + civil.minutes * 60 + civil.seconds) / DAY_SECONDS;
}

/** The wall clock behind a serial number, to the second. */
export function civilOfSerial(serial: number): Civil {
  const seconds = Math.round(serial * DAY_SECONDS);
  return civilOfUtc(new Date((seconds + EPOCH_DAYS * DAY_SECONDS) * 1000));
}

function civilOfUtc(at: Date): Civil {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    hours: at.getUTCHours(),
    minutes: at.getUTCMinutes(),
    seconds: at.getUTCSeconds(),
  };
}

const utcOf = (c: Civil): number => Date.UTC(c.year, c.month - 1, c.date, c.hours, c.minutes, c.seconds);

/** What a clock in `zone` shows at an instant. */
export function civilIn(at: Date, zone: string): Civil {
  if (zone === SCRIPT_ZONE) return civilHere(at);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value ?? 0);
  return {
    year: part('year'),
    month: part('month'),
    date: part('day'),
    hours: part('hour'),
    minutes: part('minute'),
    seconds: part('second'),
  };
}

function civilHere(at: Date): Civil {
  return {
    year: at.getFullYear(),
    month: at.getMonth() + 1,
    date: at.getDate(),
    hours: at.getHours(),
    minutes: at.getMinutes(),
    seconds: at.getSeconds(),
  };
}

/** The instant at which a clock in `zone` shows this; a moment skipped by a clock change moves forward. */
export function instantIn(civil: Civil, zone: string): Date {
  if (zone === SCRIPT_ZONE) {
    return new Date(civil.year, civil.month - 1, civil.date, civil.hours, civil.minutes, civil.seconds);
  }
  const wanted = utcOf(civil);
  const guess = new Date(wanted);
  const near = new Date(wanted - (utcOf(civilIn(guess, zone)) - wanted));
  return new Date(near.getTime() - (utcOf(civilIn(near, zone)) - wanted));
}

const PARTS = /[dmyhs]/iu;
const LITERAL = /"[^"]*"|\[[^\][]*\]|\\./gu;
/** No program makes a longer format; it is not looked at. */
const LONGEST_FORMAT = 255;

/** True when a number under this format is shown as a date or a time; text in quotes and brackets does not count. */
export function isDateFormat(format: string): boolean {
  const known = KNOWN.get(format);
  if (known !== undefined) return known;
  const is = format.length <= LONGEST_FORMAT && format !== 'General' && PARTS.test(format.replace(LITERAL, ''));
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(format, is);
  return is;
}

/** Asked of every number of a tab, and there are a few formats. */
const KNOWN = new Map<string, boolean>();
const MOST_KNOWN = 1000;
