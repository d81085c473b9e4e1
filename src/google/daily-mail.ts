import { DAILY_MAIL } from '../words/menu.ts';
import type { Screen } from './screen.ts';
import type { Google } from './surface/google.ts';
import type { Properties } from './surface/services.ts';

type Services = Pick<Google, 'ScriptApp' | 'PropertiesService' | 'Session'>;

/** The global that the daily trigger runs. */
const DAILY_HANDLER = 'runDaily';
const HOUR = 7;
/** Whose trigger it is: Google shows each person only his own (platform.md §2.2). */
const OWNER = 'daily-mail-owner';

/** Turns the daily mail on, or off when this person had turned it on; a second person is told who has it and may take it over. */
export function toggleDailyMail(google: Services, screen: Screen): void {
  const properties = google.PropertiesService.getDocumentProperties();
  if (properties === null) screen.tell(DAILY_MAIL.noPlace);
  else toggle(google, screen, properties);
}

function toggle(google: Services, screen: Screen, properties: Properties): void {
  const me = google.Session.getEffectiveUser().getEmail();
  const owner = properties.getProperty(OWNER);
  const mine = google.ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === DAILY_HANDLER);
  for (const trigger of mine) google.ScriptApp.deleteTrigger(trigger);
  if (mine.length > 0 && (owner === null || owner === me)) {
    properties.deleteProperty(OWNER);
    screen.tell(DAILY_MAIL.off);
  } else if (owner === null || owner === me || screen.agrees(DAILY_MAIL.taken(owner))) {
    turnOn(google, properties, me);
    screen.tell(DAILY_MAIL.on);
  }
}

function turnOn({ ScriptApp }: Services, properties: Properties, me: string): void {
  ScriptApp.newTrigger(DAILY_HANDLER).timeBased().atHour(HOUR).everyDays(1).create();
  properties.setProperty(OWNER, me);
}

/** Whether the daily run of this person is the one that counts; after a take-over the former one's trigger does nothing. */
export function ownsDailyMail({ PropertiesService, Session }: Services): boolean {
  const owner = PropertiesService.getDocumentProperties()?.getProperty(OWNER) ?? null;
  return owner === null || owner === Session.getEffectiveUser().getEmail();
}
