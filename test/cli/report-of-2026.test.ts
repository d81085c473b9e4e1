import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import { SAMPLES } from '../../src/host/core/demonstration.ts';
import { rowsOf } from '../../src/host/core/look.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { unpackPaper } from '../../src/paper/snapshot.ts';
import { toText } from '../../src/paper/to-text.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { pdfPages } from '../helpers/pdf-pages.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

/** The ward's sample of 2026, under the outline, the terms and the forms of today. */
const { day, period } = SAMPLES['2026'];
let host: HostAtWork;
let folder: string;
let text: string;
let layout: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-2026-'));
  makeSampleWorkbook(folder, 'so.xlsx', SAMPLES['2026']);
  host = aHost({ workbook: join(folder, 'so.xlsx'), outDir: join(folder, 'bao-cao'), create: false });
  host.setNow(momentOf(day));
  must(host.ask('draft-narratives', { period }));
  layout = must(host.ask('report', { period })).layout;
  const row = rowsOf(host.model, 'Báo cáo đã tạo', ['Kỳ', 'Bản in']).find((cells) => cells.get('Kỳ') === period);
  const paper = unpackPaper(row?.get('Bản in') ?? '');
  if (paper === null) throw new Error('what was printed was not kept');
  text = toText(paper);
  host.save();
}, 600_000);
afterAll(() => {
  host.remove();
  rmSync(folder, { recursive: true, force: true });
});

const made = (begins: string): string => {
  const name = readdirSync(join(folder, 'bao-cao')).find((file) => file.startsWith(begins) && file.endsWith('.docx'));
  return join(folder, 'bao-cao', name ?? '');
};

describe('the report of six months of 2026', () => {
  it('reads as the office would have it, and holds every rule of Nghị định 30', async () => {
    await expect(text).toMatchFileSnapshot('../golden/sample-h1-2026.txt');
    expect(layout).toEqual([]);
  });

  it('follows the outline of today, and each of its parts says something', () => {
    const body = text.split('Nơi nhận:')[0] ?? '';
    const headings = [...body.matchAll(/^(?:[IV]+|\d|[a-d])[.)] .*$/gmu)].map(([line]) => line);
    expect(headings.slice(0, 7)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
      '1. Hoạt động chỉ đạo, điều hành nổi bật',
      '2. Tiến độ thực hiện kế hoạch cải cách hành chính',
      '3. Kiểm tra cải cách hành chính',
      '4. Tuyên truyền cải cách hành chính',
      '5. Thực hiện nhiệm vụ cấp trên giao',
      '6. Mô hình, sáng kiến; đối thoại, khảo sát ý kiến người dân',
    ]);
    // Causes, proposals and what is due were typed or drafted: nothing that the office writes is blank.
    expect(body).not.toMatch(/^……$/mu);
    expect(body).not.toMatch(/mức độ [34]|huyện|Bộ phận Một cửa/u);
  });

  it('tells coded answers in words, and by their codes in the form', () => {
    expect(text).toMatch(/[Hh]ình thức khảo sát: (?:trực tuyến|phát phiếu|kết hợp)/u);
    expect(text).toMatch(/^5\tKhảo sát sự hài lòng của người dân, tổ chức\tCó = 1; Không = 0\t0?[01]/mu);
    expect(text.split('Phụ lục I\n')[0]).not.toMatch(/\d+ (?:Có|Không|Trực tuyến) = /u);
  });
});

const python = tool('openpyxl');
it.skipIf(python === null)('no figure of it is wrong when it is counted again by other means', () => {
  const said = execFileSync(python ?? '', ['test/recount/recount.py', join(folder, 'so.xlsx'), made('Báo cáo')], {
    encoding: 'utf8',
  });
  const { counted, wrong }: { counted: number; wrong: readonly string[] } = JSON.parse(said);
  process.stdout.write(`counted again: ${period}: ${counted} figures, ${wrong.length} wrong\n`);
  expect(wrong).toEqual([]);
  expect(counted).toBeGreaterThan(150);
});

const soffice = tool('soffice');
it.skipIf(soffice === null)(
  'its text takes at most ten pages, and the page for the meeting one',
  async () => {
    must(host.ask('meeting', { period }));
    const files = new Map([
      ['bao-cao.docx', new Uint8Array(readFileSync(made('Báo cáo')))],
      ['hop.docx', new Uint8Array(readFileSync(made('Trang họp')))],
    ]);
    const pdfs = converted(soffice ?? '', files, 'pdf');
    const pages = await Promise.all(['bao-cao.pdf', 'hop.pdf'].map((name) => pdfPages(pdfs.get(name) ?? new Uint8Array())));
    const ofText = pages[0]?.findIndex((page) => /Phụ lục I\s/u.test(page.slice(0, 60))) ?? -1;
    process.stdout.write(`pages of text: ${period}: ${ofText}\n`);
    expect(ofText).toBeGreaterThan(2);
    expect(ofText).toBeLessThanOrEqual(10);
    expect(pages[1]).toHaveLength(1);
  },
  600_000,
);
