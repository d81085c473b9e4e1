import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actual } from '../../src/domain/plan/indicator.ts';
import { reconcile } from '../../src/domain/reconcile/reconcile.ts';
import { lineText } from '../../src/domain/report/printed.ts';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { openFinished } from '../../src/paper/finished/open-finished.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { legal } from '../../src/words/core/legal.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { paperLines } from '../../src/words/paper/paper-lines.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { worksOf } from '../helpers/pace.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { type Random, randomFrom } from '../simulation/random.ts';
import { ACTUALS, anOffice, aReport, ENTRIES, NARRATIVES, reportPeriod } from './report-facts.ts';

const REPORTS = 56;

/** A report of some period with other figures and words than its neighbours. */
function someReport(seed: number): Paper {
  const random = randomFrom(seed);
  const period = reportPeriod(random.oneOf(['q1', 'h1', 'q3', 'year']));
  const other = (value: number | null): number | null => (value === null ? null : value + random.below(900));
  const actuals = ACTUALS.map((actual): Actual => {
    const { numerator, denominator } = actual;
    return { ...actual, period: rePeriod(actual.period, period.name), numerator, denominator: other(denominator) };
  });
  const entries = ENTRIES.map((entry) => ({
    ...entry,
    period: period.name,
    result: `${entry.result} ${random.below(5000)} lượt`,
  }));
  const narratives = NARRATIVES.map((narrative) => ({ ...narrative, period: period.name, text: someText(random) }));
  return sayReport(aReport({ ...anOffice(), actuals, entries, narratives }, { period }));
}

const rePeriod = (name: string, now: string): string => (name.includes('2024') ? now : name);
const SENTENCES = [
  'Công tác được triển khai đồng bộ.',
  '- Còn 02 hồ sơ quá hạn;',
  '– Đạt “mức tốt”, 1.234,5 điểm…',
  'Tăng 5% so với năm trước.',
];
const someText = (random: Random): string =>
  Array.from({ length: 1 + random.below(4) }, () => random.oneOf(SENTENCES)).join('\n');

function findingsIn(bytes: Uint8Array | undefined, paper: Paper) {
  const document = openFinished(bytes ?? new Uint8Array());
  if (!document.ok) throw new Error(document.fault);
  const printed = paperLines(paper);
  return reconcile({ document: document.lines, printed, now: printed, changes: [], typedText: () => null });
}

describe(`${REPORTS} reports that nobody changed`, () => {
  const papers = new Map(Array.from({ length: REPORTS }, (_, at) => [`r${at + 1}`, someReport(at + 1)] as const));
  const files = new Map([...papers].map(([name, paper]) => [`${name}.docx`, toDocx(paper)] as const));

  it('have no finding as they were made', () => {
    for (const [name, paper] of papers) expect(findingsIn(files.get(`${name}.docx`), paper), name).toEqual([]);
  });

  it('have none after LibreOffice saved them as .odt and that as .docx again', () => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const back = converted(soffice, converted(soffice, files, 'odt'), 'docx:MS Word 2007 XML');
    expect(back.size).toBe(REPORTS);
    for (const [name, paper] of papers) expect(findingsIn(back.get(`${name}.docx`), paper), name).toEqual([]);
  }, 900_000);
});

