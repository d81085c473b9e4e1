import type { Script } from 'node:vm';
import { addDays } from '../../src/domain/core/day.ts';
import type { Google } from '../../src/google/surface/google.ts';
import { type CallKind, callCounter } from '../../src/host/core/calls.ts';
import type { Entry } from '../../src/host/core/entry.ts';
import {
  type DocumentLock,
  type Environment,
  type MailMessage,
  type Screen,
  tellPending,
} from '../../src/host/core/environment.ts';
import { GoogleError } from '../../src/host/core/google-error.ts';
import { instantOfMoment, type Moment } from '../../src/host/core/moment.ts';
import type { Sidecar } from '../../src/host/core/sidecar.ts';
import { openRealm } from '../../src/host/realm/realm.ts';
import { googleFor } from '../../src/host/services/google.ts';
import type { SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { SCRIPT_ZONE } from '../../src/xlsx/time-zone.ts';
import { allScopes, anEnvironment, DEMO_MOMENT } from '../helpers/environment.ts';
import { act, type HumanAct, type Seat } from './acts.ts';
import { copyOfBook, LANDED, waitingWrites } from './waiting-writes.ts';

/** What can happen between two service calls of a running execution. */
export type Happening =
  | { readonly do: 'edit'; readonly what: HumanAct }
  /** Google ends the execution: it does nothing more, whatever it catches. */
  | { readonly do: 'kill' }
  | { readonly do: 'clock'; readonly minutes: number }
  /** Another person's execution, from its beginning to its end. */
  | { readonly do: 'run'; readonly name: string; readonly user: string };

/** One execution, and what happens in which of its gaps; gap 1 is before its first service call, the last one after its last. */
export type Turn = {
  readonly name: string;
  readonly user: string;
  /** How it begins; default: a menu item. */
  readonly entry?: Entry;
  readonly args?: (google: Google) => readonly unknown[];
  readonly at: readonly { readonly gap: number; readonly does: Happening }[];
};

export type Ended = {
  readonly gaps: number;
  /** What the call after each gap was, in order. */
  readonly kinds: readonly CallKind[];
  readonly killed: boolean;
  /** Why an execution that was not killed ended with an error. */
  readonly failure: string | null;
  readonly result: unknown;
};

/**
 * `landed`: every write reaches the sheet at once; a kill keeps it, and a person's edit moves it along. `waiting`: writes wait for
 * the flush; a kill loses them, and after a person's edit they land on the places the script had named.
 */
export type Unflushed = 'landed' | 'waiting';

export type StageOptions = {
  readonly script: Script;
  readonly book: WorkbookModel;
  readonly sidecar: Sidecar;
  /** The tab that people edit. */
  readonly tab: number;
  readonly unflushed: Unflushed;
  readonly now?: Moment;
};

/** A shared workbook with the script bound to it, and people, all in one thread. */
export type Stage = {
  run(turn: Turn): Ended;
  edit(what: HumanAct): void;
  pass(minutes: number): void;
  readonly book: WorkbookModel;
  /** The workbook as people alone would have made it. */
  readonly shadow: Pick<Environment, 'book' | 'sidecar'>;
  readonly mails: readonly MailMessage[];
  /** Every sentence that anybody was shown. */
  readonly told: readonly string[];
  /** What happened, in order, for whoever must understand a finding. */
  readonly history: readonly string[];
  now(): Moment;
};

const SCOPES = allScopes();
const later = ({ day, minutes }: Moment, by: number): Moment => ({
  day: addDays(day, Math.floor((minutes + by) / 1440)),
  minutes: (minutes + by) % 1440,
});

/** Opens the stage. Nothing in it knows a real clock, a file or chance. */
export function openStage(options: StageOptions): Stage {
  const { book, sidecar, tab, unflushed } = options;
  const shadow = { book: copyOfBook(book), sidecar: structuredClone(sidecar) };
  const shared = { cache: new Map() as Environment['cache'], lock: { heldByAnother: false, holder: null } as DocumentLock };
  const mails: MailMessage[] = [];
  const screen: Screen = { answers: [], shown: [] };
  const history: string[] = [];
  let now = options.now ?? DEMO_MOMENT;
  const environment = (change: Partial<Environment>): Environment => ({
    ...anEnvironment({ scopes: SCOPES, book, sidecar, ...shared, screen, now: () => now, ...change }),
    deliver: (message) => {
      history.push(`mail ${message.subject}`);
      mails.push(message);
    },
  });
  const seats: readonly Seat[] = [
    { environment: environment({ user: sidecar.owner }), done: [] },
    { environment: environment({ ...shadow, user: sidecar.owner }), done: [] },
  ];

  function edit(what: HumanAct): void {
    history.push(`edit ${JSON.stringify(what)}`);
    try {
      for (const seat of seats) act(seat, tabOf(seat), what);
    } catch (thrown) {
      // What Google refuses a person did not happen; the shadow comes second.
      if (!(thrown instanceof GoogleError)) throw thrown;
      history.push(`refused: ${thrown.message}`);
    }
  }
  const tabOf = ({ environment: { book: at } }: Seat): SheetModel => {
    const sheet = at.sheets.find(({ id }) => id === tab);
    if (sheet === undefined) throw new Error(`Bug: no tab ${tab} to edit`);
    return sheet;
  };

  const happenings: { readonly [Do in Alive['do']]: (does: Extract<Happening, { do: Do }>) => void } = {
    edit: ({ what }) => edit(what),
    clock: ({ minutes }) => pass(minutes),
    run: ({ name, user }) => void run({ name, user, at: [] }),
  };

  function pass(minutes: number): void {
    history.push(`clock +${minutes}`);
    now = later(now, minutes);
  }

  function run({ name, user, at, entry = 'menu', args = () => [] }: Turn): Ended {
    history.push(`${user} runs ${name}`);
    const buffer = unflushed === 'waiting' ? waitingWrites(book) : LANDED;
    const gaps = gapsOf(at, (does) => {
      history.push(does.do);
      buffer.aside(() => (happenings[does.do] as (does: Happening) => void)(does));
    });
    const kinds: CallKind[] = [];
    const calls = callCounter((kind) => {
      gaps.enter();
      kinds.push(kind);
    });
    const mine = environment({ user, entry, calls, save: buffer.flush, script: { logged: [], formulas: 0, active: null } });
    let result: unknown;
    const failure = failureOf(() => {
      const google = googleFor(mine);
      const clock = (): number => instantOfMoment(now, SCRIPT_ZONE).getTime();
      result = openRealm({ script: options.script, services: google, now: clock }).call(name, args(google));
      tellPending(mine);
    });
    const killed = gaps.end();
    if (killed) buffer.lose();
    if (shared.lock.holder?.calls === calls) shared.lock.holder = null;
    history.push(killed ? `killed in gap ${gaps.count()}` : (failure ?? 'done'));
    return { gaps: gaps.count(), kinds, killed, ...(killed ? { failure: null, result: undefined } : { failure, result }) };
  }

  return {
    run,
    edit,
    pass,
    book,
    shadow,
    mails,
    get told() {
      return screen.shown.flatMap((shown) => ('message' in shown ? [shown.message] : []));
    },
    history,
    now: () => now,
  };
}

type Alive = Exclude<Happening, { do: 'kill' }>;
type Gaps = { readonly enter: () => void; end(): boolean; count(): number };

/** Counts the gaps of one execution and lets happen what is placed in them. */
function gapsOf(at: Turn['at'], happen: (does: Alive) => void): Gaps {
  let [count, killed] = [0, false];
  let broken: unknown = null;
  const pass = (): void => {
    count += 1;
    for (const { does } of at.filter(({ gap }) => gap === count)) {
      if (does.do === 'kill') killed = true;
      else happen(does);
    }
  };
  const demandAlive = (): void => {
    if (killed) throw new GoogleError('Exceeded maximum execution time');
  };
  return {
    enter: () => {
      demandAlive();
      try {
        pass();
      } catch (thrown) {
        // The script could catch it.
        broken = thrown;
      }
      demandAlive();
    },
    end: () => {
      if (!killed) pass();
      if (broken !== null) throw broken;
      return killed;
    },
    count: () => count,
  };
}

function failureOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
