import type { Google } from '../surface/google.ts';

/**
 * Google's globals, each named only when it is used: naming one at load would break the simple triggers, and the advanced
 * service Drive is absent until someone enables it.
 */
export const GOOGLE: Google = {
  get SpreadsheetApp() {
    return SpreadsheetApp;
  },
  get HtmlService() {
    return HtmlService;
  },
  get MailApp() {
    return MailApp;
  },
  get Utilities() {
    return Utilities;
  },
  get Drive() {
    if (typeof Drive === 'undefined') throw new Error('The advanced service Drive is not enabled');
    return Drive;
  },
  get CacheService() {
    return CacheService;
  },
  get PropertiesService() {
    return PropertiesService;
  },
  get LockService() {
    return LockService;
  },
  get Session() {
    return Session;
  },
  get ScriptApp() {
    return ScriptApp;
  },
};
