import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWanted, TABS } from '../../src/workbook/tabs/all.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { type Office, openOffice } from './office.ts';
import { chooseMenu, dialogNamed, openWindow, type Window } from './page.ts';

const chromiumPath = tool('chromium');
const PERIOD = '6 tháng đầu năm 2024';
const LETTER = 'thu/2024-06-20 chu-tich@example.vn.eml';
const MAIL = [
  'From: so-cchc@example.vn',
  'To: chu-tich@example.vn',
  'Subject: =?utf-8?B?MDEgY2jhu4kgdGnDqnUgY2jGsGEgxJHhuqF0?=',
  'Date: Thu, 20 Jun 2024 08:00:00 +0700',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Kính gửi đồng chí Chủ tịch</p><script>parent.hacked=1</script>',
].join('\r\n');

/** One story, told in order: what one person leaves, the next one finds. */
describe.skipIf(chromiumPath === null)('an office at the workbench, from an empty workbook to the report', () => {
  let browser: Browser;
  let office: Office;
  let at: Window;

  beforeAll(async () => {
    ensureBuilt();
    [browser, office] = await Promise.all([launch(chromiumPath ?? ''), openOffice('blank')]);
    mkdirSync(join(office.workspace, 'thu'), { recursive: true });
    writeFileSync(join(office.workspace, LETTER), MAIL);
    at = await openWindow(browser, office.address);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const menu = (...names: string[]) => chooseMenu(at, ...names);
  /** Waits until the script says this, and answers it. */
  const answer = async (said: string | RegExp, how: { type?: string; press: string }) => {
    const dialog = at.page.locator('dialog.script', { hasText: said });
    await dialog.waitFor();
    if (how.type !== undefined) await at.page.keyboard.type(how.type);
    await dialog.getByRole('button', { name: how.press, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** The script's own dialog, over the grid. */
  const dialog = async (title: string) => {
    const page = await dialogNamed(at, title);
    expect(await at.faults()).toEqual([]);
    return page;
  };
  const openTab = async (name: string) => {
    await at.page.getByRole('tab', { name, exact: true }).click();
    await at.page.getByRole('grid', { name, exact: true }).waitFor();
  };
  const find = async (text: string) => {
    await at.page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await at.page.keyboard.type(text);
    await at.page.keyboard.press('Enter');
    await at.page.keyboard.press('Escape');
    await at.page.locator('.field:focus').waitFor();
    return Number(await at.page.locator('.line.active').getAttribute('data-r'));
  };

  it('the clerk sets it up, names who is who, and opens the period', async () => {
    await menu('Cài đặt', 'Thiết lập lần đầu');
    const setUp = await dialog('Thiết lập lần đầu');
    await setUp.getByLabel('Kế hoạch ban đầu').selectOption('gia-luong-2021-2025');
    await setUp.getByLabel('Tên đơn vị', { exact: true }).fill('Gia Lương');
    await setUp.getByRole('button', { name: 'Thiết lập' }).click();
    await setUp.getByText(`Đã tạo ${TABS.filter((tab) => isWanted(tab, [])).length} trang`).waitFor();
    await setUp.getByRole('button', { name: 'Đóng' }).click();
    await at.page.locator('dialog.page').waitFor({ state: 'detached' });
    await at.page.getByRole('button', { name: 'Hiện trang ẩn' }).click();
    await openTab('Phân công');
    for (const [role, address] of [
      ['Nội vụ', 'noi-vu@example.vn'],
      ['Tư pháp – Hộ tịch', 'tu-phap@example.vn'],
    ] as const) {
      const row = await find(role);
      await at.page.keyboard.press('ArrowRight');
      await at.page.keyboard.press('ArrowRight');
      await at.page.keyboard.type(address);
      await at.page.keyboard.press('Enter');
      await at.cell(row, 3).getByText(address).waitFor();
    }
    await menu('Mở kỳ báo cáo');
    const opening = await dialog('Mở kỳ báo cáo');
    await opening.getByLabel('Kỳ cần mở').selectOption(PERIOD);
    await opening.getByRole('button', { name: 'Mở kỳ' }).click();
    await opening.getByText(`Đã mở kỳ ${PERIOD}`).waitFor();
    await opening.getByRole('button', { name: 'Đóng' }).click();
    await at.page.locator('dialog.page').waitFor({ state: 'detached' });
  });

  it('an official sits down, sees only the own lines, types by the keyboard and reads the verdict; another window sees it, too', async () => {
    const { page } = at;
    const other = await openWindow(browser, office.address, 320);
    await other.page.getByRole('tab', { name: 'Nhập số liệu' }).click();
    await openTab('Nhập số liệu');
    await page.getByLabel('Tôi là').selectOption({ label: 'Tư pháp – Hộ tịch' });
    await page.getByLabel('Chỉ dòng của tôi').check();
    await page.getByText('Đang chỉ hiện').waitFor();
    const row = await find('T2.2');
    for (let right = 0; right < 9; right += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('11');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await at.cell(row, 15).getByText('91,67% (11/12)').waitFor();
    expect(await at.cell(row, 14).locator('.text').textContent()).toBe('Chưa đạt');
    await other.page.getByRole('tab', { name: 'Nhập số liệu', selected: true }).waitFor();
    await other.page.getByRole('button', { name: 'Công cụ' }).click();
    await other.page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await other.page.keyboard.type('91,67%');
    await other.page.keyboard.press('Enter');
    await other.page.locator('.cell-bar', { hasText: '91,67% (11/12)' }).waitFor();
    expect(await other.faults()).toEqual([]);
    await other.close();
  });

  it('what the program refuses stands there as a sentence, the cell as it was, and what is done is taken back', async () => {
    const { page } = at;
    await page.getByLabel('Chỉ dòng của tôi').uncheck();
    await openTab('Kế hoạch - Chỉ tiêu');
    await at.cell(5, 3).click();
    await page.keyboard.type('đổi');
    await page.getByRole('alert').getByText('thường trực CCHC giữ').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click();
    await page.getByLabel('Tôi là').selectOption('');
    await page.locator('.field:not([readonly])').waitFor();
    const before = await at.cell(5, 6).locator('.text').textContent();
    await at.cell(5, 6).click();
    await page.keyboard.type('=1+1');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/ô F5 là công thức/u)
      .waitFor();
    expect(await at.cell(5, 6).locator('.text').textContent()).toBe(before);
    await page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click();
    await at.cell(5, 6).click();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect.poll(() => at.cell(5, 6).locator('.text').textContent()).toBe('4');
    await expect.poll(() => at.page.locator('.pending').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => at.cell(5, 6).locator('.text').textContent()).toBe(before);
    await at.cell(2, 3).click();
    await page.getByRole('button', { name: 'Dòng', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Chèn dòng lên trên' }).click();
    await page.getByRole('alert').getByText('Dòng tiêu đề').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click();
  });

  it('the clerk checks in the very same sidebar, goes to a cell from it, and makes the report', async () => {
    const { page } = at;
    await menu('Kiểm tra số liệu');
    await page.locator('.toast', { hasText: 'cần xem lại' }).waitFor();
    const sidebar = page.frameLocator('aside iframe');
    await sidebar.locator('main[aria-busy=false]').waitFor();
    expect(await at.faults()).toEqual([]);
    await sidebar.locator('button.cell').first().click();
    await page.locator('.field:focus').waitFor();
    await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
    await menu('Tạo báo cáo');
    // The page beside the grid shows what would be made, and makes it.
    await sidebar.locator('main[aria-busy=false]').waitFor();
    await sidebar.getByRole('button', { name: 'Tạo báo cáo', exact: true }).click();
    const download = page.waitForEvent('download');
    await sidebar
      .getByRole('button', { name: /^Tải về máy Báo cáo CCHC/u })
      .first()
      .click();
    expect((await download).suggestedFilename()).toMatch(/^Báo cáo CCHC 6 tháng đầu năm 2024.*\.docx$/u);
    await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
    expect(readdirSync(join(office.workspace, 'bao-cao')).length).toBeGreaterThan(1);
  });

  it('the report is read as pages, the letter as it will look and without running anything', async () => {
    const { page } = at;
    await page.getByRole('button', { name: 'Tệp', exact: true }).click();
    await page.getByRole('button', { name: /^Xem: Báo cáo CCHC/u }).click();
    await page.locator('.paper[aria-busy=false]').waitFor();
    const pages = page.locator('.paper section');
    expect(await pages.count()).toBeGreaterThan(1);
    const box = await pages.first().boundingBox();
    expect((box?.height ?? 0) / (box?.width ?? 1)).toBeGreaterThan(1.4);
    await pages.first().getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
    expect(await at.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Xem: 2024-06-20 chu-tich/u }).click();
    await page.locator('.mail').getByText('01 chỉ tiêu chưa đạt').waitFor();
    await page.locator('.mail').getByText('20/6/2024 08:00').waitFor();
    await page.frameLocator('.mail iframe').getByText('Kính gửi đồng chí Chủ tịch').waitFor();
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await at.faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('the chairman has agreed: the clerk previews the mail and closes the period', async () => {
    await menu('Khác', 'Xem trước thư');
    await answer(/Chủ tịch/u, { press: 'OK' });
    await menu('Chốt kỳ');
    const closing = await dialog('Chốt kỳ báo cáo');
    await closing.getByLabel('Chủ tịch UBND đã thống nhất').check();
    await closing.getByRole('button', { name: 'Chốt kỳ' }).click();
    await closing.getByText(`Đã chốt kỳ ${PERIOD}`).waitFor();
    await closing.getByRole('button', { name: 'Đóng' }).click();
    await at.page.locator('dialog.page').waitFor({ state: 'detached' });
    await openTab('Kỳ báo cáo');
    await find('Đã chốt');
    await at.page.locator('.cell-bar', { hasText: 'Đã chốt' }).waitFor();
  });
});
