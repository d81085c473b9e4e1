import type { Align, Block, Paragraph, Run, Table, TableCell } from '../../words/paper/paper.ts';
import type { SourceKeys } from './keys.ts';
import { escaped } from './xml.ts';

const STYLES: Readonly<Record<Paragraph['style'], string>> = {
  gap: 'Nho',
  body: 'ThanVanBan',
  part: 'Muc',
  section: 'Khoan',
  clause: 'Diem',
  point: 'GachDong',
  centred: 'Giua',
  plain: 'TronDong',
  basis: 'CanCu',
};

const ALIGNS: Readonly<Record<Align, string>> = { left: 'left', center: 'center', right: 'right', justify: 'both' };

/** How wide the text is, in twentieths of a point; the last paragraph may be held on the page of what follows it. */
export type Setting = { readonly width: number; readonly keepLast: boolean; readonly keys: SourceKeys };

/** Room above a line that follows a table, which has none below. */
const AFTER_TABLE = '<w:spacing w:before="120"/>';

/** Blocks as OOXML; a line that ends with «:» stays with what it introduces. */
export function blocksXml(blocks: readonly Block[], setting: Setting): string {
  return blocks
    .map((block, index) => {
      if (block.is === 'table') return tableXml(block, setting);
      const last = index === blocks.length - 1;
      const keep = last ? setting.keepLast : block.runs[block.runs.length - 1]?.text.endsWith(':') === true;
      const room = blocks[index - 1]?.is === 'table' ? AFTER_TABLE : '';
      const more = `${keep ? '<w:keepNext/><w:keepLines/>' : ''}${room}`;
      return paragraphXml(STYLES[block.style], runsXml(block.runs, setting.keys), more);
    })
    .join('');
}

/** One paragraph of a style of the template. */
export function paragraphXml(style: string, inner: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`;
}

function runsXml(runs: readonly Run[], keys: SourceKeys): string {
  return runs.map((run) => controlled(run, textRun(run), keys)).join('');
}

/** A plain run of text. */
export function textRun({ text, bold, italic, missing }: Run): string {
  const weight = bold === true ? '<w:b/><w:bCs/>' : '';
  const slant = italic === true ? '<w:i/><w:iCs/>' : '';
  const marks = `${weight}${slant}${missing === true ? '<w:highlight w:val="yellow"/>' : ''}`;
  const properties = marks === '' ? '' : `<w:rPr>${marks}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A figure stands in a content control whose tag is the key of its source. */
function controlled({ source }: Run, inner: string, keys: SourceKeys): string {
  if (source === undefined) return inner;
  const properties = `<w:tag w:val="${keys.keyOf(source)}"/><w:id w:val="${keys.nextId()}"/><w15:appearance w15:val="hidden"/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function tableXml(table: Table, { width, keys }: Setting): string {
  const style = table.look === 'small' ? 'OBangNho' : 'OBang';
  const borders = table.look === 'bare' ? '' : `<w:tblBorders>${BORDERS}</w:tblBorders>`;
  const widths = columnWidths(table.widths, width);
  const grid = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`;
  const rows = [
    ...table.head.map((row) => rowXml(row, { widths, keys, style, head: true })),
    ...table.rows.map((row) => rowXml(row, { widths, keys, style, head: false })),
  ];
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** Whole twentieths that add up to the width. */
function columnWidths(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const edges = shares.map((_, index) => Math.round((width * shares.slice(0, index + 1).reduce((a, b) => a + b, 0)) / sum));
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}

type RowSetting = {
  readonly widths: readonly number[];
  readonly keys: SourceKeys;
  readonly style: string;
  readonly head: boolean;
};

function rowXml(cells: readonly TableCell[], setting: RowSetting): string {
  let column = 0;
  const inner = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = setting.widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return cellXml(cell, width, setting);
  });
  return `<w:tr><w:trPr><w:cantSplit/>${setting.head ? '<w:tblHeader/>' : ''}</w:trPr>${inner.join('')}</w:tr>`;
}

/** A row that spans the table is the heading of the rows under it and stays with them. */
function cellXml({ runs, align, span }: TableCell, width: number, { keys, style, head }: RowSetting): string {
  const spans = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}<w:vAlign w:val="center"/></w:tcPr>`;
  const keep = head || span !== undefined ? '<w:keepNext/>' : '';
  const aligned = `${keep}<w:jc w:val="${ALIGNS[align ?? 'left']}"/>`;
  return `<w:tc>${properties}${paragraphXml(style, runsXml(runs, keys), aligned)}</w:tc>`;
}
