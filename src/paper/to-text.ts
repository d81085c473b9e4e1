import type { Annex, Block, Frame, Paper, Run, TableCell } from '../words/paper/paper.ts';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../words/report/report-frame.ts';

const CELL_GAP = '\t';

/**
 * A paper as plain text: one line per paragraph and per table row (cells parted by a tab), in the order of the .docx.
 * With all white space read alike it equals the text of the finished document, whose unbroken names are plain words here;
 * page headers stand in neither.
 */
export function toText(paper: Paper): string {
  const { frame, blocks, annexes } = paper;
  const lines = [
    ...(frame === null ? [] : headLines(frame)),
    ...blocks.flatMap(blockLines),
    ...(frame === null ? [] : footLines(frame)),
    ...annexes.flatMap(annexLines),
  ];
  return `${lines.join('\n').replace(/\u00a0/gu, ' ')}\n`;
}

function headLines(frame: Frame): string[] {
  return [
    ...(frame.superior === null ? [] : [frame.superior]),
    ...frame.issuer,
    NATION,
    MOTTO,
    frame.number,
    ...(frame.about === undefined ? [] : [frame.about]),
    frame.placeAndDay,
    '',
    ...(frame.docType === '' ? [] : [frame.docType, frame.subject, '']),
    ...addresseeLines(frame),
    '',
  ];
}

function footLines(frame: Frame): string[] {
  const { authority, title, name } = frame.signature;
  return ['', RECIPIENTS_LABEL, ...recipientLines(frame), authority, title, name];
}

function annexLines({ label, title, reference, blocks }: Annex): string[] {
  return ['', label, title, reference, ...blocks.flatMap(blockLines)];
}

function blockLines(block: Block): string[] {
  if (block.is === 'paragraph') return [runsText(block.runs)];
  return [...block.head, ...block.rows].map(rowText);
}

function rowText(cells: readonly TableCell[]): string {
  return cells
    .map(({ runs }) => runsText(runs))
    .join(CELL_GAP)
    .trimEnd();
}

function runsText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
