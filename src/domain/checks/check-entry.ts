import type { Day } from '../core/day.ts';
import { isBlank } from '../core/word.ts';
import { isStanding, type Task, type TaskEntry, type TaskStanding, type TaskStatus } from '../plan/task.ts';
import { checkLines } from './check-lines.ts';
import { atEntry, type Finding } from './finding.ts';

type Progressing = { readonly standing: TaskStanding; readonly today: Day };

/** Nothing typed this period matters only while the task still runs. */
const WAITS_FOR_WORD: readonly TaskStatus[] = ['not-updated', 'overdue', 'due-soon', 'in-progress'];

/** What is wrong with, or missing from, what was typed for one task this period. */
export function checkEntry(task: Task, entry: TaskEntry, { standing, today }: Progressing): Finding[] {
  const { result, cause, proposal, estimate } = entry;
  return [
    ...checkCompletion(task, entry, { standing, today }),
    ...checkReturned(entry),
    ...checkWords(task, entry, standing),
    ...checkLines({ result, cause, proposal, estimate }, atEntry(entry)),
  ];
}

function checkCompletion(task: Task, entry: TaskEntry, { standing, today }: Progressing): Finding[] {
  const make = atEntry(entry);
  const { completedOn, progress } = entry;
  if (completedOn === null) {
    const needsDay = progress === 'done' && !isStanding(task) && standing.lastDay !== null;
    return needsDay ? [make('completion-day-missing', 'completedOn', { due: standing.lastDay })] : [];
  }
  const found: Finding[] = [];
  if (completedOn > today) found.push(make('completed-in-future', 'completedOn', { day: completedOn, today }));
  if (task.startOn !== null && completedOn < task.startOn) {
    found.push(make('completed-before-start', 'completedOn', { day: completedOn, start: task.startOn }));
  }
  if (progress !== 'done') found.push(make('completion-day-without-done', 'progress', { day: completedOn }));
  return found;
}

function checkReturned(entry: TaskEntry): Finding[] {
  const { returned: value } = entry;
  if (value === null || (Number.isInteger(value) && value >= 0)) return [];
  return [atEntry(entry)(value < 0 ? 'negative-number' : 'whole-number-expected', 'returned', { value })];
}

function checkWords(task: Task, entry: TaskEntry, { status, lastDay }: TaskStanding): Finding[] {
  const make = atEntry(entry);
  const found: Finding[] = [];
  if (entry.progress === null && WAITS_FOR_WORD.includes(status)) {
    found.push(make('no-update-in-period', 'progress', { role: task.lead, period: entry.period }));
  }
  if (status === 'overdue' && isBlank(entry.cause)) found.push(make('cause-missing', 'cause', { due: lastDay }));
  const isExcluded = entry.progress === 'suspended' || entry.progress === 'not-applicable';
  if (isExcluded && [entry.result, entry.cause, entry.note].every(isBlank))
    found.push(make('reason-missing', 'note', { declared: entry.progress }));
  if (entry.progress === 'done' && isBlank(entry.evidence)) found.push(make('evidence-missing', 'evidence'));
  return found;
}
