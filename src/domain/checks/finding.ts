import type { Source } from '../core/source.ts';
import type { Period } from '../period/period.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Task, TaskEntry } from '../plan/task.ts';

/** Phải sửa / Cần xem lại / Lưu ý. */
export const SEVERITIES = ['must-fix', 'review', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What a rule found wrong with what was typed or planned (docs/rules.md#what-is-typed). The code says which rule, `facts` what its
 * sentence needs; `at` is the place to fix. The list of codes is `FINDING_SEVERITY`.
 */
export type Finding<Code extends FindingCode = FindingCode> = {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Source;
  /** Raw values for the sentence: numbers as numbers, days as `YYYY-MM-DD`, names as typed. */
  readonly facts: Readonly<Record<string, string | number | null>>;
};

/** Every finding code and its severity, in one place. */
export const FINDING_SEVERITY = {
  'numerator-above-denominator': 'must-fix',
  'denominator-missing': 'must-fix',
  'numerator-missing': 'must-fix',
  'negative-number': 'must-fix',
  'number-expected': 'must-fix',
  'whole-number-expected': 'must-fix',
  'rank-out-of-range': 'must-fix',
  'unknown-grade': 'must-fix',
  'figures-not-asked': 'must-fix',
  'percent-above-100': 'must-fix',
  'percent-looks-like-fraction': 'review',
  'typed-differs-from-computed': 'must-fix',
  'declared-beside-figures': 'must-fix',
  'linked-figures-differ': 'must-fix',
  'reason-missing': 'note',
  'completed-in-future': 'must-fix',
  'completed-before-start': 'must-fix',
  'completion-day-missing': 'must-fix',
  'completion-day-without-done': 'review',
  'due-before-plan': 'note',
  'due-after-plan': 'note',
  'due-missing': 'note',
  'no-lead': 'must-fix',
  'unknown-role': 'review',
  'unknown-period': 'must-fix',
  'unknown-id': 'must-fix',
  'homoglyph-id': 'must-fix',
  'unknown-field': 'must-fix',
  'unknown-link': 'must-fix',
  'target-level-missing': 'review',
  'level-unfit': 'must-fix',
  'level-falls': 'review',
  'baseline-missing': 'review',
  'files-not-balanced': 'must-fix',
  'part-above-whole': 'must-fix',
  'parts-differ-from-total': 'must-fix',
  'rate-of-nothing': 'review',
  'figure-jumps': 'review',
  'counter-falls': 'review',
  'no-data-in-period': 'review',
  'no-update-in-period': 'note',
  'cause-missing': 'note',
  'evidence-missing': 'note',
  'evidence-link-broken': 'review',
  'evidence-file-gone': 'review',
  'too-many-lines': 'review',
  'occurrence-missed': 'review',
  'period-ends-before-start': 'must-fix',
  'period-doubled': 'must-fix',
  'period-type-missing': 'review',
  'period-window-differs': 'review',
  'period-year-differs': 'review',
  'period-outside-plan': 'note',
  'period-not-cumulative': 'review',
  'period-cumulative': 'review',
  'entry-due-misplaced': 'review',
  'send-due-too-early': 'review',
  'deadline-on-day-off': 'review',
  'signed-before-cutoff': 'review',
  'sent-too-early': 'must-fix',
  'role-days-reversed': 'must-fix',
  'role-held-twice': 'review',
  'lead-without-address': 'note',
  'calendar-without-holidays': 'note',
  'deadline-proposed': 'note',
  'mender-missing': 'must-fix',
  'mending-day-missing': 'review',
  'mended-before-found': 'must-fix',
  'rechecked-before-mended': 'must-fix',
  'spent-above-allotted': 'review',
  'spent-not-allotted': 'review',
  'allotted-above-estimate': 'note',
  'money-source-missing': 'note',
  'register-differs': 'review',
  'survey-above-sent': 'must-fix',
  'score-parameters': 'must-fix',
  'score-sum-differs': 'review',
  'score-unusable': 'must-fix',
  'score-unproved': 'note',
  'survey-too-few': 'review',
  'survey-feeds-unknown': 'must-fix',
  'survey-without-day': 'review',
  'in-no-section': 'review',
  'zone-differs': 'must-fix',
  'locale-differs': 'review',
} as const satisfies Record<string, Severity>;
export type FindingCode = keyof typeof FINDING_SEVERITY;

/** Makes findings about one row: each names a column of it. */
export type FindingMaker = (code: FindingCode, field: string, facts?: Finding['facts']) => Finding;

/** A finding with the severity of its code. */
export function finding(code: FindingCode, at: Source, facts: Finding['facts'] = {}): Finding {
  return { code, severity: FINDING_SEVERITY[code], at, facts };
}

/** Findings about what was typed for an indicator. */
export function atActual({ indicator, period }: Pick<Actual, 'indicator' | 'period'>): FindingMaker {
  return at({ of: 'actual', id: indicator, period });
}

/** Findings about what was typed for a task. */
export function atEntry({ task, period }: Pick<TaskEntry, 'task' | 'period'>): FindingMaker {
  return at({ of: 'entry', id: task, period });
}

/** Findings about a row of the plan. */
export function atPlanned(of: 'indicator' | 'task', { id }: Pick<Indicator | Task, 'id'>): FindingMaker {
  return at({ of, id, period: '' });
}

/** Findings about a row of the calendar. */
export function atPeriod({ name }: Pick<Period, 'name'>): FindingMaker {
  return at({ of: 'period', id: name, period: '' });
}

function at(row: Omit<Source, 'field'>): FindingMaker {
  return (code, field, facts = {}) => finding(code, { ...row, field }, { id: row.id, ...facts });
}
