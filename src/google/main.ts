/** The exports of this file are the globals of the script: menu items, triggers, and the one door of every page. */
import type { Answer, CallName, Json } from '../app/calls.ts';
import { onEdited } from '../app/entry/edit.ts';
import type { DailyReply } from '../app/replies/mail.ts';
import { consentToAll } from './adapters/consent.ts';
import { logFailure } from './adapters/failure.ts';
import { GOOGLE } from './adapters/globals.ts';
import { googlePorts } from './adapters/ports.ts';
import {
  type Actions,
  lazyActions,
  lazyDaily,
  lazyDoor,
  lazyEdit,
  lazyFailure,
  lazyMenu,
  lazyScreen,
  lazySelfTest,
  lazySelfTestTrigger,
} from './lazy.ts';
import type { MenuContext } from './menu-context.ts';
import type { Screen } from './screen.ts';
import type { EditEvent } from './surface/spreadsheet.ts';

/** Runs a menu item; a failure of the environment is logged and told in a sentence. */
function inContext(name: string, choose: (actions: Actions) => (context: MenuContext) => void): void {
  atScreen(name, (screen) => choose(lazyActions())({ google: GOOGLE, ports: googlePorts(GOOGLE), screen }));
}

/** The same for what only opens a page: its door is evaluated when the page asks. */
function atScreen(name: string, work: (screen: Screen) => void): void {
  const screen = lazyScreen().screenOf(GOOGLE);
  try {
    work(screen);
  } catch (error) {
    logFailure(name, error);
    // Where there is no screen the log alone must do.
    unwatched('alert', () => screen.tell(lazyFailure().sayFailure(error)));
  }
}

/** Runs a trigger that nobody watches: failures are only logged. */
function unwatched(name: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    logFailure(name, error);
  }
}

export function onOpen(): void {
  unwatched('onOpen', () => lazyMenu().addMenu(GOOGLE.SpreadsheetApp.getUi()));
}

/**
 * Judges the edited rows again. Google keeps only two waiting edits and drops the rest: the batch run is the authority
 * (docs/platform.md#simple-triggers).
 */
export function onEdit(event: EditEvent): void {
  unwatched('onEdit', () => {
    const { range } = event;
    const edit = {
      sheetId: range.getSheet().getSheetId(),
      row: range.getRow(),
      rows: range.getNumRows(),
      column: range.getColumn(),
      columns: range.getNumColumns(),
    };
    const { sentence } = onEdited(googlePorts(GOOGLE), edit, lazyEdit);
    if (sentence !== null) lazyScreen().screenOf(GOOGLE).hint(sentence);
  });
}

/** The daily trigger: brings the grey cells up to date, then mails what is new. The answer is for the local command line. */
export function runDaily(): Json<DailyReply | null> {
  let reply: DailyReply | null = null;
  unwatched('runDaily', () => {
    const log = (step: string, error: unknown): void => logFailure(`runDaily, ${step}`, error);
    reply = lazyDaily().runDailyOf({ google: GOOGLE, ports: googlePorts(GOOGLE), log });
  });
  return JSON.stringify(reply);
}

/** The one door of every page: a JSON request in, a JSON answer out. */
export function ask(request: string): Json<Answer<CallName>> {
  try {
    return lazyDoor().ask(googlePorts(GOOGLE), request);
  } catch (error) {
    logFailure('ask', error);
    return JSON.stringify({ ok: false, sentence: lazyFailure().sayFailure(error) });
  }
}

export function menuToday(): void {
  atScreen('menuToday', (screen) => screen.openSidebar('today'));
}

export function menuEnter(): void {
  atScreen('menuEnter', (screen) => screen.openSidebar('enter'));
}

export function menuOwed(): void {
  atScreen('menuOwed', (screen) => screen.openSidebar('owed'));
}

export function menuOpenPeriod(): void {
  atScreen('menuOpenPeriod', (screen) => screen.openDialog('open-period'));
}

export function menuCheck(): void {
  inContext('menuCheck', ({ check }) => check);
}

