import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PERIOD } from '../../../src/host/core/demonstration.ts';
import { findCell } from '../../../src/host/core/look.ts';
import { WORKBENCH_REFUSALS } from '../../../src/words/pages/workbench-server.ts';
import type { SessionCommand } from '../../../src/workbench/server/commands.ts';
import { isRetyped, typedText } from '../../../src/workbench/server/lines/cell-text.ts';
import { readingOf } from '../../../src/workbench/server/lines/type-block.ts';
import { newSheet, PLAIN } from '../../../src/xlsx/areas.ts';
import type { WorkbookModel } from '../../../src/xlsx/model.ts';
import { readXlsx } from '../../../src/xlsx/read.ts';
import { saveXlsx } from '../../../src/xlsx/save.ts';
import { ODD_VALUES } from '../../fixtures/odd-values.ts';
import { ensureBuilt } from '../../helpers/built.ts';
import { aHost } from '../../helpers/host.ts';
import { smallWorkbook } from '../../helpers/odd-host.ts';
import { type Bare, type Heard, playSession, refusalOf, replyOf, type Step, toldOf } from '../../helpers/session.ts';

let sample = '';
let workspace = '';
beforeAll(() => {
  ensureBuilt();
  sample = mkdtempSync(join(tmpdir(), 'so-cchc-session-'));
  writeFileSync(join(sample, 'so-cchc.xlsx'), smallWorkbook(sample));
  cpSync(join(sample, 'mau.xlsx.cchc.json'), join(sample, 'so-cchc.xlsx.cchc.json'));
});
beforeEach(() => {
  rmSync(workspace, { recursive: true, force: true });
  workspace = mkdtempSync(join(tmpdir(), 'so-cchc-session-'));
  for (const file of ['so-cchc.xlsx', 'so-cchc.xlsx.cchc.json']) cpSync(join(sample, file), join(workspace, file));
});
afterAll(() => {
  for (const folder of [sample, workspace]) rmSync(folder, { recursive: true, force: true });
});

const ACTUALS = 'Nhập số liệu';
const onDisk = (name = 'so-cchc.xlsx'): WorkbookModel => readXlsx(readFileSync(join(workspace, name)));
const idOf = (tab: string): number => onDisk().sheets.find(({ name }) => name === tab)?.id ?? 0;
const typedOn = (tab: string, row: number, column: number): unknown =>
  onDisk()
    .sheets.find(({ name }) => name === tab)
    ?.cells.get(row)
    ?.get(column)?.value ?? '';

/** The cell of a task's progress or an indicator's result in the period that is being entered. */
function place(tab: string, id: string, header: string) {
  const found = findCell(onDisk(), { tab, id, period: DEMO_PERIOD, header });
  if (found === null) throw new Error(`Bug: no ${id} ${header}`);
  return { tab: idOf(tab), row: found.row, column: found.column };
}

const asks = (window: string, command: SessionCommand | Bare) => (): Step => ({ window, command });
const types = (window: string, at: { tab: number; row: number; column: number }, text: string) =>
  asks(window, { do: 'type', tab: at.tab, typing: { row: at.row, column: at.column, rows: [[text]] } });
/** Presses a button of the dialog that was shown last. */
const presses =
  (window: string, button: 'OK' | 'CANCEL', text = '') =>
  (heard: Heard): Step => ({ window, command: { do: 'answer', dialog: heard.news('dialog').at(-1)?.dialog ?? 0, button, text } });

describe('a paste over lines that lie apart', () => {
  it('is taken back as one, whole or not at all', () => {
    const at = place(ACTUALS, 'T3.8', 'Tử số');
    const other = { ...at, row: at.row + 2 };
    const before = [at, other].map(({ row, column }) => typedOn(ACTUALS, row, column));
    const block = (spot: typeof at, text: string) =>
      asks('a', { do: 'type', tab: spot.tab, typing: { row: spot.row, column: spot.column, rows: [[text]] }, with: 1 });
    const heard = playSession(workspace, [
      asks('a', { do: 'tab', tab: at.tab }),
      block(at, '11'),
      block(other, '12'),
      asks('a', { do: 'undo' }),
      asks('a', { do: 'undo' }),
    ]);
    expect(replyOf(heard, 4, 'undo').text).toContain('2 ô');
    expect(replyOf(heard, 5, 'undo').text).toBeNull();
    expect([at, other].map(({ row, column }) => typedOn(ACTUALS, row, column))).toEqual(before);
  });
});

