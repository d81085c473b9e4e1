import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SCREEN_NAMES, SCREEN_WORDS } from '../../src/words/pages/page-parts.ts';
import { SIDEBAR } from '../../src/words/pages/sidebar.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, type Script, sidebarHtml } from './page.ts';
import { aCheck, anOwed, answered, asked, at, aView, focused, HOSTILE, owedRows, refused, violations } from './samples.ts';
import { aPreview, theIndicators } from './view-samples.ts';

const chromiumPath = tool('chromium');

describe.runIf(chromiumPath !== null)('the sidebar, 300 px wide', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (script: Script, part?: string) => {
    const whole = {
      check: [answered('check', aCheck())],
      indicators: [answered('indicators', theIndicators())],
      'report-preview': [answered('report-preview', aPreview())],
      '*': [answered('go-to', {})],
      ...script,
    };
    const page = await openSidebar(browser, html, { script: whole, ...(part === undefined ? {} : { part }) });
    pages.push(page);
    return page;
  };
  const shown = async (script: Script, part?: string) => {
    const page = await open(script, part);
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  const today = [answered('today', aView())];
  const owed = [
    answered(
      'owed',
      anOwed([
        { role: '', count: 3, rows: owedRows(3, 20, HOSTILE) },
        { role: 'Tư pháp – Hộ tịch', count: 12, rows: owedRows(12, 40, 'Việc') },
      ]),
    ),
  ];

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  describe('its frame', () => {
    it('says that it waits while the server is silent', async () => {
      const page = await open({ today: ['waits'] });
      await page.locator('main[aria-busy=true]').waitFor();
      expect(await page.getByRole('status').textContent()).toBe(SIDEBAR.waiting);
    });

    it.each([
      ['a failed connection', 'fails', SIDEBAR.unreachable],
      ['a refusal', refused('Sổ này do bản mới hơn tạo.'), 'Sổ này do bản mới hơn tạo.'],
      ['an answer that is no answer', 'null', SIDEBAR.unreachable],
      ['a text that is no JSON', '<html>', SIDEBAR.unreachable],
    ])('after %s says so, and «Thử lại» asks again, with the focus on the heading', async (_, first, sentence) => {
      const page = await open({ today: [first, ...today] });
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').locator('p').textContent()).toBe(sentence);
      await page.getByRole('button', { name: SIDEBAR.retry }).press('Enter');
      await page.getByText('Đang nhập').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await asked(page)).toHaveLength(2);
      expect(await focused(page)).toBe(SCREEN_WORDS.today.title);
    });

    it('keeps what it showed when it is asked again and the answer does not come', async () => {
      const page = await shown({ today: [...today, 'fails'] });
      await page.getByRole('button', { name: SIDEBAR.refresh }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByText('Đang nhập: 6 tháng').isVisible()).toBe(true);
    });

    it('has a button for each screen, which says where one is', async () => {
      const page = await shown({ today });
      expect(await page.locator('nav button').allTextContents()).toEqual(SCREEN_NAMES.map((name) => SCREEN_WORDS[name].button));
      expect(await page.locator('nav [aria-current=page]').allTextContents()).toEqual([SCREEN_WORDS.today.button]);
    });

    it('brings each screen by the keyboard alone, with its title and the focus on its heading', async () => {
      const page = await shown({ today });
      for (const name of ['check', 'indicators', 'report', 'today'] as const) {
        await page.locator('nav button', { hasText: SCREEN_WORDS[name].button }).press('Enter');
        await page.locator('h1:focus', { hasText: SCREEN_WORDS[name].title }).waitFor();
        await page.locator('main[aria-busy=false]').waitFor();
        expect(await page.locator('nav [aria-current=page]').allTextContents()).toEqual([SCREEN_WORDS[name].button]);
        expect(await page.title()).toBe(SCREEN_WORDS[name].title);
      }
    });

    it.each([
      [undefined, 'today', ['today']],
      ['check', 'check', ['check']],
      ['owed', 'owed', ['owed']],
      ['indicators', 'indicators', ['indicators']],
      ['report', 'report', ['report-preview']],
      ['reconcile', 'report', ['report-preview']],
      ['template', 'report', ['report-preview']],
      ['nothing of this name', 'today', ['today']],
    ] as const)('opened at %s shows the screen %s with one call', async (part, screen, calls) => {
      const page = await shown({ today, owed }, part);
      await page.locator('h1', { hasText: SCREEN_WORDS[screen].title }).waitFor();
      expect((await asked(page)).map(({ call }) => call)).toEqual(calls);
    });

    it.each(['reconcile', 'template'])('puts the focus on the part %s when the menu asked for it', async (part) => {
      const page = await open({ today }, part);
      await page.locator(`#${part}:focus`).waitFor();
    });

    it('asks for nothing outside of itself', () => {
      expect(html).not.toMatch(/(?:src|href)=["']https?:|@import|url\(/u);
      expect(html).not.toContain('<?');
      expect(html).toContain('<html lang="vi">');
    });
  });

  describe('the screen Việc hôm nay', () => {
    it('shows the period, what matters with its cell, the counts and when the daily run last went well', async () => {
      const page = await shown({ today });
      const text = await page.locator('main').textContent();
      for (const part of [
        'SỐ LIỆU MINH HỌA',
        '05 nhiệm vụ sắp đến hạn.',
        'Đang nhập: 6 tháng',
        '97,30%',
        'lúc 06:00 ngày 20/6/2024',
      ])
        expect(text).toContain(part);
      expect(await page.locator('.ways button').allTextContents()).toEqual([
        'Tôi còn 03 nội dung chưa nhập',
        'Cả đơn vị còn 11 nội dung chưa nhập',
        '06 chỉ tiêu chưa đạt, trong đó 02 gần đạt',
        '02 nhiệm vụ quá hạn',
        '02 số liệu phải sửa',
      ]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(300);
    });

    it.each([
      ['Cả đơn vị còn 11', 'owed'],
      ['06 chỉ tiêu chưa đạt', 'indicators'],
      ['02 số liệu phải sửa', 'check'],
    ] as const)('leads from «%s» to its screen', async (text, screen) => {
      const page = await shown({ today, owed });
      await page.locator('.ways button', { hasText: text }).press('Enter');
      await page.locator('h1:focus', { hasText: SCREEN_WORDS[screen].title }).waitFor();
    });

    it('leads from what is overdue to the list below, where each has its cell', async () => {
      const page = await shown({ today });
      await page.locator('.ways button', { hasText: 'nhiệm vụ quá hạn' }).press('Enter');
      await page.locator('h2:focus', { hasText: 'Cần quan tâm' }).waitFor();
    });

    it('says nothing of counts that are zero, and tells what must be looked after', async () => {
      const notices = [{ text: 'Có 01 thư chưa rõ đã gửi hay chưa. Đề nghị hỏi lại người nhận.', at: at('F9', 'Thư đã gửi') }];
      const view = aView({ owed: { all: 0, mine: null }, notices, daily: '', more: 3 });
      const page = await shown({ today: [answered('today', view)] });
      expect(await page.locator('.ways').textContent()).not.toContain('chưa nhập');
      expect(await page.locator('.notices').textContent()).toContain('01 thư chưa rõ');
      expect(await page.locator('main').textContent()).toContain('Còn 03 nội dung khác');
      expect(await page.getByRole('button', { name: 'Đến ô F9, trang Thư đã gửi' }).count()).toBe(1);
    });

    it('goes to a cell by the keyboard alone', async () => {
      const page = await shown({ today });
      await page.getByRole('button', { name: 'Đến ô J12, trang Nhập số liệu' }).press('Enter');
      await expect
        .poll(() => asked(page))
        .toEqual([
          { call: 'today', with: {} },
          { call: 'go-to', with: { tab: 'Nhập số liệu', row: 12, column: 10 } },
        ]);
    });
  });

  describe('the screen Danh sách chưa nhập', () => {
    it('lists for each role the rows not filled in, and goes to their cells', async () => {
      const page = await shown({ owed }, 'owed');
      await page.getByText('(chưa ghi chủ trì): 03 dòng').waitFor();
      await page.getByText('Tư pháp – Hộ tịch: 12 dòng').waitFor();
      expect(await page.locator('main li').count()).toBe(3 + 8);
      await page.getByRole('button', { name: 'Xem thêm 04 nội dung' }).click();
      expect(await page.locator('main li').count()).toBe(3 + 12);
      expect(await page.locator('main').textContent()).toContain(HOSTILE);
      await page.getByRole('button', { name: /Đến ô H51, / }).click();
      await expect.poll(async () => (await asked(page)).map(({ call }) => call)).toEqual(['owed', 'go-to']);
    });

    it('says so when nothing is owed, and when no period is open', async () => {
      const page = await shown({ owed: [answered('owed', anOwed([]))] }, 'owed');
      await page.getByText(SIDEBAR.nothingOwed).waitFor();
      const closed = await shown({ owed: [answered('owed', { period: null, roles: [], others: [] })] }, 'owed');
      await closed.getByText(SIDEBAR.noPeriod).waitFor();
    });
  });

  describe('the screen Kiểm tra', () => {
    const CHANGE = {
      code: 'plan-changed' as const,
      severity: 'review' as const,
      text: 'T2: «Năm 2024» đổi từ «75» thành «95» so với Kế hoạch đã chốt. Đề nghị ghi lý do, hoặc khôi phục như cũ.',
      at: at('K4', 'Kế hoạch - Chỉ tiêu'),
      change: 'Kế hoạch - Chỉ tiêu | T2 | Năm 2024',
    };
    const changed = (problem: object = CHANGE) => [answered('check', aCheck({ problems: [{ ...CHANGE, ...problem }] }))];

    it('shows each problem under its severity with its cell', async () => {
      const page = await shown({}, 'check');
      const text = await page.locator('main').textContent();
      for (const part of ['Phải sửa: 02', 'Cần xem lại: 01', 'Lưu ý: 12']) expect(text).toContain(part);
      expect(await page.getByRole('button', { name: 'Đến ô J14, trang Nhập số liệu' }).count()).toBe(1);
    });

    it('shows hostile text as text', async () => {
      const page = await shown({}, 'check');
      await page.getByText('<img src=x').waitFor();
      expect(await page.evaluate('window.hurt')).toBeUndefined();
    });

    it('says beside the button that a cell could not be reached', async () => {
      const page = await shown({ 'go-to': [refused('Không tìm thấy trang.')] }, 'check');
      await page.getByRole('button', { name: 'Đến ô J14, trang Nhập số liệu' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toBe('Không tìm thấy trang.');
    });

    it('shows long lists in part until the rest is asked for', async () => {
      const page = await shown({}, 'check');
      await page.getByText('Thiếu giải trình, minh chứng: 12').click();
      await page.getByRole('button', { name: 'Xem thêm 04 nội dung' }).click();
      await page.getByText('nội dung thứ 12').waitFor();
      expect(await page.getByText('Xem thêm').count()).toBe(0);
    });

    it('takes the reason of a change, by the keyboard alone, and keeps what was typed when it fails', async () => {
      const page = await shown({ check: changed(), '*': [refused('Bảng tính đang bận. Đề nghị thử lại sau ít phút.')] }, 'check');
      await page.getByRole('button', { name: 'Ghi lý do' }).press('Enter');
      await page.getByLabel('Lý do thay đổi').fill('KH 15/KH-UBND điều chỉnh');
      await page.getByRole('button', { name: 'Lưu lý do' }).press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('đang bận');
      expect(await page.getByLabel('Lý do thay đổi').inputValue()).toBe('KH 15/KH-UBND điều chỉnh');
      expect((await asked(page)).at(-1)).toEqual({
        call: 'explain-change',
        with: { change: CHANGE.change, reason: 'KH 15/KH-UBND điều chỉnh' },
      });
      expect(await violations(page)).toEqual([]);
    });

    it('keeps a reason half typed while another screen is shown', async () => {
      const page = await shown({ check: changed() }, 'check');
      await page.getByRole('button', { name: 'Ghi lý do' }).click();
      await page.getByLabel('Lý do thay đổi').fill('Theo văn bản');
      await page.locator('nav button', { hasText: SCREEN_WORDS.report.button }).click();
      await page.locator('h1', { hasText: SCREEN_WORDS.report.title }).waitFor();
      await page.locator('nav button', { hasText: SCREEN_WORDS.check.button }).click();
      await expect.poll(() => page.getByLabel('Lý do thay đổi').inputValue()).toBe('Theo văn bản');
    });

    it('puts a changed cell back, and says so in its place', async () => {
      const page = await shown({ check: changed() }, 'check');
      await page.getByRole('button', { name: 'Khôi phục như cũ' }).click();
      await page.getByText('Đã khôi phục như bản chốt.').waitFor();
      expect((await asked(page)).at(-1)).toEqual({ call: 'restore-change', with: { change: CHANGE.change } });
      expect(await page.getByText(CHANGE.text).count()).toBe(0);
    });

    it('offers no putting back of a row that came or went', async () => {
      const page = await shown({ check: changed({ code: 'plan-row-added' }) }, 'check');
      await page.getByRole('button', { name: 'Ghi lý do' }).waitFor();
      expect(await page.getByRole('button', { name: 'Khôi phục như cũ' }).count()).toBe(0);
    });
  });

  it('has nothing that axe finds wrong, on each screen, empty or failed, and writes no text smaller than 15 px', {
    timeout: 90_000,
  }, async () => {
    const empty = [answered('today', aView({ period: null, attention: [], owed: { all: 0, mine: null } }))];
    const states: [Script, string][] = [
      [{ today }, 'today'],
      [{ today: empty }, 'today'],
      [{ today: [refused('Chưa mở được sổ.')] }, 'today'],
      [{ owed }, 'owed'],
      [{}, 'check'],
      [{}, 'indicators'],
      [{}, 'report'],
    ];
    for (const [script, part] of states) {
      const page = await shown(script, part);
      expect(await violations(page)).toEqual([]);
      const smallest = await page.evaluate(
        'Math.min(...[...document.querySelectorAll("body *")].map((one) => parseFloat(getComputedStyle(one).fontSize)))',
      );
      expect(smallest).toBeGreaterThanOrEqual(15);
    }
  });
});
