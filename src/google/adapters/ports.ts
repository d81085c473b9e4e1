import type { CachePort, LockPort, MailPort, Ports, WhoPort } from '../../app/base/ports.ts';
import { lazyDocuments, lazyDocx, lazyFailure } from '../lazy.ts';
import type { Google } from '../surface/google.ts';
import type { Cache, CacheService, LockService, MailApp, Session } from '../surface/services.ts';
import { googleClock } from './clock.ts';
import { googleWorkbook } from './sheets.ts';
import { googleTemplates } from './templates.ts';

/** Set by the build: version and a stamp of the bundle's own bytes. */
declare const BUILD_VERSION: string;

/** Every port over Google; a service is named only when it is used, because some may not be named in a simple trigger. */
export function googlePorts(google: Google): Ports {
  const documents = () => lazyDocuments().googleDocuments(() => google.Drive, google.Utilities);
  return {
    workbook: googleWorkbook(google),
    documents: {
      create: (document) => documents().create(document),
      fate: (url) => documents().fate(url),
      createAsPdf: (document) => documents().createAsPdf(document),
    },
    mail: googleMail(google.MailApp),
    clock: googleClock(google.Utilities),
    cache: googleCache(google.CacheService),
    lock: googleLock(google.LockService),
    who: googleWho(google.Session),
    docx: lazyDocx,
    templates: {
      keys: () => googleTemplates(google.HtmlService).keys(),
      load: (key) => googleTemplates(google.HtmlService).load(key),
    },
    build: { version: () => BUILD_VERSION },
  };
}

/** How long a run waits for another one to finish. */
const WAIT_MS = 10_000;

/**
 * The script's lock, which is the document's, because the script is bound to one. The document's own may be missing where no document is open,
 * as in a clock trigger, and a morning without a lock must not be one without mail (docs/platform.md#locks).
 * The work flushes what it wrote before it returns; the lock only keeps other runs out, never a person who types.
 */
export function googleLock(service: LockService): LockPort {
  return {
    alone: (work) => {
      const lock = service.getScriptLock();
      if (!lock.tryLock(WAIT_MS)) return null;
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
  };
}

/** Mail of the account that runs the script. */
export function googleMail(service: MailApp): MailPort {
  return {
    remaining: () => {
      try {
        return service.getRemainingDailyQuota();
      } catch (error) {
        // Who withheld the permission to mail must hear of that, not of a quota.
        if (lazyFailure().isLacking(error)) throw error;
        return null;
      }
    },
    send: ({ to, subject, text, html, replyTo, senderName }) =>
      service.sendEmail({ to, subject, body: text, htmlBody: html, name: senderName, ...(replyTo === '' ? {} : { replyTo }) }),
  };
}

/**
 * Who runs this. Google hides the active user from a script of another domain; the menu, the page and the daily run all
 * work in the name of their own user, so the effective one is the same person. `''` in a simple trigger.
 */
export function googleWho(session: Session): WhoPort {
  return { email: () => session.getActiveUser().getEmail() || session.getEffectiveUser().getEmail() };
}

/** Google refuses a value above 100 kB and forgets after at most six hours (docs/platform.md#quotas-and-limits). */
const MOST_BYTES = 100 * 1024;
const SECONDS = 21_600;

/** The script's cache, for the same reason; where it fails, nothing is remembered and nothing breaks. */
export function googleCache(service: CacheService): CachePort {
  return {
    getAll: (keys) => {
      const held = withCache(service, (cache) => cache.getAll([...keys])) ?? {};
      return new Map(Object.entries(held));
    },
    putAll: (values) => {
      const fitting = [...values].filter(([, value]) => utf8Length(value) <= MOST_BYTES);
      if (fitting.length > 0) withCache(service, (cache) => cache.putAll(Object.fromEntries(fitting), SECONDS));
    },
    removeAll: (keys) => {
      withCache(service, (cache) => cache.removeAll([...keys]));
    },
  };
}

function withCache<T>(service: CacheService, work: (cache: Cache) => T): T | null {
  try {
    return work(service.getScriptCache());
  } catch {
    return null;
  }
}

/** Bytes of the text in UTF-8, counted here because the runtime has no TextEncoder (docs/platform.md#the-runtime). */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
