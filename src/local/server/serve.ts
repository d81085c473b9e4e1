import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DEMO_PAGE } from '../../words/demo.ts';
import { bundlePage } from '../dist.ts';
import { Unusable } from '../unusable.ts';
import { listFiles, readServed } from './files.ts';
import { demoPage, withScriptRun } from './page.ts';

export type ServeOptions = {
  readonly workspace: string;
  /** 0 = any free one. A port that is taken falls back to any free one. */
  readonly port: number;
  readonly lines: readonly string[];
  /** The script's one door: a JSON request in, a JSON answer out. */
  readonly ask: (request: string) => string;
};

export type Serving = { readonly address: string; close(): void };

type Site = ServeOptions & { readonly token: string };
type Reply = { readonly status: number; readonly type: string; readonly body: string | Uint8Array; readonly csp?: string };

const LONGEST_REQUEST = 16_384;
/** A document as base64, or the long texts of a form, in the calls that carry them. */
const LONGEST_WITH_FILE = 8_200_000;
const WITH_FILE = /^\{"call":"(?:reconcile|store-template|bring-back|enter)"/u;
const STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Serves the plain page to this machine only; without the token of the printed address nothing is answered. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const site: Site = { ...options, token: randomBytes(16).toString('hex') };
  const server = createServer((request, response) => {
    answer(site, request).then(
      (reply) => send(response, reply),
      () => send(response, refused(500)),
    );
  });
  const port = await listen(server, options.port);
  return { address: `http://127.0.0.1:${port}/?ma=${site.token}`, close: () => void server.close() };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Windows says EACCES of a port that it keeps for itself.
      if (port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) done(listen(server, 0));
      else failed(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      done(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

const refused = (status: number): Reply => ({ status, type: 'text/plain; charset=utf-8', body: DEMO_PAGE.notFound });

/** Another site's page could reach this port under its own name; only our own names pass, and only with the token. */
async function answer(site: Site, request: IncomingMessage): Promise<Reply> {
  const at = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isOwnName(request.headers.host) || !isToken(site.token, at.searchParams.get('ma'))) return refused(403);
  if (request.method === 'POST') return at.pathname === '/ask' && isOwnPage(request) ? askDoor(site, request) : refused(404);
  if (request.method !== 'GET') return refused(405);
  if (at.pathname === '/') return mainPage(site);
  if (at.pathname === '/the-ben') return sidebarPage(site);
  if (at.pathname.startsWith('/tep/')) return file(site, at.pathname.slice('/tep/'.length));
  return refused(404);
}

const isOwnName = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/u.test(host ?? '');

function isOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}` && (headers['content-type'] ?? '').startsWith('application/json');
}

function isToken(token: string, given: string | null): boolean {
  const [known, typed] = [Buffer.from(token), Buffer.from(given ?? '')];
  return known.length === typed.length && timingSafeEqual(known, typed);
}

function mainPage({ lines, workspace, token }: Site): Reply {
  const body = demoPage({ lines, files: listFiles(workspace), token });
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: `${STRICT}; style-src 'unsafe-inline'; frame-src 'self'` };
}

function sidebarPage({ token }: Site): Reply {
  const nonce = randomBytes(16).toString('hex');
  const body = withScriptRun(bundlePage('sidebar') ?? '', { token, nonce });
  const csp = `${STRICT}; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:`;
  return { status: 200, type: 'text/html; charset=utf-8', body, csp };
}

function file({ workspace }: Site, encoded: string): Reply {
  const found = readServed(workspace, decoded(encoded));
  return found === null ? refused(404) : { status: 200, type: found.type, body: found.bytes };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

async function askDoor({ ask }: Site, request: IncomingMessage): Promise<Reply> {
  const type = 'application/json; charset=utf-8';
  const text = await bodyOf(request);
  if (text === null) return refused(413);
  try {
    return { status: 200, type, body: ask(text) };
  } catch (thrown) {
    if (!(thrown instanceof Unusable)) throw thrown;
    return { status: 200, type, body: JSON.stringify({ ok: false, sentence: thrown.message }) };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    parts.push(part);
    if (length > LONGEST_REQUEST && !mayBeLong(length, parts[0])) return null;
  }
  return Buffer.concat(parts).toString('utf8');
}

function mayBeLong(length: number, first: Buffer | undefined): boolean {
  return length <= LONGEST_WITH_FILE && WITH_FILE.test(first?.toString('latin1', 0, 100) ?? '');
}

function send(response: ServerResponse, { status, type, body, csp }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': csp ?? STRICT,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}
