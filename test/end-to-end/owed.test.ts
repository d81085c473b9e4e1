import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calls } from '../../src/app/calls.ts';
import { must } from '../../src/cli/main-job.ts';
import { NOTHING_WANTED, RUN_VERB } from '../../src/cli/verbs.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { OVERVIEW_WORDS } from '../../src/words/pages/overview.ts';
import { growPlan } from '../../tools/bench/grow-plan.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';

let folder = '';
let host: Host;
let owed: Calls['owed']['reply'];
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-owed-'));
  sampleWorkbook(folder, 'so.xlsx');
  const places = { outDir: join(folder, 'bao-cao'), mailDir: join(folder, 'thu') };
  host = openHost({ workbook: join(folder, 'so.xlsx'), ...places, user: '', now: DEMO_MOMENT });
  owed = must(host.ask('owed', {}));
});
afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `Tiến độ nhập theo chủ trì` as it stands on the overview: lead → what is left, and the total. */
function overviewLeft(): Map<string, unknown> {
  const sheet = host.model.sheets.find(({ name }) => name === 'Tổng quan');
  const rows = [...(sheet?.cells ?? [])].map(([, line]) => [1, 2, 3, 4].map((column) => line.get(column)?.value ?? ''));
  const start = rows.findIndex(([first]) => first === OVERVIEW_WORDS.progressByLead);
  const table = rows.slice(start + 2);
  return new Map(
    table
      .slice(0, table.findIndex(([first]) => first === OVERVIEW_WORDS.total) + 1)
      .map(([lead, , , left]) => [String(lead), left]),
  );
}

describe('Danh sách chưa nhập', () => {
  it('has of each role as many rows as the overview says are left, and the page and the command line the same', () => {
    const left = overviewLeft();
    expect(left.size).toBeGreaterThan(4);
    for (const { role, count, rows } of owed.roles) expect([role, rows.length, left.get(role)]).toEqual([role, count, count]);
    const total = owed.roles.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(left.get(OVERVIEW_WORDS.total));
    expect(must(host.ask('today', {})).owed).toEqual({ all: total, mine: null });
    const lines = RUN_VERB.owed(host, NOTHING_WANTED).lines;
    expect(lines.filter((line) => line.startsWith('- ['))).toHaveLength(total);
    expect(lines[0]).toBe(
      `Danh sách chưa nhập của ${owed.period?.name}. Hạn công chức nhập: 12/6/2024, đã quá 06 ngày làm việc.`,
    );
  });

  it('goes for every row to a cell that a person types into, and that is blank or cannot be used', () => {
    const pages = owed.roles.flatMap(({ rows }) => rows);
    expect(pages.length).toBeGreaterThan(10);
    for (const { id, at } of pages) {
      if (at === null) throw new Error(`${id} has no cell`);
      const sheet = host.model.sheets.find(({ name }) => name === at.tab);
      const header = [1, 2, 3]
        .map((row) => sheet?.cells.get(row)?.get(at.column)?.value)
        .find((value) => typeof value === 'string' && value !== '');
      expect(['Tử số', 'Mẫu số', 'Kết quả nhập tay', 'Mức độ thực hiện', 'Số liệu gốc']).toContain(header);
      expect(host.ask('go-to', { tab: at.tab, row: at.row, column: at.column })).toMatchObject({ ok: true });
    }
  });

  it('loses a row once it is filled in, writes nothing, and reads each tab once', () => {
    const task = owed.roles.flatMap(({ rows }) => rows).find(({ at }) => at?.tab === 'Nhập tiến độ');
    if (task?.at == null) throw new Error('the sample owes no task');
    const before = readFileSync(join(folder, 'so.xlsx'));
    host.calls.reset();
    must(host.ask('owed', {}));
    expect([host.calls.of('values-written'), host.calls.of('flush')]).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'so.xlsx')).equals(before)).toBe(true);
    host.type({ tab: task.at.tab, row: task.at.row, column: task.at.column, rows: [['Đang thực hiện']] });
    const ids = must(host.ask('owed', {})).roles.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).not.toContain(task.id);
    expect(ids).toHaveLength(owed.roles.reduce((sum, { count }) => sum + count, 0) - 1);
  });
});

const OFFICE = 'Văn phòng – Thống kê (Văn phòng)';
const answer = (role: string) => {
  const text = String(host.page('ask', JSON.stringify({ call: 'my-rows', with: { role } })));
  return { bytes: Buffer.byteLength(text), reply: must<'my-rows'>(JSON.parse(text)) };
};

describe('the rows of one person', () => {
  it('are those that the list of what is owed counts, and no rows of others', () => {
    const now = must(host.ask('owed', {})).roles;
    const all = answer('').reply.others;
    for (const { role, owed: count } of all) {
      expect([role, count]).toEqual([role, now.find((each) => each.role === role)?.count ?? 0]);
      const { reply } = answer(role);
      expect(reply.rows.filter((row) => row.owed)).toHaveLength(count);
      expect(new Set(reply.rows.map((row) => (row.of === 'actual' ? row.indicator : row.task).lead))).toEqual(new Set([role]));
    }
    expect(all.reduce((sum, each) => sum + each.owed, 0)).toBeGreaterThan(10);
  });

  it('stay a short answer in a plan of 5,000 rows: the first 80, what is owed before the rest', () => {
    growPlan(host.model, DEMO_PERIOD, 5_000);
    const { bytes, reply } = answer(OFFICE);
    expect(reply.rows).toHaveLength(80);
    expect(reply.more).toBeGreaterThan(500);
    expect(reply.rows.slice(0, Math.min(reply.owed, 80)).every(({ owed }) => owed)).toBe(true);
    expect(bytes).toBeLessThan(135_000);
  });
});
