/** One paragraph of a document that somebody brings, with its address and its words as they stand there. */
export type Paragraph = {
  /** `p[17]`, `tbl[2].r[31].c[3]`, `'Kế hoạch'!C5`, `trang 3, p[4]`: counted from 1. */
  readonly at: string;
  /** Verbatim, neither composed nor tidied; a hard break is `\n`, a tab `\t`. */
  readonly text: string;
  /** The automatic number or bullet in front of it (`II.`, `2.1.`, `a)`, `-`); '' when it has none. It is no part of `text`. */
  readonly number: string;
  /** How deep the list is that it belongs to; 0 = outermost or no list. */
  readonly level: number;
  /** Whether every letter of it is bold. */
  readonly bold: boolean;
  /** The outline level of its style (0 = Heading 1), or `null`. */
  readonly heading: number | null;
};

/** One cell; `column` and `row` count from 0 in the grid, `columns` and `rows` are what it spans. */
export type Cell = {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Its paragraphs, one a line. */
  readonly text: string;
  /** The automatic number of its first paragraph; a column of numbers often holds nothing else. */
  readonly number: string;
  readonly bold: boolean;
  /** The same words as paragraphs: a table that only lays out a page is read as text. */
  readonly paragraphs: readonly Paragraph[];
};

/** A table as a grid; a merged cell stands once, where it begins. */
export type Table = {
  readonly is: 'table';
  readonly at: string;
  /** The name of its sheet, or ''. */
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly Cell[];
};

export type Block = ({ readonly is: 'paragraph' } & Paragraph) | Table;

/** A document as its reader gives it, in its own order. */
export type SourceDocument = {
  readonly format: 'docx' | 'xlsx' | 'pdf' | 'txt';
  readonly blocks: readonly Block[];
  /** Footnotes and endnotes: kept apart, so that they never run into the sentence that cites them. */
  readonly notes: readonly Paragraph[];
};

/** The paragraphs of a document in order; of tables only those of which `asText` holds. */
export function paragraphsOf({ blocks }: SourceDocument, asText: (table: Table) => boolean): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.is === 'paragraph') return [block];
    return asText(block) ? block.cells.flatMap(({ paragraphs }) => paragraphs) : [];
  });
}

export function tablesOf({ blocks }: SourceDocument): readonly Table[] {
  return blocks.filter((block): block is Table => block.is === 'table');
}
