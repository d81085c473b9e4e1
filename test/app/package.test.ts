import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { addExtra } from '../../src/app/extras/add-extra.ts';
import { recordRow } from '../../src/app/extras/record-row.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { reopenPeriod } from '../../src/app/period/reopen-period.ts';
import { exportPeriod } from '../../src/app/province/export-period.ts';
import { layCriteria } from '../../src/app/scores/lay-criteria.ts';
import { day } from '../../src/domain/core/day.ts';
import { fold } from '../../src/domain/core/word.ts';
import { type Manifest, readManifest } from '../../src/domain/province/manifest.ts';
import { fileOf, TABLE_NAMES, TABLES } from '../../src/domain/province/schema.ts';
import { readZip } from '../../src/paper/zip/read-zip.ts';
import type { CellValue, RawTab } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { officeOf, sampleTabs } from '../helpers/sample-office.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, H1, indicator, type Row, type SmallPlan, smallPlan, task } from './small-plan.ts';

const LIMITS = { bytes: 10_000_000, parts: 50 };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The package that an office last made, part by part. */
function partsOf({ files }: Pick<Memory, 'files'>): ReadonlyMap<string, string> {
  const bytes = files.at(-1)?.bytes ?? new Uint8Array();
  return new Map([...readZip(bytes, LIMITS, () => true)].map(([name, part]) => [name, text(part)]));
}

function manifestOf(session: Pick<Memory, 'files'>): Manifest {
  const manifest = readManifest(partsOf(session).get('manifest.json') ?? '');
  if (typeof manifest === 'string') throw new Error(`the manifest is ${manifest}`);
  return manifest;
}

/** The rows of a table, by header; no text of these holds a quotation mark. */
function rowsOf(session: Pick<Memory, 'files'>, table: (typeof TABLE_NAMES)[number]): Record<string, string>[] {
  const [head = '', ...lines] = (partsOf(session).get(fileOf(table)) ?? '').replace('\ufeff', '').trim().split('\r\n');
  const cells = (line: string): string[] =>
    [...line.matchAll(/"([^"]*)"|([^",]+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
}

const closed = (rows: SmallPlan = {}): Memory => {
  const session = memory({ tabs: smallPlan(rows) });
  closePeriod(session.ports, { period: H1 });
  return session;
};
const cellOf = (session: Memory, tab: string, id: string, header: string): [CellValue[], number] => {
  const { values } = session.tab(tab);
  const head = values.find((row) => row.includes('Mã')) ?? [];
  const row = values.find((cells) => cells[head.indexOf('Mã')] === id && cells[head.indexOf('Kỳ')] === H1) ?? [];
  return [row, head.indexOf(header)];
};
const retype = (session: Memory, id: string, header: string, value: CellValue): void => {
  const [row, column] = cellOf(session, 'Nhập số liệu', id, header);
  row[column] = value;
};

describe('closing a period', () => {
  it('makes the package beside the workbook, and says so', () => {
    const session = memory({ tabs: smallPlan() });
    const reply = closePeriod(session.ports, { period: H1 });
    const [file] = session.files;
    expect(file?.name).toBe('Số liệu kỳ 6 tháng đầu năm 2024 - UBND xã Mẫu (bản 1).zip');
    expect(reply.package).toBe(`Gói số liệu gửi cấp tỉnh: ${file?.name}`);
  });

  it('stands although no package could be made', () => {
    const session = memory({ tabs: smallPlan() });
    const full = Object.assign(new Error('disk full'), { name: 'NotWritten' });
    const documents = {
      ...session.ports.documents,
      create: () => {
        throw full;
      },
    };
    const reply = closePeriod({ ...session.ports, documents }, { period: H1 });
    expect(reply).toMatchObject({ version: 1, package: 'Chưa lập được gói số liệu kỳ. Đề nghị bấm Khác ▸ Xuất số liệu kỳ….' });
    expect(readBook(session.ports.workbook.read('all')).frozen.length).toBeGreaterThan(0);
  });

  it('stands where the office has not written its name', () => {
    const reply = closePeriod(memory({ tabs: smallPlan({ settings: [{ name: 'Giai đoạn', value: '2021 - 2025' }] }) }).ports, {
      period: H1,
    });
    expect(reply.package).toContain('Tên đơn vị');
  });
});

