import type { Severity } from './finding.ts';

/** What can be wrong with the workbook itself, before any rule is asked. */
export const SHEET_PROBLEM_SEVERITY = {
  'missing-tab': 'must-fix',
  'near-tab': 'must-fix',
  'doubled-tab': 'must-fix',
  'missing-header': 'must-fix',
  'near-header': 'must-fix',
  'doubled-header': 'must-fix',
  'missing-key': 'must-fix',
  'doubled-key': 'must-fix',
  'text-in-number': 'must-fix',
  'ambiguous-number': 'must-fix',
  'whole-number-expected': 'must-fix',
  'year-expected': 'must-fix',
  'text-in-day': 'must-fix',
  'day-without-year': 'must-fix',
  'not-in-list': 'must-fix',
  'bad-email': 'must-fix',
  'bad-level': 'must-fix',
  'bad-due': 'must-fix',
  'error-in-cell': 'must-fix',
  'text-too-long': 'must-fix',
  'older-workbook': 'note',
} as const satisfies Record<string, Severity>;
export type SheetProblemCode = keyof typeof SHEET_PROBLEM_SEVERITY;