describe('the workbook as windows see it', () => {
  it('has its tabs, menu, people, files and day', () => {
    const book = replyOf(playSession(workspace, [asks('a', { do: 'book' })]), 1, 'book');
    expect([book.name, book.today, book.sample, book.user]).toEqual(['so-cchc', '20/6/2024', true, '']);
    expect(book.tabs.slice(0, 3).map(({ name }) => name)).toEqual(['Tổng quan', ACTUALS, 'Nhập tiến độ']);
    expect(book.menu.items.map(({ run }) => run)).toContain('menuReport');
    expect(JSON.stringify(book.menu)).not.toContain('menuSelfTest');
    expect(book.people[0]).toEqual({ user: '', roles: [], keeps: true });
    expect(book.people.some(({ keeps }) => !keeps)).toBe(true);
    expect(book.files.map(({ path, kind }) => [path, kind])).toEqual([['so-cchc.xlsx', 'workbook']]);
  });

  it('tells every window of an edit, with the verdict that the script wrote and its colour, and undoes it where it was typed', () => {
    const at = place(ACTUALS, 'T3.8', 'Tử số');
    const before = typedOn(ACTUALS, at.row, at.column);
    const heard = playSession(workspace, [
      asks('a', { do: 'tab', tab: at.tab }),
      types('a', at, '100,5'),
      asks('b', { do: 'undo' }),
      asks('a', { do: 'undo' }),
      asks('a', { do: 'undo' }),
    ]);
    const header = replyOf(heard, 1, 'tab').cells.find(({ row }) => row === replyOf(heard, 1, 'tab').headerRow);
    const verdict = Number(Object.entries(header?.cells ?? {}).find(([, { t }]) => t === 'Đánh giá')?.[0]);
    const [edited, undone] = heard.news('cells');
    const line = edited?.lines.find(({ row }) => row === at.row);
    expect([edited?.version, edited?.tab, line?.cells[at.column]?.t]).toEqual([
      replyOf(heard, 2, 'type').version,
      at.tab,
      '100,5',
    ]);
    expect(line?.cells[verdict]?.t).toBe('Chưa đạt');
    expect(edited?.looks[line?.cells[verdict]?.s ?? 0]).toMatchObject({ background: '#fbe3e1', color: '#9b1c1c' });
    expect(undone?.lines.find(({ row }) => row === at.row)?.cells[verdict]?.t).not.toBe('Chưa đạt');
    expect([3, 4, 5].map((step) => replyOf(heard, step, 'undo').text)).toEqual([
      null,
      expect.stringMatching(/^Đã trả lại nội dung trước đó của ô [A-Z]+\d+ \(Tử số, T3\.8 – 6 tháng đầu năm 2024\)\.$/u),
      null,
    ]);
    expect(typedOn(ACTUALS, at.row, at.column)).toBe(before);
  });

  it('gives a day and its format back, and nothing where somebody wrote since', () => {
    const at = place(ACTUALS, 'T1.3', 'Kết quả nhập tay');
    const note = place(ACTUALS, 'T1.3', 'Ghi chú');
    const plain = onDisk()
      .sheets.find(({ id }) => id === at.tab)
      ?.cells.get(at.row)
      ?.get(at.column);
    const heard = playSession(workspace, [
      types('a', at, '14/6/2024'),
      asks('a', { do: 'undo' }),
      types('a', note, 'một'),
      // The page of the script, which is no human act that undo knows.
      asks('a', { do: 'menu', run: 'menuToday' }),
      () => ({
        window: 'a',
        call: 'enter',
        with: { tab: ACTUALS, id: 'T1.3', period: DEMO_PERIOD, values: { 'Ghi chú': 'hai' } },
      }),
      asks('a', { do: 'undo' }),
    ]);
    const held = onDisk()
      .sheets.find(({ id }) => id === at.tab)
      ?.cells.get(at.row)
      ?.get(at.column);
    expect([held?.value ?? '', held?.style.numberFormat]).toEqual([
      plain?.value ?? '',
      plain?.style.numberFormat ?? held?.style.numberFormat,
    ]);
    const entered = heard.all.find((one) => one.is === 'called');
    expect(entered).toMatchObject({ called: { ok: true, value: expect.stringMatching(/^\{"ok":true/u) } });
    expect(refusalOf(heard, 6)).toMatch(/^Không hoàn tác được: ô [A-Z]+\d+ đã được sửa/u);
    expect(typedOn(ACTUALS, note.row, note.column)).toBe('hai');
  });

  it('shows what the script shows where its window is: the page, the toast of a paste, the cell to go to', () => {
    const at = place(ACTUALS, 'T1.3', 'Kết quả nhập tay');
    const rows = [['12,5'], ['abc'], ['9']];
    const heard = playSession(workspace, [
      asks('a', { do: 'menu', run: 'menuOwed' }),
      asks('b', { do: 'type', tab: at.tab, typing: { ...at, rows } }),
      () => ({ window: 'b', call: 'go-to', with: { tab: ACTUALS, row: at.row, column: at.column } }),
    ]);
    const [page] = heard.news('page');
    expect(page).toMatchObject({ window: 'a', kind: 'sidebar', title: 'Kế hoạch CCHC', address: '/trang/1' });
    const served = heard.all.find((one) => one.is === 'page');
    expect(served).toMatchObject({ number: 1, window: 'a', html: expect.stringContaining('dataset.part="owed"') });
    expect(heard.news('toast')).toEqual([expect.objectContaining({ window: 'b', title: 'Kế hoạch CCHC' })]);
    expect(heard.news('go-to')).toEqual([{ is: 'go-to', window: 'b', ...at }]);
    expect(heard.news('busy')).toEqual([
      { is: 'busy', with: 'Đang làm: Danh sách chưa nhập, nhắc việc…' },
      { is: 'busy', with: null },
      { is: 'busy', with: 'Đang xử lý…' },
      { is: 'busy', with: null },
    ]);
  });
});

describe('a dialog that stands open', () => {
  const opensPeriod = asks('a', { do: 'menu', run: 'menuByPrompt' });
  const position = (heard: Heard, step: number): number => heard.all.findIndex((one) => one.is === 'told' && one.id === step);

  it('holds up its script, not the others, and only its window answers it', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    const heard = playSession(workspace, [
      opensPeriod,
      types('b', at, 'trong lúc chờ'),
      asks('b', { do: 'reload' }),
      asks('b', { do: 'open', workbook: 'so-cchc.xlsx' }),
      presses('b', 'OK'),
      presses('a', 'CANCEL'),
    ]);
    expect(heard.news('dialog')).toEqual([
      expect.objectContaining({
        window: 'a',
        kind: 'prompt',
        buttons: ['OK', 'CANCEL'],
        text: expect.stringContaining('1 – Mở kỳ báo cáo'),
      }),
    ]);
    expect([2, 3, 4, 5, 6, 1].map((step) => position(heard, step))).toEqual(
      [2, 3, 4, 5, 6, 1].map((step) => position(heard, step)).sort((a, b) => a - b),
    );
    expect([refusalOf(heard, 3), refusalOf(heard, 4), refusalOf(heard, 5)]).toEqual([
      WORKBENCH_REFUSALS.waiting,
      WORKBENCH_REFUSALS.waiting,
      WORKBENCH_REFUSALS.notAsked,
    ]);
    expect(toldOf(heard, 1)).toEqual({ ok: true, reply: {} });
    expect(typedOn(ACTUALS, at.row, at.column)).toBe('trong lúc chờ');
  });

  it('goes on with what was answered, and is closed when its window goes', () => {
    const heard = playSession(workspace, [
      opensPeriod,
      presses('a', 'OK', '1'),
      presses('a', 'OK', 'Quý III 2024'),
      () => ({ gone: 'a' }),
    ]);
    expect(heard.news('dialog').map(({ kind }) => kind)).toEqual(['prompt', 'prompt', 'alert']);
    expect(toldOf(heard, 1).ok).toBe(true);
    const opened = onDisk().sheets.find(({ name }) => name === ACTUALS)?.cells ?? new Map();
    expect([...opened.values()].some((line) => [...line.values()].some(({ value }) => value === 'Quý III 2024'))).toBe(true);
  });

  it('is closed when the program stops, and the workbook is saved', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    const heard = playSession(workspace, [types('a', at, 'trước khi dừng'), opensPeriod]);
    expect(toldOf(heard, 2).ok).toBe(true);
    expect(heard.all.at(-1)).toEqual({ is: 'closed' });
    expect(typedOn(ACTUALS, at.row, at.column)).toBe('trước khi dừng');
    expect(readdirSync(workspace).sort()).toEqual(['so-cchc.xlsx', 'so-cchc.xlsx.cchc.json']);
  });
});

