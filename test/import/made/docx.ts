import { strToU8, zipSync } from 'fflate';

/** How the XML of a made document varies without its words changing. */
export type Manner = {
  /** Cuts each paragraph into runs at these places of a stream of numbers in 0…1; none: one run. */
  readonly cuts?: readonly number[];
  readonly form?: 'NFC' | 'NFD';
};

/** `list`: an automatic number of level `level` of list `id`. */
export type MadeParagraph = {
  readonly text: string;
  readonly bold?: boolean;
  readonly list?: { readonly id: number; readonly level: number };
  readonly style?: string;
};
/** `merge`: `start` begins a cell merged downwards, `on` goes on with it. */
export type MadeCell = {
  readonly text: string;
  readonly span?: number;
  readonly merge?: 'start' | 'on';
  readonly bold?: boolean;
  readonly list?: { readonly id: number; readonly level: number };
};
export type MadeBlock = MadeParagraph | { readonly rows: readonly (readonly MadeCell[])[] };

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join('');

/** The words of a paragraph as runs; the cuts may fall inside a word, as Word itself leaves them. */
function runsXml(text: string, bold: boolean, manner: Manner): string {
  const form = text.normalize(manner.form ?? 'NFC');
  const letters = [...form];
  const places = (manner.cuts ?? []).map((cut) => Math.floor(cut * letters.length)).filter((at) => at > 0 && at < letters.length);
  const edges = [0, ...[...new Set(places)].sort((one, other) => one - other), letters.length];
  return edges
    .slice(1)
    .map((to, at) => runXml(letters.slice(edges[at], to).join(''), bold))
    .join('');
}

function runXml(text: string, bold: boolean): string {
  const parts = text
    .split(/([\n\t])/u)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`));
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${parts.join('')}</w:r>`;
}

export function paragraphXml({ text, bold = false, list, style }: MadeParagraph, manner: Manner): string {
  const numbering = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`;
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${numbering}</w:pPr>${runsXml(text, bold, manner)}</w:p>`;
}

function cellXml({ text, span = 1, merge, bold = false, list }: MadeCell, manner: Manner): string {
  const vertical = merge === undefined ? '' : merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const properties = `<w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${vertical}</w:tcPr>`;
  const lines = merge === 'on' ? [''] : text.split('\n');
  return `<w:tc>${properties}${lines.map((line) => paragraphXml({ text: line, bold, ...(list === undefined ? {} : { list }) }, manner)).join('')}</w:tc>`;
}

function blockXml(block: MadeBlock, manner: Manner): string {
  if ('text' in block) return paragraphXml(block, manner);
  const rows = block.rows.map((row) => `<w:tr>${row.map((cell) => cellXml(cell, manner)).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** The formats of one automatic list, outermost level first: `['upperRoman', '%1.']`. */
export type MadeList = readonly (readonly [string, string])[];

function numberingXml(lists: readonly MadeList[]): string {
  const abstracts = lists.map(
    (levels, at) =>
      `<w:abstractNum w:abstractNumId="${at}">${levels
        .map(
          ([format, text], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  );
  const nums = lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`);
  return `<w:numbering ${NS}>${abstracts.join('')}${nums.join('')}</w:numbering>`;
}

const TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>';
const RELS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const OWN_RELS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';

export type MadeParts = {
  readonly body: string;
  readonly lists?: readonly MadeList[];
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
};

/** A .docx out of the XML of its body. */
export function docxOf({ body, lists = [], styles = '', more = {} }: MadeParts): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'word/_rels/document.xml.rels': OWN_RELS,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': numberingXml(lists),
    'word/styles.xml': `<w:styles ${NS}>${styles}</w:styles>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}

/** A .docx of paragraphs and tables. */
export function makeDocx(blocks: readonly MadeBlock[], manner: Manner = {}, lists: readonly MadeList[] = []): Uint8Array {
  return docxOf({ body: blocks.map((block) => blockXml(block, manner)).join(''), lists });
}
