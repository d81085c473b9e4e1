import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitsAt, waitTable } from '../../tools/bench/page.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';

const executablePath = tool('chromium');
ensureBuilt();

it.skipIf(executablePath === null)('what a person waits for at the workbench is measured to its end', async () => {
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const waits = await waitsAt(browser, 0, 1);
    expect(Object.keys(waits)).toEqual([
      'lines of the tab',
      'address typed → overview on the screen',
      'tab clicked → its lines on the screen',
      'figure entered → its verdict on the screen',
      'wheel turned → lines drawn',
      'menu → screen at the side',
      'row saved from the page → said',
      'report asked for → to be downloaded',
      'period closed → said',
      'next period opened → said',
      'program started → sheet on the screen',
    ]);
    for (const [name, wait] of Object.entries(waits)) expect(wait, name).toBeGreaterThan(0);
    expect(waitTable([waits, waits])).toMatch(/row saved from the page → said {2,}\d+ +\d+ {3}at most 400 at 5,000/u);
  } finally {
    await browser.close();
  }
});
