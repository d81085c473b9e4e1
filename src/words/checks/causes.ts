import type { FindingCode } from '../../domain/checks/finding.ts';
import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import type { ChangeCode } from '../../domain/history/changes.ts';

/** What lies behind a problem, in the order in which it is best fixed: tabs first, because rows hang on them. */
export const CAUSES = [
  'sheet',
  'keys',
  'typed',
  'figures',
  'progress',
  'owed',
  'words',
  'change',
  'plan',
  'calendar',
  'people',
] as const;
export type Cause = (typeof CAUSES)[number];

export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  sheet: 'Trang, cột của sổ',
  keys: 'Mã, kỳ của dòng',
  typed: 'Ô nhập không đọc được',
  figures: 'Số liệu chưa khớp',
  progress: 'Tiến độ, ngày hoàn thành',
  owed: 'Chưa nhập',
  words: 'Thiếu giải trình, minh chứng',
  change: 'Sửa sau khi chốt, chưa có lý do',
  plan: 'Kế hoạch: mức, hạn, chủ trì',
  calendar: 'Kỳ báo cáo, ngày nghỉ',
  people: 'Phân công',
};

/** The cause of each problem: a code without one does not compile. */
export const CAUSE_OF: Readonly<Record<FindingCode | SheetProblemCode | ChangeCode, Cause>> = {
  'missing-tab': 'sheet',
  'near-tab': 'sheet',
  'doubled-tab': 'sheet',
  'missing-header': 'sheet',
  'near-header': 'sheet',
  'doubled-header': 'sheet',
  'zone-differs': 'sheet',
  'locale-differs': 'sheet',
  'older-workbook': 'sheet',
  'missing-key': 'keys',
  'doubled-key': 'keys',
  'unknown-period': 'keys',
  'unknown-id': 'keys',
  'homoglyph-id': 'keys',
  'text-in-number': 'typed',
  'ambiguous-number': 'typed',
  'whole-number-expected': 'typed',
  'text-in-day': 'typed',
  'not-in-list': 'typed',
  'bad-email': 'typed',
  'bad-level': 'typed',
  'bad-due': 'typed',
  'error-in-cell': 'typed',
  'text-too-long': 'typed',
  'number-expected': 'typed',
  'numerator-above-denominator': 'figures',
  'denominator-missing': 'figures',
  'numerator-missing': 'figures',
  'negative-number': 'figures',
  'rank-out-of-range': 'figures',
  'unknown-grade': 'figures',
  'percent-above-100': 'figures',
  'percent-looks-like-fraction': 'figures',
  'typed-differs-from-computed': 'figures',
  'declared-beside-figures': 'figures',
  'linked-figures-differ': 'figures',
  'files-not-balanced': 'figures',
  'counter-falls': 'figures',
  'part-above-whole': 'figures',
  'parts-differ-from-total': 'figures',
  'rate-of-nothing': 'figures',
  'figure-jumps': 'figures',
  'completed-in-future': 'progress',
  'completed-before-start': 'progress',
  'completion-day-missing': 'progress',
  'completion-day-without-done': 'progress',
  'no-data-in-period': 'owed',
  'no-update-in-period': 'owed',
  'reason-missing': 'words',
  'cause-missing': 'words',
  'evidence-missing': 'words',
  'plan-changed': 'change',
  'plan-row-added': 'change',
  'plan-row-removed': 'change',
  'late-change': 'change',
  'due-before-plan': 'plan',
  'due-after-plan': 'plan',
  'due-missing': 'plan',
  'no-lead': 'plan',
  'unknown-field': 'plan',
  'unknown-link': 'plan',
  'target-level-missing': 'plan',
  'level-unfit': 'plan',
  'level-falls': 'plan',
  'baseline-missing': 'plan',
  'deadline-proposed': 'plan',
  'period-ends-before-start': 'calendar',
  'period-doubled': 'calendar',
  'period-window-differs': 'calendar',
  'period-year-differs': 'calendar',
  'period-outside-plan': 'calendar',
  'period-not-cumulative': 'calendar',
  'period-cumulative': 'calendar',
  'entry-due-misplaced': 'calendar',
  'send-due-too-early': 'calendar',
  'deadline-on-day-off': 'calendar',
  'signed-before-cutoff': 'calendar',
  'sent-too-early': 'calendar',
  'calendar-without-holidays': 'calendar',
  'unknown-role': 'people',
  'role-days-reversed': 'people',
  'role-held-twice': 'people',
  'lead-without-address': 'people',
};

/** A problem's sentence in two: what is wrong, and the sentence that says how to fix it; '' when it says only what. */
export function whatAndMend(text: string): readonly [string, string] {
  const asks = text.search(/đề nghị\s/iu);
  if (asks < 0) return [text, ''];
  const sentence = text.lastIndexOf('. ', asks);
  if (sentence >= 0) return [text.slice(0, sentence + 1), text.slice(sentence + 2)];
  // One sentence: its last clause asks.
  const what = text.slice(0, asks).replace(/[,;:\s]+$/u, '');
  return [`${what}.`, text.charAt(asks).toUpperCase() + text.slice(asks + 1)];
}
