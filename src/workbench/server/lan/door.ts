import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { CallName } from '../../../app/calls.ts';
import { DEMO_PAGE } from '../../../words/host/demo.ts';
import { LAN_REFUSALS, LAN_WORDS } from '../../../words/pages/lan.ts';
import { readCall } from '../command-in.ts';
import { bodyOf, isOwnPage, POLICIES } from '../guard.ts';
import { withScriptRun } from '../script-run.ts';
import type { SessionThread } from '../session-thread.ts';
import type { Codes } from './codes.ts';
import { BAR_STYLE, type MadeReport, reportPage } from './report-page.ts';
import type { Tls } from './tls.ts';
import { type Asking, newAsking, newTries, type Tries } from './tries.ts';
import { LAN_WINDOW } from './window.ts';

/** What people may ask from the network: their own rows, what is owed, the indicators, a look at the report. Nothing of the grid, its files or its menu. */
export const LAN_CALLS: readonly CallName[] = [
  'today',
  'my-rows',
  'enter',
  'keep-evidence',
  'owed',
  'indicators',
  'indicator',
  'report-preview',
];

const LONGEST_CALL = 200_000;
/** A photograph of a paper, as base64, beside a row of one's own. */
const LONGEST_FILE = 8_200_000;
/** Few phones, slow networks. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
const MOST_CONNECTIONS = 128;

export type LanOptions = {
  /** The address that is listened on, and that requests must name. */
  readonly host: string;
  readonly port: number;
  /** The script's own page. */
  readonly page: () => string;
  readonly codes: Pick<Codes, 'personOf'>;
  readonly session: Pick<SessionThread, 'call'>;
  /** The official text that was made last of this workbook; `null`: none was. */
  readonly report: () => Promise<MadeReport | null>;
  /** Encrypts the connection; `null`: it is plain, which the pages say. */
  readonly tls: Tls | null;
  readonly now?: () => number;
};

type Door = LanOptions & { readonly tries: Tries; readonly asking: Asking };
type Reply = { readonly status: number; readonly type: string; readonly body: string; readonly csp?: string };

