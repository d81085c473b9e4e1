import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, TodayView } from '../../src/app/calls.ts';
import { TASK_STATUSES } from '../../src/domain/task.ts';
import { VERDICTS } from '../../src/domain/verdict.ts';
import { SIDEBAR } from '../../src/words/sidebar.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, sidebarHtml } from './page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOSTILE = '<img src=x onerror="window.hurt=1"></script><script>window.hurt=1</script>';

const zeros = <Code extends string>(codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
const at = (a1: string, tab = 'Nhập số liệu') => ({ tab, row: 12, column: 10, a1: `${tab}!${a1}` });

function aView(parts: Partial<TodayView> = {}): TodayView {
  return {
    today: '2024-06-20',
    sample: true,
    period: {
      name: '6 tháng đầu năm 2024',
      line: 'Đang nhập: 6 tháng đầu năm 2024 (15/12/2023 – 14/6/2024). Hạn công chức nhập: 12/6/2024, quá 06 ngày làm việc.',
    },
    counts: {
      verdicts: { ...zeros(VERDICTS), met: 21, 'nearly-met': 2, 'not-met': 4, 'no-data': 3 },
      statuses: { ...zeros(TASK_STATUSES), 'done-on-time': 20, overdue: 2, 'due-soon': 5 },
      problems: { 'must-fix': 2, review: 1, note: 12 },
    },
    attention: [
      {
        text: 'T3.4 Hồ sơ trả đúng hạn 97,30% (973/1.000), chỉ tiêu từ 98% trở lên. Chủ trì: Văn phòng – Thống kê (Văn phòng).',
        at: at('J12'),
      },
    ],
    problems: [
      {
        code: 'text-in-number',
        severity: 'must-fix',
        text: 'Ô này phải là số nhưng đang là chữ «mười». Đề nghị gõ số, ví dụ 10.',
        at: at('J14'),
      },
      { code: 'missing-tab', severity: 'must-fix', text: 'Thiếu trang Ngày nghỉ. Đề nghị chạy Thiết lập lần đầu.', at: null },
      { code: 'counter-falls', severity: 'review', text: HOSTILE, at: at('K15') },
      ...Array.from({ length: 12 }, (_, index) => ({
        code: 'evidence-missing' as const,
        severity: 'note' as const,
        text: `Chưa ghi minh chứng của nội dung thứ ${index + 1}.`,
        at: at(`S${index + 3}`),
      })),
    ],
    owed: [
      { role: 'Địa chính – Xây dựng và Môi trường', count: 3, rows: owedRows(3, 20, 'Việc') },
      { role: 'Tư pháp – Hộ tịch', count: 8, rows: owedRows(8, 40, 'Việc') },
    ],
    ...parts,
  };
}

/** Rows not filled in, each with its cell. */
const owedRows = (count: number, from: number, title: string) =>
  Array.from({ length: count }, (_, index) => ({
    id: `N${index + 1}`,
    text: `N${index + 1}: ${title}`,
    at: at(`H${from + index}`),
  }));
const shown = (view: TodayView): string => JSON.stringify({ ok: true, reply: view } satisfies Answer<'today'>);
const refused = (sentence: string): string => JSON.stringify({ ok: false, sentence } satisfies Answer<'today'>);
const WENT = JSON.stringify({ ok: true, reply: {} });

const chromiumPath = tool('chromium');

describe.runIf(chromiumPath !== null)('the page Việc hôm nay, 300 px wide', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (today: readonly string[], { goTo = WENT, part }: { goTo?: string; part?: string } = {}) => {
    const page = await openSidebar(browser, html, { script: { today, goTo }, ...(part === undefined ? {} : { part }) });
    pages.push(page);
    return page;
  };
  const asked = (page: Page): Promise<string[]> => page.evaluate('window.asked');

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(async () => {
    for (const page of pages) await page.close();
    await browser.close();
  });

  it('says that it waits while the server is silent', async () => {
    const page = await open(['waits']);
    await page.locator('main[aria-busy=true]').waitFor();
    expect(await page.getByRole('status').textContent()).toBe(SIDEBAR.waiting);
  });

  it('shows the period, the counts, what is owed and each problem with its cell', async () => {
    const page = await open([shown(aView())]);
    await page.getByText('Đang nhập: 6 tháng đầu năm 2024').waitFor();
    const text = await page.locator('main').textContent();
    for (const part of ['SỐ LIỆU MINH HỌA', 'Phải sửa: 02', 'Cần xem lại: 01', 'Lưu ý: 12', 'Chưa đạt04', '03 dòng', '08 dòng']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Tạm dừng');
    expect(await page.getByRole('button', { name: 'Đến ô J14, trang Nhập số liệu' }).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(300);
  });

  it('lists for each role the rows not filled in, and goes to their cells', async () => {
    const roles = [
      { role: '', count: 3, rows: owedRows(3, 20, HOSTILE) },
      { role: 'Tư pháp – Hộ tịch', count: 12, rows: owedRows(12, 40, 'Việc') },
    ];
    const page = await open([shown(aView({ owed: roles }))]);
    const owed = page.locator('section[aria-labelledby=owed]');
    await owed.getByText('(chưa ghi chủ trì): 03 dòng').waitFor();
    await owed.getByText('Tư pháp – Hộ tịch: 12 dòng').waitFor();
    expect(await owed.locator('li').count()).toBe(3 + 8);
    await owed.getByRole('button', { name: 'Xem thêm 04 nội dung' }).click();
    expect(await owed.locator('li').count()).toBe(3 + 12);
    expect(await owed.textContent()).toContain(HOSTILE);
    await owed.getByRole('button', { name: /Đến ô H51, / }).click();
    await expect.poll(() => asked(page)).toContainEqual(expect.stringContaining('"call":"go-to"'));
  });

  it('has nothing that axe finds wrong, waiting, shown or failed', async () => {
    for (const today of [
      shown(aView()),
      shown(aView({ period: null, attention: [], problems: [], owed: [] })),
      refused('Chưa mở được sổ.'),
    ]) {
      const page = await open([today]);
      await page.locator('main[aria-busy=false]').waitFor();
      await page.addScriptTag({ content: AXE });
      const violations = await page.evaluate(
        'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
      );
      expect(violations).toEqual([]);
    }
  });

  it('writes no text smaller than 14 px', async () => {
    const page = await open([shown(aView())]);
    await page.locator('main[aria-busy=false]').waitFor();
    const smallest = await page.evaluate(
      'Math.min(...[...document.querySelectorAll("main *")].map((one) => parseFloat(getComputedStyle(one).fontSize)))',
    );
    expect(smallest).toBeGreaterThanOrEqual(14);
  });

  it('shows hostile text as text', async () => {
    const page = await open([shown(aView())]);
    await page.getByText('<img src=x').waitFor();
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  it('is worked by the keyboard alone: Tab to a cell, Enter goes there', async () => {
    const page = await open([shown(aView())]);
    await page.locator('main[aria-busy=false]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('ô J12, trang Nhập số liệu');
    await page.keyboard.press('Enter');
    expect((await asked(page)).map((text) => JSON.parse(text))).toEqual([
      { call: 'today', with: {} },
      { call: 'go-to', with: { tab: 'Nhập số liệu', row: 12, column: 10 } },
    ]);
  });

  it('says beside the button that a cell could not be reached', async () => {
    const page = await open([shown(aView())], { goTo: refused('Không tìm thấy trang.') });
    await page.getByRole('button', { name: 'Đến ô J14, trang Nhập số liệu' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Không tìm thấy trang.');
  });

  it('shows long lists in part until the rest is asked for', async () => {
    const page = await open([shown(aView())]);
    await page.getByRole('button', { name: 'Xem thêm 04 nội dung' }).click();
    await page.getByText('nội dung thứ 12').waitFor();
    expect(await page.getByText('Xem thêm').count()).toBe(0);
  });

  it.each([
    ['a failed connection', 'fails', SIDEBAR.unreachable],
    ['a refusal', refused('Sổ này do bản mới hơn tạo.'), 'Sổ này do bản mới hơn tạo.'],
    ['an answer that is no answer', 'null', SIDEBAR.unreachable],
    ['a text that is no JSON', '<html>', SIDEBAR.unreachable],
  ])('after %s says so, and «Thử lại» asks again', async (_, first, sentence) => {
    const page = await open([first, shown(aView())]);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').locator('p').textContent()).toBe(sentence);
    await page.getByRole('button', { name: SIDEBAR.retry }).click();
    await page.getByText('Đang nhập').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await asked(page)).toHaveLength(2);
  });

  const CHANGE = {
    code: 'plan-changed' as const,
    severity: 'review' as const,
    text: 'T2: «Năm 2024» đổi từ «75» thành «95» so với Kế hoạch đã chốt. Đề nghị ghi lý do, hoặc khôi phục như cũ.',
    at: at('K4', 'Kế hoạch - Chỉ tiêu'),
    change: 'Kế hoạch - Chỉ tiêu | T2 | Năm 2024',
  };
  const lastAsked = async (page: Page) => JSON.parse((await asked(page)).at(-1) ?? '{}');

  it('takes the reason of a change, by the keyboard alone, and keeps what was typed when it fails', async () => {
    const page = await open([shown(aView({ problems: [CHANGE] }))], {
      goTo: refused('Bảng tính đang bận. Đề nghị thử lại sau ít phút.'),
    });
    await page.getByRole('button', { name: 'Ghi lý do' }).press('Enter');
    await page.getByLabel('Lý do thay đổi').fill('KH 15/KH-UBND điều chỉnh');
    await page.getByRole('button', { name: 'Lưu lý do' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('đang bận');
    expect(await page.getByLabel('Lý do thay đổi').inputValue()).toBe('KH 15/KH-UBND điều chỉnh');
    expect(await lastAsked(page)).toEqual({
      call: 'explain-change',
      with: { change: CHANGE.change, reason: 'KH 15/KH-UBND điều chỉnh' },
    });
    await page.addScriptTag({ content: AXE });
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
  });

  it('puts a changed cell back, and says so in its place', async () => {
    const page = await open([shown(aView({ problems: [CHANGE] }))]);
    await page.getByRole('button', { name: 'Khôi phục như cũ' }).click();
    await page.getByText('Đã khôi phục như bản chốt.').waitFor();
    expect(await lastAsked(page)).toEqual({ call: 'restore-change', with: { change: CHANGE.change } });
    expect(await page.getByText(CHANGE.text).count()).toBe(0);
  });

  it('offers no putting back of a row that came or went', async () => {
    const page = await open([shown(aView({ problems: [{ ...CHANGE, code: 'plan-row-added' }] }))]);
    await page.getByRole('button', { name: 'Ghi lý do' }).waitFor();
    expect(await page.getByRole('button', { name: 'Khôi phục như cũ' }).count()).toBe(0);
  });

  it('puts the focus on the part that the menu item asked for', async () => {
    const page = await open([shown(aView())], { part: 'owed' });
    await page.locator('#owed:focus').waitFor();
  });

  it('asks for nothing outside of itself', () => {
    expect(html).not.toMatch(/(?:src|href)=["']https?:|@import|url\(/u);
    expect(html).not.toContain('<?');
    expect(html).toContain('<html lang="vi">');
  });
});
