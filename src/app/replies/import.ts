import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import type { Years } from '../../domain/plan/plan.ts';
import type { Place } from './lines.ts';

/** One row of a document beside the workbook. */
export type ReadRow = {
  readonly row: PlanRow;
  /** Its place in the document, in words, and what stands around it there. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
  /** Its level as a person reads it; '' of a task. */
  readonly level: string;
  /** Why it needs a look; none: sure. */
  readonly doubts: readonly string[];
  /**
   * `changed`: the document says something else now, and nobody touched the row; `kept`: the document is as it was, the office
   * changed the row; `both`: both changed, or nobody can tell any more.
   */
  readonly state: 'new' | 'same' | 'changed' | 'kept' | 'both';
  /** `Mã`, '' of a new one, and the mark of the row as it stands. */
  readonly id: string;
  readonly was: string;
  readonly changes: readonly { readonly header: string; readonly before: string; readonly after: string }[];
};

/** A table whose header was not understood: its first rows, for somebody to say what its columns are. */
export type UnreadTable = {
  readonly at: string;
  readonly place: string;
  readonly rows: readonly (readonly string[])[];
};

/** A document that was read, held against the workbook. Nothing is written yet. */
export type ReadPlanReply = {
  readonly title: string;
  readonly years: Years | null;
  /** As far as the document shows them: signatures hide them, and they are asked. */
  readonly number: string;
  readonly day: string | null;
  readonly rows: readonly ReadRow[];
  /** Rows of the workbook that came from the document as it was, and stand in it no more. */
  readonly gone: readonly { readonly id: string; readonly title: string; readonly at: Place }[];
  /** What is to be said of the whole document. */
  readonly said: readonly string[];
  /** Names that `Phân công` does not know, each with the post that is most likely meant or ''. */
  readonly roles: readonly { readonly name: string; readonly guess: string }[];
  /** The posts and the fields that the workbook knows. */
  readonly known: readonly string[];
  readonly fields: readonly string[];
  readonly tables: readonly UnreadTable[];
  /** The document's own words, a line for each paragraph or row, where they were asked for. */
  readonly lines: readonly TextLine[];
};

/** The cells of one row, or one paragraph. */
export type TextLine = readonly { readonly at: string; readonly text: string }[];
