import type { Seldom } from '../app/edit.ts';
import type { DocxPort, PlanTemplate, TemplatesPort } from '../app/ports.ts';

/** What the menu can do, and the one door of the pages. */
export type Actions = typeof import('./actions.ts');
type Door = typeof import('../app/ask.ts');
type Daily = typeof import('../app/daily-run.ts');
type SelfTest = typeof import('./self-test/run.ts');
type SelfTestTrigger = typeof import('./self-test/trigger.ts');
type Paste = typeof import('../app/say-paste.ts');
type Giving = typeof import('../app/take-back.ts');

/**
 * The only `require` of the house: the bundler turns it into a call that evaluates the module on first use, so that an edit
 * pays for judging its rows and not for the menu's actions, the report, the .docx engine or the plan.
 */
declare const require: {
  (path: './actions.ts'): Actions;
  (path: './self-test/run.ts'): SelfTest;
  (path: './self-test/trigger.ts'): SelfTestTrigger;
  (path: '../app/ask.ts'): Door;
  (path: '../app/daily-run.ts'): Daily;
  (path: '../app/say-paste.ts'): Paste;
  (path: '../app/take-back.ts'): Giving;
  (path: '../paper/docx/engine.ts'): typeof import('../paper/docx/engine.ts');
  (path: '../plan-templates/gia-luong-2021-2025.json'): PlanTemplate;
};

export const lazyActions = (): Actions => require('./actions.ts');
export const lazySelfTest = (): SelfTest => require('./self-test/run.ts');
export const lazySelfTestTrigger = (): SelfTestTrigger => require('./self-test/trigger.ts');
export const lazyDoor = (): Door => require('../app/ask.ts');
export const lazyDaily = (): Daily => require('../app/daily-run.ts');
/** What few edits need. */
export const lazySeldom: Seldom = {
  sayPaste: (pasted) => require('../app/say-paste.ts').sayPaste(pasted),
  takeBack: (...hit) => require('../app/take-back.ts').takeBack(...hit),
};

export const lazyDocx: DocxPort = {
  toDocx: (paper, template) => require('../paper/docx/engine.ts').toDocx(paper, template),
  checkTemplate: (bytes) => require('../paper/docx/engine.ts').checkTemplate(bytes),
  partsOf: (bytes) => require('../paper/docx/engine.ts').partsOf(bytes),
};

const TEMPLATES: ReadonlyMap<string, () => PlanTemplate> = new Map([
  ['gia-luong-2021-2025', () => require('../plan-templates/gia-luong-2021-2025.json')],
]);

export const lazyTemplates: TemplatesPort = {
  keys: () => [...TEMPLATES.keys()],
  load: (key) => TEMPLATES.get(key)?.() ?? null,
};
