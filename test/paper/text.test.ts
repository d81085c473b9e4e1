import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { toHtml } from '../../src/paper/to-html.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayReview } from '../../src/words/report/papers/review.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { aFullOffice, aReport } from './report-facts.ts';

const report = aReport();
const paper = sayReport(report);
const review = sayReview(report, {
  paper,
  problems: [{ severity: 'must-fix', text: 'Tử số lớn hơn Mẫu số. Đề nghị sửa.', at: { a1: 'Nhập số liệu!K12' } }],
  changes: [{ period: '6 tháng đầu năm 2024', id: 'T5', field: 'numerator', before: '1200', after: '1220' }],
  layout: [],
  since: null,
  reconciled: [],
  cellOf: ({ id, field }) => (field === 'typed' ? null : `Nhập số liệu!${id}`),
});

/** All white space alike: tabs between cells, line ends, the blank lines around tables. */
const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

describe('a paper as text', () => {
  it('reads like the official report', async () => {
    await expect(toText(paper)).toMatchFileSnapshot('../golden/report-h1-2024.txt');
  });

  it('reads like the review sheet', async () => {
    await expect(toText(review)).toMatchFileSnapshot('../golden/review-h1-2024.txt');
  });

  const soffice = tool('soffice');
  it.skipIf(soffice === null)('equals what LibreOffice reads in the finished .docx', () => {
    const folder = mkdtempSync(join(tmpdir(), 'so-cchc-text-'));
    const papers = { report: paper, review, full: sayReport(aReport(aFullOffice())) };
    for (const [name, one] of Object.entries(papers)) writeFileSync(join(folder, `${name}.docx`), toDocx(one));
    const files = Object.keys(papers).map((name) => join(folder, `${name}.docx`));
    convertInto(folder, { soffice: soffice ?? '', to: 'txt:Text (encoded):UTF8', paths: files });
    for (const [name, one] of Object.entries(papers)) {
      const read = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/u, '');
      expect(words(read)).toEqual(words(toText(one)));
    }
  });
});

describe('a paper as HTML', () => {
  it('escapes what was typed', () => {
    const html = toHtml({
      title: '',
      frame: null,
      banner: null,
      annexes: [],
      blocks: [{ is: 'paragraph', style: 'body', runs: [{ text: '<script>"&' }] }],
    });
    expect(html).toContain('&lt;script&gt;&quot;&amp;');
    expect(html).not.toContain('<script');
  });

  it('says every word of the text', () => {
    const plain = toHtml(paper)
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&lt;|&gt;|&quot;|&amp;/gu, ' ');
    const said = new Set(words(plain.replace(/\s([.,;:])/gu, '$1')));
    const missing = words(toText(paper)).filter((word) => !said.has(word) && !plain.includes(word.replace(/[.,;:)]+$/u, '')));
    expect(missing.filter((word) => !/[/%(]/u.test(word))).toEqual([]);
  });
});
