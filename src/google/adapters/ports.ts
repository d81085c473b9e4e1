import type { Ports } from '../../app/base/ports.ts';
import { lazyDocx } from '../lazy.ts';
import type { Google } from '../surface/google.ts';
import { googleCache } from './cache.ts';
import { googleClock } from './clock.ts';
import { googleDocuments } from './documents.ts';
import { googleLock } from './lock.ts';
import { googleMail } from './mail.ts';
import { googleWorkbook } from './sheets.ts';
import { googleTemplates } from './templates.ts';
import { googleWho } from './who.ts';

/** Set by the build: version and a stamp of the bundle's own bytes. */
declare const BUILD_VERSION: string;

/** Every port over Google; a service is named only when it is used, because some may not be named in a simple trigger. */
export function googlePorts(google: Google): Ports {
  return {
    workbook: googleWorkbook(google),
    documents: {
      create: (document) => googleDocuments(google.Drive, google.Utilities).create(document),
      createAsPdf: (document) => googleDocuments(google.Drive, google.Utilities).createAsPdf(document),
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
