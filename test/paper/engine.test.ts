import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { googleBundle } from '../../scripts/bundling.mjs';
import { partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { escaped } from '../../src/paper/docx/xml.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { readXml } from '../../src/paper/xml/read-xml.ts';
import { legal } from '../../src/words/core/legal.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { anOffice, aReport, SETTINGS, settingsOf } from './report-facts.ts';

const paper = sayReport(aReport());
const DOCUMENT = 'word/document.xml';

function note(text: string): Paper {
  return {
    title: text,
    frame: null,
    banner: null,
    annexes: [],
    blocks: [{ is: 'paragraph', style: 'body', runs: [{ text }] }],
  };
}

describe('the .docx engine', () => {
  it('gives the same bytes for the same paper', () => {
    expect(toDocx(paper)).toEqual(toDocx(sayReport(aReport())));
  });

  it('runs in a realm that has nothing beyond the language, and sets the same parts there', async () => {
    const bundle = await build({
      ...googleBundle,
      entryPoints: ['src/paper/docx/engine.ts'],
      globalName: 'engine',
    });
    const realm = createContext({ paper: JSON.stringify(paper) });
    runInContext(bundle.outputFiles[0]?.text ?? '', realm);
    const set: number[] = runInContext('Array.from(engine.toDocx(JSON.parse(paper)))', realm);
    expect(partsOf(Uint8Array.from(set))).toEqual(partsOf(toDocx(paper)));
    expect(runInContext('Array.from(engine.toDocx(JSON.parse(paper)))', realm)).toEqual(set);
  });

  it('keeps any text whole, save what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const seen = readDocx(partsOf(toDocx(note(text)))).paragraphs[0]?.text ?? '';
        expect(seen.replace(/\r\n?/gu, '\n')).toBe(legal(text).replace(/\r\n?/gu, '\n'));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['a\u0007b', 'a\ufffdb'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\tb', 'a\tb'],
    ['Ủy ban 😀', 'Ủy ban 😀'],
  ])('shows what XML forbids: %j', (text, shown) => {
    expect(legal(text)).toBe(shown);
  });

  it('escapes markup', () => {
    expect(escaped('<a & "b">')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
    // What turns the direction of a text would show other words than were typed.
    expect(escaped('đạt \u202e62%\u202c, \u2067ngược\u2069')).toBe('đạt 62%, ngược');
    expect(readXml(`<x>${escaped('<a & "b">')}</x>`).children).toEqual([{ name: 'x', attributes: {}, children: ['<a & "b">'] }]);
  });

  it('does not take braces in a text for tags', () => {
    expect(readDocx(partsOf(toDocx(note('{body} {#x}')))).paragraphs[0]?.text).toBe('{body} {#x}');
  });

  it('puts every figure into a content control whose source is listed', () => {
    const { paragraphs, sources } = readDocx(partsOf(toDocx(paper)));
    const keys = paragraphs.flatMap(({ runs }) => runs.flatMap(({ key }) => (key === null ? [] : [key])));
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !sources.has(key))).toEqual([]);
    const rate = paragraphs.flatMap(({ runs }) => runs).find(({ text }) => text === '1.220');
    expect(sources.get(rate?.key ?? '')).toEqual({ of: 'actual', id: 'T5', period: '6 tháng đầu năm 2024', field: 'numerator' });
  });

  it('repeats the head of each table and never splits a row', () => {
    const document = partsOf(toDocx(paper))[DOCUMENT] ?? '';
    const tables = paper.annexes.flatMap(({ blocks }) => blocks).filter(({ is }) => is === 'table').length;
    expect(document.split('<w:tblHeader/>').length - 1).toBe(tables);
    expect(document.split('<w:cantSplit/>').length).toBe(document.split('<w:trPr>').length);
  });

  it('keeps a title with the table under it, and the heads of a table with its first row', () => {
    const title = { is: 'paragraph', style: 'centred', runs: [{ text: 'Biểu mẫu 3' }] } as const;
    const table = {
      is: 'table',
      widths: [1],
      head: [[{ runs: [{ text: 'STT' }] }]],
      rows: [[{ runs: [{ text: '1' }] }]],
    } as const;
    const body = partsOf(toDocx({ ...note(''), blocks: [title, table, title] }))[DOCUMENT] ?? '';
    const lines = [...body.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<\/w:p>/gsu)].map(([line]) => line);
    const isKept = (text: string): boolean[] =>
      lines.filter((line) => line.includes(`>${text}<`)).map((line) => line.includes('<w:keepNext/>'));
    expect([isKept('Biểu mẫu 3'), isKept('STT'), isKept('1')]).toEqual([[true, false], [true], [false]]);
  });

  it('gives each annex its own pages, lying where the table is wide', () => {
    const { sections } = readDocx(partsOf(toDocx(paper)));
    expect(sections.map(({ width, height }) => width > height)).toEqual([false, true, true, false]);
    const starts = (partsOf(toDocx(paper))[DOCUMENT] ?? '').split('<w:pgNumType w:start="1"/>').length - 1;
    expect(starts).toBe(4);
  });

  it('prints the banner of sample figures on first and later pages alike', () => {
    const sample = sayReport(aReport(anOffice({ settings: [...SETTINGS, ...settingsOf({ 'sample-data': 'có' })] })));
    const banners = readDocx(partsOf(toDocx(sample))).sections.map(({ first, next }) =>
      [first, next].map((header) => header?.paragraphs.some(({ text }) => text === 'SỐ LIỆU MINH HỌA')),
    );
    expect(banners).toEqual(Array.from({ length: 4 }, () => [true, true]));
    const real = readDocx(partsOf(toDocx(paper))).sections[0];
    expect(real?.next?.paragraphs.map(({ text }) => text)).toEqual(['2']);
  });
});
