import { DAILY_MAIL } from '../../words/pages/menu-sentences.ts';
import type { Screen } from '../screen.ts';
import type { Google } from '../surface/google.ts';
import type { Properties } from '../surface/services.ts';
import { consentToAll } from './consent.ts';

type Services = Pick<Google, 'ScriptApp' | 'PropertiesService' | 'Session'>;

/** The global that the daily trigger runs. */
const DAILY_HANDLER = 'runDaily';
const HOUR = 7;
/** Whose trigger it is: Google shows each person only his own (docs/platform.md#installable-triggers). */
const OWNER = 'daily-mail-owner';

/**
 * Turns the daily mail on, or off when this person had turned it on; a second person is told who has it and may take it over.
 * Anyone may turn off his own; `refuses` says why this person may not have it, because somebody without a role who took it over would
 * silence it for the office.
 */
export function toggleDailyMail(google: Services, screen: Screen, refuses: () => string | null): void {
  const properties = google.PropertiesService.getDocumentProperties();
  if (properties === null) screen.tell(DAILY_MAIL.noPlace);
  else toggle({ google, screen, refuses }, properties);
}

type Toggle = { readonly google: Services; readonly screen: Screen; readonly refuses: () => string | null };

function toggle({ google, screen, refuses }: Toggle, properties: Properties): void {
  const me = google.Session.getEffectiveUser().getEmail();
  const owner = properties.getProperty(OWNER);
  const had = dropDailyTriggers(google);
  if (had > 0 && (owner === null || owner === me)) {
    properties.deleteProperty(OWNER);
    screen.tell(DAILY_MAIL.off);
    return;
  }
  const refusal = refuses();
  if (refusal !== null) screen.tell(refusal);
  else if (owner === null || owner === me || screen.agrees(DAILY_MAIL.taken(owner))) {
    turnOn(google, properties, me);
    screen.tell(DAILY_MAIL.on);
  }
}

/** Takes this person's daily triggers away, and says how many there were. */
export function dropDailyTriggers({ ScriptApp }: Services): number {
  const mine = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === DAILY_HANDLER);
  for (const trigger of mine) ScriptApp.deleteTrigger(trigger);
  return mine.length;
}

/** Consent first: a person may have left out the mail, and a trigger made then would fail each morning (docs/platform.md#installable-triggers). */
function turnOn({ ScriptApp }: Services, properties: Properties, me: string): void {
  consentToAll({ ScriptApp });
  ScriptApp.newTrigger(DAILY_HANDLER).timeBased().atHour(HOUR).everyDays(1).create();
  properties.setProperty(OWNER, me);
}

/** Whether the daily run of this person is the one that counts; after a hand-over the former one's trigger does nothing. */
export function whoseDailyMail({ PropertiesService, Session }: Services): 'mine' | 'nobodys' | 'another' {
  const owner = PropertiesService.getDocumentProperties()?.getProperty(OWNER) ?? null;
  if (owner === null) return 'nobodys';
  return owner === Session.getEffectiveUser().getEmail() ? 'mine' : 'another';
}
