import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Unusable } from '../../host/core/unusable.ts';
import { DEMO_PAGE } from '../../words/host/demo.ts';
import { WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import { readWindows } from './command-in.ts';
import { isTicket } from './file-address.ts';
import { CONSOLIDATED, readServed } from './files/files.ts';
import { bodyOf, isOwnName, isOwnPage, isToken, POLICIES } from './guard.ts';
import { newKeys } from './kept.ts';
import { type Windows, windowsOf } from './people/windows.ts';
import { answerCall, answerCommand, type Json } from './requests.ts';
import { returningPage } from './returning.ts';
import { withScriptRun } from './script-run.ts';
import type { Hearing, SessionThread } from './session-thread.ts';

export type ServeOptions = {
  readonly workspace: string;
  /** 0 = any free one. One that is taken falls back to the next free one. */
  readonly port: number;
  /** The page of the workbench, with the places for its nonce, token and window. */
  readonly page: () => string;
  /** The guide with its pictures; default: there is none. */
  readonly guide?: () => string;
  /** The script of the worker that holds the stream of news for all pages of a browser. */
  readonly sharedStream: () => string;
  /** The keys of an earlier run, so that its address and its pages go on; default: new ones. */
  readonly keys?: { readonly token: string; readonly fileKey: string };
  readonly demonstrate?: (year: string) => Promise<string>;
  /** Opens the workbook; it is told who listens, and by which key it makes the addresses of files. */
  readonly openWorkbookSession: (hearing: Pick<Hearing, 'news' | 'page'>, fileKey: string) => Promise<SessionThread>;
};

export type Serving = {
  readonly address: string;
  readonly port: number;
  /** Saves the workbook, then stops answering. */
  close(): Promise<void>;
};

type Page = { readonly window: string; readonly html: string };

/** What answering needs. */
export type Site = {
  readonly demonstrate: (year: string) => Promise<string>;
  readonly workspace: string;
  readonly page: () => string;
  readonly guide: (() => string) | null;
  readonly sharedStream: () => string;
  readonly token: string;
  readonly fileKey: string;
  readonly session: SessionThread;
  readonly windows: Windows;
  readonly pages: Map<number, Page>;
};

type Reply = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly csp?: string;
  readonly name?: string;
};

/** How long a request may take to arrive, in milliseconds: a workbook of 20 MB comes from this very machine. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
/** Six for each browser that an office's machine may have open, many times over. */
const MOST_CONNECTIONS = 512;
const LAST_ANSWERS = 300;

/** Opens the workbook and serves the workbench to this machine only; without the token of the printed address nothing is answered. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { workspace, port, page, guide = null, sharedStream, openWorkbookSession, demonstrate = noDemonstration } = options;
  const { token, fileKey } = options.keys ?? newKeys();
  const pages = new Map<number, Page>();
  const windows: Windows = windowsOf((window) => {
    for (const [number, held] of pages) if (held.window === window) pages.delete(number);
    session.gone(window);
  });
  const hearing: Parameters<ServeOptions['openWorkbookSession']>[0] = {
    news: (news) => windows.tell(news.is === 'page' ? { ...news, address: `${news.address}?ma=${token}` } : news),
    page: ({ number, window, html }) => void pages.set(number, { window, html }),
  };
  const session = await openWorkbookSession(hearing, fileKey);
  const site: Site = { workspace, demonstrate, page, guide, sharedStream, token, fileKey, session, windows, pages };
  const server = createServer(PATIENCE, (request, response) => {
    answer(site, request, response).then(
      (reply) => (reply === null ? undefined : send(response, reply)),
      () => send(response, refused(500)),
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  const bound = await listen(server, port);
  const close = async (): Promise<void> => {
    await session.close();
    windows.close();
    server.close();
    // What was answered last is still on its way.
    await Promise.race([once(server, 'close'), wait(LAST_ANSWERS, undefined, { ref: false })]);
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${bound}/?ma=${token}`, port: bound, close };
}

const noDemonstration = (): Promise<string> => Promise.reject(new Unusable(WORKBENCH_REFUSALS.noDemonstration));

/** So many behind the wanted one are tried, then any free one. */
const NEXT_PORTS = 20;
const LAST_PORT = 65_535;

