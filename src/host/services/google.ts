import type { Google } from '../../google/surface/google.ts';
import type { Environment } from '../core/environment.ts';
import { service } from '../core/membrane.ts';
import { drive } from './drive.ts';
import { mailApp } from './mail.ts';
import { cacheService, lockService, propertiesService } from './memory.ts';
import { scriptApp, session } from './script.ts';
import { spreadsheetApp } from './spreadsheet.ts';
import { htmlService } from './ui.ts';
import { utilities } from './utilities.ts';

/** Every service of the surface for one execution, as the globals of its realm. */
export function googleFor(environment: Environment): Google & { readonly console: object } {
  return {
    SpreadsheetApp: spreadsheetApp(environment),
    HtmlService: htmlService(environment),
    MailApp: mailApp(environment),
    Utilities: utilities(),
    Drive: drive(environment),
    CacheService: cacheService(environment),
    PropertiesService: propertiesService(environment),
    LockService: lockService(environment),
    Session: session(environment),
    ScriptApp: scriptApp(environment),
    console: consoleService(environment),
  };
}

function consoleService({ script }: Environment): object {
  const log = (...said: unknown[]): void => void script.logged.push(said.map(String).join(' '));
  return service({ log, info: log, warn: log, error: log });
}
