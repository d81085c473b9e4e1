import { never } from '../../domain/core/invariant.ts';
import { tidy } from '../../domain/core/word.ts';
import type { Period, PeriodType } from '../../domain/period/period.ts';
import type { Report } from '../../domain/report/report-model.ts';
import { sayDayPadded } from '../core/day.ts';

/** What titles say of a period: what it is, its year, and the name of one that is on a subject of its own. */
type Titled = Pick<Period, 'type' | 'turn' | 'year' | 'name'>;

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** «quý III», «tháng 5», «6 tháng đầu năm», «năm»: without the year; a report on a subject bears its own name, with the year where that names one. */
function wordsOf({ type, turn, name }: Pick<Titled, 'type' | 'turn' | 'name'>): string {
  switch (type) {
    case 'month':
      return `tháng ${turn ?? 1}`;
    case 'quarter':
      return `quý ${ROMAN[(turn ?? 1) - 1] ?? ''}`;
    case 'half':
      return turn === 2 ? '6 tháng cuối năm' : '6 tháng đầu năm';
    case 'nine-months':
      return '9 tháng đầu năm';
    case 'year':
      return 'năm';
    case 'special':
      return lowerFirst(tidy(name));
    default:
      return never(type);
  }
}

const TURNS: Readonly<Partial<Record<PeriodType, number>>> = { month: 12, quarter: 4, half: 2, year: 1 };

/** What comes after it in the calendar, whether or not a report of it exists; after nine months the last quarter, after a subject nothing. */
function nextWords({ type, turn, year, name }: Titled): string {
  if (type === 'nine-months') return 'quý IV';
  const turns = TURNS[type];
  if (turns === undefined) return '';
  const isLast = (turn ?? 1) >= turns;
  const words = wordsOf({ type, turn: isLast ? 1 : (turn ?? 1) + 1, name });
  return isLast ? withYear(words, year + 1) : words;
}

const withYear = (words: string, year: number): string => {
  if (/\b\d{4}\b/u.test(words)) return words;
  return words.endsWith('năm') ? `${words} ${year}` : `${words} năm ${year}`;
};

/** «6 tháng đầu năm 2024», «quý III năm 2024», «tháng 5 năm 2026», «năm 2024». */
export function sayPeriod(period: Titled): string {
  return period.type === 'special' ? wordsOf(period) : withYear(wordsOf(period), period.year);
}

/** «6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024»: the year is said once where both parts share it. */
export function sayPeriodAndOutlook(period: Titled & Pick<Period, 'outlook'>): string {
  const { year, outlook } = period;
  const next = outlook.trim() === '' ? nextWords(period) : lowerFirst(tidy(outlook));
  if (next === '') return sayPeriod(period);
  const nextYear = Number(/\d{4}$/u.exec(next)?.[0] ?? year);
  const words = next.replace(/\s*\d{4}$/u, '').replace(/^((?:quý|tháng) .*\S)\s+năm$/u, '$1');
  const now = nextYear === year && period.type !== 'special' ? wordsOf(period) : sayPeriod(period);
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
