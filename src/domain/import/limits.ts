/** Rows that one import may write; no plan of a commune has more. */
export const MOST_ROWS = 1_000;
/** Letters of one passage; a longer one is a whole document that came without paragraphs. */
export const LONGEST_PASSAGE = 20_000;
