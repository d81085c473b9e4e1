import type { WorkbookModel } from '../../xlsx/model.ts';
import type { CallCounter } from './calls.ts';
import type { Entry } from './entry.ts';
import type { Moment } from './moment.ts';
import type { RunClock } from './run-clock.ts';
import type { Sidecar } from './sidecar.ts';

/** A mail as `MailApp` was asked to send it. */
export type MailMessage = {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly name: string;
  readonly replyTo?: string;
};

/** What the person at the screen was shown, in order. */
export type Shown =
  | { readonly kind: 'menu'; readonly caption: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'toast' | 'alert' | 'prompt'; readonly title: string; readonly message: string }
  | {
      readonly kind: 'sidebar' | 'dialog';
      readonly title: string;
      readonly html: string;
      /** Pixels, where the script asked for them. */
      readonly width?: number;
      readonly height?: number;
    };
export type MenuItem = { readonly caption: string; readonly functionName: string | null; readonly items: readonly MenuItem[] };

/** A person at a screen: answers its dialogs from a script, one after another; with none left, the dialog is closed. */
export type Screen = {
  readonly answers: DialogAnswer[];
  readonly shown: Shown[];
  /** A real person at a real screen instead: returns when a button was pressed, and lets others work meanwhile. */
  readonly ask?: (dialog: Dialog) => DialogAnswer;
};

/** A dialog as it stands on the screen. */
export type Dialog = {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly Exclude<DialogAnswer['button'], 'CLOSE'>[];
};
export type DialogAnswer = {
  readonly button: 'OK' | 'YES' | 'NO' | 'CANCEL' | 'CLOSE';
  readonly text?: string;
  /** What others do while the dialog stands open and the script waits. */
  readonly meanwhile?: () => void;
};

/** Everything outside the realm that the services of one execution work on. */
export type Environment = {
  readonly book: WorkbookModel;
  readonly sidecar: Sidecar;
  readonly calls: CallCounter;
  readonly screen: Screen | null;
  /** Whose rights the execution has: the effective user. */
  readonly user: string;
  readonly entry: Entry;
  /** The `oauthScopes` of the manifest, without their common beginning. */
  readonly scopes: ReadonlySet<string>;
  /** False: the script is not inside a document, so it has no spreadsheet and no document's lock, cache or properties. */
  readonly bound: boolean;
  /** Addresses that belong to no account of Google's; default: none. */
  readonly strangers?: readonly string[];
  /** How Google's Drive does today; default: it works. */
  readonly drive?: DriveState;
  /** When the execution began. */
  readonly now: () => Moment;
  readonly clock: RunClock;
  /** The first bad write, told at the next read or flush as Google does. */
  readonly pending: { error: Error | null };
  readonly cache: Map<string, { readonly value: string; readonly until: number }>;
  readonly lock: DocumentLock;
  readonly script: { readonly logged: string[]; formulas: number; active: ActiveCell | null };
  readonly workbook: { readonly id: string; readonly name: string; readonly url: string };
  save(): void;
  /** Keeps a file under a free name and gives the name. */
  keepFile(name: string, bytes: Uint8Array): { readonly name: string; readonly url: string };
  /** Whether a file that was kept lies in the folder for files, by its link. */
  hasFile(url: string): boolean;
  /** The same of a file that `Minh chứng` names, by its way from the workbook (`minh-chung/…`). */
  keepEvidence(name: string, bytes: Uint8Array): { readonly name: string; readonly url: string };
  hasEvidence(path: string): boolean;
  /** Deletes a file that was kept under this name; false when there is none. */
  dropFile(name: string): boolean;
  deliver(message: MailMessage): void;
  /** A page of `dist/`, or `null` when there is none of that name. */
  page(name: string): string | null;
};

/** `off`: the manifest declares it, and the project has it not switched on, as after a push (google/clasp#1151). */
export type DriveState = 'works' | 'off' | 'full' | 'busy';

/** One for all executions; `holder` is the environment of the execution that has it. */
export type DocumentLock = { heldByAnother: boolean; holder?: Environment | null };

type ActiveCell = { readonly sheetId: number; readonly row: number; readonly column: number };

/** Throws a write's error that is still to be told. */
export function tellPending(environment: Environment): void {
  const { error } = environment.pending;
  environment.pending.error = null;
  if (error !== null) throw error;
}
