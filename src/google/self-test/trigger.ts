import { PLAIN_PAGE_ASKED } from '../screen.ts';
import type { Google } from '../surface/google.ts';
import type { Properties } from '../surface/services.ts';
import type { Made } from './documents.ts';
import { look, type Observed, said } from './scratch.ts';
import { KEY } from './services.ts';

/** The global that the one-off trigger runs. */
const HANDLER = 'runSelfTestTrigger';
const SOON = 1000;

/** What the first click leaves for the second, in a property of the document; `seen` is written by the trigger between them. */
export type Note = {
  readonly person: string;
  readonly doc: Made | null;
  /** What Drive said of the conversion. */
  readonly converted: string;
  readonly seen: Readonly<Record<string, Observed>> | null;
};

const properties = ({ PropertiesService }: Google): Properties => {
  const held = PropertiesService.getDocumentProperties();
  if (held === null) throw new Error('There is no document');
  return held;
};

/** The note of a first click; `null` when this is the first one. */
export function readNote(google: Google): Note | null {
  return JSON.parse(properties(google).getProperty(KEY) ?? 'null');
}

/** Leaves a note, and has the trigger go off soon; from now on a page that cannot be unpacked leaves its mark. */
export function leaveNote(google: Google, made: Pick<Note, 'doc' | 'converted'>): void {
  const note: Note = { person: google.Session.getEffectiveUser().getEmail(), ...made, seen: null };
  properties(google).deleteProperty(PLAIN_PAGE_ASKED);
  properties(google).setProperty(KEY, JSON.stringify(note));
  google.ScriptApp.newTrigger(HANDLER).timeBased().after(SOON).create();
}

/** Takes the note and this person's triggers of the self-test away. */
export function clearNote(google: Google): void {
  properties(google).deleteProperty(KEY);
  for (const trigger of google.ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === HANDLER) google.ScriptApp.deleteTrigger(trigger);
}

/** Whether no page was asked for as plain text since the first click opened one. */
export function isPageUnpacked(google: Google): boolean {
  return properties(google).getProperty(PLAIN_PAGE_ASKED) === null;
}

let runs = 0;

/** Counts in a global, which is new in every execution. */
export const countRun = (): number => {
  runs += 1;
  return runs;
};

type TriggerProbe = (google: Google, note: Note) => Observed;

/** What only an execution without a screen can tell. */
const TRIGGER_PROBES = {
  'fresh-realm': countRun,
  'currentonly-in-trigger': ({ SpreadsheetApp }) =>
    said(() => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]?.getRange(1, 1, 1, 1).getValues()),
  'trigger-creator': ({ Session }, { person }) => Session.getEffectiveUser().getEmail() === person,
  'trigger-active': ({ Session }, { person }) => Session.getActiveUser().getEmail() === person,
  'no-ui-in-trigger': ({ SpreadsheetApp }) => said(() => SpreadsheetApp.getUi()),
  'lock-in-trigger': ({ LockService }) => {
    const lock = LockService.getScriptLock();
    const taken = lock.tryLock(1000);
    lock.releaseLock();
    return taken;
  },
  'cache-in-trigger': ({ CacheService }) => {
    const cache = CacheService.getScriptCache();
    cache.putAll({ [KEY]: 'v' }, 60);
    return cache.getAll([KEY])[KEY] ?? null;
  },
  'toast-anywhere': ({ SpreadsheetApp }) => said(() => SpreadsheetApp.getActiveSpreadsheet().toast(KEY, KEY, 1)),
} satisfies Readonly<Record<string, TriggerProbe>>;
export type TriggerProbeId = keyof typeof TRIGGER_PROBES;

/** Runs in the one-off trigger: adds what it sees to the note. */
export function observeInTrigger(google: Google): void {
  const note = readNote(google);
  if (note === null) return;
  const seen = Object.fromEntries(
    Object.entries<TriggerProbe>(TRIGGER_PROBES).map(([id, probe]) => [id, look(() => probe(google, note))]),
  );
  properties(google).setProperty(KEY, JSON.stringify({ ...note, seen }));
}
