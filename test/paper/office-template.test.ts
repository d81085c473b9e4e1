import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/domain/report/printed.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { openFinished } from '../../src/paper/finished/open-finished.ts';
import { checkLayout } from '../../src/paper/nd30/check.ts';
import { TEMPLATE_TAGS } from '../../src/paper/template/tags.ts';
import { readZip } from '../../src/paper/zip/read-zip.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { sayTagFault } from '../../src/words/report/template.ts';
import { officeFile, paragraph, run } from '../helpers/office-file.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { aReport } from './report-facts.ts';

const paper = sayReport(aReport());
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
