import { yearOf } from '../../domain/core/day.ts';
import { sameWord } from '../../domain/core/word.ts';
import type { SettingKey } from '../../domain/plan/plan.ts';
import type { CalendarKind, PostSet } from '../../domain/plan/set-up.ts';
import { readDay, sayDayPadded } from '../../words/core/day.ts';
import { codeOf, PLAN_KIND_LABELS, SETTING_LABELS } from '../../words/core/labels.ts';
import { calendarRows } from '../../words/set-up/calendar.ts';
import {
  BLANK_PLAN,
  CHAIRMAN,
  POST_NOTES,
  partsOfUnit,
  postsOf,
  rolesUnder,
  SET_UP_REFUSALS,
  sayBlankPlan,
} from '../../words/set-up/offices.ts';
import { placeNameOf } from '../../words/set-up/set-up.ts';
import { INDICATORS } from '../../workbook/tabs/indicators.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { PLANS } from '../../workbook/tabs/plans.ts';
import { ROLES, SETTINGS } from '../../workbook/tabs/settings.ts';
import { TASKS } from '../../workbook/tabs/tasks.ts';
import type { PlanTemplate } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';

/** What a person chose beside the template; left out or empty: as the template has it. */
export type Wish = {
  readonly unit?: string | undefined;
  /** The day from which the unit bears that name, as typed. */
  readonly since?: string | undefined;
  /** The years of the periods; in a workbook without a plan those of the plan too. */
  readonly years?: readonly number[] | undefined;
  readonly periods?: CalendarKind | undefined;
  /** `Kính gửi`: whom the report is sent to. */
  readonly addressees?: string | undefined;
  readonly posts?: PostSet | undefined;
  /** The post that keeps the plan. */
  readonly keeper?: string | undefined;
};

type Rows = PlanTemplate['tabs'][string];

/** The template as the person wants it; refuses, before anything is made, what cannot be. */
export function wishedTemplate(template: PlanTemplate, wish: Wish): PlanTemplate {
  const rows = (tab: { readonly name: string }): Rows => template.tabs[tab.name] ?? [];
  const posts = postsWished(wish);
  return {
    ...template,
    tabs: {
      ...template.tabs,
      [SETTINGS.name]: settingRows(rows(SETTINGS), wish),
      [ROLES.name]: posts === null ? rows(ROLES) : roleRows(rows(ROLES), posts, keeperOf(wish, posts)),
      ...Object.fromEntries([INDICATORS, TASKS].map(({ name }) => [name, rowsUnderPosts(rows({ name }), wish)])),
      [PERIODS.name]: periodRows(rows(PERIODS), wish),
      [PLANS.name]: planRows(rows(PLANS), rows(INDICATORS), wish),
    },
  };
}

function postsWished({ posts, unit = '' }: Wish): string[] | null {
  return posts === undefined || posts === 'template' ? null : postsOf(posts, partsOfUnit(unit).kind);
}

/** The one that was named, else the office's own department; one that is none of the posts is refused. */
function keeperOf({ keeper = '' }: Wish, posts: readonly string[]): string {
  if (keeper === '') return posts[1] ?? '';
  return posts.find((post) => sameWord(post, keeper)) ?? refuse(SET_UP_REFUSALS.keeper(keeper, posts));
}

function roleRows([headers = [], ...rows]: Rows, posts: readonly string[], keeper: string): Rows {
  const [role, note] = [ROLES.columns.role, ROLES.columns.note].map(({ header }) => headers.indexOf(header));
  const blank = headers.map(() => '');
  const notes = (post: string): string => (post === CHAIRMAN ? POST_NOTES.chairman : post === keeper ? POST_NOTES.keeper : '');
  const kept = rows.filter((row) => posts.some((post) => sameWord(post, String(row[role ?? 0] ?? ''))));
  return [
    headers,
    ...posts.map((post) => {
      const own = kept.find((row) => sameWord(String(row[role ?? 0] ?? ''), post)) ?? blank;
      return own.map((cell, at) => (at === role ? post : at === note ? notes(post) : cell));
    }),
  ];
}

/** Columns that name posts. */
const OF_POSTS: readonly string[] = [TASKS.columns.lead, TASKS.columns.supports, TASKS.columns.watchers].map(
  ({ header }) => header,
);

