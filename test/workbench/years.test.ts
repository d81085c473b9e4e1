import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPage } from '../../scripts/guide-page.mjs';
import { ask } from '../../src/app/ask.ts';
import { yearPage } from '../../src/paper/year-page.ts';
import { memory } from '../app/memory-ports.ts';
import { actual, indicator, smallPlan } from '../app/small-plan.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromiumPath = tool('chromium');

describe.skipIf(chromiumPath === null)('the table of years in a browser', () => {
  let browser: Browser;
  let html = '';
  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
    const indicators = ['T1', 'T2', 'T3'].map((id) => indicator(id, { 'Năm 2021': 60, 'Năm 2022': 65, 'Năm 2025': 80 }));
    const actuals = [actual('T1', { numerator: 310, denominator: 500 }), actual('T2', { numerator: 480, denominator: 500 })];
    const { ports } = memory({ tabs: smallPlan({ indicators, actuals }) });
    html = `${await blankPage()}${yearPage(JSON.parse(ask(ports, '{"call":"years","with":{}}')).reply)}`;
  });
  afterAll(() => browser.close());

  it.each([300, 768, 1280].flatMap((width) => [[width, 'light'] as const, [width, 'dark'] as const]))(
    'at %i pixels, %s, is found without fault by axe and is no wider than the window',
    async (width, colorScheme) => {
      const page: Page = await (await browser.newContext({ viewport: { width, height: 600 }, colorScheme })).newPage();
      await page.setContent(html);
      await page.evaluate(AXE);
      const found = await page.evaluate<string[]>(
        'axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))',
      );
      const pictures = process.env['CCHC_PICTURES'];
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/years-${width}-${colorScheme}.png` });
      expect([found, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([[], width]);
      await page.context().close();
    },
  );
});
