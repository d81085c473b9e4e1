import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankUnits } from '../../src/domain/province/rank.ts';
import { provincePage } from '../../src/host/core/dist.ts';
import { provinceView } from '../../src/words/province/page.ts';
import { makeProvince, registerLines } from '../../tools/province/made-province.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { aFolder, gathered } from '../province/gathered.ts';
import { launch } from '../sidebar/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZE = { units: 24, years: 2, periods: 4, seed: 7 } as const;
const chromium = tool('chromium');

describe.skipIf(chromium === null)('the page of a consolidated period', () => {
  const room = aFolder();
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    ensureBuilt();
    makeProvince(room.path, SIZE);
    const all = await gathered(room.path, { register: registerLines(SIZE) });
    const view = provinceView(all, rankUnits(all, 'met'));
    const hostile = { ...view, title: 'Tỉnh </script><script>alert(1)</script>' };
    writeFileSync(join(room.path, 'trang.html'), provincePage(JSON.stringify(hostile)));
    browser = await launch(chromium ?? '');
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:file|blob|data):/u.test(request.url())) errors.push(request.url());
    });
    await page.goto(pathToFileURL(join(room.path, 'trang.html')).href);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    room.remove();
  });

  it('shows every unit in its place, and a text that looks like a script as a text', async () => {
    expect(await page.locator('h1').textContent()).toBe('Tỉnh </script><script>alert(1)</script>');
    expect(await page.locator('section .scrolls tbody tr').count()).toBe(SIZE.units - 1 - 2);
    expect(errors).toEqual([]);
  });

  it('sorts by any column, finds a unit, and takes the table along as it is shown', async () => {
    await page.getByRole('button', { name: 'Mã' }).click();
    const first = () => page.locator('.scrolls tbody tr').first().locator('td').nth(1).textContent();
    expect(await first()).toBe('10001');
    await page.getByRole('button', { name: 'Mã' }).click();
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('Mã');
    await page.getByLabel('Tìm đơn vị').fill('Tên Mới');
    expect(await first()).toBe('10002');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bảng (CSV)' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(csv).toHaveLength(3);
    expect(csv[1]).toContain('"UBND xã Tên Mới"');
    await page.getByLabel('Tìm đơn vị').fill('');
  });

  it('opens one unit’s own rows, and a chart chooses the column', async () => {
    await page.getByRole('button', { name: 'Xem số liệu của UBND xã Tên Mới' }).click();
    expect(await page.locator('#details').textContent()).toBe('UBND xã Tên Mới (10002)');
    expect(await page.locator('.details tbody tr').count()).toBeGreaterThan(90);
    expect(await page.evaluate('document.activeElement.id')).toBe('details');
    await page.locator('.charts button').nth(2).click();
    expect(await page.locator('.scrolls thead th').nth(6).textContent()).toBe('Tỷ lệ nội dung 3 được thực hiện (%)');
  });

  it('has nothing that axe finds wrong, wide and narrow', async () => {
    for (const width of [1280, 420]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(AXE);
      const found = await page.evaluate<string[]>(
        'axe.run({ resultTypes: ["violations"] }).then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
      );
      expect(found).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});
