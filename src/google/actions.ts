import { asksKeeper } from '../app/base/roles.ts';
import { proposedPeriods } from '../app/checks/proposal-lines.ts';
import type { PapersReply } from '../app/replies/actions.ts';
import { sameWord } from '../domain/core/word.ts';
import { yearPage } from '../paper/year-page.ts';
import { REFUSALS } from '../words/core/refusals.ts';
import { GUIDE, sayVersion } from '../words/pages/guide.ts';
import {
  askForPeriod,
  BY_PROMPT,
  DONE,
  NO_MAIL,
  SET_UP_QUESTIONS,
  sayOtherMails,
  sayProblemCounts,
} from '../words/pages/menu-sentences.ts';
import { STEPS } from '../words/pages/steps.ts';
import { YEAR_WORDS } from '../words/pages/years.ts';
import { sayPackage } from '../words/province/package.ts';
import { ASK_ROLE, MAKE_REPORT, sayPapers, sayPdf, sayReportMade } from '../words/report/papers.ts';
import { ADOPT } from '../words/set-up/adopt.ts';
import { sayUpgrade, UPGRADE } from '../words/set-up/upgrade.ts';
import { TABS } from '../workbook/tabs/all.ts';
import { consentToAll } from './adapters/consent.ts';
import { toggleDailyMail } from './adapters/daily-trigger.ts';
import { tabFinder } from './adapters/tab-ids.ts';
import { type MenuContext, request } from './menu-context.ts';
import type { Google } from './surface/google.ts';
import type { Sheet } from './surface/spreadsheet.ts';

/**
 * Menu actions without a page: under several signed-in accounts `google.script.run` fails, menu functions do not
 * (docs/platform.md#calls-from-a-page).
 */
export function byPrompt(context: MenuContext): void {
  const typed = context.screen.ask(BY_PROMPT);
  if (typed === null) return;
  const way = WAYS[Number(typed) - 1];
  if (way === undefined) context.screen.tell(BY_PROMPT);
  else way(context);
}

/** In the order in which `BY_PROMPT` names them. */
const WAYS = [openPeriod, closePeriod, setUp, makeReport, letters, brief, slip, reopenPeriod, confirmProposals];

export function openPeriod(context: MenuContext): void {
  const period = choosePeriod(context, 'open', proposedPeriods(context.ports).toOpen);
  const reply = period === null ? null : request(context, 'open-period', { period });
  if (reply !== null) context.screen.tell(DONE.opened(reply.period, reply.added, reply.kept));
}

export function makeReport(context: MenuContext): void {
  const period = choosePeriod(context, 'report', proposedPeriods(context.ports).entering);
  const preview = period === null ? null : request(context, 'report-preview', { period });
  if (preview === null || !context.screen.agrees(`${preview.text}\n\n${MAKE_REPORT(preview.draft)}`)) return;
  const reply = request(context, 'report', { period: preview.period });
  if (reply !== null) tellFiles(context, reply, sayReportMade(reply));
}

export function matrix(context: MenuContext): void {
  tellPapers(context, request(context, 'matrix', {}));
}

export function letters(context: MenuContext): void {
  ofPeriod(context, 'letters');
}

export function brief(context: MenuContext): void {
  ofPeriod(context, 'brief');
}

export function meeting(context: MenuContext): void {
  ofPeriod(context, 'meeting');
}

function ofPeriod(context: MenuContext, call: 'letters' | 'brief' | 'meeting'): void {
  const period = choosePeriod(context, 'papers', proposedPeriods(context.ports).entering);
  if (period !== null) tellPapers(context, request(context, call, { period }));
}

export function slip(context: MenuContext): void {
  const period = choosePeriod(context, 'papers', proposedPeriods(context.ports).entering);
  const role = period === null ? null : context.screen.ask(ASK_ROLE);
  if (period !== null && role !== null) tellPapers(context, request(context, 'slip', { period, role }));
}

function tellPapers(context: MenuContext, reply: PapersReply | null): void {
  if (reply !== null) tellFiles(context, reply, sayPapers(reply).join('\n'));
}

