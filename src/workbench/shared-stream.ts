/**
 * The one stream of news of all pages of a browser, in a worker that they share: over HTTP/1.1 a browser opens six connections to a
 * server, and a stream in each page would leave none to ask by (https://developer.mozilla.org/en-US/docs/Web/API/EventSource).
 */
import { type FromStream, lockOf, type ToStream } from './shared-protocol.ts';

/** What this needs of a shared worker's own scope, which the compiler's libraries for pages do not have. */
type Scope = { onconnect: ((event: MessageEvent) => void) | null };

const AGAIN_AFTER = 2000;
const token = new URLSearchParams(location.search).get('ma') ?? '';
const name = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const address = `/tin?ma=${encodeURIComponent(token)}&cua-so=${name}`;
const pages = new Map<string, MessagePort>();
let stream: EventSource | null = null;

const tellAll = (message: FromStream): void => {
  for (const page of pages.values()) page.postMessage(message);
};

/** The server keeps what belongs to a window for as long as a stream reaches it. */
function announce(): void {
  const body = JSON.stringify({ windows: [...pages.keys()] });
  // One that is not heard is made again when the stream opens again.
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined);
}

/** A browser takes a broken stream up again by itself, but not one that was refused: then we do. */
function open(): void {
  const own = new EventSource(address);
  stream = own;
  own.onopen = () => {
    announce();
    tellAll({ is: 'open' });
  };
  own.onmessage = ({ data }) => tellAll({ is: 'news', data: String(data) });
  own.onerror = () => {
    tellAll({ is: 'lost' });
    if (own.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_AFTER);
  };
}

function join(window: string, page: MessagePort): void {
  pages.set(window, page);
  page.postMessage({ is: 'joined' } satisfies FromStream);
  if (stream === null) open();
  else if (stream.readyState === EventSource.OPEN) {
    announce();
    page.postMessage({ is: 'open' } satisfies FromStream);
  }
  // A page holds its lock for as long as it lives, however it ends.
  navigator.locks.request(lockOf(window), () => {
    pages.delete(window);
    announce();
  });
}

(globalThis as unknown as Scope).onconnect = ({ ports: [page] }) => {
  if (page !== undefined) page.onmessage = ({ data }: MessageEvent<ToStream>) => join(data.window, page);
};
