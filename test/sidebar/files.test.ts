import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/app/calls.ts';
import type { ReconcileReply } from '../../src/app/replies/actions.ts';
import { SIDEBAR_FILES } from '../../src/words/pages/sidebar.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, sidebarHtml } from './page.ts';
import { aPreview } from './view-samples.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOSTILE = '<img src=x onerror="window.hurt=1">';
const at = { tab: 'Nội dung báo cáo', row: 4, column: 4, a1: 'Nội dung báo cáo!D4' };
const source = { of: 'narrative', id: 'III', period: '6 tháng đầu năm 2024', field: 'text' } as const;
const REPLY: ReconcileReply = {
  period: '6 tháng đầu năm 2024',
  version: 1,
  summary:
    'Đã đối chiếu 360 dòng của báo cáo kỳ 6 tháng đầu năm 2024 với bản 1 đã lập và số liệu hiện nay trong sổ. Có 02 nội dung cần xem.',
  notes: [],
  findings: [
    {
      code: 'reworded',
      text: `Câu đã được sửa tay thành «${HOSTILE}».`,
      places: [],
      at,
      bringBack: { at: source, before: 'a', after: HOSTILE },
    },
    {
      code: 'source-changed',
      text: 'Số liệu trong sổ đã đổi từ «310» thành «350».',
      places: ['Phụ lục I: đã in «62%», nay là «70%»'],
      at,
      bringBack: null,
    },
  ],
  file: null,
  notKept: null,
};
const answered = <Reply>(reply: Reply): string => JSON.stringify({ ok: true, reply });
const FILE = { name: 'bao-cao.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK-mot-tep') };

const chromiumPath = tool('chromium');

describe.runIf(chromiumPath !== null)('the files on the screen Báo cáo', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (goTo: string) => {
    const page = await openSidebar(browser, html, {
      script: { 'report-preview': [answered(aPreview())], '*': [goTo] },
      part: 'reconcile',
    });
    pages.push(page);
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  /** What the page asked behind its first call, which tells of the report. */
  const asked = async (page: Page): Promise<string[]> => (await page.evaluate<string[]>('window.asked')).slice(1);

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  it('sends the chosen report whole, in one call, and shows each cause with its cell and its places', async () => {
    const page = await open(answered(REPLY));
    expect(await page.evaluate('document.activeElement.id')).toBe('reconcile');
    await page.locator('#reconcile-file').setInputFiles(FILE);
    await page.getByText('Đã đối chiếu 360 dòng').waitFor();
    const requests = await asked(page);
    expect(requests).toHaveLength(1);
    expect(JSON.parse(requests[0] ?? '')).toEqual({
      call: 'reconcile',
      with: { file: FILE.buffer.toString('base64'), period: '', keep: false },
    });
    expect(await page.getByRole('button', { name: 'Đến ô D4, trang Nội dung báo cáo' }).count()).toBe(2);
    await page.getByText(SIDEBAR_FILES.places).click();
    expect(await page.getByText('nay là «70%»').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(300);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    if (process.env['CCHC_LOOK'] !== undefined) await page.screenshot({ path: process.env['CCHC_LOOK'], fullPage: true });
  });

  it('opens the chooser of files by a Vietnamese button, by the keyboard too, and says which file was chosen', async () => {
    const page = await open(answered(REPLY));
    const button = page.getByRole('button', { name: SIDEBAR_FILES.pick });
    expect(await page.locator('input[type=file]:visible').count()).toBe(0);
    const chooser = page.waitForEvent('filechooser');
    await button.press('Enter');
    await (await chooser).setFiles(FILE);
    await page.getByText('Đã đối chiếu 360 dòng').waitFor();
    const described = (await button.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const words = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()));
    expect(words).toEqual(['bao-cao.docx', SIDEBAR_FILES.hint]);
  });

  it('takes a sentence back only when the button is pressed, showing first what the cell will say', async () => {
    const page = await open(answered(REPLY));
    await page.locator('#reconcile-file').setInputFiles(FILE);
    await page.getByRole('button', { name: SIDEBAR_FILES.bringBack }).waitFor();
    expect(await page.getByText(SIDEBAR_FILES.becomes).textContent()).toContain(HOSTILE);
    expect((await asked(page)).some((request) => request.includes('bring-back'))).toBe(false);
    await page.getByRole('button', { name: SIDEBAR_FILES.bringBack }).click();
    await page.getByText(SIDEBAR_FILES.takenBack).waitFor();
    const [, request] = await asked(page);
    expect(JSON.parse(request ?? '')).toEqual({ call: 'bring-back', with: REPLY.findings[0]?.bringBack });
  });

  it('makes the result a paper when asked, from the same file', async () => {
    const page = await open(answered({ ...REPLY, file: { name: 'Phiếu rà soát.docx', url: '' } }));
    await page.locator('#reconcile-file').setInputFiles(FILE);
    await page.getByRole('button', { name: SIDEBAR_FILES.keep }).click();
    await page.getByText('Phiếu rà soát.docx').waitFor();
    const [, request] = await asked(page);
    expect(JSON.parse(request ?? '').with).toEqual({ file: FILE.buffer.toString('base64'), period: '', keep: true });
  });

  it('says the sentence of a refusal, and takes the same file again', async () => {
    const refused: Answer<'reconcile'> = { ok: false, sentence: 'Tệp không phải văn bản Word (.docx).' };
    const page = await open(JSON.stringify(refused));
    for (const calls of [1, 2]) {
      await page.locator('#reconcile-file').setInputFiles(FILE);
      await page.getByText(refused.sentence).waitFor();
      await expect.poll(async () => (await asked(page)).length).toBe(calls);
    }
  });

  it('sends no file of more than 6 MB', async () => {
    const page = await open(answered(REPLY));
    await page.locator('#reconcile-file').setInputFiles({ ...FILE, buffer: Buffer.alloc(6_000_001) });
    await page.getByText(SIDEBAR_FILES.tooLong).waitFor();
    expect(await asked(page)).toHaveLength(0);
  });

  it("keeps the office's template, or names each tag that is wrong", async () => {
    const page = await open(
      JSON.stringify({ ok: false, sentence: 'Chưa lưu mẫu.\nThẻ {ho_tenn} trong mẫu không có trong danh sách thẻ.' }),
    );
    await page.locator('#template-file').setInputFiles(FILE);
    await page.getByText('Thẻ {ho_tenn}').waitFor();
    const [request] = await asked(page);
    expect(JSON.parse(request ?? '').call).toBe('store-template');
  });

  it('has nothing that axe finds wrong', async () => {
    const page = await open(answered(REPLY));
    await page.locator('#reconcile-file').setInputFiles(FILE);
    await page.getByText('Đã đối chiếu 360 dòng').waitFor();
    await page.addScriptTag({ content: AXE });
    const violations = await page.evaluate(
      'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
    );
    expect(violations).toEqual([]);
  });
});
