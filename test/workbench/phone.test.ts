import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { bundlePage } from '../../src/host/core/dist.ts';
import { findCell } from '../../src/host/core/look.ts';
import { codesFor } from '../../src/workbench/server/lan/codes.ts';
import { serveLan } from '../../src/workbench/server/lan/door.ts';
import { type SessionThread, startSession } from '../../src/workbench/server/session-thread.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { smallWorkbook } from '../helpers/odd-host.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chromiumPath = tool('chromium');
const PERSON = 'van-phong@example.vn';
const WIDTH = 360;

describe.runIf(chromiumPath !== null)('an official on a phone in the office’s network', () => {
  let workspace = '';
  let session: SessionThread;
  let door: Awaited<ReturnType<typeof serveLan>>;
  let browser: Browser;
  let page: Page;
  let address = '';
  const lead = () => page.locator('main[aria-busy=false]').waitFor();
  const faults = async (): Promise<unknown> => {
    await page.evaluate(AXE);
    const found = await page.evaluate<string[]>('axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))');
    return [found, await page.evaluate('document.documentElement.scrollWidth')];
  };

  beforeAll(async () => {
    ensureBuilt();
    workspace = mkdtempSync(join(tmpdir(), 'so-cchc-phone-'));
    writeFileSync(join(workspace, 'so-cchc.xlsx'), smallWorkbook(workspace));
    cpSync(join(workspace, 'mau.xlsx.cchc.json'), join(workspace, 'so-cchc.xlsx.cchc.json'));
    const start = { workspace, workbook: 'so-cchc.xlsx', today: '2024-06-20', smtpUrl: null, fileKey: 'k', notes: [] };
    const hearing = { news: () => undefined, page: () => undefined, log: () => undefined };
    session = await startSession(start, {
      ...hearing,
      broken: (error) => {
        throw error;
      },
    });
    const codes = codesFor(join(workspace, 'so-cchc.xlsx.cchc-lan.json'), [PERSON]);
    door = await serveLan({ host: '127.0.0.1', port: 0, page: () => bundlePage('sidebar') ?? '', codes, session });
    address = `${door.address}/?ma=${codes.fresh.get(PERSON)}`;
    browser = await launch(chromiumPath ?? '');
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 640 }, bypassCSP: true });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    door?.close();
    await session?.close();
    rmSync(workspace, { recursive: true, force: true });
  });

  it('begins at his own rows, enters one, is told that it is saved, and the workbook has it', async () => {
    await page.goto(address);
    await lead();
    expect(await faults()).toEqual([[], WIDTH]);
    await page.getByLabel('Nội dung:').selectOption('actual T3.8');
    await page.getByLabel('Tử số').fill('123');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu lúc').waitFor();
    expect(await faults()).toEqual([[], WIDTH]);
    const book = readXlsx(readFileSync(join(workspace, 'so-cchc.xlsx')));
    const at = findCell(book, { tab: 'Nhập số liệu', id: 'T3.8', period: DEMO_PERIOD, header: 'Tử số' });
    const sheet = book.sheets.find(({ name }) => name === 'Nhập số liệu');
    expect(sheet?.cells.get(at?.row ?? 0)?.get(at?.column ?? 0)?.value).toBe(123);
  });

  it('sees the day, the indicators and what is owed at that width, in the dark too', async () => {
    for (const name of ['Hôm nay', 'Chỉ tiêu', 'Nhập']) {
      await page.getByRole('button', { name, exact: true }).click();
      await lead();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([name, colorScheme, await faults()]).toEqual([name, colorScheme, [[], WIDTH]]);
      }
    }
  });

  it('cannot save a row that another leads', async () => {
    const request = JSON.stringify({
      call: 'enter',
      with: { tab: 'Nhập số liệu', id: 'T4.3', period: DEMO_PERIOD, values: { 'Tử số': '1' } },
    });
    const answer = await page.evaluate(
      (text) => new Promise<string>((told) => google.script.run.withSuccessHandler(told).ask(text)),
      request,
    );
    expect(JSON.parse(answer).ok).toBe(false);
  });
});

declare const google: { script: { run: { withSuccessHandler(handle: (answer: string) => void): { ask(text: string): void } } } };
