import type { Screen } from '../../host/core/environment.ts';
import type { LineMove, ServerEvent } from '../protocol.ts';
import type { Dialogs } from './dialogs.ts';
import type { FromSession, SessionStart } from './messages.ts';
import type { Book } from './open-book.ts';

/** What commands work on: the workbook that is open, who sits where, and the way to tell the windows. */
export type WorkbookSession = {
  readonly start: Omit<SessionStart, 'signal'>;
  readonly screen: Screen;
  readonly dialogs: Dialogs;
  book: Book;
  version: number;
  /** Who sits at which window; whoever is not in it is nobody in particular. */
  readonly users: Map<string, string>;
  /** The last typing of each window that was done, so that one sent again is not done again. */
  readonly typed: Map<string, { readonly nth: number; readonly version: number }>;
  /** Lines that the job at hand moved, by tab, until all windows are told. */
  readonly moved: Map<number, LineMove>;
  /** The jobs that have not ended, innermost last: there is more than one while a script waits for a person. */
  readonly jobs: Job[];
  /** Figures were typed since the overview was counted last. */
  isOverviewOld: boolean;
  /** What ran by the clock, by day: `fireDue` keeps it. */
  readonly fired: Set<string>;
  /** As the windows know them. */
  files: string;
  pages: number;
  logged: number;
  tell(news: ServerEvent): void;
  say(message: FromSession): void;
};

/** A thing that somebody at a window asked for; `busy`: what the others read meanwhile. */
export type Job = { readonly window: string; readonly busy: string | null; readonly isScript: boolean };
