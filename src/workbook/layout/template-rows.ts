import { fold } from '../../domain/core/word.ts';
import { readDay } from '../../words/core/day.ts';
import { codeOf, SETTING_LABELS } from '../../words/core/labels.ts';
import { readNumber } from '../../words/core/number.ts';
import type { CellValue } from '../core/cell.ts';
import type { TabSpec } from '../core/tab.ts';
import { columnKeyOf } from '../read/find-columns.ts';
import { INDICATORS, YEAR_HEADER } from '../tabs/indicators.ts';
import { SETTINGS } from '../tabs/settings.ts';
import type { LaidColumn } from './column-layout.ts';

type TemplateRow = readonly (string | number)[];

/** A plan as rows under the tabs' own headers; the first row of each tab is its headers, in any order. */
export type Template = { readonly tabs: Readonly<Record<string, readonly TemplateRow[]>> };

/** The template's rows of a tab under the columns as they are laid out; days and numbers written as text become such. */
export function templateRows(template: Template, spec: TabSpec, columns: readonly LaidColumn[]): CellValue[][] {
  const [headers = [], ...rows] = rowsOf(template, spec);
  const places = new Map(headers.map((header, at) => [columnKeyOf(spec, String(header)), at]));
  return rows.map((row) => columns.map((column) => cellOf(row[places.get(column.key) ?? -1] ?? '', column)));
}

/** The years that the plan has levels for: those of its own columns, else from the first to the last of `Giai đoạn`. */
export function templateYears(template: Template): number[] {
  const headers = rowsOf(template, INDICATORS)[0] ?? [];
  const years = headers.flatMap((header) => YEAR_HEADER.exec(fold(String(header)))?.[1] ?? []).map(Number);
  return years.length > 0 ? [...new Set(years)].sort((left, right) => left - right) : planYearsOf(template);
}

function planYearsOf(template: Template): number[] {
  const rows = rowsOf(template, SETTINGS);
  const setting = rows.find(([name]) => codeOf(SETTING_LABELS, String(name ?? '')) === 'plan-years');
  const [first, last] = (String(setting?.[1] ?? '').match(/\d{4}/gu) ?? []).map(Number);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function rowsOf({ tabs }: Template, { name }: Pick<TabSpec, 'name'>): readonly TemplateRow[] {
  return Object.entries(tabs).find(([tab]) => fold(tab) === fold(name))?.[1] ?? [];
}

function cellOf(value: string | number, { kind }: LaidColumn): CellValue {
  if (typeof value === 'number') return value;
  if (kind === 'day') {
    const day = readDay(value);
    return day === null ? value : { day, minutes: 0 };
  }
  if (kind !== 'number' && kind !== 'whole' && kind !== 'level') return value;
  const number = readNumber(value, 'vi');
  return number.ok && !number.percent ? number.value : value;
}
