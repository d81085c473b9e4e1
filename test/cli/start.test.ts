import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCell } from '../../src/host/core/look.ts';
import type { TabView } from '../../src/workbench/protocol.ts';
import { seenLines, sheetOf } from '../../src/workbench/sheet.ts';
import type { CellModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { type MailServer, mailServer } from '../helpers/smtp.ts';

let workspace = '';
let first = '';
beforeAll(() => {
  ensureBuilt();
  workspace = mkdtempSync(join(tmpdir(), 'so-cchc-start-'));
  first = start();
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

function start(): string {
  const { TZ: _, SMTP_URL: __, ...env } = process.env;
  return execFileSync(process.execPath, [resolve('build/start.mjs'), '--once', '--workspace', workspace], {
    env,
    encoding: 'utf8',
  });
}

const inside = (folder: string): string[] => readdirSync(join(workspace, folder)).sort();

/** To the chairman, the one who watches over the plan, and the four roles that have not typed what is due. */
const LETTERS = ['chu-tich', 'ke-toan', 'noi-vu', 'tu-phap', 'van-hoa', 'van-phong'].map(
  (role) => `2024-06-20 ${role}@example.vn.eml`,
);

describe('npm start -- --once', () => {
  it('says the day, the plan, the counts and the files', () => {
    expect(first).toContain('Ngày minh họa: 20/6/2024');
    expect(first).toContain('SỐ LIỆU MINH HỌA');
    expect(first).toMatch(
      /Kế hoạch: 37 chỉ tiêu, 57 nhiệm vụ, [1-9]\d* nhiệm vụ thường niên của Chủ tịch UBND, [1-9]\d* số liệu/u,
    );
    expect(first).toMatch(/Chỉ tiêu: .*Đạt \d+/u);
    expect(first).toMatch(/Nhiệm vụ: .*\d+/u);
    for (const file of [...inside('bao-cao'), ...inside('thu'), 'so-cchc.xlsx']) expect(first).toContain(file);
  });

  it('makes one report, its review and one letter a person, and leaves nothing half made', () => {
    expect(inside('bao-cao').filter((name) => name.endsWith('.docx'))).toHaveLength(2);
    expect(inside('thu')).toEqual(LETTERS);
    expect(readdirSync(workspace).sort()).toEqual(['bao-cao', 'so-cchc.xlsx', 'so-cchc.xlsx.cchc.json', 'thu']);
  });

  it('run again the same day makes and sends nothing twice and loses nothing typed in between', () => {
    const path = join(workspace, 'so-cchc.xlsx');
    const bytes = readFileSync(path);
    const book = readXlsx(bytes);
    const sought = { tab: 'Nhập số liệu', id: 'T1.1', period: '6 tháng đầu năm 2024', header: 'Ghi chú' };
    const at = findCell(book, sought);
    const sheet = book.sheets.find(({ name }) => name === at?.tab);
    const row = sheet?.cells.get(at?.row ?? 0);
    const style = row?.get(1)?.style;
    if (at === null || row === undefined || style === undefined) throw new Error('Bug: the row of T1.1 is not there');
    row.set(at.column, { value: 'gõ thêm giữa hai lần chạy', formula: null, style });
    writeFileSync(path, saveXlsx(bytes, book));

    expect(start()).toContain('Không có gì thay đổi so với bản 1; tệp cũ còn nguyên.');
    expect(inside('bao-cao').filter((name) => name.endsWith('.docx'))).toHaveLength(2);
    expect(inside('thu')).toEqual(LETTERS);
    const kept = readXlsx(readFileSync(path)).sheets.find(({ name }) => name === at.tab);
    expect(kept?.cells.get(at.row)?.get(at.column)?.value).toBe('gõ thêm giữa hai lần chạy');
  });
});

describe('npm start on a workbook of the office', () => {
  let office = '';
  let server: MailServer;
  beforeAll(async () => {
    server = await mailServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    office = mkdtempSync(join(tmpdir(), 'so-cchc-office-'));
    cpSync(workspace, office, { recursive: true });
    for (const made of ['bao-cao', 'thu']) rmSync(join(office, made), { recursive: true, force: true });
  });
  afterEach(() => rmSync(office, { recursive: true, force: true }));
  const path = (): string => join(office, 'so-cchc.xlsx');

  /** Changes the text of one cell that is found by its text. */
  function retype(text: string, change: (line: Map<number, CellModel>, column: number) => void): void {
    const bytes = readFileSync(path());
    const book = readXlsx(bytes);
    for (const line of book.sheets.find(({ name }) => name === 'Thông tin chung')?.cells.values() ?? [])
      for (const [column, cell] of line) if (cell.value === text) change(line, column);
    writeFileSync(path(), saveXlsx(bytes, book));
  }

  async function started(): Promise<string> {
    const { TZ: _, ...env } = process.env;
    const run = spawn(process.execPath, [resolve('build/start.mjs'), '--once', '--workspace', office], {
      env: { ...env, SMTP_URL: `smtp://127.0.0.1:${server.port}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    run.stdout.on('data', (part: Buffer) => parts.push(part));
    await new Promise((done) => run.on('exit', done));
    return Buffer.concat(parts).toString();
  }

  const untouched = async (): Promise<void> => {
    const before = readFileSync(path());
    const said = await started();
    expect(said).toContain('Mở sổ «so-cchc.xlsx» như đang có');
    expect(said).not.toContain('MINH HỌA');
    expect(said).not.toContain('Ngày minh họa');
    expect(readFileSync(path()).equals(before)).toBe(true);
    expect(readdirSync(office).filter((name) => ['bao-cao', 'thu'].includes(name))).toEqual([]);
    expect(server.received).toEqual([]);
  };

  it('judges, makes and sends nothing once the sample’s figures are said to be real', async () => {
    retype('Dữ liệu minh họa', (line, column) => Object.assign(line.get(column + 1) ?? {}, { value: 'không' }));
    await untouched();
  });

  it('judges, makes and sends nothing in a workbook that was put there, whatever it says of its figures', async () => {
    rmSync(join(office, 'so-cchc.xlsx.cchc.json'));
    await untouched();
  });

  it('plays the demonstration in its own sample, but sends none of its letters', async () => {
    retype('Dữ liệu minh họa', (line, column) => Object.assign(line.get(column + 1) ?? {}, { value: 'thử' }));
    expect(await started()).toContain('SỐ LIỆU MINH HỌA');
    expect([server.received, readdirSync(office)]).toEqual([[], expect.arrayContaining(['bao-cao'])]);
  });
});

describe('npm start', () => {
  let server: ChildProcessByStdio<null, Readable, Readable> | null = null;
  afterAll(() => server?.kill('SIGKILL'));
  const { TZ: _, SMTP_URL: __, ...env } = process.env;
  const typed = { do: 'type', tab: 0, typing: { row: 0, column: 0, rows: [['100']] } };

  it('serves the workbook from a thread of its own, in which letters are made too, and saves it when it is stopped', async () => {
    const place = findCell(readXlsx(readFileSync(join(workspace, 'so-cchc.xlsx'))), {
      tab: 'Nhập số liệu',
      id: 'T3.8',
      period: '6 tháng đầu năm 2024',
      header: 'Tử số',
    });
    server = spawn(process.execPath, [resolve('build/start.mjs'), '--workspace', workspace, '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const running = server;
    const ended = new Promise<number | null>((done) => running.on('exit', done));
    let said = '';
    const address = await new Promise<URL>((found) =>
      running.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        const printed = /http:\/\/127\.0\.0\.1:\d+\/\?ma=[0-9a-f]{32}/u.exec(said)?.[0];
        if (printed !== undefined) found(new URL(printed));
      }),
    );
    const post = async (path: string, body: object): Promise<{ ok: boolean; reply?: unknown; value?: unknown }> => {
      const headers = { 'content-type': 'application/json', origin: address.origin };
      const at = `${address.origin}${path}${address.search}&cua-so=0123456789abcdef`;
      return (await fetch(at, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const book = (await post('/lenh', { do: 'book' })).reply as { version: number; tabs: { id: number; name: string }[] };
    const tab = book.tabs.find(({ name }) => name === place?.tab)?.id ?? 0;
    const typing = { ...typed.typing, row: place?.row ?? 0, column: place?.column ?? 0 };
    const seen = { version: book.version, keys: [['T3.8', '6 tháng đầu năm 2024']] };
    expect(await post('/lenh', { ...typed, tab, typing, seen, nth: 1 })).toMatchObject({ ok: true });
    // Without the record of what was sent everything is news again.
    const ledger = book.tabs.find(({ name }) => name === 'Thư đã gửi')?.id ?? 0;
    const sheet = sheetOf((await post('/lenh', { do: 'tab', tab: ledger, since: null })).reply as TabView);
    const gone = {
      row: 2,
      count: LETTERS.length,
      seen: seenLines(
        sheet,
        LETTERS.map((_, down) => 2 + down),
      ),
    };
    expect(await post('/lenh', { do: 'delete-rows', tab: ledger, ...gone })).toMatchObject({ ok: true });
    expect(await post('/lenh', { do: 'menu', run: 'menuToday' })).toMatchObject({ ok: true });
    const mailed = await post('/goi/1', { name: 'ask', args: [JSON.stringify({ call: 'mail', with: { preview: false } })] });
    expect(mailed).toMatchObject({ ok: true, value: expect.stringContaining('"outcome":"sent"') });
    expect(inside('thu')).toContain('2024-06-20 chu-tich@example.vn (2).eml');
    running.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toContain('Đã lưu sổ và dừng.');
    const saved = readXlsx(readFileSync(join(workspace, 'so-cchc.xlsx'))).sheets.find(({ id }) => id === tab);
    expect(saved?.cells.get(typing.row)?.get(typing.column)?.value).toBe(100);
    expect(readdirSync(workspace).sort()).toEqual([
      '.cchc-dia-chi.json',
      'bao-cao',
      'so-cchc.xlsx',
      'so-cchc.xlsx.cchc.json',
      'thu',
    ]);
  }, 600_000);
});
