import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { taskStanding } from '../../src/domain/judging/standing.ts';
import type { Task, TaskEntry } from '../../src/domain/plan/task.ts';
import { sayDue, sayStanding } from '../../src/words/judging/status.ts';
import { anEntry, aPlan, aTask, period } from '../domain/builders.ts';

const told = (task: Partial<Task>, entry: Partial<TaskEntry>, asOf: string): string => {
  const one = aTask(task);
  return sayStanding(taskStanding(one, [anEntry(entry)], { period: period('h1'), asOf: day(asOf), plan: aPlan() }), one);
};
const done = (on: string) => ({ progress: 'done', completedOn: day(on) }) as const;

describe('the sentence of a status', () => {
  test.each<[string, Partial<Task>, Partial<TaskEntry>, string]>([
    ['quá hạn 05 ngày làm việc (hạn 14/6/2024)', {}, {}, '2024-06-21'],
    ['quá hạn (hạn 14/6/2024)', {}, {}, '2024-06-15'],
    ['còn 02 ngày làm việc (hạn 14/6/2024)', {}, {}, '2024-06-12'],
    ['đến hạn (hạn 14/6/2024)', {}, {}, '2024-06-14'],
    ['hoàn thành ngày 10/6/2024, đúng hạn (hạn 14/6/2024)', {}, done('2024-06-10'), '2024-06-20'],
    ['hoàn thành ngày 18/6/2024, quá hạn (hạn 14/6/2024)', {}, done('2024-06-18'), '2024-06-20'],
    ['hoàn thành ngày 10/6/2024', { due: null }, done('2024-06-10'), '2024-06-20'],
    ['chưa thực hiện (thời hạn đề xuất 14/6/2024 đã qua, chờ xác nhận)', { origin: 'proposed' }, {}, '2024-06-20'],
    ['đang thực hiện, còn 09 ngày làm việc (hạn 14/6/2024)', {}, { progress: 'doing' }, '2024-06-03'],
    ['đã thực hiện trong kỳ', { frequency: 'continuous' }, { progress: 'done' }, '2024-06-03'],
    ['chưa cập nhật kết quả trong kỳ', { frequency: 'continuous' }, {}, '2024-06-03'],
    ['tạm dừng thực hiện', {}, { progress: 'suspended' }, '2024-06-20'],
    ['không áp dụng', {}, { progress: 'not-applicable' }, '2024-06-20'],
  ])('%s', (...[sentence, task, entry, asOf]) => expect(told(task, entry, asOf)).toBe(sentence));

  test.each<[string, Partial<Task>]>([
    ['14/6/2024', {}],
    ['trước ngày 14/6/2024', { dueRule: 'before' }],
    ['14/6/2024 (đề xuất, chờ xác nhận)', { origin: 'proposed' }],
    ['', { due: null }],
  ])('a deadline in a cell: «%s»', (said, task) => {
    const one = aTask(task);
    expect(sayDue(one, taskStanding(one, [], { period: period('h1'), asOf: day('2024-06-03'), plan: aPlan() }))).toBe(said);
  });
});
