import { CONNECTION } from '../words/pages/workbench.ts';
import { type Ears, listen } from './listening.ts';
import type { Command, Replies, Told } from './protocol.ts';

export type CommandName = keyof Replies;
/** What a command carries beside its name. */
export type Carried<Name extends CommandName> = Command extends infer One
  ? One extends { readonly do: infer Done }
    ? Name extends Done
      ? Omit<One, 'do'>
      : never
    : never
  : never;

/** 'lost': the program was not reached, and nobody knows whether it heard. 'stranger': it runs anew and does not know this page. */
export type Heard<Reply> = Told<Reply> | 'lost' | 'stranger';

/** Asks the server; null where it was not done, which has been said then. */
export type Ask = <Name extends CommandName>(name: Name, carried: Carried<Name>) => Promise<Replies[Name] | null>;

export type Connection = {
  tell<Name extends CommandName>(name: Name, carried: Carried<Name>): Promise<Heard<Replies[Name]>>;
  /** Hears the news until the page closes. */
  listen(ears: Ears): void;
  /** Hears whether a request has waited long for its answer. */
  onWaiting: (isLong: boolean) => void;
};

/** A person wonders by then. */
const LONG = 5000;

/** The way to the local server; its token and this window's name stand in the page. */
export function connect({ token = '', window: name = '' }: Readonly<Record<string, string | undefined>>): Connection {
  const mine = `ma=${encodeURIComponent(token)}&cua-so=${encodeURIComponent(name)}`;
  let long = 0;
  const count = (by: 1 | -1): void => {
    long += by;
    connection.onWaiting(long > 0);
  };
  const connection: Connection = {
    tell: (command, carried) => timed(tell(`/lenh?${mine}`, JSON.stringify({ do: command, ...carried })), count),
    listen: (ears) => void listen({ token, window: name }, ears),
    onWaiting: () => undefined,
  };
  return connection;
}

/** Counts a request among the long ones from five seconds on until it is answered. */
async function timed<Answer>(answer: Promise<Answer>, count: (by: 1 | -1) => void): Promise<Answer> {
  let isLong = false;
  const timer = setTimeout(() => {
    isLong = true;
    count(1);
  }, LONG);
  const got = await answer;
  clearTimeout(timer);
  if (isLong) count(-1);
  return got;
}

async function tell<Reply>(address: string, body: string): Promise<Heard<Reply>> {
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  } catch {
    return 'lost';
  }
  if (response.status === 403) return 'stranger';
  try {
    if (response.ok) return await response.json();
  } catch {
    return 'lost';
  }
  return { ok: false, sentence: CONNECTION.failed };
}
