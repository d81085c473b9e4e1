import type { Day } from '../core/day.ts';
import { isBlank, sameWord } from '../core/word.ts';
import type { ReportKind } from '../period/outline-kinds.ts';
import type { Period } from '../period/period.ts';
import type { Indicator } from './indicator.ts';
import type { Task } from './task.ts';

/** What the office can set without code; labels in `src/words/core/labels.ts`. */
export const SETTING_KEYS = [
  'unit-name',
  'unit-code',
  'place-name',
  'superior-body',
  'addressees',
  'recipients',
  'plan-title',
  'plan-number',
  'plan-issued-on',
  'plan-years',
  'fields',
  'grades',
  'ranked-units',
  'signer-authority',
  'signer-title',
  'signer-role',
  'chairman-role',
  'clerk-role',
  'supervisor-roles',
  'notice-days',
  'remind-before',
  'remind-late',
  'remind-clerk',
  'remind-chairman',
  'remind-supports',
  'weekly-mail',
  'drafting-unit',
  'score-bands',
  'sample-data',
  'every-form-row',
  'evidence-annex',
  'appraise-rows',
  'workbook-version',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/**
 * One dated value of `Thông tin chung`: the row with the latest `from` not after the day asked holds; several values stand on
 * lines or between `;`.
 */
export type Setting = { readonly key: SettingKey; readonly value: string; readonly from: Day | null };

/** `Phân công`: who holds a role, and from when to when. One person may hold several. */
export type RoleHolder = {
  readonly role: string;
  readonly person: string;
  readonly email: string;
  readonly from: Day | null;
  readonly until: Day | null;
};

/** `Ngày nghỉ`: a day off, or a Saturday or Sunday that is worked. */
export type Holiday = { readonly day: Day; readonly kind: 'off' | 'worked'; readonly note: string };

/** `Đề cương`: one heading of the report, and where its text comes from. */
export type OutlineRow = {
  /** `I`, `I.1`, `II.2.a`. */
  readonly place: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly source: OutlineSource;
  /** Which reports print it; empty = all. */
  readonly reports: readonly ReportKind[];
  /** `Dùng từ ngày`: the outline that the row is of; none = the first. */
  readonly from?: Day | null;
};

/** `Nguồn nội dung`: what fills a section. `field` names a value of `Lĩnh vực`. */
export type OutlineSource =
  | { readonly kind: 'heading' }
  | { readonly kind: 'narrative' }
  | { readonly kind: 'field'; readonly field: string; readonly ids: readonly string[] };

/** `Nội dung báo cáo`: one section's narrative in one period. */
export type Narrative = {
  readonly period: string;
  readonly place: string;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  /** Drafted by the machine, and nobody has put a name to it yet. */
  readonly isDraft?: boolean;
};

/** A span of years, both included. */
export type Years = { readonly first: number; readonly last: number };

/** What a plan is: of several years, of one year, or on one subject. */
export const PLAN_KINDS = ['stage', 'year', 'special'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** One row of `Kế hoạch`: a plan that was issued. Several are in force at once, a plan of 2026-2030 and that of 2026. */
export type PlanInForce = {
  /** `Ký hiệu kế hoạch`, which rows of the plan name in `Kế hoạch`; '' in a workbook that has no such tab. */
  readonly id: string;
  readonly title: string;
  readonly kind: PlanKind;
  /** First and last year, both included; `null`: nothing says. */
  readonly years: Years | null;
  /** `Các giai đoạn`: 2026-2027 and 2028-2030; empty: it has none of its own. */
  readonly stages: readonly Years[];
  readonly number: string;
  readonly issuedOn: Day | null;
  /** `Căn cứ`: one legal basis each. */
  readonly bases: readonly string[];
  readonly note: string;
};

/** The approved plan with its calendar and settings: all that the rules read beside what was typed. */
export type Plan = {
  /** In the order of the tab; of a workbook that has no row there, the one of `Thông tin chung`. */
  readonly plans: readonly PlanInForce[];
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly periods: readonly Period[];
  readonly settings: readonly Setting[];
  readonly roles: readonly RoleHolder[];
  readonly holidays: readonly Holiday[];
  readonly outline: readonly OutlineRow[];
};

/** The plans that are in force in that year; one that does not say its years always is. */
export function plansIn({ plans }: Pick<Plan, 'plans'>, year: number): PlanInForce[] {
  return plans.filter(({ years }) => years === null || (years.first <= year && year <= years.last));
}

/** The plan that a row is of: the one it names, else the first; `null`: it names one that is not there. */
export function planOfRow({ plans }: Pick<Plan, 'plans'>, { plan }: { readonly plan: string }): PlanInForce | null {
  if (isBlank(plan)) return plans[0] ?? null;
  return plans.find(({ id }) => sameWord(id, plan)) ?? null;
}

/** Whether the plan of a row reaches that year: rows of one that is over are kept, and neither asked for nor judged. One that names no known plan is. */
export function isInForce(plan: Pick<Plan, 'plans'>, row: { readonly plan: string }, year: number): boolean {
  const years = planOfRow(plan, row)?.years ?? null;
  return years === null || (years.first <= year && year <= years.last);
}

type PlanRows = Pick<Plan, 'indicators' | 'tasks'>;

/** The rows of one plan, which alone its completion counts: rows of two plans are never added. */
export function rowsOfPlan(plan: PlanRows & Pick<Plan, 'plans'>, of: Pick<PlanInForce, 'id'>): PlanRows {
  const isItsOwn = (row: { readonly plan: string }): boolean => planOfRow(plan, row)?.id === of.id;
  return { indicators: plan.indicators.filter(isItsOwn), tasks: plan.tasks.filter(isItsOwn) };
}

/**
 * The plan whose completion a report of that year tells: the plan of the year itself where there is one, because its table is
 * what the office is asked about, else the one of the stage; `null`: none.
 */
export function planReported(plan: Pick<Plan, 'plans'>, year: number): PlanInForce | null {
  const inForce = plansIn(plan, year);
  return inForce.find(({ kind }) => kind === 'year') ?? inForce.find(({ kind }) => kind === 'stage') ?? inForce[0] ?? null;
}

/** The plans in force in a year that have any of these rows, the one that a report of the year is about first. */
export function plansTold(plan: Pick<Plan, 'plans'>, year: number, rows: readonly { readonly plan: string }[]): PlanInForce[] {
  const reported = planReported(plan, year);
  const all = [...(reported === null ? [] : [reported]), ...plansIn(plan, year).filter((each) => each !== reported)];
  const used = new Set(rows.map((row) => planOfRow(plan, row)?.id));
  return all.filter(({ id }) => used.has(id));
}

/** The stage of a plan that holds that year: one of its own, else the whole plan; `null`: the plan does not reach there. */
export function stageOf({ stages, years }: Pick<PlanInForce, 'stages' | 'years'>, year: number): Years | null {
  return [...stages, ...(years === null ? [] : [years])].find(({ first, last }) => first <= year && year <= last) ?? null;
}
