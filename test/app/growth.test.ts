import { afterEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/app/judging/assess.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { owedOf } from '../../src/app/mail/reminders.ts';
import { freeze } from '../../src/domain/history/snapshot.ts';
import { alerts } from '../../src/domain/mail/alert.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import { overviewBlocks } from '../../src/workbook/layout/overview.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { ROLES, SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { judgementEdits } from '../../src/workbook/write/derived.ts';
import { periodRows } from '../../src/workbook/write/prepare.ts';
import { TODAY } from '../domain/builders.ts';
import { type MemoryTab, memory } from './memory-ports.ts';
import { actual, entry, indicator, JUSTICE, PERIOD_ROWS, Q1, type Row, tabWith, task } from './small-plan.ts';

/** Of every seven rows one is linked, one a sum, one mistyped, one without a kind, one of a field and a lead of its own. */
function oddIndicator(at: number): Row {
  const others: readonly Row[] = [
    { measure: `Lấy từ T${at + 1} / T${at + 2}` },
    { kind: 'Số liệu thống kê', measure: `Bằng T${at + 1} + T${at + 2}` },
    { kind: '' },
    { field: `Lĩnh vực ${at}`, lead: `Chức danh ${at}` },
    { judged: 'Cuối giai đoạn' },
  ];
  return indicator(`T${at}`, others[at % 7] ?? {});
}

/** A workbook of so many indicators and tasks over two periods, with every kind of mistake growing along. */
function tabsOf(rows: number): MemoryTab[] {
  const all = Array.from({ length: rows }, (_, at) => at);
  const typed = (at: number): Row => ({ numerator: at % 7 === 2 ? 'nhiều' : at % 130, denominator: 100 });
  const few = all.filter((at) => at % 10 === 0);
  const actuals = all.flatMap((at) => [actual(`T${at}`, { period: Q1, ...typed(at) }), actual(`T${at}`, typed(at))]);
  const broken = few.flatMap((at) => [actual('T0', typed(at)), actual(`X${at}`), actual(`T${at}`, { period: `Quý ${at}` })]);
  const nameless = few.map(() => ({ numerator: 1 }));
  const done = (at: number): Row => (at % 3 === 0 ? {} : { progress: at % 3 === 1 ? 'Đã hoàn thành' : 'Tạm dừng' });
  const entries = all.flatMap((at) => [entry(`N${at}`, { period: Q1, progress: 'Đang thực hiện' }), entry(`N${at}`, done(at))]);
  return [
    tabWith(INDICATORS, all.map(oddIndicator), 1),
    tabWith(
      TASKS,
      all.map((at) => task(`N${at}`, at % 5 === 0 ? { frequency: '' } : {})),
      2,
    ),
    tabWith(ACTUALS, [...actuals, ...broken, ...nameless], 3),
    tabWith(ENTRIES, entries, 4),
    tabWith(PERIODS, PERIOD_ROWS, 5),
    tabWith(ROLES, [{ role: JUSTICE, email: 'tu-phap@example.vn' }], 6),
    tabWith(SETTINGS, [{ name: 'Lĩnh vực', value: 'Cải cách thủ tục hành chính' }], 7),
    { ...tabWith(OVERVIEW, [], 8), values: [['']], formats: [['']] },
  ];
}

const bookOf = (rows: number): Book => readBook({ tabs: tabsOf(rows), locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' });

type Method = (this: readonly unknown[], ...args: readonly unknown[]) => unknown;
const METHODS = [
  'some',
  'every',
  'find',
  'findIndex',
  'filter',
  'includes',
  'indexOf',
  'map',
  'flatMap',
  'reduce',
  'concat',
] as const;
const ORIGINALS = new Map<PropertyKey, Method>(
  [...METHODS, Symbol.iterator].map((name) => [name, Reflect.get(Array.prototype, name) as Method]),
);
const put = (name: PropertyKey, value: Method): void => {
  Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
};
const restore = (): void => {
  for (const [name, original] of ORIGINALS) put(name, original);
};
afterEach(restore);

/** How many elements of arrays a piece of work goes through, searching, mapping, spreading or looping: no clock decides. */
function elementsIn(work: () => unknown): number {
  let count = 0;
  for (const [name, original] of ORIGINALS) {
    put(name, function counted(this: readonly unknown[], ...args) {
      count += this.length;
      return Reflect.apply(original, this, args);
    });
  }
  try {
    work();
  } finally {
    restore();
  }
  return count;
}

const SMALL = 100;
const TIMES = 4;
/** Four times the rows may take four times the steps, and a tenth for what is sorted. */
const MOST = TIMES * 1.1;

function growthOf(workOn: (rows: number) => () => unknown): number {
  return elementsIn(workOn(SMALL * TIMES)) / elementsIn(workOn(SMALL));
}

function periodOf(book: Book) {
  const { period, evaluation } = assess(book, TODAY);
  if (period === null || evaluation === null) throw new Error('no period is open');
  return { period, evaluation };
}

describe('the steps of', () => {
  it.each<[string, (rows: number) => () => unknown]>([
    [
      'reading',
      (rows) => {
        const tabs = tabsOf(rows);
        return () => readBook({ tabs, locale: 'vi_VN', timeZone: '' });
      },
    ],
    [
      'checking',
      (rows) => {
        const book = bookOf(rows);
        return () => assess(book, TODAY);
      },
    ],
    [
      'making the grey cells and the overview',
      (rows) => {
        const book = bookOf(rows);
        const { period, evaluation } = periodOf(book);
        const { counts } = assess(book, TODAY);
        return () => [
          judgementEdits(book, [{ period, evaluation }]),
          overviewBlocks(book, { open: [{ period, evaluation }], problems: counts.problems, today: TODAY }),
        ];
      },
    ],
    [
      'preparing and freezing a period, telling the alerts and who owes what',
      (rows) => {
        const book = bookOf(rows);
        const { period, evaluation } = periodOf(book);
        return () => [
          periodRows(book, { ...period, name: 'kỳ mới' }),
          freeze(book, { period, version: 1, evaluation }),
          alerts(evaluation, book, TODAY),
          owedOf(book, { period, evaluation }, TODAY),
        ];
      },
    ],
  ])('%s grow no faster than the rows', (_, workOn) => {
    expect(growthOf(workOn)).toBeLessThan(MOST);
  });

  it.each<[string, (list: readonly number[]) => unknown]>([
    ['a search for each row', (list) => list.filter((row) => list.includes(-row))],
    [
      'a list copied for each row',
      (list) => {
        let made: number[] = [];
        for (const row of list) made = [...made, row];
        return made;
      },
    ],
  ])('%s would be seen to grow faster', (_, work) => {
    expect(
      growthOf((rows) => {
        const list = Array.from({ length: rows }, (_row, at) => at + 1);
        return () => work(list);
      }),
    ).toBeGreaterThan(MOST * 2);
  });
});

describe('a refresh of an unchanged workbook', () => {
  it.each([210, 2_100, 21_000])(
    'writes nothing at %i entry rows',
    (rows) => {
      const environment = memory({ tabs: tabsOf(Math.ceil(rows / 4)) });
      expect(refresh(environment.ports).written).toBeGreaterThan(0);
      environment.forget();
      expect(refresh(environment.ports).written).toBe(0);
      expect(environment.calls.filter((call) => call === 'write' || call === 'flush')).toEqual([]);
    },
    600_000,
  );
});
