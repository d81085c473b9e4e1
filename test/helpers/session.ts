import type { Replies, ServerEvent, TabView, Told, Typing } from '../../src/workbench/protocol.ts';
import type { SessionCommand } from '../../src/workbench/server/commands.ts';
import type { FromSession, ToSession } from '../../src/workbench/server/messages.ts';
import { runSession } from '../../src/workbench/server/run-session.ts';
import { seenLines, sheetOf } from '../../src/workbench/sheet.ts';

/** What was heard so far, while a session is played. */
export type Heard = {
  readonly all: readonly FromSession[];
  news<Kind extends ServerEvent['is']>(is: Kind): Extract<ServerEvent, { is: Kind }>[];
};

/** A command that names no lines: it is meant for those that stand there now, as a window sees them that has just read the tab. */
export type Bare =
  | { readonly do: 'tab'; readonly tab: number }
  | { readonly do: 'type'; readonly tab: number; readonly typing: Typing }
  | { readonly do: 'insert-rows' | 'delete-rows'; readonly tab: number; readonly row: number; readonly count: number }
  | { readonly do: 'sort'; readonly tab: number; readonly column: number; readonly descending: boolean };

let typings = 0;

/** The command as the page sends it over this view of the tab; null: there is no such tab. */
export function meant(bare: Bare, view: TabView | null): SessionCommand {
  const sheet = view === null ? null : sheetOf(view);
  const from = (row: number, count: number) => {
    const rows = Array.from({ length: count }, (_, down) => row + down);
    return sheet === null ? { version: 1, keys: rows.map(() => []) } : seenLines(sheet, rows);
  };
  if (bare.do === 'tab') return { ...bare, since: null };
  if (bare.do === 'sort') return { ...bare, version: sheet?.version ?? 1 };
  if (bare.do === 'type') {
    typings += 1;
    return { ...bare, seen: from(bare.typing.row, bare.typing.rows.length), nth: typings };
  }
  return { ...bare, seen: from(bare.row, bare.do === 'insert-rows' ? 1 : bare.count) };
}

const isBare = (command: SessionCommand | Bare): command is Bare =>
  'tab' in command && !('seen' in command) && !('version' in command) && !('since' in command);

/** Something that happens: a command or call of a window, or another program at the file. */
export type Step =
  | { readonly window: string; readonly command: SessionCommand | Bare }
  | { readonly window: string; readonly call: string; readonly with: unknown }
  | { readonly gone: string }
  | { readonly meanwhile: () => void };

/** Plays steps on a session in this thread, each made when the one before was handed over, then closes it. */
export function playSession(workspace: string, steps: readonly ((heard: Heard) => Step)[], workbook = 'so-cchc.xlsx'): Heard {
  const all: FromSession[] = [];
  const heard: Heard = {
    all,
    news: (is) => all.flatMap((one) => (one.is === 'news' && isOf(one.news, is) ? [one.news] : [])),
  };
  const left = [...steps];
  let id = 0;
  /** A tab is read before something is done there. */
  let prepared: { readonly window: string; readonly bare: Bare } | null = null;
  const prepare = (): ToSession => {
    if (prepared === null) throw new Error('Bug: nothing was prepared');
    const { window, bare } = prepared;
    prepared = null;
    const told = all.find((one) => one.is === 'told' && one.id === -id);
    const view = told?.is === 'told' && told.told.ok ? (told.told.reply as TabView) : null;
    return { is: 'command', id, window, command: meant(bare, view) };
  };
  const commanded = (window: string, command: SessionCommand | Bare): ToSession => {
    if (!isBare(command)) return { is: 'command', id, window, command };
    if (command.do === 'tab') return { is: 'command', id, window, command: meant(command, null) };
    prepared = { window, bare: command };
    return { is: 'command', id: -id, window, command: { do: 'tab', tab: command.tab, since: null } };
  };
  const next = (): ToSession => {
    if (prepared !== null) return prepare();
    const step = left.shift()?.(heard);
    if (step === undefined) return { is: 'close' };
    id += 1;
    if ('meanwhile' in step) {
      step.meanwhile();
      return next();
    }
    if ('gone' in step) return { is: 'gone', window: step.gone };
    if ('command' in step) return commanded(step.window, step.command);
    return { is: 'call', id, window: step.window, name: 'ask', args: [JSON.stringify({ call: step.call, with: step.with })] };
  };
  runSession({ workspace, workbook, today: null, smtpUrl: null, fileKey: 'k', notes: [] }, { next }, (message) =>
    all.push(structuredClone(message)),
  );
  return heard;
}

function isOf<Kind extends ServerEvent['is']>(news: ServerEvent, is: Kind): news is Extract<ServerEvent, { is: Kind }> {
  return news.is === is;
}

/** What the step of that number (from 1) was told. */
export function toldOf({ all }: Heard, step: number): Told {
  const found = all.find((one) => one.is === 'told' && one.id === step);
  if (found?.is !== 'told') throw new Error(`Bug: step ${step} was told nothing`);
  return found.told;
}

/** The reply to a step that was done. */
export function replyOf<Name extends SessionCommand['do']>(heard: Heard, step: number, _: Name): Replies[Name] {
  const told = toldOf(heard, step);
  if (!told.ok) throw new Error(`Bug: step ${step} was refused: ${told.sentence}`);
  return told.reply as Replies[Name];
}

/** The sentence by which a step was refused. */
export function refusalOf(heard: Heard, step: number): string {
  const told = toldOf(heard, step);
  return told.ok ? '' : told.sentence;
}
