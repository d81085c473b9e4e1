import type { Align, Block, Paragraph, Run, Table, TableCell } from '../../words/paper/paper.ts';
import { FILLS } from '../fills.ts';
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

/** Blocks as OOXML; a title over a table, and a line that ends with «:», stay with what they introduce. */
export function blocksXml(blocks: readonly Block[], setting: Setting): string {
  return blocks
    .map((block, index) => {
      if (block.is === 'table') return tableXml(block, setting);
      const last = index === blocks.length - 1;
      const keep = last ? setting.keepLast : introduces(block, blocks[index + 1]);
      const room = blocks[index - 1]?.is === 'table' ? AFTER_TABLE : '';
      const more = `${keep ? '<w:keepNext/><w:keepLines/>' : ''}${room}`;
      return paragraphXml(STYLES[block.style], runsXml(block.runs, setting.keys), more);
    })
    .join('');
}

function introduces({ runs, style }: Paragraph, next: Block | undefined): boolean {
  const isTitle = next?.is === 'table' && style !== 'body' && style !== 'gap';
  return isTitle || runs[runs.length - 1]?.text.endsWith(':') === true;
}

/** One paragraph of a style of the template. */
export function paragraphXml(style: string, inner: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`;
}

function runsXml(runs: readonly Run[], keys: SourceKeys, more = ''): string {
  return runs.map((run) => controlled(run, textRun(run, more), keys)).join('');
}

/** A plain run of text. */
export function textRun({ text, bold, italic, missing }: Run, more = ''): string {
  const weight = bold === true ? '<w:b/><w:bCs/>' : '';
  const slant = italic === true ? '<w:i/><w:iCs/>' : '';
  const marks = `${weight}${slant}${more}${missing === true ? '<w:highlight w:val="yellow"/>' : ''}`;
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

const MEDIUM = '<w:sz w:val="20"/><w:szCs w:val="20"/>';

function tableXml(table: Table, { width, keys }: Setting): string {
  const style = table.look === 'small' ? 'OBangNho' : 'OBang';
  const size = table.look === 'medium' ? MEDIUM : '';
  const borders = table.look === 'bare' ? '' : `<w:tblBorders>${BORDERS}</w:tblBorders>`;
  const widths = columnWidths(table.widths, width);
  const grid = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`;
  const look = { widths, keys, style, size };
  const rows = [
    ...table.head.map((row) => rowXml(row, { ...look, head: true })),
    ...table.rows.map((row) => rowXml(row, { ...look, head: false })),
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
  /** Of the letters, where the style does not tell it. */
  readonly size: string;
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
function cellXml({ runs, align, span, fill }: TableCell, width: number, { keys, style, head, size }: RowSetting): string {
  const spans = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`;
  const colours = fill === undefined ? null : FILLS[fill];
  const shade = colours === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${colours.ground}"/>`;
  const colour = colours === null ? '' : `<w:color w:val="${colours.ink}"/>`;
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}${shade}<w:vAlign w:val="center"/></w:tcPr>`;
  const keep = head || span !== undefined ? '<w:keepNext/>' : '';
  const aligned = `${keep}<w:jc w:val="${ALIGNS[align ?? 'left']}"/>`;
  return `<w:tc>${properties}${paragraphXml(style, runsXml(runs, keys, `${colour}${size}`), aligned)}</w:tc>`;
}
