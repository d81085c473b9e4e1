import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLan } from '../../../src/workbench/server/lan/door.ts';
import { readTls } from '../../../src/workbench/server/lan/tls.ts';
import { certificateIn } from '../../helpers/certificate.ts';
import { tool } from '../../helpers/tools.ts';

const TODAY = new Date();
const YEAR = 366 * 24 * 3_600_000;

describe.skipIf(tool('openssl') === null)('an encrypted door', () => {
  let folder = '';
  let own: ReturnType<typeof certificateIn>;
  let other: ReturnType<typeof certificateIn>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-tls-'));
    own = certificateIn(folder, 'own');
    other = certificateIn(folder, 'other');
    writeFileSync(join(folder, 'text.pem'), 'không phải chứng thư');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is plain where no certificate is given, and knows the names of one that is', () => {
    expect(readTls({ cert: null, key: null }, TODAY)).toBeNull();
    expect(readTls(own, TODAY)?.names).toEqual(['127.0.0.1', 'so.example.test']);
  });

  it.each([
    ['a certificate without its key', () => ({ cert: own.cert, key: null }), 'cả hai'],
    ['a key alone', () => ({ cert: null, key: own.key }), 'cả hai'],
    ['a file that is not there', () => ({ cert: join(folder, 'nowhere.pem'), key: own.key }), 'Không đọc được tệp'],
    ['what is no certificate', () => ({ cert: join(folder, 'text.pem'), key: own.key }), 'không phải là chứng thư'],
    ['the key of another', () => ({ cert: own.cert, key: other.key }), 'không phải của chứng thư này'],
  ])('is not opened with %s, and it is said why', (_, files, said) => {
    expect(() => readTls(files(), TODAY)).toThrow(said);
  });

  it('is not opened with a certificate whose days are over', () => {
    expect(() => readTls(own, new Date(TODAY.getTime() + YEAR))).toThrow('hết hạn');
  });

  it('answers by TLS alone, under the names of its certificate, to pages of its own origin, without the warning', async () => {
    const tls = readTls(own, TODAY);
    const asked: string[] = [];
    const door = await serveLan({
      host: '127.0.0.1',
      port: 0,
      page: () => '<html><head><meta charset="utf-8" /></head><body></body></html>',
      codes: { personOf: (code) => (code === 'x' ? 'tuphap@example.vn' : null) },
      report: async () => null,
      tls,
      session: {
        call: async (window) => {
          asked.push(window);
          return { ok: true, value: '{"ok":true,"reply":null}' };
        },
      },
    });
    const { port } = new URL(door.address);
    const send = (method: string, path: string, headers: Record<string, string>, body = '') =>
      new Promise<{ status: number; body: string }>((answered, failed) => {
        const sent = request({ host: '127.0.0.1', port, method, path, headers, rejectUnauthorized: false }, (reply) => {
          let text = '';
          reply.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          reply.on('end', () => answered({ status: reply.statusCode ?? 0, body: text }));
        });
        sent.on('error', failed).end(body);
      });
    try {
      expect(door.address).toBe(`https://127.0.0.1:${port}`);
      const page = await send('GET', '/?ma=x', { host: `so.example.test:${port}` });
      expect([page.status, page.body.includes('không mã hóa')]).toEqual([200, false]);
      expect((await send('GET', '/?ma=x', { host: 'evil.example' })).status).toBe(403);
      const call = JSON.stringify({ name: 'ask', args: ['{"call":"today","with":{}}'] });
      const json = { 'content-type': 'application/json', host: `so.example.test:${port}` };
      for (const [origin, status] of [
        [`https://so.example.test:${port}`, 200],
        [`http://so.example.test:${port}`, 403],
      ] as const)
        expect((await send('POST', '/goi/1?ma=x', { ...json, origin }, call)).status).toBe(status);
      expect(asked).toHaveLength(1);
      await expect(fetch(`http://127.0.0.1:${port}/?ma=x`)).rejects.toThrow();
      const version = await new Promise((told, failed) => {
        const line = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false }, () => {
          told(line.getProtocol());
          line.destroy();
        });
        line.on('error', failed);
      });
      expect(version).toBe('TLSv1.3');
    } finally {
      door.close();
    }
  });
});
