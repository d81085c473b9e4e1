import { CONNECTION } from '../words/pages/workbench.ts';
import type { Command, News, Replies, Told } from './protocol.ts';

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

export type Connection = {
  tell<Name extends CommandName>(name: Name, carried: Carried<Name>): Promise<Heard<Replies[Name]>>;
  /** Where a file of the workspace is downloaded from. */
  fileAddress(path: string): string;
  /** Hears the news until the page closes. */
  listen(ears: Ears): void;
};

type Ears = { readonly onNews: (news: News) => void; readonly onOpen: () => void; readonly onLost: () => void };

const AGAIN_AFTER = 2000;

/** The way to the local server; its token and this window's name stand in the page. */
export function connect({ token = '', window: name = '' }: Readonly<Record<string, string | undefined>>): Connection {
  const mine = `ma=${encodeURIComponent(token)}&cua-so=${encodeURIComponent(name)}`;
  return {
    tell: (command, carried) => tell(`/lenh?${mine}`, JSON.stringify({ do: command, ...carried })),
    fileAddress: (path) => `/tep/${path.split('/').map(encodeURIComponent).join('/')}?ma=${encodeURIComponent(token)}`,
    listen: (ears) => listen(`/tin?${mine}`, ears),
  };
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

/** A browser takes a broken stream up again by itself, but not one that was refused: then we do. */
function listen(address: string, ears: Ears): void {
  const stream = new EventSource(address);
  stream.onopen = ears.onOpen;
  stream.onmessage = ({ data }) => ears.onNews(JSON.parse(String(data)));
  stream.onerror = () => {
    ears.onLost();
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(address, ears), AGAIN_AFTER);
  };
}
