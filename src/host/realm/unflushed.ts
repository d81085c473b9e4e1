import type { WorkbookModel } from '../../xlsx/model.ts';
import type { CallKind } from '../core/calls.ts';
import type { Environment } from '../core/environment.ts';

/** Remembers the cells as Google last had them, so that an execution that is ended can lose what it had not sent off. */
type Rewind = {
  /** The same environment, watched. */
  watching(environment: Environment): Environment;
  back(): void;
};

/** A flush sends the waiting writes off, and so does every read (docs/platform.md#when-a-write-happens). */
const SENDS: ReadonlySet<CallKind> = new Set<CallKind>(['flush', 'values-read', 'formats-read']);
const WRITES: ReadonlySet<CallKind> = new Set<CallKind>(['values-written', 'formats-written']);

/** Where writes are not to be lost it watches nothing, because a copy of the workbook is dear. */
export function rewindOf(book: WorkbookModel, isOn: boolean): Rewind {
  if (!isOn) return { watching: (environment) => environment, back: () => undefined };
  let sent = structuredClone(book.sheets);
  let waiting = false;
  const heard = (kind: CallKind): void => {
    if (waiting && SENDS.has(kind)) sent = structuredClone(book.sheets);
    waiting = WRITES.has(kind) || (waiting && !SENDS.has(kind));
  };
  return {
    watching: (environment) => ({
      ...environment,
      calls: {
        ...environment.calls,
        count: (kind, cells) => {
          environment.calls.count(kind, cells);
          heard(kind);
        },
      },
    }),
    back: () => {
      book.sheets.splice(0, book.sheets.length, ...sent);
    },
  };
}
