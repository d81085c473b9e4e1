import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { occurrencesOf } from '../../src/domain/judging/occurrences.ts';
import { taskStanding } from '../../src/domain/judging/standing.ts';
import { DUE_RULES, FREQUENCIES, PROGRESSES, TASK_STATUSES, type Task, type TaskEntry } from '../../src/domain/plan/task.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, PERIODS, period, TODAY } from './builders.ts';

type Asked = { readonly in?: string; readonly asOf?: string };

const of = (task: Partial<Task>, entries: readonly Partial<TaskEntry>[] = [], asked: Asked = {}) => {
  const at = PERIODS.find(({ name }) => name === (asked.in ?? 'h1 2024')) ?? period('h1');
  return taskStanding(aTask(task), entries.map(anEntry), { period: at, asOf: day(asked.asOf ?? TODAY), plan: aPlan() });
};
const done = (on: string, at = 'h1 2024') => ({ period: at, progress: 'done' as const, completedOn: day(on) });
const YEARLY = { frequency: 'yearly', due: { kind: 'each-year', month: 12, date: 31 } } as const;

describe('the status of one task', () => {
  test.each<[string, Partial<Task>, Partial<TaskEntry>, Asked, string]>([
    ['done before the due day', {}, done('2024-06-10'), {}, 'done-on-time'],
    ['done on the due day', {}, done('2024-06-14'), {}, 'done-on-time'],
    ['done the day after', {}, done('2024-06-15'), {}, 'done-late'],
    ['«trước ngày» excludes the day itself', { dueRule: 'before' }, done('2024-06-14'), {}, 'done-late'],
    ['no deadline: done is neither in time nor late', { due: null }, done('2024-06-18'), {}, 'done'],
    ['done after a deadline that is only proposed is not late', { origin: 'proposed' }, done('2024-06-18'), {}, 'done'],
    ['nor is done before it in time', { origin: 'proposed' }, done('2024-06-10'), {}, 'done'],
    ['done without a day, deadline ahead', {}, { progress: 'done' }, { asOf: '2024-06-13' }, 'done-on-time'],
    ['done without a day, deadline past: nobody knows whether in time', {}, { progress: 'done' }, {}, 'done'],
    ['completed after the day asked is not completed yet', {}, done('2024-06-18'), { asOf: '2024-06-16' }, 'overdue'],
    ['not done on the due day', {}, {}, { asOf: '2024-06-14' }, 'due-soon'],
    ['not done the day after', {}, { progress: 'doing' }, { asOf: '2024-06-15' }, 'overdue'],
    ['three working days before', {}, {}, { asOf: '2024-06-11' }, 'due-soon'],
    ['four working days before', {}, {}, { asOf: '2024-06-10' }, 'not-started'],
    ['under way, deadline far', {}, { progress: 'doing' }, { asOf: '2024-06-03' }, 'in-progress'],
    ['a proposed deadline that passed binds nobody', { origin: 'proposed' }, {}, {}, 'not-started'],
    ['a confirmed one binds', { origin: 'confirmed' }, {}, {}, 'overdue'],
    ['no deadline is never overdue', { due: null }, {}, { asOf: '2030-01-01' }, 'not-started'],
    ['starts after the period', { startOn: day('2024-07-01') }, {}, {}, 'not-started'],
    ['suspended', {}, { progress: 'suspended' }, {}, 'suspended'],
    ['not applicable', {}, { progress: 'not-applicable' }, {}, 'not-applicable'],
    [
      'standing work with a result',
      { frequency: 'continuous' },
      { progress: 'doing', result: 'Đã ban hành 02 văn bản' },
      {},
      'done-in-period',
    ],
    ['standing work of which nothing arose', { frequency: 'on-request' }, { progress: 'nothing-arose' }, {}, 'nothing-arose'],
    ['standing work under way without a word', { frequency: 'continuous' }, { progress: 'doing' }, {}, 'in-progress'],
    ['standing work that nobody touched', { frequency: 'continuous' }, {}, { asOf: '2030-01-01' }, 'not-updated'],
    ['standing work not done', { frequency: 'continuous' }, { progress: 'none' }, {}, 'not-updated'],
    ['each period: due at its end', { frequency: 'every-period' }, { progress: 'doing' }, {}, 'overdue'],
    ['each period: done within it', { frequency: 'every-period' }, done('2024-06-14'), {}, 'done-on-time'],
    ['each year, before its day', YEARLY, { progress: 'doing' }, {}, 'in-progress'],
  ])('%s', (...[, task, entry, asked, status]) => {
    expect(of(task, [entry], asked).status).toBe(status);
  });

  test('what was done in an earlier period stays done', () => {
    expect(of({}, [done('2024-03-01', 'q1 2024'), { progress: null }]).status).toBe('done-on-time');
  });

  test('entries of later periods are not known yet', () => {
    expect(of({}, [{}, done('2024-06-10', 'q3 2024')]).status).toBe('overdue');
  });

  test('a yearly duty that was missed stays a matter of its year; that of the new year is its own', () => {
    const forgotten = { period: 'year 2023', progress: 'doing' } as const;
    expect(of(YEARLY, [forgotten], { in: 'year 2023', asOf: '2024-01-02' })).toMatchObject({
      status: 'overdue',
      lastDay: '2023-12-31',
    });
    expect(of(YEARLY, [forgotten], { in: 'q1 2024', asOf: '2024-01-02' })).toMatchObject({
      status: 'not-started',
      lastDay: '2024-12-31',
    });
    const inNovember = { ...YEARLY, due: { kind: 'each-year', month: 11, date: 30 } } as const;
    const held = [{ period: 'year 2023' }, done('2024-11-15', 'year 2024')];
    expect(of(inNovember, held, { in: 'year 2024', asOf: '2024-12-14' })).toMatchObject({
      status: 'done-on-time',
      lastDay: '2024-11-30',
    });
  });

  test('what was done between the cut-off and the new year belongs to the old one, where that is nearer', () => {
    const rows = [{ period: 'year 2023', progress: 'doing' as const }, done('2023-12-28', 'q1 2024')];
    expect(of(YEARLY, rows, { in: 'q1 2024', asOf: '2024-03-14' })).toMatchObject({
      status: 'done-on-time',
      lastDay: '2023-12-31',
    });
    expect(of(YEARLY, rows)).toMatchObject({ status: 'not-started', lastDay: '2024-12-31' });
    const inJanuary = { ...YEARLY, due: { kind: 'each-year', month: 1, date: 31 } } as const;
    expect(of(inJanuary, rows, { in: 'q1 2024', asOf: '2024-03-14' })).toMatchObject({
      status: 'done-on-time',
      lastDay: '2024-01-31',
    });
  });

  test('a missed one is typed into the row of its own period, and stands there', () => {
    const plan = aPlan({ tasks: [aTask(YEARLY)] });
    const rows = [anEntry({ period: 'year 2023' }), anEntry({ period: 'year 2024', progress: 'doing' })];
    const turns = (typed: readonly TaskEntry[]) =>
      occurrencesOf(aTask(YEARLY), typed, { asOf: day('2024-12-20'), plan }).map(({ turn, standing }) => [
        turn.year,
        standing.status,
      ]);
    expect(turns(rows)).toEqual([
      [2023, 'overdue'],
      [2024, 'in-progress'],
    ]);
    expect(turns([anEntry(done('2024-02-01', 'year 2023')), ...rows.slice(1)])).toEqual([
      [2023, 'done-late'],
      [2024, 'in-progress'],
    ]);
  });

  test.each([
    ['quarterly', null, 'q1 2024', '2024-03-31'],
    ['quarterly', null, 'h1 2024', '2024-06-30'],
    ['quarterly', { kind: 'each-turn', date: 20 }, 'q3 2024', '2024-09-20'],
    ['quarterly', { kind: 'each-year', month: 1, date: 15 }, 'h1 2024', '2024-04-15'],
    ['monthly', null, 'q1 2024', '2024-03-31'],
    ['monthly', { kind: 'each-turn', date: 25 }, 'h1 2024', '2024-06-25'],
    ['yearly', { kind: 'each-turn', date: 25 }, 'h1 2024', null],
  ] as const)('%s, due %o: the one of %s ends on %s', (frequency, due, name, lastDay) => {
    expect(of({ frequency, due }, [], { in: name, asOf: '2024-02-01' }).lastDay).toBe(lastDay);
  });

  test('a monthly duty done in one month is asked for again in the next', () => {
    const months = [4, 5, 6].map((turn) => ({
      ...period('h1'),
      name: `tháng ${turn}`,
      type: 'month' as const,
      turn,
      start: day(`2024-0${turn}-01`),
      end: addDays(day(`2024-0${turn + 1}-01`), -1),
    }));
    const plan = aPlan({ tasks: [], periods: months });
    const rows = [anEntry({ period: 'tháng 4' }), anEntry(done('2024-05-20', 'tháng 5')), anEntry({ period: 'tháng 6' })];
    const at = (index: number, asOf: string) =>
      taskStanding(aTask({ frequency: 'monthly', due: null }), rows, {
        period: months[index] ?? period('h1'),
        asOf: day(asOf),
        plan,
      });
    expect([at(0, '2024-05-02').status, at(1, '2024-06-02').status, at(2, '2024-06-03').status]).toEqual([
      'overdue',
      'done-on-time',
      'not-started',
    ]);
  });

  test('the plan itself and what was due before the record began are asked about, not accused', () => {
    const adoption = { product: 'Kế hoạch giai đoạn', due: { kind: 'day', day: day('2021-12-30') } } as const;
    expect(of(adoption, [{ progress: 'doing' }])).toMatchObject({
      status: 'not-updated',
      question: { kind: 'adoption' },
      overdueFrom: null,
    });
    const old = { due: { kind: 'day', day: day('2022-06-30') } } as const;
    const opened = PERIODS.map((each) => ({ ...each, state: 'closed' as const }));
    const asked = (entry: Partial<TaskEntry>) =>
      taskStanding(aTask(old), [anEntry(entry)], { period: period('h1'), asOf: TODAY, plan: aPlan({ periods: opened }) });
    expect(asked({})).toMatchObject({ status: 'not-updated', question: { kind: 'before-record' }, overdueFrom: null });
    expect(asked({ progress: 'doing' })).toMatchObject({ status: 'overdue', question: null });
  });

  test('a yearly task completed last year starts again', () => {
    expect(of(YEARLY, [done('2023-11-01', 'year 2023')])).toMatchObject({ status: 'not-started', lastDay: '2024-12-31' });
  });

  test('the newest word counts: a later «Đang thực hiện» takes a completion back', () => {
    const takenBack = [done('2024-03-01', 'q1 2024'), { progress: 'doing' as const }];
    expect(of({}, takenBack)).toMatchObject({ status: 'overdue', completedOn: null });
    expect(of({}, [done('2024-03-01', 'q1 2024'), { progress: null }]).status).toBe('done-on-time');
  });

  test('a row without a word is still owed, whatever its status', () => {
    expect(of({}, [{ progress: null }])).toMatchObject({ told: false });
    expect(of({}, [{ progress: 'none' }])).toMatchObject({ told: true });
    expect(of({}, [done('2024-03-01', 'q1 2024')])).toMatchObject({ told: false });
  });

  describe('a month and its quarter, open side by side', () => {
    const july = {
      ...period('q3'),
      name: 'tháng 7',
      type: 'month' as const,
      turn: 7,
      start: day('2024-07-01'),
      end: day('2024-07-31'),
    };
    const quarter = { ...period('q3'), state: 'entering' as const };
    const due = { due: { kind: 'day', day: day('2024-07-10') } } as const;
    const inJuly = (word: Partial<TaskEntry>, state: 'entering' | 'closed' = 'entering', task: Partial<Task> = due) => {
      const month = { ...july, state };
      const rows = [anEntry({ period: 'tháng 7', progress: null }), anEntry({ period: quarter.name, ...word })];
      const plan = aPlan({ periods: [...PERIODS.filter(({ name }) => name !== quarter.name), month, quarter] });
      return taskStanding(aTask(task), rows, { period: month, asOf: day('2024-07-31'), plan });
    };

    test.each<[string, Partial<TaskEntry>, 'entering' | 'closed', string]>([
      ['what is done in the quarter is done in the month', done('2024-07-03', quarter.name), 'entering', 'done-on-time'],
      ['and stays so when the month is closed', done('2024-07-13', quarter.name), 'closed', 'done-late'],
      ['what is done after the month is open in it', done('2024-08-02', quarter.name), 'entering', 'overdue'],
      ['done without a day accuses nobody while both are open', { progress: 'done' }, 'entering', 'done'],
      ['and says nothing of a month that is closed', { progress: 'done' }, 'closed', 'overdue'],
      ['what is suspended in the quarter is suspended in the month', { progress: 'suspended' }, 'entering', 'suspended'],
      ['what is under way there is as late here', { progress: 'doing' }, 'entering', 'overdue'],
    ])('%s', (_, word, state, status) => {
      const standing = inJuly(word, state);
      expect([standing.status, standing.overdueFrom === null]).toEqual([status, status !== 'overdue']);
    });

    test('what is done after the day asked leaves the month as it was on that day', () => {
      const ahead = { due: { kind: 'day', day: day('2024-12-31') } } as const;
      expect(inJuly(done('2024-08-02', quarter.name), 'closed', ahead).status).toBe('not-started');
      expect(inJuly(done('2024-08-02', quarter.name), 'entering', ahead).status).toBe('not-started');
    });

    test('work of every period is its own in each, and a period that begins later has no say', () => {
      expect(inJuly(done('2024-07-03', quarter.name), 'entering', { frequency: 'every-period' }).status).not.toBe('done-on-time');
      expect(of({}, [done('2024-06-10', 'q3 2024')], { asOf: '2024-06-20' }).status).toBe('overdue');
    });

    test('a yearly duty done in the row of the quarter is done in that of the month', () => {
      const yearly = { frequency: 'yearly', due: { kind: 'each-year', month: 6, date: 30 } } as const;
      expect(inJuly(done('2024-06-20', quarter.name), 'entering', yearly).status).toBe('done-on-time');
    });
  });

  test('the colours: reminded three working days before, overdue the day after', () => {
    expect(of({}, [], { asOf: '2024-06-03' })).toMatchObject({
      remindFrom: '2024-06-11',
      overdueFrom: '2024-06-15',
      workingDaysLeft: 9,
    });
    expect(of({ origin: 'proposed' })).toMatchObject({ remindFrom: '2024-06-11', overdueFrom: null, binding: false });
    expect(of({}, [done('2024-06-10')])).toMatchObject({ remindFrom: null, overdueFrom: null });
    const later = { startOn: day('2024-06-17'), due: { kind: 'day', day: day('2024-06-18') } } as const;
    expect(of(later)).toMatchObject({ status: 'not-started', remindFrom: null, overdueFrom: null });
  });
});

