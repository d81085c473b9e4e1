import type { Dialog, DialogAnswer, Screen } from '../../host/core/environment.ts';
import { isSampleWorkbook } from '../../host/core/office.ts';
import { FILED_LETTERS } from '../../words/pages/workbench-server.ts';
import type { FileView, ServerEvent } from '../protocol.ts';
import { fileViews } from './book-view.ts';
import { dialogsOver } from './dialogs.ts';
import { lanPerson } from './lan/window.ts';
import { momentNow, openBook } from './open-book.ts';
import { stage } from './screen-events.ts';
import type { Job, WorkbookSession } from './session-state.ts';
import { tellChanges } from './tell-changes.ts';

/** Opens the workbook and hangs up its menu. `work` does the next thing that is asked, while a dialog stands open. Throws `Unusable`. */
export function openWorkbookSession(
  start: WorkbookSession['start'],
  { say, work }: { say: WorkbookSession['say']; work: () => void },
): WorkbookSession {
  const tell = (news: ServerEvent): void => say({ is: 'news', news });
  const dialogs = dialogsOver({ tell, work });
  const screen: Screen = { answers: [], shown: [], ask: (dialog) => asked(session, dialog) };
  const { version = 1 } = start;
  const book = openBook({ ...start, screen, version });
  const session: WorkbookSession = {
    start,
    screen,
    dialogs,
    book,
    version,
    users: new Map(),
    typed: new Map(),
    moved: new Map(),
    jobs: [],
    isOverviewOld: false,
    fired: new Set(),
    files: JSON.stringify(fileViews(start.workspace, start.workbook, start.fileKey)),
    pages: 0,
    logged: 0,
    tell,
    say,
  };
  say({ is: 'opened', opened: book.opened });
  hangMenu(session);
  return session;
}

/** Does a job in the name of who sits at its window, and tells everybody what came of it, whatever came of it. */
export function atWork<T>(session: WorkbookSession, job: Job, work: () => T): T {
  session.jobs.push(job);
  actAsUser(session);
  if (job.busy !== null) session.tell({ is: 'busy', with: job.busy });
  const before = session.book.host.active();
  try {
    return work();
  } finally {
    tellOutcome(session, before);
    session.jobs.pop();
    actAsUser(session);
    if (job.busy !== null) session.tell({ is: 'busy', with: null });
  }
}

/** Runs `onOpen` of the workbook that has just been opened. */
export function hangMenu(session: WorkbookSession): void {
  session.book.host.run('onOpen');
  showScreen(session);
}

/** Who sits at a window. */
export function userAt({ users }: Pick<WorkbookSession, 'users'>, window: string): string {
  return lanPerson(window) ?? users.get(window) ?? '';
}

/** Tells the windows which files there are, where that changed. */
export function tellFiles(session: WorkbookSession): void {
  const { workspace, fileKey } = session.start;
  const files = fileViews(workspace, session.book.workbook, fileKey);
  const now = JSON.stringify(files);
  if (now === session.files) return;
  const known = lettersIn(JSON.parse(session.files) as readonly FileView[]);
  session.files = now;
  session.tell({ is: 'files', files });
  const written = lettersIn(files) - known;
  const isFiled = session.start.smtpUrl === null || isSampleWorkbook(session.book.host.model);
  const window = session.jobs.at(-1)?.window ?? '';
  if (written > 0 && isFiled)
    session.tell({ is: 'toast', window, title: FILED_LETTERS.title, text: FILED_LETTERS.text(written) });
}

const lettersIn = (files: readonly FileView[]): number => files.filter(({ kind }) => kind === 'letter').length;

function actAsUser(session: WorkbookSession): void {
  const job = session.jobs.at(-1);
  if (job === undefined) return;
  session.book.host.setUser(userAt(session, job.window));
  session.book.host.setNow(momentNow(session.book.host, session.start.today));
}

/** The script waits for the person; what it has written so far is seen, and others go on. */
function asked(session: WorkbookSession, dialog: Dialog): DialogAnswer {
  const job = session.jobs.at(-1);
  showScreen(session);
  tellChanges(session);
  // What a script names in its dialog can be fetched.
  tellFiles(session);
  if (job?.busy != null) session.tell({ is: 'busy', with: null });
  const answer = session.dialogs.ask(job?.window ?? '', dialog);
  if (job?.busy != null) session.tell({ is: 'busy', with: job.busy });
  return answer;
}

function tellOutcome(
  session: WorkbookSession,
  before: WorkbookSession['book']['host'] extends { active(): infer Cell } ? Cell : never,
): void {
  showScreen(session);
  const { host, undoList } = session.book;
  const isChanged = tellChanges(session);
  const job = session.jobs.at(-1);
  if (job?.isScript === true && isChanged) undoList.scriptRan();
  const now = host.active();
  if (job?.isScript === true && now !== null && now !== before) {
    session.tell({ is: 'go-to', window: job.window, tab: now.sheetId, row: now.row, column: now.column });
  }
  if (job?.isScript === true) tellFiles(session);
  const lines = host.logged();
  if (lines.length > session.logged) session.say({ is: 'log', lines: lines.slice(session.logged) });
  session.logged = lines.length;
}

/** Brings what the script has shown since before the window whose job it is. */
function showScreen(session: WorkbookSession): void {
  const window = session.jobs.at(-1)?.window ?? '';
  for (const shown of session.screen.shown.splice(0)) {
    stage(shown, {
      window,
      tell: session.tell,
      hang: (menu) => {
        session.book.menu = menu;
      },
      keep: (html) => {
        session.pages += 1;
        session.say({ is: 'page', number: session.pages, window, html });
        return `/trang/${session.pages}`;
      },
    });
  }
}
