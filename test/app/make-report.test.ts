import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../../src/app/base/ports.ts';
import { Refusal } from '../../src/app/base/refusal.ts';
import { makeReport } from '../../src/app/report/make-report.ts';
import { day } from '../../src/domain/core/day.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { unpackPaper } from '../../src/paper/snapshot.ts';
import { type Memory, memory } from './memory-ports.ts';
import { H1, on, smallPlan, task } from './small-plan.ts';

const judged = vi.hoisted(() =>
  vi.fn<(...asked: Parameters<typeof import('../../src/domain/judging/judge.ts').judge>) => void>(),
);
vi.mock('../../src/domain/judging/judge.ts', async (original) => {
  const real = await original<typeof import('../../src/domain/judging/judge.ts')>();
  const judge: typeof real.judge = (...asked) => {
    judged(...asked);
    return real.judge(...asked);
  };
  return { ...real, judge };
});
beforeEach(() => void judged.mockReset());

function office(): { readonly environment: Memory; readonly ports: Ports } {
  const environment = memory({ tabs: smallPlan() });
  return { environment, ports: { ...environment.ports, docx: { toDocx, partsOf, checkTemplate } } };
}

/** One figure typed again. */
function retype(environment: Memory, from: number, to: number): void {
  const { values } = environment.tab('Nhập số liệu');
  const row = values.find((cells) => cells.includes(from));
  row?.splice(row.indexOf(from), 1, to);
}

/** The column `Bản in`, row by row. */
function printed(environment: Memory): string[] {
  const [head = [], ...rows] = environment.tab('Báo cáo đã tạo').values;
  return rows.map((row) => String(row[head.indexOf('Bản in')] ?? ''));
}

const textOf = (bytes: Uint8Array | undefined): string =>
  bytes === undefined
    ? ''
    : readDocx(partsOf(bytes))
        .paragraphs.map(({ text }) => text)
        .join('\n');

