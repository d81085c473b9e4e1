import { stopwatch } from '../adapters/clock.ts';
import { type Probes, probesOf, type Scratch } from './scratch.ts';
import { KEY } from './services.ts';

const ROWS = 100;
const COLUMNS = 10;
const block = (): number[][] => Array.from({ length: ROWS }, () => Array<number>(COLUMNS).fill(1));

type Timed = (scratch: Scratch) => () => unknown;

/** What is done before, and the call whose milliseconds count. */
const TIMED = {
  'time-read': ({ fresh }) => {
    const cells = fresh(ROWS, COLUMNS);
    return () => cells.getValues();
  },
  'time-write': ({ fresh }) => {
    const cells = fresh(ROWS, COLUMNS);
    return () => cells.setValues(block());
  },
  'time-flush': ({ google, fresh }) => {
    fresh(ROWS, COLUMNS).setValues(block());
    return () => google.SpreadsheetApp.flush();
  },
  'time-formats': ({ fresh }) => {
    const cells = fresh(ROWS, COLUMNS);
    return () => cells.getNumberFormats();
  },
  'time-name':
    ({ sheet }) =>
    () =>
      sheet.getName(),
  'time-cache': ({ google }) => {
    const cache = google.CacheService.getScriptCache();
    return () => cache?.putAll({ [KEY]: 'v' }, 60);
  },
  'time-property-set': ({ google }) => {
    const properties = google.PropertiesService.getDocumentProperties();
    return () => properties?.setProperty(`${KEY}-time`, 'v');
  },
  'time-property-delete': ({ google }) => {
    const properties = google.PropertiesService.getDocumentProperties();
    return () => properties?.deleteProperty(`${KEY}-time`);
  },
  'time-lock': ({ google }) => {
    const lock = google.LockService.getScriptLock();
    return () => [lock?.tryLock(0), lock?.releaseLock()];
  },
} satisfies Readonly<Record<string, Timed>>;

/** Milliseconds of single calls, what was written before out of the way. */
export const TIME_PROBES: Probes<keyof typeof TIMED> = probesOf<keyof typeof TIMED, Timed>(TIMED, (ready) => (scratch) => {
  const call = ready(scratch);
  const before = stopwatch();
  call();
  return Math.round(stopwatch() - before);
});
