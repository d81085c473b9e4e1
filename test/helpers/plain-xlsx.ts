import { writeZip } from '../../src/paper/zip/write-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A tab as it lies in a file: what stands in its part, and the parts that hang on it (path → type of relationship, content). */
export type PlainTab = {
  readonly name: string;
  readonly inside?: string;
  readonly parts?: Readonly<Record<string, { readonly type: string; readonly xml: string }>>;
};

/** A workbook written part by part, as no program of ours would: for what other programs put into a tab. */
export function plainXlsx(tabs: readonly PlainTab[]): Uint8Array {
  const sheets = tabs.flatMap((tab, at): [string, string][] => sheetParts(tab, at + 1));
  const overrides = tabs.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const relations = tabs.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  return writeZip(
    new Map([
      [
        '[Content_Types].xml',
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`,
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tabs.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation(99, 'styles', 'styles.xml')}</Relationships>`,
      ],
      ['xl/styles.xml', STYLES],
      ...sheets,
    ]),
  );
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Format 1 is a border around a blank cell. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf borderId="1" applyBorder="1"/></cellXfs></styleSheet>`;

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function sheetParts({ inside = '<sheetData/>', parts = {} }: PlainTab, at: number): [string, string][] {
  const hanging = Object.entries(parts);
  const rels = hanging.map(([path, { type }], index) => relation(index + 1, type, `/${path}`)).join('');
  return [
    [`xl/worksheets/sheet${at}.xml`, `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inside}</worksheet>`],
    ...(rels === ''
      ? []
      : [
          [
            `xl/worksheets/_rels/sheet${at}.xml.rels`,
            `<Relationships xmlns="${PACKAGE}/relationships">${rels}</Relationships>`,
          ] as [string, string],
        ]),
    ...hanging.map(([path, { xml }]): [string, string] => [path, xml]),
  ];
}
