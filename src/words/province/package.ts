import { safeInFileName } from '../report/report-titles.ts';

export const PACKAGE_WORDS = {
  notClosed: (period: string): string =>
    `Kỳ «${period}» chưa chốt nên chưa có số liệu để xuất. Đề nghị chốt kỳ trước; gói số liệu lấy đúng bản đã chốt.`,
  noUnit: 'Chưa có tên đơn vị nên chưa xuất được số liệu kỳ. Đề nghị ghi dòng Tên đơn vị ở trang Thông tin chung.',
  made: (period: string, version: number, rows: number): string =>
    `Đã xuất số liệu kỳ ${period}, bản chốt ${version}: ${rows} dòng. Gói không có họ tên, thư điện tử, lời giải trình hay minh chứng.`,
  /** After closing, where the package could not be made: the period is closed all the same. */
  notMade: 'Chưa lập được gói số liệu kỳ. Đề nghị bấm Khác ▸ Xuất số liệu kỳ….',
  notKept: 'Gói số liệu gửi cấp tỉnh: bấm Khác ▸ Xuất số liệu kỳ… để tải về.',
  atClosing: (file: string): string => `Gói số liệu gửi cấp tỉnh: ${file}`,
} as const;

/** The answer of `Xuất số liệu kỳ…`: what the file holds, and where it lies. */
export function sayPackage(made: {
  readonly period: string;
  readonly version: number;
  readonly rows: number;
  readonly files: readonly { readonly name: string; readonly url: string }[];
}): string[] {
  const files = made.files.map(({ name, url }) => (url === '' ? `- ${name}` : `- ${name}\n  ${url}`));
  return [PACKAGE_WORDS.made(made.period, made.version, made.rows), ...files];
}

/** «Số liệu kỳ Quý I năm 2026 - UBND xã … (bản 1).zip». */
export function packageFileName(unit: string, period: string, version: number): string {
  return `${safeInFileName(`Số liệu kỳ ${period} - ${unit} (bản ${version})`)}.zip`;
}
