import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { SHEET_PROBLEM_SEVERITY, type SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import type { CellAddress, RawTab } from './cell.ts';

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
