import { MENU_CAPTIONS, MENU_TITLE, type MenuItem, SUBMENU_CAPTIONS } from '../words/pages/menu.ts';
import type { Menu, Ui } from './surface/ui.ts';

/** Which global each item runs. */
export const MENU_FUNCTIONS: Readonly<Record<MenuItem, string>> = {
  today: 'menuToday',
  enter: 'menuEnter',
  'open-period': 'menuOpenPeriod',
  check: 'menuCheck',
  owed: 'menuOwed',
  report: 'menuReport',
  reconcile: 'menuReconcile',
  'close-period': 'menuClosePeriod',
  refresh: 'menuRefresh',
  undo: 'menuUndo',
  years: 'menuYears',
  extras: 'menuExtras',
  matrix: 'menuMatrix',
  letters: 'menuLetters',
  brief: 'menuBrief',
  meeting: 'menuMeeting',
  slip: 'menuSlip',
  'mail-preview': 'menuMailPreview',
  'report-pdf': 'menuReportPdf',
  'reopen-period': 'menuReopenPeriod',
  'export-period': 'menuExportPeriod',
  confirm: 'menuConfirm',
  reason: 'menuReason',
  'by-prompt': 'menuByPrompt',
  'set-up': 'menuSetUp',
  import: 'menuImport',
  adopt: 'menuAdopt',
  upgrade: 'menuUpgrade',
  'roll-over': 'menuRollOver',
  template: 'menuTemplate',
  'daily-mail': 'menuDailyMail',
  'settings-tabs': 'menuSettingsTabs',
  'self-test': 'menuSelfTest',
  help: 'menuHelp',
};

const LINE = 'line';
const TOP = [
  'today',
  'enter',
  LINE,
  'open-period',
  'check',
  'owed',
  'report',
  'reconcile',
  'close-period',
  LINE,
  'refresh',
  'undo',
] as const;
const OTHER = [
  'years',
  'extras',
  'matrix',
  'letters',
  'brief',
  'meeting',
  'slip',
  'confirm',
  'reason',
  'mail-preview',
  'report-pdf',
  'reopen-period',
  'export-period',
  'by-prompt',
] as const;
const SETTINGS = [
  'set-up',
  'import',
  'roll-over',
  'adopt',
  'upgrade',
  'template',
  'daily-mail',
  'settings-tabs',
  'self-test',
] as const;

/** Adds the menu to the spreadsheet. */
export function addMenu(ui: Ui): void {
  const menu = fill(ui.createMenu(MENU_TITLE), TOP);
  menu.addSubMenu(fill(ui.createMenu(SUBMENU_CAPTIONS.other), OTHER));
  menu.addSubMenu(fill(ui.createMenu(SUBMENU_CAPTIONS.settings), SETTINGS));
  fill(menu, ['help']).addToUi();
}

function fill(menu: Menu, rows: readonly (MenuItem | typeof LINE)[]): Menu {
  for (const row of rows) {
    if (row === LINE) menu.addSeparator();
    else menu.addItem(MENU_CAPTIONS[row], MENU_FUNCTIONS[row]);
  }
  return menu;
}
