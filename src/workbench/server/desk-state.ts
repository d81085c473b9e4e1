import type { Screen } from '../../host/core/environment.ts';
import type { News } from '../protocol.ts';
import type { Dialogs } from './dialogs.ts';
import type { DeskStart, FromDesk } from './messages.ts';
import type { Book } from './open-book.ts';

/** What commands work on: the workbook that is open, who sits where, and the way to tell the windows. */
export type Desk = {
  readonly start: Omit<DeskStart, 'signal'>;
  readonly screen: Screen;
  readonly dialogs: Dialogs;
  book: Book;
  version: number;
  /** Who sits at which window; whoever is not in it is nobody in particular. */
  readonly seats: Map<string, string>;
  /** The jobs that have not ended, innermost last: there is more than one while a script waits for a person. */
  readonly jobs: Job[];
  /** As the windows know them. */
  files: string;
  pages: number;
  logged: number;
  tell(news: News): void;
  say(message: FromDesk): void;
};

/** A thing that somebody at a window asked for; `busy`: what the others read meanwhile. */
export type Job = { readonly window: string; readonly busy: string | null; readonly isScript: boolean };
