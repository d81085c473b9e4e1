import type { ServerEvent } from './protocol.ts';
import { type FromStream, lockOf, type ToStream } from './shared-protocol.ts';

/** Who hears the news: each piece, that the stream is open (again), that it broke. */
export type Ears = {
  readonly onEvent: (news: ServerEvent) => void;
  readonly onOpen: () => void;
  readonly onLost: () => void;
  /** Whether a page that nobody sees may do without: not while the program waits for its answer. */
  readonly mayRest: () => boolean;
};

type Addresses = { readonly token: string; readonly window: string };

const AGAIN_AFTER = 2000;
const JOINED_WITHIN = 4000;

/** Hears the news until the page closes: through the one stream of the browser, or, where it has no such workers, through an own one. */
export async function listen(own: Addresses, ears: Ears): Promise<void> {
  if (!(await joinShared(own, ears))) listenAlone(own, ears);
}

async function joinShared({ token, window }: Addresses, ears: Ears): Promise<boolean> {
  if (typeof SharedWorker === 'undefined' || navigator.locks === undefined) return false;
  await holdLock(lockOf(window));
  return new Promise((answer) => {
    const worker = workerOf(`/luong.js?ma=${encodeURIComponent(token)}`, () => answer(false));
    if (worker === null) return answer(false);
    // A late one is left alone: its news would come twice.
    let isOurs = true;
    setTimeout(() => {
      isOurs = hasJoined;
      answer(hasJoined);
    }, JOINED_WITHIN);
    let hasJoined = false;
    worker.port.onmessage = ({ data }: MessageEvent<FromStream>) => {
      if (data.is === 'joined' && isOurs) {
        hasJoined = true;
        answer(true);
      } else if (isOurs) hear(data, ears);
    };
    worker.port.postMessage({ window } satisfies ToStream);
  });
}

/** A policy may forbid such workers, at once or once their script is asked for. */
function workerOf(address: string, onRefused: () => void): SharedWorker | null {
  try {
    const worker = new SharedWorker(address, 'so-cchc');
    worker.onerror = onRefused;
    return worker;
  } catch {
    return null;
  }
}

/** Held until the page ends. */
function holdLock(name: string): Promise<void> {
  return new Promise((held) => {
    navigator.locks.request(name, () => {
      held();
      return new Promise(() => undefined);
    });
  });
}

function hear(message: FromStream, ears: Ears): void {
  if (message.is === 'news') ears.onEvent(JSON.parse(message.data));
  else if (message.is === 'open') ears.onOpen();
  else if (message.is === 'lost') ears.onLost();
}

/** A page that nobody sees gives its connection up, so that the one that is seen has one to ask by; seen again, it asks anew. */
function listenAlone({ token, window }: Addresses, ears: Ears): void {
  const address = `/tin?ma=${encodeURIComponent(token)}&cua-so=${encodeURIComponent(window)}`;
  let stream: EventSource | null = null;
  const open = (): void => {
    const own = new EventSource(address);
    stream = own;
    own.onopen = ears.onOpen;
    own.onmessage = ({ data }) => ears.onEvent(JSON.parse(String(data)));
    own.onerror = () => {
      if (stream !== own) return;
      ears.onLost();
      // A browser takes a broken stream up again by itself, but not one that was refused.
      if (own.readyState === EventSource.CLOSED) setTimeout(() => stream === own && open(), AGAIN_AFTER);
    };
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && ears.mayRest()) {
      stream?.close();
      stream = null;
    } else if (!document.hidden && stream === null) open();
  });
  open();
}
