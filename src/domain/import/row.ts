import type { Day } from '../core/day.ts';
import type { DeadlineKind } from './kinds.ts';
import type { TargetOp, YearLevel } from './targets.ts';

/** Values of a row that are written into a sheet, each with the passage that proves it. */
export type ProofOf = 'text' | 'level' | 'deadline' | 'lead' | 'with' | 'product' | 'watcher' | 'exception';
export type Passage = { readonly at: string; readonly words: string };

/**
 * One row of a plan, as `npm run cchc -- import … --json` prints it (without `proof` and `watcher`). `null`: the document does not
 * say. `target_from` is the level itself, whatever the operator (of a grade its word, of «không có» 0, of a rise what it begins
 * with, else its step); `target_to` the upper end of a range or the cap of a rise. `with` is one text, as its cell lists them.
 */
export type ImportedRow = {
  readonly kind: 'indicator' | 'task';
  readonly field: string | null;
  readonly text: string;
  readonly passage: string;
  readonly at: string;
  readonly op: TargetOp | null;
  readonly target_from: YearLevel | null;
  readonly target_to: number | null;
  readonly unit: string | null;
  readonly years: Readonly<Record<string, YearLevel>> | null;
  readonly mood: string | null;
  readonly exception: string | null;
  readonly deadline: string | null;
  readonly deadline_kind: DeadlineKind | null;
  readonly due: Day | null;
  readonly lead: string | null;
  readonly with: string | null;
  readonly product: string | null;
  readonly watcher: string | null;
  readonly proof: Readonly<Partial<Record<ProofOf, Passage>>>;
};

/** Why a value was left blank, or a row needs a look; each has its sentence in `words/import/`. */
export type DoubtKind =
  | 'deadline-not-understood'
  | 'deadline-without-year'
  | 'rise-reading'
  | 'level-in-brackets'
  | 'bound-without-number'
  | 'lead-and-with'
  | 'continuation'
  | 'deadline-elsewhere'
  | 'no-field'
  | 'table-not-understood'
  | 'bullets-beside-table'
  | 'count-differs';

export type Doubt = { readonly kind: DoubtKind; readonly at: string; readonly words: string };

/** What the plan says of itself. Number and day are often a signature's picture: then they are asked. */
export type PlanFacts = {
  readonly title: string | null;
  readonly kind: 'stage' | 'year' | 'theme';
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly number: string | null;
  readonly day: Day | null;
  readonly unit: string | null;
  readonly bases: readonly Passage[];
};

/** What the document says it holds («49 nhiệm vụ»), beside what was found. */
export type CountCheck = {
  readonly of: 'indicator' | 'task';
  readonly said: number;
  readonly found: number;
  readonly at: string;
  readonly words: string;
};

export type PlanImport = {
  readonly facts: PlanFacts;
  readonly rows: readonly ImportedRow[];
  readonly doubts: readonly Doubt[];
  readonly counts: readonly CountCheck[];
  /** Sections and continuation rows of the plan's tables. */
  readonly tables: { readonly sections: number; readonly continuations: number };
};

/** Why a document that could be read is no plan. */
export type NoPlan = 'article' | 'no-plan' | 'empty';
