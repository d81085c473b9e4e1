import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../src/domain/core/day.ts';
import { reportingPeriodsOf } from '../../src/domain/period/calendar.ts';
import type { Holiday } from '../../src/domain/plan/plan.ts';
import { addWorkdays, isWorkday } from '../../src/domain/plan/workdays.ts';
import { readDay } from '../../src/words/core/day.ts';
import {
  codeOf,
  DATA_KIND_LABELS,
  DUE_RULE_LABELS,
  FREQUENCY_LABELS,
  HOLIDAY_KIND_LABELS,
  JUDGED_WHEN_LABELS,
  NO,
  ORIGIN_LABELS,
  SETTING_LABELS,
  TARGET_KIND_LABELS,
  YES,
} from '../../src/words/core/labels.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { INDICATORS, YEAR_HEADER } from '../../src/workbook/tabs/indicators.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { HOLIDAYS, OUTLINE, ROLES, SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { kindOf } from '../domain/builders.ts';
import { cell, column, GIA_LUONG, rowsOf } from './template.ts';

const INDICATOR_TAB = INDICATORS.name;
const TASK_TAB = TASKS.name;
const indicators = rowsOf(INDICATOR_TAB);
const tasks = rowsOf(TASK_TAB);
const idOf = (row: ReadonlyMap<string, string>): string => cell(row, 'Mã');
const roles = column(ROLES.name, 'Chức danh');

const holidays: Holiday[] = rowsOf(HOLIDAYS.name).map((row) => {
  const on = readDay(cell(row, 'Ngày'));
  const kind = codeOf(HOLIDAY_KIND_LABELS, cell(row, 'Loại'));
  if (on === null || kind === null) throw new Error(`${[...row.values()].join(' | ')} is no holiday`);
  return { day: on, kind, note: cell(row, 'Ghi chú') };
});

describe('the plan of Gia Lương 2021–2025', () => {
  it('has the 37 indicators, the 57 tasks and the duties of section V.1', () => {
    expect(indicators.filter((row) => /^T\d/u.test(idOf(row)))).toHaveLength(37);
    expect(tasks.filter((row) => /^N\d/u.test(idOf(row)))).toHaveLength(57);
    expect(tasks.map(idOf).filter((id) => id.startsWith('V1.'))).toEqual([
      'V1.0',
      'V1.a',
      'V1.b',
      'V1.c',
      'V1.d',
      'V1.e',
      'V1.f',
    ]);
    expect(indicators.filter((row) => idOf(row).startsWith('TK')).length).toBeGreaterThanOrEqual(45);
  });

  it.each([
    [1, 6, 8],
    [2, 3, 11],
    [3, 11, 13],
    [4, 3, 6],
    [5, 4, 6],
    [6, 3, 4],
    [7, 7, 9],
  ])('has in field %i its %i indicators and %i tasks', (field, wantedIndicators, wantedTasks) => {
    expect(indicators.filter((row) => idOf(row).startsWith(`T${field}.`))).toHaveLength(wantedIndicators);
    expect(tasks.filter((row) => idOf(row).startsWith(`N${field}.`))).toHaveLength(wantedTasks);
  });

  it.each([
    ['Chỉ theo dõi', 14],
    ['Từ mức trở lên', 15],
    ['Tăng dần theo năm', 2],
    ['Không quá mức', 1],
    ['Trong khoảng', 1],
    ['Xếp hạng không quá', 1],
    ['Xếp loại từ … trở lên', 1],
    ['Hoàn thành theo mốc', 1],
    ['Giảm so với số liệu gốc', 1],
  ])('has of the kind «%s» %i indicators', (kind, count) => {
    expect(indicators.filter((row) => cell(row, 'Loại chỉ tiêu') === kind)).toHaveLength(count);
  });

  it('gives every row an id of its own', () => {
    const ids = [...indicators, ...tasks].map(idOf);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('names a known lead and a known field in every row', () => {
    const fields = settingValue('fields').split('; ');
    expect(fields).toHaveLength(7);
    for (const row of [...indicators, ...tasks]) {
      expect(roles, idOf(row)).toContain(cell(row, 'Chủ trì'));
      expect(fields, idOf(row)).toContain(cell(row, 'Lĩnh vực'));
    }
  });

  it('links and sums only rows of the statistical annex', () => {
    const statistics = new Set(indicators.map(idOf).filter((id) => id.startsWith('TK')));
    const related = indicators.filter((row) => /^(?:Lấy từ|Bằng) /u.test(cell(row, 'Cách tính')));
    expect(related.length).toBeGreaterThan(15);
    for (const row of related) {
      const text = cell(row, 'Cách tính');
      expect(text).toMatch(
        /^(?:Lấy từ TK[\d.]+(?: \+ TK[\d.]+)* \/ TK[\d.]+|Bằng TK[\d.]+(?: \+ TK[\d.]+)+(?:; bằng TK[\d.]+)?)$/u,
      );
      for (const id of text.match(/TK[\d.]+/gu) ?? []) expect(statistics, `${idOf(row)}: ${text}`).toContain(id);
    }
  });

  it('makes both sides of the files balance checkable', () => {
    const sums = new Map(indicators.map((row) => [idOf(row), cell(row, 'Cách tính')]));
    expect(sums.get('TK3.5')).toBe('Bằng TK3.6 + TK3.7');
    expect(sums.get('TK3.8')).toBe('Bằng TK3.9 + TK3.10');
    expect(sums.get('TK3.11')).toBe('Bằng TK3.12 + TK3.13');
    expect(sums.get('TK3.14')).toBe('Bằng TK3.8 + TK3.11; bằng TK3.5');
  });

  it('calls every level that is our reading, and every date that is not the plan’s, a proposal', () => {
    const proposed = tasks.filter((row) => cell(row, 'Nguồn gốc') === ORIGIN_LABELS.proposed).map(idOf);
    const dated = tasks.filter((row) => cell(row, 'Thời hạn hoàn thành') !== '').map(idOf);
    expect(dated.filter((id) => !proposed.includes(id))).toEqual(['V1.0']);
    expect(cell(rowById('T1.6'), 'Nguồn gốc')).toBe(ORIGIN_LABELS.proposed);
  });
});

describe('the cells of the template', () => {
  it.each<[TabSpec]>([[INDICATORS], [TASKS], [PERIODS], [ROLES], [SETTINGS], [HOLIDAYS], [OUTLINE]])(
    'stand under the office’s own headers of their tab',
    (spec) => {
      const [headers = []] = GIA_LUONG.tabs[spec.name] ?? [];
      const written = headers.map(String).filter((header) => !YEAR_HEADER.test(header));
      // A first plan goes on from none, and its reports have no addressees of their own.
      const typed = Object.values(spec.columns)
        .filter(({ header }) => header !== 'Nối tiếp' && header !== 'Kính gửi')
        .filter(({ by }) => by === 'office');
      expect(written).toEqual(typed.map(({ header }) => header));
      for (const row of GIA_LUONG.tabs[spec.name] ?? []) expect(row).toHaveLength(headers.length);
    },
  );

  it.each([
    [INDICATOR_TAB, 'Loại chỉ tiêu', TARGET_KIND_LABELS],
    [INDICATOR_TAB, 'Kỳ đánh giá', JUDGED_WHEN_LABELS],
    [INDICATOR_TAB, 'Loại số liệu', DATA_KIND_LABELS],
    [INDICATOR_TAB, 'Nguồn gốc', ORIGIN_LABELS],
    [TASK_TAB, 'Tần suất', FREQUENCY_LABELS],
    [TASK_TAB, 'Nguồn gốc', ORIGIN_LABELS],
  ])('of %s, %s, are words of the list', (tab, header, labels) => {
    for (const text of column(tab, header)) expect(Object.values<string>(labels)).toContain(text);
  });

  it('give a rule to count a deadline wherever there is a deadline', () => {
    for (const row of tasks) {
      const rule = cell(row, 'Cách tính hạn');
      expect(rule === '', idOf(row)).toBe(cell(row, 'Thời hạn hoàn thành') === '');
      if (rule !== '') expect(Object.values<string>(DUE_RULE_LABELS)).toContain(rule);
    }
  });

  it('name no person', () => {
    expect(column(ROLES.name, 'Họ và tên').join('')).toBe('');
    expect(column(ROLES.name, 'Thư điện tử').join('')).toBe('');
  });

  it('start with no sign that a spreadsheet takes for a formula, nor a text that it takes for another day', () => {
    for (const row of Object.values(GIA_LUONG.tabs).flat(2)) expect(String(row)).not.toMatch(/^[=+-]|^\d{1,2}[/-]\d{1,2}$/u);
  });
});

describe('the settings', () => {
  it('are all there, each under its known name', () => {
    const names = column(SETTINGS.name, 'Nội dung');
    expect(new Set(names)).toEqual(new Set(Object.values(SETTING_LABELS)));
  });

  it('change the commune’s name on the days it was renamed', () => {
    const names = rowsOf(SETTINGS.name).filter((row) => cell(row, 'Nội dung') === SETTING_LABELS['unit-name']);
    expect(names.map((row) => [cell(row, 'Giá trị'), cell(row, 'Áp dụng từ ngày')])).toEqual([
      ['UBND xã Gia Lương', ''],
      ['UBND xã Gia Tiến', '01/12/2024'],
      ['UBND xã Gia Lộc', '01/07/2025'],
    ]);
  });

  it('name roles that exist', () => {
    for (const key of ['signer-role', 'chairman-role', 'clerk-role'] as const) expect(roles).toContain(settingValue(key));
  });
});

const REPORT_NAMES = { q1: 'Quý I', h1: '6 tháng đầu năm', q3: 'Quý III', year: 'Năm' } as const;

describe('the calendar', () => {
  const periods = rowsOf(PERIODS.name);

  it('holds the four reports of each of the five years, with the windows of the rule', () => {
    const wanted = [2021, 2022, 2023, 2024, 2025].flatMap((year) => reportingPeriodsOf(year));
    expect(periods).toHaveLength(20);
    periods.forEach((row, at) => {
      const window = wanted[at];
      expect(cell(row, 'Kỳ')).toBe(window === undefined ? '' : `${REPORT_NAMES[kindOf(window)]} ${window.year}`);
      expect(readDay(cell(row, 'Từ ngày'))).toBe(window?.start);
      expect(readDay(cell(row, 'Đến ngày'))).toBe(window?.end);
      expect(cell(row, 'Lũy kế từ đầu năm')).toBe(window?.cumulative === true ? YES : NO);
    });
  });

  it('asks for entry two working days before the cut-off and for sending two after', () => {
    for (const row of periods) {
      const end = readDay(cell(row, 'Đến ngày'));
      if (end === null) throw new Error('no end');
      expect(readDay(cell(row, 'Hạn công chức nhập')), cell(row, 'Kỳ')).toBe(addWorkdays(end, -2, holidays));
      expect(readDay(cell(row, 'Hạn gửi cấp trên')), cell(row, 'Kỳ')).toBe(addWorkdays(end, 2, holidays));
    }
  });

  it('has each day once, off on working weekdays, worked at weekends', () => {
    expect(new Set(holidays.map((each) => each.day)).size).toBe(holidays.length);
    for (const { day, kind } of holidays) {
      expect([0, 6].includes(weekdayOf(day)), day).toBe(kind === 'worked');
      expect(isWorkday(day, holidays)).toBe(kind === 'worked');
    }
  });

  it('knows as many worked Saturdays as swapped days off in 2024 and 2025', () => {
    expect(holidays.filter(({ kind }) => kind === 'worked').map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2024-05-04', '2025-04-26', '2026-01-10']),
    );
  });
});

describe('the outline', () => {
  it.each(['Quý I', '6 tháng đầu năm', 'Quý III', 'Năm'])(
    'puts every indicator and task in exactly one section of the report «%s»',
    (kind) => {
      const sections = rowsOf(OUTLINE.name)
        .filter((row) => cell(row, 'Dùng cho báo cáo') === '' || cell(row, 'Dùng cho báo cáo').split('; ').includes(kind))
        .flatMap((row) => sourceOf(cell(row, 'Nguồn nội dung')));
      const named = new Set(sections.flatMap(({ ids }) => ids));
      for (const row of [...indicators.filter((each) => !idOf(each).startsWith('TK')), ...tasks]) {
        const homes = sections.filter(({ field, ids }) =>
          ids.length > 0 ? ids.includes(idOf(row)) : field === cell(row, 'Lĩnh vực') && !named.has(idOf(row)),
        );
        expect(homes, idOf(row)).toHaveLength(1);
      }
    },
  );

  it('names only rows that exist', () => {
    const known = [...indicators, ...tasks].map(idOf);
    for (const id of column(OUTLINE.name, 'Nguồn nội dung').flatMap((text) => sourceOf(text).flatMap(({ ids }) => ids))) {
      expect(known).toContain(id);
    }
  });
});

const PLAN_FOLDER = fileURLToPath(new URL('../../../shared/plan/', import.meta.url));

describe('the wording', () => {
  it.skipIf(!existsSync(PLAN_FOLDER))(
    'is ours: no eight words in a row are the plan document’s (needs the document beside the repository)',
    () => {
      const document = readdirSync(PLAN_FOLDER).map((file) => readFileSync(`${PLAN_FOLDER}${file}`, 'utf8'));
      const runs = new Set(runsOf(document.join('\n')));
      const fields = new Set(settingValue('fields').split('; '));
      const copied = [...indicators, ...tasks].flatMap((row) =>
        [...row.values()].filter((text) => !fields.has(text) && runsOf(text).some((run) => runs.has(run))),
      );
      expect(copied).toEqual([]);
    },
  );
});

const RUN = 8;

function runsOf(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(' '));
}

function sourceOf(text: string): { field: string; ids: string[] }[] {
  const parts = /^Lĩnh vực: ([^;]+)(?:; Mã: (.+))?$/u.exec(text);
  return parts === null ? [] : [{ field: parts[1] ?? '', ids: parts[2]?.split(', ') ?? [] }];
}

function rowById(id: string): ReadonlyMap<string, string> {
  const row = [...indicators, ...tasks].find((each) => idOf(each) === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

function settingValue(key: keyof typeof SETTING_LABELS): string {
  const row = rowsOf(SETTINGS.name).find((each) => cell(each, 'Nội dung') === SETTING_LABELS[key]);
  return row === undefined ? '' : cell(row, 'Giá trị');
}