describe('making a report', () => {
  it('makes two files with one call each and records them in one row', () => {
    const { environment, ports } = office();
    const reply = makeReport(ports, { period: H1 });
    expect(reply).toMatchObject({ period: H1, version: 1, draft: true });
    expect(environment.files.map(({ name }) => name)).toEqual([
      `Báo cáo CCHC ${H1} (dự thảo 1).docx`,
      `Phiếu rà soát dự thảo - ${H1} (bản 1).docx`,
    ]);
    expect(reply.files.map(({ name }) => name)).toEqual(environment.files.map(({ name }) => name));
    expect(environment.tabs.find(({ name }) => name === 'Báo cáo đã tạo')?.values).toHaveLength(2);
  });

  it('makes nothing when nothing has changed, and answers with the last version', () => {
    const { environment, ports } = office();
    const first = makeReport(ports, { period: H1 });
    environment.environment.today = day('2024-07-02');
    expect(makeReport(ports, { period: H1 })).toEqual({ ...first, unchanged: true });
    expect(environment.files).toHaveLength(2);
    expect(environment.tabs.find(({ name }) => name === 'Báo cáo đã tạo')?.values).toHaveLength(2);
  });

  it('makes a file that is gone again under the same version, the same bytes, and says so', () => {
    const { environment, ports } = office();
    const first = makeReport(ports, { period: H1 });
    const [official] = environment.files.splice(0, 1);
    expect(makeReport(ports, { period: H1 })).toEqual({ ...first, unchanged: true, again: true });
    expect(environment.files.map(({ name }) => name)).toEqual([...first.files].reverse().map(({ name }) => name));
    expect(environment.files[1]?.bytes).toEqual(official?.bytes);
    expect(environment.tab('Báo cáo đã tạo').values).toHaveLength(2);
    expect(makeReport(ports, { period: H1 })).toEqual({ ...first, unchanged: true });
  });

  it('takes a file that this account cannot see for gone only where the same person made it', () => {
    const { environment, ports } = office();
    environment.environment.email = 'vanphong@example.vn';
    makeReport(ports, { period: H1 });
    const documents = { ...ports.documents, fate: () => 'not-seen' as const };
    environment.environment.email = '';
    expect(makeReport({ ...ports, documents }, { period: H1 })).toMatchObject({ unchanged: true, again: false });
    environment.environment.email = 'vanphong@example.vn';
    expect(makeReport({ ...ports, documents }, { period: H1 })).toMatchObject({ unchanged: true, again: true });
  });

  it('judges each row once for each day that the report and its checks speak of', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    environment.environment.today = day('2024-07-02');
    const asked: string[] = [];
    judged.mockImplementation(({ id }, _, { asOf, period }) => void asked.push(`${period.name} ${asOf} ${id}`));
    makeReport(ports, { period: H1 });
    expect(new Set(asked.map((row) => row.split(' ').slice(-2, -1).join()))).toEqual(new Set(['2024-06-14', '2024-07-02']));
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('made before the cut-off, calls nothing overdue that is not due yet, and is made again on a later day', () => {
    const environment = memory({ tabs: smallPlan({ tasks: [task('N1', { due: on('2024-06-10') })] }), today: '2024-06-07' });
    const ports = { ...environment.ports, docx: { toDocx, partsOf, checkTemplate } };
    makeReport(ports, { period: H1 });
    expect(textOf(environment.files[0]?.bytes)).not.toMatch(/quá hạn/iu);
    environment.environment.today = day('2024-06-20');
    expect(makeReport(ports, { period: H1 })).toMatchObject({ version: 2, unchanged: false });
    expect(textOf(environment.files[2]?.bytes)).toContain('Quá hạn chưa hoàn thành');
  });

  it('keeps what it printed: the same build makes the same bytes of it', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    const paper = unpackPaper(printed(environment)[0] ?? '');
    expect(paper === null ? null : toDocx(paper)).toEqual(environment.files[0]?.bytes);
  });

  it('says in the review sheet of version 2 what changed since version 1: figures with their cells, then sentences', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    retype(environment, 310, 380);
    makeReport(ports, { period: H1 });
    const review = textOf(environment.files[3]?.bytes);
    expect(textOf(environment.files[1]?.bytes)).not.toContain('Thay đổi so với bản');
    expect(review).toContain('6. Thay đổi so với bản 1');
    expect(review).toMatch(/T1, Tử số\n310\n380\n'?Nhập số liệu'?!\w\d+/u);
    expect(review).toMatch(/T1, Kết quả\n62%\n76%/u);
    expect(review).toMatch(/Câu chữ: Tỷ lệ hồ sơ của T1\n.*Chưa đạt.*\n.*Đạt/u);
  });

  it('keeps what the last two versions printed, and still knows when nothing has changed since', () => {
    const { environment, ports } = office();
    for (const [from, to] of [
      [310, 320],
      [320, 330],
      [330, 340],
    ] as const) {
      makeReport(ports, { period: H1 });
      retype(environment, from, to);
    }
    expect(makeReport(ports, { period: H1 })).toMatchObject({ version: 4, unchanged: false });
    expect(makeReport(ports, { period: H1 })).toMatchObject({ version: 4, unchanged: true });
    expect(printed(environment).map((text) => text !== '')).toEqual([false, false, true, true]);
  });

  it('makes a new version without a comparison where what was printed is lost', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    const [head = [], row] = environment.tab('Báo cáo đã tạo').values;
    row?.splice(head.indexOf('Bản in'), 1, 'không phải bản in');
    retype(environment, 310, 320);
    expect(makeReport(ports, { period: H1 })).toMatchObject({ version: 2 });
    expect(textOf(environment.files[3]?.bytes)).not.toContain('Thay đổi so với bản');
  });

  it('never uses a name twice', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    retype(environment, 310, 320);
    expect(makeReport(ports, { period: H1 })).toMatchObject({ version: 2, unchanged: false });
    expect(new Set(environment.files.map(({ name }) => name)).size).toBe(4);
  });

  it('puts on yellow what a draft prints from a cell with something to fix', () => {
    const { environment, ports } = office();
    retype(environment, 310, 310.5);
    makeReport(ports, { period: H1 });
    const xml = partsOf(environment.files[0]?.bytes ?? new Uint8Array())['word/document.xml'] ?? '';
    expect(xml).toMatch(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t xml:space="preserve">310,50</u);
    expect(textOf(environment.files[1]?.bytes)).toContain('được tô vàng');
  });

  it('prints no impossible figure: a part above its whole is missing until it is fixed', () => {
    const { environment, ports } = office();
    retype(environment, 310, 1310);
    expect(makeReport(ports, { period: H1 }).missing.join()).toContain('T1');
    expect(textOf(environment.files[0]?.bytes)).not.toMatch(/1\.310|262%/u);
  });

  it('prints the figures of the sheet and tells their cells in the review sheet', () => {
    const { environment, ports } = office();
    makeReport(ports, { period: H1 });
    expect(textOf(environment.files[0]?.bytes)).toMatch(/62%\nChưa đạt\n310\/500/u);
    expect(textOf(environment.files[1]?.bytes)).toMatch(/310\n'?Nhập số liệu'?!\w\d+/u);
    expect(textOf(environment.files[1]?.bytes)).not.toContain('mọi số liệu in ra phải bằng số liệu trong sổ');
  });

  it('refuses an unknown period and names those there are', () => {
    const { environment, ports } = office();
    expect(() => makeReport(ports, { period: 'Quý IX 2024' })).toThrow(Refusal);
    expect(() => makeReport(ports, { period: 'Quý IX 2024' })).toThrow(/Quý I 2024/u);
    expect(environment.files).toEqual([]);
  });
});
