import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemLine } from '../../src/app/replies/lines.ts';
import { DIALOG_TITLES } from '../../src/words/pages/dialogs.ts';
import { MENU_CAPTIONS } from '../../src/words/pages/menu.ts';
import type { DialogName } from '../../src/words/pages/page-parts.ts';
import { SIDEBAR } from '../../src/words/pages/sidebar.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, type Script, sidebarHtml } from './page.ts';
import { aCheck, answered, asked, at, HOSTILE, refused, violations } from './samples.ts';
import { aRollOver, aSetUpState, theOpenChoices, toClose } from './view-samples.ts';

const chromiumPath = tool('chromium');
/** As `google/screen.ts` asks Google to show them, and as narrow as the sidebar. */
const WIDTHS = [520, 320, 300];

const change = (id: string, kind: 'changed' | 'added' = 'changed'): ProblemLine => ({
  code: kind === 'changed' ? 'plan-changed' : 'plan-row-added',
  severity: 'review',
  text: `${id}: …`,
  at: at('K4', 'Kế hoạch - Chỉ tiêu'),
  change: `Kế hoạch - Chỉ tiêu | ${id} | Năm 2024`,
  told: { kind, id, period: '', header: 'Năm 2024', before: HOSTILE, after: '2024-06-14', since: null, row: null },
});

/** What each dialog asks when it opens, and the answer. */
const FIRST: Readonly<Record<DialogName, Script>> = {
  'set-up': { 'set-up-state': [answered('set-up-state', aSetUpState({ near: ['trang «Việc» dùng làm trang «Nhập tiến độ»'] }))] },
  'roll-over': { 'roll-over-state': [answered('roll-over-state', aRollOver())] },
  'open-period': { 'open-choices': [answered('open-choices', theOpenChoices())] },
  'close-period': { 'close-choice': [answered('close-choice', toClose())] },
  'reopen-period': { 'open-choices': [answered('open-choices', theOpenChoices())] },
  reason: { check: [answered('check', aCheck({ problems: [change('T2'), change('T9', 'added')] }))] },
  import: {},
  files: {},
};
const DIALOGS: readonly DialogName[] = ['set-up', 'roll-over', 'open-period', 'close-period', 'reopen-period', 'reason'];

