import { type Day, isPlanYear } from '../core/day.ts';
import { isBlank, sameWord } from '../core/word.ts';
import type { Plan, RoleHolder, SettingKey, Years } from './plan.ts';

const DEFAULT_NOTICE_DAYS = 3;
const MOST_NOTICE_DAYS = 60;
/** Low to high; an office with another scale writes it in `Thang xếp loại`. */
const DEFAULT_GRADES = ['Yếu', 'Trung bình', 'Khá', 'Tốt', 'Xuất sắc'];
/** What stands in `Dữ liệu minh họa` when the figures are real; anything else counts as sample data, the safer mistake. */
const REAL_DATA = ['', 'không', 'false', '0'];
const WISHED = ['có', 'co', 'x', 'true', '1'];

/** The value that holds on that day: of the rows already in force, the one with the latest first day; `null` when there is none. */
export function setting(plan: Pick<Plan, 'settings'>, key: SettingKey, day: Day): string | null {
  let holds: { readonly value: string; readonly from: Day | null } | null = null;
  for (const row of plan.settings) {
    if (row.key !== key || isBlank(row.value) || (row.from !== null && row.from > day)) continue;
    if (holds === null || (row.from ?? '') > (holds.from ?? '')) holds = row;
  }
  return holds === null ? null : holds.value.trim();
}

/** The values that stand on lines or between `;`. */
export function settingList(plan: Plan, key: SettingKey, day: Day): string[] {
  return (setting(plan, key, day) ?? '')
    .split(/[\n;]/u)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Who holds a role on that day; both days of `Từ ngày`, `Đến ngày` included. */
export function holdersOf(plan: Pick<Plan, 'roles'>, role: string, day: Day): RoleHolder[] {
  return holdersOn(plan, day).filter((holder) => sameWord(holder.role, role));
}

/** Everybody who holds a role on that day. */
export function holdersOn(plan: Pick<Plan, 'roles'>, day: Day): RoleHolder[] {
  return plan.roles.filter((holder) => holdsOn(holder, day));
}

/** The roles of the person with this address on that day. */
export function rolesOf(plan: Pick<Plan, 'roles'>, email: string, day: Day): string[] {
  if (isBlank(email)) return [];
  const held = plan.roles.filter((holder) => sameWord(holder.email, email) && holdsOn(holder, day));
  return [...new Set(held.map(({ role }) => role))];
}

/** Whether the figures are invented for a demonstration. */
export function isSample(plan: Pick<Plan, 'settings'>): boolean {
  return plan.settings.some(({ key, value }) => key === 'sample-data' && !REAL_DATA.some((real) => sameWord(real, value)));
}

/** Whether the office wishes something that is off by itself; `có` and the like. */
export function isWished(plan: Plan, key: SettingKey, day: Day): boolean {
  return WISHED.some((word) => sameWord(word, setting(plan, key, day) ?? ''));
}

/** Working days before a deadline from which it is «sắp đến hạn». */
export function noticeDays(plan: Plan, day: Day): number {
  const typed = Number(setting(plan, 'notice-days', day) ?? DEFAULT_NOTICE_DAYS);
  return Number.isInteger(typed) && typed >= 0 && typed <= MOST_NOTICE_DAYS ? typed : DEFAULT_NOTICE_DAYS;
}

/** The grades of the superior's scale, lowest first. */
export function gradesOf(plan: Plan, day: Day): string[] {
  const grades = settingList(plan, 'grades', day);
  return grades.length === 0 ? DEFAULT_GRADES : grades;
}

/** The last year of the plan: of `Giai đoạn` («2021 - 2025»), else the last year with a level; `null` when nothing says. */
export function lastPlanYear(plan: Plan, day: Day): number | null {
  return planYears(plan, day)?.last ?? null;
}

/** The first and last year that any of the plans reaches to, or `null` when nothing says; what `Kế hoạch` says of them goes before the one of `Giai đoạn`. */
export function planYears(plan: Plan, day: Day): Years | null {
  const set = spanOf((setting(plan, 'plan-years', day) ?? '').match(/\d{4}/gu)?.map(Number).filter(isPlanYear) ?? []);
  const said = spanOf(plan.plans.flatMap(({ years }) => (years === null ? [] : [years.first, years.last])));
  const hasRows = plan.plans.some(({ id }) => !isBlank(id));
  return (hasRows ? said : null) ?? set ?? said ?? yearsWithLevels(plan);
}

const levelled = new WeakMap<Plan, Years | null>();

/** Every row may ask, so the levels of the plan are gone through once: a plan once read never changes. */
function yearsWithLevels(plan: Plan): Years | null {
  const known = levelled.get(plan) ?? spanOf(plan.indicators.flatMap(({ targets }) => [...targets.keys()]));
  levelled.set(plan, known);
  return known;
}

/** A large plan has more levels than a call may have arguments. */
function spanOf(years: readonly number[]): Years | null {
  const wider = (span: Years | null, year: number): Years =>
    span === null ? { first: year, last: year } : { first: Math.min(span.first, year), last: Math.max(span.last, year) };
  return years.reduce<Years | null>(wider, null);
}

function holdsOn({ from, until }: RoleHolder, day: Day): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
