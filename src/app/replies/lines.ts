import type { FindingCode, Severity } from '../../domain/checks/finding.ts';
import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import type { ChangeCode } from '../../domain/history/changes.ts';
import type { ChangeText } from '../../words/history/changes.ts';
import type { EnterRequest } from './enter.ts';

/** A problem as a person reads it: what, why and the fix in one text, and the cell to go to. */
export type ProblemLine = {
  readonly code: FindingCode | SheetProblemCode | ChangeCode;
  readonly severity: Severity;
  readonly text: string;
  readonly at: Place | null;
  /** The cell by its name, when it is a change that waits for a reason: what `explain-change` and `restore-change` take. */
  readonly change?: string;
  /** The one thing that was plainly meant in its cell, which `enter` writes. */
  readonly mend?: EnterRequest;
  /** The same change in its parts. */
  readonly told?: ChangeText;
};

/** A cell as a page shows it and goes to it. */
export type Place = { readonly tab: string; readonly row: number; readonly column: number; readonly a1: string };