/** Links where the files lie in Drive, else a dialog that downloads them. */
function tellFiles({ screen }: MenuContext, { files, notKept }: Pick<PapersReply, 'files' | 'notKept'>, said: string): void {
  if (files.every(({ url }) => url !== '')) screen.tell(said);
  else screen.handOver({ said: [...(notKept === null ? [] : [notKept]), ...said.split('\n')], files });
}

export function reportPdf(context: MenuContext): void {
  const period = choosePeriod(context, 'report', proposedPeriods(context.ports).entering);
  const reply = period === null ? null : request(context, 'report-pdf', { period });
  if (reply !== null) context.screen.tell(sayPdf(reply));
}

export function closePeriod(context: MenuContext): void {
  const period = choosePeriod(context, 'close', proposedPeriods(context.ports).entering);
  const reply = period === null ? null : request(context, 'close-period', { period });
  if (reply !== null) context.screen.tell(`${DONE.closed(reply.period, reply.version, reply.facts)}\n${reply.package}`);
}

/** `null`: cancelled, or nothing proposed and nothing typed. */
function choosePeriod({ screen }: MenuContext, what: Parameters<typeof askForPeriod>[0], proposal: string | null): string | null {
  const typed = screen.ask(askForPeriod(what, proposal));
  return typed === '' ? proposal : typed;
}

export function exportPeriod(context: MenuContext): void {
  const period = choosePeriod(context, 'papers', proposedPeriods(context.ports).toReopen);
  const reply = period === null ? null : request(context, 'export-period', { period });
  if (reply !== null) tellFiles(context, reply, sayPackage(reply).join('\n'));
}

export function check(context: MenuContext): void {
  const reply = request(context, 'check', {});
  if (reply === null) return;
  context.screen.hint(sayProblemCounts(reply.counts.problems));
  context.screen.openSidebar('check');
}

export function refresh(context: MenuContext): void {
  const reply = request(context, 'refresh', {});
  if (reply !== null) context.screen.hint(DONE.refreshed(reply.written, sayProblemCounts(reply.counts.problems)));
}

export function undo(context: MenuContext): void {
  const last = request(context, 'undo-preview', {});
  if (last === null) context.screen.tell(STEPS.nothingToUndo);
  else if (context.screen.agrees(STEPS.undo(last.text))) {
    const reply = request(context, 'undo', { of: last.of });
    if (reply !== null) context.screen.tell(STEPS.undone(reply.text));
  }
}

export function reopenPeriod(context: MenuContext): void {
  const { screen } = context;
  const proposal = proposedPeriods(context.ports).toReopen;
  const typed = screen.ask(STEPS.reopen(proposal));
  const period = typed === '' ? proposal : typed;
  const reason = period === null ? null : screen.ask(STEPS.reason);
  const reply = period === null || reason === null ? null : request(context, 'reopen-period', { period, reason });
  if (reply !== null) screen.tell(STEPS.reopened(reply.period));
}

export function confirmProposals(context: MenuContext): void {
  const typed = context.screen.ask(STEPS.confirm);
  if (typed === null) return;
  const isAll = sameWord(typed, STEPS.confirmAll);
  const ids = isAll ? [] : typed.split(/[;,\s]+/u).filter((id) => id !== '');
  // An empty box with Enter must not confirm everything: that is the office's decision.
  const isEmpty = ids.length === 0 && !isAll;
  if (isEmpty) context.screen.tell(STEPS.confirm);
  const reply = isEmpty ? null : request(context, 'confirm-proposals', { ids });
  if (reply !== null) context.screen.tell(STEPS.confirmed(reply.confirmed, reply.left));
}

export function previewMail(context: MenuContext): void {
  const reply = request(context, 'mail', { preview: true });
  if (reply === null) return;
  const others = reply.mails.filter(({ about }) => !about.includes('digest')).map(({ to, subject }) => `${to}: ${subject}`);
  context.screen.tell(
    [reply.subject, reply.text ?? NO_MAIL, ...sayOtherMails(others)].filter((part) => part !== null).join('\n\n'),
  );
}