describe.runIf(chromiumPath !== null)('the dialogs', () => {
  let browser: Browser;
  let html: string;
  const pages: Page[] = [];
  const open = async (name: DialogName, script: Script = {}) => {
    const page = await openSidebar(browser, html, { script: { ...FIRST[name], ...script }, part: name, width: 520 });
    pages.push(page);
    await page.evaluate('google.script.host = { close: () => { window.closed_ = true; } }');
    await page.locator('main[aria-busy=false]').waitFor();
    return page;
  };
  const last = async (page: Page) => (await asked(page)).at(-1);

  beforeAll(async () => {
    html = await sidebarHtml();
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  it.each(DIALOGS)('«%s» stands alone, asks one call, and is sound at each width', async (name) => {
    const page = await open(name);
    expect(await page.locator('h1').textContent()).toBe(DIALOG_TITLES[name]);
    expect(await page.locator('nav').count()).toBe(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 500 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect((await asked(page)).map(({ call }) => call)).toEqual(Object.keys(FIRST[name]));
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  it.each(DIALOGS)('«%s» that cannot reach the workbook names the other way, and tries again', async (name) => {
    const [call = '', [good = ''] = []] = Object.entries(FIRST[name])[0] ?? [];
    const page = await open(name, { [call]: ['fails', good] });
    const sentence = await page.getByRole('alert').textContent();
    expect(sentence).toContain(SIDEBAR.unreachable);
    const ways: Partial<Record<DialogName, string>> = { reason: 'trang Nhật ký', 'roll-over': 'cchc roll-over' };
    expect(sentence).toContain(ways[name] ?? MENU_CAPTIONS['by-prompt']);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: SIDEBAR.retry }).press('Enter');
    await page.locator('form').waitFor();
  });

  it.each(DIALOGS)('«%s» says the sentence of a refusal as it is', async (name) => {
    const call = Object.keys(FIRST[name])[0] ?? '';
    const page = await open(name, { [call]: [refused('Việc này chỉ thường trực CCHC được làm.')] });
    expect(await page.getByRole('alert').locator('p').allTextContents()).toEqual(['Việc này chỉ thường trực CCHC được làm.']);
  });

  describe('Mở lại kỳ đã chốt', () => {
    it('says what it means, asks why, and reopens the one that was chosen', async () => {
      const page = await open('reopen-period', { 'reopen-period': [answered('reopen-period', { period: 'Năm 2023' })] });
      expect(await page.getByText('Bản chốt cũ còn nguyên').isVisible()).toBe(true);
      const button = page.getByRole('button', { name: 'Mở lại kỳ' });
      expect(await button.isDisabled()).toBe(true);
      await page.getByLabel('Kỳ cần mở lại').selectOption('Năm 2023');
      await page.getByLabel('Lý do mở lại').fill('Cấp trên yêu cầu');
      await button.press('Enter');
      await page.locator('#done:focus').waitFor();
      expect(await last(page)).toEqual({ call: 'reopen-period', with: { period: 'Năm 2023', reason: 'Cấp trên yêu cầu' } });
    });

    it('has nothing to ask where nothing was closed', async () => {
      const page = await open('reopen-period', { 'open-choices': [answered('open-choices', theOpenChoices({ closed: [] }))] });
      expect(await page.getByText('Không có kỳ nào đã chốt').isVisible()).toBe(true);
    });
  });

  describe('Sang kế hoạch mới', () => {
    it('carries each row as it was chosen, and the rest as proposed', async () => {
      const reply = { plan: 'KH2', from: 'KH1', indicators: 3, statistics: 1, tasks: 0, renamed: 1, merged: 1, joined: 0 };
      const done = answered('roll-over', { ...reply, periods: [], columns: [], lost: ['T3-26: …'], open: [] });
      const page = await open('roll-over', { 'roll-over': [done] });
      expect(await page.getByLabel('Ký hiệu kế hoạch mới').inputValue()).toBe('KH2');
      for (const group of await page.locator('details').all()) await group.locator('summary').click();
      await page.getByLabel('Dòng T1', { exact: true }).selectOption('rename');
      await page.getByLabel('Tên mới của T1').fill('Tên khác');
      await page.getByLabel('Dòng T2', { exact: true }).selectOption('merge');
      await page.getByLabel('T2 gộp vào dòng').selectOption('T1');
      await page.getByLabel('Cả nhóm: Cải cách thể chế – nhiệm vụ').selectOption('drop');
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Lấy mức năm cuối').check();
      expect(await page.getByText('Đang chọn:').textContent()).toBe('Đang chọn: giữ 02, đổi tên 01, gộp vào 01, bỏ 02.');
      await page.getByRole('button', { name: 'Sang kế hoạch mới' }).click();
      await page.locator('#done:focus').waitFor();
      expect(await page.locator('#done').textContent()).toContain('Đã chuyển sang kế hoạch «KH2»: 03 chỉ tiêu, 00 nhiệm vụ');
      expect(await last(page)).toMatchObject({
        call: 'roll-over',
        with: {
          from: 'KH1',
          ...{ plan: { id: 'KH2', first: 2026, last: 2030 }, periods: 'cchc', levels: true, baselines: false },
          rows: [
            { id: 'T1', fate: 'rename', with: 'Tên khác' },
            { id: 'T2', fate: 'merge', with: 'T1' },
            { id: 'T3', fate: 'keep', with: '' },
            { id: 'TK1', fate: 'keep', with: '' },
            { id: 'N1', fate: 'drop', with: '' },
            { id: 'N2', fate: 'drop', with: '' },
          ],
        },
      });
    });
  });

  describe('Thiết lập lần đầu', () => {
    const done = answered('set-up', {
      upgraded: null,
      made: ['Tổng quan'],
      kept: [],
      added: [],
      dropped: null,
      refused: [],
      indicators: 37,
      tasks: 57,
      statistics: 40,
    });
    const plain = { 'set-up-state': [answered('set-up-state', aSetUpState())] };

    it('carries the template, the name and the years chosen, says what was made, and closes, by the keyboard alone', async () => {
      const page = await open('set-up', { ...plain, 'set-up': [done] });
      expect(await page.getByLabel('Tên đơn vị', { exact: true }).inputValue()).toBe('');
      await page.getByLabel('Loại đơn vị').selectOption('phường');
      await page.getByLabel('Tên đơn vị', { exact: true }).fill('Bình Minh');
      expect(await page.getByText('«UBND phường Bình Minh»').isVisible()).toBe(true);
      await page.getByLabel('2023').press('Space');
      await page.getByLabel('Tên đơn vị', { exact: true }).press('Enter');
      await page.locator('#done:focus').waitFor();
      expect(await page.locator('#done').textContent()).toContain('Kế hoạch có 37 chỉ tiêu');
      expect(await last(page)).toEqual({
        call: 'set-up',
        with: { template: 'mau', unit: 'UBND phường Bình Minh', years: [2024] },
      });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Đóng' }).press('Enter');
      expect(await page.evaluate('window.closed_')).toBe(true);
    });

    it('asks for a blank plan its years, posts, keeper and calendar, and carries what was chosen', async () => {
      const [first] = aSetUpState().templates;
      if (first === undefined) throw new Error('no template');
      const templates = [first, { ...first, key: 'blank', title: 'Sổ trắng', periods: [['Kỳ', 'Đến ngày']], isBlank: true }];
      const page = await open('set-up', {
        'set-up-state': [answered('set-up-state', aSetUpState({ templates }))],
        'set-up': [done],
      });
      expect(await page.getByLabel('Từ năm').count()).toBe(0);
      await page.getByLabel('Kế hoạch ban đầu').selectOption('blank');
      await page.getByLabel('Tên đơn vị', { exact: true }).fill('Bình Minh');
      await page.getByLabel('Mang tên này từ ngày').fill('01/07/2025');
      await page.getByLabel('Kính gửi').fill('UBND tỉnh; Sở Nội vụ');
      await page.getByLabel('Từ năm').fill('2026');
      await page.getByLabel('Đến năm').fill('2027');
      await page.getByLabel('Phòng, chức danh').selectOption('posts-2025');
      await page.getByLabel('Thường trực CCHC').selectOption('Phòng Văn hóa – Xã hội');
      await page.getByLabel('Kỳ báo cáo').selectOption('monthly');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      await page.locator('#done').waitFor();
      expect((await last(page))?.with).toEqual({
        template: 'blank',
        unit: 'UBND xã Bình Minh',
        since: '01/07/2025',
        addressees: 'UBND tỉnh; Sở Nội vụ',
        years: [2026, 2027],
        posts: 'posts-2025',
        keeper: 'Phòng Văn hóa – Xã hội',
        periods: 'monthly',
      });
    });

    it('keeps all that was typed when it fails, and names the other way', async () => {
      const page = await open('set-up', { ...plain, 'set-up': ['fails', done] });
      await page.getByLabel('Tên đơn vị', { exact: true }).fill('Bình Minh');
      await page.getByLabel('2023').uncheck();
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      await page.getByText(MENU_CAPTIONS['by-prompt']).waitFor();
      expect(await page.getByLabel('Tên đơn vị', { exact: true }).inputValue()).toBe('Bình Minh');
      expect(await page.getByLabel('2023').isChecked()).toBe(false);
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      await page.locator('#done').waitFor();
    });

    it('leaves a name in force and the years that are there as they are', async () => {
      const state = aSetUpState({ unit: 'UBND xã Cũ', years: [2023], made: 16, lacking: 0 });
      const page = await open('set-up', { 'set-up-state': [answered('set-up-state', state)], 'set-up': [done] });
      expect(await page.getByLabel('Tên đơn vị', { exact: true }).getAttribute('readonly')).not.toBeNull();
      expect(await page.getByLabel('2023 (đã có)').isDisabled()).toBe(true);
      expect(await page.getByText('Đã có đủ 16 trang, không phải tạo thêm.').isVisible()).toBe(true);
    });

    it('asks whether tabs of the office are used before it makes any', async () => {
      const page = await open('set-up', { 'set-up': [done] });
      await page.getByLabel('Tên đơn vị', { exact: true }).fill('Bình Minh');
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      expect(await asked(page)).toHaveLength(1);
      await page.getByLabel('Tạo trang mới bên cạnh').check();
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      await page.locator('#done').waitFor();
      expect((await last(page))?.with).toMatchObject({ adopt: false });
    });
  });

  describe('Mở kỳ báo cáo', () => {
    const done = answered('open-period', { period: 'Quý III 2024', added: 142, kept: 0 });

    it('says which period is proposed and why, what would be prepared, and what is open', async () => {
      const page = await open('open-period');
      const text = await page.locator('main').textContent();
      for (const part of [
        'Đề nghị mở Quý III 2024',
        'kết thúc sớm nhất kể từ hôm nay',
        '83 dòng số liệu, 57 dòng nhiệm vụ, 02 mục lời văn',
        'Kỳ đang nhập, chưa chốt: 6 tháng đầu năm 2024',
      ])
        expect(text).toContain(part);
      await page.getByLabel('Kỳ cần mở').selectOption('6 tháng đầu năm 2024');
      expect(await page.getByText('Các dòng của kỳ đã có đủ').isVisible()).toBe(true);
      expect(await page.getByText('15/12/2023 – 14/6/2024').isVisible()).toBe(true);
    });

    it('opens the one chosen, after a failure too, with the choice kept', async () => {
      const page = await open('open-period', { 'open-period': ['fails', done] });
      await page.getByLabel('Kỳ cần mở').selectOption('6 tháng đầu năm 2024');
      await page.getByRole('button', { name: 'Mở kỳ' }).click();
      await page.getByText(MENU_CAPTIONS['by-prompt']).waitFor();
      await page.getByRole('button', { name: 'Mở kỳ' }).click();
      await page.getByText('Đã mở kỳ Quý III 2024: thêm 142 dòng.').waitFor();
      expect(await last(page)).toEqual({ call: 'open-period', with: { period: '6 tháng đầu năm 2024' } });
    });

    it('says so when every period has had its days, or none is left', async () => {
      const late = await open('open-period', {
        'open-choices': [answered('open-choices', theOpenChoices({ today: '2025-01-01' as never }))],
      });
      expect(await late.getByText('đều đã hết thời gian lấy số liệu').isVisible()).toBe(true);
      const none = await open('open-period', {
        'open-choices': [answered('open-choices', theOpenChoices({ proposed: null, choices: [] }))],
      });
      expect(await none.getByText('Không còn kỳ nào để mở.').isVisible()).toBe(true);
    });
  });

  describe('Chốt kỳ báo cáo', () => {
    const done = answered('close-period', {
      period: '6 tháng đầu năm 2024',
      version: 1,
      facts: 360,
      package: 'Gói số liệu gửi cấp tỉnh: Số liệu kỳ.zip',
    });

    it('tells what is missing and whose, what must be fixed, and the newest report', async () => {
      const page = await open('close-period');
      const text = await page.locator('main').textContent();
      for (const part of [
        'Còn chưa nhập: 05 dòng',
        'Tư pháp – Hộ tịch: 04 dòng',
        '(chưa ghi chủ trì): 01 dòng',
        'ô J14, trang Nhập số liệu',
        'Cần xem lại 01 nội dung',
        'bản 02, lập ngày 19/6/2024',
      ])
        expect(text).toContain(part);
    });

    it('closes only after the chairman has agreed, by the keyboard alone', async () => {
      const page = await open('close-period', { 'close-period': [done] });
      expect(await page.getByRole('button', { name: 'Chốt kỳ' }).isDisabled()).toBe(true);
      await page.getByLabel('Chủ tịch UBND đã thống nhất').press('Space');
      await page.getByRole('button', { name: 'Chốt kỳ' }).press('Enter');
      await page.getByText('bản chốt 01: 360 số liệu').waitFor();
      expect(await last(page)).toEqual({ call: 'close-period', with: { period: '6 tháng đầu năm 2024' } });
    });

    it('before the cut-off says when, and offers no closing', async () => {
      const page = await open('close-period', { 'close-choice': [answered('close-choice', toClose({ hasEnded: false }))] });
      expect(await page.getByText('Chốt được từ ngày 14/6/2024.').isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: 'Chốt kỳ' }).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
    });

    it('says so when no period is being entered', async () => {
      const page = await open('close-period', { 'close-choice': [answered('close-choice', { period: null })] });
      expect(await page.getByText('Không có kỳ nào đang nhập').isVisible()).toBe(true);
    });
  });

  describe('Ghi lý do thay đổi', () => {
    const explained = answered('explain-change', { left: 1 });

    it('goes through the changes one after another: a reason, later, and counts them at the end', async () => {
      const page = await open('reason', { 'explain-change': [explained] });
      const text = await page.locator('main').textContent();
      for (const part of [
        'Thay đổi 1 trong 2',
        'Kế hoạch đã chốt bị sửa',
        'T2 – Năm 2024',
        HOSTILE,
        '14/6/2024',
        'ô K4, trang Kế hoạch - Chỉ tiêu',
      ])
        expect(text).toContain(part);
      await page.getByRole('textbox', { name: 'Lý do thay đổi' }).fill('KH 15/KH-UBND');
      await page.getByRole('button', { name: 'Lưu lý do' }).press('Enter');
      await page.locator('#change:focus', { hasText: 'Thay đổi 2 trong 2' }).waitFor();
      expect(await last(page)).toEqual({
        call: 'explain-change',
        with: { change: 'Kế hoạch - Chỉ tiêu | T2 | Năm 2024', reason: 'KH 15/KH-UBND' },
      });
      expect(await page.getByRole('textbox', { name: 'Lý do thay đổi' }).inputValue()).toBe('');
      // A row that came cannot be put back cell by cell.
      expect(await page.getByRole('button', { name: 'Khôi phục như cũ' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Để sau' }).click();
      await page.getByText('Đã ghi lý do 01 thay đổi, khôi phục 00 ô. Còn 01 thay đổi chờ lý do.').waitFor();
      expect((await asked(page)).map(({ call }) => call)).toEqual(['check', 'explain-change']);
    });

    it('puts a cell back', async () => {
      const page = await open('reason', { 'restore-change': [answered('restore-change', { left: 1 })] });
      await page.getByRole('button', { name: 'Khôi phục như cũ' }).click();
      await page.getByText('Thay đổi 2 trong 2').waitFor();
      expect(await last(page)).toEqual({ call: 'restore-change', with: { change: 'Kế hoạch - Chỉ tiêu | T2 | Năm 2024' } });
    });

    it('keeps a reason that could not be saved, and asks for one that is blank', async () => {
      const page = await open('reason', { 'explain-change': ['fails', explained] });
      await page.getByRole('button', { name: 'Lưu lý do' }).click();
      expect(await page.getByRole('alert').textContent()).toBe('Đề nghị nêu lý do.');
      await page.getByRole('textbox', { name: 'Lý do thay đổi' }).fill('Theo văn bản');
      await page.getByRole('button', { name: 'Lưu lý do' }).click();
      await page.getByText(SIDEBAR.unreachable).waitFor();
      expect(await page.getByRole('textbox', { name: 'Lý do thay đổi' }).inputValue()).toBe('Theo văn bản');
      await page.getByRole('button', { name: 'Lưu lý do' }).click();
      await page.getByText('Thay đổi 2 trong 2').waitFor();
    });

    it('says so when nothing waits', async () => {
      const page = await open('reason', { check: [answered('check', aCheck())] });
      expect(await page.getByText('Không có thay đổi nào chờ lý do.').isVisible()).toBe(true);
    });
  });
});
