import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { readSample } from '../../src/cli/sample/sample-steps.ts';
import { playSteps } from '../../src/cli/sample/sample-workbook.ts';
import { rowsOf } from '../../src/host/core/look.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { unpackPaper } from '../../src/paper/snapshot.ts';
import { toText } from '../../src/paper/to-text.ts';
import { openDocx, spliced, spotsIn } from '../helpers/edit-docx.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { pdfPages } from '../helpers/pdf-pages.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { converted, convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

/** The sample's office to the end of 2024: its four reports, each made on its own day by the very bundle. */
const REST = readSample(readFileSync(new URL('../fixtures/rest-of-2024.json', import.meta.url), 'utf8'));
const REPORTS = [
  { kind: 'q1', period: 'Quý I 2024', on: '2024-06-20' },
  { kind: 'h1', period: '6 tháng đầu năm 2024', on: '2024-06-20' },
  { kind: 'q3', period: 'Quý III 2024', on: '2024-09-18' },
  { kind: 'year', period: 'Năm 2024', on: '2024-12-16' },
] as const;

type Made = {
  readonly text: string;
  readonly rebuilt: Uint8Array;
  readonly file: Uint8Array;
  readonly layout: readonly string[];
};
const made = new Map<string, Made>();
let host: HostAtWork;
let folder: string;

function make({ period, on }: (typeof REPORTS)[number]): Made {
  host.setNow(momentOf(on));
  host.ask('draft-narratives', { period });
  const reply = must(host.ask('report', { period }));
  const row = rowsOf(host.model, 'Báo cáo đã tạo', ['Kỳ', 'Bản in']).find((cells) => cells.get('Kỳ') === period);
  const paper = unpackPaper(row?.get('Bản in') ?? '');
  if (paper === null) throw new Error(`what was printed of ${period} was not kept`);
  const file = readFileSync(join(folder, 'bao-cao', reply.files[0]?.name ?? ''));
  return { text: toText(paper), rebuilt: toDocx(paper), file, layout: reply.layout };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-four-'));
  sampleWorkbook(folder, 'so.xlsx');
  host = aHost({ workbook: join(folder, 'so.xlsx'), outDir: join(folder, 'bao-cao'), create: false });
  for (const report of REPORTS.slice(0, 2)) made.set(report.kind, make(report));
  playSteps(host, REST.steps);
  for (const report of REPORTS.slice(2)) made.set(report.kind, make(report));
}, 900_000);
afterAll(() => {
  host.remove();
  rmSync(folder, { recursive: true, force: true });
});

const of = (kind: string): Made => {
  const found = made.get(kind);
  if (found === undefined) throw new Error(`no report ${kind}`);
  return found;
};

describe.each(REPORTS)('the report of $period', ({ kind }) => {
  it('reads as the office would have it', async () => {
    await expect(of(kind).text).toMatchFileSnapshot(`../golden/sample-${kind}-2024.txt`);
  });

  it('holds every rule of Nghị định 30', () => {
    expect(of(kind).layout).toEqual([]);
  });

  it('is rebuilt whole from what was kept of it', () => {
    expect(partsOf(of(kind).rebuilt)).toEqual(partsOf(of(kind).file));
  });

  it('blames nobody: no person but the signer, no word of ours', () => {
    const { text } = of(kind);
    expect(text).not.toMatch(/Trần Thị B|Lê Văn C|Phạm Thị D|Hoàng Văn E/u);
    expect(text).not.toMatch(/chưa cập nhật|sắp đến hạn|Chủ trì|nguyên nhân chậm/iu);
  });
});

