import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LettersView } from '../../src/app/replies/letters.ts';
import { day } from '../../src/domain/core/day.ts';
import { openHost } from '../../src/host/host.ts';
import { copyOfOffice, ledgerOf, type MailOffice, makeMailOffice } from '../helpers/mail-office.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openOnHost, openSidebar, type Script, sidebarHtml } from './page.ts';
import { answered, asked, at, HOSTILE, refused, violations } from './samples.ts';

const chromiumPath = tool('chromium');
const H1 = '6 tháng đầu năm 2024';
const WIDTHS = [300, 320];

const VIEW: LettersView = {
  asked: '20/6/2024',
  requests: [
    {
      of: 'actual',
      id: 'T2',
      period: H1,
      number: 1,
      text: 'Bố trí thêm 01 người. Tư pháp – Hộ tịch đề xuất, về: Số hóa (T2).',
      at: at('V14'),
    },
    {
      of: 'entry',
      id: 'N1',
      period: H1,
      number: 2,
      text: `${HOSTILE} Văn phòng đề xuất, về: Sửa chữa (N1).`,
      at: at('U9', 'Nhập tiến độ'),
    },
    { of: 'actual', id: 'T5', period: H1, number: 3, text: 'Mua máy quét. Văn phòng đề xuất, về: Kho lưu trữ (T5).', at: null },
    { of: 'entry', id: 'N7', period: H1, number: null, text: 'Lùi thời hạn. Địa chính đề xuất, về: Rà soát (N7).', at: null },
  ],
  deliveries: [
    { id: 'd3', head: '20/6/2024, chutich@example.vn', state: 'Đã gửi.', isOpen: false, at: at('A5', 'Thư đã gửi') },
    {
      id: 'd2',
      head: '19/6/2024, tuphap@example.vn',
      state: 'Chưa rõ đã gửi hay chưa. Lượt chạy bị ngắt.',
      isOpen: true,
      at: at('A4', 'Thư đã gửi'),
    },
    { id: 'd1', head: `18/6/2024, ${HOSTILE}`, state: 'Không gửi được. Sai địa chỉ (550).', isOpen: true, at: null },
  ],
  more: 4,
  waiting: ['vanphong@example.vn: Theo dõi CCHC 20/6: 07 nội dung chưa nhập của 04 chức danh'],
};
const NOTHING: LettersView = { asked: '', requests: [], deliveries: [], more: 0, waiting: [] };

