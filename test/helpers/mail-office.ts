import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { day } from '../../src/domain/core/day.ts';
import type { HumanEdit } from '../../src/host/core/human-edit.ts';
import { rowsOf, tabNamed } from '../../src/host/core/look.ts';
import { openHost } from '../../src/host/host.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from './built.ts';

export const CHAIRMAN = 'Chủ tịch UBND xã';
export const CLERK = 'Văn phòng – Thống kê (Nội vụ)';
export const JUSTICE = 'Tư pháp – Hộ tịch';
const H1 = '6 tháng đầu năm 2024';

/** A real workbook in a folder of its own: quý I closed, 6 tháng being entered, one indicator not met, these people. */
export type MailOffice = { readonly folder: string; readonly path: string; remove(): void };

export function makeMailOffice(people: readonly (readonly [role: string, email: string])[]): MailOffice {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-mail-'));
  const path = join(folder, 'so.xlsx');
  const on = (text: string) => ({ day: day(text), minutes: 8 * 60 });
  const host = openHost({ workbook: path, outDir: folder, mailDir: folder, user: '', now: on('2024-03-01'), create: true });
  const ask = (answer: { readonly ok: boolean }): void => {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  ask(host.ask('set-up', { template: 'gia-luong-2021-2025' }));
  ask(host.ask('open-period', { period: 'Quý I 2024' }));
  host.setNow(on('2024-03-15'));
  ask(host.ask('close-period', { period: 'Quý I 2024' }));
  host.setNow(on('2024-06-03'));
  ask(host.ask('open-period', { period: H1 }));
  const last = Math.max(0, ...(tabNamed(host.model, 'Phân công')?.cells.keys() ?? []));
  const rows = people.map(([role, email], at) => [role, `Người thứ ${at + 1}`, email]);
  const figure = (header: string, text: string): HumanEdit => {
    const at = host.find({ tab: 'Nhập số liệu', id: 'T3.8', period: H1, header });
    if (at === null) throw new Error(`there is no T3.8 ${header}`);
    return { ...at, rows: [[text]] };
  };
  host.typeAll([{ tab: 'Phân công', row: last + 1, column: 1, rows }, figure('Tử số', '310'), figure('Mẫu số', '500')]);
  host.close();
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same office once more, for another story. */
export function copyOfOffice({ folder }: MailOffice): MailOffice {
  const copy = mkdtempSync(join(tmpdir(), 'so-cchc-mail-'));
  for (const name of readdirSync(folder)) cpSync(join(folder, name), join(copy, name), { recursive: true });
  return { folder: copy, path: join(copy, 'so.xlsx'), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

export type Ended = { readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string };

/** Runs one verb of the command line in a process of its own, and gives how it ended. */
export function cchc(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  started?: (pid: number) => void,
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [...(env['NODE_ARGS'] ?? '').split(' ').filter(Boolean), resolve('build/cli.mjs'), ...args],
      {
        env: { ...process.env, ...env },
      },
    );
    if (child.pid !== undefined) started?.(child.pid);
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (data) => out.push(String(data)));
    child.stderr.on('data', (data) => err.push(String(data)));
    child.on('close', (code, signal) => done({ code, signal, out: out.join(''), err: err.join('') }));
  });
}

export type LedgerLine = { readonly to: string; readonly day: string; readonly state: string; readonly items: string };

/** `Thư đã gửi` as the file on disk has it. */
export function ledgerOf({ path }: MailOffice): LedgerLine[] {
  const book = readXlsx(readFileSync(path));
  return rowsOf(book, 'Thư đã gửi', ['Mã thư', 'Người nhận', 'Ngày', 'Trạng thái', 'Nội dung báo'])
    .filter((row) => row.get('Người nhận') !== '')
    .map((row) => ({
      to: row.get('Người nhận') ?? '',
      day: (row.get('Mã thư') ?? '').slice(0, 10),
      state: row.get('Trạng thái') ?? '',
      items: row.get('Nội dung báo') ?? '',
    }));
}

/** The letters that became files. */
export function lettersIn({ folder }: MailOffice): string[] {
  const thu = join(folder, 'thu');
  return existsSync(thu) ? readdirSync(thu).map((name) => readFileSync(join(thu, name), 'utf8')) : [];
}
