import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { folded } from '../../src/domain/import/fold-text.ts';
import { importPlan } from '../../src/domain/import/import-plan.ts';
import { readDocument } from '../../src/paper/blocks/read-document.ts';
import { readDocx } from '../../src/paper/blocks/read-docx.ts';
import { worksOf } from '../helpers/pace.ts';
import { docxOf, type MadeParagraph, makeDocx, paragraphXml } from './made/docx.ts';
import { planIn, unproved } from './made/known.ts';
import { STAGE_PLAN, YEAR_PLAN } from './made/plan.ts';
import { type Build, documentOf, LISTS } from './made/structures.ts';

const BUILD: Build = {
  numbering: 'automatic',
  parts: 'letters',
  bullets: 'dash',
  tasks: 'both',
  by: 'plan',
  cells: 'merged',
  headers: 'two-rows',
};

const paragraphs = (body: string, more: Readonly<Record<string, string>> = {}, styles = ''): string[] =>
  readDocx(docxOf({ body, more, styles, lists: LISTS })).blocks.flatMap((block) =>
    block.is === 'paragraph' ? [`${block.number}|${block.text}`] : [],
  );

describe('a .docx', () => {
  it('numbers as Word does: levels, restarts, and numbers that a style carries', () => {
    const list = (id: number, level: number, text: string): MadeParagraph => ({ text, list: { id, level } });
    const body = [
      list(1, 0, 'A'),
      list(1, 1, 'B'),
      list(1, 1, 'C'),
      list(1, 2, 'D'),
      list(1, 2, 'E'),
      list(1, 0, 'F'),
      list(1, 1, 'G'),
      list(2, 0, 'H'),
      list(3, 0, 'J'),
      list(3, 0, 'K'),
    ]
      .map((one) => paragraphXml(one, {}))
      .join('');
    expect(paragraphs(body)).toEqual(['I.|A', '1.|B', '2.|C', 'a)|D', 'b)|E', 'II.|F', '1.|G', '-|H', '1|J', '2|K']);
    const style =
      '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>';
    expect(
      paragraphs(paragraphXml({ text: 'X', style: 'Muc' }, {}) + paragraphXml({ text: 'Y', style: 'Con' }, {}), {}, style),
    ).toEqual(['I.|X', 'II.|Y']);
  });

  it.each([
    [
      'a deletion that is tracked is out, an insertion in',
      '<w:p><w:r><w:t>đạt </w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:r><w:t>%</w:t></w:r></w:p>',
      ['|đạt 90%'],
    ],
    [
      'hidden words are out',
      '<w:p><w:r><w:t>thấy</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r></w:p>',
      ['|thấy'],
    ],
    [
      'a paragraph mark that was deleted joins two',
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>đầu </w:t></w:r></w:p><w:p><w:r><w:t>cuối</w:t></w:r></w:p>',
      ['|đầu cuối'],
    ],
    [
      'content controls, links and fields are words',
      '<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:sdtContent></w:sdt>',
      ['|liên kết'],
    ],
    [
      'a text box is read once, beside its paragraph',
      '<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>',
      ['|ngoài', '|trong'],
    ],
    [
      'breaks, tabs and hyphens stay',
      '<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p>',
      ['|một\nhai\tba-bốn'],
    ],
    [
      'old properties of a tracked change do not count',
      '<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>',
      ['|chữ'],
    ],
  ])('%s', (_, body, wanted) => expect(paragraphs(body)).toEqual(wanted));

  it('keeps footnotes apart', () => {
    const note = '<w:footnotes xmlns:w="x"><w:footnote><w:p><w:r><w:t>Chú thích 50%</w:t></w:r></w:p></w:footnote></w:footnotes>';
    const { blocks, notes } = readDocx(
      docxOf({ body: paragraphXml({ text: 'Đạt 90%' }, {}), more: { 'word/footnotes.xml': note } }),
    );
    expect(blocks).toHaveLength(1);
    expect(notes.map(({ text }) => text)).toEqual(['Chú thích 50%']);
  });

  it('has the cells that mammoth finds', async () => {
    const bytes = makeDocx(documentOf(YEAR_PLAN, BUILD), { cuts: [0.2, 0.6] }, LISTS);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const plain = (html: string): string => folded(html.replace(/<[^>]+>/gu, ' ').replace(/&amp;/gu, '&'));
    const theirs = [...value.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)]
      .map(([, html]) => plain(html ?? ''))
      .filter((text) => text !== '');
    const ours = readDocx(bytes).blocks.flatMap((block) =>
      block.is === 'table' ? block.cells.map(({ text }) => folded(text)).filter((text) => text !== '') : [],
    );
    expect(ours).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(80);
  });
});

