import { describe, expect, it } from 'vitest';
import { rollBack } from '../../src/app/base/roll-back.ts';
import { check } from '../../src/app/checks/check.ts';
import { onEdited } from '../../src/app/entry/edit.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { sayPaste } from '../../src/app/entry/paste-summary.ts';
import { sayEdit } from '../../src/app/entry/say-edit.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { day } from '../../src/domain/core/day.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayReport } from '../../src/words/report/report.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { type Memory, memory } from './memory-ports.ts';
import { FIELD, indicator, on, smallPlan, task } from './small-plan.ts';

const YEAR = 'Năm 2024';
const NEXT = 'Quý I 2025';
const RANK = indicator('T3', {
  kind: 'Xếp hạng không quá',
  unit: 'hạng',
  judged: 'Cuối năm',
  'Năm 2024': 5,
  title: 'Thứ hạng Chỉ số CCHC',
});
const GRADE = indicator('T5', { kind: 'Xếp loại từ … trở lên', unit: 'xếp loại', judged: 'Cuối năm', 'Năm 2024': 'Tốt' });

/** The year 2024 closed on 20/12, its rank and grade not known; quý I 2025 is being entered on 20/2/2025. */
function office(): Memory {
  const made = memory({
    today: '2024-12-20',
    tabs: smallPlan({
      indicators: [RANK, GRADE],
      tasks: [task('N1', { frequency: 'Hằng năm', due: '30/11' })],
      periods: [
        { name: YEAR, start: on('2023-12-15'), end: on('2024-12-14'), cumulative: 'có', kind: 'Năm', state: 'Chưa mở' },
        { name: NEXT, start: on('2024-12-15'), end: on('2025-03-14'), cumulative: 'có', kind: 'Quý', state: 'Chưa mở' },
      ],
      outline: [{ place: 'I', level: 1, title: 'Kết quả', source: `Lĩnh vực: ${FIELD}` }],
      actuals: [],
      entries: [],
      narratives: [],
    }),
  });
  openPeriod(made.ports, { period: YEAR });
  closePeriod(made.ports, { period: YEAR });
  openPeriod(made.ports, { period: NEXT });
  made.environment.today = day('2025-02-20');
  refresh(made.ports);
  return made;
}

function rowOf(made: Memory, spec: TabSpec, [id, period]: readonly [string, string]) {
  const tab = made.tab(spec.name);
  const headers = tab.values[1] ?? [];
  const at = tab.values.findIndex((row) => row[headers.indexOf('Mã')] === id && row[headers.indexOf('Kỳ')] === period);
  return { tab, headers, at };
}

function type(made: Memory, spec: TabSpec, key: readonly [string, string], typed: Readonly<Record<string, CellValue>>) {
  const { tab, headers, at } = rowOf(made, spec, key);
  for (const [header, value] of Object.entries(typed)) {
    const row = tab.values[at];
    if (row !== undefined) row[headers.indexOf(header)] = value;
  }
  return { sheetId: tab.sheetId, row: at + 1, rows: 1, column: 1, columns: 30 };
}

function cell(made: Memory, spec: TabSpec, key: readonly [string, string], header: string): CellValue {
  const { tab, headers, at } = rowOf(made, spec, key);
  return tab.values[at]?.[headers.indexOf(header)] ?? '';
}

const IN_2024 = ['T3', YEAR] as const;
const EIGHTH = { 'Kết quả nhập tay': 8, 'Ngày công bố': on('2025-02-10') };

