import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbenchPage } from '../../scripts/workbench-page.mjs';
import { columnsToPrint } from '../../src/workbench/parts/print-sheet.tsx';
import { sheetOf } from '../../src/workbench/sheet.ts';
import { pdfPages } from '../helpers/pdf-pages.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { aTab, type Fake, fakeServer } from './fake.ts';
import { openWindow, type Window } from './page.ts';

const chromiumPath = tool('chromium');
const ROWS = 60;

describe('the columns that are printed', () => {
  const sheet = sheetOf(aTab(4));
  const rows = [3, 4, 5, 6];

  it('are those in which something stands, in the order of the tab, without the period that all lines share', () => {
    expect(columnsToPrint(sheet, rows)).toEqual([1, 3, 4, 6, 7]);
  });

  it('hold verdict and lead before anything else, where a sheet has no room for all', () => {
    const wide = { ...sheet, widths: { ...sheet.widths, 4: 1_200 } };
    expect(columnsToPrint(wide, rows)).toEqual([1, 3, 6, 7]);
  });

  it('hold the period where the lines are of several', () => {
    const tab = aTab(4);
    const cells = tab.cells.map((line) =>
      line.row === 4 ? { ...line, cells: { ...line.cells, 2: { t: 'Quý I 2024' } } } : line,
    );
    expect(columnsToPrint(sheetOf({ ...tab, cells }), rows)).toContain(2);
  });
});

describe.skipIf(chromiumPath === null)('a tab on paper', () => {
  let browser: Browser;
  let fake: Fake;
  let at: Window;
  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
    fake = await fakeServer(await workbenchPage(), aTab(ROWS));
    at = await openWindow(browser, fake.address);
  });
  afterAll(async () => {
    await browser.close();
    await fake.close();
  });

  it.each(['light', 'dark'] as const)(
    'is A4 lying down, its head on each sheet, each line once, when the page is %s',
    async (colorScheme) => {
      await at.page.emulateMedia({ colorScheme });
      await at.page.evaluate('window.print = () => { window.held = document.documentElement.outerHTML; }');
      await at.page.getByRole('button', { name: 'In trang' }).click();
      await expect.poll(() => at.page.evaluate('typeof window.held'), { timeout: 5_000 }).toBe('string');
      const held = await at.page.evaluate<string>('window.held');
      const paper = await at.page.context().newPage();
      await paper.emulateMedia({ media: 'print', colorScheme });
      await paper.setContent(`<!doctype html>${held}`.replace(/<script[\s\S]*?<\/script>/gu, ''));
      expect(
        await paper
          .locator('.printed td')
          .first()
          .evaluate((cell) => getComputedStyle(cell).color),
      ).toBe('rgb(0, 0, 0)');
      const pdf = await paper.pdf({ preferCSSPageSize: true });
      await paper.close();
      const [box = ''] = /\/MediaBox\s*\[[^\]]+\]/u.exec(pdf.toString('latin1')) ?? [];
      expect(box).toMatch(/841\.\d+ 59[45]\.\d+/u);
      const pages = await pdfPages(new Uint8Array(pdf));
      expect(pages.length).toBeGreaterThan(1);
      for (const text of pages) expect(text).toMatch(/Chỉ tiêu[\s\S]*Đánh giá[\s\S]*Chủ trì/u);
      expect(pages[0]).toContain('Nhập số liệu – 6 tháng đầu năm 2024');
      const codes = pages.flatMap((text) => text.match(/\bT\d+\b/gu) ?? []);
      expect(new Set(codes).size).toBe(ROWS);
      expect(codes).toHaveLength(ROWS);
    },
  );
});