describe('the package', () => {
  it('says whose it is, of which period and closing', () => {
    expect(manifestOf(closed())).toMatchObject({
      unit: { code: '', name: 'UBND xã Mẫu', since: null },
      period: { name: H1, type: 'half', turn: 1, year: 2024, start: '2023-12-15', end: '2024-06-14', cumulative: true },
      version: 1,
      closedOn: '2024-06-20',
      publishedOn: null,
      report: null,
      sample: false,
      tables: [
        { name: 'indicators', rows: 2 },
        { name: 'tasks', rows: 1 },
      ],
    });
  });

  it('bears the code of the unit that holds on the last day of the period, and its name', () => {
    const settings = [
      { name: 'Tên đơn vị', value: 'UBND xã Cũ' },
      { name: 'Tên đơn vị', value: 'UBND xã Mới', from: { day: day('2024-06-01'), minutes: 0 } },
      { name: 'Mã đơn vị hành chính', value: '11111' },
      { name: 'Mã đơn vị hành chính', value: '22222', from: { day: day('2024-07-01'), minutes: 0 } },
    ];
    expect(manifestOf(closed({ settings })).unit).toEqual({ code: '11111', name: 'UBND xã Mới', since: '2024-06-01' });
  });

  it('holds verdicts with their parts, statuses, and the rows of the forms', () => {
    const statistic = (id: string, form: string, more: Row = {}): Row =>
      indicator(id, { kind: 'Số liệu thống kê', unit: 'Hồ sơ', form, 'Năm 2023': '', 'Năm 2024': '', ...more });
    const session = closed({
      indicators: [
        indicator('T1'),
        statistic('TK1', '3.3.2.1'),
        statistic('TK2', '3.3.2.2'),
        statistic('TK3', '1.6', { unit: 'Không = 0 Có = 1' }),
      ],
      actuals: [
        actual('T1', { numerator: 310, denominator: 500 }),
        actual('TK1', { typed: 1260 }),
        actual('TK2', { typed: 1250 }),
        actual('TK3', { typed: 'Có' }),
      ],
    });
    expect(rowsOf(session, 'indicators')[0]).toMatchObject({
      id: 'T1',
      numerator: '310',
      denominator: '500',
      value: '',
      verdict: 'not-met',
      level: '75',
    });
    expect(rowsOf(session, 'tasks')).toMatchObject([{ id: 'N1', status: 'overdue', last_day: '2024-05-31' }]);
    expect(rowsOf(session, 'forms')).toMatchObject([
      { form: '1', line: '6', answer: '1' },
      { form: '3', line: '3.2', numerator: '1250', denominator: '1260', value: '' },
      { form: '3', line: '3.2.1', value: '1260' },
      { form: '3', line: '3.2.2', value: '1250' },
    ]);
  });

  it('is the same bytes once more, and after the office sorted its tabs', () => {
    const session = closed();
    exportPeriod(session.ports, { period: H1 });
    for (const tab of session.tabs.filter(({ name }) => /^Kế hoạch|^Nhập/u.test(name))) {
      const [head, rows] = [tab.values.slice(0, 2), tab.values.slice(2)];
      tab.values.splice(0, tab.values.length, ...head, ...rows.reverse());
    }
    exportPeriod(session.ports, { period: H1 });
    const [first, second, third] = session.files.map(({ bytes }) => Buffer.from(bytes).toString('hex'));
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it('tells what was closed, not what was typed over since; a second closing is a second version', () => {
    const session = closed();
    retype(session, 'T1', 'Tử số', 499);
    exportPeriod(session.ports, { period: H1 });
    expect(rowsOf(session, 'indicators')[0]).toMatchObject({ numerator: '310', verdict: 'not-met' });
    reopenPeriod(session.ports, { period: H1, reason: 'số liệu sai' });
    closePeriod(session.ports, { period: H1 });
    expect(manifestOf(session).version).toBe(2);
    expect(rowsOf(session, 'indicators')[0]).toMatchObject({ numerator: '499', verdict: 'met' });
  });

  it('is refused of a period that is not closed', () => {
    expect(() => exportPeriod(memory({ tabs: smallPlan() }).ports, { period: H1 })).toThrow(
      'chưa chốt nên chưa có số liệu để xuất',
    );
  });

  it('has the columns that its description names, which docs/so-lieu-ky.md tells', () => {
    const page = readFileSync('docs/so-lieu-ky.md', 'utf8');
    for (const table of TABLE_NAMES) {
      expect(page).toContain(`## Bảng \`${fileOf(table)}\``);
      for (const { name, says } of TABLES[table]) expect(page).toContain(`| \`${name}\` | ${says}`);
    }
    expect(Object.keys(rowsOf(closed(), 'indicators')[0] ?? {})).toEqual(TABLES.indicators.map(({ name }) => name));
  });
});

describe('the registers of an office', () => {
  const office = (): Memory => {
    const session = memory({ tabs: smallPlan() });
    for (const extra of ['scores', 'surveys'] as const) addExtra(session.ports, { extra });
    layCriteria(session.ports, { set: 'xa-2025', year: 2024 });
    const record = (register: 'scores' | 'surveys', id: string, values: Record<string, string>) =>
      recordRow(session.ports, { register, id, values });
    record('scores', '3.4.1|2024', { 'Kết quả': '198', 'Trên tổng số': '200', 'Minh chứng': 'BC 15 của ông Trần Văn Kín' });
    record('scores', '4.2.2|2024', { 'Phát sinh': 'Loại khỏi điểm tối đa' });
    record('scores', '8|2024', { 'Điểm khảo sát': '12' });
    const counts = { 'Rất hài lòng': '40', 'Hài lòng': '8', 'Bình thường': '2' };
    record('surveys', '', {
      'Mã khảo sát': 'KS-01',
      Câu: '1',
      'Nội dung câu hỏi': 'Bà Lê Thị Riêng',
      'Đến ngày': '30/5/2024',
      ...counts,
    });
    record('surveys', '', { 'Mã khảo sát': 'KS-02', Câu: '1', 'Đến ngày': '30/9/2024', ...counts });
    closePeriod(session.ports, { period: H1 });
    return session;
  };
  const scoreOf = (session: Memory, criterion: string) => rowsOf(session, 'scores').find((row) => row['criterion'] === criterion);

  it('leave it as they were when the period was closed: points of each criterion, counts of the surveys that ended in it', () => {
    const session = office();
    expect(scoreOf(session, '3.4.1')).toMatchObject({ set: '2024', maximum: '3', self: '3', assessed: '', excluded: '0' });
    expect(scoreOf(session, '4.2.2')).toMatchObject({ self: '', excluded: '1' });
    expect(scoreOf(session, '8')).toMatchObject({ self: '', assessed: '12' });
    expect(scoreOf(session, '3.4')).toBeUndefined();
    expect(rowsOf(session, 'surveys').map(({ survey, question, answer, count }) => [survey, question, answer, count])).toEqual([
      ['KS-01', '1', 'Rất hài lòng', '40'],
      ['KS-01', '1', 'Hài lòng', '8'],
      ['KS-01', '1', 'Bình thường', '2'],
    ]);
    recordRow(session.ports, { register: 'scores', id: '3.4.1|2024', values: { 'Kết quả': '1' } });
    exportPeriod(session.ports, { period: H1 });
    const [first, second] = session.files.slice(-2).map(({ bytes }) => Buffer.from(bytes).toString('hex'));
    expect(second).toBe(first);
  });

  it('take no evidence, no words of a question and nobody’s name with them', () => {
    const whole = [...partsOf(office()).values()].join('\n');
    expect(['Trần Văn Kín', 'BC 15', 'Lê Thị Riêng'].filter((name) => whole.includes(name))).toEqual([]);
  });

  it('differ from no cell of the period: making a report after closing tells no change of theirs', () => {
    const session = office();
    recordRow(session.ports, { register: 'scores', id: '3.4.1|2024', values: { 'Kết quả': '1' } });
    expect(check(session.ports).problems.filter(({ code }) => code === 'late-change')).toEqual([]);
  });
});

describe('privacy', () => {
  let tabs: readonly RawTab[];
  beforeAll(() => {
    tabs = sampleTabs();
  }, 300_000);

  /** Every cell of these headers gets the text, whatever stands there. */
  function plant(session: Memory, headers: readonly string[], words: string): number {
    let planted = 0;
    for (const { values } of session.tabs) {
      const at = values.findIndex((row) => row.some((cell) => headers.includes(String(cell))));
      const columns = (values[at] ?? []).flatMap((cell, column) => (headers.includes(String(cell)) ? [column] : []));
      for (const row of values.slice(at + 1)) {
        for (const column of columns) {
          row[column] = words;
          planted += 1;
        }
      }
    }
    return planted;
  }

  it('no byte of the sample’s package names one of its people, nor what an official typed in words', () => {
    const { environment, ports } = officeOf(tabs);
    const planted = plant(
      environment,
      [
        'Kết quả bằng lời',
        'Nguyên nhân, giải trình',
        'Nguyên nhân chậm',
        'Đề xuất, kiến nghị',
        'Minh chứng',
        'Kết quả thực hiện trong kỳ',
        'Ý kiến chỉ đạo',
        'Ước thực hiện đến 31/12',
        'Ghi chú',
      ],
      'ông Trần Văn Kín, 0912 345 678',
    );
    closePeriod(ports, { period: H1 });
    const { plan } = readBook(ports.workbook.read('all'));
    const people = [...new Set(plan.roles.flatMap(({ person, email }) => [person, email]))].filter((name) => name.trim() !== '');
    expect(planted).toBeGreaterThan(500);
    expect(people.length).toBeGreaterThan(4);
    const parts = partsOf(environment);
    expect(parts.get('indicators.csv')?.length).toBeGreaterThan(5_000);
    const packed = Buffer.from(environment.files.at(-1)?.bytes ?? []).toString('latin1');
    const whole = fold([environment.files.at(-1)?.name, ...parts.values(), packed].join('\n'));
    expect([...people, 'Trần Văn Kín', '0912 345 678'].filter((name) => whole.includes(fold(name)))).toEqual([]);
    expect([...parts].filter(([, part]) => part.includes('@')).map(([name]) => name)).toEqual([]);
  });

  it('a name, an address or a number that stands in the plan’s own words takes the words with it, not the figure', () => {
    const people = ['Việc của NGƯỜI  THỰC HIỆN', 'Gửi tuphap@example.vn', 'Gọi 0912.345.678'];
    const session = closed({
      indicators: people.map((title, at) => indicator(`T${at}`, { title })),
      tasks: people.map((title, at) => task(`N${at}`, { title })),
      actuals: people.map((_, at) => actual(`T${at}`, { numerator: 400, denominator: 500 })),
    });
    expect(rowsOf(session, 'indicators').map(({ title, verdict }) => [title, verdict])).toEqual(people.map(() => ['', 'met']));
    expect(rowsOf(session, 'tasks').map(({ title }) => title)).toEqual(['', '', '']);
  });

  it('a word typed as a result stays in the office unless it is one of the scale', () => {
    const grade = (id: string) =>
      indicator(id, { kind: 'Xếp loại từ … trở lên', unit: 'xếp loại', 'Năm 2023': 'Khá', 'Năm 2024': 'Khá' });
    const session = closed({
      indicators: [grade('T1'), grade('T2')],
      actuals: [actual('T1', { typed: 'Tốt' }), actual('T2', { typed: 'do bà Lê Thị Riêng nhập' })],
    });
    expect(rowsOf(session, 'indicators').map((row) => row['grade'])).toEqual(['Tốt', '']);
  });
});
