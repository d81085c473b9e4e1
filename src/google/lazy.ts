import type { DocxPort } from '../app/base/ports.ts';
import type { LazyEdit } from '../app/entry/edit.ts';

/** What the menu can do, and the one door of the pages. */
export type Actions = typeof import('./actions.ts');
type Door = typeof import('../app/ask.ts');
type Daily = typeof import('./daily.ts');
type SelfTest = typeof import('./self-test/run.ts');
type SelfTestTrigger = typeof import('./self-test/trigger.ts');
type Paste = typeof import('../app/entry/paste-summary.ts');
type SayEdit = typeof import('../app/entry/say-edit.ts');
type Failure = typeof import('./adapters/say-failure.ts');
type Documents = typeof import('./adapters/documents.ts');
type Giving = typeof import('../app/base/roll-back.ts');
type Layout = typeof import('./adapters/layout.ts');
type Charts = typeof import('./adapters/charts.ts');
type Renewal = typeof import('./adapters/renew.ts');
type Guards = typeof import('./adapters/guards.ts');
type BareTab = typeof import('./adapters/bare-tab.ts');
type MenuBar = typeof import('./menu.ts');
type Screens = typeof import('./screen.ts');

/**
 * The only `require` of the project: the bundler turns it into a call that evaluates the module on first use, so that an edit
 * pays for judging its rows and not for the menu's actions, the report or the .docx engine.
 */
declare const require: {
  (path: './actions.ts'): Actions;
  (path: './self-test/run.ts'): SelfTest;
  (path: './self-test/trigger.ts'): SelfTestTrigger;
  (path: '../app/ask.ts'): Door;
  (path: './daily.ts'): Daily;
  (path: './adapters/say-failure.ts'): Failure;
  (path: './adapters/documents.ts'): Documents;
  (path: '../app/entry/paste-summary.ts'): Paste;
  (path: '../app/entry/say-edit.ts'): SayEdit;
  (path: '../app/base/roll-back.ts'): Giving;
  (path: './adapters/layout.ts'): Layout;
  (path: './adapters/charts.ts'): Charts;
  (path: './adapters/renew.ts'): Renewal;
  (path: './adapters/guards.ts'): Guards;
  (path: './adapters/bare-tab.ts'): BareTab;
  (path: './menu.ts'): MenuBar;
  (path: './screen.ts'): Screens;
  (path: '../paper/docx/engine.ts'): typeof import('../paper/docx/engine.ts');
};

export const lazyActions = (): Actions => require('./actions.ts');
export const lazySelfTest = (): SelfTest => require('./self-test/run.ts');
export const lazySelfTestTrigger = (): SelfTestTrigger => require('./self-test/trigger.ts');
export const lazyDoor = (): Door => require('../app/ask.ts');
export const lazyDaily = (): Daily => require('./daily.ts');
/** How tabs look: set-up, an upgrade and the overview's chart need it, an edit never does. */
export const lazyLayout = (): Layout => require('./adapters/layout.ts');
export const lazyCharts = (): Charts => require('./adapters/charts.ts');
export const lazyRenewal = (): Renewal => require('./adapters/renew.ts');
export const lazyGuards = (): Guards => require('./adapters/guards.ts');
export const lazyBareTab = (): BareTab => require('./adapters/bare-tab.ts');
/** Needed once, when the workbook is opened. */
export const lazyMenu = (): MenuBar => require('./menu.ts');
/** An edit says something only where a row asks for it. */
export const lazyScreen = (): Screens => require('./screen.ts');
export const lazyFailure = (): Failure => require('./adapters/say-failure.ts');
export const lazyDocuments = (): Documents => require('./adapters/documents.ts');
/** What few edits need. */
export const lazyEdit: LazyEdit = {
  sayEdit: (...edited) => require('../app/entry/say-edit.ts').sayEdit(...edited),
  sayPaste: (pasted) => require('../app/entry/paste-summary.ts').sayPaste(pasted),
  rollBack: (...hit) => require('../app/base/roll-back.ts').rollBack(...hit),
};

export const lazyDocx: DocxPort = {
  toDocx: (paper, template) => require('../paper/docx/engine.ts').toDocx(paper, template),
  checkTemplate: (bytes) => require('../paper/docx/engine.ts').checkTemplate(bytes),
  partsOf: (bytes) => require('../paper/docx/engine.ts').partsOf(bytes),
};