describe('a quarter', () => {
  it('is brief: no analysis, no figure that is only tracked, no expected result', () => {
    for (const kind of ['q1', 'q3']) {
      const body = of(kind).text.split('Nơi nhận:')[0] ?? '';
      expect(body).toMatch(/III\. TỒN TẠI, HẠN CHẾ\n.+\nIV\. NHIỆM VỤ TRỌNG TÂM/u);
      expect(body).not.toMatch(/ĐÁNH GIÁ CHUNG|Nguyên nhân|Ước thực hiện/u);
      expect(body.length).toBeLessThan((of('h1').text.split('Nơi nhận:')[0] ?? '').length * 0.7);
    }
  });
});

describe('the year', () => {
  it('is compared with the year before and tells what is expected by 31/12', () => {
    const { text } = of('year');
    expect(text).toContain('so với năm 2023');
    expect(text).not.toContain('cùng kỳ');
    expect(text).toContain('ước thực hiện đến 31/12/2024: 78,50%');
    expect(text).toContain('Ước thực hiện đến 31/12/2024: 2.630 hồ sơ');
    expect(text).not.toMatch(/Ước thực hiện[^.\n]*(?:đạt chỉ tiêu|vượt|chưa đạt)/iu);
  });

  it('bears the name of its own day and knows who issued the plan', () => {
    expect(of('q3').text).toContain('XÃ GIA LƯƠNG');
    expect(of('year').text).toContain('XÃ GIA TIẾN');
    expect(of('year').text).toContain('của UBND xã Gia Lương (nay là UBND xã Gia Tiến) về thực hiện cải cách');
  });

  it('adds up: every task stands once in its annex, every statistic equals its parts', () => {
    const { text } = of('year');
    const figure = (title: string): number => {
      const cell = new RegExp(`\\t(?:- )?${title}\\t[^\\t]*\\t([\\d.]+)`, 'u').exec(text)?.[1] ?? '';
      return Number(cell.replaceAll('.', ''));
    };
    expect(figure('Hồ sơ TTHC phải giải quyết')).toBe(figure('Tồn từ kỳ trước chuyển sang') + figure('Tiếp nhận mới trong kỳ'));
    const done = figure('Tổng số hồ sơ TTHC đã giải quyết xong');
    expect(done).toBeGreaterThan(0);
    expect(done).toBe(figure('Số hồ sơ TTHC giải quyết đúng hạn') + figure('Giải quyết quá hạn'));
    expect(figure('Hồ sơ TTHC phải giải quyết')).toBe(done + figure('Hồ sơ TTHC đang giải quyết'));
    for (const [, total, counts] of text.matchAll(
      /^\d\. Nhiệm vụ [^(]*\((\d+) nhiệm vụ(?:; ngoài ra có .*)?\)\nTrong bảng: (.*)\.$/gmu,
    )) {
      const parts = [...(counts ?? '').matchAll(/([^;]*?) (\d+)(?:;|$)/gu)].filter(
        ([, what]) => !/tạm dừng|không áp dụng/u.test(what ?? ''),
      );
      expect(parts.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(Number(total));
    }
  });
});

/** A figure as the report prints it. */
const printed = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

/**
 * The figures of the text counted again by another way than the report took: from the cells as they were typed, with arithmetic
 * of our own.
 */
describe.each(REPORTS)('the figures of $period, counted again', ({ kind, period }) => {
  const bodyOf = (): string => of(kind).text.split('Nơi nhận:')[0] ?? '';
  const typedIn = (): ReadonlySet<number> => {
    const rows = rowsOf(host.model, 'Nhập số liệu', ['Mã', 'Kỳ', 'Tử số', 'Mẫu số', 'Kết quả nhập tay']);
    const own = rows.filter((row) => row.get('Kỳ') === period);
    const cells = own.flatMap((row) => ['Tử số', 'Mẫu số', 'Kết quả nhập tay'].map((header) => row.get(header) ?? ''));
    return new Set(cells.filter((cell) => cell !== '').map((cell) => printed(cell)));
  };

  it('each rate is its fraction, and each number of a fraction was typed', () => {
    const rates = [...bodyOf().matchAll(/đạt ([\d.,]+)% \(([\d.]+)\/([\d.]+)\)/gu)];
    expect(rates.length).toBeGreaterThan(4);
    const typed = typedIn();
    for (const [said, rate = '', numerator = '', denominator = ''] of rates) {
      expect(Math.abs(printed(rate) - (100 * printed(numerator)) / printed(denominator)), said).toBeLessThan(0.005);
      expect([typed.has(printed(numerator)), typed.has(printed(denominator))], said).toEqual([true, true]);
    }
  });

  it('each total is the sum of its parts', () => {
    const totals = [
      ...bodyOf().matchAll(/[Tt]ổng số [^:;.]*: ([\d.]+) (?:[^;.(]*?)(?: \([^)]*\))?, gồm: ([^;]*?)(?=; |\. [A-ZĐ]|\.\n)/gu),
    ];
    expect(totals.length).toBeGreaterThan(2);
    for (const [said, total = '', parts = ''] of totals) {
      const flat = parts.replace(/\([^)]*\)/gu, '');
      const sum = [...flat.matchAll(/ ([\d.]+) \p{L}/gu)].reduce((all, [, part = '']) => all + printed(part), 0);
      expect(sum, said).toBe(printed(total));
    }
  });

  it('the fields add up to the whole', () => {
    const counts = (lead: string): number[] =>
      [...bodyOf().matchAll(new RegExp(`^${lead} .*?có (\\d+) nhiệm vụ thường xuyên, đã triển khai (\\d+)`, 'gmu'))].map(
        ([, all = '', done = '']) => Number(all) * 1_000 + Number(done),
      );
    const [whole = 0] = counts('Theo Kế hoạch');
    const idle = [...bodyOf().matchAll(/^Lĩnh vực .*? có (\d+) nhiệm vụ thường xuyên, (?!đã triển khai)/gmu)];
    const sum =
      counts('Lĩnh vực').reduce((all, each) => all + each, 0) +
      idle.reduce((all, [, each = '']) => all + Number(each) * 1_000, 0);
    expect(sum).toBe(whole);
  });

  it('the text is as short as a chairman reads: no more letters than its pages hold', () => {
    const most = { q1: 5, h1: 10, q3: 5, year: 14 }[kind];
    expect(bodyOf().length).toBeLessThan(most * LETTERS_A_PAGE);
  });
});

/** A page of Nghị định 30/2020 with paragraphs as they fall holds about as many; soffice counted 5, 7, 5 and 8 pages of text. */
const LETTERS_A_PAGE = 2_300;

it('repeats the head of each table on every page, and lays wide ones down', () => {
  const xml = partsOf(of('year').file)['word/document.xml'] ?? '';
  // Two of tasks, one of indicators, the seven forms and what stands in none.
  expect(xml.match(/<w:tblHeader\/>/gu)?.length).toBe(11);
  expect(readDocx(partsOf(of('year').file)).sections.map(({ width, height }) => width > height)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

const python = tool('openpyxl');
it.skipIf(python === null)(
  'no figure of the four is wrong when a script that shares nothing with the program counts it again',
  () => {
    host.save();
    const files = REPORTS.map(({ kind }) => {
      const path = join(folder, `${kind}.docx`);
      writeFileSync(path, of(kind).file);
      return path;
    });
    const said = execFileSync(python ?? '', ['test/recount/recount.py', join(folder, 'so.xlsx'), ...files], { encoding: 'utf8' });
    const counted = said
      .trim()
      .split('\n')
      .map((line): Recount => JSON.parse(line));
    process.stdout.write(
      `counted again: ${counted.map(({ counted: all, wrong }, at) => `${REPORTS[at]?.kind} ${all} figures, ${wrong.length} wrong`).join('; ')}\n`,
    );
    expect(counted.map(({ wrong }) => wrong)).toEqual(REPORTS.map(() => []));
    for (const { counted: all, kinds } of counted) {
      expect(all).toBeGreaterThan(150);
      expect(Object.keys(kinds)).toEqual(
        expect.arrayContaining(['figures of cells', 'rates', 'totals', 'verdicts counted', 'statuses counted']),
      );
    }
    // A script that finds nothing must be able to find something.
    const docx = openDocx(of('h1').file);
    const spot = spotsIn(docx).find(({ source, text }) => source?.field === 'numerator' && /^\d{3}$/u.test(text));
    if (spot === undefined) throw new Error('no numerator is printed');
    writeFileSync(join(folder, 'broken.docx'), docx.save(spliced(docx.xml, spot, '777')));
    const found = execFileSync(python ?? '', ['test/recount/recount.py', join(folder, 'so.xlsx'), join(folder, 'broken.docx')], {
      encoding: 'utf8',
    });
    expect((JSON.parse(found) as Recount).wrong.length).toBeGreaterThan(0);
  },
  120_000,
);

type Recount = { readonly counted: number; readonly kinds: Readonly<Record<string, number>>; readonly wrong: readonly string[] };

const soffice = tool('soffice');
it.skipIf(soffice === null)(
  'the text takes as few pages as a chairman reads: a quarter 5, half a year 10, a year 14 at most',
  async () => {
    const files = new Map(REPORTS.map(({ kind }) => [`${kind}.docx`, of(kind).file]));
    const pdfs = converted(soffice ?? '', files, 'pdf');
    const pages: Record<string, number> = {};
    for (const { kind } of REPORTS) {
      const texts = await pdfPages(pdfs.get(`${kind}.pdf`) ?? new Uint8Array());
      pages[kind] = texts.findIndex((text) => /^(?:SỐ LIỆU MINH HỌA)?\s*Phụ lục I\s/u.test(text));
      // A form's title stands over its table: no page ends with one.
      for (const text of texts) expect(text.trim()).not.toMatch(/Biểu mẫu \d\. [^.]{0,90}$/u);
    }
    process.stdout.write(
      `pages of text: ${Object.entries(pages)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ')}\n`,
    );
    for (const [kind, most] of Object.entries({ q1: 5, h1: 10, q3: 5, year: 14 })) {
      expect(pages[kind], kind).toBeGreaterThan(1);
      expect(pages[kind], kind).toBeLessThanOrEqual(most);
    }
  },
  900_000,
);

it.skipIf(soffice === null)(
  'the chairman’s page fits one A4 page; slips, letters and the Khung are whole',
  () => {
    host.setNow(momentOf('2024-12-16'));
    const period = 'Năm 2024';
    const roles = new Set(rowsOf(host.model, 'Kế hoạch - Nhiệm vụ', ['Mã', 'Chủ trì']).map((row) => row.get('Chủ trì') ?? ''));
    const slips = [...roles].flatMap((role) => must(host.ask('slip', { period, role })).files);
    const onePage = [...must(host.ask('brief', { period })).files, ...must(host.ask('meeting', { period })).files]
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.docx'));
    const letters = must(host.ask('letters', { period }));
    expect(letters.layout).toEqual([]);
    const others = [...slips, ...letters.files, ...must(host.ask('matrix', {})).files].map(({ name }) => name);
    expect(slips.length).toBeGreaterThan(5);
    for (const { name } of slips) {
      expect(partsOf(readFileSync(join(folder, 'bao-cao', name)))['word/document.xml'], name).not.toContain('…</w:t>');
    }
    const files = [...onePage, ...others].map((name) => join(folder, 'bao-cao', name));
    convertInto(join(folder, 'pdf'), { soffice: soffice ?? '', to: 'pdf', paths: files });
    const pages = (name: string): number =>
      readFileSync(join(folder, 'pdf', name.replace(/docx$/u, 'pdf')), 'latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(Object.fromEntries(onePage.map((name) => [name, pages(name)]))).toEqual(
      Object.fromEntries(onePage.map((name) => [name, 1])),
    );
    for (const name of others) expect(pages(name)).toBeGreaterThan(0);
  },
  900_000,
);
