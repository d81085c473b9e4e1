import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/domain/printed.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { openFinished } from '../../src/paper/finished/open-finished.ts';
import { checkLayout } from '../../src/paper/nd30/check.ts';
import { TEMPLATE_TAGS } from '../../src/paper/template/tags.ts';
import { readZip } from '../../src/paper/zip/read-zip.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { sayReport } from '../../src/words/report.ts';
import { sayTagFault } from '../../src/words/template.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { aReport } from './report-facts.ts';

const paper = sayReport(aReport());
const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** As Word leaves a tag in which somebody corrected a letter. */
const split = (tag: string): string =>
  `${run('{')}<w:proofErr w:type="spellStart"/>${run(tag.slice(0, 4))}<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>${run(tag.slice(4), '<w:rPr><w:b/></w:rPr>')}<w:proofErr w:type="spellEnd"/>${run('}')}`;
const paragraph = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const centred = '<w:jc w:val="center"/>';

const FRAME = [
  paragraph(run('{#co_quan_ban_hanh}')),
  paragraph(run('{.}'), centred),
  paragraph(run('{/co_quan_ban_hanh}')),
  paragraph(split('quoc_hieu'), centred),
  paragraph(split('tieu_ngu'), centred),
  paragraph(split('so_ky_hieu'), centred),
  paragraph(run('{dia_danh_ngay}'), centred),
  paragraph(run('{ten_loai}'), centred),
  paragraph(run('{trich_yeu}'), centred),
  paragraph(run('{@noi_dung}')),
  paragraph(run('Nơi nhận:')),
  paragraph(run('{#noi_nhan}')),
  paragraph(run('{.}')),
  paragraph(run('{/noi_nhan}')),
  paragraph(run('{quyen_han}'), centred),
  paragraph(run('{ho_ten}'), centred),
];
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/** A Word file of an office: styles of its own names, Calibri by default, no style of ours, and a picture. */
function officeFile(body = FRAME.join(''), more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return writeZip(
    new Map<string, string | Uint8Array>([
      [
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/image" Target="media/image1.png"/></Relationships>`,
      ],
      [
        'word/document.xml',
        `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}${SECTION}</w:body></w:document>`,
      ],
      [
        'word/styles.xml',
        `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="OBang"><w:name w:val="Ô bảng"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:style></w:styles>`,
      ],
      ['word/media/image1.png', new Uint8Array([137, 80, 78, 71, 0, 255])],
      ...Object.entries(more),
    ]),
  );
}

const textOf = (bytes: Uint8Array): string => {
  const read = openFinished(bytes);
  return read.ok ? read.lines.map(lineText).join('\n') : read.fault;
};
const faults = (body: string): string[] => checkTemplate(officeFile(body)).tags.map(sayTagFault);

