import { Unusable } from '../../../host/core/unusable.ts';
import { WORKBENCH_REFUSALS } from '../../../words/pages/workbench-server.ts';
import type { TypedBlock } from './type-block.ts';

/** One human act that can be taken back: `back` does it and says what came back, or throws why not. */
export type UndoableOperation = {
  readonly window: string;
  readonly movesLines: boolean;
  /** Throws where who sits at the window now may not; then it can be tried again. */
  demandRight(): void;
  back(): string;
  /** Of a paste that came in blocks: its first block's number, and how the next block joins. */
  readonly paste?: Paste;
};

export type Paste = { readonly first: number; add(part: PastePart): void };
/** A block that was typed, in which version. */
export type PastePart = { readonly version: number; readonly typed: readonly TypedBlock[] };

/** What people did, newest last. */
export type UndoList = {
  did(operation: UndoableOperation): void;
  /** Takes the last one of a window back and says what; `null` when there is none. One that cannot be taken back is forgotten. */
  back(window: string): string | null;
  /** The paste that a window is in the midst of, where its newest act is that one. */
  pasteOf(window: string, first: number): Paste | null;
  /** A script ran: lines that were moved before may no longer be moved back, nor what was typed before that. */
  scriptRan(): void;
  forget(): void;
};

const MOST = 200;

/** An empty list of undoList. */
export function newUndoList(): UndoList {
  let done: UndoableOperation[] = [];
  /** The moves of lines that stand: only the last of all can be taken back, whoever made the others. */
  let standing: UndoableOperation[] = [];
  /** The windows whose last undoList can no longer be taken back, until they are told. */
  const lost = new Set<string>();
  return {
    did: (operation) => {
      done = [...done, operation].slice(-MOST);
      if (operation.movesLines) standing.push(operation);
      lost.delete(operation.window);
    },
    back: (window) => {
      const last = done.filter((operation) => operation.window === window).at(-1);
      if (last === undefined) {
        if (!lost.delete(window)) return null;
        throw new Unusable(WORKBENCH_REFUSALS.undoLost);
      }
      last.demandRight();
      done = done.filter((operation) => operation !== last);
      if (last.movesLines && standing.at(-1) !== last) throw new Unusable(WORKBENCH_REFUSALS.undoMoved);
      const said = last.back();
      if (last.movesLines) standing.pop();
      return said;
    },
    pasteOf: (window, first) => {
      const last = done.filter((operation) => operation.window === window).at(-1);
      return last?.paste?.first === first ? last.paste : null;
    },
    scriptRan: () => {
      const windows = new Set(done.map(({ window }) => window));
      const moved = done.map((operation) => operation.movesLines).lastIndexOf(true);
      standing = [];
      if (moved < 0) return;
      done = done.slice(moved + 1);
      for (const window of windows) if (!done.some((operation) => operation.window === window)) lost.add(window);
    },
    forget: () => {
      done = [];
      standing = [];
      lost.clear();
    },
  };
}
