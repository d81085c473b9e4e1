import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workbenchPage } from '../../scripts/workbench-page.mjs';
import type { Command, Told } from '../../src/workbench/protocol.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { aTab, type Fake, fakeServer } from './fake.ts';
import { openWindow, type Window } from './page.ts';

/** A .docx with a drawing that wants to stand over the whole window. */
function coveringDocx(): Uint8Array {
  const style = 'position:fixed;left:0;top:0;width:3000px;height:3000px;z-index:9999';
  const shape = `<v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="${style}" fillcolor="red"/>`;
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>Trang</w:t></w:r><w:r><w:pict>${shape}</w:pict></w:r></w:p><w:sectPr/></w:body></w:document>`,
    ),
  });
}

const chromiumPath = tool('chromium');
const PERIOD = '6 tháng đầu năm 2024';
const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

describe.skipIf(chromiumPath === null)('the workbench, over a program that does as it is told', () => {
  let browser: Browser;
  let html = '';
  let fake: Fake;
  let at: Window;
  const windows = new Map<number, Window>();

  beforeAll(async () => {
    [browser, html] = await Promise.all([launch(chromiumPath ?? ''), workbenchPage()]);
  });
  afterAll(() => browser.close());

  /** A fresh program, and a window on it. */
  const start = async ({ rows = 60, width = 1280, answer }: { rows?: number; width?: number; answer?: Fake['answer'] } = {}) => {
    fake = await fakeServer(html, aTab(rows));
    if (answer !== undefined) fake.answer = answer;
    // One window for all tests of a width: opening another costs more than most of them.
    const open = windows.get(width);
    if (open === undefined) windows.set(width, await openWindow(browser, fake.address, width));
    else await open.open(fake.address);
    at = windows.get(width) as Window;
  };
  const end = () => fake.close();
  const typed = () =>
    fake.commands
      .filter((command): command is Extract<Command, { do: 'type' }> => command.do === 'type')
      .map(({ typing }) => typing);
  const until = (holds: () => boolean | Promise<boolean>) => expect.poll(holds, { timeout: 60_000 }).toBe(true);

  describe('with one window', () => {
    beforeEach(async () => {
      await start();
      return end;
    });

    it('is entered by the keyboard alone: to the cell, typed, to the next, chosen from a list, cleared, taken back', async () => {
      const { page } = at;
      for (
        let tabs = 0;
        tabs < 30 && !(await at.page.locator('.field').evaluate((field) => field === document.activeElement));
        tabs += 1
      )
        await page.keyboard.press('Tab');
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
      expect(await page.locator('.field').getAttribute('aria-label')).toBe('Tử số, D4: 1250');
      await page.keyboard.type('98,5');
      await page.keyboard.press('Tab');
      await page.keyboard.type('hoàn');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until(() => typed().length === 2);
      expect(typed()).toEqual([
        { row: 4, column: 4, rows: [['98,5']] },
        { row: 4, column: 5, rows: [['Đã hoàn thành']] },
      ]);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+z');
      await until(() => fake.commands.some((command) => command.do === 'undo'));
      expect(typed().at(-1)).toEqual({ row: 4, column: 5, rows: [['']] });
    });

    it('opens at the open period, shows one period alone, and looks for a text in the open one first', async () => {
      const older = fake.tab.cells.map((line) =>
        line.row > 2 && line.row < 40
          ? // Higher than anybody can guess before they are drawn.
            { ...line, cells: { ...line.cells, 2: { t: 'Quý I 2024' }, 3: { t: 'một\nhai\nba\nbốn' } } }
          : line,
      );
      fake.tab = { ...fake.tab, id: 9, cells: older };
      fake.book = { ...fake.book, version: 2, tabs: [fake.tab], openPeriods: [PERIOD] };
      fake.tell({ is: 'changed', version: 2, tab: null });
      await until(async () => (await at.page.locator('.field').getAttribute('aria-label'))?.includes('A40') === true);
      const [frame, cell] = await Promise.all([at.page.locator('.frame').boundingBox(), at.cell(40, 1).boundingBox()]);
      expect(cell?.y).toBeGreaterThan(frame?.y ?? 0);
      expect((cell?.y ?? 0) + (cell?.height ?? 0)).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
      await at.page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await at.page.keyboard.type('Tỷ lệ hồ sơ');
      await at.page.keyboard.press('Enter');
      expect(await at.page.locator('.field').getAttribute('aria-label')).toContain('C40');
      await at.page.keyboard.press('Escape');
      await at.page.getByLabel('Kỳ:').selectOption('Quý I 2024');
      await at.page.getByText('Đang chỉ hiện 37 dòng của kỳ Quý I 2024').waitFor();
      await at.page.getByLabel('Kỳ:').selectOption('');
    });

    it('prints the lines that are shown as a table with its headers, and nothing of the page around them', async () => {
      await at.page.evaluate(
        'window.printed = 0; window.print = () => { window.printed = document.querySelectorAll(".printed tbody tr").length; }',
      );
      await at.page.getByRole('button', { name: 'In trang' }).click();
      await until(async () => (await at.page.evaluate('window.printed')) === 60);
      await until(async () => (await at.page.locator('.printed').count()) === 0);
    });

    it('leaves the grid at Tab, so that nobody is caught in it', async () => {
      await at.cell(5, 4).click();
      await at.page.keyboard.press('Tab');
      expect(await at.page.evaluate('document.activeElement.getAttribute("role")')).toBe('tab');
    });

    it('takes letters that a Vietnamese keyboard composes, whole from the first key on, and combining marks as typed', async () => {
      const keyboard = await at.page.context().newCDPSession(at.page);
      await at.cell(5, 8).click();
      for (const text of ['d', 'đ', 'đa', 'đạ', 'đạt'])
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await keyboard.send('Input.insertText', { text: 'đạt' });
      await at.page.keyboard.press('Enter');
      const apart = 'Tỷ lệ đạt'.normalize('NFD');
      await at.page.keyboard.insertText(apart);
      await at.page.keyboard.press('Enter');
      await until(() => typed().length === 2);
      expect(typed()[0]?.rows).toEqual([['đạt']]);
      expect(typed()[1]?.rows[0]?.[0]?.normalize('NFC')).toBe('Tỷ lệ đạt');
      expect((await at.cell(6, 8).locator('.text').textContent())?.normalize('NFC')).toBe('Tỷ lệ đạt');
    });

    it('gives a refused cell back, says why, and hands the typed text out again', async () => {
      fake.answer = ({ do: what }) => (what === 'type' ? { ok: false, sentence: 'Ngày không đúng.' } : undefined);
      await at.cell(6, 4).click();
      await at.page.keyboard.type('31/2');
      await at.page.keyboard.press('Enter');
      await at.page.getByRole('alert').getByText('Ô D6: Ngày không đúng.').waitFor();
      expect(await at.cell(6, 4).locator('.text').textContent()).toBe('1.250');
      await at.page.getByRole('button', { name: 'Lấy lại nội dung đã gõ' }).click();
      await until(async () => (await at.focused()) === '31/2');
      expect(await at.page.locator('.field').getAttribute('aria-label')).toContain('D6');
    });

    it('says of a cell that is kept by others, and of a formula, why it cannot be typed into, and types nothing', async () => {
      fake.write({ row: 9, column: 8, rows: [['12']] });
      fake.tab = {
        ...fake.tab,
        cells: fake.tab.cells.map((line) =>
          line.row === 9 ? { ...line, cells: { ...line.cells, 8: { t: '12', f: true } } } : line,
        ),
      };
      fake.book = { ...fake.book, version: fake.book.version + 1 };
      fake.tell({ is: 'changed', version: fake.book.version, tab: 7 });
      await at.page.locator('.formula').waitFor();
      for (const [row, column, sentence] of [
        [4, 7, 'thường trực CCHC giữ'],
        [9, 8, 'Ô công thức'],
      ] as const) {
        await at.cell(row, column).click();
        await at.page.keyboard.type('x');
        await at.page.getByRole('alert').getByText(sentence).waitFor();
        await at.page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click();
      }
      await at.cell(4, 7).click();
      await at.page.keyboard.press('Delete');
      await at.page.getByRole('alert').getByText('thường trực CCHC giữ').waitFor();
      expect(typed()).toEqual([]);
    });

    it('warns before a grey cell is typed into, and still lets it', async () => {
      await at.cell(5, 1).click();
      await at.page.locator('#cell-hint', { hasText: 'Ô xám: máy ghi' }).waitFor();
      await at.page.keyboard.type('T9');
      await at.page.keyboard.press('Enter');
      await until(() => typed().length === 1);
    });

    it('copies a block as one would type it and pastes it, line breaks and quotes included', async () => {
      fake.write({ row: 5, column: 8, rows: [['hai\ndòng'], ['"ngoặc"\tvà tab']] });
      await at.cell(5, 8).getByText('hai').waitFor();
      await at.cell(5, 8).click();
      await at.page.keyboard.press('Shift+ArrowDown');
      await at.page.keyboard.press('Control+c');
      expect(await at.page.evaluate('navigator.clipboard.readText()')).toBe('"hai\ndòng"\n"""ngoặc""\tvà tab"');
      await at.cell(8, 8).click();
      await at.page.keyboard.press('Control+v');
      await until(() => typed().length === 1);
      expect(typed()[0]).toEqual({ row: 8, column: 8, rows: [['hai\ndòng'], ['"ngoặc"\tvà tab']] });
      await at.cell(8, 4).click();
      await at.page.keyboard.press('Control+c');
      expect(await at.page.evaluate('navigator.clipboard.readText()')).toBe('1250');
    });

    it('shows only the lines of who sits there, says so, and never writes through to a hidden one', async () => {
      await at.page.getByLabel('Tôi là').selectOption('tu-phap@example.vn');
      await at.page.getByLabel('Chỉ dòng của tôi').check();
      await at.page.getByText('Đang chỉ hiện 15 dòng').waitFor();
      expect(await at.page.locator('.body .line .number').allInnerTexts()).toEqual(expect.arrayContaining(['4', '8', '12']));
      await at.cell(8, 8).click();
      await at.page.evaluate('navigator.clipboard.writeText("a\\nb")');
      await at.page.keyboard.press('Control+v');
      await until(() => typed().length === 2);
      expect(typed()).toEqual([
        { row: 8, column: 8, rows: [['a']] },
        { row: 12, column: 8, rows: [['b']] },
      ]);
    });

    it('keeps what is typed while the program is away, and sends it when it is back', async () => {
      fake.dead = true;
      await at.cell(5, 4).click();
      await at.page.keyboard.type('77');
      await at.page.keyboard.press('Enter');
      await at.page.getByRole('alert').getByText('Chưa lưu 01 ô.').waitFor();
      expect(await at.cell(5, 4).locator('.text').textContent()).toBe('77');
      fake.dead = false;
      await until(() => typed().length === 1);
      await until(async () => (await at.page.locator('.warning').count()) === 0);
      expect(await at.cell(5, 4).locator('.text').textContent()).toBe('77');
    });

    it('asks everything again when it missed a version', async () => {
      fake.tab = {
        ...fake.tab,
        cells: fake.tab.cells.map((line) => (line.row === 5 ? { row: 5, cells: { 8: { t: 'từ nơi khác' } } } : line)),
      };
      fake.book = { ...fake.book, version: 5 };
      fake.tell({ is: 'cells', version: 5, tab: 7, lines: [], looks: fake.tab.looks });
      await at.cell(5, 8).getByText('từ nơi khác').waitFor();
    });

    it('answers the words of the script, and closes its page when that page says so and nobody else', async () => {
      const { page } = at;
      await page.getByRole('button', { name: 'Kế hoạch CCHC' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('k');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await until(() => fake.commands.some((command) => command.do === 'menu' && command.run === 'menuMatrix'));
      fake.tell({
        is: 'dialog',
        window: '',
        dialog: 3,
        kind: 'prompt',
        title: 'Kế hoạch CCHC',
        text: 'Gõ tên kỳ.',
        buttons: ['OK', 'CANCEL'],
      });
      await page.getByRole('dialog').getByText('Gõ tên kỳ.').waitFor();
      await page.keyboard.type('Quý I');
      await page.keyboard.press('Enter');
      fake.tell({
        is: 'dialog',
        window: '',
        dialog: 4,
        kind: 'alert',
        title: '',
        text: 'Có chốt không?',
        buttons: ['YES', 'NO'],
      });
      await page.getByRole('button', { name: 'Không', exact: true }).click();
      fake.tell({ is: 'dialog', window: '', dialog: 5, kind: 'alert', title: '', text: 'Xong.', buttons: ['OK'] });
      await page.getByText('Xong.').waitFor();
      await page.keyboard.press('Escape');
      await until(() => fake.commands.filter((command) => command.do === 'answer').length === 3);
      expect(fake.commands.filter((command) => command.do === 'answer')).toEqual([
        { do: 'answer', dialog: 3, button: 'OK', text: 'Quý I' },
        { do: 'answer', dialog: 4, button: 'NO', text: '' },
        { do: 'answer', dialog: 5, button: 'CLOSE', text: '' },
      ]);
      fake.tell({ is: 'page', window: '', kind: 'dialog', title: 'Thiết lập', address: '/trang/1', width: 400, height: 200 });
      const inside = page.frameLocator('dialog iframe').getByRole('button', { name: 'Xong' });
      await inside.waitFor();
      await page.evaluate('window.postMessage({ closed: "/trang/1" }, location.origin)');
      await inside.click({ trial: true });
      await inside.click();
      await page.locator('dialog').waitFor({ state: 'detached' });
    });

    it('goes on typing in the line it was typing into when another window inserts one above, and says which line it meant', async () => {
      await at.cell(5, 4).click();
      await at.page.keyboard.press('Enter');
      await at.page.keyboard.press('ArrowLeft');
      fake.book = { ...fake.book, version: 2 };
      const lower = fake.tab.cells.map((line) => (line.row < 4 ? line : { ...line, row: line.row + 1 }));
      fake.tab = { ...fake.tab, cells: lower, moves: [{ is: 'inserted', row: 4, count: 1 }] };
      fake.tell({ is: 'changed', version: 2, tab: 7 });
      await until(async () => (await at.page.locator('.field').getAttribute('aria-label'))?.startsWith('Tử số, D6') === true);
      expect(typed()).toEqual([]);
      await at.page.keyboard.type('7');
      expect(await at.focused()).toBe('12570');
      await at.page.keyboard.press('Enter');
      await until(() => typed().length === 1);
      expect(fake.commands.find((command) => command.do === 'type')).toEqual({
        do: 'type',
        tab: 7,
        typing: { row: 5, column: 4, rows: [['12570']] },
        seen: { version: 1, keys: [['T5', PERIOD]] },
        nth: 1,
      });
    });

    it('hands back what was being typed into a line that another window deletes', async () => {
      await at.cell(5, 4).click();
      await at.page.keyboard.type('4321');
      fake.book = { ...fake.book, version: 2 };
      const upper = fake.tab.cells.flatMap((line) =>
        line.row === 5 ? [] : [{ ...line, row: line.row < 5 ? line.row : line.row - 1 }],
      );
      fake.tab = { ...fake.tab, cells: upper, moves: [{ is: 'deleted', row: 5, count: 1 }] };
      fake.tell({ is: 'changed', version: 2, tab: 7 });
      await at.page.getByRole('alert').getByText('Nội dung đã gõ: «4321»').waitFor();
      expect(await at.page.locator('.field').inputValue()).toBe('');
      await at.page.keyboard.press('ArrowDown');
      expect(typed()).toEqual([]);
    });

    it('says each refusal of its own, and lets a refused block be copied', async () => {
      fake.answer = (command) =>
        command.do === 'type' ? { ok: false, sentence: `Không ghi ${command.nth}.`, row: null } : undefined;
      await at.cell(6, 4).click();
      await at.page.keyboard.type('31');
      await at.page.keyboard.press('Enter');
      await at.cell(8, 8).click();
      await at.page.evaluate('navigator.clipboard.writeText("a\\tb")');
      await at.page.keyboard.press('Control+v');
      await at.page.getByRole('alert').getByText('Ô D6: Không ghi 1. Nội dung đã gõ: «31».').waitFor();
      await at.page.getByRole('alert').getByText('Ô H8: Không ghi 2.').waitFor();
      await at.page.evaluate('navigator.clipboard.writeText("")');
      await at.page.getByRole('button', { name: 'Chép nội dung đã gõ' }).click();
      await until(async () => (await at.page.evaluate('navigator.clipboard.readText()')) === 'a\tb');
    });

    it('says that an answer is long in coming', async () => {
      fake.late = ({ do: what }) => (what === 'undo' ? 6500 : 0);
      await at.page.getByRole('button', { name: 'Hoàn tác' }).click();
      await at.page.getByText('chưa trả lời sau hơn 5 giây').waitFor();
      await at.page.getByText('Không có gì để hoàn tác.').waitFor();
      expect(await at.page.getByText('chưa trả lời sau hơn 5 giây').count()).toBe(0);
    });

    it('says of a letter that it cannot be read', async () => {
      fake.answer = ({ do: what }) => (what === 'letter' ? { ok: false, sentence: 'Không đọc được thư này.' } : undefined);
      await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
      await at.page.getByRole('button', { name: /^Xem: 2024/u }).click();
      await at.page.locator('dialog.shown').getByText('Không đọc được thư này ở đây').waitFor();
      expect(await at.page.getByText('Đang đọc tệp').count()).toBe(0);
    });

    it('makes a PDF of a document where LibreOffice is there, and says how it went', async () => {
      const made = { ok: true, reply: { name: 'Báo cáo CCHC.pdf', file: Buffer.from('%PDF-').toString('base64') } } as const;
      fake.answer = ({ do: what }) => (what === 'pdf' ? made : undefined);
      await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
      const saved = at.page.waitForEvent('download');
      await at.page.getByRole('button', { name: 'PDF: Báo cáo CCHC.docx' }).click();
      expect((await saved).suggestedFilename()).toBe('Báo cáo CCHC.pdf');
      await at.page.getByText('Đã lập «Báo cáo CCHC.pdf»').waitFor();
      expect(fake.commands.at(-1)).toEqual({ do: 'pdf', path: 'bao-cao/Báo cáo CCHC.docx' });
      fake.answer = ({ do: what }) => (what === 'pdf' ? { ok: false, sentence: 'LibreOffice không xuất được PDF.' } : undefined);
      await at.page.getByRole('button', { name: 'PDF: Báo cáo CCHC.docx' }).click();
      await at.page.getByText('Chưa lập được bản PDF').waitFor();
    });

    it('says before anybody asks that this machine makes no PDF', async () => {
      fake.book = { ...fake.book, noPdf: 'Máy này chưa cài LibreOffice nên không xuất được PDF.' };
      fake.tell({ is: 'changed', version: fake.book.version, tab: null });
      await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
      await at.page.getByText('Máy này chưa cài LibreOffice').waitFor();
      expect(await at.page.getByRole('button', { name: /^PDF/u }).count()).toBe(0);
    });

    it('draws no paper beyond its room, whatever the file says of its places', async () => {
      const file = Buffer.from(coveringDocx()).toString('base64');
      fake.answer = ({ do: what }) => (what === 'report' ? { ok: true, reply: { file } } : undefined);
      await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
      await at.page.getByRole('button', { name: /^Xem: Báo cáo/u }).click();
      await at.page.locator('.paper[aria-busy=false]').waitFor();
      const drawn = await at.page.evaluate<number>(
        'document.querySelector(".paper").shadowRoot.querySelectorAll("[style*=fixed]").length',
      );
      const close = at.page.locator('dialog.shown').getByRole('button', { name: 'Đóng' });
      const box = await close.boundingBox();
      const top = await at.page.evaluate<string>(
        `document.elementFromPoint(${(box?.x ?? 0) + 5}, ${(box?.y ?? 0) + 5}).textContent`,
      );
      expect([drawn > 0, top]).toEqual([true, 'Đóng']);
      await close.click();
    });

    it('goes to the cell that the script shows, far down, and types there', async () => {
      fake.tell({ is: 'go-to', window: '', tab: 7, row: 58, column: 8 });
      await until(async () => (await at.page.locator('.field').getAttribute('aria-label')) === 'Ghi chú, H58: trống');
      const box = await at.cell(58, 8).boundingBox();
      expect(box?.y).toBeLessThan(720);
      await at.page.keyboard.type('đến nơi');
      await at.page.keyboard.press('Enter');
      await until(() => typed()[0]?.row === 58);
    });

    it('inserts and sorts lines from their menu, and asks before it deletes', async () => {
      const { page } = at;
      const choose = async (name: string) => {
        await page.getByRole('button', { name: 'Dòng' }).click();
        await page.getByRole('menuitem', { name }).click();
      };
      await at.cell(6, 4).click();
      await at.cell(7, 4).click({ modifiers: ['Shift'] });
      await choose('Chèn dòng lên trên');
      await choose('Sắp xếp giảm dần');
      await choose('Xóa dòng');
      await page.getByText('Xóa 02 dòng (6 – 7)').waitFor();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await until(() => fake.commands.some((command) => command.do === 'delete-rows'));
      expect(fake.commands.filter(({ do: what }) => ['insert-rows', 'sort', 'delete-rows'].includes(what))).toEqual([
        { do: 'insert-rows', tab: 7, row: 6, count: 2, seen: { version: 1, keys: [['T6', PERIOD]] } },
        { do: 'sort', tab: 7, column: 4, descending: true, version: 1 },
        {
          do: 'delete-rows',
          tab: 7,
          row: 6,
          count: 2,
          seen: {
            version: 1,
            keys: [
              ['T6', PERIOD],
              ['T7', PERIOD],
            ],
          },
        },
      ]);
    });

    it('finds a text in the tab, forth and back, from the keyboard', async () => {
      await at.cell(5, 4).click();
      await at.page.keyboard.press('Control+f');
      await at.page.keyboard.type('chưa ĐẠT');
      await at.page.keyboard.press('Enter');
      await at.page.getByText('1 trên 20').waitFor();
      await at.page.getByRole('button', { name: 'Ô trước' }).click();
      await at.page.getByText('20 trên 20').waitFor();
      await at.page.keyboard.press('Escape');
      await until(async () => (await at.page.locator('.field').getAttribute('aria-label'))?.startsWith('Đánh giá, F60') === true);
    });

    it('keeps the focus in a window over the page and gives it back afterwards', async () => {
      const { page } = at;
      await page.getByRole('button', { name: 'Tệp', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Tệp' }).waitFor();
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate('document.activeElement === document.body || document.activeElement.closest("dialog") !== null'),
        ).toBe(true);
      }
      await page.keyboard.press('Escape');
      await until(async () => (await page.evaluate('document.activeElement.textContent')) === 'Tệp');
      await at.cell(5, 4).click();
      fake.tell({ is: 'dialog', window: '', dialog: 9, kind: 'alert', title: '', text: 'Xong.', buttons: ['OK'] });
      await page.getByText('Xong.').waitFor();
      await page.keyboard.press('Enter');
      await until(() => page.locator('.field').evaluate((field) => field === document.activeElement));
    });

    it('brings in a workbook of one’s own, and says of another kind of file that it cannot', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'so-cchc-bring-'));
      for (const name of ['so.xlsx', 'so.doc']) writeFileSync(join(folder, name), 'xin chào');
      await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
      await at.page.locator('#bring').setInputFiles(join(folder, 'so.doc'));
      await at.page.getByText('Chỉ mở được tệp Excel').waitFor();
      await at.page.locator('#bring').setInputFiles(join(folder, 'so.xlsx'));
      await until(() => fake.commands.some((command) => command.do === 'bring'));
      expect(fake.commands.find((command) => command.do === 'bring')).toEqual({
        do: 'bring',
        name: 'so.xlsx',
        file: Buffer.from('xin chào').toString('base64'),
      });
      rmSync(folder, { recursive: true });
    });
  });

  it('shows hostile text as text, wherever it stands', async () => {
    const letter = {
      from: HOSTILE,
      to: HOSTILE,
      replyTo: '',
      subject: HOSTILE,
      date: '',
      html: `<p>Thư</p>${HOSTILE.replaceAll('window.', 'parent.')}`,
      text: '',
    };
    await start({ answer: ({ do: what }): Told | undefined => (what === 'letter' ? { ok: true, reply: letter } : undefined) });
    fake.write({ row: 5, column: 8, rows: [[HOSTILE]] });
    await at.cell(5, 8).getByText(HOSTILE).waitFor();
    await at.cell(5, 8).click();
    expect(await at.page.locator('.cell-bar .whole').textContent()).toBe(HOSTILE);
    fake.tell({ is: 'toast', window: '', title: HOSTILE, text: HOSTILE });
    await at.page.locator('.toast').getByText(HOSTILE).first().waitFor();
    fake.tell({ is: 'dialog', window: '', dialog: 1, kind: 'alert', title: HOSTILE, text: HOSTILE, buttons: ['OK'] });
    await at.page.locator('.said').getByText(HOSTILE).waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('button', { name: 'Tệp', exact: true }).click();
    await at.page.getByRole('button', { name: /^Xem: 2024/u }).click();
    await at.page.frameLocator('.mail iframe').getByText('Thư').waitFor();
    await at.page.locator('.mail dl').getByText(HOSTILE).first().waitFor();
    expect(await at.page.evaluate('window.hacked')).toBeUndefined();
    await end();
  });

  it('shows one window what another types', async () => {
    await start();
    const other = await openWindow(browser, fake.address);
    await at.cell(5, 4).click();
    await at.page.keyboard.type('4321');
    await at.page.keyboard.press('Enter');
    await other.cell(5, 4).getByText('4321').waitFor();
    await other.close();
    await end();
  });

  it('scrolls and edits 5,000 lines while it draws only those near the window', async () => {
    await start({ rows: 5000 });
    await at.cell(5, 4).click();
    await at.page.keyboard.press('Control+End');
    await at.cell(5002, 8).waitFor();
    await at.page.keyboard.type('cuối');
    await at.page.keyboard.press('Enter');
    await at.cell(5002, 8).getByText('cuối').waitFor();
    for (let wheel = 0; wheel < 20; wheel += 1) await at.page.mouse.wheel(0, -3000);
    expect(await at.page.locator('.body .line').count()).toBeLessThan(60);
    // The active cell, and a text half typed into it, outlives the scrolling.
    await at.page.keyboard.press('Control+Home');
    await at.page.keyboard.type('dở');
    await at.page.mouse.move(600, 400);
    for (let wheel = 0; wheel < 5; wheel += 1) await at.page.mouse.wheel(0, 9000);
    await at.page.keyboard.type(' dang');
    expect(await at.focused()).toBe('dở dang');
    await end();
  });

  describe.each([320, 1280])('%s pixels wide', (width) => {
    it('has nothing that axe finds wrong in any state, nothing wider than the window, and asks for nothing elsewhere', async () => {
      const letter = {
        from: 'a@example.vn',
        to: 'b@example.vn',
        replyTo: 'c@example.vn',
        subject: 'Thư',
        date: '20/6/2024',
        html: '<p>Kính gửi</p>',
        text: '',
      };
      await start({
        width,
        rows: 12,
        answer: ({ do: what }): Told | undefined => (what === 'letter' ? { ok: true, reply: letter } : undefined),
      });
      const { page } = at;
      const tools = async () => {
        if (width < 500) await page.getByRole('button', { name: 'Công cụ' }).click();
      };
      const states: Readonly<Record<string, () => Promise<unknown>>> = {
        'as it opens': async () => undefined,
        'typing into a cell': async () => {
          await at.cell(5, 4).click();
          await page.keyboard.type('98');
        },
        'a drop-down': async () => {
          await page.keyboard.press('Tab');
          await page.keyboard.press('Alt+ArrowDown');
          await page.locator('.choices [role=option]').first().waitFor();
        },
        'the menu': async () => {
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: 'Kế hoạch CCHC' }).click();
          await page.keyboard.press('k');
          await page.keyboard.press('ArrowRight');
        },
        'hidden tabs': async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: 'Hiện trang ẩn' }).click();
        },
        'looking for a text': async () => {
          await tools();
          await page.getByRole('button', { name: 'Tìm' }).click();
          await page.keyboard.type('Chưa đạt');
          await page.keyboard.press('Enter');
        },
        'the files': async () => {
          await page.keyboard.press('Escape');
          await tools();
          await page.getByRole('button', { name: 'Tệp', exact: true }).click();
        },
        'a letter': async () => {
          await page.getByRole('button', { name: /^Xem: 2024/u }).click();
          await page.locator('.mail iframe').waitFor();
        },
        'a question of the script': async () => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
          fake.tell({
            is: 'dialog',
            window: '',
            dialog: 1,
            kind: 'prompt',
            title: 'Kế hoạch CCHC',
            text: 'Gõ tên kỳ.',
            buttons: ['OK', 'CANCEL'],
          });
          await page.getByText('Gõ tên kỳ.').waitFor();
        },
        'long work, a toast and a refusal': async () => {
          await page.keyboard.press('Escape');
          fake.tell({ is: 'busy', with: 'Đang tạo báo cáo…' });
          fake.tell({ is: 'toast', window: '', title: 'Kế hoạch CCHC', text: 'Đã cập nhật 05 ô.' });
          fake.answer = ({ do: what }) => (what === 'undo' ? { ok: false, sentence: 'Tệp đã đổi.', stale: true } : undefined);
          await tools();
          await page.getByRole('button', { name: 'Hoàn tác' }).click();
          await page.getByRole('button', { name: 'Tải lại sổ' }).waitFor();
        },
        'a page of the script over the grid': async () => {
          fake.tell({ is: 'page', window: '', kind: 'dialog', title: 'Thiết lập', address: '/trang/1', width: 500, height: 300 });
          await page.frameLocator('dialog iframe').getByRole('button').waitFor();
        },
        'a page of the script beside the grid': async () => {
          await page.keyboard.press('Escape');
          fake.tell({
            is: 'page',
            window: '',
            kind: 'sidebar',
            title: 'Việc hôm nay',
            address: '/trang/2',
            width: null,
            height: null,
          });
          await page.frameLocator('aside iframe').getByRole('button').waitFor();
        },
      };
      const faults: Record<string, string[]> = {};
      for (const [state, go] of Object.entries(states)) {
        await go();
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme });
          const found = await at.faults();
          if (found.length > 0) faults[`${state}, ${colorScheme}`] = found;
        }
      }
      expect(faults).toEqual({});
      await end();
    });
  });
});
