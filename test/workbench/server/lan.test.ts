import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLS } from '../../../src/app/calls.ts';
import { codesFor } from '../../../src/workbench/server/lan/codes.ts';
import { LAN_CALLS, serveLan } from '../../../src/workbench/server/lan/door.ts';
import { lanPerson } from '../../../src/workbench/server/lan/window.ts';

const PEOPLE = ['vanphong@example.vn', 'tuphap@example.vn', 'ketoan@example.vn'];
const MINUTE = 60_000;

type Answer = { readonly status: number; readonly body: string };
type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

let folder = '';
let file = '';
let now = 0;
let calls: { readonly window: string; readonly args: readonly unknown[] }[] = [];
let codes: ReturnType<typeof codesFor>;
let door: Awaited<ReturnType<typeof serveLan>>;
let tried = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-lan-'));
  file = join(folder, 'so.xlsx.cchc-lan.json');
  now = 0;
  calls = [];
  codes = codesFor(file, PEOPLE);
  door = await serveLan({
    host: '127.0.0.1',
    port: 0,
    page: () => '<html><head><meta charset="utf-8" /></head><body><script>1</script></body></html>',
    codes,
    tls: null,
    report: async () => null,
    session: {
      call: async (window, { args }) => {
        calls.push({ window, args });
        return { ok: true, value: '{"ok":true,"reply":null}' };
      },
    },
    now: () => now,
  });
});
afterEach(() => {
  door.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  process.stdout.write(`the network's door: ${tried} requests\n`);
});

const codeOf = (person: string): string => codes.fresh.get(person) ?? '';

function ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
  tried += 1;
  const { port } = new URL(door.address);
  return new Promise((answered, failed) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part) => {
          text += part;
        });
        reply.on('end', () => answered({ status: reply.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

const post = (code: string, body: string, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    path: `/goi/1?ma=${code}`,
    headers: { origin: door.address, 'content-type': 'application/json', ...headers },
    body,
  });
const calling = (call: string, carried: unknown = {}) =>
  JSON.stringify({ name: 'ask', args: [JSON.stringify({ call, with: carried })] });

describe('a code', () => {
  it('is told once, kept as its sum alone, and is nobody’s once its person is gone', () => {
    const kept = readFileSync(file, 'utf8');
    for (const person of PEOPLE) {
      expect(codes.personOf(codeOf(person))).toBe(person);
      expect(kept).not.toContain(codeOf(person));
    }
    const [first = '', ...others] = PEOPLE;
    const again = codesFor(file, others);
    expect([...again.fresh]).toEqual([]);
    expect(again.personOf(codeOf(first))).toBeNull();
    expect(again.personOf(codeOf(others[0] ?? ''))).toBe(others[0]);
  });

  it('of no shape, or of a file that was spoilt, lets nobody in', () => {
    for (const given of [null, '', 'x', 'a'.repeat(20), 'a'.repeat(5_000), codeOf(PEOPLE[0] ?? '').toUpperCase()])
      expect(codes.personOf(given)).toBeNull();
  });
});

describe('the door for the network', () => {
  it('gives a named person the page for a phone, at his own rows', async () => {
    const page = await ask({ path: `/?ma=${codeOf('tuphap@example.vn')}` });
    expect(page.status).toBe(200);
    expect(page.body).toContain('name="viewport"');
    expect(page.body).toContain('dataset.part="enter"');
  });

  it('answers each of its calls in the name of the person whose code it is, whatever the request says', async () => {
    for (const person of PEOPLE) for (const call of LAN_CALLS) await post(codeOf(person), calling(call, { user: PEOPLE[0] }));
    expect(calls.map(({ window }) => lanPerson(window))).toEqual(PEOPLE.flatMap((person) => LAN_CALLS.map(() => person)));
  });

  it('refuses every other call of the script with a sentence, and none reaches the workbook', async () => {
    const others = Object.keys(CALLS).filter((call) => !LAN_CALLS.some((one) => one === call));
    expect(others.length).toBeGreaterThan(20);
    for (const call of [...others, 'constructor', '', '__proto__']) {
      const { status, body } = await post(codeOf('tuphap@example.vn'), calling(call));
      expect([call, status, JSON.parse(JSON.parse(body).value).ok]).toEqual([call, 200, false]);
    }
    expect(calls).toEqual([]);
  });

  it('takes nothing that is malformed, from nobody', async () => {
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{"name":"ask"}',
      '{"name":"menuReport","args":[]}',
      '{"name":"ask","args":[{}]}',
      '{"name":"ask","args":["{"]}',
      '{"name":"ask","args":["null"]}',
      JSON.stringify({ name: 'ask', args: [JSON.stringify({ call: 'today', with: {} }), 'more'] }),
    ];
    for (const person of PEOPLE)
      for (const body of bodies) expect([200, 400]).toContain((await post(codeOf(person), body)).status);
    // The rest of it is not read: the connection may end before the answer is.
    const long = await post(codeOf(PEOPLE[0] ?? ''), 'x'.repeat(300_000)).catch(() => ({ status: 413 }));
    expect(long.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it.each(['/lenh', '/tin', '/luong.js', '/tep/so.xlsx', '/trang/1', '/goi/2', '/../', '/%2e%2e/so.xlsx'])(
    'has nothing of the workbench at %s',
    async (path) => {
      const code = codeOf('tuphap@example.vn');
      expect((await ask({ path: `${path}?ma=${code}` })).status).toBeGreaterThanOrEqual(path === '/../' ? 200 : 404);
      const sent = await ask({
        method: 'POST',
        path: `${path}?ma=${code}`,
        headers: { origin: door.address, 'content-type': 'application/json' },
        body: calling('today'),
      });
      expect(sent.status).toBe(404);
      expect(calls).toEqual([]);
    },
  );

  it('hears no other site, no form, no other name and no other method', async () => {
    const code = codeOf('tuphap@example.vn');
    expect((await post(code, calling('today'), { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post(code, calling('today'), { 'content-type': 'text/plain' })).status).toBe(403);
    expect((await ask({ path: `/?ma=${code}`, headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask({ method: 'PUT', path: `/?ma=${code}` })).status).toBe(405);
    expect(calls).toEqual([]);
  });

  it('does not take the icon that a browser asks for by itself for a wrong code', async () => {
    for (let time = 0; time < 20; time += 1) expect((await ask({ path: '/favicon.ico' })).status).toBe(403);
    expect((await ask({ path: `/?ma=${codeOf('tuphap@example.vn')}` })).status).toBe(200);
  });

  it('says on its page that the connection is plain, and where the report is read', async () => {
    const { body } = await ask({ path: `/?ma=${codeOf('tuphap@example.vn')}` });
    expect(body).toContain('Kết nối này không mã hóa');
    expect(body).toContain(`href="/bao-cao?ma=${codeOf('tuphap@example.vn')}"`);
    expect((await ask({ path: `/bao-cao?ma=${codeOf('tuphap@example.vn')}` })).body).toContain('Chưa có báo cáo nào');
  });

  it('lets a person who asks more than hands can wait a minute, and nobody else', async () => {
    const [one, other] = [codeOf('tuphap@example.vn'), codeOf('ketoan@example.vn')];
    for (let at = 0; at < 240; at += 1) await post(one, calling('today'));
    expect(calls).toHaveLength(240);
    expect(JSON.parse(JSON.parse((await post(one, calling('today'))).body).value).sentence).toContain('quá nhiều yêu cầu');
    expect((await ask({ path: `/?ma=${one}` })).status).toBe(429);
    expect((await ask({ path: `/?ma=${other}` })).status).toBe(200);
    now = MINUTE + 1;
    expect((await ask({ path: `/?ma=${one}` })).status).toBe(200);
    expect(calls).toHaveLength(240);
  });

  it('lets an address that tried ten wrong codes wait, the right one too', async () => {
    const code = codeOf('tuphap@example.vn');
    for (let at = 0; at < 10; at += 1) expect((await ask({ path: `/?ma=${'a'.repeat(20)}` })).status).toBe(403);
    expect((await ask({ path: `/?ma=${code}` })).status).toBe(429);
    now = 11 * MINUTE;
    expect((await ask({ path: `/?ma=${code}` })).status).toBe(200);
  });
});
