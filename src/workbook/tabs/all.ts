import type { Extra } from '../../domain/plan/extras.ts';
import { type TabSpec, tab } from '../core/tab.ts';
import { ACTUALS } from './actuals.ts';
import { ENTRIES } from './entries.ts';
import { INDICATORS } from './indicators.ts';
import { INSPECTIONS } from './inspections.ts';
import { NARRATIVES } from './narratives.ts';
import { PERIODS } from './periods.ts';
import { PLANS } from './plans.ts';
import { FROZEN, JOURNAL, MAILS, REPORTS } from './records.ts';
import { SCORES } from './scores.ts';
import { HOLIDAYS, OUTLINE, ROLES, SETTINGS, TEMPLATE } from './settings.ts';
import { SURVEYS } from './surveys.ts';
import { TASKS } from './tasks.ts';

/** `Tổng quan`: the dashboard; the whole tab is written by the machine and has no columns of its own. */
export const OVERVIEW = tab({ key: 'overview', name: 'Tổng quan', group: 'overview', rowKey: [], columns: {} });

/** Every tab in the order a new workbook shows them. */
export const TABS: readonly TabSpec[] = [
  OVERVIEW,
  ACTUALS,
  ENTRIES,
  NARRATIVES,
  INSPECTIONS,
  SURVEYS,
  SCORES,
  PLANS,
  INDICATORS,
  TASKS,
  PERIODS,
  ROLES,
  SETTINGS,
  HOLIDAYS,
  OUTLINE,
  MAILS,
  JOURNAL,
  FROZEN,
  REPORTS,
  TEMPLATE,
];

/** Whether a workbook has this tab: always, but for a register that nobody asked for. */
export function isWanted({ extra }: TabSpec, extras: readonly Extra[]): boolean {
  return extra === undefined || extras.includes(extra);
}