describe('reading', () => {
  const whole = makeDocx(documentOf(YEAR_PLAN, BUILD), {}, LISTS);

  it('is the same twice, and the same however the runs are cut', () => {
    const rows = planIn(whole).rows;
    expect(planIn(whole).rows).toEqual(rows);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (cuts) => {
        expect(planIn(makeDocx(documentOf(YEAR_PLAN, BUILD), { cuts }, LISTS)).rows).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  });

  it('writes nothing that does not stand in its passage, whatever levels and words a plan has', () => {
    const level = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((share) => `${share}%`),
      fc.integer({ min: 1, max: 99 }).map((share) => `từ ${share}% trở lên`),
      fc.integer({ min: 1, max: 60 }).map((minutes) => `không quá ${minutes} phút`),
      fc.constantFrom(
        'nằm trong nhóm 10 xã dẫn đầu',
        'xếp loại Tốt trở lên',
        'đạt kết quả cao',
        'dưới 0,5%',
        'đến năm 2027 đạt 80%, năm 2028 đạt 85%',
      ),
    );
    const bullet = fc
      .tuple(
        fc.constantFrom('Tỷ lệ hồ sơ', 'Mức độ hài lòng', 'Văn bản được ký số'),
        fc.array(level, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('; ', ', ', '. ', ' và '),
      )
      .map(([subject, levels, by]) => `- ${subject} ${levels.join(by)}.`);
    fc.assert(
      fc.property(fc.array(bullet, { minLength: 1, maxLength: 8 }), (bullets) => {
        const blocks = [
          { text: 'II. MỤC TIÊU', bold: true },
          { text: '1. Cải cách thủ tục hành chính', bold: true },
          ...bullets.map((text) => ({ text })),
        ];
        expect(planIn(makeDocx(blocks)).rows.flatMap(unproved)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses damaged files with a reason and never with a failure', () => {
    const faults = new Map<string, number>();
    const step = Math.floor(whole.length / 100);
    const damaged = Array.from({ length: 200 }, (_, at) => {
      const bytes = whole.slice();
      if (at % 2 === 0) return bytes.slice(0, at * Math.floor(step / 2) + 1);
      for (let place = at; place < bytes.length; place += 97 + at) bytes[place] = (bytes[place] ?? 0) ^ (at + 13);
      return bytes;
    });
    for (const bytes of damaged) {
      const read = readDocument(bytes);
      if (read.ok) expect(() => importPlan(read.document)).not.toThrow();
      faults.set(read.ok ? 'read' : read.fault, (faults.get(read.ok ? 'read' : read.fault) ?? 0) + 1);
    }
    process.stdout.write(`import: 200 damaged files: ${[...faults].map(([fault, count]) => `${fault} ${count}`).join(', ')}\n`);
    expect(faults.get('read') ?? 0).toBeLessThan(20);
  });

  it('reads a plan of forty pages without keeping anybody waiting', () => {
    const long = { ...STAGE_PLAN, fields: Array.from({ length: 40 }, () => STAGE_PLAN.fields).flat() };
    const bytes = makeDocx(documentOf(long, { ...BUILD, tasks: 'both' }), { cuts: [0.1, 0.3, 0.5, 0.7] }, LISTS);
    const works = worksOf(() => expect(planIn(bytes).rows.length).toBeGreaterThan(0));
    process.stdout.write(`import: a long plan in ${Math.round(works)} times the fixed work\n`);
    expect(works).toBeLessThan(300);
  });
});

describe('what is no plan that can be read', () => {
  const ole = (name: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  it.each([
    ['an old .doc', ole('WordDocument'), 'old-word'],
    ['an old .xls', ole('Workbook'), 'old-excel'],
    ['a file behind a password', ole('EncryptedPackage'), 'protected'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'scan'],
    ['a web page', new TextEncoder().encode('<!DOCTYPE html><p>x'), 'unknown-kind'],
    ['a text of an old code page', new Uint8Array([75, 0xd5, 32, 104, 111, 0x81]), 'not-utf8'],
    ['a zip that is no document', new Uint8Array([0x50, 0x4b, 3, 4]), 'not-a-zip'],
  ])('%s is refused', (_, bytes, fault) => expect(readDocument(bytes)).toEqual({ ok: false, fault }));

  it('an article about a plan is told from a plan', () => {
    const article = [
      { text: 'Xã Minh Họa đẩy mạnh cải cách hành chính', bold: true },
      { text: 'Ngày 18/7, UBND xã đã ban hành Kế hoạch cải cách hành chính năm 2026.' },
      { text: 'Theo đó, kế hoạch đặt mục tiêu 98% hồ sơ được giải quyết đúng hạn.' },
      { text: 'Kế hoạch nêu rõ nhiệm vụ của từng phòng.' },
    ];
    const read = readDocument(makeDocx(article));
    expect(read.ok && importPlan(read.document)).toEqual({ ok: false, why: 'article' });
  });
});
