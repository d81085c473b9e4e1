import { Unusable } from '../../host/core/unusable.ts';
import { WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { Area } from '../../xlsx/areas.ts';

/** One human act that can be taken back: `back` does it and says what came back, or throws why not. */
export type Deed = { readonly movesLines: boolean; readonly tab: number; readonly area: Area; back(): string };

/** What people did, newest last, whoever did it. */
export type Deeds = {
  did(deed: Deed): void;
  /** Takes the last one back and says what; `null` when there is none. One that cannot be taken back is forgotten. */
  back(demandRight: (deed: Deed) => void): string | null;
  /** A script ran: lines that were moved before may no longer be moved back, nor what was typed before that. */
  scriptRan(): void;
  forget(): void;
};

const MOST = 100;

/** An empty list of deeds. */
export function newDeeds(): Deeds {
  let done: Deed[] = [];
  let isLost = false;
  return {
    did: (deed) => {
      done = [...done, deed].slice(-MOST);
      isLost = false;
    },
    back: (demandRight) => {
      const last = done.at(-1);
      if (last === undefined) {
        if (!isLost) return null;
        isLost = false;
        throw new Unusable(WORKBENCH_REFUSALS.undoLost);
      }
      demandRight(last);
      done = done.slice(0, -1);
      return last.back();
    },
    scriptRan: () => {
      const moved = done.map((deed) => deed.movesLines).lastIndexOf(true);
      if (moved < 0) return;
      done = done.slice(moved + 1);
      isLost ||= done.length === 0;
    },
    forget: () => {
      done = [];
      isLost = false;
    },
  };
}
