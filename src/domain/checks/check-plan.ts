import type { Day } from '../core/day.ts';
import { yearOf } from '../core/day.ts';
import { fold, placeOfWord } from '../core/word.ts';
import { boundsOf } from '../judging/target.ts';
import type { Period } from '../period/period.ts';
import type { Indicator, TargetLevel } from '../plan/indicator.ts';
import { leadsOf } from '../plan/leads.ts';
import type { Plan, Years } from '../plan/plan.ts';
import { gradesOf, planYears, setting, settingList } from '../plan/settings.ts';
import { isProposal, type Task, turnsInYear } from '../plan/task.ts';
import { rowsInNoSection } from '../report/whole-outline.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkMoney } from './check-money.ts';
import { checkRoles } from './check-roles.ts';
import { atPlanned, type Finding, finding } from './finding.ts';

type PlanContext = { readonly plan: Plan; readonly period: Period; readonly today: Day };

/** What every row is held against, worked out once: folded names, and the years of the plan. */
type Known = {
  readonly ids: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly years: Years | null;
  /** `null` where the office has not written them: a plan is no shorter for lack of levels. */
  readonly lastYear: number | null;
};

/** What is wrong with the plan itself: who answers for a row, which rows it refers to, its levels, deadlines and calendar. */
export function checkPlan(context: PlanContext): Finding[] {
  const { plan } = context;
  const known = knownOf(context);
  const levels = { period: context.period, grades: gradesOf(plan, context.today) };
  return [
    ...plan.indicators.flatMap((indicator) => [
      ...checkRow('indicator', indicator, known),
      ...checkLinks(indicator, known),
      ...checkLevels(indicator, levels),
    ]),
    ...plan.tasks.flatMap((task) => [...checkRow('task', task, known), ...checkDue(task, known), ...checkMoney(task)]),
    ...checkOutline(plan, known),
    ...rowsInNoSection(plan).map(({ of, row, printedIn }) =>
      atPlanned(of, row)('in-no-section', 'field', { section: printedIn }),
    ),
    ...checkHolidays(context),
    ...checkProposals(plan),
    ...checkCalendar(context),
    ...checkRoles(plan, context.today),
  ];
}

function knownOf({ plan, today }: PlanContext): Known {
  const years = planYears(plan, today);
  const isWritten = setting(plan, 'plan-years', today) !== null || plan.plans.some((each) => each.years !== null);
  return {
    ids: new Set(plan.indicators.map(({ id }) => id)),
    roles: new Set(plan.roles.map(({ role }) => fold(role))),
    fields: new Set(settingList(plan, 'fields', today).map(fold)),
    years,
    lastYear: isWritten ? (years?.last ?? null) : null,
  };
}

/** Several roles in a cell stand between `;`. */
function checkRow(of: 'indicator' | 'task', row: Indicator | Task, known: Known): Finding[] {
  const make = atPlanned(of, row);
  const roles = leadsOf(row.lead);
  return [
    ...(roles.length === 0 ? [make('no-lead', 'lead')] : []),
    ...roles
      .filter((role) => known.roles.size > 0 && !known.roles.has(fold(role)))
      .map((role) => make('unknown-role', 'lead', { role })),
    ...(known.fields.size > 0 && !known.fields.has(fold(row.field))
      ? [make('unknown-field', 'field', { field: row.field })]
      : []),
  ];
}

function checkLinks(indicator: Indicator, { ids }: Known): Finding[] {
  const { numerator = [], denominator = [] } = indicator.links ?? {};
  const named = [...numerator, ...denominator, ...(indicator.sumOf ?? []).flat()];
  const unknown = [...new Set(named)].filter((id) => !ids.has(id));
  return unknown.map((link) => atPlanned('indicator', indicator)('unknown-link', 'measure', { link }));
}

