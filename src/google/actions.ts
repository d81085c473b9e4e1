import { asksKeeper } from '../app/base/roles.ts';
import type { PapersReply } from '../app/calls.ts';
import { proposedPeriods } from '../app/checks/proposal-lines.ts';
import { REFUSALS } from '../words/core/refusals.ts';
import {
  askForPeriod,
  BY_PROMPT,
  DONE,
  HELP,
  NO_MAIL,
  SET_UP_QUESTIONS,
  sayOtherMails,
  sayProblemCounts,
} from '../words/pages/menu.ts';
import { STEPS } from '../words/pages/steps.ts';
import { ASK_ROLE, MAKE_REPORT, sayPapers, sayPdf, sayReportMade } from '../words/report/papers.ts';
import { ADOPT } from '../words/set-up/adopt.ts';
import { sayUpgrade, UPGRADE } from '../words/set-up/upgrade.ts';
import { TABS } from '../workbook/tabs/all.ts';
import { toggleDailyMail } from './adapters/daily-trigger.ts';
import { tabFinder } from './adapters/tab-ids.ts';
import { type Desk, request } from './desk.ts';
import type { Google } from './surface/google.ts';
import type { Sheet } from './surface/spreadsheet.ts';

/** The old way without a page: under several signed-in accounts `google.script.run` fails, menu functions do not (platform.md §3). */
export function byPrompt(desk: Desk): void {
  const typed = desk.screen.ask(BY_PROMPT);
  if (typed === null) return;
  const way = [openPeriod, closePeriod, setUp][Number(typed) - 1];
  if (way === undefined) desk.screen.tell(BY_PROMPT);
  else way(desk);
}

export function openPeriod(desk: Desk): void {
  const period = choosePeriod(desk, 'open', proposedPeriods(desk.ports).toOpen);
  const reply = period === null ? null : request(desk, 'open-period', { period });
  if (reply !== null) desk.screen.tell(DONE.opened(reply.period, reply.added, reply.kept));
}

export function makeReport(desk: Desk): void {
  const period = choosePeriod(desk, 'report', proposedPeriods(desk.ports).entering);
  const preview = period === null ? null : request(desk, 'report-preview', { period });
  if (preview === null || !desk.screen.agrees(`${preview.text}\n\n${MAKE_REPORT(preview.draft)}`)) return;
  const reply = request(desk, 'report', { period: preview.period });
  if (reply !== null) desk.screen.tell(sayReportMade(reply));
}

export function matrix(desk: Desk): void {
  tellPapers(desk, request(desk, 'matrix', {}));
}

export function letters(desk: Desk): void {
  ofPeriod(desk, 'letters');
}

export function brief(desk: Desk): void {
  ofPeriod(desk, 'brief');
}

function ofPeriod(desk: Desk, call: 'letters' | 'brief'): void {
  const period = choosePeriod(desk, 'papers', proposedPeriods(desk.ports).entering);
  if (period !== null) tellPapers(desk, request(desk, call, { period }));
}

export function slip(desk: Desk): void {
  const period = choosePeriod(desk, 'papers', proposedPeriods(desk.ports).entering);
  const role = period === null ? null : desk.screen.ask(ASK_ROLE);
  if (period !== null && role !== null) tellPapers(desk, request(desk, 'slip', { period, role }));
}

function tellPapers({ screen }: Desk, reply: PapersReply | null): void {
  if (reply !== null) screen.tell(sayPapers(reply).join('\n'));
}

export function reportPdf(desk: Desk): void {
  const period = choosePeriod(desk, 'report', proposedPeriods(desk.ports).entering);
  const reply = period === null ? null : request(desk, 'report-pdf', { period });
  if (reply !== null) desk.screen.tell(sayPdf(reply));
}

export function closePeriod(desk: Desk): void {
  const period = choosePeriod(desk, 'close', proposedPeriods(desk.ports).entering);
  const reply = period === null ? null : request(desk, 'close-period', { period });
  if (reply !== null) desk.screen.tell(DONE.closed(reply.period, reply.version, reply.facts));
}

/** `null`: cancelled, or nothing proposed and nothing typed. */
function choosePeriod({ screen }: Desk, what: Parameters<typeof askForPeriod>[0], proposal: string | null): string | null {
  const typed = screen.ask(askForPeriod(what, proposal));
  return typed === '' ? proposal : typed;
}