describe.runIf(chromiumPath !== null)('Thư và ý kiến chỉ đạo', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (script: Script) => {
    const page = await openSidebar(browser, html, { script: { '*': [answered('go-to', {})], ...script }, part: 'mail' });
    pages.push(page);
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  it('shows from one call what is asked, what waits, and what became of each mail', async () => {
    const page = await open({ 'mail-log': [answered('mail-log', VIEW)] });
    expect((await asked(page)).map(({ call }) => call)).toEqual(['mail-log']);
    expect(await page.locator('h2').allTextContents()).toEqual(['Xin ý kiến Chủ tịch', 'Sẽ gửi ở lượt chạy tới', 'Thư đã gửi']);
    expect(await page.getByText('Số thứ tự theo thư ngày 20/6/2024').isVisible()).toBe(true);
    expect(await page.getByRole('checkbox').count()).toBe(4);
    expect(await page.getByLabel('1. Bố trí thêm 01 người.').count()).toBe(1);
    // What no mail asked yet has no number to be answered by.
    expect(await page.getByLabel('Lùi thời hạn.').count()).toBe(1);
    expect(await page.locator('div.must-fix').allTextContents()).toEqual([
      expect.stringContaining('tuphap@example.vn: Chưa rõ đã gửi hay chưa.'),
      expect.stringContaining('Không gửi được. Sai địa chỉ (550).'),
    ]);
    expect(await page.getByText('Còn 04 thư cũ hơn ở trang Thư đã gửi.').isVisible()).toBe(true);
    expect(await page.getByText('07 nội dung chưa nhập của 04 chức danh').isVisible()).toBe(true);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  it('says of each part when there is nothing', async () => {
    const page = await open({ 'mail-log': [answered('mail-log', NOTHING)] });
    for (const text of ['Không có việc nào chờ ý kiến.', 'Không có thư nào đang chờ.', 'Chưa gửi thư nào.'])
      expect(await page.getByText(text).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Ghi ý kiến' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('records «Đồng ý 1, 3» as one answer to two rows, by the keyboard alone, and shows what is left', async () => {
    const left = { ...VIEW, requests: VIEW.requests.filter(({ number }) => number === 2) };
    const page = await open({
      'mail-log': [answered('mail-log', VIEW), answered('mail-log', left)],
      'record-opinion': [answered('record-opinion', { recorded: 2, sentence: 'Đã ghi ý kiến vào 02 dòng.' })],
    });
    await page.getByLabel('1. Bố trí').press('Space');
    await page.getByLabel('3. Mua máy quét').press('Space');
    await page.getByRole('button', { name: 'Ghi ý kiến' }).press('Enter');
    await page.getByText('Đã ghi ý kiến vào 02 dòng.').waitFor();
    expect((await asked(page)).filter(({ call }) => call === 'record-opinion').map((one) => one.with)).toEqual([
      {
        rows: [
          { of: 'actual', id: 'T2', period: H1 },
          { of: 'actual', id: 'T5', period: H1 },
        ],
        opinion: 'Đồng ý',
      },
    ]);
    await page.waitForFunction('document.querySelectorAll("input[type=checkbox]").length === 1');
    expect(await violations(page)).toEqual([]);
  });

  it('asks for a choice first, and keeps choice and words when the server refuses', async () => {
    const page = await open({
      'mail-log': [answered('mail-log', VIEW)],
      'record-opinion': [refused('Không ghi được: kỳ đã chốt.')],
    });
    await page.getByRole('button', { name: 'Ghi ý kiến' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Đề nghị chọn ít nhất một việc.');
    await page.getByLabel('2. ').check();
    await page.getByRole('textbox', { name: 'Ý kiến chỉ đạo' }).fill('Để xem xét sau ngày 30/6');
    await page.getByRole('button', { name: 'Ghi ý kiến' }).click();
    await page.getByText('Không ghi được: kỳ đã chốt.').waitFor();
    expect(await page.getByLabel('2. ').isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Ý kiến chỉ đạo' }).inputValue()).toBe('Để xem xét sau ngày 30/6');
  });

  it('sends a letter to oneself, says what became of it and shows it in the log', async () => {
    const sent = { id: 'd4', head: '20/6/2024, toi@example.vn', state: 'Đã gửi.', isOpen: false, at: null };
    const page = await open({
      'mail-log': [answered('mail-log', VIEW), answered('mail-log', { ...VIEW, deliveries: [sent, ...VIEW.deliveries] })],
      'test-mail': [answered('test-mail', { sentence: 'Đã gửi thư thử đến toi@example.vn.' })],
    });
    await page.getByRole('button', { name: 'Gửi thử một thư cho tôi' }).click();
    await page.getByText('Đã gửi thư thử đến toi@example.vn.').waitFor();
    await page.getByText('20/6/2024, toi@example.vn: Đã gửi.').waitFor();
    expect((await asked(page)).map(({ call }) => call)).toEqual(['mail-log', 'test-mail', 'mail-log']);
  });
});

describe.runIf(chromiumPath !== null)('the same over the workbook', () => {
  const CLERK = 'vanphong@example.vn';
  let browser: Browser;
  let office: MailOffice;
  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
    office = makeMailOffice([
      ['Chủ tịch UBND xã', 'chutich@example.vn'],
      ['Văn phòng – Thống kê (Nội vụ)', CLERK],
    ]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    office.remove();
  });

  it('from the mail that asks, by «Đồng ý 1» in the page, to `Ý kiến chỉ đạo` in the file; the log shows all mails', async () => {
    const mine = copyOfOffice(office);
    const host = openHost({
      workbook: mine.path,
      outDir: mine.folder,
      mailDir: `${mine.folder}/thu`,
      user: CLERK,
      now: { day: day('2024-06-05'), minutes: 420 },
      create: false,
    });
    try {
      const place = (header: string) => {
        const found = host.find({ tab: 'Nhập số liệu', id: 'T3.8', period: H1, header });
        if (found === null) throw new Error(`no ${header}`);
        return found;
      };
      host.type({ ...place('Đề xuất, kiến nghị'), rows: [['Bố trí thêm 01 người']] });
      host.run('runDaily');
      const page = await openOnHost(browser, await sidebarHtml(), { host, part: 'mail' });
      await page.locator('main[aria-busy=false]').waitFor();
      expect(await page.getByText('Số thứ tự theo thư ngày 5/6/2024').isVisible()).toBe(true);
      await page.getByLabel('1. Bố trí thêm 01 người.').check();
      await page.getByRole('button', { name: 'Ghi ý kiến' }).click();
      await page.getByText('Đã ghi ý kiến vào 01 dòng.').waitFor();
      await page.getByText('Không có việc nào chờ ý kiến.').waitFor();
      await page.getByRole('button', { name: 'Gửi thử một thư cho tôi' }).click();
      await page.getByText(`Đã gửi thư thử đến ${CLERK}.`).waitFor();
      await page.close();
      const { tab, row, column } = place('Ý kiến chỉ đạo');
      const sheet = host.model.sheets.find(({ name }) => name === tab);
      expect(sheet?.cells.get(row)?.get(column)?.value).toBe('Đồng ý');
    } finally {
      host.close();
    }
    const sent = ledgerOf(mine).map(({ to, state }) => `${to} ${state}`);
    expect(sent).toContain('chutich@example.vn Đã gửi');
    expect(sent.filter((line) => line.startsWith(CLERK)).length).toBeGreaterThan(0);
    mine.remove();
  });
});
