import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../src/paper/docx/engine.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { type Office, openOffice } from './office.ts';
import { chooseMenu, closeDialog, dialogNamed, openWindow, type Window } from './page.ts';

const chromiumPath = tool('chromium');
const PERIOD = 'Tháng 10/2026';
const FIELDS = ['Thủ tục hành chính', 'Chế độ công vụ', 'Chuyển đổi số'];
const LEAD = 'Phòng Văn hóa – Xã hội';
const YEAR_PLAN = 'Kế hoạch CCHC năm 2026 của phường';

/** One story, told in order: an office begins with nothing of ours, and nobody touches code. */
describe.skipIf(chromiumPath === null)(
  'an office with a plan of its own years, three fields, twelve months and two plans at once',
  () => {
    let browser: Browser;
    let office: Office;
    let at: Window;
    beforeAll(async () => {
      ensureBuilt();
      [browser, office] = await Promise.all([launch(chromiumPath ?? ''), openOffice('blank', '2026-10-20')]);
      at = await openWindow(browser, office.address);
    });
    afterAll(async () => {
      await browser.close();
      await office.close();
    });

    const menu = (...names: string[]) => chooseMenu(at, ...names);
    const inDialog = (title: string) => dialogNamed(at, title);
    const closed = () => closeDialog(at);
    const sheet = (tab: string) => {
      const found = readXlsx(readFileSync(join(office.workspace, 'so-cchc.xlsx'))).sheets.find(({ name }) => name === tab);
      if (found === undefined) throw new Error(`no tab ${tab}`);
      return found;
    };
    /** Where the columns of a tab stand, and the first free row. */
    const placesIn = (tab: string, key: string) => {
      const lines = [...sheet(tab).cells];
      const [top = 0, headers] = lines.find(([, line]) => [...line.values()].some(({ value }) => value === key)) ?? [];
      const columns = new Map([...(headers ?? [])].map(([column, { value }]) => [String(value), column]));
      const filled = lines.filter(([row, line]) => row > top && (line.get(columns.get(key) ?? 0)?.value ?? '') !== '');
      return { columns, free: Math.max(top, ...filled.map(([row]) => row)) + 1, rows: filled };
    };
    const openTab = async (name: string) => {
      await at.page.getByRole('tab', { name, exact: true }).click();
      await at.page.getByRole('grid', { name, exact: true }).waitFor();
    };
    const settled = () => expect.poll(() => at.page.locator('.pending').count(), { timeout: 60_000 }).toBe(0);
    /** Pastes rows under the last one, the columns by their headers; those that stand side by side in one go. */
    const paste = async (tab: string, key: string, rows: readonly Readonly<Record<string, string>>[]) => {
      const { columns, free } = placesIn(tab, key);
      await openTab(tab);
      const wanted = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort(
        (one, other) => (columns.get(one) ?? 0) - (columns.get(other) ?? 0),
      );
      const runs: string[][] = [];
      for (const header of wanted) {
        const run = runs.at(-1);
        if (run !== undefined && columns.get(run.at(-1) ?? '') === (columns.get(header) ?? 0) - 1) run.push(header);
        else runs.push([header]);
      }
      for (const run of runs) {
        const text = rows.map((row) => run.map((header) => row[header] ?? '').join('\t')).join('\n');
        const cell = at.cell(free, columns.get(run[0] ?? '') ?? 0);
        await cell.scrollIntoViewIfNeeded();
        await cell.click();
        await at.page.evaluate((said) => navigator.clipboard.writeText(said), text);
        await at.page.keyboard.press('Control+v');
        await settled();
      }
    };

    it('sets it up: a ward, its posts of today, a blank plan of three years, twelve months a year', async () => {
      await menu('Cài đặt', 'Thiết lập lần đầu');
      const wizard = await inDialog('Thiết lập lần đầu');
      await wizard.getByLabel('Kế hoạch ban đầu').selectOption('blank');
      await wizard.getByLabel('Loại đơn vị').selectOption('phường');
      await wizard.getByLabel('Tên đơn vị', { exact: true }).fill('Bình Yên');
      await wizard.getByLabel('Từ năm').first().fill('2026');
      await wizard.getByLabel('Đến năm').first().fill('2028');
      await wizard.getByLabel('Phòng, chức danh').selectOption('posts-2025');
      await wizard.getByLabel('Kỳ báo cáo').selectOption('monthly');
      await wizard.getByLabel('Kính gửi').fill('UBND tỉnh; Sở Nội vụ');
      await wizard.getByRole('button', { name: 'Thiết lập' }).click();
      await wizard.locator('#done').waitFor();
      await closed();
      expect(placesIn('Kỳ báo cáo', 'Kỳ').rows).toHaveLength(36);
      expect([...placesIn('Kế hoạch - Chỉ tiêu', 'Mã').columns.keys()]).toEqual(expect.arrayContaining(['Năm 2026', 'Năm 2028']));
    });

    it('says what its fields are, and which two plans are in force', async () => {
      await at.page.getByRole('button', { name: 'Hiện trang ẩn' }).click();
      const { columns, rows } = placesIn('Thông tin chung', 'Nội dung');
      const [row = 0] = rows.find(([, line]) => line.get(1)?.value === 'Lĩnh vực') ?? [];
      await openTab('Thông tin chung');
      const cell = at.cell(row, columns.get('Giá trị') ?? 0);
      await cell.scrollIntoViewIfNeeded();
      await cell.click();
      await at.page.keyboard.type(FIELDS.join('; '));
      await at.page.keyboard.press('Enter');
      await settled();
      await paste('Kế hoạch', 'Ký hiệu kế hoạch', [
        { 'Ký hiệu kế hoạch': 'KHN', 'Tên Kế hoạch': YEAR_PLAN, Loại: 'Năm', 'Từ năm': '2026', 'Đến năm': '2026' },
      ]);
    });

    it('pastes its indicators and tasks, each of its plan', async () => {
      const indicator = (id: string, field: string, plan: string) => ({
        ...{ Mã: id, 'Lĩnh vực': field, 'Chỉ tiêu': `Tỷ lệ của ${id}`, 'Loại chỉ tiêu': 'Từ mức trở lên', 'Đơn vị tính': '%' },
        ...{ 'Năm 2026': '80', 'Kỳ đánh giá': 'Tháng', 'Loại số liệu': 'Phát sinh trong kỳ', 'Chủ trì': LEAD, 'Kế hoạch': plan },
      });
      await paste('Kế hoạch - Chỉ tiêu', 'Mã', [
        indicator('CT-01', FIELDS[0] ?? '', 'KH1'),
        indicator('CT-02', FIELDS[1] ?? '', 'KHN'),
        indicator('SL-02', FIELDS[2] ?? '', 'KHN'),
      ]);
      const task = (id: string, field: string, plan: string) => ({
        ...{
          Mã: id,
          'Lĩnh vực': field,
          'Nhiệm vụ': `Việc ${id}`,
          'Sản phẩm': 'Báo cáo',
          'Chủ trì': LEAD,
          'Tần suất': 'Hằng tháng',
        },
        ...{ 'Kế hoạch': plan },
      });
      await paste('Kế hoạch - Nhiệm vụ', 'Mã', [task('NV-01', FIELDS[0] ?? '', 'KH1'), task('NV-02', FIELDS[2] ?? '', 'KHN')]);
    });

    it('opens a month, types its figures and is told by plan', async () => {
      await menu('Mở kỳ báo cáo');
      const opening = await inDialog('Mở kỳ báo cáo');
      await opening.getByLabel('Kỳ cần mở').selectOption(PERIOD);
      await opening.getByRole('button', { name: 'Mở kỳ' }).click();
      await opening.getByText(`Đã mở kỳ ${PERIOD}`).waitFor();
      await closed();
      const { columns, rows } = placesIn('Nhập số liệu', 'Mã');
      expect(rows).toHaveLength(3);
      await openTab('Nhập số liệu');
      for (const [id, numerator] of [
        ['CT-01', '45'],
        ['CT-02', '20'],
        ['SL-02', '49'],
      ] as const) {
        const [row = 0] = rows.find(([, line]) => line.get(1)?.value === id) ?? [];
        const cell = at.cell(row, columns.get('Tử số') ?? 0);
        await cell.scrollIntoViewIfNeeded();
        await cell.click();
        await at.page.keyboard.type(numerator);
        await at.page.keyboard.press('Tab');
        await at.page.keyboard.type('49');
        await at.page.keyboard.press('Enter');
        await settled();
      }
      await menu('Việc hôm nay');
      const sidebar = at.page.frameLocator('aside iframe');
      await sidebar.getByRole('button', { name: `01 chỉ tiêu chưa đạt (${YEAR_PLAN})` }).waitFor();
      expect(await sidebar.getByRole('button', { name: /chỉ tiêu chưa đạt/u }).count()).toBe(1);
      await at.page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
    });

    it('makes the report of the month, with the counts of each plan', async () => {
      await menu('Tạo báo cáo');
      const sidebar = at.page.frameLocator('aside iframe');
      await sidebar.locator('main[aria-busy=false]').waitFor();
      await sidebar
        .getByRole('button', { name: /^Tạo báo cáo/u })
        .first()
        .click();
      // Its last word is the files: those in the folder come one after the other.
      await sidebar
        .getByRole('button', { name: /^Tải về máy Báo cáo CCHC/u })
        .first()
        .waitFor();
      const name = readdirSync(join(office.workspace, 'bao-cao')).find((each) => /^Báo cáo CCHC.*\.docx$/u.test(each));
      const parts = partsOf(new Uint8Array(readFileSync(join(office.workspace, 'bao-cao', name ?? ''))));
      const text = (parts['word/document.xml'] ?? '').replaceAll(/<[^>]+>/gu, '');
      expect(name).toContain('Tháng 10');
      expect(text).toContain(`Theo ${YEAR_PLAN}, trong kỳ có`);
      expect(text).toContain('giai đoạn 2026 - 2028, trong kỳ có');
      for (const field of FIELDS) expect(text).toContain(field);
      expect(text).not.toMatch(/\bxã\b/u);
    });
  },
);
