import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lan, openLan } from '../../src/cli/lan.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { rowsOf } from '../../src/host/core/look.ts';
import { type SessionThread, startSession } from '../../src/workbench/server/session-thread.ts';
import type { WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { addressesIn, rolesByAddress } from '../helpers/lan-lines.ts';
import { smallWorkbook } from '../helpers/odd-host.ts';

type Row = { readonly tab: string; readonly id: string; readonly lead: string };
type Person = { readonly email: string; readonly roles: readonly string[] };

/** What an office's own hands typed into the entry tabs: the columns that no machine writes. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  'Nhập số liệu': [
    'Tử số',
    'Mẫu số',
    'Kết quả nhập tay',
    'Nguyên nhân, giải trình',
    'Đề xuất, kiến nghị',
    'Minh chứng',
    'Ghi chú',
  ],
  'Nhập tiến độ': [
    'Mức độ thực hiện',
    'Ngày hoàn thành',
    'Kết quả thực hiện trong kỳ',
    'Nguyên nhân chậm',
    'Minh chứng',
    'Ghi chú',
  ],
};
/** Who keeps the plan: the standing clerk and who signs. */
const KEEPERS = ['Văn phòng – Thống kê (Nội vụ)', 'Chủ tịch UBND xã'];

/** Requests that nobody may make, each of the row as it is: `enter` with something wrong in it. */
const MALFORMED: readonly (readonly [string, (row: Row) => unknown])[] = [
  [
    'a number in words',
    ({ tab, id }) => ({
      tab,
      id,
      period: DEMO_PERIOD,
      values: tab === 'Nhập số liệu' ? { 'Tử số': 'khoảng 190' } : { 'Ngày hoàn thành': '31/6/2024' },
    }),
  ],
  ['a column of the machine', ({ tab, id }) => ({ tab, id, period: DEMO_PERIOD, values: { 'Diễn giải': 'đạt' } })],
  ['the key of the row', ({ tab, id }) => ({ tab, id, period: DEMO_PERIOD, values: { Mã: 'T9.9' } })],
  ['a column that is not there', ({ tab, id }) => ({ tab, id, period: DEMO_PERIOD, values: { 'Không có': 'x' } })],
  ['a row that is not there', ({ tab }) => ({ tab, id: 'T99.9', period: DEMO_PERIOD, values: { 'Ghi chú': 'x' } })],
  ['a period that is not there', ({ tab, id }) => ({ tab, id, period: 'Quý IX 2024', values: { 'Ghi chú': 'x' } })],
  ['another tab', ({ id }) => ({ tab: 'Phân công', id, period: DEMO_PERIOD, values: { 'Thư điện tử': 'x@example.vn' } })],
  ['values that are no texts', ({ tab, id }) => ({ tab, id, period: DEMO_PERIOD, values: { 'Ghi chú': 5 } })],
  [
    'more than is asked',
    ({ tab, id }) => ({ tab, id, period: DEMO_PERIOD, values: { 'Ghi chú': 'x' }, user: 'chu-tich@example.vn' }),
  ],
];

/** The cells of hands that are not as they were, but for the notes that were rightly written. */
function changedOtherwise(before: WorkbookModel, after: WorkbookModel, notes: ReadonlyMap<string, string>): string[] {
  return Object.entries(TYPED).flatMap(([tab, headers]) => {
    const wanted = ['Mã', 'Kỳ', ...headers];
    const old = rowsOf(before, tab, wanted);
    return rowsOf(after, tab, wanted).flatMap((row, index) => {
      const note = row.get('Kỳ') === DEMO_PERIOD ? notes.get(`${tab} ${row.get('Mã')}`) : undefined;
      const should = (header: string) => (header === 'Ghi chú' ? (note ?? old[index]?.get(header)) : old[index]?.get(header));
      const others = headers.filter((header) => row.get(header) !== should(header));
      return others.map((header) => `${tab} ${row.get('Mã')} ${header}: ${row.get(header)} for ${should(header)}`);
    });
  });
}

describe('the door for the network, rows by people by what is sent', () => {
  let workspace = '';
  let session: SessionThread;
  let door: Lan;
  const codes = new Map<string, string>();
  let address = '';
  const book = (): WorkbookModel => readXlsx(readFileSync(join(workspace, 'so-cchc.xlsx')));

  beforeAll(async () => {
    ensureBuilt();
    workspace = mkdtempSync(join(tmpdir(), 'so-cchc-rows-'));
    writeFileSync(join(workspace, 'so-cchc.xlsx'), smallWorkbook(workspace));
    cpSync(join(workspace, 'mau.xlsx.cchc.json'), join(workspace, 'so-cchc.xlsx.cchc.json'));
    session = await startSession(
      { workspace, workbook: 'so-cchc.xlsx', today: '2024-06-20', smtpUrl: null, fileKey: 'k', notes: [] },
      {
        news: () => undefined,
        page: () => undefined,
        log: () => undefined,
        broken: (error) => {
          throw error;
        },
      },
    );
    door = await openLan({ workspace, workbook: 'so-cchc.xlsx', port: 0, tls: null, session, host: '127.0.0.1' });
    for (const [email, url] of addressesIn(door.lines, book())) {
      codes.set(email, new URL(url).searchParams.get('ma') ?? '');
      address = new URL(url).origin;
    }
  }, 120_000);
  afterAll(async () => {
    door?.close();
    await session?.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  const ask = async (code: string, carried: unknown): Promise<boolean> => {
    const request = JSON.stringify({ call: 'enter', with: carried });
    const answer = await fetch(`${address}/goi/1?ma=${code}`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'ask', args: [request] }),
    });
    const told = (await answer.json()) as { ok: boolean; value?: string };
    return told.ok && told.value !== undefined && (JSON.parse(told.value) as { ok: boolean }).ok;
  };

  it('writes what a person may write and nothing else: every cell of hands is as the rule says', async () => {
    const before = book();
    const roles = rolesByAddress(before);
    const people = [...codes.keys()].map((email): Person => ({ email, roles: roles.get(email) ?? [] }));
    const leads = new Map(
      ['Kế hoạch - Chỉ tiêu', 'Kế hoạch - Nhiệm vụ'].flatMap((tab) =>
        rowsOf(before, tab, ['Mã', 'Chủ trì']).map((row) => [row.get('Mã') ?? '', row.get('Chủ trì') ?? ''] as const),
      ),
    );
    const rows: Row[] = Object.keys(TYPED).flatMap((tab) =>
      rowsOf(before, tab, ['Mã', 'Kỳ']).flatMap((row) => {
        const id = row.get('Mã') ?? '';
        return row.get('Kỳ') === DEMO_PERIOD ? [{ tab, id, lead: leads.get(id) ?? '' }] : [];
      }),
    );
    expect([people.length > 4, rows.length > 10]).toEqual([true, true]);
    const may = ({ roles }: Person, { lead }: Row): boolean =>
      roles.some((role) => KEEPERS.includes(role) || lead.split(/[\n;]/u).some((one) => one.trim() === role));

    const wrong: string[] = [];
    const notes = new Map<string, string>();
    let tried = 0;
    const isWritten = async (person: Person, row: Row, note: string): Promise<void> => {
      const done = await ask(codes.get(person.email) ?? '', {
        tab: row.tab,
        id: row.id,
        period: DEMO_PERIOD,
        values: { 'Ghi chú': note },
      });
      if (done) notes.set(`${row.tab} ${row.id}`, note);
      if (done !== may(person, row)) wrong.push(`${person.email} ${row.id}: ${done ? 'written' : 'refused'}`);
    };
    const isRefused = async (person: Person, row: Row, [what, made]: (typeof MALFORMED)[number]): Promise<void> => {
      if (await ask(codes.get(person.email) ?? '', made(row))) wrong.push(`${person.email} ${row.id}: ${what} was taken`);
    };
    for (const [at, person] of people.entries())
      for (const [index, row] of rows.entries()) {
        // One row of a kind is enough for what no row takes.
        const malformed = index % 3 === 0 ? MALFORMED : [];
        await isWritten(person, row, `ghi bởi ${at}`);
        for (const one of malformed) await isRefused(person, row, one);
        tried += 1 + malformed.length;
      }

    wrong.push(...changedOtherwise(before, book(), notes));
    process.stdout.write(
      `the network's door: ${people.length} people × ${rows.length} rows, ${tried} requests, ${wrong.length} wrong outcomes\n`,
    );
    expect(wrong).toEqual([]);
  }, 600_000);
});
