import { readFileSync } from 'node:fs';
import type { PlanTemplate } from '../../src/app/base/ports.ts';
import type { RawBook } from '../../src/workbook/core/cell.ts';

/** The template as the product loads it. */
export const GIA_LUONG: PlanTemplate = JSON.parse(
  readFileSync(new URL('../../src/plan-templates/gia-luong-2021-2025.json', import.meta.url), 'utf8'),
);

/** A row by its headers, as texts. */
export type TextRow = ReadonlyMap<string, string>;

/** The rows of one tab of the template, without its header row. */
export function rowsOf(tab: string): TextRow[] {
  const [headers = [], ...rows] = GIA_LUONG.tabs[tab] ?? [];
  return rows.map((row) => new Map(headers.map((header, at) => [String(header), String(row[at] ?? '')])));
}

/** The texts of one column of a tab. */
export function column(tab: string, header: string): string[] {
  return rowsOf(tab).map((row) => cell(row, header));
}

export function cell(row: TextRow, header: string): string {
  const text = row.get(header);
  if (text === undefined) throw new Error(`the template has no column “${header}”`);
  return text;
}

/** The template as a workbook just laid out: its tabs, headers in the first row. */
export function templateBook(): RawBook {
  const tabs = Object.entries(GIA_LUONG.tabs).map(([name, values], at) => ({
    sheetId: at + 1,
    name,
    hidden: false,
    values,
    formats: values.map((row) => row.map(() => '')),
  }));
  return { tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
}
