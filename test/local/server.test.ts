import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/local/server/serve.ts';
import { Unusable } from '../../src/local/unusable.ts';
import { ensureBuilt } from '../helpers/built.ts';

let folder = '';
let serving: Serving;
const asked: string[] = [];

beforeAll(async () => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-server-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(join(workspace, 'bao-cao'), { recursive: true });
  writeFileSync(join(workspace, 'so-cchc.xlsx'), 'so');
  writeFileSync(join(workspace, 'so-cchc.xlsx.cchc.json'), '{}');
  writeFileSync(join(workspace, 'bao-cao', 'Báo cáo & phụ lục.docx'), 'bao cao');
  writeFileSync(join(folder, 'ngoai.xlsx'), 'ngoai');
  symlinkSync(join(folder, 'ngoai.xlsx'), join(workspace, 'lien-ket.xlsx'));
  const ask = (text: string): string => {
    asked.push(text);
    if (text === 'hong') throw new Unusable('Tệp đang mở.');
    return '{"ok":true}';
  };
  serving = await serve({ workspace, port: 0, lines: ['Chỉ tiêu: Đạt 1 <b>'], ask });
});
afterAll(() => {
  serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const token = (): string => new URL(serving.address).searchParams.get('ma') ?? '';
const origin = (): string => new URL(serving.address).origin;
const get = (path: string, ma = token()) => fetch(`${origin()}${path}?ma=${ma}`);
const post = (body: string, headers: Record<string, string>) =>
  fetch(`${origin()}/ask?ma=${token()}`, { method: 'POST', body, headers });

/** `fetch` may not lie about its Host. */
function statusUnderName(host: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const { port, pathname, search } = new URL(serving.address);
    request({ port, host: '127.0.0.1', path: pathname + search, headers: { host } }, (reply) => {
      reply.resume();
      done(reply.statusCode);
    })
      .on('error', failed)
      .end();
  });
}

describe('the page of the demonstration', () => {
  it('shows the summary, the files and the sidebar', async () => {
    const reply = await get('/');
    const html = await reply.text();
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('Chỉ tiêu: Đạt 1 &lt;b&gt;');
    expect(html).toContain('Báo cáo &amp; phụ lục.docx');
    expect(html).not.toContain('cchc.json');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
  });

  it('gives the sidebar a google.script.run that knows one door', async () => {
    const reply = await get('/the-ben');
    expect(await reply.text()).toContain('window.google');
    expect(reply.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[0-9a-f]{32}'/u);
  });

  it('gives a file of the workspace', async () => {
    const reply = await get(`/tep/bao-cao/${encodeURIComponent('Báo cáo & phụ lục.docx')}`);
    expect([reply.status, await reply.text()]).toEqual([200, 'bao cao']);
  });

  it.each([
    '/tep/..%2fngoai.xlsx',
    '/tep/..%2f..%2f..%2fetc%2fpasswd',
    '/tep/so-cchc.xlsx.cchc.json',
    '/tep/lien-ket.xlsx',
    '/tep/%ff',
    '/khac',
  ])('gives nothing for %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('answers nobody without its token, nor under a foreign name', async () => {
    expect((await get('/', 'sai')).status).toBe(403);
    expect((await get('/', '')).status).toBe(403);
    expect(await statusUnderName('xau.example')).toBe(403);
    expect(await statusUnderName('localhost')).toBe(200);
  });
});

describe('the door', () => {
  const json = { 'content-type': 'application/json' };

  it('passes a request of its own page as it is, and the answer back', async () => {
    const reply = await post('{"call":"today","with":{}}', { ...json, origin: origin() });
    expect([reply.status, await reply.text()]).toEqual([200, '{"ok":true}']);
    expect(asked).toEqual(['{"call":"today","with":{}}']);
  });

  it('says a file that cannot be used as a sentence', async () => {
    expect(await (await post('hong', { ...json, origin: origin() })).json()).toEqual({ ok: false, sentence: 'Tệp đang mở.' });
  });

  it('is shut to another site, another kind of body and a very long one', async () => {
    expect((await post('{}', { ...json, origin: 'https://xau.example' })).status).toBe(404);
    expect((await post('{}', { origin: origin(), 'content-type': 'text/plain' })).status).toBe(404);
    expect((await post('x'.repeat(20_000), { ...json, origin: origin() })).status).toBe(413);
    expect(asked).toHaveLength(2);
    const withFile = (length: number) => JSON.stringify({ call: 'reconcile', with: { file: 'A'.repeat(length) } });
    expect((await post(withFile(8_300_000), { ...json, origin: origin() })).status).toBe(413);
    expect((await post(withFile(100_000), { ...json, origin: origin() })).status).toBe(200);
  });
});