/** Serves named people of the office's network, each by a code of his own, and only what `LAN_CALLS` names. */
export async function serveLan(options: LanOptions): Promise<{ readonly address: string; close(): void }> {
  const { tls, now = Date.now } = options;
  const door: Door = { ...options, tries: newTries(now), asking: newAsking(now) };
  const listener: RequestListener = (request, response) => {
    answer(door, request).then(
      (reply) => send(response, reply),
      () => send(response, refused(500)),
    );
  };
  const server = tls === null ? createServer(PATIENCE, listener) : createTlsServer({ ...PATIENCE, ...tls }, listener);
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((open, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, open);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  return {
    address: `${schemeOf(options)}://${tls?.names[0] ?? options.host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const schemeOf = ({ tls }: Pick<LanOptions, 'tls'>): 'http' | 'https' => (tls === null ? 'http' : 'https');

const refused = (status: number): Reply => ({ status, type: 'text/plain; charset=utf-8', body: DEMO_PAGE.notFound });

async function answer(door: Door, request: IncomingMessage): Promise<Reply> {
  const from = request.socket.remoteAddress ?? '';
  if (!isNamed(door, request.headers.host ?? '')) return refused(403);
  if (!door.tries.mayTry(from)) return refused(429);
  const code = new URL(request.url ?? '/', 'http://lan').searchParams.get('ma');
  const person = door.codes.personOf(code);
  if (person === null || code === null) {
    // A request without a code guesses nothing: browsers ask by themselves for an icon.
    if (code !== null) door.tries.wrong(from);
    return refused(403);
  }
  return answerPerson(door, { person, code }, request);
}

/** Answers who is known by the code. */
async function answerPerson(
  door: Door,
  { person, code }: { person: string; code: string },
  request: IncomingMessage,
): Promise<Reply> {
  const at = new URL(request.url ?? '/', 'http://lan');
  const isAsking = door.asking.mayAsk(person);
  if (request.method === 'GET') return isAsking ? pageAt(door, at.pathname, code) : refused(429);
  if (request.method !== 'POST') return refused(405);
  if (!isOwnPage(request, schemeOf(door))) return refused(403);
  if (at.pathname !== '/goi/1') return refused(404);
  return isAsking ? called(door, person, request) : told(LAN_REFUSALS.tooMany);
}

/** Whether a request names the address that is listened on, or one of the certificate's: another site's page would name its own. */
function isNamed({ host, tls }: Door, asked: string): boolean {
  return [host, ...(tls?.names ?? [])].includes(asked.replace(/:\d+$/u, ''));
}

async function pageAt(door: Door, pathname: string, code: string): Promise<Reply> {
  if (pathname === '/') return pageFor(door, code);
  if (pathname !== '/bao-cao') return refused(404);
  const body = reportPage(await door.report(), barOf(door, code));
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: POLICIES.page(randomBytes(16).toString('hex')) };
}

/** Where one may go, and that the connection is plain. */
function barOf({ tls }: Door, code: string): string {
  const link = (path: string, text: string): string => `<a href="${path}?ma=${code}">${text}</a>`;
  const plain = tls === null ? `<p>${LAN_WORDS.plain}</p>` : '';
  return `<nav class="lan" aria-label="${LAN_WORDS.bar}">${link('/', LAN_WORDS.enter)}${link('/bao-cao', LAN_WORDS.readReport)}${plain}</nav>`;
}

/** The page as a phone shows it, at the person's own rows. */
function pageFor(door: Door, code: string): Reply {
  const nonce = randomBytes(16).toString('hex');
  const own = door
    .page()
    .replace(
      '<meta charset="utf-8" />',
      '<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />',
    )
    .replace(
      '<meta charset="utf-8">',
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    );
  const barred = own
    .replace('</head>', () => `<style>${BAR_STYLE}</style></head>`)
    .replace('<body>', () => `<body>${barOf(door, code)}`);
  const html = `${barred}<script>document.documentElement.dataset.part="enter"</script>`;
  const body = withScriptRun({ html, token: code, nonce, number: 1, window: '' });
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: POLICIES.page(nonce) };
}

async function called({ session }: Door, person: string, request: IncomingMessage): Promise<Reply> {
  const text = await bodyOf(request, (begins) => (begins.includes('keep-evidence') ? LONGEST_FILE : LONGEST_CALL));
  if (text === null) return refused(413);
  const call = readCall(text);
  const [asked, ...more] = call?.args ?? [];
  if (call === null || call.name !== 'ask' || typeof asked !== 'string' || more.length > 0) return refused(400);
  if (!isAllowed(asked)) return told(LAN_REFUSALS.notHere);
  const answered = await session.call(`${LAN_WINDOW}${person}`, call);
  return json(
    answered.ok && typeof answered.value === 'string' ? { ...answered, value: withoutPlaces(answered.value) } : answered,
  );
}

/** Where a file lies on the office's machine is nobody's matter on a phone; there is no way to it either. */
function withoutPlaces(text: string): string {
  return text.replace(/"file:[^"\\]*"/gu, '"-"');
}

/** A refusal as the page of the script hears one. */
const told = (sentence: string): Reply => json({ ok: true, value: JSON.stringify({ ok: false, sentence }) });

function isAllowed(request: string): boolean {
  try {
    const held: unknown = JSON.parse(request);
    const name = typeof held === 'object' && held !== null && 'call' in held ? held.call : null;
    return LAN_CALLS.some((call) => call === name);
  } catch {
    return false;
  }
}

function json(body: unknown): Reply {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function send(response: ServerResponse, { status, type, body, csp }: Reply): void {
  const isUnread = status >= 400 && !response.req.complete;
  response.writeHead(status, {
    'content-security-policy': csp ?? POLICIES.none,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'content-type': type,
    ...(isUnread ? { connection: 'close' } : {}),
  });
  if (isUnread) response.req.pause();
  response.end(body);
}
