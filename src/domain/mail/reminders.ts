import { sameWord } from '../core/word.ts';
import type { Missing, Report, TaskItem } from '../report/report-model.ts';

/** What one role is asked for: work whose day has come, work whose day is near, and what it has not told yet. */
export type Reminder = {
  readonly role: string;
  readonly overdue: readonly TaskItem[];
  readonly dueSoon: readonly TaskItem[];
  readonly missing: readonly Missing[];
};

/** Figures and progress: what is missing of the plan, its settings and the narrative is the clerk's own affair. */
const ASKED: readonly Missing['kind'][] = ['indicator', 'statistic', 'task'];

/** Who has something outstanding, in the order of the plan; nobody is reminded of a deadline that is only proposed. */
export function remindersIn({ annexes, missing }: Report): Reminder[] {
  const tasks = [...annexes.tasks.dated, ...annexes.tasks.standing];
  const asked = missing.filter(({ kind }) => ASKED.includes(kind));
  const roles = [...tasks.map(({ task }) => task.lead), ...asked.map(({ role }) => role)].filter((role) => role.trim() !== '');
  const once = roles.filter((role, index) => roles.findIndex((other) => sameWord(other, role)) === index);
  return once
    .map((role) => {
      const own = tasks.filter(({ task, standing }) => sameWord(task.lead, role) && standing.binding);
      return {
        role,
        overdue: own.filter(({ standing }) => standing.status === 'overdue'),
        dueSoon: own.filter(({ standing }) => standing.status === 'due-soon'),
        missing: asked.filter((item) => sameWord(item.role, role)),
      };
    })
    .filter(({ overdue, dueSoon, missing: owed }) => overdue.length + dueSoon.length + owed.length > 0);
}
