import type { HandedFile } from '../app/replies/actions.ts';
import { MENU_TITLE } from '../words/pages/menu.ts';
import { ALL_PARTS, type DialogName, isDialog, type PagePart } from '../words/pages/page-parts.ts';
import type { Google } from './surface/google.ts';
import type { HtmlOutput } from './surface/ui.ts';

type Services = Pick<Google, 'SpreadsheetApp' | 'HtmlService' | 'PropertiesService'>;

const TOAST_SECONDS = 10;
/** Fits a screen of 1366 × 768 with the browser's bars; what is longer scrolls inside. */
const DIALOG_WIDTH = 520;
const DIALOG_HEIGHT = 500;
/** A passage and its row side by side. */
const WIDE: Partial<Record<PagePart, number>> = { import: 1_000 };

/** Files with their bytes as base64. */
export type Handed = { readonly said: readonly string[]; readonly files: readonly HandedFile[] };

/** What a menu function says to the person before the sheet. An alert suspends the run and drops its locks: only say when all is done. */
export type Screen = {
  tell(text: string): void;
  hint(text: string): void;
  /** `null`: the person cancelled. */
  ask(text: string): string | null;
  agrees(text: string): boolean;
  /** The page at one of its screens or parts. */
  openSidebar(part: PagePart): void;
  /** The page as one of its dialogs. */
  openDialog(part: DialogName): void;
  /** The page at that part once more, as plain text; what is no part of it is the first one. */
  openPlain(part: unknown): void;
  /** Files to download, with what is to be said of them; asks nothing of the server, so that it works where pages cannot reach it. */
  handOver(handed: Handed): void;
};

export function screenOf(google: Services): Screen {
  const { SpreadsheetApp } = google;
  const screen: Screen = {
    tell: (text) => {
      const ui = SpreadsheetApp.getUi();
      ui.alert(MENU_TITLE, text, ui.ButtonSet.OK);
    },
    hint: (text) => SpreadsheetApp.getActiveSpreadsheet().toast(text, MENU_TITLE, TOAST_SECONDS),
    ask: (text) => {
      const ui = SpreadsheetApp.getUi();
      const answer = ui.prompt(MENU_TITLE, text, ui.ButtonSet.OK_CANCEL);
      return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : null;
    },
    agrees: (text) => {
      const ui = SpreadsheetApp.getUi();
      return ui.alert(MENU_TITLE, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
    },
    openSidebar: (part) => {
      SpreadsheetApp.getUi().showSidebar(pageAt(google, part).setTitle(MENU_TITLE));
    },
    openDialog: (part) => {
      const page = pageAt(google, part)
        .setWidth(WIDE[part] ?? DIALOG_WIDTH)
        .setHeight(DIALOG_HEIGHT);
      SpreadsheetApp.getUi().showModalDialog(page, MENU_TITLE);
    },
    openPlain: (part) => {
      const wanted = ALL_PARTS.find((each) => each === part) ?? 'today';
      const page = pageAt(google, wanted, PLAIN_PAGE);
      if (isDialog(wanted))
        SpreadsheetApp.getUi().showModalDialog(page.setWidth(WIDE[wanted] ?? DIALOG_WIDTH).setHeight(DIALOG_HEIGHT), MENU_TITLE);
      else SpreadsheetApp.getUi().showSidebar(page.setTitle(MENU_TITLE));
    },
    handOver: (handed) => {
      // Plain at once: a second one could not bring the files along.
      const page = pageAt(google, 'files', PLAIN_PAGE).append(`<script>window.handed=${inScript(handed)}</script>`);
      SpreadsheetApp.getUi().showModalDialog(page.setWidth(DIALOG_WIDTH).setHeight(DIALOG_HEIGHT), MENU_TITLE);
    },
  };
  return screen;
}

/** As a script may hold it: no letter of it may end the script or look like a scriptlet. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const PAGE = 'sidebar';
/** The same page, its script as plain text; a page that cannot be unpacked asks for it, so that no opening pays for the question. */
const PLAIN_PAGE = 'sidebar-plain';
/** The document's property that says that a browser asked for it. */
export const PLAIN_PAGE_ASKED = 'plain-page';
/** The one page, told where to begin. */
function pageAt(google: Services, part: PagePart, file = PAGE): HtmlOutput {
  const page = google.HtmlService.createHtmlOutputFromFile(file);
  return part === 'today' ? page : page.append(`<script>document.documentElement.dataset.part=${JSON.stringify(part)}</script>`);
}
