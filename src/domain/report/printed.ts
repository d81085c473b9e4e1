import type { Source } from '../core/source.ts';
import { tidy } from '../core/word.ts';

/** A stretch of printed text, with its source where it is a figure or a text of the workbook. */
export type PrintedRun = { readonly text: string; readonly source: Source | null };
export type PrintedCell = readonly PrintedRun[];

/** One paragraph (a single cell) or one table row of a document, in the order it prints. */
export type PrintedLine = {
  readonly is: 'paragraph' | 'row';
  /** What stands in the frame (an annex's reference to the letter) keeps its place and is never judged: it is filled in by hand. */
  readonly part: 'text' | 'annex' | 'frame';
  /** The heading it stands under, or its annex: told to people, never compared. */
  readonly at: string;
  readonly cells: readonly PrintedCell[];
};

/** A cell or paragraph as one text. */
export function cellText(cell: PrintedCell): string {
  return cell.map(({ text }) => text).join('');
}

/** A line as people read it. */
export function lineText({ cells }: PrintedLine): string {
  return cells
    .map((cell) => tidy(cellText(cell)))
    .filter((text) => text !== '')
    .join(' | ');
}

/** What stands before an item of a list. */
export const LIST_MARK = /^\s*[-–—+•*]\s+/u;

/**
 * A text as it is compared: what word processors change by themselves (spaces, composed letters, the mark of a list,
 * typographic quotes, the kind of dash, dots for an ellipsis) is no difference.
 */
export function comparable(text: string): string {
  return tidy(text)
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‘’′]/gu, "'")
    .replace(/…/gu, '...')
    .replace(LIST_MARK, '');
}

/** A line as it is compared. */
export function comparableLine({ is, cells }: PrintedLine): string {
  return `${is}|${cells.map((cell) => comparable(cellText(cell))).join('|')}`;
}

/** One name for one source. */
export function sourceName({ of, id, period, field }: Source): string {
  return [of, id, period, field].join('|');
}

/** Texts that people typed whole, in whose words a change by hand is a change of wording; everything else is a figure. */
export function isTyped({ of, field }: Source): boolean {
  return of === 'narrative' || field === 'spoken' || (of === 'entry' && (field === 'result' || field === 'estimate'));
}

const NUMBER = /\d+(?:[.,]\d+)*/gu;

/** The numbers written in a text, in order. */
export function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? [];
}