describe('what is refused', () => {
  it('is a sentence that names the cell or the mend', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    const figure = place(ACTUALS, 'T3.8', 'Tử số');
    const plan = idOf('Kế hoạch - Chỉ tiêu');
    const official = 'tu-phap@example.vn';
    const cases: readonly (readonly [SessionCommand | Bare, string])[] = [
      [{ do: 'type', tab: at.tab, typing: { ...figure, rows: [['=1+1']] } }, 'là công thức'],
      [{ do: 'type', tab: at.tab, typing: { ...at, rows: [['a', 'b'], ['c']] } }, WORKBENCH_REFUSALS.shape],
      [{ do: 'type', tab: at.tab, typing: { ...at, row: 99_999, rows: [['a']] } }, WORKBENCH_REFUSALS.outside],
      [{ do: 'type', tab: at.tab, typing: { ...at, rows: [['x'.repeat(50_001)]] } }, WORKBENCH_REFUSALS.tooLong],
      [{ do: 'type', tab: 777, typing: { ...at, rows: [['a']] } }, WORKBENCH_REFUSALS.noTab],
      [{ do: 'tab', tab: 777 }, WORKBENCH_REFUSALS.noTab],
      [{ do: 'menu', run: 'ask' }, WORKBENCH_REFUSALS.noMenu],
      [{ do: 'choose-user', user: 'la@example.vn' }, WORKBENCH_REFUSALS.noUser],
      [{ do: 'open', workbook: '../x.xlsx' }, WORKBENCH_REFUSALS.noWorkbook],
      [{ do: 'bring', name: 'x.docx', file: '' }, WORKBENCH_REFUSALS.notXlsx],
      [{ do: 'bring', name: '../../x.xlsx', file: 'QUJD' }, 'không phải sổ Excel'],
      [{ do: 'insert-rows', tab: at.tab, row: 1, count: 1 }, WORKBENCH_REFUSALS.headerLines],
      [{ do: 'insert-rows', tab: at.tab, row: at.row, count: 501 }, WORKBENCH_REFUSALS.tooManyLines(500)],
      [{ do: 'sort', tab: idOf('Tổng quan'), column: 1, descending: false }, 'hình vẽ, biểu đồ'],
      [{ do: 'choose-user', user: official }, ''],
      [{ do: 'type', tab: plan, typing: { row: 5, column: 3, rows: [['a']] } }, WORKBENCH_REFUSALS.protectedCells],
      [{ do: 'delete-rows', tab: plan, row: 5, count: 1 }, WORKBENCH_REFUSALS.protectedCells],
    ];
    const before = readFileSync(join(workspace, 'so-cchc.xlsx'));
    const heard = playSession(workspace, [
      ...cases.map(([command]) => asks('a', command)),
      asks('a', { do: 'tab', tab: plan }),
      asks('b', { do: 'tab', tab: plan }),
    ]);
    expect(cases.map((_, i) => refusalOf(heard, i + 1))).toEqual(cases.map(([, sentence]) => expect.stringContaining(sentence)));
    expect(replyOf(heard, 15, 'choose-user').user).toBe(official);
    expect([18, 19].map((step) => replyOf(heard, step, 'tab').guards.filter(({ refused }) => refused).length > 0)).toEqual([
      true,
      false,
    ]);
    expect(readFileSync(join(workspace, 'so-cchc.xlsx'))).toEqual(before);
    expect(readdirSync(workspace).sort()).toEqual(['so-cchc.xlsx', 'so-cchc.xlsx.cchc.json']);
  });
});

