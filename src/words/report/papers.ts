import type { Day } from '../../domain/core/day.ts';
import { sayDayPadded } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { safeInFileName } from './report-titles.ts';

/** «Khung kế hoạch CCHC (20-06-2024).docx»: papers of another day are other files. */
function paperFileName(title: string, on: Day, kind: 'docx' | 'svg' = 'docx'): string {
  return `${safeInFileName(`${title} (${sayDayPadded(on).replace(/\//gu, '-')})`)}.${kind}`;
}

/** What each paper beside the report is called as a file. */
export const PAPER_FILES = {
  scores: (year: number, on: Day): string => paperFileName(`Bảng tự chấm điểm Chỉ số CCHC năm ${year}`, on),
  brief: (period: string, on: Day): string => paperFileName(`Tóm tắt CCHC ${period}`, on),
  meeting: (period: string, on: Day): string => paperFileName(`Trang họp CCHC ${period}`, on),
  meetingPicture: (period: string, on: Day): string => paperFileName(`Trang họp CCHC ${period}`, on, 'svg'),
  matrix: (on: Day): string => paperFileName('Khung kế hoạch CCHC', on),
  letter: (role: string, on: Day): string => paperFileName(`Công văn đôn đốc - ${role}`, on),
  slip: (period: string, role: string, on: Day): string => paperFileName(`Phiếu tổng hợp CCHC ${period} - ${role}`, on),
} as const;

export const PAPER_REFUSALS = {
  noTasks: 'Kế hoạch chưa có nhiệm vụ nào nên chưa in được Khung kế hoạch. Đề nghị nhập trang Kế hoạch - Nhiệm vụ trước.',
  nobodyOwes: (period: string): string =>
    `Kỳ «${period}»: không đơn vị, công chức nào còn nội dung phải đôn đốc, không lập công văn.`,
  whichRole: (known: readonly string[]): string =>
    `Đề nghị cho biết chức danh cần in phiếu. Các chức danh có nội dung phải nhập: ${known.join('; ')}.`,
  notOwnRole:
    'Phiếu tổng hợp của chức danh khác chỉ thường trực CCHC hoặc người ký báo cáo được in. Đề nghị để trống để in phiếu của mình.',
} as const;

/** After the preview. */
export const MAKE_REPORT = (draft: boolean): string => (draft ? 'Vẫn tạo bản dự thảo?' : 'Tạo báo cáo?');
export const ASK_ROLE = 'In phiếu của chức danh nào? Để trống: phiếu của tôi.';

/** The answer after making papers: a text to copy, the files with their links, and what the layout checks found. */
export function sayPapers(papers: {
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly text: string | null;
  readonly layout: readonly string[];
}): string[] {
  return [
    `Đã tạo ${sayCount(papers.files.length)} tệp:`,
    ...papers.files.map(({ name, url }) => (url === '' ? `- ${name}` : `- ${name}\n  ${url}`)),
    ...sayLayout(papers.layout),
    ...(papers.text === null ? [] : ['', 'Tin gửi nhóm (Zalo):', papers.text]),
  ];
}

/** What the checks of Nghị định 30 found; nothing when all hold. */
export function sayLayout(layout: readonly string[]): string[] {
  return layout.length === 0 ? [] : ['Thể thức cần xem lại:', ...layout.map((line) => `- ${line}`)];
}

/** The answer of `Bản PDF của báo cáo…`. */
export function sayPdf({ name, url }: { readonly name: string; readonly url: string }): string {
  return `Đã tạo bản Google Tài liệu của «${name}» trong Drive của đồng chí. Mở liên kết sau để tải bản PDF:\n\n${url}`;
}

/** No new version is made of a report in which nothing differs. */
export function sayNothingChanged({ version, again }: { readonly version: number; readonly again: boolean }): string {
  return `Không có gì thay đổi so với bản ${version}; ${again ? 'tệp cũ không còn nên đã tạo lại đúng bản đó' : 'tệp cũ còn nguyên'}.`;
}

/** The answer of `Tạo báo cáo…`: the files with their links, then what is missing. */
export function sayReportMade(report: {
  readonly period: string;
  readonly version: number;
  readonly unchanged: boolean;
  readonly again: boolean;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly missing: readonly string[];
  readonly layout: readonly string[];
}): string {
  const files = report.files.map(({ name, url }) => (url === '' ? name : `${name}\n${url}`));
  const where = report.files.some(({ url }) => url !== '') ? ' trong Drive của đồng chí' : '';
  const missing =
    report.missing.length === 0 ? [] : ['', `Còn thiếu ${sayCount(report.missing.length)} nội dung:`, ...report.missing];
  const done = report.unchanged ? sayNothingChanged(report) : `Đã tạo báo cáo kỳ ${report.period}${where}:`;
  return [done, '', ...files, ...missing, ...sayLayout(report.layout)].join('\n');
}
