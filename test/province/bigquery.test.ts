import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bigQueryWish, sendToBigQuery } from '../../src/cli/gather/to-bigquery.ts';
import { type Loading, loadingsIn } from '../../src/host/province/bigquery.ts';
import { openEngine, openStage } from '../../src/host/province/engine.ts';
import { QUERIES } from '../../src/host/province/queries.ts';
import { aFolder } from './gathered.ts';

const AT = { period: '2026-year-1', before: '2025-year-1' };
const wish = (dry: boolean) => bigQueryWish('bigquery://so-cchc-thu.cchc', dry) ?? { to: { project: '', dataset: '' }, dry };
const room = aFolder();
const tables = join(room.path, 'so-lieu');

beforeAll(async () => {
  mkdirSync(tables);
  const engine = await openEngine(openStage(room.path), []);
  await engine.writeParquet(tables);
  engine.close();
});
afterAll(() => room.remove());
afterEach(() => vi.unstubAllEnvs());

/** Plays BigQuery: keeps what it was given, and refuses where the test says. */
function warehouse(refuse: string | null = null) {
  const loaded: Loading[] = [];
  const asked: string[] = [];
  const open = async () => ({
    load: async (loading: Loading) => {
      if (loading.table === refuse) throw new Error('Access Denied');
      loaded.push(loading);
    },
    bytesOf: async (sql: string) => asked.push(sql) * 1_000,
  });
  return { loaded, asked, open };
}

describe('--to bigquery://', () => {
  it('takes a project and a dataset, and says what it wants instead of anything else', () => {
    expect(bigQueryWish(null, false)).toBeNull();
    for (const text of ['bigquery://x', 'bigquery://a.b.c', 'https://x', 'bigquery://so-cchc-thu.c`; DROP', 'bigquery://So.cchc'])
      expect(() => bigQueryWish(text, true)).toThrow('bigquery://dự-án.tập-dữ-liệu');
  });

  it('a dry run prints every table with its bytes and every query, and opens no client', async () => {
    const lines = await sendToBigQuery(wish(true), tables, AT, () => Promise.reject(new Error('asked for a client')));
    expect(lines.filter((line) => line.startsWith('Nạp bảng so-cchc-thu.cchc.'))).toHaveLength(6);
    expect(lines.filter((line) => /`so-cchc-thu\.cchc\.packages`/u.test(line))).toHaveLength(Object.keys(QUERIES).length);
  });

  it('loads every table with its types, then asks by dry runs what each query reads', async () => {
    const there = warehouse();
    const lines = await sendToBigQuery(wish(false), tables, AT, there.open);
    expect(there.loaded.map(({ table }) => table)).toEqual(['packages', 'indicators', 'tasks', 'forms', 'scores', 'surveys']);
    expect(there.loaded[3]?.columns).toContainEqual({ name: 'numerator', type: 'NUMERIC' });
    expect(there.loaded.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(there.asked).toHaveLength(Object.keys(QUERIES).length);
    expect(lines).toContain('Truy vấn measures: đọc 1.000 byte');
  });

  it('says what BigQuery refused, and what to look at', async () => {
    await expect(sendToBigQuery(wish(false), tables, AT, warehouse('tasks').open)).rejects.toThrow(
      /BigQuery không nhận: Access Denied.*GOOGLE_APPLICATION_CREDENTIALS/u,
    );
  });

  it('the columns of a load are those of the file', async () => {
    const columns = Object.fromEntries(
      loadingsIn(tables, wish(true).to).map(({ table, columns: held }) => [table, held.map(({ name }) => name)]),
    );
    const engine = await openEngine(openStage(room.path), []);
    for (const [table, names] of Object.entries(columns))
      await engine.plan(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM '${join(tables, `${table}.parquet`)}'`);
    engine.close();
  });

  it('wants the environment to say whose account it is, before anything is opened', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '');
    await expect(sendToBigQuery(wish(false), tables, AT)).rejects.toThrow('GOOGLE_APPLICATION_CREDENTIALS');
  });

  it('through Google’s own client: one load job a table that replaces it, with the account of the environment', async () => {
    const there = await served();
    const subject = join(room.path, 'subject');
    const key = join(room.path, 'khoa.json');
    writeFileSync(subject, 'x');
    const account = { type: 'external_account', audience: 'x', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' };
    writeFileSync(key, JSON.stringify({ ...account, token_url: `${there.address}/token`, credential_source: { file: subject } }));
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', key);
    vi.stubEnv('BIGQUERY_EMULATOR_HOST', there.address);
    const lines = await sendToBigQuery(wish(false), tables, AT);
    there.close();
    const loads = there.asked.filter(({ url }) => url.startsWith('/upload/bigquery/v2/projects/so-cchc-thu/jobs'));
    expect(loads).toHaveLength(6);
    for (const { body, account: by } of loads) {
      expect(by).toBe('Bearer tok');
      expect(body).toContain('"writeDisposition":"WRITE_TRUNCATE"');
      expect(body).toContain('PAR1');
    }
    expect(there.asked.filter(({ body }) => body.includes('"dryRun":true'))).toHaveLength(Object.keys(QUERIES).length);
    expect(lines).toContain('Truy vấn units: đọc 1.234 byte');
  });
});

type Asked = { readonly url: string; readonly body: string; readonly account: string };

/** Answers as BigQuery does (cloud.google.com/bigquery/docs/reference/rest/v2/jobs), and keeps what it was asked. */
async function served() {
  const asked: Asked[] = [];
  const job = {
    jobReference: { projectId: 'so-cchc-thu', jobId: 'j1' },
    status: { state: 'DONE' },
    configuration: {},
    statistics: { totalBytesProcessed: '1234' },
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push({
        url: request.url ?? '',
        body: Buffer.concat(parts).toString('latin1'),
        account: request.headers.authorization ?? '',
      });
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(request.url === '/token' ? { access_token: 'tok', expires_in: 3600, token_type: 'Bearer' } : job),
      );
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const held = server.address();
  return { asked, address: `http://localhost:${typeof held === 'object' ? held?.port : ''}`, close: () => server.close() };
}
