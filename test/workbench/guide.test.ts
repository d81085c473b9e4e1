import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guidePage } from '../../scripts/guide-page.mjs';
import { workbenchPage } from '../../scripts/workbench-page.mjs';
import { GUIDE_OF_PART, guidePlace } from '../../src/words/pages/guide.ts';
import { ALL_PARTS } from '../../src/words/pages/page-parts.ts';
import { POLICIES } from '../../src/workbench/server/guard.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { aTab, type Fake, fakeServer } from './fake.ts';
import { openWindow, type Window } from './page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromiumPath = tool('chromium');

let full = '';
let plain = '';
beforeAll(async () => {
  [full, plain] = await Promise.all([guidePage({ pictures: true }), guidePage({ pictures: false })]);
});

const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id = '']) => id);

describe('the guide', () => {
  it('has a place for each screen, each dialog and each tab, in the page of the workbench and in that of the script', () => {
    const wanted = [
      ...ALL_PARTS.map((part) => GUIDE_OF_PART[part]),
      ...TABS.map(({ name }) => guidePlace(null, name)),
      guidePlace(null, null),
    ];
    for (const html of [full, plain]) expect(wanted.filter((anchor) => !idsIn(html).includes(anchor))).toEqual([]);
  });

  it('names each place once, and every link leads to one of them', () => {
    const ids = idsIn(full);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = [...full.matchAll(/<a href="([^"]*)"/gu)].map(([, to = '']) => to);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((to) => !ids.includes(to.slice(1)))).toEqual([]);
  });

  it('needs nothing from elsewhere and runs nothing; on Google it carries no picture and nothing that HtmlService would change', () => {
    for (const html of [full, plain]) {
      expect(html).not.toMatch(/<script|<iframe|javascript:|\son\w+=/u);
      expect(html).not.toMatch(/(?:src|href)="https?:/u);
    }
    expect(full.match(/src="data:image\/png/gu)?.length).toBeGreaterThan(10);
    expect(plain).not.toMatch(/<img|<\?|`/u);
    expect(Buffer.byteLength(plain)).toBeLessThan(150_000);
  });

  it('begins with the double click, before anything else is told', () => {
    const text = plain.slice(plain.indexOf('<main>'));
    expect(text.indexOf('Bấm đúp <strong>Mở sổ CCHC</strong>')).toBeGreaterThan(0);
    expect(text.indexOf('Bấm đúp <strong>Mở sổ CCHC</strong>')).toBeLessThan(text.indexOf('Cách nhìn một trang'));
  });
});

describe.skipIf(chromiumPath === null)('the guide in a browser', () => {
  let browser: Browser;
  let fake: Fake;
  let at: Window;
  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
    fake = await fakeServer(await workbenchPage(), aTab(10));
    at = await openWindow(browser, fake.address);
  });
  afterAll(async () => {
    await browser.close();
    await fake.close();
  });

  /** The guide that opens, whatever it is served as. */
  const opened = async (press: () => Promise<unknown>): Promise<string> => {
    await at.page
      .context()
      .route('**/huong-dan', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: full }));
    const [other] = await Promise.all([at.page.context().waitForEvent('page'), press()]);
    await other.waitForLoadState();
    const { hash } = new URL(other.url());
    expect(await other.locator(':target').count()).toBe(1);
    await other.close();
    return hash.slice(1);
  };

  it('opens by F1 at the tab before the eyes, by the button, and by the menu', async () => {
    const place = guidePlace(null, fake.tab.name);
    await at.cell(5, 4).click();
    expect(await opened(() => at.page.keyboard.press('F1'))).toBe(place);
    expect(await opened(() => at.page.getByRole('button', { name: 'Hướng dẫn', exact: true }).click())).toBe(place);
    await at.page.getByRole('button', { name: 'Kế hoạch CCHC' }).click();
    expect(await opened(() => at.page.getByRole('menuitem', { name: 'Hướng dẫn' }).click())).toBe(place);
    expect(fake.commands.some((command) => command.do === 'menu')).toBe(false);
  });

  it('opens by F1 within a page of the script at what that page shows', async () => {
    const page = '<html lang="vi" data-part="check"><body><button>Kiểm tra</button></body></html>';
    await at.page
      .context()
      .route('**/trang/5*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }));
    fake.tell({
      is: 'page',
      window: '',
      kind: 'sidebar',
      title: 'Kế hoạch CCHC',
      address: '/trang/5',
      width: null,
      height: null,
    });
    const button = at.page.frameLocator('aside.sidebar iframe').getByRole('button', { name: 'Kiểm tra' });
    await button.click();
    expect(await opened(() => button.press('F1'))).toBe('kiem-tra');
  });

  describe.each([300, 768, 1280])('at %i pixels', (width) => {
    let page: Page;
    beforeAll(async () => {
      page = await (await browser.newContext({ viewport: { width, height: 700 }, bypassCSP: true })).newPage();
      const html = full.replace(
        '<head>',
        `<head><meta http-equiv="Content-Security-Policy" content="${POLICIES.guide.replace(/; frame-ancestors.*/u, '')}">`,
      );
      await page.setContent(html);
    });
    afterAll(() => page.context().close());

    it.each(['light', 'dark'] as const)(
      'is found without fault by axe when it is %s, no wider than the window',
      async (colorScheme) => {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(AXE);
        const found = await page.evaluate<string[]>(
          'axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))',
        );
        if (process.env['CCHC_PICTURES'] !== undefined)
          await page.screenshot({ path: `${process.env['CCHC_PICTURES']}/guide-${width}-${colorScheme}.png` });
        expect([found, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([[], width]);
      },
    );
  });
});
