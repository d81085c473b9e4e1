import type { Annex, Block, Frame, Paper, Paragraph, Run, Table, TableCell } from '../words/paper/paper.ts';
import { addresseeLines, MOTTO, NATION, RECIPIENTS_LABEL, recipientLines } from '../words/report/report-frame.ts';
import { escaped } from './docx/xml.ts';
import { FILLS } from './fills.ts';

const PAGE = "font-family:'Times New Roman',Tinos,serif;font-size:16px;line-height:1.45;color:#000;max-width:640px;margin:0 auto";
const CENTRED = 'text-align:center;margin:4px 0';
const CELL = 'border:1px solid #000;padding:4px 6px;vertical-align:top';

const STYLES: Readonly<Record<Paragraph['style'], string>> = {
  gap: 'margin:0',
  body: 'margin:8px 0;text-indent:1.5em',
  part: 'margin:12px 0 8px;font-weight:bold',
  section: 'margin:8px 0;font-weight:bold',
  clause: 'margin:8px 0',
  point: 'margin:6px 0;text-indent:1.5em',
  centred: CENTRED,
  plain: 'margin:6px 0',
  basis: 'margin:6px 0;font-style:italic',
};

/** A paper as one piece of HTML for a mail or a preview: styles in place, every text escaped, readable at 360 px. */
export function toHtml({ frame, banner, blocks, annexes }: Paper): string {
  const inner = [
    banner === null ? '' : line('text-align:center;font-weight:bold;border:1px solid #000;padding:4px', banner),
    frame === null ? '' : head(frame),
    ...blocks.map(blockHtml),
    frame === null ? '' : foot(frame),
    ...annexes.map(annexHtml),
  ];
  return `<div lang="vi" style="${escaped(PAGE)}">${inner.join('')}</div>`;
}

function line(style: string, text: string): string {
  return `<p style="${escaped(style)}">${escaped(text)}</p>`;
}

/** The two columns of the printed head stand below each other, so that a phone does not break their lines. */
function head(frame: Frame): string {
  const bold = `${CENTRED};font-weight:bold`;
  return [
    ...(frame.superior === null ? [] : [line(CENTRED, frame.superior)]),
    ...frame.issuer.map((text) => line(bold, text)),
    line(CENTRED, frame.number),
    ...(frame.about === undefined ? [] : [line(CENTRED, frame.about)]),
    line(bold, NATION),
    line(bold, MOTTO),
    line(`${CENTRED};font-style:italic`, frame.placeAndDay),
    ...(frame.docType === '' ? [] : [line(`${bold};margin-top:16px`, frame.docType), line(bold, frame.subject)]),
    ...addresseeLines(frame).map((text) => line(STYLES.plain, text)),
  ].join('');
}

function foot(frame: Frame): string {
  const { authority, title, name } = frame.signature;
  return [
    line('margin:16px 0 4px;font-weight:bold;font-style:italic;font-size:14px', RECIPIENTS_LABEL),
    ...recipientLines(frame).map((text) => line('margin:0;font-size:13px', text)),
    ...[authority, ...title.split(/\r\n?|\n/u), name].map((text) => line(`${CENTRED};font-weight:bold`, text)),
  ].join('');
}

function annexHtml({ label, title, reference, blocks }: Annex): string {
  const bold = `${CENTRED};font-weight:bold`;
  const headLines = [line(`${bold};margin-top:24px`, label), line(bold, title), line(`${CENTRED};font-style:italic`, reference)];
  return [...headLines, ...blocks.map(blockHtml)].join('');
}

function blockHtml(block: Block): string {
  if (block.is === 'table') return tableHtml(block);
  return `<p style="${escaped(STYLES[block.style])}">${runsHtml(block.runs)}</p>`;
}

/** Wide tables scroll by themselves; the page does not. */
function tableHtml({ head: headRows, rows }: Table): string {
  const body = [...headRows, ...rows].map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  return `<div style="overflow-x:auto"><table style="border-collapse:collapse;font-size:14px">${body}</table></div>`;
}

function cellHtml({ runs, align, span, fill }: TableCell): string {
  const spans = span === undefined ? '' : ` colspan="${span}"`;
  const colours = fill === undefined ? '' : `;background:#${FILLS[fill].ground};color:#${FILLS[fill].ink}`;
  return `<td${spans} style="${escaped(`${CELL};text-align:${align ?? 'left'}${colours}`)}">${runsHtml(runs)}</td>`;
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('');
}

function runHtml({ text, bold, italic, missing }: Run): string {
  const styles = [
    bold === true ? 'font-weight:bold' : '',
    italic === true ? 'font-style:italic' : '',
    missing === true ? 'background:#ff0' : '',
  ].filter((style) => style !== '');
  const inner = escaped(text);
  return styles.length === 0 ? inner : `<span style="${styles.join(';')}">${inner}</span>`;
}
