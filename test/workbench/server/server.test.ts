import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../src/workbench/protocol.ts';
import type { DeskThread, Hearing } from '../../../src/workbench/server/desk-thread.ts';
import { type Serving, serve } from '../../../src/workbench/server/serve.ts';

let folder = '';
let workspace = '';
let serving: Serving;
let hearing: Pick<Hearing, 'news' | 'page'>;
const done: unknown[] = [];

const PAGE = '<body data-token="__TOKEN__" data-window="__WINDOW__"><script nonce="__NONCE__">1</script></body>';
const LETTER = `From: =?utf-8?q?S=E1=BB=95?= <so@example.vn>\r\nTo: a@example.vn\r\nSubject: Xin =?utf-8?q?ch=C3=A0o?=\r\nDate: Thu, 20 Jun 2024 08:00:00 +0700\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Một</p>`;

const desk: DeskThread = {
  command: (window, command) => {
    done.push([window, command]);
    return Promise.resolve({ ok: true, reply: { version: 1 } });
  },
  call: (window, call) => {
    done.push([window, call]);
    return Promise.resolve({ ok: true, value: `{"url":"${pathToFileURL(join(workspace, 'bao-cao', 'Báo cáo 1.docx')).href}"}` });
  },
  gone: (window) => done.push(['gone', window]),
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-server-'));
  workspace = join(folder, 'workspace');
  for (const inside of ['bao-cao', 'thu']) mkdirSync(join(workspace, inside), { recursive: true });
  writeFileSync(join(workspace, 'so-cchc.xlsx'), 'so');
  writeFileSync(join(workspace, 'so-cchc.xlsx.cchc.json'), '{}');
  writeFileSync(join(workspace, 'bao-cao', 'Báo cáo & phụ lục.docx'), 'bao cao');
  writeFileSync(join(workspace, 'thu', 'a.eml'), LETTER);
  writeFileSync(join(folder, 'ngoai.xlsx'), 'ngoai');
  symlinkSync(join(folder, 'ngoai.xlsx'), join(workspace, 'lien-ket.xlsx'));
  const openDesk = (given: typeof hearing): Promise<DeskThread> => {
    hearing = given;
    return Promise.resolve(desk);
  };
  serving = await serve({ workspace, port: 0, page: () => PAGE, openDesk });
  hearing.page({ number: 1, window: WINDOW, html: '<html><script>1</script><script>2</script></html>' });
});
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const WINDOW = '0123456789abcdef';
const token = (): string => new URL(serving.address).searchParams.get('ma') ?? '';
const origin = (): string => new URL(serving.address).origin;