describe('properties of statuses', () => {
  const someDay = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(day('2022-12-01'), offset));
  const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const due = orNull(
    fc.oneof(
      someDay.map((at) => ({ kind: 'day' as const, day: at })),
      fc.record({
        kind: fc.constant('each-year' as const),
        month: fc.integer({ min: 0, max: 13 }),
        date: fc.integer({ min: 0, max: 32 }),
      }),
    ),
  );
  const tasks = fc.array(
    fc.record({
      frequency: fc.constantFrom(...FREQUENCIES),
      due,
      dueRule: fc.constantFrom(...DUE_RULES),
      startOn: orNull(someDay),
      origin: fc.constantFrom('plan' as const, 'proposed' as const),
    }),
    { maxLength: 6 },
  );
  const entries = fc.uniqueArray(
    fc.record({
      task: fc.constantFrom('N0', 'N1', 'N2', 'N9'),
      period: fc.constantFrom(...PERIODS.map(({ name }) => name), 'no such'),
      progress: orNull(fc.constantFrom(...PROGRESSES)),
      completedOn: orNull(someDay),
      result: fc.constantFrom('', 'có kết quả'),
    }),
    { maxLength: 12, selector: (entry) => `${entry.task}|${entry.period}` },
  );
  const evaluated = (plan: ReturnType<typeof aPlan>, rows: readonly TaskEntry[], asOf: ReturnType<typeof day>) =>
    evaluate({ plan, actuals: [], entries: rows }, { period: period('h1'), asOf });

  test('they partition the tasks, never overdue without a binding deadline, whatever was typed', () => {
    fc.assert(
      fc.property(tasks, entries, someDay, (some, rows, asOf) => {
        const plan = aPlan({ tasks: some.map((task, index) => aTask({ ...task, id: `N${index}` })) });
        const { standings, tally } = evaluated(plan, rows.map(anEntry), asOf);
        const official = Object.values(tally.statuses).reduce((sum, count) => sum + count, 0);
        expect(official + tally.proposed.tasks).toBe(plan.tasks.length);
        for (const { status, binding, lastDay } of standings.values()) {
          expect(TASK_STATUSES).toContain(status);
          if (status === 'overdue') expect(binding && lastDay !== null && lastDay < asOf).toBe(true);
        }
      }),
    );
  });

  test('the two days of a run say what the status is on every later day, whatever the calendar', () => {
    const calendar = fc.uniqueArray(fc.record({ day: someDay, kind: fc.constantFrom('off' as const, 'worked' as const) }), {
      maxLength: 40,
      selector: (holiday) => holiday.day,
    });
    fc.assert(
      fc.property(tasks, calendar, fc.tuple(someDay, fc.nat({ max: 60 })), (some, days, [run, later]) => {
        const holidays = days.map((holiday) => ({ ...holiday, note: '' }));
        const plan = aPlan({ tasks: some.map((task, index) => aTask({ ...task, id: `N${index}` })), holidays });
        const then = evaluated(plan, [], run).standings;
        const asked = addDays(run, later);
        for (const [id, { status }] of evaluated(plan, [], asked).standings) {
          const { remindFrom, overdueFrom, lastDay, binding } = then.get(id) ?? {};
          const late = overdueFrom != null && asked >= overdueFrom;
          const ended = binding === false && lastDay != null && asked > lastDay;
          const reminded = remindFrom != null && asked >= remindFrom && !late && !ended;
          expect([id, late, reminded]).toEqual([id, status === 'overdue', status === 'due-soon']);
        }
      }),
    );
  });

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(tasks, entries, someDay, (some, rows, asOf) => {
        const plan = aPlan({ tasks: some.map((task, index) => aTask({ ...task, id: `N${index}` })) });
        const typed = rows.map(anEntry);
        expect(evaluated(plan, [...typed].reverse(), asOf)).toEqual(evaluated(plan, typed, asOf));
      }),
    );
    const [one, other] = [
      anActual({ indicator: 'T1', numerator: 1, denominator: 2 }),
      anActual({ indicator: 'T2', numerator: 2, denominator: 2 }),
    ];
    const plan = aPlan({ indicators: [anIndicator(), anIndicator({ id: 'T2' })] });
    const both = (actuals: (typeof one)[]) => evaluate({ plan, actuals, entries: [] }, { period: period('h1'), asOf: TODAY });
    expect(both([one, other])).toEqual(both([other, one]));
  });
});
