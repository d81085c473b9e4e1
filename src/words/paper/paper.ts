import type { Source } from '../../domain/core/source.ts';

/** One run of text. A figure keeps its source, so that a finished document can be traced back to cells. */
export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A blank to be filled by hand («……»), or in a draft a figure to look at again: printed on yellow. */
  readonly missing?: boolean;
  readonly source?: Source;
};

export type Align = 'left' | 'center' | 'right' | 'justify';

export type Paragraph = {
  readonly is: 'paragraph';
  readonly runs: readonly Run[];
  /** Body text is justified with a first-line indent; the others are not. A gap is a line of no height between two tables. */
  readonly style: 'gap' | 'body' | 'part' | 'section' | 'clause' | 'point' | 'centred' | 'plain' | 'basis';
};

/** What a coloured cell stands for; its number or word says the same, so that nothing is told by colour alone. */
export type Fill = 'good' | 'bad' | 'unknown' | 'waiting';

export type TableCell = {
  readonly runs: readonly Run[];
  readonly align?: Align;
  readonly span?: number;
  readonly fill?: Fill;
};

export type Table = {
  readonly is: 'table';
  /** Relative widths, one per column. */
  readonly widths: readonly number[];
  /** Repeated at the top of each page. */
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Small print, for what must fit one page, and what lies between; bare = without lines, such as a row of signatures. */
  readonly look?: 'small' | 'medium' | 'bare';
};

export type Block = Paragraph | Table;

/** A new page with its own numbering: «Phụ lục I», title, the bracketed reference, then its blocks. */
export type Annex = {
  readonly label: string;
  readonly title: string;
  readonly reference: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
};

/** The frame of Nghị định 30/2020 around a body: every text as it is printed. */
export type Frame = {
  readonly superior: string | null;
  readonly issuer: readonly string[];
  /** «Số:     /BC-UBND»: the number stays blank, văn thư gives it after signing (Điều 15). */
  readonly number: string;
  readonly placeAndDay: string;
  /** A letter (công văn) has neither type nor subject: they are '' and `about` says «V/v …» under its number. */
  readonly docType: string;
  readonly subject: string;
  readonly about?: string;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: { readonly authority: string; readonly title: string; readonly name: string };
};

/** A document before it has a file format: the report, the review sheet, a letter, a mail. */
export type Paper = {
  readonly title: string;
  /** `null` for inner papers without the official frame (the review sheet, a mail). */
  readonly frame: Frame | null;
  /** A line on top of each page, such as SỐ LIỆU MINH HỌA; `null` = none. */
  readonly banner: string | null;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
  readonly annexes: readonly Annex[];
};
