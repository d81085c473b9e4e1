import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { ENTER_FORM } from '../../src/words/entry/enter-form.ts';
import { SCREEN_WORDS } from '../../src/words/pages/page-parts.ts';
import { SIDEBAR } from '../../src/words/pages/sidebar.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { tool } from '../helpers/tools.ts';
import { launch, type OnHost, openOnHost, sidebarHtml } from './page.ts';
import { asked, focused, refused, violations } from './samples.ts';

const JUSTICE = 'Tư pháp – Hộ tịch';
const chromiumPath = tool('chromium');

describe.runIf(chromiumPath !== null)('the screen Nhập kết quả của tôi, over the real script', () => {
  let browser: Browser;
  let html: string;
  let folder: string;
  let host: Host;
  const pages: Page[] = [];
  const hostAgain = (): Host =>
    openHost({
      workbook: join(folder, 'so.xlsx'),
      outDir: join(folder, 'bao-cao'),
      mailDir: join(folder, 'thu'),
      user: '',
      now: DEMO_MOMENT,
    });
  const open = async (more: Partial<OnHost> = {}) => {
    const page = await openOnHost(browser, html, { host, part: 'enter', ...more });
    pages.push(page);
    page.setDefaultTimeout(60_000);
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  const openRole = async (role = JUSTICE, more: Partial<OnHost> = {}) => {
    const page = await open(more);
    await page.locator('#whose').selectOption(role);
    await page.locator('#row-title').waitFor();
    return page;
  };
  const choose = (page: Page, row: string) => page.locator('#row-choice').selectOption(row);
  const cell = (id: string, header: string, tab = 'Nhập tiến độ') => {
    const at = host.find({ tab, id, period: DEMO_PERIOD, header });
    const sheet = host.model.sheets.find(({ name }) => name === tab);
    return at === null ? undefined : sheet?.cells.get(at.row)?.get(at.column)?.value;
  };
  const typeInSheet = (id: string, header: string, text: string) => {
    const at = host.find({ tab: 'Nhập tiến độ', id, period: DEMO_PERIOD, header });
    if (at === null) throw new Error(`no cell ${id} ${header}`);
    host.type({ ...at, rows: [[text]] });
  };

  beforeAll(async () => {
    ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-enter-'));
    sampleWorkbook(folder, 'so.xlsx');
    host = hostAgain();
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    host.setUser('');
  });
  afterAll(async () => {
    await browser.close();
    host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is filled in by the keyboard alone, from the opening of the page to the cells of the file', async () => {
    const page = await open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.locator('h1:focus').waitFor();
    // «Tải lại», the period, then whose rows: typing the first letter chooses.
    await press('Tab', 'Tab', 'Tab');
    await press('T');
    await page.locator('#row-title').waitFor();
    await press('Tab', 'Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('field-progress');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab');
    await page.keyboard.type('10/6/2024');
    await press('Tab');
    await page.keyboard.type('Đã ban hành kế hoạch'.normalize('NFD'));
    expect(await page.locator('.verdict').textContent()).toContain('hoàn thành ngày 10/6/2024, đúng hạn (hạn 31/12/2024)');
    // Reason, proposal, proof, «Ghi thêm», «Lưu».
    await press('Tab', 'Tab', 'Tab');
    await page.keyboard.type('KH 12');
    // Past the file of evidence and what is rarely used.
    await press('Tab', 'Tab', 'Tab');
    expect(await focused(page)).toBe(ENTER_FORM.save);
    await press('Enter');
    await page.locator('#row-title:focus', { hasText: 'N2.5a' }).waitFor();
    expect(await page.locator('.done').textContent()).toBe(
      'N2.4a: Hoàn thành đúng hạn. Đã lưu lúc 08:00. Còn 03 nội dung chưa nhập.',
    );
    expect(await page.getByText(ENTER_FORM.left(3), { exact: true }).isVisible()).toBe(true);
    expect((await asked(page)).map(({ call }) => call)).toEqual(['my-rows', 'my-rows', 'enter']);
    host.close();
    host = hostAgain();
    const headers = ['Mức độ thực hiện', 'Kết quả thực hiện trong kỳ', 'Minh chứng', 'Tình trạng'];
    expect(headers.map((header) => cell('N2.4a', header))).toEqual([
      'Đã hoàn thành',
      'Đã ban hành kế hoạch',
      'KH 12',
      'Hoàn thành đúng hạn',
    ]);
  });

  it('says while typing what a figure comes to, and where a column does not apply', async () => {
    const page = await openRole('Văn phòng – Thống kê (Văn phòng)');
    await choose(page, 'actual T3.4');
    expect(await page.locator('.not-asked').allTextContents()).toEqual([
      'Tử số: không nhập, lấy từ TK3.9 Nhập TK3.9',
      'Mẫu số: không nhập, lấy từ TK3.8 Nhập TK3.8',
    ]);
    await page.getByRole('button', { name: 'Nhập TK3.9' }).click();
    await page.locator('#field-typed').fill('1.240');
    expect(await page.locator('.verdict').textContent()).toContain('kết quả 1.240 hồ sơ');
    await page.locator('#row-save').click();
    await page.locator('.done').waitFor();
    // What was saved counts at once for the row that takes it.
    await choose(page, 'actual T3.4');
    expect(await page.locator('.verdict').textContent()).toContain('98,57% (1.240/1.258)');
    expect((await asked(page)).filter(({ call }) => call === 'my-rows')).toHaveLength(2);
  });

  it('sends nothing that cannot be read, and puts the focus on the field with the fix', async () => {
    const page = await openRole();
    await page.locator('#field-result').fill('đã làm');
    await choose(page, 'entry N2.2b');
    await page.locator('#field-completedOn').fill('31/02/2024');
    await page.locator('#row-save').press('Enter');
    await page.locator('#field-completedOn:focus').waitFor();
    expect(await page.locator('#field-completedOn').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#field-completedOn-wrong').textContent()).toContain('«31/02/2024» không phải là ngày');
    expect(await page.getByText(ENTER_FORM.unreadable).isVisible()).toBe(true);
    expect((await asked(page)).some(({ call }) => call === 'enter')).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps what was typed when the server fails or refuses, and saves it once the server answers', async () => {
    let answers = ['fails', refused('Bảng tính đang bận. Đề nghị thử lại sau ít phút.')];
    const page = await openRole(JUSTICE, {
      instead: (request) => (request.includes('"enter"') ? (answers.shift() ?? null) : null),
    });
    await page.locator('#field-progress').selectOption('Đang thực hiện');
    await page.locator('#field-result').fill('Đang lấy ý kiến');
    for (const sentence of [SIDEBAR.unreachable, 'Bảng tính đang bận']) {
      await page.locator('#row-save').click();
      await page.getByRole('alert').getByText(sentence).waitFor();
      expect(await page.locator('#field-result').inputValue()).toBe('Đang lấy ý kiến');
    }
    const title = await page.locator('#row-title').textContent();
    await page.locator('#row-save').click();
    await page.locator('.done').waitFor();
    const id = title?.split(':')[0] ?? '';
    expect(cell(id, 'Kết quả thực hiện trong kỳ')).toBe('Đang lấy ý kiến');
    answers = [];
    // The same once more changes nothing: the form knows what stands in the sheet.
    await choose(page, `entry ${id}`);
    await page.locator('#row-save').click();
    await page.getByText(ENTER_FORM.nothingNew).waitFor();
  });

  it('keeps what was half typed in each row, while another row, another role or another screen is shown', async () => {
    const page = await openRole();
    await page.locator('#field-result').fill('gõ dở');
    const title = await page.locator('#row-title').textContent();
    await page.getByRole('button', { name: ENTER_FORM.skip }).click();
    await page.locator('#row-title:focus').waitFor();
    expect(await page.locator('#field-result').inputValue()).toBe('');
    await page.locator('#whose').selectOption('Văn hóa – Xã hội');
    await page.locator('#row-choice option[value="entry N7.2"]').waitFor({ state: 'attached' });
    await page.locator('nav button', { hasText: SCREEN_WORDS.report.button }).click();
    await page.locator('nav button', { hasText: SCREEN_WORDS.enter.button }).click();
    await page.locator('#whose').selectOption(JUSTICE);
    await page.locator('#row-choice option[value="entry N2.7"]').waitFor({ state: 'attached' });
    await choose(page, `entry ${title?.split(':')[0]}`);
    expect(await page.locator('#field-result').inputValue()).toBe('gõ dở');
    expect(await page.getByText(ENTER_FORM.draft).isVisible()).toBe(true);
  });

  it('keeps what is typed while it is being saved, and stays there for it', async () => {
    const page = await openRole('Tài chính – Kế toán');
    const title = await page.locator('#row-title').textContent();
    await page.evaluate(() => {
      const answer: (request: string) => Promise<string> = Reflect.get(window, 'askHost');
      const late = (request: string) => new Promise<string>((done) => setTimeout(() => done(answer(request)), 600));
      Object.assign(window, { askHost: late });
    });
    await page.locator('#field-result').fill('phần đầu');
    await page.locator('#row-save').press('Enter');
    await page.getByText(ENTER_FORM.saving).waitFor();
    await page.locator('#field-cause').fill('gõ thêm');
    await page.locator('.done').waitFor();
    expect(await page.locator('#row-title').textContent()).toBe(title);
    expect(await page.locator('#field-cause').inputValue()).toBe('gõ thêm');
    expect(await page.getByText(ENTER_FORM.draft).isVisible()).toBe(true);
    const id = title?.split(':')[0] ?? '';
    expect([cell(id, 'Kết quả thực hiện trong kỳ'), cell(id, 'Nguyên nhân chậm')]).toEqual(['phần đầu', undefined]);
  });

  it('never shows the rows of one role under the name of another', async () => {
    let asks = 0;
    const page = await openRole(JUSTICE, {
      instead: (request) => {
        asks += request.includes('"my-rows"') ? 1 : 0;
        return asks === 3 ? 'fails' : null;
      },
    });
    await page.locator('#whose').selectOption('Văn hóa – Xã hội');
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#row-title').count()).toBe(0);
    await page.getByRole('button', { name: SIDEBAR.retry }).click();
    await page.locator('#row-choice option[value="entry N7.2"]').waitFor({ state: 'attached' });
  });

  it('writes over nothing that somebody typed into the sheet meanwhile: the person chooses between the two', async () => {
    const page = await openRole();
    await choose(page, 'entry N2.6');
    await page.locator('#field-cause').fill('thiếu người');
    await page.locator('#field-proposal').fill('thêm người');
    typeInSheet('N2.6', 'Nguyên nhân chậm', 'chờ ý kiến của huyện');
    typeInSheet('N2.6', 'Đề xuất, kiến nghị', 'lùi thời hạn');
    await page.locator('#row-save').click();
    await page.getByRole('alert').getByText('«chờ ý kiến của huyện», đồng chí nhập «thiếu người»').waitFor();
    expect([cell('N2.6', 'Nguyên nhân chậm'), cell('N2.6', 'Đề xuất, kiến nghị')]).toEqual([
      'chờ ý kiến của huyện',
      'lùi thời hạn',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.locator('fieldset', { hasText: 'Nguyên nhân chậm' }).getByText(ENTER_FORM.keepSheet).press('Enter');
    await page.locator('fieldset', { hasText: 'Đề xuất' }).getByText(ENTER_FORM.keepTyped).press('Enter');
    await page.locator('#row-save:focus').waitFor();
    expect(await page.locator('#field-cause').inputValue()).toBe('chờ ý kiến của huyện');
    await page.keyboard.press('Enter');
    await page.locator('.done').waitFor();
    expect([cell('N2.6', 'Nguyên nhân chậm'), cell('N2.6', 'Đề xuất, kiến nghị')]).toEqual([
      'chờ ý kiến của huyện',
      'thêm người',
    ]);
  });

  it('shows an official the own rows at once, and says in the log when the clerk types for another', async () => {
    host.setUser('tu-phap@example.vn');
    const mine = await open();
    await mine.locator('#row-title').waitFor();
    expect(await mine.locator('#whose').count()).toBe(0);
    await mine.close();
    host.setUser('noi-vu@example.vn');
    const clerk = await open();
    await clerk.getByLabel(ENTER_FORM.whose).selectOption(JUSTICE);
    await clerk.locator('#row-choice option[value="entry N2.7"]').waitFor({ state: 'attached' });
    await choose(clerk, 'entry N2.7');
    await clerk.locator('#field-result').fill('đã gửi 02 ý kiến');
    await clerk.locator('#row-save').click();
    await clerk.locator('.done').waitFor();
    const log = host.model.sheets.find(({ name }) => name === 'Nhật ký');
    const last = [...(log?.cells.values() ?? [])].at(-1);
    expect([...(last?.values() ?? [])].map(({ value }) => value)).toContainEqual(expect.stringContaining(`nhập thay ${JUSTICE}`));
  });

  it('says what to do to a person without a role', async () => {
    host.setUser('khach@example.vn');
    const page = await open();
    await page.getByText(ENTER_FORM.noRole).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('prints the slip of the role, and goes to the cell', async () => {
    const page = await openRole();
    await page.getByRole('button', { name: ENTER_FORM.slipOf(JUSTICE) }).click();
    await page.getByText(ENTER_FORM.slipMade).waitFor();
    expect(await page.getByRole('button', { name: /^Tải về máy Phiếu tổng hợp CCHC .*docx$/u }).count()).toBe(1);
    await page
      .getByRole('button', { name: /^Đến ô H\d+, trang Nhập tiến độ$/u })
      .first()
      .click();
    await expect.poll(() => host.active()).not.toBeNull();
    expect((await asked(page)).map(({ call }) => call)).toEqual(['my-rows', 'my-rows', 'slip', 'go-to']);
  });

  it.each([300, 320])('has nothing that axe finds wrong and does not scroll sideways, %s px wide', async (width) => {
    const page = await open({ width });
    expect(await violations(page)).toEqual([]);
    await page.locator('#whose').selectOption('Văn phòng – Thống kê (Văn phòng)');
    await page.locator('#row-title').waitFor();
    for (const row of ['actual T3.4', 'actual TK3.9', 'entry N3.3']) {
      await choose(page, row);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });
});
