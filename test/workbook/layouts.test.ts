import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { columnLetter } from '../../src/workbook/core/address.ts';
import { LIST_LABELS } from '../../src/workbook/core/lists.ts';
import type { PaintRule, TabLayout } from '../../src/workbook/layout/layout.ts';
import { layoutsOf } from '../../src/workbook/layout/layouts.ts';
import { stampBlocks } from '../../src/workbook/layout/stamp.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { isWanted, TABS } from '../../src/workbook/tabs/all.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { memoryTab } from '../app/memory-ports.ts';
import { SMALL_TEMPLATE } from '../app/small-plan.ts';
import { rawBook } from './books.ts';

const LAYOUTS = layoutsOf(SMALL_TEMPLATE);
const RULES = LAYOUTS.flatMap(({ name, paint }) => paint.map((rule) => ({ name, ...rule })));

function layout(name: string): TabLayout {
  const found = LAYOUTS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no layout “${name}”`);
  return found;
}

const laidOut = () => LAYOUTS.map(({ name, top, rows }, at) => memoryTab(at + 1, name, [...top, ...rows]));

const columnIn = ({ top }: TabLayout, header: string): number => (top[top.length - 1] ?? []).indexOf(header) + 1;

describe('a new workbook', () => {
  it('lays its entry tabs out for twenty periods of the real plan, colours and drop-downs included', () => {
    const rowsOfFiveYears = 20 * (37 + 65);
    for (const name of [ACTUALS.name, ENTRIES.name]) {
      const { lastRow, paint, headerRow } = layout(name);
      expect(lastRow).toBeGreaterThan(rowsOfFiveYears + headerRow);
      for (const rule of paint.filter(({ rows }) => rows > 1)) expect(rule.row + rule.rows - 1).toBe(lastRow);
    }
  });

  it('has every tab in its order, eight of them in sight', () => {
    expect(LAYOUTS.map(({ name }) => name)).toEqual(TABS.filter((spec) => isWanted(spec, [])).map(({ name }) => name));
    expect(LAYOUTS.filter(({ hidden }) => !hidden)).toHaveLength(8);
  });

  it('is read without a problem, with the whole plan of the template', () => {
    const { problems, plan } = readBook(rawBook(laidOut()));
    expect(problems).toEqual([]);
    expect(plan.indicators.map(({ id, targets }) => [id, targets.size])).toEqual([
      ['T1', 2],
      ['T2', 2],
    ]);
    expect(plan.tasks[0]?.due).toEqual({ kind: 'day', day: '2024-05-31' });
    expect(plan.periods.map(({ type, turn }) => `${type} ${turn}`)).toEqual(['quarter 1', 'half 1', 'quarter 3', 'year 1']);
    expect(plan.holidays).toHaveLength(1);
  });

  it('has its year columns after the unit', () => {
    const { top } = layout(INDICATORS.name);
    const headers = top[top.length - 1] ?? [];
    expect(headers.slice(4, 8)).toEqual(['Đơn vị tính', 'Năm 2023', 'Năm 2024', 'Số liệu gốc']);
  });

  it('has year columns from Giai đoạn when the template has no indicator', () => {
    const template = {
      tabs: {
        'Thông tin chung': [
          ['Nội dung', 'Giá trị'],
          ['Giai đoạn', '2026 - 2030'],
        ],
      },
    };
    const top = layoutsOf(template).find(({ name }) => name === INDICATORS.name)?.top ?? [];
    expect(top[1]?.filter((header) => String(header).startsWith('Năm '))).toEqual(
      [2026, 2027, 2028, 2029, 2030].map((year) => `Năm ${year}`),
    );
  });

  it('keeps codes and deadlines as text, and days as days', () => {
    const { columns } = layout(ENTRIES.name);
    const formatOf = (header: string) => columns[columnIn(layout(ENTRIES.name), header) - 1]?.numberFormat;
    expect(['Mã', 'Kỳ', 'Thời hạn hoàn thành'].map(formatOf)).toEqual(['@', '@', '@']);
    expect(formatOf('Ngày hoàn thành')).toBe('dd/MM/yyyy');
  });

  it('offers the words of a list where the office chooses one', () => {
    const tab = layout(ENTRIES.name);
    expect(tab.columns[columnIn(tab, 'Mức độ thực hiện') - 1]?.choices).toEqual(Object.values(LIST_LABELS.progress));
    expect(tab.columns[columnIn(tab, 'Tình trạng') - 1]?.choices).toBeNull();
  });

  it('shows by colour what to type and what the machine writes', () => {
    const tab = layout(ACTUALS.name);
    for (const { header, by } of Object.values(ACTUALS.columns)) {
      expect(tab.columns[columnIn(tab, header) - 1]?.background).toBe(by === 'office' ? '#FFF9DB' : '#F1F3F4');
    }
  });

  it('refuses the plan to all but clerks, and warns over grey cells, headers and logs', () => {
    const kinds = Object.fromEntries(
      LAYOUTS.map(({ name, guards }) => [name, [...new Set(guards.map(({ kind }) => kind))].join()]),
    );
    const clerks = [
      'Kế hoạch',
      'Kế hoạch - Chỉ tiêu',
      'Kế hoạch - Nhiệm vụ',
      'Kỳ báo cáo',
      'Phân công',
      'Thông tin chung',
      'Ngày nghỉ',
      'Đề cương',
    ];
    expect(Object.keys(kinds).filter((name) => kinds[name] === 'clerks')).toEqual(clerks);
    expect(Object.values(kinds).filter((kind) => kind === 'warning')).toHaveLength(LAYOUTS.length - clerks.length);
    const grey = layout(ACTUALS.name).guards.flatMap(({ columns }) =>
      columns === null ? [] : Array.from({ length: columns.count }, (_, at) => columns.from + at),
    );
    const machine = Object.values(ACTUALS.columns).flatMap(({ by }, at) => (by === 'machine' ? [at + 1] : []));
    expect(grey).toEqual(machine);
  });

  it('is stamped beside «Cập nhật lúc», in the cell that turns red when stale', () => {
    const book = readBook(rawBook(laidOut()));
    const stamps = stampBlocks(book, { day: day('2024-06-20'), minutes: 555 });
    expect(stamps).toHaveLength(3);
    const { paint } = layout(ACTUALS.name);
    const stale = paint.find(({ formula }) => formula.includes('NOW()'));
    expect(stale).toMatchObject({ row: stamps[0]?.row, column: stamps[0]?.column, rows: 1, columns: 1 });
    expect(stale?.formula).toBe('=(($F$1<>"")*(NOW()-$F$1>26/24))>0');
  });
});

/** WCAG relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast({ background, fontColor }: PaintRule): number {
  const [dark = 0, light = 0] = [luminance(background ?? '#FFFFFF'), luminance(fontColor ?? '#000000')].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  it.each(RULES)('are read by everybody: $name $formula', (rule) => expect(contrast(rule)).toBeGreaterThanOrEqual(4.5));

  it.each(RULES)('need no separator, which differs between locales: $name $formula', ({ formula }) => {
    expect(formula.replace(/"[^"]*"/gu, '""')).not.toMatch(/[,;]/u);
  });

  it.each(RULES)('lie within a new tab: $name $formula', ({ name, row, rows }) =>
    expect(row + rows - 1).toBeLessThanOrEqual(layout(name).lastRow),
  );

  it('paint the deadline from the columns where its days and its progress stand', () => {
    const tab = layout(ENTRIES.name);
    const letter = (header: string) => columnLetter(columnIn(tab, header));
    const rules = tab.paint.filter(({ formula }) => formula.includes('TODAY()'));
    expect(rules).toHaveLength(2);
    for (const { column, row, formula } of rules) {
      expect([column, row]).toEqual([columnIn(tab, 'Thời hạn hoàn thành'), 3]);
      for (const header of ['Mức độ thực hiện', 'Ngày hoàn thành', 'Quá hạn từ ngày'])
        expect(formula).toContain(`$${letter(header)}3`);
      for (const word of ['Đã hoàn thành', 'Tạm dừng', 'Không áp dụng', 'Không phát sinh'])
        expect(formula).toContain(`(TRIM($${letter('Mức độ thực hiện')}3)="${word}")`);
    }
  });
});
