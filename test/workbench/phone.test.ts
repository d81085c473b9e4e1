import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lan, openLan } from '../../src/cli/lan.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { findCell } from '../../src/host/core/look.ts';
import { readTls } from '../../src/workbench/server/lan/tls.ts';
import { type SessionThread, startSession } from '../../src/workbench/server/session-thread.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { certificateIn } from '../helpers/certificate.ts';
import { addressesIn } from '../helpers/lan-lines.ts';
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
  let door: Lan;
  let browser: Browser;
  let page: Page;
  let address = '';
  /** For who wants to look. */
  const shoot = async (name: string): Promise<void> => {
    const folder = process.env['CCHC_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/phone-${name}.png` });
  };
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
    const report = JSON.stringify({ call: 'report', with: { period: DEMO_PERIOD } });
    expect(await session.call('0123456789abcdef', { name: 'ask', args: [report] })).toMatchObject({
      ok: true,
      value: expect.stringContaining('"ok":true'),
    });
    const tls = tool('openssl') === null ? null : readTls(certificateIn(workspace, 'so'), new Date());
    door = await openLan({ workspace, workbook: 'so-cchc.xlsx', port: 0, session, tls, host: '127.0.0.1' });
    address = addressesIn(door.lines, readXlsx(readFileSync(join(workspace, 'so-cchc.xlsx')))).get(PERSON) ?? '';
    browser = await launch(chromiumPath ?? '');
    const context = await browser.newContext({
      viewport: { width: WIDTH, height: 640 },
      bypassCSP: true,
      ignoreHTTPSErrors: true,
    });
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
        await shoot(`${name}-${colorScheme}`);
        expect([name, colorScheme, await faults()]).toEqual([name, colorScheme, [[], WIDTH]]);
      }
    }
  });

  it('reads the report that was made, at that width, in the dark too; never the page of review', async () => {
    await page.getByRole('link', { name: 'Đọc báo cáo' }).click();
    await page.getByRole('heading', { name: `Báo cáo CCHC ${DEMO_PERIOD} (dự thảo 1)` }).waitFor();
    expect(await page.getByText('BÁO CÁO', { exact: true }).count()).toBe(1);
    expect(await page.locator('td[data-label]').count()).toBeGreaterThan(20);
    expect(await page.content()).not.toContain('Phiếu rà soát');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(`report-${colorScheme}`);
      expect([colorScheme, await faults()]).toEqual([colorScheme, [[], WIDTH]]);
    }
    await page.getByRole('link', { name: 'Nhập kết quả, xem việc' }).click();
    await lead();
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
