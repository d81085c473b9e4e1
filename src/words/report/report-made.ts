import { sayCount } from '../core/number.ts';
import { sayLayout } from './papers.ts';

/** No new version is made of a report in which nothing differs. */
export function sayNothingChanged(version: number): string {
  return `Không có gì thay đổi so với bản ${version}; tệp cũ còn nguyên.`;
}

/** The answer of `Tạo báo cáo…`: the files with their links, then what is missing. */
export function sayReportMade(report: {
  readonly period: string;
  readonly version: number;
  readonly unchanged: boolean;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly missing: readonly string[];
  readonly layout: readonly string[];
}): string {
  const files = report.files.map(({ name, url }) => `${name}\n${url}`);
  const missing =
    report.missing.length === 0 ? [] : ['', `Còn thiếu ${sayCount(report.missing.length)} nội dung:`, ...report.missing];
  const done = report.unchanged
    ? sayNothingChanged(report.version)
    : `Đã tạo báo cáo kỳ ${report.period} trong Drive của đồng chí:`;
  return [done, '', ...files, ...missing, ...sayLayout(report.layout)].join('\n');
}
