import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_WORDS } from '../../src/words/pages/import.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openOnHost, sidebarHtml } from './page.ts';
import { violations } from './samples.ts';

const chromiumPath = tool('chromium');
/** Where somebody who changes the page wants to look at it. */
const PICTURES = process.env['PICTURES'] ?? '';

const plan = (share: number) =>
  [
    'UBND XÃ MẪU',
    'KẾ HOẠCH',
    'Cải cách hành chính năm 2024',
    'I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    '1. Mục tiêu',
    `- Tối thiểu ${share}% hồ sơ nộp trực tuyến tại Trung tâm Phục vụ hành chính công.`,
    '- Số lượng cấp phó của các phòng không vượt quá quy định.',
    '2. Nhiệm vụ',
    '- Rà soát thủ tục hành chính (Chủ trì: Phòng Lạ Lẫm; thời gian: trước ngày 15/11/2024; sản phẩm: Báo cáo).',
    '- Niêm yết công khai thủ tục hành chính thường xuyên.',
  ].join('\n');

describe.runIf(chromiumPath !== null)('the page that brings a plan', () => {
  let browser: Browser;
  let html: string;
  let host: HostAtWork;
  const pages: Page[] = [];

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
    host = aHost();
    expect(host.ask('set-up', { template: 'blank', unit: 'UBND xã Mẫu', years: [2024], periods: 'none' })).toMatchObject({
      ok: true,
    });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser.close();
    host.remove();
  });

  const open = async (width = 1_000) => {
    const page = await openOnHost(browser, html, { host, part: 'import', width });
    pages.push(page);
    await page.evaluate('google.script.host = { close: () => undefined }');
    return page;
  };
  const paste = async (page: Page, text: string) => {
    await page.getByText(IMPORT_WORDS.paste).click();
    await page.getByLabel(IMPORT_WORDS.pasteLabel).fill(text);
    await page.getByRole('button', { name: IMPORT_WORDS.pasteDo }).click();
    await page.locator('#review').waitFor();
  };
  const picture = async (page: Page, name: string) => {
    if (PICTURES === '') return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  };

  it('shows sure rows together and doubtful ones one by one by keys alone, and writes at the end', async () => {
    const page = await open();
    await paste(page, plan(80));
    expect(await page.getByRole('heading', { name: 'Chắc chắn: 03 dòng mới (1 chỉ tiêu, 2 nhiệm vụ)' }).count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'Cần xem từng dòng: 01' }).count()).toBe(1);
    await picture(page, 'doubtful');
    expect(await violations(page)).toEqual([]);
    await page.locator('#card').focus();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Dòng 1/1: đã nhận' }).waitFor();
    expect(host.ask('check', {})).toMatchObject({ ok: true });
    await page.getByLabel(IMPORT_WORDS.number).fill('05/KH-UBND');
    await page.getByRole('button', { name: IMPORT_WORDS.write }).click();
    await page.locator('#done').waitFor();
    const done = await page.locator('#done').textContent();
    expect(done).toContain('02 dòng, CT-01 đến CT-02');
    expect(done).toContain('02 dòng, NV-01 đến NV-02');
    await picture(page, 'done');
  });

  it('of the same document amended shows the one row that changed, cell by cell', async () => {
    const page = await open();
    await paste(page, plan(85));
    await page.getByRole('heading', { name: 'Dòng 1/1: chưa quyết định' }).waitFor();
    expect(await page.locator('ins').allTextContents()).toContain('85');
    await picture(page, 'amended');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: IMPORT_WORDS.takeNew }).click();
    await page.getByRole('button', { name: IMPORT_WORDS.write }).click();
    await page.locator('#done').waitFor();
    expect(await page.locator('#done').textContent()).toContain('Đã sửa theo văn bản: 01 dòng (CT-01).');
  });

  it('knows the same document again, at the width of a sidebar', async () => {
    const page = await open(300);
    await paste(page, plan(85));
    expect(await page.locator('main').textContent()).toContain('Tệp này đã được đưa vào sổ');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('asks what the columns of an unknown table hold, and remembers it', async () => {
    const page = await open();
    const table = [
      'UBND XÃ MẪU',
      'Thứ\tPhần A\tPhần B',
      '1\tSắp xếp hồ sơ lưu trữ\tTháng 3/2024',
      '2\tDán nhãn kệ hồ sơ\tTháng 6/2024',
    ];
    await paste(page, table.join('\n'));
    await page.getByLabel('Phần A', { exact: true }).selectOption('Nhiệm vụ');
    await page.getByLabel('Phần B', { exact: true }).selectOption('Thời hạn');
    await picture(page, 'columns');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: IMPORT_WORDS.columnsDo }).click();
    await page.getByRole('heading', { name: 'Cần xem từng dòng: 02' }).waitFor();
    await page.getByRole('button', { name: IMPORT_WORDS.takeRest }).click();
    await page.getByRole('button', { name: IMPORT_WORDS.write }).click();
    await page.locator('#done').waitFor();
    // Another machine with this workbook.
    const other = await open();
    await paste(other, table.join('\n'));
    expect(await other.locator('main').textContent()).toContain('Đã có trong sổ, không đổi: 02 dòng');
    expect(await other.getByText(IMPORT_WORDS.columns).count()).toBe(0);
  });
});
