import { claimsOf, OWN } from './claim.ts';

const DOC = 'application/vnd.google-apps.document';
const MEMORY = 'src/host/services/memory.ts';
const SCRIPT = 'src/host/services/script.ts';
const FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

/** The runtime and its environment. */
export const RUNTIME = claimsOf(
  { area: 'runtime', hostPlace: 'src/host/realm/prelude.ts' },
  {
    'bare-realm': ['Which globals of browsers and Node exist?', []],
    'fresh-realm': ['Which run of its own globals is the trigger’s?', 1],
    'advanced-service': ['Is the advanced service Drive there?', 'nothing', { hostPlace: 'src/host/execution.ts' }],
    'no-web-assembly': ['Is there WebAssembly?', 'object', { onHost: 'undefined' }],
    'intl-vietnamese': ['Does Intl know Vietnamese?', ['vi', '1.234,5'], OWN],
    'unicode-forms': ['Are composed and decomposed Vietnamese letters told apart and joined?', true, OWN],
  },
);

/** Cache, properties, lock. */
export const MEMORIES = claimsOf(
  { area: 'cache, properties, lock', hostPlace: MEMORY },
  {
    'cache-key-limit': ['What does a key of 251 characters throw?', 'Invalid argument: key'],
    'cache-key-longest': ['What does a key of 250 characters throw?', 'nothing', { fact: 'cache-key-limit' }],
    'cache-key-blank': ['What does a blank key throw?', 'Invalid argument: key', { fact: 'cache-key-limit' }],
    'cache-value-limit': ['What does a value of 102,401 bytes throw?', 'Argument too large: value'],
    'cache-value-longest': ['What does a value of 102,400 bytes throw?', 'nothing', { fact: 'cache-value-limit' }],
    'cache-text': ['As what is a number cached?', 'string 12'],
    'property-missing': ['What is a property that is not there?', null],
    'property-text': ['As what is a number kept?', 'string 12'],
    'property-value-longest': ['What does a property of 9 kB throw?', 'nothing', { fact: 'property-value-limit' }],
    'property-value-limit': ['What does a longer one throw?', FULL],
    'lock-negative': ['Does waiting less than no time for a lock throw?', true],
    'lock-in-trigger': ['Is there a lock in a trigger?', true, { fact: 'lock-no-document' }],
    'cache-in-trigger': ['Is there a cache in a trigger?', 'v', { fact: 'cache-no-document' }],
    'lock-twice': ['May an execution take its lock twice?', [true, true], OWN],
  },
);

/** Who runs it, mail, triggers. */
export const PEOPLE = claimsOf(
  { area: 'identity, mail, triggers', hostPlace: SCRIPT },
  {
    'menu-person': ['Are active and effective user of a menu item the same person?', true],
    'page-missing': ['Does a page that is not there throw?', true, { hostPlace: 'src/host/services/ui.ts' }],
    'page-unpacked': [
      'Did no browser ask for the plain page since the first click opened one?',
      true,
      { ...OWN, hostPlace: 'src/sidebar/start.ts' },
    ],
    'page-seen': [
      'Does the page that the first click opened show anything (0, by eye)?',
      true,
      { ...OWN, onHost: null, hostPlace: 'src/sidebar/start.ts' },
    ],
    'triggers-all-scopes': ['Does asking a person who agreed to all permissions ask nothing?', 'nothing'],
    'mail-quota': ['Does the mail quota tell a number?', true, { ...OWN, hostPlace: 'src/host/services/mail.ts' }],
    'triggers-gone': ['How many triggers does a deleted one leave?', 0],
    'currentonly-in-trigger': [
      'What does reading the spreadsheet in a trigger throw?',
      'nothing',
      { hostPlace: 'src/host/services/permission.ts' },
    ],
    'trigger-creator': ['Is the effective user of a trigger who made it?', true],
    'trigger-active': ['Is its active user the same person?', true],
    'no-ui-in-trigger': [
      'What does getUi throw in a trigger?',
      'Cannot call SpreadsheetApp.getUi() from this context.',
      { hostPlace: 'src/host/services/ui.ts' },
    ],
    'toast-anywhere': ['What does a toast throw in a trigger?', 'nothing', { hostPlace: 'src/host/services/spreadsheet.ts' }],
  },
);

/** Documents in Drive. */
export const DOCUMENTS = claimsOf(
  { area: 'documents', hostPlace: 'src/host/services/drive.ts' },
  {
    'docx-kept': ['Does Drive keep a .docx as one?', true, OWN],
    'docx-converted': [
      'Does Drive make a Google Doc of our .docx?',
      DOC,
      { ...OWN, onHost: 'threw API call to drive.files.create failed with error: Bad Request' },
    ],
    'docx-seen': [
      'Which of page number, first page without one, joined cell, column widths, turned annex survive (1 to 5, by eye)?',
      '12345',
      { ...OWN, onHost: null, hostPlace: 'src/paper/docx, if reports shall become Google Docs' },
    ],
  },
);

/** Milliseconds of one call, as the host's clock models them. */
export const TIMES = claimsOf(
  { area: 'time per call (ms)', hostPlace: 'src/host/core/calls.ts', timed: true },
  {
    'time-read': ['getValues of 1,000 cells', 309],
    'time-write': ['setValues of 1,000 cells, not flushed', 25],
    'time-flush': ['flush of 1,000 cells', 600],
    'time-formats': ['getNumberFormats of 1,000 cells', 300],
    'time-name': ['getName of a sheet', 150],
    'time-cache': ['putAll of one value', 90],
    'time-property-set': ['setProperty', 60],
    'time-property-delete': ['deleteProperty', 60],
    'time-lock': ['tryLock and releaseLock', 20],
  },
);
