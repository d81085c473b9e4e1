import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findCell } from '../../src/host/core/look.ts';
import type { BookView } from '../../src/workbench/protocol.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { smallWorkbook } from '../helpers/odd-host.ts';

const PERIOD = '6 tháng đầu năm 2024';
const TAB = 'Nhập số liệu';
/** What the thread may hold, in megabytes: enough for the sample, not for what comes in. */
const HEAP = 170;

let workspace = '';
const programs: ChildProcess[] = [];
beforeAll(() => {
  ensureBuilt();
  workspace = mkdtempSync(join(tmpdir(), 'so-cchc-ended-'));
  writeFileSync(join(workspace, 'so-cchc.xlsx'), smallWorkbook(workspace));
  cpSync(join(workspace, 'mau.xlsx.cchc.json'), join(workspace, 'so-cchc.xlsx.cchc.json'));
  for (const name of ['mau.xlsx', 'mau.xlsx.cchc.json']) rmSync(join(workspace, name));
});
afterAll(() => {
  for (const program of programs) program.kill('SIGKILL');
  rmSync(workspace, { recursive: true, force: true });
});

type Program = {
  readonly ended: Promise<number | null>;
  post(command: object): Promise<{ ok: boolean; sentence?: string; reply?: unknown }>;
  readonly said: () => string;
};

/** The program as it is started in an office, until it has printed its address. */
async function startProgram(): Promise<Program> {
  const { TZ: _, SMTP_URL: __, ...env } = process.env;
  const args = [`--max-old-space-size=${HEAP}`, resolve('build/start.mjs'), '--workspace', workspace, '--port', '0'];
  const program = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  programs.push(program);
  const ended = new Promise<number | null>((done) => program.on('exit', done));
  let said = '';
  program.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const address = await new Promise<URL>((found, failed) => {
    let printed = '';
    program.stdout.on('data', (part: Buffer) => {
      printed += part.toString();
      const at = /http:\/\/127\.0\.0\.1:\d+\/\?ma=[0-9a-f]{32}/u.exec(printed)?.[0];
      if (at !== undefined) found(new URL(at));
    });
    ended.then((code) => failed(new Error(`ended with ${code}: ${said}`)));
  });
  return {
    ended,
    said: () => said,
    post: async (command) => {
      const headers = { 'content-type': 'application/json', origin: address.origin };
      const at = `${address.origin}/lenh${address.search}&cua-so=0123456789abcdef`;
      return (await fetch(at, { method: 'POST', headers, body: JSON.stringify(command) })).json();
    },
  };
}

const path = (): string => join(workspace, 'so-cchc.xlsx');
const place = (id: string) => {
  const book = readXlsx(readFileSync(path()));
  const at = findCell(book, { tab: TAB, id, period: PERIOD, header: 'Ghi chú' });
  const sheet = book.sheets.find(({ name }) => name === TAB);
  return { tab: sheet?.id ?? 0, row: at?.row ?? 0, column: at?.column ?? 0 };
};

async function hugeWorkbook(): Promise<string> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Lớn');
  for (let row = 1; row <= 9000; row += 1) sheet.addRow(Array.from({ length: 90 }, (_, at) => `chữ ${row * 100 + at}`));
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

/** Another program writes into the cell that was typed into. */
function changeElsewhere(id: string): void {
  const { tab, row, column } = place(id);
  const bytes = readFileSync(path());
  const book = readXlsx(bytes);
  const line = book.sheets.find((sheet) => sheet.id === tab)?.cells.get(row);
  const style = line?.get(1)?.style;
  if (line === undefined || style === undefined) throw new Error(`Bug: no line of ${id}`);
  line.set(column, { value: 'nơi khác', formula: null, style });
  writeFileSync(path(), saveXlsx(bytes, book));
}

it('a thread that runs out of memory ends the program with code 2, without locks or what it brought in; the next one finds what was typed, and tells the page what it could not give back', async () => {
  const first = await startProgram();
  const { version } = (await first.post({ do: 'book' })).reply as { version: number };
  const types = (id: string, text: string, nth: number) => {
    const { tab, ...at } = place(id);
    const seen = { version, keys: [[id, PERIOD]] };
    return first.post({ do: 'type', tab, typing: { ...at, rows: [[text]] }, seen, nth });
  };
  expect([await types('T1.3', 'gõ trước khi hết bộ nhớ', 1), await types('T1.5', 'sẽ gặp người khác', 2)]).toEqual([
    expect.objectContaining({ ok: true }),
    expect.objectContaining({ ok: true }),
  ]);
  const file = await hugeWorkbook();
  const began = performance.now();
  // Another window goes on asking until it is told.
  const refused = async () => {
    for (;;) {
      const told = await first.post({ do: 'book' });
      if (!told.ok) return told;
    }
  };
  const [brought, asked] = await Promise.all([first.post({ do: 'bring', name: 'lon.xlsx', file }), refused()]);
  expect([brought.ok, asked.ok]).toEqual([false, false]);
  expect(brought.sentence).toContain('chạy lại chương trình');
  expect(await first.ended).toBe(2);
  process.stdout.write(`out of memory: told and ended after ${Math.round(performance.now() - began)} ms\n`);
  expect(first.said()).toContain('lần mở sau sẽ ghi lại');
  const left = readdirSync(workspace).sort();
  expect(left.filter((name) => /lon|\.lock/u.test(name))).toEqual([]);

  changeElsewhere('T1.5');
  const second = await startProgram();
  const book = (await second.post({ do: 'book' })).reply as BookView;
  expect(book.notes).toEqual([
    expect.stringContaining('Đã ghi lại 1 ô'),
    expect.stringMatching(/T1\.5.*sẽ gặp người khác/u),
    expect.stringContaining('so-cchc.xlsx.chua-nhap-lai.txt'),
  ]);
  expect(book.files.filter(({ kind }) => kind === 'left').map((one) => one.path)).toEqual(['so-cchc.xlsx.chua-nhap-lai.txt']);
  const at = place('T1.3');
  const view = (await second.post({ do: 'tab', tab: at.tab, since: null })).reply as {
    cells: { row: number; cells: Record<number, { t: string }> }[];
  };
  expect(view.cells.find(({ row }) => row === at.row)?.cells[at.column]?.t).toBe('gõ trước khi hết bộ nhớ');
}, 300_000);
