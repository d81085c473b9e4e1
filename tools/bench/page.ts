/** `npm run bench -- page`: how long a person waits at the workbench, in small and in large workbooks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import { serve } from '../../src/workbench/server/serve.ts';
import { startSession } from '../../src/workbench/server/session-thread.ts';
import { agedHost } from './measure-session.ts';

/** Lines of the tab that is typed into; the sample alone has some four hundred. */
const SIZES = [410, 5_000, 21_000];
const TIMES = 7;
/** What takes a call of the script is asked less often; what is done to a period, once. */
const FEW_TIMES = 3;
const TAB = 'Nhập số liệu';
/** An indicator that is judged from the two figures typed beside each other, whose lead has more of them. */
const FIGURE = { tab: TAB, id: 'T2.2', period: DEMO_PERIOD, header: 'Tử số' };
const LEAD = 'Tư pháp – Hộ tịch';
const NEXT_PERIOD = 'Quý III 2024';
/** What has taken so long by now is not asked more often than that. */
const LONG = 20_000;
/** A wait that is longer than this is no wait any more. */
const PATIENCE = 180_000;

/** Milliseconds that a person waits, by what for. */
export type Waits = Readonly<Record<string, number>>;

/** Aims at the middle size, by the names below. */
const AIMS: Waits = {
  'figure entered → its verdict on the screen': 150,
  'menu → screen at the side': 250,
  'row saved from the page → said': 400,
  'report asked for → to be downloaded': 1_500,
  'period closed → said': 1_500,
  'next period opened → said': 1_500,
  'program started → sheet on the screen': 500,
};

/** Prints medians at each size. */
export async function benchPage(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const columns: Waits[] = [];
    for (const rows of SIZES) columns.push(await waitsAt(browser, rows));
    process.stdout.write(waitTable(columns));
  } finally {
    await browser.close();
  }
}

/** The waits of several sizes as lines of text, each with what is aimed at in the second. */
export function waitTable(columns: readonly Waits[]): string {
  const names = Object.keys(columns[0] ?? {});
  const lines = names.map((name) => {
    const aim = AIMS[name];
    const cells = columns.map((waits) => String(Math.round(waits[name] ?? Number.NaN)).padStart(8)).join('');
    return `${name.padEnd(44)}${cells}${aim === undefined ? '' : `   at most ${aim} at ${SIZES[1]?.toLocaleString('en')}`}\n`;
  });
  return `ms, medians of ${TIMES} (of ${FEW_TIMES}: a screen, a row, an edit that takes long; once: report, closing, opening, start)\n${lines.join('')}`;
}