export function check(desk: Desk): void {
  const reply = request(desk, 'check', {});
  if (reply === null) return;
  desk.screen.hint(sayProblemCounts(reply.counts.problems));
  desk.screen.openSidebar('check');
}

export function refresh(desk: Desk): void {
  const reply = request(desk, 'refresh', {});
  if (reply !== null) desk.screen.hint(DONE.refreshed(reply.written, sayProblemCounts(reply.counts.problems)));
}

export function undo(desk: Desk): void {
  const last = request(desk, 'undo-preview', {});
  if (last === null) desk.screen.tell(STEPS.nothingToUndo);
  else if (desk.screen.agrees(STEPS.undo(last.text))) {
    const reply = request(desk, 'undo', { of: last.of });
    if (reply !== null) desk.screen.tell(STEPS.undone(reply.text));
  }
}

export function reopenPeriod(desk: Desk): void {
  const { screen } = desk;
  const proposal = proposedPeriods(desk.ports).toReopen;
  const typed = screen.ask(STEPS.reopen(proposal));
  const period = typed === '' ? proposal : typed;
  const reason = period === null ? null : screen.ask(STEPS.reason);
  const reply = period === null || reason === null ? null : request(desk, 'reopen-period', { period, reason });
  if (reply !== null) screen.tell(STEPS.reopened(reply.period));
}

export function confirmProposals(desk: Desk): void {
  const typed = desk.screen.ask(STEPS.confirm);
  if (typed === null) return;
  const ids = typed.split(/[;,\s]+/u).filter((id) => id !== '');
  const reply = request(desk, 'confirm-proposals', { ids });
  if (reply !== null) desk.screen.tell(STEPS.confirmed(reply.confirmed, reply.left));
}

export function previewMail(desk: Desk): void {
  const reply = request(desk, 'mail', { preview: true });
  if (reply === null) return;
  const others = reply.mails.filter(({ about }) => !about.includes('digest')).map(({ to, subject }) => `${to}: ${subject}`);
  desk.screen.tell([reply.subject, reply.text ?? NO_MAIL, ...sayOtherMails(others)].filter((part) => part !== null).join('\n\n'));
}

export function setUp(desk: Desk): void {
  const template = chooseTemplate(desk);
  if (template === null) return;
  const adopts = agreesToNearTabs(desk);
  const reply = request(desk, 'set-up', { template, ...(adopts === null ? {} : { adopt: adopts }) });
  if (reply === null) return;
  const done = DONE.setUp(reply.made, reply.kept, DONE.planRows(reply.indicators, reply.tasks, reply.statistics));
  desk.screen.tell(reply.upgraded === null ? done : `${done}\n${sayUpgrade(reply.upgraded)}`);
}

/** `null`: nothing in the workbook is nearly ours. Asked before, because set-up would make the same tabs beside. */
function agreesToNearTabs(desk: Desk): boolean | null {
  const near = request(desk, 'adopt', { agreed: '' });
  return near === null || near.proposals.length === 0 ? null : desk.screen.agrees(ADOPT.question(near.proposals));
}

export function adopt(desk: Desk): void {
  const near = request(desk, 'adopt', { agreed: '' });
  if (near?.proposals.length === 0) desk.screen.tell(ADOPT.nothing);
  if (near === null || near.proposals.length === 0 || !desk.screen.agrees(ADOPT.question(near.proposals))) return;
  const reply = request(desk, 'adopt', { agreed: near.token });
  if (reply !== null) desk.screen.tell(ADOPT.done(reply.adopted));
}

export function upgrade(desk: Desk): void {
  if (!desk.screen.agrees(UPGRADE.question)) return;
  const reply = request(desk, 'upgrade', {});
  if (reply !== null) desk.screen.tell(sayUpgrade(reply));
}

function chooseTemplate({ ports, screen }: Desk): string | null {
  const keys = ports.templates.keys();
  const [only] = keys;
  if (only === undefined || keys.length > 1) return screen.ask(SET_UP_QUESTIONS.many(keys));
  return screen.agrees(SET_UP_QUESTIONS.one(ports.templates.load(only)?.title ?? only)) ? only : null;
}

export function dailyMail({ google, ports, screen }: Desk): void {
  toggleDailyMail(google, screen, () => (asksKeeper(ports) ? null : REFUSALS.notAllowed));
}

export function settingsTabs({ google, screen }: Desk): void {
  screen.hint(toggleSettingsTabs(google) ? DONE.tabsShown : DONE.tabsHidden);
}

export function help({ screen }: Desk): void {
  screen.tell(HELP);
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
