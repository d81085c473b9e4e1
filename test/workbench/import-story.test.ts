import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_WORDS } from '../../src/words/pages/import.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { makeDocx } from '../import/made/docx.ts';
import { type MadePlan, YEAR_PLAN } from '../import/made/plan.ts';
import { documentOf, LISTS } from '../import/made/structures.ts';
import { launch } from '../sidebar/page.ts';
import { type Office, openOffice } from './office.ts';
import { chooseMenu, closeDialog, dialogNamed, openWindow, type Window } from './page.ts';

const chromiumPath = tool('chromium');
const PERIOD = '6 tháng đầu năm 2024';
/** The plan of the year that the office is in. */
const PLAN: MadePlan = { ...YEAR_PLAN, years: [2024, 2024] };
const BUILD = {
  numbering: 'typed',
  parts: 'letters',
  bullets: 'dash',
  tasks: 'both',
  by: 'plan',
  cells: 'merged',
  headers: 'usual',
} as const;

/** One story, told in order: what one step leaves, the next one finds. */
describe.skipIf(chromiumPath === null)('an office that brings its own plan', () => {
  let browser: Browser;
  let office: Office;
  let at: Window;

  beforeAll(async () => {
    ensureBuilt();
    [browser, office] = await Promise.all([launch(chromiumPath ?? ''), openOffice('blank')]);
    at = await openWindow(browser, office.address);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const menu = (...names: string[]) => chooseMenu(at, ...names);
  const dialog = (title: string) => dialogNamed(at, title);
  const closed = () => closeDialog(at);

  it('sets up a blank workbook, and brings the plan out of its Word file', async () => {
    await menu('Cài đặt', 'Thiết lập lần đầu');
    const setUp = await dialog('Thiết lập lần đầu');
    await setUp.getByLabel('Kế hoạch ban đầu').selectOption('blank');
    await setUp.getByLabel('Tên đơn vị', { exact: true }).fill('Minh Họa');
    await setUp.getByRole('button', { name: 'Thiết lập' }).click();
    await setUp.getByText('Đã tạo').waitFor();
    await closed();
    await menu('Cài đặt', 'Đưa kế hoạch từ văn bản');
    const bring = await dialog('Đưa kế hoạch vào sổ');
    await bring.locator('#plan-file').setInputFiles({
      name: 'ke-hoach.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(makeDocx(documentOf(PLAN, BUILD), {}, LISTS)),
    });
    await bring.getByRole('heading', { name: /^Chắc chắn/u }).waitFor();
    // The document stands at the left, and the passage of the row in hand is marked at its place there.
    await at.page.locator('.document-pane .paper[aria-busy=false]').waitFor();
    await bring.getByText(IMPORT_WORDS.seeAll).click();
    const proof = bring.locator('.proof').nth(3);
    const words = ((await proof.locator('blockquote').textContent()) ?? '').replace(/(?:đoạn|bảng) .*$/su, '');
    await proof.getByRole('button').click();
    const marked = at.page.locator('.document-pane .in-hand');
    await marked.waitFor();
    const bare = (text: string | null) => (text ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
    expect(bare(await marked.textContent())).toBe(bare(words));
    expect(await at.faults()).toEqual([]);
    const rest = bring.getByRole('button', { name: IMPORT_WORDS.takeRest });
    if ((await rest.count()) > 0) await rest.click();
    await bring.getByRole('button', { name: IMPORT_WORDS.write }).click();
    await bring.getByText('20 dòng, CT-01 đến CT-20').waitFor();
    await bring.getByText('13 dòng, NV-01 đến NV-13').waitFor();
    await closed();
  });

  it('shows the lines of what is no Word file, too, with the passage in hand marked', async () => {
    await menu('Cài đặt', 'Đưa kế hoạch từ văn bản');
    const bring = await dialog('Đưa kế hoạch vào sổ');
    const lines = ['UBND XÃ MẪU', 'KẾ HOẠCH', 'Cải cách hành chính năm 2024', 'I. CẢI CÁCH THỂ CHẾ', '1. Mục tiêu'];
    const bound = '- Số lượng cấp phó của các phòng không vượt quá quy định.';
    await bring.locator('#plan-file').setInputFiles({
      ...{ name: 'ke-hoach.txt', mimeType: 'text/plain' },
      buffer: Buffer.from([...lines, bound].join('\n')),
    });
    await at.page.locator('.document-lines .in-hand').getByText(bound).waitFor();
    expect(await at.faults()).toEqual([]);
    await at.page.locator('dialog.page .dialog-head button').click();
    await at.page.locator('dialog.page').waitFor({ state: 'detached' });
  });

  it('opens a period with a line for each row of it, and makes the report', async () => {
    await menu('Mở kỳ báo cáo');
    const opening = await dialog('Mở kỳ báo cáo');
    await opening.getByLabel('Kỳ cần mở').selectOption(PERIOD);
    await opening.getByRole('button', { name: 'Mở kỳ' }).click();
    await opening.getByText(`Đã mở kỳ ${PERIOD}: thêm`).waitFor();
    await closed();
    await menu('Tạo báo cáo');
    const beside = at.page.frameLocator('aside iframe');
    await beside.locator('main[aria-busy=false]').waitFor();
    await beside.getByRole('button', { name: 'Tạo báo cáo', exact: true }).click();
    await beside
      .getByRole('button', { name: /^Tải về máy Báo cáo CCHC/u })
      .first()
      .waitFor();
    expect(readdirSync(join(office.workspace, 'bao-cao')).some((name) => name.endsWith('.docx'))).toBe(true);
  });
});