function checkDue(task: Task, { years, lastYear }: Known): Finding[] {
  const make = atPlanned('task', task);
  const isSingle = task.frequency === 'dated' || task.frequency === 'yearly';
  if (task.due === null || (isSingle && task.due.kind === 'each-turn')) return isSingle ? [make('due-missing', 'due')] : [];
  if (task.due.kind !== 'day' || turnsInYear(task) !== null) return [];
  const due = task.due.day;
  const first = years?.first ?? yearOf(due);
  if (lastYear !== null && yearOf(due) > lastYear) return [make('due-after-plan', 'due', { due, last: lastYear })];
  const isEarly = yearOf(due) < first || (task.startOn !== null && due < task.startOn);
  return isEarly ? [make('due-before-plan', 'due', { due, start: task.startOn, first })] : [];
}

/** A heading that names no field of ours would print nothing, and the rows of the field it means would be missing from the text. */
function checkOutline(plan: Plan, { fields }: Known): Finding[] {
  if (fields.size === 0) return [];
  return plan.outline.flatMap(({ place: id, source }) => {
    if (source.kind !== 'field' || source.field === '' || fields.has(fold(source.field))) return [];
    return [finding('unknown-field', { of: 'outline', id, period: '', field: 'source' }, { id, field: source.field })];
  });
}

/** Without any day off in the table, working days are counted as if the year had no holidays. */
function checkHolidays({ plan, today }: PlanContext): Finding[] {
  const year = yearOf(today);
  if (plan.holidays.some(({ day }) => yearOf(day) === year)) return [];
  return [finding('calendar-without-holidays', { of: 'holiday', id: String(year), period: '', field: 'day' }, { year })];
}

/** One line for all of them, because each is marked in its own row. */
function checkProposals({ tasks }: Plan): Finding[] {
  const proposed = tasks.filter(isProposal);
  const [first] = proposed;
  return first === undefined ? [] : [atPlanned('task', first)('deadline-proposed', 'origin', { count: proposed.length })];
}

type Levels = { readonly period: Period; readonly grades: readonly string[] };
type Year = readonly [year: number, level: TargetLevel];

/** What is wrong with the levels of a judged row: none this year, of another kind than the row, off the scale, falling where they must rise. */
export function checkLevels(indicator: Indicator, { period, grades }: Levels): Finding[] {
  const { kind, targets } = indicator;
  if (kind === 'track-only' || kind === 'statistic') return [];
  const make = atPlanned('indicator', indicator);
  const years = [...targets].sort(([left], [right]) => left - right);
  return [
    ...(isForgotten(targets, period.year) ? [make('target-level-missing', 'kind', { year: period.year })] : []),
    ...years.flatMap((year) => unfit(indicator, year, grades)),
    ...(kind === 'yearly-rise' ? falls(indicator, years) : []),
    ...(kind === 'below-baseline' && !(Number(indicator.baseline) > 0) ? [make('baseline-missing', 'baseline')] : []),
  ];
}

/** No level this year is legitimate before the first year that has one («đến năm 2025»), and an oversight after it. */
function isForgotten(targets: Indicator['targets'], now: number): boolean {
  if (targets.has(now)) return false;
  const years = [...targets.keys()];
  return years.length === 0 || years.some((year) => year < now);
}

/** A level that nothing can be compared with would silently leave the row unjudged. */
function unfit(indicator: Indicator, [year, level]: Year, grades: readonly string[]): Finding[] {
  const make = atPlanned('indicator', indicator);
  const isGraded = indicator.kind === 'grade-at-least';
  if (level.kind === 'grade') {
    if (isGraded && placeOfWord(level.grade, grades) < 0)
      return [make('unknown-grade', `year-${year}`, { value: level.grade, grades: grades.join('; ') })];
    return isGraded || indicator.kind === 'milestone' ? [] : [make('level-unfit', `year-${year}`, { value: level.grade, year })];
  }
  const value = level.kind === 'range' ? level.to : level.value;
  return boundsOf(indicator, level) === null ? [make('level-unfit', `year-${year}`, { value, year })] : [];
}

function falls(indicator: Indicator, years: readonly Year[]): Finding[] {
  return years.slice(1).flatMap(([year, level], at) => {
    const before = years[at]?.[1];
    const isFall = level.kind === 'number' && before?.kind === 'number' && level.value < before.value;
    if (!isFall) return [];
    return [atPlanned('indicator', indicator)('level-falls', `year-${year}`, { year, value: level.value, before: before.value })];
  });
}
