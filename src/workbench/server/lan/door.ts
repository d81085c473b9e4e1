import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CallName } from '../../../app/calls.ts';
import { DEMO_PAGE } from '../../../words/host/demo.ts';
import { LAN_REFUSALS } from '../../../words/pages/lan.ts';
import { readCall } from '../command-in.ts';
import { bodyOf, isOwnPage, POLICIES } from '../guard.ts';
import { withScriptRun } from '../script-run.ts';
import type { SessionThread } from '../session-thread.ts';
import type { Codes } from './codes.ts';
import { newTries, type Tries } from './tries.ts';
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
  readonly now?: () => number;
};

type Door = LanOptions & { readonly tries: Tries };
type Reply = { readonly status: number; readonly type: string; readonly body: string; readonly csp?: string };

/** Serves named people of the office's network, each by a code of his own, and only what `LAN_CALLS` names. */
export async function serveLan(options: LanOptions): Promise<{ readonly address: string; close(): void }> {
  const door: Door = { ...options, tries: newTries(options.now ?? Date.now) };
  const server = createServer(PATIENCE, (request, response) => {
    answer(door, request).then(
      (reply) => send(response, reply),
      () => send(response, refused(500)),
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((open, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, open);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  return {
    address: `http://${options.host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const refused = (status: number): Reply => ({ status, type: 'text/plain; charset=utf-8', body: DEMO_PAGE.notFound });

async function answer(door: Door, request: IncomingMessage): Promise<Reply> {
  const from = request.socket.remoteAddress ?? '';
  if (request.headers.host?.replace(/:\d+$/u, '') !== door.host) return refused(403);
  if (!door.tries.mayTry(from)) return refused(429);
  const at = new URL(request.url ?? '/', 'http://lan');
  const code = at.searchParams.get('ma');
  const person = door.codes.personOf(code);
  if (person === null || code === null) {
    // A request without a code guesses nothing: browsers ask by themselves for an icon.
    if (code !== null) door.tries.wrong(from);
    return refused(403);
  }
  if (request.method === 'GET') return at.pathname === '/' ? pageFor(door, code) : refused(404);
  if (request.method !== 'POST') return refused(405);
  if (!isOwnPage(request)) return refused(403);
  return at.pathname === '/goi/1' ? called(door, person, request) : refused(404);
}

/** The page as a phone shows it, at the person's own rows. */
function pageFor({ page }: Door, code: string): Reply {
  const nonce = randomBytes(16).toString('hex');
  const own = page()
    .replace(
      '<meta charset="utf-8" />',
      '<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />',
    )
    .replace(
      '<meta charset="utf-8">',
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    );
  const html = `${own}<script>document.documentElement.dataset.part="enter"</script>`;
  const body = withScriptRun({ html, token: code, nonce, number: 1, window: '' });
  return { status: 200, type: 'text/html; charset=utf-8', body, csp: POLICIES.page(nonce) };
}

async function called({ session }: Door, person: string, request: IncomingMessage): Promise<Reply> {
  const text = await bodyOf(request, (begins) => (begins.includes('keep-evidence') ? LONGEST_FILE : LONGEST_CALL));
  if (text === null) return refused(413);
  const call = readCall(text);
  const [asked, ...more] = call?.args ?? [];
  if (call === null || call.name !== 'ask' || typeof asked !== 'string' || more.length > 0) return refused(400);
  if (!isAllowed(asked)) return json({ ok: true, value: JSON.stringify({ ok: false, sentence: LAN_REFUSALS.notHere }) });
  const answered = await session.call(`${LAN_WINDOW}${person}`, call);
  return json(
    answered.ok && typeof answered.value === 'string' ? { ...answered, value: withoutPlaces(answered.value) } : answered,
  );
}

/** Where a file lies on the office's machine is nobody's matter on a phone; there is no way to it either. */
function withoutPlaces(text: string): string {
  return text.replace(/"file:[^"\\]*"/gu, '"-"');
}

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
