import type { Finding, Severity } from '../domain/finding.ts';
import type { CellAddress, RawTab } from './cell.ts';

/** What can be wrong with the workbook itself, before any rule is asked. */
export const SHEET_PROBLEM_SEVERITY = {
  'missing-tab': 'must-fix',
  'doubled-tab': 'must-fix',
  'missing-header': 'must-fix',
  'doubled-header': 'must-fix',
  'missing-key': 'must-fix',
  'doubled-key': 'must-fix',
  'text-in-number': 'must-fix',
  'ambiguous-number': 'must-fix',
  'whole-number-expected': 'must-fix',
  'text-in-day': 'must-fix',
  'not-in-list': 'must-fix',
  'bad-email': 'must-fix',
  'bad-level': 'must-fix',
  'bad-due': 'must-fix',
  'error-in-cell': 'must-fix',
  'text-too-long': 'must-fix',
} as const satisfies Record<string, Severity>;
export type SheetProblemCode = keyof typeof SHEET_PROBLEM_SEVERITY;

/** A mistake in the sheet, with its place. `at` is `null` only when the whole tab is missing. */
export type SheetProblem = {
  readonly code: SheetProblemCode;
  readonly severity: Severity;
  readonly tab: string;
  readonly at: CellAddress | null;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** A finding of a rule with the cell it was found in; `null` when its row or column could not be found. */
export type PlacedFinding = { readonly finding: Finding; readonly at: CellAddress | null };

/** A problem in one cell of a tab; `row` and `column` count from 1. */
export function problemIn(
  raw: Pick<RawTab, 'sheetId' | 'name'>,
  at: { readonly row: number; readonly column: number },
  { code, facts }: Pick<SheetProblem, 'code' | 'facts'>,
): SheetProblem {
  const { sheetId, name } = raw;
  return { code, severity: SHEET_PROBLEM_SEVERITY[code], tab: name, at: { sheetId, tab: name, ...at }, facts };
}