function listen(server: Server, port: number, left = NEXT_PORTS): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Windows says EACCES of a port that it keeps for itself.
      if (port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
        done(listen(server, left > 0 && port < LAST_PORT ? port + 1 : 0, left - 1));
      else failed(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      done(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

const refused = (status: number): Reply => ({ status, type: 'text/plain; charset=utf-8', body: DEMO_PAGE.notFound });

/** `null`: the answer is a stream, which goes on. */
async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<Reply | null> {
  const at = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isOwnName(request.headers.host)) return refused(403);
  const free = request.method === 'GET' ? withoutToken(request.url ?? '', at) : undefined;
  if (free !== undefined) return free(site, at);
  if (!isToken(site.token, at.searchParams.get('ma'))) return refused(403);
  if (request.method === 'POST') return isOwnPage(request) ? posted(site, request, at) : refused(403);
  if (request.method !== 'GET') return refused(405);
  if (at.pathname === '/') return mainPage(site);
  if (at.pathname === '/luong.js') return sharedWorker(site);
  if (at.pathname === '/tin') return stream(site, at, response);
  const number = /^\/trang\/(\d+)$/u.exec(at.pathname)?.[1];
  if (number !== undefined) return scriptPage(site, Number(number));
  return refused(404);
}

/** What tells of no office: a page that is loaded again has lost its token from the address, not from its memory; the guide has a window of its own. */
const FREE: Readonly<Record<string, Answering>> = { '/': returning, '/huong-dan': guideOf };
type Answering = (site: Site, at: URL) => Reply;

/** What is fetched by a ticket for it alone. */
const BY_TICKET: Readonly<Record<string, Answering>> = { '/tep/': file, '/xem/': shown };

/** How an address is answered that needs no token. */
function withoutToken(url: string, { pathname }: URL): Answering | undefined {
  return FREE[url] ?? BY_TICKET[pathname.slice(0, '/tep/'.length)];
}

/** A window's own name, given with its page. */
const WINDOW = /^[0-9a-f]{16}$/u;

async function posted(site: Site, request: IncomingMessage, at: URL): Promise<Reply> {
  const window = at.searchParams.get('cua-so') ?? '';
  const number = /^\/goi\/(\d+)$/u.exec(at.pathname)?.[1];
  const page = number === undefined ? undefined : site.pages.get(Number(number));
  if (at.pathname === '/tin' && WINDOW.test(window)) return reached(site, window, await bodyOf(request, () => LONGEST_REACHED));
  if (at.pathname === '/lenh' && WINDOW.test(window)) return json(await answerCommand(site, { window, request, bodyOf }));
  // A page of an earlier run is known by the window that it names.
  const caller = number !== undefined && WINDOW.test(window) ? window : page?.window;
  return caller === undefined ? refused(404) : json(await answerCall(site, { window: caller, request, bodyOf }));
}

function json(answered: Json): Reply {
  return { status: answered.status, type: 'application/json; charset=utf-8', body: JSON.stringify(answered.body) };
}

function mainPage({ page, token }: Site): Reply {
  const nonce = randomBytes(16).toString('hex');
  const window = randomBytes(8).toString('hex');
  const body = page().replaceAll('__NONCE__', nonce).replaceAll('__TOKEN__', token).replaceAll('__WINDOW__', window);
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: POLICIES.workbench(nonce) };
}

function guideOf({ guide }: Site): Reply {
  if (guide === null) return refused(404);
  return { status: 200, type: 'text/html; charset=utf-8', body: guide(), csp: POLICIES.guide };
}

function stream({ windows }: Site, at: URL, response: ServerResponse): Reply | null {
  const window = at.searchParams.get('cua-so') ?? '';
  if (!WINDOW.test(window)) return refused(404);
  if (windows.isFull()) return refused(503);
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
  windows.listen(window, response);
  return null;
}

const LONGEST_REACHED = 20_000;
const MOST_WINDOWS = 500;

/** A stream says which windows it reaches. */
function reached({ windows }: Site, stream: string, text: string | null): Reply {
  const named = text === null ? null : readWindows(text);
  if (named === null || named.length > MOST_WINDOWS || !named.every((window) => WINDOW.test(window))) return refused(400);
  windows.reaches(stream, named);
  return json({ status: 200, body: { ok: true } });
}

function sharedWorker({ sharedStream }: Site): Reply {
  return { status: 200, type: 'text/javascript; charset=utf-8', body: sharedStream(), csp: POLICIES.worker };
}

function returning(): Reply {
  const nonce = randomBytes(16).toString('hex');
  return { status: 403, type: 'text/html; charset=utf-8', body: returningPage(nonce), csp: POLICIES.page(nonce) };
}

function scriptPage({ pages, token }: Site, number: number): Reply {
  const page = pages.get(number);
  if (page === undefined) return refused(404);
  const nonce = randomBytes(16).toString('hex');
  const body = withScriptRun({ html: page.html, token, nonce, number, window: page.window });
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: POLICIES.page(nonce) };
}

/** A file goes to whom its own address was given: what a browser keeps of where a download came from opens nothing else. */
function file({ workspace, fileKey }: Site, { pathname, searchParams }: URL): Reply {
  const path = decoded(pathname.slice('/tep/'.length));
  if (!isTicket(fileKey, path, searchParams.get('ve'))) return refused(403);
  const found = readServed(workspace, path);
  return found === null ? refused(404) : { status: 200, type: found.type, body: found.bytes, name: basename(path) };
}

/** The page of many units, to be looked at; no other file is ever shown. */
function shown({ workspace, fileKey }: Site, { pathname, searchParams }: URL): Reply {
  const path = decoded(pathname.slice('/xem/'.length));
  if (path !== CONSOLIDATED || !isTicket(fileKey, path, searchParams.get('ve'))) return refused(403);
  const found = readServed(workspace, path);
  if (found === null) return refused(404);
  return { status: 200, type: 'text/html; charset=utf-8', body: found.bytes, csp: POLICIES.consolidated };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

const HEADERS = {
  'content-security-policy': POLICIES.none,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

function send(response: ServerResponse, { status, type, body, csp, name }: Reply): void {
  const { req: request } = response;
  const isUnread = status >= 400 && !request.complete;
  response.writeHead(status, {
    ...HEADERS,
    'content-type': type,
    ...(isUnread ? { connection: 'close' } : {}),
    ...(csp === undefined ? {} : { 'content-security-policy': csp }),
    // A file is kept, never shown: what it holds is others'.
    ...(name === undefined
      ? {}
      : {
          'content-disposition': `attachment; filename="so-cchc${extname(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        }),
  });
  // A connection that is to be closed is not read to the end of what the client goes on to send.
  if (isUnread) request.pause();
  response.end(body);
}
