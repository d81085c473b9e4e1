import { tidy } from '../../domain/core/word.ts';
import type { Period, PeriodKind } from '../../domain/period/period.ts';
import type { Report } from '../../domain/report/report-model.ts';
import { sayDayPadded } from '../core/day.ts';

const KIND_WORDS: Readonly<Record<PeriodKind, string>> = {
  q1: 'quý I',
  h1: '6 tháng đầu năm',
  q3: 'quý III',
  year: 'năm',
};

/** After quý I comes quý II although no report of quý II exists; after the year, the next year. */
const NEXT_WORDS: Readonly<Record<PeriodKind, (year: number) => string>> = {
  q1: () => 'quý II',
  h1: () => '6 tháng cuối năm',
  q3: () => 'quý IV',
  year: (year) => `năm ${year + 1}`,
};

const withYear = (words: string, year: number): string => (words.endsWith('năm') ? `${words} ${year}` : `${words} năm ${year}`);

/** «6 tháng đầu năm 2024», «quý III năm 2024», «năm 2024». */
export function sayPeriod({ kind, year }: Pick<Period, 'kind' | 'year'>): string {
  return withYear(KIND_WORDS[kind], year);
}

/** «6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024»: the year is said once where both parts share it. */
export function sayPeriodAndOutlook({ kind, year, outlook }: Period): string {
  const next = outlook.trim() === '' ? NEXT_WORDS[kind](year) : lowerFirst(tidy(outlook));
  const nextYear = Number(/\d{4}$/u.exec(next)?.[0] ?? year);
  const words = next.replace(/\s*\d{4}$/u, '').replace(/^(quý .*\S)\s+năm$/u, '$1');
  const now = nextYear === year ? KIND_WORDS[kind] : withYear(KIND_WORDS[kind], year);
  return `${now} và phương hướng, nhiệm vụ ${withYear(words, nextYear)}`;
}

/** Inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** «Kết quả công tác cải cách hành chính …», without a final dot (R11). */
export function saySubject(period: Period): string {
  return `Kết quả công tác cải cách hành chính ${sayPeriodAndOutlook(period)}`;
}

/** The file of the official text: a draft counts its drafts, a later complete one its versions; no name is used twice. */
export function reportFileName({ period, version, draft }: Pick<Report, 'period' | 'version' | 'draft'>): string {
  const suffix = draft ? ` (dự thảo ${version})` : version > 1 ? ` (bản ${version})` : '';
  return `${safeInFileName(`Báo cáo CCHC ${period.name}`)}${suffix}.docx`;
}

export function reviewFileName({ period, version }: Pick<Report, 'period' | 'version'>): string {
  return `${safeInFileName(`Phiếu rà soát dự thảo - ${period.name}`)} (bản ${version}).docx`;
}

/** Without the signs that a file system refuses. */
export function safeInFileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/gu, '-');
}

/** What is too early: figures that end before the cut-off, or a day of signing that lies before it. */
export function earlyNotes({ period, asOf }: Pick<Report, 'period' | 'asOf'>): string[] {
  const { end, signedOn } = period;
  return [
    ...(asOf < end
      ? [`Lập trước ngày chốt số liệu ${sayDayPadded(end)}: báo cáo chỉ có số liệu đến hết ngày ${sayDayPadded(asOf)}.`]
      : []),
    ...(signedOn !== null && signedOn < end
      ? [`Ngày ký ${sayDayPadded(signedOn)} trước ngày chốt số liệu ${sayDayPadded(end)}. Đề nghị kiểm tra lại ngày ký.`]
      : []),
  ];
}