/** The rows of a template name its posts: under another set of posts they name those. */
function rowsUnderPosts(rows: Rows, { posts, unit = '' }: Wish): Rows {
  const [headers = [], ...others] = rows;
  if (posts === undefined || posts === 'template') return rows;
  const { kind } = partsOfUnit(unit);
  const isOfPosts = headers.map((header) => OF_POSTS.includes(String(header)));
  return [
    headers,
    ...others.map((row) => row.map((cell, at) => (isOfPosts[at] === true ? rolesUnder(posts, kind, String(cell)) : cell))),
  ];
}

function settingRows([headers = [], ...rows]: Rows, wish: Wish): Rows {
  const posts = postsWished(wish);
  const values: [SettingKey, string][] = [
    ...(wish.addressees === undefined || wish.addressees.trim() === ''
      ? []
      : [['addressees', wish.addressees.trim()] as [SettingKey, string]]),
    ...(posts === null ? [] : officeRoles(posts, keeperOf(wish, posts))),
    ...(posts === null && (wish.keeper ?? '') !== '' ? [['clerk-role', wish.keeper ?? ''] as [SettingKey, string]] : []),
  ];
  const changed = rows.map((row) => {
    const value = values.find(([key]) => isAbout(row, key))?.[1];
    return value === undefined ? row : row.map((cell, at) => (at === 1 ? value : cell));
  });
  return [headers, ...renamed(changed, wish)];
}

function officeRoles(posts: readonly string[], keeper: string): [SettingKey, string][] {
  const [chairman = ''] = posts;
  return [
    ['signer-role', chairman],
    ['chairman-role', chairman],
    ['clerk-role', keeper],
  ];
}

/** One name from that day on, and the place that it names; a name of the template's own keeps the history that the template knows. */
function renamed(rows: Rows, { unit = '', since = '' }: Wish): Rows {
  if (unit === '' || rows.some((row) => isAbout(row, 'unit-name') && sameWord(String(row[1] ?? ''), unit))) return rows;
  const day = since.trim() === '' ? null : (readDay(since) ?? refuse(SET_UP_REFUSALS.badDay(since)));
  const from = day === null ? '' : sayDayPadded(day);
  const others = rows.filter((row) => !isAbout(row, 'unit-name') && !isAbout(row, 'place-name'));
  return [[SETTING_LABELS['unit-name'], unit, from, ''], [SETTING_LABELS['place-name'], placeNameOf(unit), from, ''], ...others];
}

function isAbout(row: Rows[number], key: SettingKey): boolean {
  return codeOf(SETTING_LABELS, String(row[0] ?? '')) === key;
}

/** The calendar that was chosen, or the template's of the years chosen; a row without a day that can be read belongs to every year. */
function periodRows(rows: Rows, { periods = 'template', years }: Wish): Rows {
  const [headers = [], ...own] = rows;
  if (periods !== 'template') return calendarRows(periods, years ?? yearsOf(rows));
  return years === undefined ? rows : [headers, ...own.filter((row) => years.includes(yearOfRow(headers, row) ?? years[0] ?? 0))];
}

function yearsOf([headers = [], ...rows]: Rows): number[] {
  return [...new Set(rows.flatMap((row) => yearOfRow(headers, row) ?? []))];
}

function yearOfRow(headers: Rows[number], row: Rows[number]): number | null {
  const end = readDay(String(row[headers.indexOf(PERIODS.columns.end.header)] ?? ''));
  return end === null ? null : yearOf(end);
}

/** A workbook without a plan begins with one of the years chosen, because its levels stand in columns of years. */
function planRows(rows: Rows, indicators: Rows, { years = [] }: Wish): Rows {
  const [headers = [], ...own] = rows;
  if (own.length > 0 || indicators.length > 1 || years.length === 0) return rows;
  const span = { first: Math.min(...years), last: Math.max(...years) };
  const values: Readonly<Record<string, string | number>> = {
    id: BLANK_PLAN.id,
    title: sayBlankPlan(span),
    kind: PLAN_KIND_LABELS[span.first === span.last ? 'year' : 'stage'],
    firstYear: span.first,
    lastYear: span.last,
    note: BLANK_PLAN.note,
  };
  const cells = Object.entries(PLANS.columns).map(([key, { header }]) => [header, values[key] ?? ''] as const);
  return [headers, headers.map((header) => cells.find(([name]) => name === header)?.[1] ?? '')];
}
