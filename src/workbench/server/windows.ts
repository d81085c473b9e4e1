import type { ServerResponse } from 'node:http';
import type { News } from '../protocol.ts';

/** The windows that look at the workbook, each with its stream of news. */
export type Windows = {
  /** A window listens from now on; it is gone when its stream ends and it does not come back soon. */
  listen(window: string, response: ServerResponse): void;
  tell(news: News): void;
  close(): void;
};

/** A page that loses its stream for a moment comes back by itself within a second or two. */
const PATIENCE = 5_000;
/** Something is sent now and then, so that a stream that broke silently is noticed. */
const BREATH = 20_000;

/** `gone` is told of every window that nobody looks at any more. */
export function windowsOf(gone: (window: string) => void): Windows {
  const streams = new Map<string, Set<ServerResponse>>();
  const leaving = new Map<string, NodeJS.Timeout>();
  const all = (): ServerResponse[] => [...streams.values()].flatMap((held) => [...held]);
  const breathing = setInterval(() => {
    for (const stream of all()) stream.write(': \n\n');
  }, BREATH).unref();
  const left = (window: string, response: ServerResponse): void => {
    const held = streams.get(window);
    held?.delete(response);
    if (held === undefined || held.size > 0) return;
    streams.delete(window);
    const timer = setTimeout(() => {
      leaving.delete(window);
      gone(window);
    }, PATIENCE).unref();
    leaving.set(window, timer);
  };
  return {
    listen: (window, response) => {
      clearTimeout(leaving.get(window));
      leaving.delete(window);
      streams.set(window, (streams.get(window) ?? new Set()).add(response));
      response.on('close', () => left(window, response));
      response.write('retry: 1000\n\n');
    },
    tell: (news) => {
      const text = `data: ${JSON.stringify(news)}\n\n`;
      for (const stream of all()) stream.write(text);
    },
    close: () => {
      clearInterval(breathing);
      for (const timer of leaving.values()) clearTimeout(timer);
      for (const stream of all()) stream.end();
    },
  };
}