describe('who sits at a window', () => {
  it('may not take back what only others might do, and hears when somebody else may sit there', () => {
    const plan = idOf('Kế hoạch - Chỉ tiêu');
    const people = onDisk().sheets.find(({ name }) => name === 'Phân công');
    const [row = 0, line] =
      [...(people?.cells ?? [])].find(([, cells]) => [...cells.values()].some(({ value }) => value === 'ke-toan@example.vn')) ??
      [];
    const column = [...(line ?? [])].find(([, { value }]) => value === 'ke-toan@example.vn')?.[0] ?? 0;
    const heard = playSession(workspace, [
      types('a', { tab: plan, row: 5, column: 3 }, 'của thường trực'),
      asks('a', { do: 'choose-user', user: 'tu-phap@example.vn' }),
      asks('a', { do: 'undo' }),
      asks('a', { do: 'choose-user', user: '' }),
      asks('a', { do: 'undo' }),
      types('b', { tab: people?.id ?? 0, row, column }, 'moi@example.vn'),
      asks('a', { do: 'choose-user', user: 'moi@example.vn' }),
    ]);
    expect(refusalOf(heard, 3)).toBe(WORKBENCH_REFUSALS.protectedCells);
    expect(replyOf(heard, 5, 'undo').text).not.toBeNull();
    expect(heard.news('changed').filter(({ tab }) => tab === null)).toHaveLength(1);
    expect(replyOf(heard, 7, 'choose-user').user).toBe('moi@example.vn');
  });
});

