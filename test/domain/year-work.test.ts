import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { byOfficial, countDuties, yearWork } from '../../src/domain/judging/year-work.ts';
import { PROGRESSES, type Task, type TaskEntry } from '../../src/domain/plan/task.ts';
import { exportRow } from '../../src/words/report/papers/year-work.ts';
import { anEntry, aPlan, aTask, PERIODS } from './builders.ts';

const OPENED = PERIODS.map((each) => ({ ...each, state: each.year === 2024 ? ('entering' as const) : ('closed' as const) }));
const TODAY = day('2024-12-31');
const told = (period: string, over: Partial<TaskEntry> = {}): TaskEntry => anEntry({ period, ...over });
const done = (on: string, over: Partial<TaskEntry> = {}): Partial<TaskEntry> => ({
  progress: 'done',
  completedOn: day(on),
  ...over,
});
const work = (task: Partial<Task>, entries: readonly TaskEntry[], year = 2024) =>
  yearWork({ plan: aPlan({ tasks: [aTask(task)], periods: OPENED }), entries }, { year, today: TODAY });
const said = (duties: ReturnType<typeof work>) => duties.map(({ id, outcome }) => `${id} ${outcome}`);

describe('the work of a year', () => {
  it.each<[string, Partial<Task>, TaskEntry[], string[]]>([
    ['dated work done in time', {}, [told('h1 2024', done('2024-06-10'))], ['N1/2024-06 on-time']],
    ['dated work done late', {}, [told('h1 2024', done('2024-06-20'))], ['N1/2024-06 late']],
    ['dated work not done', {}, [told('h1 2024', { progress: 'doing' })], ['N1/2024-06 overdue']],
    ['work of another year', { due: { kind: 'day', day: day('2025-06-14') } }, [], []],
    [
      'work left over from the year before',
      { due: { kind: 'day', day: day('2023-06-14') } },
      [told('year 2023', { progress: 'doing' })],
      ['N1/2023-06 overdue'],
    ],
    [
      'work finished in the year before',
      { due: { kind: 'day', day: day('2023-06-14') } },
      [told('h1 2023', done('2023-06-01'))],
      [],
    ],
    [
      'standing work carried out',
      { frequency: 'continuous', due: null },
      [told('h1 2024', { progress: 'doing' })],
      ['N1/2024 done'],
    ],
    [
      'each turn of quarterly work that was asked about',
      { frequency: 'quarterly', due: null },
      [told('q1 2024', done('2024-03-20')), told('h1 2024', { progress: 'doing' })],
      ['N1/2024-03 on-time', 'N1/2024-06 overdue'],
    ],
    ['suspended work', {}, [told('h1 2024', { progress: 'suspended', note: 'chờ' })], ['N1/2024-06 left-out']],
    ['work of which nothing arose', {}, [told('h1 2024', { progress: 'nothing-arose' })], ['N1/2024-06 nothing-arose']],
  ])('%s', (_, task, entries, expected) => {
    expect(said(work(task, entries))).toEqual(expected);
  });

  it('has nothing of a year of which no period was opened', () => {
    expect(work({ frequency: 'continuous' }, [], 2026)).toEqual([]);
  });

  it('is a duty of each of its leads, and of the person who held the post on the day', () => {
    const roles = [
      { role: 'A', person: 'Người cũ', email: '', from: null, until: day('2024-05-31') },
      { role: 'A', person: 'Người mới', email: '', from: day('2024-06-01'), until: null },
      { role: 'B', person: 'Người B', email: '', from: null, until: null },
    ];
    const plan = aPlan({ tasks: [aTask({ lead: 'A; B' })], roles, periods: OPENED });
    const people = (on: string) =>
      yearWork({ plan, entries: [told('h1 2024', done(on))] }, { year: 2024, today: TODAY }).map(({ person }) => person);
    expect(people('2024-05-20')).toEqual(['Người cũ', 'Người B']);
    expect(people('2024-06-10')).toEqual(['Người mới', 'Người B']);
  });

  it('counts how often the work was given back, of recurring work each turn by itself', () => {
    const back = (period: string, returned: number) => told(period, { returned });
    expect(work({}, [back('q1 2024', 1), back('h1 2024', 2)]).map(({ returned }) => returned)).toEqual([3]);
    const turns = work({ frequency: 'quarterly', due: null }, [back('q1 2024', 1), back('h1 2024', 2)]);
    expect(turns.map(({ returned }) => returned)).toEqual([1, 2]);
  });

  it('adds up: assigned is done, nothing arose and open, by official and in all, whatever was typed', () => {
    const entry = fc.record({
      task: fc.constantFrom('N1', 'N2', 'N3'),
      period: fc.constantFrom('q1 2024', 'h1 2024', 'q3 2024', 'year 2024'),
      progress: fc.option(fc.constantFrom(...PROGRESSES)),
      completedOn: fc.option(fc.constantFrom(day('2024-02-01'), day('2024-06-20'), day('2024-11-30'))),
      returned: fc.option(fc.integer({ min: 0, max: 3 })),
    });
    const plan = aPlan({
      tasks: [
        aTask({ lead: 'A; B' }),
        aTask({ id: 'N2', frequency: 'quarterly', due: null }),
        aTask({ id: 'N3', frequency: 'continuous' }),
      ],
      periods: OPENED,
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ task, period }) => `${task}|${period}` }), (rows) => {
        const duties = yearWork({ plan, entries: rows.map((row) => anEntry(row)) }, { year: 2024, today: TODAY });
        const all = countDuties(duties);
        expect(all.done + all.nothingArose + all.open).toBe(all.assigned);
        expect(all.onTime + all.late).toBeLessThanOrEqual(all.done);
        const each = byOfficial(plan, duties).map(({ duties: own }) => countDuties(own));
        expect(each.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(all.assigned);
        expect(new Set(duties.map(({ id, post }) => `${id} ${post}`)).size).toBe(duties.length);
        const sum = (at: number) => duties.map(exportRow).reduce((total, row) => total + Number(row[at]), 0);
        expect([sum(6), sum(7), sum(8), sum(10)]).toEqual([all.assigned, all.done, all.onTime, all.returned]);
      }),
    );
  });
});
