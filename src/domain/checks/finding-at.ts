import type { Source } from '../core/source.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Task, TaskEntry } from '../plan/task.ts';
import { FINDING_SEVERITY, type Finding, type FindingCode } from './finding.ts';

/** Makes findings about one row: each names a column of it. */
export type FindingMaker = (code: FindingCode, field: string, facts?: Finding['facts']) => Finding;

/** A finding with the severity of its code. */
export function finding(code: FindingCode, at: Source, facts: Finding['facts'] = {}): Finding {
  return { code, severity: FINDING_SEVERITY[code], at, facts };
}

/** Findings about what was typed for an indicator. */
export function atActual({ indicator, period }: Pick<Actual, 'indicator' | 'period'>): FindingMaker {
  return at({ of: 'actual', id: indicator, period });
}

/** Findings about what was typed for a task. */
export function atEntry({ task, period }: Pick<TaskEntry, 'task' | 'period'>): FindingMaker {
  return at({ of: 'entry', id: task, period });
}

/** Findings about a row of the plan. */
export function atPlanned(of: 'indicator' | 'task', { id }: Pick<Indicator | Task, 'id'>): FindingMaker {
  return at({ of, id, period: '' });
}

/** Findings about a row of the calendar. */
export function atPeriod({ name }: Pick<Period, 'name'>): FindingMaker {
  return at({ of: 'period', id: name, period: '' });
}

function at(row: Omit<Source, 'field'>): FindingMaker {
  return (code, field, facts = {}) => finding(code, { ...row, field }, { id: row.id, ...facts });
}
