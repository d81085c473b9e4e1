import type { Day } from './day.ts';
import { yearOf } from './day.ts';
import type { Finding } from './finding.ts';
import { atPlanned, finding } from './finding-at.ts';
import type { Indicator } from './indicator.ts';
import type { Period } from './period.ts';
import type { Plan } from './plan.ts';
import { planYears, settingList } from './settings.ts';
import type { Task } from './task.ts';
import { isBlank, placeOfWord } from './word.ts';

type PlanContext = { readonly plan: Plan; readonly period: Period; readonly today: Day };

/** What is wrong with the plan itself: who answers for a row, which rows it refers to, its levels, deadlines and calendar. */
export function checkPlan(context: PlanContext): Finding[] {
  const { plan } = context;
  const ids = new Set(plan.indicators.map(({ id }) => id));
  return [
    ...plan.indicators.flatMap((indicator) => [
      ...checkRow('indicator', indicator, context),
      ...checkLinks(indicator, ids),
      ...checkLevels(indicator, context),
    ]),
    ...plan.tasks.flatMap((task) => [...checkRow('task', task, context), ...checkDue(task, context)]),
    ...checkOutline(context),
    ...checkHolidays(context),
    ...checkProposals(plan),
  ];
}

/** Several roles in a cell stand between `;`. */
function checkRow(of: 'indicator' | 'task', row: Indicator | Task, { plan, today }: PlanContext): Finding[] {
  const make = atPlanned(of, row);
  const roles = row.lead.split(/[\n;]/u).filter((role) => !isBlank(role));
  const known = plan.roles.map(({ role }) => role);
  const fields = settingList(plan, 'fields', today);
  return [
    ...(roles.length === 0 ? [make('no-lead', 'lead')] : []),
    ...roles
      .filter((role) => known.length > 0 && placeOfWord(role, known) < 0)
      .map((role) => make('unknown-role', 'lead', { role: role.trim() })),
    ...(fields.length > 0 && placeOfWord(row.field, fields) < 0 ? [make('unknown-field', 'field', { field: row.field })] : []),
  ];
}

function checkLinks(indicator: Indicator, ids: ReadonlySet<string>): Finding[] {
  const { numerator = [], denominator = [] } = indicator.links ?? {};
  const named = [...numerator, ...denominator, ...(indicator.sumOf ?? [])];
  const unknown = [...new Set(named)].filter((id) => !ids.has(id));
  return unknown.map((link) => atPlanned('indicator', indicator)('unknown-link', 'measure', { link }));
}

/** No level this year is legitimate before the first year that has one («đến năm 2025»), and an oversight after it. */
function checkLevels(indicator: Indicator, { period }: PlanContext): Finding[] {
  const { kind, targets } = indicator;
  if (kind === 'track-only' || kind === 'statistic' || targets.has(period.year)) return [];
  const years = [...targets.keys()];
  const isOversight = years.length === 0 || years.some((year) => year < period.year);
  return isOversight ? [atPlanned('indicator', indicator)('target-level-missing', 'kind', { year: period.year })] : [];
}

function checkDue(task: Task, { plan, today }: PlanContext): Finding[] {
  if (task.due?.kind !== 'day') return [];
  const due = task.due.day;
  const first = planYears(plan, today)?.first ?? yearOf(due);
  const isEarly = yearOf(due) < first || (task.startOn !== null && due < task.startOn);
  return isEarly ? [atPlanned('task', task)('due-before-plan', 'due', { due, start: task.startOn, first })] : [];
}

/** A heading that names no field of ours would print nothing, and the rows of the field it means would be missing from the text. */
function checkOutline({ plan, today }: PlanContext): Finding[] {
  const fields = settingList(plan, 'fields', today);
  if (fields.length === 0) return [];
  return plan.outline.flatMap(({ place: id, source }) => {
    if (source.kind !== 'field' || source.field === '' || placeOfWord(source.field, fields) >= 0) return [];
    return [finding('unknown-field', { of: 'outline', id, period: '', field: 'source' }, { id, field: source.field })];
  });
}

/** Without any day off in the table, working days are counted as if the year had no holidays. */
function checkHolidays({ plan, today }: PlanContext): Finding[] {
  const year = yearOf(today);
  if (plan.holidays.some(({ day }) => yearOf(day) === year)) return [];
  return [finding('calendar-without-holidays', { of: 'holiday', id: String(year), period: '', field: 'day' }, { year })];
}

/** One line for all of them: each is marked in its own row already. */
function checkProposals({ tasks }: Plan): Finding[] {
  const proposed = tasks.filter(({ origin, due }) => origin === 'proposed' && due !== null);
  const [first] = proposed;
  return first === undefined ? [] : [atPlanned('task', first)('deadline-proposed', 'origin', { count: proposed.length })];
}
