import { letters } from '../../src/xlsx/address.ts';
import { newSheet } from '../../src/xlsx/areas.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip } from '../../src/xlsx/zip.ts';

/** A kind of file made to be dear: `size` is what grows, `full` is as much of it as was once seen to stop the program. */
export type Hostile = {
  /** As in the list of the attack, with what it cost then. */
  readonly id: string;
  readonly what: string;
  readonly before: string;
  readonly full: number;
  make(size: number): Uint8Array;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELS = 'xl/worksheets/_rels/sheet1.xml.rels';

const bare = saveXlsx(null, { sheets: [newSheet(1, 'Một')] });

type Parts = Readonly<Record<string, string>>;

/** A workbook with some parts replaced or added. */
export function withParts(parts: Parts, book: Uint8Array = bare): Uint8Array {
  return rezip(openZip(book), new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
}

const sheetXml = (inside: string): string => `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${inside}</worksheet>`;
const withSheet = (inside: string, parts: Parts = {}): Uint8Array => withParts({ [SHEET]: sheetXml(inside), ...parts });
const withRows = (rows: string): Uint8Array => withSheet(`<sheetData>${rows}</sheetData>`);
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('');
/** Numbers that do not pack well, so that a package is not refused for that. */
const noise = (n: number): number => (n * 7_919) % 999_983;
const relationships = (inside: string): string => `<Relationships xmlns="${PACKAGE_RELS}">${inside}</Relationships>`;
const text = (said: string): string => `<c r="A1" t="inlineStr"><is><t>${said}</t></is></c>`;

/** Letters that make words, so that nothing tells before they are read. */
const words = (length: number): string => 'Tỷ lệ hồ sơ giải quyết đúng hạn '.repeat(Math.ceil(length / 32)).slice(0, length);

function withFormat(format: string, cells: number): Uint8Array {
  const styles =
    `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><fonts><font/></fonts>` +
    '<fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>';
  const rows = many(cells, (row) => `<row r="${row}"><c r="A${row}" s="0"><v>${row}</v></c></row>`);
  return withSheet(`<sheetData>${rows}</sheetData>`, { 'xl/styles.xml': styles });
}

function sharing(children: number, references: number): Uint8Array {
  const formula = Array.from({ length: references }, (_, at) => `A${at + 1}`).join('+');
  const master = `<row r="1"><c r="B1"><f t="shared" ref="B1:B${children}" si="0">${formula}</f><v>1</v></c></row>`;
  return withRows(
    master + many(children, (at) => `<row r="${at + 1}"><c r="B${at + 1}"><f t="shared" si="0"/><v>1</v></c></row>`),
  );
}

function tabs(count: number): Uint8Array {
  const list = many(count, (n) => `<sheet name="T${n}" sheetId="${n}" r:id="r${n}"/>`);
  const rels = many(count, (n) => `<Relationship Id="r${n}" Type="${RELS}/worksheet" Target="worksheets/t${n}.xml"/>`);
  const parts = Array.from({ length: count }, (_, n) => [`xl/worksheets/t${n + 1}.xml`, sheetXml('<sheetData/>')] as const);
  return withParts({
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(rels),
    ...Object.fromEntries(parts),
  });
}

function anchors(count: number): Uint8Array {
  const namespaces = `xmlns:xdr="urn:d" xmlns:a="urn:a" xmlns:c="urn:c" xmlns:r="${RELS}"`;
  const anchor = (n: number): string =>
    `<xdr:oneCellAnchor><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="${n}"/></xdr:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="r1"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:oneCellAnchor>`;
  return withSheet('<sheetData/><drawing r:id="r1"/>', {
    [SHEET_RELS]: relationships(`<Relationship Id="r1" Type="${RELS}/drawing" Target="../drawings/d.xml"/>`),
    'xl/drawings/d.xml': `<xdr:wsDr ${namespaces}>${many(count, anchor)}</xdr:wsDr>`,
    'xl/drawings/_rels/d.xml.rels': relationships(`<Relationship Id="r1" Type="${RELS}/chart" Target="../charts/c.xml"/>`),
    'xl/charts/c.xml': '<c:chartSpace xmlns:c="urn:c"><c:chart><c:plotArea/></c:chart></c:chartSpace>',
  });
}

function styles(count: number): Uint8Array {
  const xfs = many(
    count,
    (n) => `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment indent="${n % 200}" wrapText="1"/></xf>`,
  );
  return withParts({
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${xfs}</cellXfs></styleSheet>`,
  });
}

/** Rows formatted down to a line, five columns each, striped where asked; the first holds a text. */
export function styledRows(last: number, striped = false): string {
  const cells = (row: number): string =>
    [...'ABCDE'].map((column, at) => `<c r="${column}${row}" s="${striped && row % 2 === 0 ? 0 : at % 3}"/>`).join('');
  return `<row r="1" spans="1:5"><c r="A1"><v>1</v></c></row>${many(last - 1, (at) => `<row r="${at + 1}" spans="1:5">${cells(at + 1)}</row>`)}`;
}

/** The kinds of the list, each as one file of the size asked for. */
export const HOSTILE: readonly Hostile[] = [
  {
    id: '01',
    what: 'cells with a value and no place, 20 a row',
    before: '> 60 s (quadratic)',
    full: 40_000,
    make: (size) => withRows(many(size, (row) => `<row>${many(20, (n) => `<c><v>${noise(row * n)}</v></c>`)}</row>`)),
  },
  {
    id: '02',
    what: 'rows without a word',
    before: '> 60 s (quadratic)',
    full: 1_500_000,
    make: (size) => withRows(many(size, (n) => `<row${' '.repeat(noise(n) % 9)}/>`)),
  },
  {
    id: '03',
    what: 'blank cells without a word, 1,000 a row',
    before: '> 60 s (quadratic)',
    full: 1500,
    make: (size) => withRows(many(size, (row) => `<row>${many(1000, (n) => `<c${' '.repeat(noise(row * n) % 9)}/>`)}</row>`)),
  },
  {
    id: '19',
    what: 'tags of names without a value',
    before: '> 60 s (quadratic)',
    full: 300_000,
    make: (size) => withRows(many(size, (row) => `<row ${many(20, (n) => `a${noise(row * n)} `)}/>`)),
  },
  {
    id: '07',
    what: 'columns named over and over, one cell in XFD',
    before: '> 60 s',
    full: 200_000,
    make: (size) =>
      withSheet(
        `<cols>${many(size, () => '<col min="1" max="16384" width="9" customWidth="1" style="0"/>')}</cols><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>`,
      ),
  },
  {
    id: '12',
    what: 'a formula of so many references that 8,000 cells share',
    before: '64 s',
    full: 8000,
    make: (size) => sharing(8000, size),
  },
  {
    id: '43',
    what: 'a formula of 1,500 references that many cells share',
    before: '> 60 s',
    full: 100_000,
    make: (size) => sharing(size, 1500),
  },
  {
    id: '13',
    what: 'one text of so many letters',
    before: '> 60 s',
    full: 3_000_000,
    make: (size) => withRows(`<row r="1">${text(words(size))}</row>`),
  },
  {
    id: '44',
    what: 'one text of so many letters, among the shared ones',
    before: '> 60 s, 2.3 GB',
    full: 30_000_000,
    make: (size) => {
      const strings = `<sst xmlns="${MAIN}"><si><t>${words(size)}</t></si></sst>`;
      const rels = `<Relationship Id="s1" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/>`;
      return withParts({
        [SHEET]: sheetXml('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'),
        'xl/sharedStrings.xml': strings,
        'xl/_rels/workbook.xml.rels': relationships(rels),
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Một" sheetId="1" r:id="r1"/></sheets></workbook>`,
      });
    },
  },
  {
    id: '45',
    what: 'texts of 32,000 letters in ten rows of the head',
    before: '> 60 s',
    full: 260,
    make: (size) =>
      withRows(
        many(10, (row) => `<row r="${row}">${`<c t="inlineStr"><is><t>${words(32_000)}</t></is></c>`.repeat(size / 10)}</row>`),
      ),
  },
  {
    id: '17-00',
    what: 'a number format of brackets',
    before: '> 60 s',
    full: 30_000,
    make: (size) => withFormat('['.repeat(size), 500),
  },
  {
    id: '17-11',
    what: 'a number format of brackets and quotes',
    before: '> 60 s',
    full: 30_000,
    make: (size) => withFormat('[&quot;'.repeat(size / 2), 500),
  },
  {
    id: '80',
    what: 'blank cells, each with its place, 15,000 a row',
    before: '20–35 s, 2.4–3.0 GB',
    full: 700,
    make: (size) =>
      withRows(many(size, (row) => `<row r="${row}">${many(15_000, (n) => `<c r="${letters(1 + (n % 1000))}9"/>`)}</row>`)),
  },
  {
    id: '81',
    what: 'blank rows, each with its place',
    before: '20–35 s, 2.4–3.0 GB',
    full: 13_000_000,
    make: (size) => withRows(many(size, (n) => `<row r="${1 + (n % 1500)}"/>`)),
  },
  {
    id: '09',
    what: 'validations',
    before: '22–60 s',
    full: 600_000,
    make: (size) =>
      withSheet(
        `<sheetData/><dataValidations>${many(size, (n) => `<dataValidation type="list" sqref="A${n}"><formula1>"a,b"</formula1></dataValidation>`)}</dataValidations>`,
      ),
  },
  {
    id: '10',
    what: 'conditional formats',
    before: '22–60 s',
    full: 400_000,
    make: (size) =>
      withSheet(
        `<sheetData/>${many(size, (n) => `<conditionalFormatting sqref="A${n}"><cfRule type="expression" priority="${n}"><formula>A1</formula></cfRule></conditionalFormatting>`)}`,
      ),
  },
  {
    id: '11',
    what: 'areas of one conditional format with a long formula',
    before: '22–60 s',
    full: 1_000_000,
    make: (size) =>
      withSheet(
        `<sheetData/><conditionalFormatting sqref="${many(size, (n) => `A${n} `)}"><cfRule type="expression" priority="1"><formula>${'A1+'.repeat(2000)}1</formula></cfRule></conditionalFormatting>`,
      ),
  },
  { id: '30', what: 'tabs', before: '22–60 s', full: 9900, make: tabs },
  { id: '49', what: 'anchors of one chart', before: '22–60 s', full: 300_000, make: anchors },
  {
    id: '50',
    what: 'relationships of a tab',
    before: '22–60 s',
    full: 500_000,
    make: (size) =>
      withSheet('<sheetData/><drawing r:id="none"/>', {
        [SHEET_RELS]: relationships(
          many(size, (n) => `<Relationship Id="r${n}" Type="${RELS}/hyperlink" Target="x" TargetMode="External"/>`),
        ),
      }),
  },
  { id: 'xfs', what: 'cell formats', before: 'not tried', full: 800_000, make: styles },
  {
    id: '20',
    what: 'rows with a value down to the last line',
    before: '33 s, 857 MB, refused',
    full: 1_048_576,
    make: (size) => withRows(many(size, (row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`)),
  },
  {
    id: 'styled',
    what: 'a tab formatted down to its last line',
    before: '11.7 s, 1.9 GB',
    full: 1_048_576,
    make: (size) => withRows(styledRows(size)),
  },
  {
    id: 'striped',
    what: 'the same in stripes',
    before: 'not tried',
    full: 1_048_576,
    make: (size) => withRows(styledRows(size, true)),
  },
  {
    id: 'gaps',
    what: 'styled rows with a hole after each hundred, cut nowhere',
    before: 'not tried',
    full: 1_000_000,
    make: (size) => withRows(many(size, (at) => (at % 100 === 0 ? '' : `<row r="${at}"><c r="A${at}" s="0"/></row>`))),
  },
  {
    id: 'wide',
    what: 'texts in ten rows as wide as a tab, none of them ours',
    before: 'not tried',
    full: 16_384,
    make: (size) =>
      withRows(
        many(10, (row) =>
          row % 2 === 0
            ? ''
            : `<row r="${row}">${many(size, (n) => `<c t="inlineStr"><is><t>${words(40)}${noise(n * row)}</t></is></c>`)}</row>`,
        ),
      ),
  },
  {
    id: 'cells',
    what: 'as many values as are taken, 100 a row',
    before: 'not tried',
    full: 19_990,
    make: (size) => withRows(many(size, (row) => `<row r="${row}">${many(100, (n) => `<c><v>${row * n}.25</v></c>`)}</row>`)),
  },
];
