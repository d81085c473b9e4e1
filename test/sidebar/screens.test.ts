import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProposalLine } from '../../src/app/replies/views.ts';
import { SIDEBAR } from '../../src/words/pages/sidebar.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, type Script, sidebarHtml } from './page.ts';
import { aCheck, answered, asked, at, focused, HOSTILE, refused, violations } from './samples.ts';
import { anIndicatorReply, aPreview, theIndicators } from './view-samples.ts';

const chromiumPath = tool('chromium');
const WIDTHS = [1280, 320, 300];

describe.runIf(chromiumPath !== null)('the screens of the sidebar', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (part: string, script: Script) => {
    const page = await openSidebar(browser, html, { script: { '*': [answered('go-to', {})], ...script }, part });
    pages.push(page);
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  /** At each width nothing for axe, no text beyond the edge; and nothing that cell text could run. */
  const isSound = async (page: Page) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  };
  const openAll = (page: Page) => page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  describe('Kiểm tra', () => {
    const proposal = (id: string, of: ProposalLine['of'], what: string): ProposalLine => ({
      id,
      of,
      text: `${id}: Việc`,
      what,
      at: at('N19', 'Kế hoạch - Nhiệm vụ'),
    });
    const PROPOSALS = [proposal('N1', 'task', '2024-12-31'), proposal('N2', 'task', HOSTILE), proposal('T1', 'indicator', '')];
    const check = [answered('check', aCheck({ proposals: PROPOSALS }))];

    it('mends a cell with one click where it is plain what was meant, and says so', async () => {
      const [problem] = aCheck({}).problems;
      const mend = {
        tab: 'Nhập số liệu',
        id: 'T1',
        period: 'Quý I',
        values: { 'Tử số': '190' },
        before: { 'Tử số': 'khoảng 190' },
      };
      const problems = problem === undefined ? [] : [{ ...problem, mend }];
      const entered = answered('enter', { sentence: '', result: 'Đạt', explanation: '', texts: {} });
      const page = await open('check', { check: [answered('check', aCheck({ problems }))], enter: [entered] });
      await page.getByRole('button', { name: 'Sửa thành «190»' }).click();
      await page.getByText('Đã sửa thành «190».').waitFor();
      expect((await asked(page)).at(-1)).toEqual({ call: 'enter', with: mend });
      await isSound(page);
    });

    it('groups problems by severity and cause, with the fix apart from what is wrong', async () => {
      const page = await open('check', { check });
      expect(await page.locator('h2').allTextContents()).toEqual([
        'Phải sửa: 02',
        'Cần xem lại: 01',
        'Lưu ý: 12',
        'Nội dung đề xuất, chờ xác nhận: 03',
      ]);
      const causes = await page.locator('section.must-fix h3').allTextContents();
      expect(causes).toEqual(['Trang, cột của sổ: 01', 'Ô nhập không đọc được: 01']);
      expect(await page.getByText('Đề nghị gõ số, ví dụ 10.', { exact: true }).isVisible()).toBe(true);
      expect(await page.getByText('nội dung thứ 1.').isVisible()).toBe(false);
      await page.locator('summary', { hasText: 'Thiếu giải trình, minh chứng: 12' }).press('Enter');
      expect(await page.getByText('nội dung thứ 1.').isVisible()).toBe(true);
    });

    it('«Kiểm tra lại» is the same one call once more', async () => {
      const page = await open('check', { check: [...check, answered('check', aCheck({ problems: [] }))] });
      await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
      await page.getByText('Không có số liệu cần sửa.').waitFor();
      expect((await asked(page)).map(({ call }) => call)).toEqual(['check', 'check']);
    });

    it('confirms what was chosen, by the keyboard alone, and no longer shows it', async () => {
      const page = await open('check', {
        check,
        'confirm-proposals': [answered('confirm-proposals', { confirmed: ['N1'], left: 2 })],
      });
      await page.locator('summary', { hasText: 'Thời hạn của nhiệm vụ: 02' }).press('Enter');
      expect(await page.getByText('31/12/2024').isVisible()).toBe(true);
      await page.getByLabel('N1: Việc').press('Space');
      await page.getByRole('button', { name: 'Xác nhận nội dung đã chọn (01)' }).press('Enter');
      await page.getByText('Đã xác nhận 01 nội dung, còn 02 nội dung.').waitFor();
      expect((await asked(page)).at(-1)).toEqual({ call: 'confirm-proposals', with: { ids: ['N1'] } });
      expect(await page.getByLabel('N1: Việc').count()).toBe(0);
    });

    it('asks for a choice before it confirms, and keeps the choice when confirming fails', async () => {
      const page = await open('check', { check, 'confirm-proposals': ['fails'] });
      await page.getByRole('button', { name: 'Xác nhận nội dung đã chọn' }).click();
      expect(await page.getByRole('alert').textContent()).toBe('Đề nghị chọn nội dung cần xác nhận.');
      expect(await asked(page)).toHaveLength(1);
      await page.getByText('Thời hạn của nhiệm vụ: 02').click();
      await page.getByLabel('Chọn tất cả').first().check();
      await page.getByRole('button', { name: 'Xác nhận nội dung đã chọn (02)' }).click();
      await page.getByText(SIDEBAR.unreachable).waitFor();
      expect(await page.getByLabel('N2: Việc').isChecked()).toBe(true);
    });

    it('is sound at each width with everything open', async () => {
      const page = await open('check', { check });
      await openAll(page);
      await isSound(page);
    });
  });

  describe('Chỉ tiêu', () => {
    const indicators = [answered('indicators', theIndicators())];
    const script = (reply = anIndicatorReply()): Script => ({ indicators, indicator: [answered('indicator', reply)] });
    const opened = async (reply = anIndicatorReply()) => {
      const page = await open('indicators', script(reply));
      await page.getByRole('button', { name: /^T3\.4/ }).click();
      await page.getByText('Mức của từng năm').waitFor();
      return page;
    };

    it('lists what is not met first, the rest of its field one click away', async () => {
      const page = await open('indicators', { indicators });
      expect(await page.locator('h2').allTextContents()).toEqual(['Cải cách thủ tục hành chính: 03', 'Cải cách thể chế: 02']);
      const rows = await page.locator('button.row:visible').allTextContents();
      expect(rows.map((row) => row.slice(0, 4))).toEqual(['T3.4', 'T3.5']);
      expect(await page.locator('strong.said:visible').allTextContents()).toEqual(['Chưa đạt', 'Chưa có số liệu']);
      await page.getByRole('button', { name: 'Xem thêm 01 nội dung' }).click();
      await page.getByText('Công khai thủ tục').waitFor();
    });

    it.each([
      ['ho so', 'T3.4'],
      ['HỒ SƠ'.normalize('NFD'), 'T3.4'],
      ['t1.2', 'T1.2'],
    ])('finds by «%s»', async (typed, id) => {
      const page = await open('indicators', { indicators });
      await page.getByLabel('Tìm chỉ tiêu').fill(typed);
      await expect.poll(() => page.locator('button.row:visible').count()).toBe(1);
      expect(await page.locator('button.row:visible').textContent()).toContain(id);
      await page.getByLabel('Tìm chỉ tiêu').fill('không có');
      expect(await page.getByText('Không có chỉ tiêu nào khớp.').isVisible()).toBe(true);
    });

    it('opens one by one more call and goes back to the list as it was, without a call, by the keyboard alone', async () => {
      const page = await open('indicators', script());
      await page.getByLabel('Tìm chỉ tiêu').fill('T3');
      await page.getByRole('button', { name: /^T3\.4/ }).press('Enter');
      await page.locator('h1:focus', { hasText: 'Chỉ tiêu T3.4' }).waitFor();
      await page.getByText('Mức của từng năm').waitFor();
      await page.getByRole('button', { name: '‹ Danh sách chỉ tiêu' }).press('Enter');
      await page.locator('#of-T3\\.4:focus').waitFor();
      expect(await focused(page)).toContain('T3.4');
      expect(await page.getByLabel('Tìm chỉ tiêu').inputValue()).toBe('T3');
      expect((await asked(page)).map(({ call }) => call)).toEqual(['indicators', 'indicator']);
    });

    it('says why, the level of each year and the place in the plan, and goes to its cells', async () => {
      const page = await opened();
      const text = await page.locator('main').textContent();
      for (const part of ['thấp hơn 13 điểm phần trăm', 'II.2.3.a', 'Văn phòng – Thống kê', 'Lũy kế từ đầu năm', HOSTILE])
        expect(text).toContain(part);
      expect(await page.locator('table').first().locator('tbody tr').allTextContents()).toEqual([
        '2023từ 70% trở lên',
        '2024từ 75% trở lên (năm của kỳ này)',
      ]);
      await page.getByRole('button', { name: 'Đến ô J12, trang Nhập số liệu' }).click();
      await expect.poll(async () => (await asked(page)).at(-1)?.call).toBe('go-to');
    });

    it('draws like figures as lines told by marks and dashes, and gives the same figures as words and as a table', async () => {
      const page = await opened();
      await page.locator('summary', { hasText: 'Xem thêm: diễn biến' }).press('Enter');
      const picture = page.getByRole('img', { name: 'Biểu đồ kết quả qua các kỳ: Hồ sơ trả kết quả đúng hạn' });
      const description = await picture.locator('desc').textContent();
      expect(description).toBe('Lũy kế trong năm: QI/24 60%; 6T/24 62%. Cùng kỳ các năm: 6T/23 50%; 6T/24 62%.');
      expect(await picture.locator('circle').count()).toBe(2);
      expect(await picture.locator('rect').count()).toBe(2);
      const dashes = await page.evaluate(
        '[...document.querySelectorAll("figure > svg path")].map((one) => getComputedStyle(one).strokeDasharray)',
      );
      expect(new Set(dashes as string[]).size).toBe(3);
      expect(await page.locator('table').last().locator('tbody tr').allTextContents()).toEqual([
        '6 tháng đầu năm 202350% (50/100) (theo bản chốt)từ 70% trở lên',
        'Quý I 202460% (60/100) (theo bản chốt)từ 75% trở lên',
        '6 tháng đầu năm 202462% (62/100)từ 75% trở lên',
      ]);
    });

    it.each([
      [
        'two points that compare',
        anIndicatorReply(),
        'Cần tăng thêm 6,50 điểm phần trăm mỗi quý để đạt chỉ tiêu năm 2024 (từ 75% trở lên).',
      ],
      [
        'one point',
        anIndicatorReply([null, null, [62, 100]]),
        'Chưa đủ hai kỳ so được với nhau nên chưa tính mức cần tăng thêm.',
      ],
      [
        'figures of each period alone',
        anIndicatorReply(undefined, { data: 'in-period' }),
        'Số liệu của từng kỳ tính riêng, không so được với nhau trong năm',
      ],
      ['no result at all', anIndicatorReply([]), 'Chưa có kết quả của kỳ nào.'],
    ])('of %s says what is needed, or why nothing is said', async (_, reply, sentence) => {
      const page = await opened(reply);
      await page.getByText('Xem thêm: diễn biến').click();
      expect(await page.getByText(sentence).isVisible()).toBe(true);
    });

    it('joins no quý III to a running total, and says so', async () => {
      const page = await opened(anIndicatorReply([null, [60, 100], [62, 100], [9, 10]], { data: 'cumulative' }));
      await page.getByText('Xem thêm: diễn biến').click();
      expect(await page.getByText('Chưa đủ hai kỳ so được với nhau để vẽ đường.').isVisible()).toBe(true);
      expect(await page.locator('figure').count()).toBe(0);
    });

    it('is sound at each width, as a list and opened, with everything open', async () => {
      const page = await open('indicators', script());
      await openAll(page);
      await isSound(page);
      await page.getByRole('button', { name: /^T3\.4/ }).click();
      await page.getByText('Mức của từng năm').waitFor();
      await openAll(page);
      await isSound(page);
    });

    it('keeps the way back when the one opened fails, and tries again', async () => {
      const page = await open('indicators', { indicators, indicator: ['fails', answered('indicator', anIndicatorReply())] });
      await page.getByRole('button', { name: /^T3\.4/ }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('button', { name: '‹ Danh sách chỉ tiêu' }).isVisible()).toBe(true);
      await page.getByRole('button', { name: SIDEBAR.retry }).click();
      await page.getByText('Mức của từng năm').waitFor();
    });
  });

  describe('Báo cáo', () => {
    const preview = [answered('report-preview', aPreview())];
    const files = [{ name: 'bao-cao-3.docx', url: 'https://drive.example/3' }];
    const made = {
      period: aPreview().period,
      version: 3,
      draft: true,
      unchanged: false,
      again: false,
      files: files.map((file) => ({ ...file, data: 'UEs=' })),
      notKept: null,
      missing: ['T2.1: thiếu'],
      layout: [],
    };

    it('shows whom it goes to, what is missing and whose, and the versions behind «Xem thêm»', async () => {
      const page = await open('report', { 'report-preview': preview });
      const text = await page.locator('main').textContent();
      for (const part of [
        '(dự thảo 3).docx',
        'UBND huyện',
        'chưa nhập',
        'Còn thiếu 03 nội dung',
        'Tư pháp – Hộ tịch: 02',
        'Phải sửa 01',
      ])
        expect(text).toContain(part);
      expect(await asked(page)).toEqual([{ call: 'report-preview', with: { period: '' } }]);
      await page.getByText('Xem thêm: 02 bản đã tạo').click();
      expect(await page.getByRole('link', { name: 'bao-cao-2.docx' }).getAttribute('href')).toBe('https://drive.example/2');
      expect(await page.getByRole('link', { name: 'bao-cao-1.docx' }).count()).toBe(0);
      expect(await page.getByText('bao-cao-1.docx').isVisible()).toBe(true);
    });

    it('makes the report when asked, links it, and counts it among the versions without another look', async () => {
      const page = await open('report', { 'report-preview': preview, report: [answered('report', made)] });
      await page.getByRole('button', { name: 'Tạo báo cáo' }).press('Enter');
      await page.getByText('Đã tạo bản 03.').waitFor();
      expect(await page.getByRole('link', { name: 'bao-cao-3.docx' }).first().isVisible()).toBe(true);
      expect(await page.getByText('Xem thêm: 03 bản đã tạo').isVisible()).toBe(true);
      expect((await asked(page)).map(({ call }) => call)).toEqual(['report-preview', 'report']);
    });

    it('downloads what was made from its own bytes, and says why Drive did not take it', async () => {
      const loose = {
        ...made,
        files: [{ name: 'bao-cao-3.docx', url: '', data: 'UEsDBA==' }],
        notKept: 'Chưa lưu được tệp vào Drive.',
      };
      const page = await open('report', { 'report-preview': preview, report: [answered('report', loose)] });
      await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
      await page.getByText('Chưa lưu được tệp vào Drive.').waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Tải về máy bao-cao-3.docx' }).first().click(),
      ]);
      expect(file.suggestedFilename()).toBe('bao-cao-3.docx');
      expect([...readFileSync(await file.path())]).toEqual([80, 75, 3, 4]);
    });

    it('says that nothing has changed, or why it was not made', async () => {
      const answers = [refused('Việc này chỉ thường trực CCHC.'), answered('report', { ...made, unchanged: true })];
      const page = await open('report', { 'report-preview': preview, report: answers });
      await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
      await page.getByText('Việc này chỉ thường trực CCHC.').waitFor();
      await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
      await page.getByText('không đổi so với bản gần nhất').waitFor();
      expect(await page.getByText('Xem thêm: 02 bản đã tạo').isVisible()).toBe(true);
    });

    it('looks at another period by one call', async () => {
      const other = answered('report-preview', aPreview({ period: 'Quý I 2024', made: [], missing: [], problems: [] }));
      const page = await open('report', { 'report-preview': [...preview, other] });
      await page.getByLabel('Kỳ báo cáo').selectOption('Quý I 2024');
      await page.getByText('Đã đủ số liệu, nội dung.').waitFor();
      expect((await asked(page)).at(-1)).toEqual({ call: 'report-preview', with: { period: 'Quý I 2024' } });
    });

    it('makes other papers, and gives the short text to copy', async () => {
      const brief = answered('brief', {
        files: [{ name: 'tom-tat.docx', url: '', data: 'UEs=' }],
        notKept: null,
        text: 'CCHC 6 tháng: …',
        layout: [],
      });
      const page = await open('report', { 'report-preview': preview, brief: [brief] });
      await page.getByText('Văn bản khác').click();
      await page.getByRole('button', { name: 'Tóm tắt một trang, tin Zalo' }).click();
      await page.getByText('Đã tạo 01 tệp.').waitFor();
      expect(await page.getByLabel('Tin để chép').inputValue()).toBe('CCHC 6 tháng: …');
      expect((await asked(page)).at(-1)).toEqual({ call: 'brief', with: { period: aPreview().period } });
    });

    it('makes a picture for a phone of the page for the meeting', async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="60pt" height="80pt"><text y="20">Họp</text></svg>';
      const meeting = answered('meeting', {
        files: [{ name: 'hop.svg', url: '', data: Buffer.from(svg).toString('base64') }],
        notKept: null,
        text: null,
        layout: [],
      });
      const page = await open('report', { 'report-preview': preview, meeting: [meeting] });
      await page.getByText('Văn bản khác').click();
      await page.getByRole('button', { name: 'Một trang cho cuộc họp' }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Tải ảnh PNG hop.svg' }).click();
      const picture = await saved;
      expect(picture.suggestedFilename()).toBe('hop.png');
      const bytes = readFileSync(await picture.path());
      // The head of a PNG, then its size: twice the 80 × 107 dots that 60 × 80 points are.
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([160, 214]);
    });

    it('lets a finished report be compared even where the preview is refused', async () => {
      const page = await open('report', { 'report-preview': [refused('Việc này chỉ thường trực CCHC.')] });
      expect(await page.getByRole('alert').textContent()).toContain('thường trực');
      expect(await page.getByRole('button', { name: 'Chọn tệp báo cáo (.docx)' }).isVisible()).toBe(true);
    });

    it('is sound at each width with everything open', async () => {
      const page = await open('report', { 'report-preview': preview, report: [answered('report', made)] });
      await page.getByRole('button', { name: 'Tạo báo cáo' }).click();
      await page.getByText('Đã tạo bản 03.').waitFor();
      await openAll(page);
      await isSound(page);
    });
  });
});
