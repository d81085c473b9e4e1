import { useEffect, useState } from 'preact/hooks';
import type { Moved } from './line-moves.ts';
import type { BookView, Look, ServerEvent } from './protocol.ts';
import type { Sheet, Spot } from './sheet.ts';

export type EventOf<Kind extends ServerEvent['is']> = Extract<ServerEvent, { readonly is: Kind }>;

/**
 * Something that was refused and stays before the eyes until it is closed; `retake` opens the cell with what was typed, `copy` is a
 * block that can be copied to be pasted elsewhere.
 */
export type Refusal = {
  readonly key: number;
  readonly sentence: string;
  readonly stale: boolean;
  readonly retake: (Spot & { readonly tab: number; readonly text: string }) | null;
  readonly copy: string | null;
};

export type Toast = { readonly key: number; readonly title: string; readonly text: string };

/** A cell to bring before the eyes; with a text, its editor opens with it. */
export type Aim = Spot & { readonly key: number; readonly text?: string };

export type State = {
  readonly book: BookView | null;
  readonly sheet: Sheet | null;
  readonly looks: readonly Look[];
  readonly link: 'live' | 'lost' | 'stranger';
  readonly busy: string | null;
  /** A request has waited long for its answer. */
  readonly isSlow: boolean;
  /** Texts that were typed and not yet answered, by `cellKey`. */
  readonly pending: ReadonlyMap<string, string>;
  /** Oldest first. */
  readonly refusals: readonly Refusal[];
  readonly toasts: readonly Toast[];
  readonly dialogs: readonly EventOf<'dialog'>[];
  readonly sidebar: EventOf<'page'> | null;
  readonly modal: EventOf<'page'> | null;
  readonly aim: Aim | null;
  readonly selection: Selection;
  /** Grows when the selection goes with its lines to where these have moved. */
  readonly follows: number;
  /** Grows when the active line was deleted elsewhere: a text half typed into it has no place any more. */
  readonly lost: number;
  /** Whether only the lines are shown that the person at this window leads. */
  readonly onlyMine: boolean;
  /** The period whose lines alone are shown; `null`: all. */
  readonly onlyPeriod: string | null;
  /** The open tab is being printed. */
  readonly printing: boolean;
};

/** The selected area lies between these corners; what is typed goes into `active`. */
export type Selection = { readonly active: Spot; readonly anchor: Spot };

export type Store = {
  get(): State;
  set(change: Partial<State>): void;
  listen(hear: () => void): () => void;
};

const EMPTY: State = {
  book: null,
  sheet: null,
  looks: [],
  link: 'live',
  busy: null,
  isSlow: false,
  pending: new Map(),
  refusals: [],
  toasts: [],
  dialogs: [],
  sidebar: null,
  modal: null,
  aim: null,
  selection: { active: { row: 1, column: 1 }, anchor: { row: 1, column: 1 } },
  follows: 0,
  lost: 0,
  onlyMine: false,
  onlyPeriod: null,
  printing: false,
};

/** What the page knows, in one place; whoever draws a part of it listens. */
export function createStore(): Store {
  let state = EMPTY;
  const ears = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const hear of ears) hear();
    },
    listen: (hear) => {
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };
}

/** A part of what the page knows, drawn again when it changes. */
export function useStored<Part>(store: Store, pick: (state: State) => Part): Part {
  const [part, setPart] = useState(() => pick(store.get()));
  useEffect(() => {
    const look = () => setPart(() => pick(store.get()));
    look();
    return store.listen(look);
  }, [store]);
  return part;
}

/** The name of a cell among the texts not yet answered. */
export function cellKey(tab: number, { row, column }: Spot): string {
  return `${tab}:${row}:${column}`;
}

let toastKey = 0;

/** Says something that nobody need answer. */
export function sayToast(store: Store, title: string, text: string): void {
  toastKey += 1;
  store.set({ toasts: [...store.get().toasts.slice(-2), { key: toastKey, title, text }] });
}

let refusalKey = 0;

/** Says what was refused, until it is closed; the same once. */
export function sayRefusal(store: Store, sentence: string, more: Partial<Omit<Refusal, 'key' | 'sentence'>> = {}): void {
  refusalKey += 1;
  const others = store.get().refusals.filter((one) => one.sentence !== sentence);
  store.set({ refusals: [...others, { key: refusalKey, sentence, stale: false, retake: null, copy: null, ...more }] });
}

/** Closes what was said of a refusal. */
export function closeRefusal(store: Store, key: number): void {
  store.set({ refusals: store.get().refusals.filter((one) => one.key !== key) });
}

/** Selects one cell, or the area that reaches from `anchor` to it. */
export function select(store: Store, active: Spot, anchor: Spot = active): void {
  store.set({
    selection: { active: { row: active.row, column: active.column }, anchor: { row: anchor.row, column: anchor.column } },
  });
}

/** The selection goes with its lines; false when the active one is gone: then it stays where it was. */
export function followSelection(store: Store, moved: Moved): boolean {
  const { active, anchor } = store.get().selection;
  const [to, from] = [moved(active.row), moved(anchor.row)];
  if (to !== null && (to !== active.row || from !== anchor.row)) {
    const selection = { active: { ...active, row: to }, anchor: { ...anchor, row: from ?? to } };
    store.set({ selection, follows: store.get().follows + 1 });
  }
  return to !== null;
}

let aimKey = 0;

/** Selects a cell and brings it before the eyes, with a text to go on typing or without. */
export function aimAt(store: Store, spot: Spot, text?: string): void {
  aimKey += 1;
  store.set({ aim: { ...spot, key: aimKey, ...(text === undefined ? {} : { text }) } });
}
