import { isNoKey, movedBy, sameKey } from '../../line-moves.ts';
import type { LineKey, LineMove } from '../../protocol.ts';
import type { LineKeys } from './line-keys.ts';

/** Something that happened to the lines of a tab, told to the pages with this version. */
type Happened = { readonly version: number } & (
  | { readonly is: 'moved'; readonly move: LineMove }
  | {
      readonly is: 'written';
      /** The window whose act it was. */
      readonly window: string;
      readonly rows: readonly number[];
      /** The lines among them whose key became another one. */
      readonly renamed: readonly Renamed[];
    }
);
export type Renamed = { readonly row: number; readonly before: LineKey; readonly after: LineKey };

/** A line as somebody saw it in an older version. */
export type SeenLine = { readonly window: string; readonly version: number; readonly row: number; readonly key: LineKey };

/** Where a line is now, or why it is not known; `row`: the place it would have, by the moves alone. */
export type FoundLine =
  | { readonly is: 'found'; readonly row: number }
  | { readonly is: 'gone' | 'renamed' | 'unnamed' | 'columns' | 'other-book'; readonly row: number | null }
  | { readonly is: 'several'; readonly row: number | null; readonly rows: readonly number[] };

/** What happened to the lines of an open workbook, so that an act that was begun on an older view finds its lines again. */
export type LineLog = {
  happened(tab: number, what: Happened): void;
  /** A script or another program rearranged the lines of a tab (null: of all): only keys lead on from here. */
  rearranged(tab: number | null, version: number): void;
  /** The columns of a tab are others now: nothing that was begun before goes anywhere. */
  columnsChanged(tab: number, version: number): void;
  /** What moved lines since; null where that is not known. */
  movesSince(tab: number, version: number): LineMove[] | null;
  find(tab: number, seen: SeenLine, keys: LineKeys): FoundLine;
  /** The lines, as numbered now, that other windows wrote since; null where that is not known. */
  writtenByOthers(tab: number, since: { readonly version: number; readonly window: string }): ReadonlySet<number> | null;
};

/** Beyond so much an older view is not followed step by step any more. */
const MOST_HAPPENED = 500;
const MOST_MOVED_LINES = 400_000;

type TabLog = { happened: Happened[]; knownFrom: number; columnsFrom: number };

/** An empty log of the workbook that was opened as this version; an earlier run of the program showed the very same since `sameSince`. */
export function newLineLog(openedAs: number, sameSince = openedAs): LineLog {
  const tabs = new Map<number, TabLog>();
  let knownFrom = openedAs;
  const logOf = (tab: number): TabLog => {
    const log = tabs.get(tab) ?? { happened: [], knownFrom, columnsFrom: sameSince };
    tabs.set(tab, log);
    return log;
  };
  return {
    happened: (tab, what) => {
      const log = logOf(tab);
      log.happened.push(what);
      shorten(log);
    },
    rearranged: (tab, version) => {
      if (tab === null) knownFrom = version;
      for (const log of tab === null ? tabs.values() : [logOf(tab)]) Object.assign(log, { happened: [], knownFrom: version });
    },
    columnsChanged: (tab, version) => {
      logOf(tab).columnsFrom = version;
    },
    movesSince: (tab, version) => {
      const log = logOf(tab);
      return version < log.knownFrom ? null : after(log, version).flatMap((one) => (one.is === 'moved' ? [one.move] : []));
    },
    find: (tab, seen, keys) => {
      const log = logOf(tab);
      if (seen.version < sameSince) return { is: 'other-book', row: null };
      if (seen.version < log.columnsFrom) return { is: 'columns', row: null };
      return seen.version < log.knownFrom ? foundByKey(seen, keys) : found(seen, after(log, seen.version), keys);
    },
    writtenByOthers: (tab, { version, window }) => {
      const log = logOf(tab);
      return version < log.knownFrom ? null : writtenIn(after(log, version), window);
    },
  };
}

const after = ({ happened }: TabLog, version: number): Happened[] => happened.filter((one) => one.version > version);

const movedLines = (happened: readonly Happened[]): number =>
  happened.reduce((sum, one) => sum + (one.is === 'moved' && one.move.is === 'sorted' ? one.move.order.length : 0), 0);

function shorten(log: TabLog): void {
  while (log.happened.length > MOST_HAPPENED || movedLines(log.happened) > MOST_MOVED_LINES) {
    const oldest = log.happened.shift();
    log.knownFrom = Math.max(log.knownFrom, oldest?.version ?? 0);
  }
}

function foundByKey({ key }: SeenLine, keys: LineKeys): FoundLine {
  return isNoKey(key) ? { is: 'unnamed', row: null } : named(key, { is: 'gone', row: null }, keys);
}

/** Step by step to its place; there it must bear its name, which the person at that very window may have changed meanwhile. */
function found({ window, row, key }: SeenLine, happened: readonly Happened[], keys: LineKeys): FoundLine {
  let at: number | null = row;
  let name = key;
  for (const one of happened) {
    if (at === null) break;
    if (one.is === 'moved') at = movedBy([one.move])(at);
    else if (one.window === window)
      name = one.renamed.find((other) => other.row === at && sameKey(other.before, name))?.after ?? name;
  }
  if (at !== null && sameKey(keys.of(at), name)) return { is: 'found', row: at };
  const otherwise = { is: at === null ? 'gone' : 'renamed', row: at } as const;
  return isNoKey(name) ? otherwise : named(name, otherwise, keys);
}

type NotFound = { readonly is: 'gone' | 'renamed'; readonly row: number | null };

function named(key: LineKey, otherwise: NotFound, keys: LineKeys): FoundLine {
  const [first, ...more] = keys.find(key);
  if (first === undefined) return otherwise;
  return more.length === 0 ? { is: 'found', row: first } : { is: 'several', row: otherwise.row, rows: [first, ...more] };
}

function writtenIn(happened: readonly Happened[], window: string): Set<number> {
  let rows = new Set<number>();
  for (const one of happened) {
    if (one.is === 'moved') rows = new Set([...rows].flatMap((row) => movedBy([one.move])(row) ?? []));
    else if (one.window !== window) for (const row of one.rows) rows.add(row);
  }
  return rows;
}
