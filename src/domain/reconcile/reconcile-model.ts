import type { Source } from '../core/source.ts';
import type { PrintedLine } from '../report/printed.ts';

/** A cell, or a whole row, that is no longer what it was when the report was made. */
export type CellChange = {
  readonly source: Source;
  /** As people read them; a row that came or went has '' on one side. */
  readonly before: string;
  readonly after: string;
  /** The report as it would print today had this one thing not changed: what differs from today's is what it feeds. */
  readonly without: readonly PrintedLine[];
};

/** A finished document and what it is compared with. */
export type Compared = {
  readonly document: readonly PrintedLine[];
  /** As it was printed when it was made; `null` when the workbook does not know. */
  readonly printed: readonly PrintedLine[] | null;
  /** As it would print today. */
  readonly now: readonly PrintedLine[];
  readonly changes: readonly CellChange[];
  /** The text in a cell of typed words today; `null` when there is no such cell. */
  readonly typedText: (source: Source) => string | null;
};

/** One printed place that a changed cell feeds: the words that differ, '' where there are none. */
export type PrintedChange = { readonly at: string; readonly printed: string; readonly now: string };

/** The offer «Đưa về bảng»: the cell's whole text today, and with the sentence as the document has it. */
export type BringBack = { readonly source: Source; readonly before: string; readonly after: string };

/** One cause for which a document and the workbook differ. `at` is the heading or annex, `line` the text around. */
export type ReconcileFinding =
  | {
      readonly code: 'typed-over';
      readonly at: string;
      readonly line: string;
      readonly source: Source | null;
      readonly printed: string;
      readonly found: string;
    }
  | {
      readonly code: 'source-changed';
      readonly source: Source;
      readonly before: string;
      readonly after: string;
      /** Empty: the printed words are the same all the same. */
      readonly places: readonly PrintedChange[];
    }
  | { readonly code: 'changed-elsewhere'; readonly places: readonly PrintedChange[] }
  | {
      readonly code: 'unsourced-number';
      readonly at: string;
      readonly line: string;
      readonly numbers: readonly string[];
      readonly lines: number;
      readonly bringBack: BringBack | null;
    }
  | {
      readonly code: 'reworded';
      readonly at: string;
      readonly source: Source | null;
      readonly before: string;
      readonly after: string;
      readonly bringBack: BringBack | null;
    }
  /** Lines that stand together are one cause; `line` is the first of them. */
  | {
      readonly code: 'added';
      readonly at: string;
      readonly line: string;
      readonly lines: number;
      readonly bringBack: BringBack | null;
    }
  /** Printed lines that stand in the document more often than they are printed. */
  | { readonly code: 'repeated'; readonly at: string; readonly line: string; readonly lines: number }
  | { readonly code: 'removed'; readonly at: string; readonly line: string; readonly lines: number };
export type ReconcileCode = ReconcileFinding['code'];
