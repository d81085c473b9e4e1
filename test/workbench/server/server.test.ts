import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PDF_SENTENCES } from '../../../src/words/host/local.ts';
import { MOST_WORKBOOK_BYTES } from '../../../src/words/host/workbook-file.ts';
import type { Command } from '../../../src/workbench/protocol.ts';
import { fileAddress } from '../../../src/workbench/server/file-address.ts';
import { isDrawable } from '../../../src/workbench/server/files/papers.ts';
import { type Serving, serve } from '../../../src/workbench/server/serve.ts';
import type { Hearing, SessionThread } from '../../../src/workbench/server/session-thread.ts';

let folder = '';
let workspace = '';
let serving: Serving;
let hearing: Pick<Hearing, 'news' | 'page'>;
let fileKey = '';
const done: unknown[] = [];

/** A .docx of so many paragraphs, and a picture of so many blank bytes. */
function docx(paragraphs: number, picture = 10): Uint8Array {
  const body = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(paragraphs);
  const parts = {
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    'word/media/image1.png': new Uint8Array(picture),
  };
  // The same bytes whenever it is made.
  return zipSync(parts, { mtime: new Date(2000, 0, 1) });
}

const PAGE = '<body data-token="__TOKEN__" data-window="__WINDOW__"><script nonce="__NONCE__">1</script></body>';
const LETTER = `From: =?utf-8?q?S=E1=BB=95?= <so@example.vn>\r\nTo: a@example.vn\r\nSubject: Xin =?utf-8?q?ch=C3=A0o?=\r\nDate: Thu, 20 Jun 2024 08:00:00 +0700\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Một</p>`;

