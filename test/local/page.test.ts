import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/local/server/serve.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const REPORT = 'Báo cáo CCHC 6 tháng đầu năm 2024 (dự thảo 1).docx';
const SENTENCE = 'Tệp sổ đang mở trong chương trình khác. Chưa ghi gì vào tệp.';
const chromiumPath = tool('chromium');

describe.skipIf(chromiumPath === null)('the served page in a browser', () => {
  let browser: Browser;
  let serving: Serving;
  let folder = '';
  const open = async (width: number): Promise<Page> => {
    // axe is put into the page, which its own policy rightly forbids.
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(serving.address);
    await page.frameLocator('iframe').locator('main[aria-busy=false]').waitFor();
    return page;
  };

  beforeAll(async () => {
    ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-page-'));
    mkdirSync(join(folder, 'bao-cao'));
    for (const file of ['so-cchc.xlsx', join('bao-cao', REPORT)]) writeFileSync(join(folder, file), '');
    const ask = (): string => JSON.stringify({ ok: false, sentence: SENTENCE });
    const lines = ['Ngày minh họa: 20/6/2024. Sổ chứa SỐ LIỆU MINH HỌA.', 'Chỉ tiêu: Đạt 9 · Chưa đạt 3'];
    serving = await serve({ workspace: folder, port: 0, lines, ask });
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(async () => {
    await browser.close();
    serving.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([320, 1280])('has nothing that axe finds wrong and does not scroll sideways, %s px wide', async (width) => {
    const page = await open(width);
    for (const frame of page.frames()) {
      await frame.addScriptTag({ content: AXE });
      const violations = await frame.evaluate(
        'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
      );
      expect(violations).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  it('is worked by the keyboard alone: from the files into the sidebar', async () => {
    const page = await open(1280);
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent || document.activeElement.tagName');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('so-cchc.xlsx');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain(REPORT);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
    await page.close();
  });

  it('says in the sidebar what the script refuses', async () => {
    const page = await open(1280);
    await page.frameLocator('iframe').getByText(SENTENCE).waitFor();
    await page.close();
  });
});
