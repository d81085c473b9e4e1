import type { Cell, Paragraph, SourceDocument, Table } from '../../domain/import/document.ts';
import { rezip } from '../../xlsx/zip.ts';

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The words of a PDF as a plain .docx, paragraph for paragraph and cell for cell: the script reads Word files, and no PDF. */
export function asDocx({ blocks }: SourceDocument): Uint8Array {
  const body = blocks.map((block) => (block.is === 'paragraph' ? paragraphXml(block) : tableXml(block))).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${NS}><w:body>${body}</w:body></w:document>`,
  };
  const written = new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml, 'utf8')]));
  return rezip({ entries: new Map() }, written);
}

function paragraphXml({ text, number, bold, heading }: Paragraph): string {
  const level = heading === null ? '' : `<w:pPr><w:outlineLvl w:val="${heading}"/></w:pPr>`;
  const words = number === '' ? text : `${number} ${text}`;
  const lines = words.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:p>${level}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** Every place of the grid: a cell merged downwards goes on in each row that it covers, and what no cell covers is blank. */
function tableXml({ rows, columns, cells }: Table): string {
  const lines = Array.from({ length: rows }, (_, row) => `<w:tr>${rowXml(cells, row, columns)}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
}

function rowXml(cells: readonly Cell[], row: number, columns: number): string {
  const parts: string[] = [];
  for (let column = 0; column < columns; ) {
    const cell = cells.find((one) => one.column === column && one.row <= row && row < one.row + one.rows);
    parts.push(cellXml(cell, row));
    column += cell?.columns ?? 1;
  }
  return parts.join('');
}

function cellXml(cell: Cell | undefined, row: number): string {
  if (cell === undefined) return '<w:tc><w:p/></w:tc>';
  const isFirst = cell.row === row;
  const merge = cell.rows === 1 ? '' : isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const span = cell.columns === 1 ? '' : `<w:gridSpan w:val="${cell.columns}"/>`;
  const words = isFirst ? cell.paragraphs.map(paragraphXml).join('') : '';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${words || '<w:p/>'}</w:tc>`;
}

function escaped(text: string): string {
  const plain = text.replace(/[^\P{Cc}\t]/gu, ' ');
  return plain.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