describe('a rank published after the report of its year', () => {
  it('turns the verdict of that year’s period, by the batch as by the edit, and says its day', () => {
    const [batch, edited] = [office(), office()];
    type(batch, ACTUALS, IN_2024, EIGHTH);
    refresh(batch.ports);
    onEdited(edited.ports, type(edited, ACTUALS, IN_2024, EIGHTH), { sayEdit, sayPaste, rollBack });
    for (const made of [batch, edited]) {
      expect(cell(made, ACTUALS, IN_2024, 'Đánh giá')).toBe('Chưa đạt');
      expect(cell(made, ACTUALS, IN_2024, 'Diễn giải')).toBe(
        'xếp hạng 8, kém 3 bậc so với chỉ tiêu (không quá hạng 5), công bố ngày 10/2/2025',
      );
    }
    expect(refresh(batch.ports).written).toBe(0);
  });

  it('is no change after closing; a figure that was known and is changed still is one', () => {
    const made = office();
    type(made, ACTUALS, IN_2024, EIGHTH);
    expect(check(made.ports).problems.filter(({ code }) => code === 'late-change')).toEqual([]);
    type(made, ACTUALS, IN_2024, { 'Ngày công bố': '' });
    expect(check(made.ports).problems.filter(({ code }) => code === 'late-change')).toHaveLength(1);
  });

  it('is told to the chairman, and in the report of the time when it came out', () => {
    const made = office();
    type(made, ACTUALS, IN_2024, EIGHTH);
    refresh(made.ports);
    const mail = sendMail(made.ports, { preview: true }).mails.find(({ about }) => about.includes('digest'))?.text;
    expect(mail).toContain('(T3): xếp hạng 8');
    expect(mail).toContain('công bố ngày 10/2/2025, kỳ Năm 2024');
    const book = readBook(made.ports.workbook.read('all'));
    const [, period] = book.plan.periods;
    if (period === undefined) throw new Error('no period');
    const report = composedReport(book, { period, asOf: day('2025-03-14'), madeOn: day('2025-03-16'), version: 1, draft: false });
    const text = toText(sayReport(report));
    expect(text).toContain('Kết quả năm 2024 công bố ngày 10/02/2025:');
    expect(text).toMatch(/Thứ hạng Chỉ số CCHC: thứ 0?8, chưa đạt chỉ tiêu Kế hoạch/u);
  });

  it('may be entered by the form though the period is closed; anything else there may not', () => {
    const made = office();
    const asked = { tab: ACTUALS.name, id: 'T3', period: YEAR };
    expect(() => enter(made.ports, { ...asked, values: { 'Kết quả nhập tay': '8' } })).toThrow('không ở trạng thái đang nhập');
    const { result } = enter(made.ports, { ...asked, values: { 'Kết quả nhập tay': '8', 'Ngày công bố': '10/2/2025' } });
    expect(result).toBe('Chưa đạt');
  });
});

describe('what cannot be read as a rank or a grade', () => {
  it.each<[string, Record<string, CellValue>]>([
    ['«5/12» in one cell', { 'Kết quả nhập tay': '5/12' }],
    ['a day', { 'Kết quả nhập tay': on('2025-12-05') }],
    ['a dash', { 'Kết quả nhập tay': '–' }],
    ['a place beyond the last', { 'Tử số': 13, 'Mẫu số': 12 }],
  ])('%s is a problem, not «chờ công bố»', (_, typed) => {
    const made = office();
    type(made, ACTUALS, IN_2024, { ...typed, 'Ngày công bố': on('2025-02-10') });
    onEdited(made.ports, type(made, ACTUALS, IN_2024, {}), { sayEdit, sayPaste, rollBack });
    expect(cell(made, ACTUALS, IN_2024, 'Đánh giá')).toBe('Chưa có số liệu');
    expect(cell(made, ACTUALS, IN_2024, 'Diễn giải')).toContain('không hợp lệ');
  });

  it('5 in Tử số and 12 in Mẫu số is the 5th of 12', () => {
    const made = office();
    onEdited(made.ports, type(made, ACTUALS, IN_2024, { 'Tử số': 5, 'Mẫu số': 12 }), { sayEdit, sayPaste, rollBack });
    expect([cell(made, ACTUALS, IN_2024, 'Kết quả'), cell(made, ACTUALS, IN_2024, 'Đánh giá')]).toEqual(['5', 'Đạt']);
  });
});

describe('a yearly duty that was missed', () => {
  it('stays a matter of its year, is asked about there, and is typed into the row of that year without opening it again', () => {
    const made = office();
    const missed = check(made.ports).problems.filter(({ code }) => code === 'occurrence-missed');
    expect(missed.map(({ text }) => text)).toEqual([expect.stringContaining('lần thực hiện của năm 2024 (hạn 30/11/2024)')]);
    expect(cell(made, ENTRIES, ['N1', NEXT], 'Tình trạng')).toBe('Chưa thực hiện');
    const typed = { 'Mức độ thực hiện': 'Đã hoàn thành', 'Ngày hoàn thành': on('2025-02-18') };
    type(made, ENTRIES, ['N1', YEAR], typed);
    refresh(made.ports);
    expect(cell(made, ENTRIES, ['N1', YEAR], 'Tình trạng')).toBe('Hoàn thành quá hạn');
    expect(cell(made, ENTRIES, ['N1', NEXT], 'Tình trạng')).toBe('Chưa thực hiện');
    const codes = check(made.ports).problems.map(({ code }) => code);
    expect(codes).not.toContain('occurrence-missed');
    expect(codes).not.toContain('late-change');
  });
});