describe('the file, while the workbook stays open', () => {
  const other = (): void => {
    const path = join(workspace, 'so-cchc.xlsx');
    const bytes = readFileSync(path);
    const book = readXlsx(bytes);
    const at = place(ACTUALS, 'T1.5', 'Ghi chú');
    book.sheets
      .find(({ id }) => id === at.tab)
      ?.cells.get(at.row)
      ?.set(at.column, { value: 'nơi khác', formula: null, style: PLAIN });
    writeFileSync(path, saveXlsx(bytes, book));
  };

  it('that another program changed is not written to; read again, what was typed is typed again', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    let theirs: Uint8Array = new Uint8Array();
    const heard = playSession(workspace, [
      types('a', at, 'trước'),
      () => ({ meanwhile: () => other() }),
      types('a', at, 'sau'),
      asks('a', { do: 'menu', run: 'menuRefresh' }),
      () => ({
        meanwhile: () => {
          theirs = readFileSync(join(workspace, 'so-cchc.xlsx'));
        },
      }),
      presses('a', 'OK'),
      asks('a', { do: 'insert-rows', tab: at.tab, row: at.row, count: 1 }),
      asks('a', { do: 'reload' }),
      asks('a', { do: 'tab', tab: at.tab }),
    ]);
    expect([toldOf(heard, 3), toldOf(heard, 4), toldOf(heard, 7)]).toEqual(
      Array(3).fill({ ok: false, stale: true, sentence: expect.stringContaining('thay đổi ở nơi khác') }),
    );
    expect(findCell(readXlsx(theirs), { tab: ACTUALS, id: 'T1.3', period: DEMO_PERIOD, header: 'Ghi chú' })).toMatchObject({
      row: at.row,
    });
    expect(replyOf(heard, 8, 'reload').notes).toEqual([expect.stringContaining('Đã ghi lại 2 ô')]);
    const line = replyOf(heard, 9, 'tab').cells.find(({ row }) => row === at.row);
    expect(line?.cells[at.column]?.t).toBe('sau');
    const elsewhere = place(ACTUALS, 'T1.5', 'Ghi chú');
    expect(typedOn(ACTUALS, elsewhere.row, elsewhere.column)).toBe('nơi khác');
    expect(heard.news('changed').some(({ tab }) => tab === null)).toBe(true);
  });

  it('of one’s own comes in under a free name, is opened, and played on its own day; the first one was saved', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    const file = readFileSync(join(workspace, 'so-cchc.xlsx')).toString('base64');
    const heard = playSession(workspace, [
      types('a', at, 'của sổ đầu'),
      asks('a', { do: 'bring', name: 'so-cchc.xlsx', file }),
      asks('a', { do: 'book' }),
      asks('a', { do: 'undo' }),
      asks('a', { do: 'open', workbook: 'so-cchc.xlsx' }),
    ]);
    const brought = replyOf(heard, 2, 'bring');
    expect([brought.name, brought.workbooks]).toEqual(['so-cchc (2)', ['so-cchc.xlsx']]);
    expect(replyOf(heard, 4, 'undo').text).toBeNull();
    expect(replyOf(heard, 5, 'open').name).toBe('so-cchc');
    expect(typedOn(ACTUALS, at.row, at.column)).toBe('của sổ đầu');
    expect(existsSync(join(workspace, 'so-cchc (2).xlsx'))).toBe(true);
    expect(heard.news('files').length).toBeGreaterThan(0);
  });

  it('has its lines moved and moved back; after a script wrote they are not', () => {
    const at = place(ACTUALS, 'T1.3', 'Ghi chú');
    const heard = playSession(workspace, [
      asks('a', { do: 'tab', tab: at.tab }),
      asks('a', { do: 'insert-rows', tab: at.tab, row: at.row, count: 2 }),
      types('a', { ...at, row: at.row + 2 }, 'dời hai dòng'),
      asks('a', { do: 'sort', tab: at.tab, column: 1, descending: true }),
      asks('a', { do: 'delete-rows', tab: at.tab, row: at.row, count: 3 }),
      ...Array.from({ length: 4 }, () => asks('a', { do: 'undo' })),
      asks('a', { do: 'tab', tab: at.tab }),
      asks('a', { do: 'sort', tab: at.tab, column: 1, descending: true }),
      () => ({
        window: 'a',
        call: 'enter',
        with: { tab: ACTUALS, id: 'T1.3', period: DEMO_PERIOD, values: { 'Ghi chú': 'hai' } },
      }),
      asks('a', { do: 'undo' }),
    ]);
    expect([6, 7, 8, 9].map((step) => replyOf(heard, step, 'undo').text)).toEqual([
      'Đã trả lại các dòng vừa xóa ở trang «Nhập số liệu».',
      'Đã trả lại thứ tự dòng trước đó của trang «Nhập số liệu».',
      expect.stringContaining('(Ghi chú, T1.3 – 6 tháng đầu năm 2024)'),
      'Đã bỏ các dòng vừa thêm ở trang «Nhập số liệu».',
    ]);
    const { looks: _, version: __, ...before } = replyOf(heard, 1, 'tab');
    expect(replyOf(heard, 10, 'tab')).toMatchObject(before);
    expect(refusalOf(heard, 13)).toBe(WORKBENCH_REFUSALS.undoLost);
  });
});