export function setUp(context: MenuContext): void {
  consentToAll(context.google);
  const template = chooseTemplate(context);
  if (template === null) return;
  const adopts = agreesToNearTabs(context);
  const reply = request(context, 'set-up', { template, ...(adopts === null ? {} : { adopt: adopts }) });
  if (reply === null) return;
  const done = DONE.setUp(reply, DONE.planRows(reply.indicators, reply.tasks, reply.statistics));
  context.screen.tell(reply.upgraded === null ? done : `${done}\n${sayUpgrade(reply.upgraded)}`);
}

/** `null`: nothing in the workbook is nearly ours. Asked before, because set-up would make the same tabs beside. */
function agreesToNearTabs(context: MenuContext): boolean | null {
  const near = request(context, 'adopt', { agreed: '' });
  return near === null || near.proposals.length === 0 ? null : context.screen.agrees(ADOPT.question(near.proposals));
}

export function adopt(context: MenuContext): void {
  const near = request(context, 'adopt', { agreed: '' });
  if (near?.proposals.length === 0) context.screen.tell(ADOPT.nothing);
  if (near === null || near.proposals.length === 0 || !context.screen.agrees(ADOPT.question(near.proposals))) return;
  const reply = request(context, 'adopt', { agreed: near.token });
  if (reply !== null) context.screen.tell(ADOPT.done(reply.adopted));
}

export function upgrade(context: MenuContext): void {
  if (!context.screen.agrees(UPGRADE.question)) return;
  const reply = request(context, 'upgrade', {});
  if (reply !== null) context.screen.tell(sayUpgrade(reply));
}

function chooseTemplate({ ports, screen }: MenuContext): string | null {
  const keys = ports.templates.keys();
  const titles = keys.map((key) => ports.templates.load(key)?.title ?? key);
  const [only, title] = [keys[0], titles[0]];
  if (only !== undefined && title !== undefined && keys.length === 1)
    return screen.agrees(SET_UP_QUESTIONS.one(title)) ? only : null;
  const answer = screen.ask(SET_UP_QUESTIONS.many(titles));
  // A key typed by hand, or a number that stands for none, goes on as it is: the set-up itself refuses what it does not know.
  return answer === null ? null : (keys[Number(answer) - 1] ?? answer);
}

export function dailyMail({ google, ports, screen }: MenuContext): void {
  toggleDailyMail(google, screen, () => (asksKeeper(ports) ? null : REFUSALS.notAllowed));
}

export function settingsTabs({ google, screen }: MenuContext): void {
  screen.hint(toggleSettingsTabs(google) ? DONE.tabsShown : DONE.tabsHidden);
}

/** Every indicator through the years, as a page that asks nothing further. */
export function years(context: MenuContext): void {
  const reply = request(context, 'years', {});
  if (reply === null) return;
  const { HtmlService, SpreadsheetApp } = context.google;
  const page = HtmlService.createHtmlOutputFromFile('bang').append(yearPage(reply));
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(PAGE_SIZE.width).setHeight(PAGE_SIZE.height), YEAR_WORDS.title);
}

/** Fits a screen of 1366 × 768 with the browser's bars. */
const PAGE_SIZE = { width: 900, height: 560 } as const;

/** The guide, which asks nothing of the server, so that it is read where pages cannot reach it. */
export function help({ google, ports }: MenuContext): void {
  const page = google.HtmlService.createHtmlOutputFromFile('huong-dan').append(
    `<footer><p>${sayVersion(ports.build.version())}</p></footer>`,
  );
  google.SpreadsheetApp.getUi().showModalDialog(page.setWidth(PAGE_SIZE.width).setHeight(PAGE_SIZE.height), GUIDE.title);
}

/** Shows all hidden tabs when one of them is hidden, else hides them all; answers whether they are shown now. */
export function toggleSettingsTabs(google: Pick<Google, 'SpreadsheetApp' | 'PropertiesService'>): boolean {
  const find = tabFinder(google, google.SpreadsheetApp.getActiveSpreadsheet().getSheets());
  const sheets = TABS.filter((tab) => tab.group === 'hidden').flatMap((tab) => find(tab.name) ?? []);
  const show = sheets.some((sheet) => sheet.isSheetHidden());
  for (const sheet of sheets) showOrHide(sheet, show);
  return show;
}

function showOrHide(sheet: Sheet, show: boolean): void {
  if (show) sheet.showSheet();
  else sheet.hideSheet();
}