export function menuReport(): void {
  atScreen('menuReport', (screen) => screen.openSidebar('report'));
}

export function menuReportPdf(): void {
  inContext('menuReportPdf', ({ reportPdf }) => reportPdf);
}

export function menuReconcile(): void {
  atScreen('menuReconcile', (screen) => screen.openSidebar('reconcile'));
}

export function menuClosePeriod(): void {
  atScreen('menuClosePeriod', (screen) => screen.openDialog('close-period'));
}

export function menuRefresh(): void {
  inContext('menuRefresh', ({ refresh }) => refresh);
}

export function menuYears(): void {
  inContext('menuYears', ({ years }) => years);
}

export function menuExtras(): void {
  atScreen('menuExtras', (screen) => screen.openSidebar('extras'));
}

export function menuMatrix(): void {
  inContext('menuMatrix', ({ matrix }) => matrix);
}

export function menuLetters(): void {
  atScreen('menuLetters', (screen) => screen.openSidebar('papers'));
}

export function menuBrief(): void {
  atScreen('menuBrief', (screen) => screen.openSidebar('papers'));
}

export function menuMeeting(): void {
  inContext('menuMeeting', ({ meeting }) => meeting);
}

export function menuSlip(): void {
  atScreen('menuSlip', (screen) => screen.openSidebar('papers'));
}

export function menuUndo(): void {
  inContext('menuUndo', ({ undo }) => undo);
}

export function menuReopenPeriod(): void {
  atScreen('menuReopenPeriod', (screen) => screen.openDialog('reopen-period'));
}

export function menuExportPeriod(): void {
  inContext('menuExportPeriod', ({ exportPeriod }) => exportPeriod);
}

export function menuReason(): void {
  atScreen('menuReason', (screen) => screen.openDialog('reason'));
}

export function menuByPrompt(): void {
  inContext('menuByPrompt', ({ byPrompt }) => byPrompt);
}

export function menuConfirm(): void {
  atScreen('menuConfirm', (screen) => screen.openSidebar('proposals'));
}

export function menuMailPreview(): void {
  inContext('menuMailPreview', ({ previewMail }) => previewMail);
}

export function menuSetUp(): void {
  atScreen('menuSetUp', (screen) => {
    consentToAll(GOOGLE);
    screen.openDialog('set-up');
  });
}

/** For a page that this browser cannot unpack (`sidebar/start.ts`): the same one as plain text, and a mark for the self-test that one was asked for. */
export function showPlainPage(part: unknown): void {
  atScreen('showPlainPage', (screen) => screen.openPlain(part));
  unwatched('showPlainPage', () =>
    GOOGLE.PropertiesService.getDocumentProperties()?.setProperty(lazyScreen().PLAIN_PAGE_ASKED, 'asked'),
  );
}

export function menuImport(): void {
  atScreen('menuImport', (screen) => screen.openDialog('import'));
}

export function menuAdopt(): void {
  inContext('menuAdopt', ({ adopt }) => adopt);
}

export function menuUpgrade(): void {
  inContext('menuUpgrade', ({ upgrade }) => upgrade);
}

export function menuRollOver(): void {
  atScreen('menuRollOver', (screen) => screen.openDialog('roll-over'));
}

export function menuTemplate(): void {
  atScreen('menuTemplate', (screen) => screen.openSidebar('template'));
}

export function menuDailyMail(): void {
  inContext('menuDailyMail', ({ dailyMail }) => dailyMail);
}

export function menuSettingsTabs(): void {
  inContext('menuSettingsTabs', ({ settingsTabs }) => settingsTabs);
}

export function menuSelfTest(): void {
  inContext('menuSelfTest', () => lazySelfTest().selfTest);
}

/** The one-off trigger of the self-test. */
export function runSelfTestTrigger(): void {
  unwatched('runSelfTestTrigger', () => lazySelfTestTrigger().observeInTrigger(GOOGLE));
}

export function menuHelp(): void {
  inContext('menuHelp', ({ help }) => help);
}