const document = (body: string): Uint8Array =>
  writeZip(new Map([['word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`]]));
const textOf = (bytes: Uint8Array): string => {
  const read = openFinished(bytes);
  return read.ok ? read.lines.map(lineText).join('\n') : `(${read.fault})`;
};
const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

describe('the text of a document that other hands wrote', () => {
  it.each([
    [
      'tracked insertions are text, deletions are not',
      p(`${r('a')}<w:ins>${r('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>`),
      'ab',
    ],
    [
      'what was moved is read where it went',
      `${p(`<w:moveFrom>${r('x')}</w:moveFrom>`)}${p(`<w:moveTo>${r('x')}</w:moveTo>`)}`,
      'x',
    ],
    ['fields show their result', p(`<w:r><w:instrText>PAGE</w:instrText></w:r>${r('3')}`), '3'],
    [
      'a drawing is read once',
      p(`<mc:AlternateContent><mc:Choice>${r('1')}</mc:Choice><mc:Fallback>${r('1')}</mc:Fallback></mc:AlternateContent>`),
      '1',
    ],
    [
      'text boxes are not the report',
      p(`${r('a')}<w:r><w:drawing><w:txbxContent>${p(r('b'))}</w:txbxContent></w:drawing></w:r>`),
      'a',
    ],
    ['tabs and line ends are spaces', p(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`), 'a b c'],
    ['links and marks are text', p(`<w:hyperlink>${r('a')}</w:hyperlink><w:smartTag>${r('b')}</w:smartTag>`), 'ab'],
    ['a row is a line', `<w:tbl><w:tr><w:tc>${p(r('1'))}</w:tc><w:tc>${p(r('a'))}${p(r('b'))}</w:tc></w:tr></w:tbl>`, '1 | a b'],
    [
      'a table in a cell is text of the cell',
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p(r('1'))}</w:tc></w:tr></w:tbl>${p('')}</w:tc></w:tr></w:tbl>`,
      '1',
    ],
    ['entities are letters', p(r('&lt;a&gt; &amp;amp; &#7843; &#x1EA3;')), '<a> &amp; ả ả'],
  ])('%s', (_, body, text) => {
    expect(textOf(document(body))).toBe(text);
  });

  const deep = 100_000;
  it.each([
    [
      'a DTD of a billion laughs',
      writeZip(
        new Map([['word/document.xml', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>']]),
      ),
      'broken',
    ],
    ['a hundred thousand nested elements', document(`${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`), 'broken'],
    ['an element that is not closed', document('<w:p>'), 'broken'],
    ['half a tag', document('<w:p'), 'broken'],
    ['a million comments that do not end', document('<!'.repeat(1_000_000)), 'broken'],
    [
      'letters that are no UTF-8 and no XML',
      writeZip(new Map([['word/document.xml', new Uint8Array(5000).fill(255)]])),
      'no-text',
    ],
    ['no text', document(p('')), 'no-text'],
    ['no document', writeZip(new Map([['xl/workbook.xml', '<a/>']])), 'no-document'],
    ['nothing at all', new Uint8Array(), 'not-a-zip'],
    ['an old .doc or a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 900 }, () => 1)]), 'old-word'],
    ['fifty megabytes of XML', document(p(r('a'.repeat(50_000_000)))), 'too-large'],
  ] as const)('is refused at once for %s', (_, bytes, fault) => {
    expect(worksOf(() => expect(openFinished(bytes)).toEqual({ ok: false, fault }))).toBeLessThan(60);
  });

  it('never throws, whatever bytes are changed in it', () => {
    const whole = toDocx(someReport(1));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const copy = Uint8Array.from(whole);
        for (const [at, value] of changes) copy[at] = value;
        expect(typeof openFinished(copy).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

const ODD: readonly (readonly [string, string])[] = [
  ['control characters', 'a\u0000b\u0007c\u001fd'],
  ['half a pair', 'a\ud83dz và \udc00'],
  ['right to left', 'אבג \u202e đảo \u202c العربية'],
  ['emoji', '👩‍👩‍👧 😀 🇻🇳'],
  ['decomposed letters', 'Ủy ban nhân dân'.normalize('NFD')],
  ['50,000 characters', 'Đ'.repeat(50_000)],
  ['tags of the template', '{body} {#x}{/x} {{ }} {@noi_dung} {'],
  ['markup', '</w:t></w:r></w:p><w:p/>'],
  ['the end of CDATA', 'a]]>b <![CDATA[x]]> <!-- y --> &amp; &#0;'],
  ['not characters', 'a\ufffe\uffffb'],
];

describe('odd content in a cell', () => {
  const paperOf = (text: string): Paper =>
    sayReport(
      aReport({
        ...anOffice(),
        entries: ENTRIES.map((entry) => ({ ...entry, result: text })),
        narratives: NARRATIVES.map((narrative) => ({ ...narrative, text })),
        actuals: ACTUALS.map((actual) => ({ ...actual, spoken: text })),
      }),
    );
  const files = new Map(ODD.map(([, text], at) => [`o${at}.docx`, toDocx(paperOf(text))] as const));
  /** As it may be shown: what XML forbids becomes «�», spaces and marks of direction are the word processor's. */
  const shown = (text: string): string =>
    legal(text)
      .normalize('NFC')
      .replace(/\s|\u200d|\u202c|\u202e|\ufffd/gu, '');

  it.each(ODD.map(([what], at) => [what, at] as const))('%s stands in the finished file, or its replacement', (_, at) => {
    const text = ODD[at]?.[1] ?? '';
    expect(shown(textOf(files.get(`o${at}.docx`) ?? new Uint8Array()))).toContain(shown(text));
  });

  it('breaks no file: LibreOffice opens them all and the text is there', () => {
    const soffice = tool('soffice');
    if (soffice === null) return;
    const texts = converted(soffice, files, 'txt:Text (encoded):UTF8');
    expect(texts.size).toBe(ODD.length);
    ODD.forEach(([what, text], at) => {
      const seen = shown(Buffer.from(texts.get(`o${at}.txt`) ?? []).toString('utf8'));
      expect(seen.includes(shown(text)), what).toBe(true);
      expect(seen, what).toContain(shown('Trên đây là báo cáo'));
    });
  }, 900_000);
});
