import type { ServerResponse } from 'node:http';
import type { ServerEvent } from '../../protocol.ts';

/** The windows that look at the workbook, and the streams of news that reach them: one for each, or one for many of a browser. */
export type Windows = {
  /** A stream begins, for the window of its own name until it says for whom. */
  listen(stream: string, response: ServerResponse): void;
  /** All windows that a stream reaches. One that no stream reaches any more is gone, unless one does again soon. */
  reaches(stream: string, windows: readonly string[]): void;
  readonly isFull: () => boolean;
  tell(news: ServerEvent): void;
  close(): void;
};

/** A page that loses its stream for a moment comes back by itself within a second or two. */
const PATIENCE = 5_000;
/** Something is sent now and then, so that a stream that broke silently is noticed. */
const BREATH = 20_000;
/** What a stream may leave unread, in bytes: the largest news many times over. One that does is ended, and its pages ask anew. */
const MOST_UNREAD = 8_000_000;
/** More browsers than one office's machine will ever have open. */
const MOST_STREAMS = 100;

type Stream = { readonly responses: Set<ServerResponse>; windows: ReadonlySet<string> };

/** `gone` is told of every window that nobody looks at any more. */
export function windowsOf(gone: (window: string) => void): Windows {
  const streams = new Map<string, Stream>();
  const leaving = new Map<string, NodeJS.Timeout>();
  const streamOf = (name: string): Stream => kept(streams, name);
  const isReached = (window: string): boolean =>
    [...streams.values()].some(({ responses, windows }) => responses.size > 0 && windows.has(window));
  /** Who is reached stays; who is not has a moment to come back. */
  const look = (windows: Iterable<string>): void => {
    for (const window of windows) {
      clearTimeout(leaving.get(window));
      leaving.delete(window);
      if (isReached(window)) continue;
      const leave = (): void => {
        leaving.delete(window);
        gone(window);
      };
      leaving.set(window, setTimeout(leave, PATIENCE).unref());
    }
  };
  const send = (text: string): void => {
    for (const response of [...streams.values()].flatMap(({ responses }) => [...responses])) {
      response.write(text);
      if (response.writableLength > MOST_UNREAD) response.destroy();
    }
  };
  const left = (name: string, response: ServerResponse): void => {
    const stream = streamOf(name);
    stream.responses.delete(response);
    look(stream.windows);
    if (stream.responses.size === 0) setTimeout(() => stream.responses.size === 0 && streams.delete(name), PATIENCE).unref();
  };
  const breathing = setInterval(() => send(': \n\n'), BREATH).unref();
  return {
    listen: (name, response) => {
      const stream = streamOf(name);
      stream.responses.add(response);
      look(stream.windows);
      response.on('close', () => left(name, response));
      response.write('retry: 1000\n\n');
    },
    reaches: (name, windows) => {
      const stream = streamOf(name);
      const before = stream.windows;
      stream.windows = new Set(windows);
      look(new Set([...before, ...windows]));
    },
    isFull: () => streams.size >= MOST_STREAMS,
    tell: (news) => send(`data: ${JSON.stringify(news)}\n\n`),
    close: () => {
      clearInterval(breathing);
      for (const timer of leaving.values()) clearTimeout(timer);
      for (const { responses } of streams.values()) for (const response of responses) response.end();
    },
  };
}

function kept(streams: Map<string, Stream>, name: string): Stream {
  const found = streams.get(name) ?? { responses: new Set<ServerResponse>(), windows: new Set([name]) };
  streams.set(name, found);
  return found;
}