const session: SessionThread = {
  command: (window, command) => {
    done.push([window, command]);
    return Promise.resolve({ ok: true, reply: { version: 1 } });
  },
  call: (window, call) => {
    done.push([window, call]);
    return Promise.resolve({ ok: true, value: `{"url":"${pathToFileURL(join(workspace, 'bao-cao', 'Báo cáo 1.docx')).href}"}` });
  },
  minute: () => undefined,
  gone: (window) => done.push(['gone', window]),
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-server-'));
  workspace = join(folder, 'workspace');
  for (const inside of ['bao-cao', 'thu', 'tong-hop']) mkdirSync(join(workspace, inside), { recursive: true });
  writeFileSync(join(workspace, 'so-cchc.xlsx'), 'so');
  writeFileSync(join(workspace, 'so-cchc.xlsx.cchc.json'), '{}');
  writeFileSync(join(workspace, 'bao-cao', 'Báo cáo & phụ lục.docx'), docx(3));
  writeFileSync(join(workspace, 'thu', 'a.eml'), LETTER);
  writeFileSync(join(workspace, 'bao-cao', 'Số liệu kỳ.zip'), 'gói');
  writeFileSync(join(workspace, 'tong-hop', 'tong-hop.html'), '<script>1</script>');
  writeFileSync(join(workspace, 'tong-hop', 'khac.html'), 'khác');
  writeFileSync(join(folder, 'ngoai.xlsx'), 'ngoai');
  symlinkSync(join(folder, 'ngoai.xlsx'), join(workspace, 'lien-ket.xlsx'));
  const openWorkbookSession = (given: typeof hearing, key: string): Promise<SessionThread> => {
    hearing = given;
    fileKey = key;
    return Promise.resolve(session);
  };
  serving = await serve({
    workspace,
    port: 0,
    page: () => PAGE,
    guide: () => 'guide',
    sharedStream: () => 'hub',
    openWorkbookSession,
  });
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
        path: path
          .replace('ma=ME', `ma=${token()}`)
          .replace(/TICKET\((.*)\)/u, (_, file: string) => fileAddress(fileKey, file).split('ve=')[1] ?? ''),
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

  it('gives the guide to whoever sits here without a token, as a page that runs nothing and asks for nothing', async () => {
    const answer = await fetch(new URL('/huong-dan', serving.address));
    expect([answer.status, await answer.text()]).toEqual([200, 'guide']);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none';.* style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'$/u,
    );
  });

  it('gives a file of the workspace to be kept, never to be shown', async () => {
    const reply = await ask(fileAddress(fileKey, 'bao-cao/Báo cáo & phụ lục.docx'));
    expect([reply.status, reply.text.slice(0, 2)]).toEqual([200, 'PK']);
    expect(reply.headers['content-disposition']).toMatch(/^attachment; /u);
  });

  it('shows the page of many units as a page of no origin, which reaches neither us nor anybody else', async () => {
    const reply = await ask(fileAddress(fileKey, 'tong-hop/tong-hop.html').replace('/tep/', '/xem/'));
    expect([reply.status, reply.text]).toEqual([200, '<script>1</script>']);
    const policy = String(reply.headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox allow-scripts allow-downloads; default-src 'none';/u);
    expect(policy).not.toMatch(/allow-same-origin|connect-src/u);
    expect(reply.headers['content-disposition']).toBeUndefined();
    expect((await ask(fileAddress(fileKey, 'bao-cao/Số liệu kỳ.zip'))).headers['content-disposition']).toMatch(/^attachment; /u);
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
      reply: { file: Buffer.from(docx(3)).toString('base64') },
    });
    for (const path of ['../ngoai.xlsx', 'so-cchc.xlsx', 'thu/b.eml', 'lien-ket.xlsx'])
      expect(await paper({ do: 'report', path })).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('Không tìm thấy tệp'),
      });
  });

  it('sets a document as a PDF by the LibreOffice of this machine, or says plainly why there is none', async () => {
    const before = process.env['SOFFICE'];
    const pdf = async (path: string) =>
      JSON.parse((await ask(DOOR, { method: 'POST', headers: OURS, body: JSON.stringify({ do: 'pdf', path }) })).text);
    try {
      process.env['SOFFICE'] = join(folder, 'none');
      const paper = 'bao-cao/Báo cáo & phụ lục.docx';
      expect(await pdf(paper)).toEqual({ ok: false, sentence: PDF_SENTENCES.none });
      process.env['SOFFICE'] = process.execPath;
      expect(await pdf(paper)).toEqual({ ok: false, sentence: PDF_SENTENCES.failed });
      for (const path of ['../ngoai.xlsx', 'so-cchc.xlsx', 'thu/a.eml'])
        expect(await pdf(path)).toMatchObject({ ok: false, sentence: expect.stringContaining('Không tìm thấy tệp') });
    } finally {
      if (before === undefined) delete process.env['SOFFICE'];
      else process.env['SOFFICE'] = before;
    }
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
      value: `{"url":"${fileAddress(fileKey, 'bao-cao/Báo cáo 1.docx')}"}`,
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
    ['a file by the token alone', 403, ['/tep/so-cchc.xlsx?ma=ME', {}]],
    ['a file by the ticket of another', 403, ['/tep/bao-cao/a.docx?ve=TICKET(so-cchc.xlsx)', {}]],
    ['the page of many units by the token alone', 403, ['/xem/tong-hop/tong-hop.html?ma=ME', {}]],
    ['another page beside it, to be shown', 403, ['/xem/tong-hop/khac.html?ve=TICKET(tong-hop/khac.html)', {}]],
    ['another page beside it, as a file', 404, ['/tep/tong-hop/khac.html?ve=TICKET(tong-hop/khac.html)', {}]],
    ['a report, to be shown', 403, ['/xem/bao-cao/a.docx?ve=TICKET(bao-cao/a.docx)', {}]],
    ['a folder above', 404, ['/tep/..%2fngoai.xlsx?ve=TICKET(../ngoai.xlsx)', {}]],
    ['a file of the machine', 404, ['/tep/..%2f..%2f..%2fetc%2fpasswd?ve=TICKET(../../../etc/passwd)', {}]],
    ['what the host keeps beside the workbook', 404, ['/tep/so-cchc.xlsx.cchc.json?ve=TICKET(so-cchc.xlsx.cchc.json)', {}]],
    ['a link that leads out', 404, ['/tep/lien-ket.xlsx?ve=TICKET(lien-ket.xlsx)', {}]],
    ['a path that is no text', 404, ['/tep/%ff?ve=TICKET()', {}]],
    ['windows that are none', 400, [`/tin?ma=ME&cua-so=${WINDOW}`, { method: 'POST', headers: OURS, body: '{"windows":["a"]}' }]],
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
      [
        DOOR,
        {
          method: 'POST',
          headers: OURS,
          body: `{"do":"bring","name":"a.xlsx","file":"${long(Math.ceil((MOST_WORKBOOK_BYTES * 4) / 3) + 10_000)}"}`,
        },
      ],
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
      ['/goi/1?ma=ME', { method: 'POST', headers: OURS, body: `{"name":"ask","args":["${long(8_200_000)}"]}` }],
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

describe('an address', () => {
  it('without its token is refused by a page that finds the token where a page of ours left it, and says nothing of it', async () => {
    const reply = await ask('/');
    expect([reply.status, reply.text.includes(token())]).toEqual([403, false]);
    expect(reply.text).toContain("sessionStorage.getItem('so-cchc')");
    expect(reply.headers['content-security-policy']).toMatch(/script-src 'nonce-[0-9a-f]{32}'/u);
  });
});

describe('a paper', () => {
  it('is drawn while a browser can: not with 30,000 paragraphs, not as a bomb, not where it lies about its size', () => {
    const lie = Buffer.from(docx(1, 100_000));
    const at = lie.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    lie.writeUInt32LE(10, at + 24);
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['as ours', docx(500)],
      ['30,000 paragraphs', docx(30_000)],
      ['a bomb', docx(1, 60_000_000)],
      ['one that lies', lie],
      ['none', Buffer.from('bao cao')],
    ];
    expect(cases.map(([name, bytes]) => [name, isDrawable(bytes)])).toEqual([
      ['as ours', true],
      ['30,000 paragraphs', false],
      ['a bomb', false],
      ['one that lies', false],
      ['none', false],
    ]);
  });
});

describe('who does not let go', () => {
  const raw = (text: string): Promise<{ readonly took: number; readonly said: string }> =>
    new Promise((ended) => {
      const [began, socket] = [performance.now(), connect(Number(new URL(serving.address).port), '127.0.0.1')];
      let said = '';
      socket.on('data', (part) => {
        said += part.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => ended({ took: performance.now() - began, said }));
      socket.write(text);
    });

  it('is cut off: who sends a header slowly, who sends nothing, who sends 300 MB without the token', async () => {
    const head = `POST /lenh?cua-so=${WINDOW} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 300000000\r\n\r\n{`;
    const [slow, silent, large] = await Promise.all([raw('GET / HTTP/1.1\r\nHost: 127'), raw(''), raw(head)]);
    process.stdout.write(
      `cut off after ${Math.round(slow.took)} ms (slow header), ${Math.round(silent.took)} ms (nothing), ${Math.round(large.took)} ms (300 MB)\n`,
    );
    expect(slow.took).toBeLessThan(60_000);
    expect(silent.took).toBeLessThan(60_000);
    // At once, without waiting for what it announced: before those that are waited for.
    expect(large.took).toBeLessThan(Math.min(slow.took, silent.took));
    expect(large.said).toMatch(/^HTTP\/1\.1 403[\s\S]*connection: close/iu);
  }, 300_000);

  it('and reads nothing loses its stream before it costs 20 MB, while who reads hears on', async () => {
    const socket = connect(Number(new URL(serving.address).port), '127.0.0.1');
    socket.write(`GET /tin?ma=${token()}&cua-so=${'e'.repeat(16)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    socket.pause();
    const closed = new Promise((done) => socket.on('close', done).on('error', () => undefined));
    let heard = 0;
    const reader = get(`${origin()}/tin?ma=${token()}&cua-so=${'f'.repeat(16)}`, (reply) =>
      reply.on('data', (part: Buffer) => {
        heard += part.length;
      }),
    ).on('error', () => undefined);
    await vi.waitFor(() => expect(heard).toBeGreaterThan(0), { timeout: 60_000 });
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 400; n += 1) {
      hearing.news({ is: 'busy', with: 'x'.repeat(45_000) });
      await new Promise((next) => setImmediate(next));
    }
    await vi.waitFor(() => expect(heard).toBeGreaterThan(400 * 45_000), { timeout: 60_000 });
    process.stdout.write(`400 × 45 kB unread: ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more\n`);
    socket.resume();
    await closed;
    reader.destroy();
  });
});

describe('windows', () => {
  it('live as long as a stream says it reaches them, and are gone when it does no longer', async () => {
    done.length = 0;
    const [hub, one, two] = ['c', '1', '2'].map((letter) => letter.repeat(16));
    const stream = request(`${origin()}/tin?ma=${token()}&cua-so=${hub}`, (reply) => reply.on('error', () => undefined).resume());
    stream.on('error', () => undefined).end();
    const reaches = (windows: readonly (string | undefined)[]) =>
      ask(`/tin?ma=ME&cua-so=${hub}`, { method: 'POST', headers: OURS, body: JSON.stringify({ windows }) });
    expect((await reaches([one, two])).status).toBe(200);
    await reaches([two]);
    await vi.waitFor(() => expect(done).toContainEqual(['gone', one]), { timeout: 60_000 });
    expect(done).not.toContainEqual(['gone', two]);
    stream.destroy();
    await vi.waitFor(() => expect(done).toContainEqual(['gone', two]), { timeout: 60_000 });
  }, 300_000);
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
    await vi.waitFor(() => expect(texts).toEqual(Array(2).fill('retry: 1000\n\n')), { timeout: 60_000 });
    hearing.news({ is: 'page', window: 'a', kind: 'sidebar', title: 'A', address: '/trang/1', width: null, height: null });
    await vi.waitFor(() => expect(texts.every((text) => text.includes(`"address":"/trang/1?ma=${token()}"`))).toBe(true), {
      timeout: 60_000,
    });
    for (const stream of streams) stream.destroy();
  });
});
