import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { openOffice } from './office.ts';
import { playTwoWindows } from './two-windows.ts';

const chromiumPath = tool('chromium');

describe.skipIf(chromiumPath === null)('several windows on one workbook', () => {
  let browser: Browser;
  beforeAll(async () => {
    ensureBuilt();
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser.close());

  it('a figure stands under the key it was typed for, or its writer is told, whatever the other window does meanwhile', async () => {
    const { interleavings, acts, stored, told } = await playTwoWindows(browser, 5, 24);
    process.stdout.write(
      `two windows: ${interleavings} interleavings, ${acts} acts of the other, ${stored} stored, ${told} told\n`,
    );
    expect(stored + told).toBe(5);
  }, 300_000);

  it('nine tabs of one browser all open, hear what one of them types, and one that is loaded again finds its way', async () => {
    const office = await openOffice('keyed');
    const context = await browser.newContext({ viewport: { width: 900, height: 500 } });
    const refused: string[] = [];
    const began = performance.now();
    const tabs: Page[] = [];
    for (let n = 0; n < 9; n += 1) {
      const page = await context.newPage();
      page.on('console', (said) => said.type() === 'error' && refused.push(said.text()));
      await page.goto(office.address);
      await page.locator('.body .line').first().waitFor({ timeout: 60_000 });
      tabs.push(page);
    }
    const opened = performance.now() - began;
    const [first, last] = [tabs[0] as Page, tabs[8] as Page];
    const typed = performance.now();
    await first.bringToFront();
    await first.locator('[data-r="5"] > [data-c="4"]').click();
    await first.keyboard.type('4321');
    await first.keyboard.press('Enter');
    await Promise.all(
      tabs.map((page) => page.locator('[data-r="5"] > [data-c="4"]').getByText('4321').waitFor({ timeout: 60_000 })),
    );
    process.stdout.write(
      `nine tabs: opened in ${Math.round(opened)} ms, all heard after ${Math.round(performance.now() - typed)} ms\n`,
    );
    expect(new URL(last.url()).search).toBe('');
    await last.reload();
    await last.locator('.body .line').first().waitFor({ timeout: 60_000 });
    expect(new URL(last.url()).search).toBe('');
    const tokenless = await context.newPage();
    await tokenless.goto(new URL(office.address).origin);
    await tokenless.getByText('Đề nghị mở đúng địa chỉ').waitFor();
    expect(refused.filter((text) => !text.includes('403'))).toEqual([]);
    await context.close();
    await office.close();
  }, 300_000);
});
