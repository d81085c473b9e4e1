import { type Probe, type Probes, probesOf, said } from './scratch.ts';

/** What the probes keep for a moment bears this name everywhere. */
export const KEY = 'self-test';

/** Globals that browsers or Node have and Apps Script has not. */
const ABSENT =
  'AbortController Blob Event FormData ReadableStream TextDecoder TextEncoder URL URLSearchParams atob btoa crypto fetch navigator performance process queueMicrotask require setInterval setTimeout structuredClone window';

/** One entry of the cache: its key and its value. */
const CACHED = {
  'cache-key-limit': ['k'.repeat(251), 'v'],
  'cache-key-longest': ['k'.repeat(250), 'v'],
  'cache-key-blank': ['', 'v'],
  'cache-value-limit': [KEY, 'v'.repeat(102_401)],
  'cache-value-longest': [KEY, 'v'.repeat(102_400)],
} as const;

const cached =
  ([key, value]: readonly [string, string]): Probe =>
  ({ google }) =>
    said(() => {
      google.CacheService.getScriptCache().putAll({ [key]: value }, 60);
      google.CacheService.getScriptCache().removeAll([key]);
    });

const ofSize =
  (bytes: number): Probe =>
  ({ google }) => {
    const properties = google.PropertiesService.getDocumentProperties();
    const words = said(() => properties?.setProperty(`${KEY}-size`, 'v'.repeat(bytes)));
    properties?.deleteProperty(`${KEY}-size`);
    return words;
  };

/** A number where our types ask for a text. */
const NUMBER: unknown = 12;

/** The runtime, the cache, the properties, the lock, the quota and who clicked. */
export const SERVICE_PROBES = {
  'bare-realm': () => ABSENT.split(' ').filter((name) => name in globalThis),
  'advanced-service': ({ google }) => said(() => google.Drive.Files),
  'no-web-assembly': () => typeof Reflect.get(globalThis, 'WebAssembly'),
  'intl-vietnamese': () => [Intl.DateTimeFormat.supportedLocalesOf(['vi']).join(), (1234.5).toLocaleString('vi')],
  'unicode-forms': () => 'Quyết định'.normalize('NFD').normalize('NFC') === 'Quyết định',
  ...probesOf(CACHED, cached),
  'cache-text': ({ google }) => {
    const cache = google.CacheService.getScriptCache();
    cache?.putAll({ [KEY]: NUMBER as string }, 60);
    const kept = cache?.getAll([KEY])[KEY];
    cache?.removeAll([KEY]);
    return `${typeof kept} ${kept}`;
  },
  'property-missing': ({ google }) => google.PropertiesService.getDocumentProperties()?.getProperty(`${KEY}-none`) ?? null,
  'property-text': ({ google }) => {
    const properties = google.PropertiesService.getDocumentProperties();
    properties?.setProperty(`${KEY}-text`, NUMBER as string);
    const kept = properties?.getProperty(`${KEY}-text`);
    properties?.deleteProperty(`${KEY}-text`);
    return `${typeof kept} ${kept}`;
  },
  'property-value-longest': ofSize(9 * 1024),
  'property-value-limit': ofSize(9 * 1024 + 1),
  'lock-twice': ({ google }) => {
    const lock = google.LockService.getScriptLock();
    const taken = [lock?.tryLock(100), lock?.tryLock(100)].map(Boolean);
    lock?.releaseLock();
    return taken;
  },
  'lock-negative': ({ google }) => said(() => google.LockService.getScriptLock().tryLock(-1)) !== 'nothing',
  'page-missing': ({ google }) => said(() => google.HtmlService.createHtmlOutputFromFile(`${KEY}-none`)) !== 'nothing',
  'triggers-all-scopes': ({ google: { ScriptApp } }) => said(() => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)),
  'mail-quota': ({ google }) => google.MailApp.getRemainingDailyQuota() >= 0,
  'menu-person': ({ google: { Session } }) => {
    const me = Session.getEffectiveUser().getEmail();
    return me !== '' && Session.getActiveUser().getEmail() === me;
  },
  'triggers-gone': ({ google: { ScriptApp } }) => {
    const before = ScriptApp.getProjectTriggers().length;
    ScriptApp.deleteTrigger(ScriptApp.newTrigger('runSelfTestTrigger').timeBased().after(3_600_000).create());
    return ScriptApp.getProjectTriggers().length - before;
  },
} satisfies Probes<string>;
