import type { Day } from '../core/day.ts';
import type { ReportKind } from '../period/outline-kinds.ts';
import type { Period } from '../period/period.ts';
import type { Indicator } from './indicator.ts';
import type { Task } from './task.ts';

/** What the office can set without code; labels in `src/words/core/labels.ts`. */
export const SETTING_KEYS = [
  'unit-name',
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
  'notice-days',
  'remind-before',
  'remind-late',
  'remind-clerk',
  'remind-chairman',
  'drafting-unit',
  'sample-data',
  'every-form-row',
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

/** The approved plan with its calendar and settings: all that the rules read beside what was typed. */
export type Plan = {
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly periods: readonly Period[];
  readonly settings: readonly Setting[];
  readonly roles: readonly RoleHolder[];
  readonly holidays: readonly Holiday[];
  readonly outline: readonly OutlineRow[];
};