describe('typing back what a cell says', () => {
  const cellsOf = ({ sheets }: WorkbookModel) =>
    sheets.flatMap((sheet) =>
      [...sheet.cells].flatMap(([row, line]) => [...line].map(([column, held]) => ({ tab: sheet.name, row, column, held }))),
    );
  const written = (model: WorkbookModel) =>
    cellsOf(model).map(({ held, ...at }) => ({
      ...at,
      value: held.value,
      formula: held.formula,
      format: held.style.numberFormat,
    }));

  it('changes nothing in any cell of the sample and in odd ones, but in those that say so', () => {
    const host = aHost({ workbook: join(sample, 'mau.xlsx'), create: false, limited: false });
    const odd = newSheet(900, 'Lạ');
    for (const [at, { value, formula = null, format: numberFormat = 'General' }] of ODD_VALUES.entries())
      odd.cells.set(at + 1, new Map([[1, { value, formula, style: { ...PLAIN, numberFormat } }]]));
    host.model.sheets.push(odd);
    const reading = readingOf(host);
    const all = cellsOf(host.model);
    const same = new Set(all.filter(({ held }) => isRetyped(held, reading) && String(held.value).length <= 50_000));
    const before = written(host.model);
    host.typeAll([...same].map(({ held, ...at }) => ({ ...at, rows: [[typedText(held, reading)]] })));
    const after = written(host.model);
    host.remove();
    expect(after).toEqual(before);
    const left = all
      .filter((one) => !same.has(one) && one.tab !== 'Lạ')
      .map(({ tab, held }) => [tab, held.value, held.style.numberFormat]);
    process.stdout.write(`typed back: ${same.size} cells, ${left.length} would not come back\n`);
    // Numbers that the script keeps in cells of plain text: typed again they would be texts.
    expect(left.map(([, value, format]) => [typeof value, format])).toEqual(Array(left.length).fill(['number', '@']));
    expect(left.length).toBeLessThan(5);
    expect(same.size).toBeGreaterThan(30_000);
  });
});
