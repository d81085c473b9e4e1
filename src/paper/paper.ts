/** The shape of a document, as the words say it: `words/paper.ts`. */
export type { Align, Annex, Block, Frame, Paper, Paragraph, Run, Table, TableCell } from '../words/paper.ts';
