import type { Command, ServerEvent, Told } from '../protocol.ts';
import type { Opened } from './kept.ts';

/** What the thread that serves pages says to the one that holds the workbook. Everything is plain data. */
export type ToSession =
  | { readonly is: 'command'; readonly id: number; readonly window: string; readonly command: Command }
  | {
      readonly is: 'call';
      readonly id: number;
      readonly window: string;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  /** Nobody looks at this window any more. */
  | { readonly is: 'gone'; readonly window: string }
  /** A minute has passed: what is to run by the clock may be due. */
  | { readonly is: 'minute' }
  | { readonly is: 'close' };

/** What a page's call gives: what its success handler or its failure handler gets. */
export type Called = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** What the thread with the workbook answers and tells by itself. */
export type FromSession =
  | { readonly is: 'told'; readonly id: number; readonly told: Told }
  | { readonly is: 'called'; readonly id: number; readonly called: Called }
  | { readonly is: 'news'; readonly news: ServerEvent }
  /** A page that the script shows; it is served under this number, which its news names as the address. */
  | { readonly is: 'page'; readonly number: number; readonly window: string; readonly html: string }
  /** What the script wrote to its execution log. */
  | { readonly is: 'log'; readonly lines: readonly string[] }
  /** The workbook is open and windows may ask, or it cannot be opened. */
  | { readonly is: 'open' }
  | { readonly is: 'refused'; readonly sentence: string }
  /** This file of the workspace came in and is being read; null: it is open, or gone again. Should the thread die of it, it is removed. */
  /** What the next run is told, so that pages which stand open go on. */
  | { readonly is: 'opened'; readonly opened: Opened }
  | { readonly is: 'bringing'; readonly file: string | null }
  | { readonly is: 'closed' };

/** What the thread with the workbook is started with. */
export type SessionStart = {
  readonly workspace: string;
  /** Name of the workbook in the workspace. */
  readonly workbook: string;
  /** The day that is played; `null`: the demonstration's for sample data, else the real one. */
  readonly today: string | null;
  readonly smtpUrl: string | null;
  /** By which the addresses of files are made. */
  readonly fileKey: string;
  /** What was found unsaved before, as sentences for the page: somebody opened the workbook before the windows did. */
  readonly notes: readonly string[];
  /** The version to begin with: later than any that pages of an earlier run may show. Default: 1. */
  readonly version?: number;
  readonly before?: Opened | null;
  /** The workspace was empty. */
  readonly welcome?: boolean;
  /** Another script than the one of `dist/`; tests play a small one. */
  readonly code?: string;
  /** Grows by one with each message, so that the thread can wait for one while a script waits for a person. */
  readonly signal: SharedArrayBuffer;
};