/** What is waited for in a workbook whose tab of figures has so many lines; the first four by the page's own clock. */
export async function waitsAt(browser: Browser, rows: number, times = TIMES): Promise<Waits> {
  const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-page-'));
  const { host, sheet } = agedHost(workspace, rows);
  const at = findCell(host.model, FIGURE);
  const lines = sheet.cells.size;
  host.close();
  if (at === null) throw new Error('Bug: the sample has no T2.2');
  const start = await startWait(browser, workspace);
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
    page.setDefaultTimeout(PATIENCE);
    const grid = await takeWaits(page, { address: office.address, row: at.row, times });
    return { 'lines of the tab': lines, ...grid, ...(await actionWaits(page)), 'program started → sheet on the screen': start };
  } finally {
    await office.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The program as an office starts it that has a workbook, already built: from its first instruction to the sheet. */
async function startWait(browser: Browser, from: string): Promise<number> {
  const workspace = join(from, 'khac');
  mkdirSync(workspace);
  // Without what says that it is a demonstration, which would be played first.
  copyFileSync(join(from, 'so-cchc.xlsx'), join(workspace, 'so.xlsx'));
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const began = performance.now();
  const program = spawn(process.execPath, ['build/start.mjs', '--workspace', workspace, '--port', '0', '--no-open']);
  try {
    await page.goto(await addressOf(program));
    await page.locator('.body .line').first().waitFor();
    return performance.now() - began;
  } finally {
    const ended = new Promise((done) => program.once('exit', done));
    program.kill('SIGTERM');
    await ended;
    await page.close();
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    program.stdout?.on('data', (part: Buffer) => {
      said += part.toString('utf8');
      const address = /http:\/\/[\w.:]+\/\S*/u.exec(said)?.[0];
      if (address !== undefined && said.includes('\n', said.indexOf(address))) found(address);
    });
    program.once('exit', (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** What takes a call of the script, from the press of a button to what is then said. */
async function actionWaits(page: Page): Promise<Waits> {
  const side = page.frameLocator('aside iframe');
  const shown = side.locator('main[aria-busy=false]');
  const screens = await repeated(FEW_TIMES, async (time) => {
    await menu(page);
    const wait = await waited(async () => {
      await page.getByRole('menuitem', { name: time % 2 === 0 ? 'Việc hôm nay' : 'Kiểm tra số liệu' }).click();
      await shown.waitFor();
    });
    await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
    await page.locator('aside').waitFor({ state: 'detached' });
    return wait;
  });
  const saved = await saveWaits(page, side);
  await menu(page);
  await page.getByRole('menuitem', { name: 'Tạo báo cáo' }).click();
  await shown.waitFor();
  const report = await waited(async () => {
    await side.getByRole('button', { name: 'Tạo báo cáo', exact: true }).click();
    await side
      .getByRole('button', { name: /^Tải về máy Báo cáo CCHC/u })
      .first()
      .waitFor();
  });
  await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
  return {
    'menu → screen at the side': median(screens),
    'row saved from the page → said': median(saved),
    'report asked for → to be downloaded': report,
    'period closed → said': await periodWait(page, 'Chốt kỳ', (dialog) =>
      dialog.getByLabel('Chủ tịch UBND đã thống nhất').check(),
    ),
    'next period opened → said': await periodWait(page, 'Mở kỳ', async (dialog) => {
      await dialog.getByLabel('Kỳ cần mở').selectOption(NEXT_PERIOD);
    }),
  };
}

async function saveWaits(page: Page, side: FrameLocator): Promise<number[]> {
  await menu(page);
  await page.getByRole('menuitem', { name: 'Nhập kết quả của tôi' }).click();
  await side.locator('#whose').selectOption(LEAD);
  const choice = side.locator('#row-choice');
  await choice.waitFor();
  const waits = await repeated(FEW_TIMES, async (time) => {
    await choice.selectOption(`actual ${FIGURE.id}`);
    await side.getByLabel('Tử số').fill(String(10 + time));
    return waited(async () => {
      await side.getByRole('button', { name: 'Lưu' }).click();
      await side.getByText('Đã lưu lúc').waitFor();
    });
  });
  await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
  return waits;
}

async function periodWait(page: Page, name: string, fill: (dialog: FrameLocator) => Promise<void>): Promise<number> {
  await menu(page);
  await page.getByRole('menuitem', { name: `${name} báo cáo` }).click();
  const dialog = page.frameLocator('dialog.page iframe');
  await dialog.locator('main[aria-busy=false]').waitFor();
  await fill(dialog);
  const wait = await waited(async () => {
    await dialog.getByRole('button', { name }).click();
    await dialog
      .getByText(new RegExp(`^Đã ${name.toLowerCase()} `, 'u'))
      .first()
      .waitFor();
  });
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await page.locator('dialog.page').waitFor({ state: 'detached' });
  return wait;
}

const menu = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kế hoạch CCHC' }).click();

async function waited(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function repeated(times: number, work: (time: number) => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) waits.push(await work(time));
  return waits;
}

const quiet = (): void => undefined;

async function takeWaits(page: Page, { address, row, times }: { address: string; row: number; times: number }): Promise<Waits> {
  await page.addInitScript(watch);
  const waits: Record<'open' | 'tab' | 'scroll' | 'edit', number[]> = { open: [], tab: [], scroll: [], edit: [] };
  for (let time = 0; time < times; time += 1) {
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
  for (let time = 0; time < times && (time < FEW_TIMES || sum(waits.edit) < LONG); time += 1) {
    await page.keyboard.press('ArrowLeft');
    await type(page, time % 2 === 0 ? '12' : '13');
    waits.edit.push(await page.evaluate<number>('verdict()'));
  }
  await page.mouse.move(640, 400);
  for (let time = 0; time < times; time += 1) {
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