type Request = { method?: string; headers?: Record<string, string>; body?: string };
/** `fetch` may not lie about its Host and Origin; written `ME`, the token and the origin stand for the true ones. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' }: Request = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === 'ME' ? origin() : value]));
  return new Promise((told, failed) => {
    const sent = request(
      {
        agent: false,
        port: new URL(serving.address).port,
        host: '127.0.0.1',
        path: path.replace('ma=ME', `ma=${token()}`),
        method,
        headers: given,
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('close', () =>
          told({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString(), headers: reply.headers }),
        );
      },
    );
    // A server that has heard enough ends the connection while we still send.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? told({ status: 413, text: '', headers: {} }) : failed(error),
    );
    sent.end(body);
  });
}

const OURS = { origin: 'ME', 'content-type': 'application/json' };
const BOOK = '{"do":"book"}';
const long = (length: number): string => 'A'.repeat(length);
const DOOR = `/lenh?ma=ME&cua-so=${WINDOW}`;

describe('the server of the workbench', () => {
  it('gives its page with a nonce, the token and a window of its own, under a strict policy', async () => {
    const [first, second] = [await ask('/?ma=ME'), await ask('/?ma=ME')];
    const nonce = /nonce="([0-9a-f]{32})"/u.exec(first.text)?.[1];
    expect(first.text).toMatch(new RegExp(`data-token="${token()}" data-window="[0-9a-f]{16}"`, 'u'));
    expect(first.text).not.toBe(second.text);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-${nonce}';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(first.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('gives a file of the workspace to be kept, never to be shown', async () => {
    const reply = await ask(`/tep/bao-cao/${encodeURIComponent('Báo cáo & phụ lục.docx')}?ma=ME`);
    expect([reply.status, reply.text]).toEqual([200, 'bao cao']);
    expect(reply.headers['content-disposition']).toMatch(/^attachment; /u);
  });

  it('hands a command of a window over, and the answer back', async () => {
    done.length = 0;
    const reply = await ask(DOOR, { method: 'POST', headers: OURS, body: BOOK });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: true, reply: { version: 1 } }]);
    expect(done).toEqual([[WINDOW, { do: 'book' }]]);
  });

  it('reads letters and reports itself', async () => {
    const paper = async (command: Command) =>
      JSON.parse((await ask(DOOR, { method: 'POST', headers: OURS, body: JSON.stringify(command) })).text);
    expect(await paper({ do: 'letter', path: 'thu/a.eml' })).toMatchObject({
      ok: true,
      reply: {
        from: '"Sổ" <so@example.vn>',
        to: 'a@example.vn',
        subject: 'Xin chào',
        date: '2024-06-20T01:00:00.000Z',
        html: '<p>Một</p>',
      },
    });
    expect(await paper({ do: 'report', path: 'bao-cao/Báo cáo & phụ lục.docx' })).toEqual({
      ok: true,
      reply: { file: 'YmFvIGNhbw==' },
    });
    for (const path of ['../ngoai.xlsx', 'so-cchc.xlsx', 'thu/b.eml', 'lien-ket.xlsx'])
      expect(await paper({ do: 'report', path })).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('Không tìm thấy tệp'),
      });
  });

  it('serves a page of the script with google.script.run, whose calls are those of its window, and links to files that a browser can open', async () => {
    done.length = 0;
    const page = await ask('/trang/1?ma=ME');
    const nonces = new Set([...page.text.matchAll(/<script nonce="([0-9a-f]{32})">/gu)].map(([, nonce]) => nonce));
    expect([page.text.match(/<script nonce/gu)?.length, nonces.size]).toEqual([3, 1]);
    expect(page.headers['content-security-policy']).toContain(`script-src 'nonce-${[...nonces][0]}'`);
    const call = await ask('/goi/1?ma=ME', { method: 'POST', headers: OURS, body: '{"name":"ask","args":["{}"]}' });
    expect(JSON.parse(call.text)).toEqual({
      ok: true,
      value: `{"url":"/tep/bao-cao/B%C3%A1o%20c%C3%A1o%201.docx?ma=${token()}"}`,
    });
    expect(done).toEqual([[WINDOW, { name: 'ask', args: ['{}'] }]]);
  });
});

describe('what reaches nothing', () => {
  it.each<[string, number, readonly [string, Request]]>([
    ['no token', 403, ['/', {}]],
    ['a wrong token', 403, ['/?ma=0', {}]],
    ['a token of the right length', 403, [`/?ma=${'0'.repeat(32)}`, {}]],
    ['a foreign name', 403, ['/?ma=ME', { headers: { host: 'xau.example' } }]],
    ['a name that begins like ours', 403, ['/?ma=ME', { headers: { host: '127.0.0.1.xau.example' } }]],
    ['another path', 404, ['/khac?ma=ME', {}]],
    ['a folder above', 404, ['/tep/..%2fngoai.xlsx?ma=ME', {}]],
    ['a file of the machine', 404, ['/tep/..%2f..%2f..%2fetc%2fpasswd?ma=ME', {}]],
    ['what the host keeps beside the workbook', 404, ['/tep/so-cchc.xlsx.cchc.json?ma=ME', {}]],
    ['a link that leads out', 404, ['/tep/lien-ket.xlsx?ma=ME', {}]],
    ['a path that is no text', 404, ['/tep/%ff?ma=ME', {}]],
    ['a page that was never shown', 404, ['/trang/2?ma=ME', {}]],
    ['news for no window', 404, ['/tin?ma=ME&cua-so=..', {}]],
    ['another method', 405, ['/?ma=ME', { method: 'DELETE' }]],
    [
      'a command of another site',
      403,
      [DOOR, { method: 'POST', headers: { ...OURS, origin: 'https://xau.example' }, body: BOOK }],
    ],
    ['a command of no site', 403, [DOOR, { method: 'POST', headers: { 'content-type': 'application/json' }, body: BOOK }]],
    [
      'a command as a form sends it',
      403,
      [DOOR, { method: 'POST', headers: { ...OURS, 'content-type': 'text/plain' }, body: BOOK }],
    ],
    ['a command without the token', 403, [`/lenh?cua-so=${WINDOW}`, { method: 'POST', headers: OURS, body: BOOK }]],
    ['a command of no window', 404, ['/lenh?ma=ME', { method: 'POST', headers: OURS, body: BOOK }]],
    ['a command by GET', 404, [DOOR, {}]],
    ['what is no JSON', 400, [DOOR, { method: 'POST', headers: OURS, body: '{' }]],
    ['a command that there is not', 400, [DOOR, { method: 'POST', headers: OURS, body: '{"do":"constructor"}' }]],
    [
      'a command with other parts',
      400,
      [DOOR, { method: 'POST', headers: OURS, body: '{"do":"type","tab":1,"typing":{"row":0,"column":1,"rows":[[1]]}}' }],
    ],
    ['a very long command', 413, [DOOR, { method: 'POST', headers: OURS, body: `{"do":"book","x":"${long(4_100_000)}"}` }]],
    [
      'a very large workbook',
      413,
      [DOOR, { method: 'POST', headers: OURS, body: `{"do":"bring","name":"a.xlsx","file":"${long(27_000_000)}"}` }],
    ],
    [
      'a call of a page that was never shown',
      404,
      ['/goi/7?ma=ME', { method: 'POST', headers: OURS, body: '{"name":"ask","args":[]}' }],
    ],
    ['a call that is none', 400, ['/goi/1?ma=ME', { method: 'POST', headers: OURS, body: '{"name":1}' }]],
    [
      'a very long call',
      413,
      ['/goi/1?ma=ME', { method: 'POST', headers: OURS, body: `{"name":"ask","args":["${long(20_000)}"]}` }],
    ],
    [
      'a very long document',
      413,
      [
        '/goi/1?ma=ME',
        { method: 'POST', headers: OURS, body: `{"name":"ask","args":["{\\"call\\":\\"reconcile\\",${long(8_300_000)}"]}` },
      ],
    ],
  ])('%s: %i', async (_, status, [path, sent]) => {
    done.length = 0;
    const reply = await ask(path, sent);
    expect([reply.status, done]).toEqual([status, []]);
    expect(reply.text).not.toContain('ngoai');
  });

  it('lets pass what is just within: localhost, a document, a workbook', async () => {
    expect((await ask('/?ma=ME', { headers: { host: 'localhost' } })).status).toBe(200);
    const passes = [
      await ask('/goi/1?ma=ME', {
        method: 'POST',
        headers: OURS,
        body: `{"name":"ask","args":["{\\"call\\":\\"reconcile\\",${long(100_000)}"]}`,
      }),
      await ask(DOOR, { method: 'POST', headers: OURS, body: `{"do":"bring","name":"a.xlsx","file":"${long(8_000_000)}"}` }),
    ];
    expect(passes.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('the news', () => {
  it('reach every window that listens, pages with an address that opens', async () => {
    const texts = ['', ''];
    const streams = texts.map((_, at) =>
      request(`${origin()}/tin?ma=${token()}&cua-so=${'ab'[at]}`.padEnd(0) + '0'.repeat(15), (reply) => {
        reply.on('data', (part: Buffer) => {
          texts[at] += part.toString();
        });
        reply.on('error', () => undefined);
      }),
    );
    for (const stream of streams) stream.on('error', () => undefined).end();
    await vi.waitFor(() => expect(texts).toEqual(Array(2).fill('retry: 1000\n\n')));
    hearing.news({ is: 'page', window: 'a', kind: 'sidebar', title: 'A', address: '/trang/1', width: null, height: null });
    await vi.waitFor(() => expect(texts.every((text) => text.includes(`"address":"/trang/1?ma=${token()}"`))).toBe(true));
    for (const stream of streams) stream.destroy();
  });
});
