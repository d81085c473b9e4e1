import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanTemplate } from '../../src/app/base/ports.ts';
import { check } from '../../src/app/checks/check.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { setUp, setUpState } from '../../src/app/set-up/set-up.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day, weekdayOf } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { composeReport } from '../../src/domain/report/report.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { type Memory, memory } from './memory-ports.ts';

const load = (name: string): PlanTemplate => JSON.parse(readFileSync(`src/plan-templates/${name}.json`, 'utf8'));
const BLANK = load('blank');
const TEMPLATES = [load('phuong-2026-2030'), BLANK, load('gia-luong-2021-2025')];
const UNIT = 'UBND phường Bình Yên';

const anOffice = (today = '2026-10-05'): Memory => memory({ today, templates: TEMPLATES });
const bookOf = ({ tabs }: Memory) => readBook({ tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });
const blank = { template: 'blank', unit: UNIT, years: [2026, 2027, 2028, 2029, 2030] };

describe('setting up a workbook without a plan', () => {
  it('gives a plan of the years asked for, with a column of levels for each, and nothing else of anybody', () => {
    const session = anOffice();
    const reply = setUp(session.ports, { ...blank, periods: 'cchc' });
    const { plan, problems } = bookOf(session);
    expect(reply).toMatchObject({ indicators: 0, tasks: 0, statistics: 0 });
    expect(plan.plans).toMatchObject([{ id: 'KH1', kind: 'stage', years: { first: 2026, last: 2030 } }]);
    expect(problems).toEqual([]);
    const headers = session.tab('Kế hoạch - Chỉ tiêu').values[1];
    expect(headers?.filter((header) => String(header).startsWith('Năm '))).toEqual(
      [2026, 2027, 2028, 2029, 2030].map((year) => `Năm ${year}`),
    );
    expect(JSON.stringify(session.tabs)).not.toContain('Gia L');
  });

  it.each([
    ['cchc', 20, 'Quý I 2026'],
    ['monthly', 60, 'Tháng 1/2026'],
    ['none', 0, undefined],
  ] as const)('lays out the calendar «%s»: %i periods', (periods, count, first) => {
    const session = anOffice();
    setUp(session.ports, { ...blank, periods });
    const { plan } = bookOf(session);
    expect(plan.periods).toHaveLength(count);
    expect(plan.periods[0]?.name).toBe(first);
    expect(new Set(plan.periods.map(({ name }) => name)).size).toBe(count);
    for (const period of plan.periods) {
      expect(period.start < period.end).toBe(true);
      for (const due of [period.entryDueOn, period.sendDueOn]) expect([0, 6]).not.toContain(due === null ? -1 : weekdayOf(due));
      expect(Number(period.name.slice(-4))).toBe(period.year);
    }
  });

  it('opens a month of its calendar', () => {
    const session = anOffice();
    setUp(session.ports, { ...blank, periods: 'monthly' });
    openPeriod(session.ports, { period: 'Tháng 10/2026' });
    expect(
      bookOf(session)
        .plan.periods.filter(({ state }) => state === 'entering')
        .map(({ name, type }) => [name, type]),
    ).toEqual([['Tháng 10/2026', 'month']]);
  });

  it('writes the name with its first day, the place, the superior, the posts and who keeps the plan', () => {
    const session = anOffice();
    setUp(session.ports, {
      ...blank,
      since: '01/07/2025',
      addressees: 'UBND tỉnh; Sở Nội vụ',
      posts: 'posts-2025',
      keeper: 'phòng văn hóa – xã hội',
    });
    const { plan } = bookOf(session);
    const said = (key: string) => plan.settings.filter((each) => each.key === key).map(({ value, from }) => [value, from]);
    expect(said('unit-name')).toEqual([[UNIT, '2025-07-01']]);
    expect(said('place-name')).toEqual([['Bình Yên', '2025-07-01']]);
    expect(said('addressees')).toEqual([['UBND tỉnh; Sở Nội vụ', null]]);
    expect(said('clerk-role')).toEqual([['Phòng Văn hóa – Xã hội', null]]);
    expect(plan.roles.map(({ role }) => role)).toContain('Phòng Kinh tế, Hạ tầng và Đô thị');
  });

  it.each(['posts-2025', 'posts-2021'] as const)(
    'gives the rows of a template to the posts of %s, every lead among them',
    (posts) => {
      for (const template of ['gia-luong-2021-2025', 'phuong-2026-2030']) {
        const session = anOffice();
        setUp(session.ports, { template, unit: UNIT, posts });
        const { plan } = bookOf(session);
        const known = new Set(plan.roles.map(({ role }) => role));
        const collective = ['Các phòng', 'Các công chức chuyên môn'];
        const leads = [...plan.indicators, ...plan.tasks].flatMap(({ lead }) => lead.split(';').map((role) => role.trim()));
        expect(new Set(leads.filter((role) => !known.has(role) && !collective.includes(role) && role !== ''))).toEqual(new Set());
      }
    },
  );

  it.each([
    [{ template: 'blank' }, 'Chưa cho biết tên đơn vị'],
    [{ ...blank, since: 'hôm qua' }, '«hôm qua» không phải là ngày'],
    [{ ...blank, posts: 'posts-2025' as const, keeper: 'Kế toán' }, 'Không có chức danh «Kế toán»'],
    [{ template: 'khác' }, 'khác'],
  ])('refuses %j before anything is made', (wish, sentence) => {
    const session = anOffice();
    expect(() => setUp(session.ports, wish)).toThrow(sentence);
    expect(session.tabs).toEqual([]);
  });

  it('adds only what is lacking when it is run again with other years', () => {
    const session = anOffice();
    setUp(session.ports, { template: 'blank', unit: UNIT, years: [2026], periods: 'cchc' });
    const again = setUp(session.ports, { template: 'blank', unit: 'UBND xã Khác', years: [2026, 2027], periods: 'cchc' });
    expect(again.made).toEqual([]);
    expect(again.added).toEqual(['Quý I 2027', '6 tháng đầu năm 2027', 'Quý III 2027', 'Năm 2027']);
    expect(
      bookOf(session)
        .plan.settings.filter(({ key }) => key === 'unit-name')
        .map(({ value }) => value),
    ).toEqual([UNIT]);
  });
});

