/** `npm run bench -- page`: how long a person waits at the workbench, in a small and in a large workbook. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import { serve } from '../../src/workbench/server/serve.ts';
import { startSession } from '../../src/workbench/server/session-thread.ts';
import { agedHost } from './measure-session.ts';

/** Lines of the tab that is typed into; the sample alone has some four hundred. */
const SIZES = [210, 5000];
const TIMES = 20;
const TAB = 'Nhập số liệu';
/** An indicator that is judged from the two figures typed beside each other. */
const FIGURE = { tab: TAB, id: 'T2.2', period: DEMO_PERIOD, header: 'Tử số' };

/** Prints medians; waits are taken by the page's own clock. */
export async function benchPage(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const columns = [];
  for (const rows of SIZES) columns.push(await waitsAt(browser, rows));
  await browser.close();
  const names = Object.keys(columns[0] ?? {});
  process.stdout.write(`ms by the page’s own clock, median of ${TIMES}\n`);
  for (const name of names)
    process.stdout.write(
      line(
        name,
        columns.map((waits) => Math.round(waits[name] ?? Number.NaN)),
      ),
    );
}

const line = (name: string, cells: readonly number[]): string =>
  `${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(8)).join('')}\n`;

async function waitsAt(browser: Browser, rows: number): Promise<Readonly<Record<string, number>>> {
  const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-page-'));
  const { host, sheet } = agedHost(workspace, rows);
  const at = findCell(host.model, FIGURE);
  const lines = sheet.cells.size;
  host.close();
  if (at === null) throw new Error('Bug: the sample has no T2.2');
  const office = await serve({
    workspace,
    port: 0,
    page: () => readFileSync('build/workbench.html', 'utf8'),
    sharedStream: () => readFileSync('build/shared-stream.js', 'utf8'),
    openWorkbookSession: (hearing, fileKey) =>
      startSession(
        { workspace, workbook: 'so-cchc.xlsx', today: '2024-06-20', smtpUrl: null, fileKey, notes: [] },
        { ...hearing, log: quiet, broken: quiet },
      ),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    return { 'lines of the tab': lines, ...(await takeWaits(page, { address: office.address, row: at.row })) };
  } finally {
    await office.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

const quiet = (): void => undefined;

async function takeWaits(
  page: Page,
  { address, row }: { address: string; row: number },
): Promise<Readonly<Record<string, number>>> {
  await page.addInitScript(watch);
  const waits: Record<'open' | 'tab' | 'scroll' | 'edit', number[]> = { open: [], tab: [], scroll: [], edit: [] };
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto(address);
    waits.open.push(await page.evaluate<number>('waitFor(() => document.querySelector(".body .line"), 0)'));
    waits.tab.push(await page.evaluate<number>(`clickTab(${JSON.stringify(TAB)})`));
  }
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.keyboard.type(FIGURE.id);
  const found = page.locator(`.line.active[data-r="${row}"]`);
  for (let step = 0; step < 50 && (await found.count()) === 0; step += 1) await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.field:focus').waitFor();
  for (let right = 0; right < 9; right += 1) await page.keyboard.press('ArrowRight');
  // 12 of 13 is not met, 12 of 12 is: every figure changes the verdict.
  await type(page, '12');
  await type(page, '13');
  await page.locator('.line.active [data-c="14"]', { hasText: 'Chưa đạt' }).waitFor();
  for (let time = 0; time < TIMES; time += 1) {
    await page.keyboard.press('ArrowLeft');
    await type(page, time % 2 === 0 ? '12' : '13');
    waits.edit.push(await page.evaluate<number>('verdict()'));
  }
  await page.mouse.move(640, 400);
  for (let time = 0; time < TIMES; time += 1) {
    await page.evaluate('scrolled()');
    // Back and forth: at the end of the sheet nothing more would be drawn.
    await page.mouse.wheel(0, time % 2 === 0 ? 900 : -900);
    waits.scroll.push(await page.evaluate<number>('scrollWait'));
  }
  return {
    'address typed → overview on the screen': median(waits.open),
    'tab clicked → its lines on the screen': median(waits.tab),
    'figure entered → its verdict on the screen': median(waits.edit),
    'wheel turned → lines drawn': median(waits.scroll),
  };
}

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Runs in the page. */
function watch(): void {
  let entered = 0;
  let before = '';
  const judged = () => document.querySelector('.line.active [data-c="14"]')?.textContent ?? '';
  const waitFor = (holds: () => unknown, from: number) =>
    new Promise<number>((done) => {
      const look = () => (holds() ? done(performance.now() - from) : requestAnimationFrame(look));
      look();
    });
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Tab') return;
      entered = performance.now();
      before = judged();
    },
    true,
  );
  Object.assign(window, {
    waitFor,
    verdict: () => waitFor(() => judged() !== before, entered),
    clickTab: (name: string) => {
      const from = performance.now();
      for (const tab of document.querySelectorAll<HTMLElement>('[role=tab]')) if (tab.textContent === name) tab.click();
      return waitFor(() => document.querySelector(`[role=grid][aria-label="${name}"] .body .line`), from);
    },
    scrolled: () => {
      const body = document.querySelector('.body');
      const last = body?.lastElementChild;
      const from = performance.now();
      Object.assign(window, { scrollWait: waitFor(() => body?.lastElementChild !== last, from) });
    },
  });
}