describe("an office's own Word template", () => {
  it('is found to be in order, tags split over runs and all', () => {
    expect(checkTemplate(officeFile())).toEqual({ fault: null, tags: [] });
  });

  it('carries the whole report in its own frame, tags under their Vietnamese names', () => {
    const text = textOf(toDocx(paper, officeFile()));
    for (const words of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số:       /BC-UBND', 'XÃ GIA LƯƠNG', 'BÁO CÁO', 'Phụ lục III']) {
      expect(text.replace(/\s+/gu, ' ')).toContain(words.replace(/\s+/gu, ' '));
    }
    expect(text).not.toMatch(/[{}]/u);
    for (const line of textOf(toDocx(paper))
      .split('\n')
      .filter((each) => each.startsWith('- Hồ sơ')))
      expect(text).toContain(line);
  });

  it('keeps its picture and its own style, and gets those of ours that it lacks, in Times New Roman', () => {
    const made = readZip(toDocx(paper, officeFile()), { bytes: 10_000_000, parts: 100 }, () => true);
    expect(made.get('word/media/image1.png')).toEqual(new Uint8Array([137, 80, 78, 71, 0, 255]));
    const styles = Buffer.from(made.get('word/styles.xml') ?? []).toString();
    expect(styles.match(/w:styleId="OBang"/gu)).toHaveLength(1);
    expect(styles).toContain('w:styleId="ThanVanBan"');
  });

  it('keeps the sources of the figures, beside custom parts of its own', () => {
    const own = officeFile(undefined, { 'customXml/item1.xml': '<own/>' });
    const made = partsOf(toDocx(paper, own));
    expect(made['customXml/item1.xml']).toBe('<own/>');
    expect(made['customXml/item2.xml']).toContain('urn:so-cchc:sources');
    expect(made['word/_rels/document.xml.rels']).toContain('../customXml/item2.xml');
  });

  it('turns its own page for a wide annex, and ends with exactly one section', () => {
    const document = partsOf(toDocx(paper, officeFile()))['word/document.xml'] ?? '';
    expect(document.match(/<w:sectPr/gu)).toHaveLength(1 + paper.annexes.length);
    expect(document.match(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/gu)).toHaveLength(2);
    expect(document).toMatch(/<w:sectPr>(?:(?!<w:p>).)*<\/w:sectPr><\/w:body>/su);
  });

  it('is checked against Nghị định 30 by what its frame says, and what is wrong is told', () => {
    const broken = checkLayout(partsOf(toDocx(paper, officeFile())), () => null).filter(({ ok }) => !ok);
    const rules = new Set(broken.map(({ rule }) => rule));
    // Calibri, no page number, and the office's own look of the frame; but no component is said to be missing.
    expect(rules.has('R3')).toBe(true);
    expect(rules.has('R4')).toBe(true);
    expect(broken.filter(({ rule, where }) => where === '' && rule !== 'R4')).toEqual([]);
  });

  it('is opened by LibreOffice with all its text', () => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const made = converted(soffice, new Map([['bao-cao.docx', toDocx(paper, officeFile())]]), 'txt:Text');
    const text = Buffer.from(made.get('bao-cao.txt') ?? []).toString('utf8');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Phụ lục III');
  });

  it.each([
    ['an unknown tag by name, with the nearest', paragraph(run('{noi_dumg}')), ['{noi_dumg}', '{noi_dung}']],
    ['a missing place for the report', paragraph(run('{so_ky_hieu}')), ['{@noi_dung}']],
    ['a list that is not closed', paragraph(run('{@noi_dung}')) + paragraph(run('{#noi_nhan}')), ['{#noi_nhan}']],
    ['words beside a whole paragraph', paragraph(run('Nội dung: {@noi_dung}')), ['{@noi_dung}', 'một mình']],
    ['a loose brace', paragraph(run('{@noi_dung}')) + paragraph(run('{so_ky_hieu')), ['ngoặc nhọn lẻ']],
  ])('is refused for %s', (_, body, words) => {
    const [said, ...others] = faults(body);
    for (const word of words) expect(said).toContain(word);
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['no zip', new Uint8Array(600), 'not-a-zip'],
    ['a zip without a document', writeZip(new Map([['a.txt', 'a']])), 'no-document'],
    ['a document without styles', writeZip(new Map([['word/document.xml', '<w:document><w:body/></w:document>']])), 'broken'],
    ['XML that does not close', officeFile('<w:p>'), 'broken'],
    ['a DTD', officeFile(undefined, { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:styles/>' }), 'broken'],
  ] as const)('is refused when it is %s', (_, bytes, why) => {
    expect(checkTemplate(bytes).fault).toBe(why);
  });
});

describe('docs/mau-van-ban.md', () => {
  const guide = readFileSync('docs/mau-van-ban.md', 'utf8');

  it('explains every tag of the one list, and no other', () => {
    const told = [...guide.matchAll(/^\| `\{[#@]?(\w+)\}`.*?\| `(\w+)`/gmu)].map(([, office, tag]) => [tag, office]);
    expect(told).toEqual(Object.entries(TEMPLATE_TAGS).map(([tag, { office }]) => [tag, office]));
  });
});