describe('what is told before set-up', () => {
  it('offers the templates, the blank one among them, with their posts', () => {
    const { templates, thisYear } = setUpState(anOffice().ports);
    expect(templates.map(({ key, isBlank }) => [key, isBlank])).toEqual([
      ['phuong-2026-2030', false],
      ['blank', true],
      ['gia-luong-2021-2025', false],
    ]);
    expect(templates.every(({ roles }) => roles.length >= 5)).toBe(true);
    expect(thisYear).toBe(2026);
  });

  it('says of an unset workbook that it is not set up, and no longer after', () => {
    const session = anOffice();
    expect(todayView(session.ports).isSetUp).toBe(false);
    setUp(session.ports, blank);
    expect(todayView(session.ports).isSetUp).toBe(true);
  });
});

describe('the frame of a ward for 2026–2030 and 2026', () => {
  it('is laid out without a problem that must be mended', () => {
    const session = anOffice('2026-03-01');
    setUp(session.ports, { template: 'phuong-2026-2030' });
    expect(check(session.ports).problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

describe('two plans in force at once', () => {
  const both = (): Memory => {
    const session = anOffice('2026-03-01');
    setUp(session.ports, { template: 'phuong-2026-2030', unit: UNIT });
    setUp(session.ports, { template: 'phuong-2026-2030', periods: 'cchc', years: [2027] });
    return session;
  };
  const preparedIn = (session: Memory, period: string) => {
    openPeriod(session.ports, { period });
    const { plan, actuals, entries } = bookOf(session);
    const plans = new Map([...plan.indicators, ...plan.tasks].map((row) => [row.id, row.plan]));
    const ids = [
      ...actuals.filter((row) => row.period === period).map(({ indicator }) => indicator),
      ...entries.filter((row) => row.period === period).map(({ task }) => task),
    ];
    return new Set(ids.map((id) => plans.get(id)));
  };

  it('are both asked for in the year that both reach, and only the longer one after', () => {
    const session = both();
    expect(preparedIn(session, 'Quý I 2026')).toEqual(new Set(['KH2630', 'KH2026']));
    expect(preparedIn(session, 'Quý I 2027')).toEqual(new Set(['KH2630']));
  });

  it('are counted each by itself in a report, that of the year first, and no row twice', () => {
    const session = both();
    openPeriod(session.ports, { period: 'Quý I 2026' });
    const book = bookOf(session);
    const period = book.plan.periods.find(({ name }) => name === 'Quý I 2026');
    if (period === undefined) throw new Error('no period');
    const asOf = day('2026-03-14');
    const evaluation = evaluate(book, { period, asOf });
    const report = composeReport(
      { ...book, evaluation, previous: null },
      { period, asOf, madeOn: asOf, version: 1, draft: false },
    );
    const all = report.sections.flatMap(({ items }) => items.filter((item) => item.is === 'counts'));
    // Those of each field stand in its own section.
    const counts = all.filter(({ of }) => of === 'plan');
    expect(counts.map(({ of, plan }) => [of, plan])).toEqual([
      ['plan', 'Kế hoạch CCHC năm 2026'],
      ['plan', 'Kế hoạch CCHC nhà nước giai đoạn 2026 - 2030'],
    ]);
    const sum = (of: typeof report.tasks): number => of.standing.total + of.due.total + of.ahead.total;
    expect(counts.reduce((total, { tasks }) => total + sum(tasks), 0)).toBe(sum(report.tasks));
    expect(counts.every(({ tasks }) => sum(tasks) > 0)).toBe(true);
  });
});
