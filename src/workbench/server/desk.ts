import type { Dialog, DialogAnswer, Screen } from '../../host/core/environment.ts';
import type { News } from '../protocol.ts';
import { fileViews } from './book-view.ts';
import type { Desk, Job } from './desk-state.ts';
import { dialogsOver } from './dialogs.ts';
import { momentNow, openBook } from './open-book.ts';
import { stage } from './screen-news.ts';
import { tellChanges } from './tell-changes.ts';

/** Opens the workbook and hangs up its menu. `work` does the next thing that is asked, while a dialog stands open. Throws `Unusable`. */
export function openDesk(start: Desk['start'], { say, work }: { say: Desk['say']; work: () => void }): Desk {
  const tell = (news: News): void => say({ is: 'news', news });
  const dialogs = dialogsOver({ tell, work });
  const screen: Screen = { answers: [], shown: [], ask: (dialog) => asked(desk, dialog) };
  const desk: Desk = {
    start,
    screen,
    dialogs,
    book: openBook({ ...start, screen }),
    version: 1,
    seats: new Map(),
    jobs: [],
    files: JSON.stringify(fileViews(start.workspace)),
    pages: 0,
    logged: 0,
    tell,
    say,
  };
  hangMenu(desk);
  return desk;
}

/** Does a job in the name of who sits at its window, and tells everybody what came of it, whatever came of it. */
export function atWork<T>(desk: Desk, job: Job, work: () => T): T {
  desk.jobs.push(job);
  sitDown(desk);
  if (job.busy !== null) desk.tell({ is: 'busy', with: job.busy });
  const before = desk.book.host.active();
  try {
    return work();
  } finally {
    tellOutcome(desk, before);
    desk.jobs.pop();
    sitDown(desk);
    if (job.busy !== null) desk.tell({ is: 'busy', with: null });
  }
}

/** Runs `onOpen` of the workbook that has just been opened. */
export function hangMenu(desk: Desk): void {
  desk.book.host.run('onOpen');
  showScreen(desk);
}

/** Who sits at a window. */
export function userAt({ seats }: Pick<Desk, 'seats'>, window: string): string {
  return seats.get(window) ?? '';
}

/** Tells the windows which files there are, where that changed. */
export function tellFiles(desk: Desk): void {
  const files = fileViews(desk.start.workspace);
  const now = JSON.stringify(files);
  if (now === desk.files) return;
  desk.files = now;
  desk.tell({ is: 'files', files });
}

function sitDown(desk: Desk): void {
  const job = desk.jobs.at(-1);
  if (job === undefined) return;
  desk.book.host.setUser(userAt(desk, job.window));
  desk.book.host.setNow(momentNow(desk.book.host, desk.start.today));
}

/** The script waits for the person; what it has written so far is seen, and others go on. */
function asked(desk: Desk, dialog: Dialog): DialogAnswer {
  const job = desk.jobs.at(-1);
  showScreen(desk);
  tellChanges(desk);
  if (job?.busy != null) desk.tell({ is: 'busy', with: null });
  const answer = desk.dialogs.ask(job?.window ?? '', dialog);
  if (job?.busy != null) desk.tell({ is: 'busy', with: job.busy });
  return answer;
}

function tellOutcome(desk: Desk, before: Desk['book']['host'] extends { active(): infer Cell } ? Cell : never): void {
  showScreen(desk);
  const { host, deeds } = desk.book;
  const isChanged = tellChanges(desk);
  const job = desk.jobs.at(-1);
  if (job?.isScript === true && isChanged) deeds.scriptRan();
  const now = host.active();
  if (job?.isScript === true && now !== null && now !== before) {
    desk.tell({ is: 'go-to', window: job.window, tab: now.sheetId, row: now.row, column: now.column });
  }
  if (job?.isScript === true) tellFiles(desk);
  const lines = host.logged();
  if (lines.length > desk.logged) desk.say({ is: 'log', lines: lines.slice(desk.logged) });
  desk.logged = lines.length;
}

/** Brings what the script has shown since before the window whose job it is. */
function showScreen(desk: Desk): void {
  const window = desk.jobs.at(-1)?.window ?? '';
  for (const shown of desk.screen.shown.splice(0)) {
    stage(shown, {
      window,
      tell: desk.tell,
      hang: (menu) => {
        desk.book.menu = menu;
      },
      keep: (html) => {
        desk.pages += 1;
        desk.say({ is: 'page', number: desk.pages, window, html });
        return `/trang/${desk.pages}`;
      },
    });
  }
}
