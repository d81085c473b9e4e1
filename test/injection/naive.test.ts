import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { readZip } from '../../src/paper/zip/read-zip.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { corpus, type Hostile } from '../fixtures/corpus.ts';
import { aHost } from '../helpers/host.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { seen } from './browser.ts';
import { nameFault } from './names.ts';
import { escapesOfMarked, strangeElements } from './oracles.ts';
import { paperOf } from './papers.ts';
import { python, type ReadCell, type ReadDocument, type ReadLetter, readBack } from './read-back.ts';
import { marked } from './rules.ts';

/** Sinks as they are written in a hurry, one fault in each: what watches over ours must see it. */
const all = corpus().filter(({ text }) => text.length <= 255);
const ofKind = (kind: Hostile['kind']): Hostile[] => all.filter((one) => one.kind === kind);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-naive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chromium = tool('chromium');
describe.runIf(chromium !== null)('a naive page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser.close());
  const texts = ofKind('html');
  const page = (say: (text: string) => string): string => texts.map(({ text }, at) => `<p>${say(marked(text, at))}</p>`).join('');

  it('that escapes nothing runs what it is told, and is seen to', async () => {
    const { hurt, text, asked } = await seen(
      browser,
      page((text) => text),
    );
    expect(hurt).toBe(true);
    expect(asked.length).toBeGreaterThan(0);
    // An unclosed element of raw text swallows the rest, which stays text there.
    expect(escapesOfMarked(text, texts, { times: 1 }).length).toBeGreaterThan(20);
  });

  it('that takes tags away instead of escaping them is seen to lose texts', async () => {
    const { text } = await seen(
      browser,
      page((text) => text.replace(/<[^>]*>/gu, '')),
    );
    expect(escapesOfMarked(text, texts, { times: 1 }).length).toBeGreaterThan(20);
  });

  it('that escapes in the text but not in its attributes is seen to have other attributes', async () => {
    const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
    const titled = (say: (text: string) => string): string => texts.map(({ text }) => `<p title="${say(text)}">x</p>`).join('');
    const [naive, twin] = [
      await seen(browser, titled(escaped)),
      await seen(
        browser,
        titled(() => 'x'),
      ),
    ];
    expect(naive.attributes).not.toEqual(twin.attributes);
    expect(naive.hurt).toBe(true);
  });

  it('that escapes twice is seen to', async () => {
    const twice = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/&/gu, '&amp;');
    const { text } = await seen(browser, page(twice));
    expect(escapesOfMarked(text, texts, { times: 1 }).length).toBeGreaterThan(50);
  });
});

describe('a naive script', () => {
  it('that writes a text into a cell as it is makes formulas, and the host counts them', () => {
    const texts = ofKind('formula').map(({ text }) => [text]);
    const code = `function go(texts) { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1, texts.length, 1).setValues(texts); }`;
    const naive = aHost({ code });
    naive.run('go', texts);
    expect(naive.formulas()).toBeGreaterThan(50);
    naive.remove();
  });

  it.runIf(python !== null)('that writes 01 and 1-2 as they are changes them, and openpyxl shows it', () => {
    const texts = ofKind('value').map(({ text }) => [text]);
    const code = `function go(texts) { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1, texts.length, 1).setValues(texts); }`;
    const naive = aHost({ code });
    naive.run('go', texts);
    naive.save();
    const [{ cells } = { cells: [] }] = readBack<{ cells: ReadCell[] }>([naive.path]);
    const shown = new Map(cells.map(([, row, , , value]) => [row, value]));
    expect(texts.filter(([text], at) => shown.get(at + 1) !== text).length).toBeGreaterThan(20);
    naive.remove();
  });
});

describe.runIf(python !== null)('a naive document', () => {
  const texts = ofKind('xml');
  const twin = toDocx(paperOf(texts.map(() => 'x')));
  const naive = (name: string, say: (text: string) => string): string => {
    const parts = new Map([...readZip(twin, { bytes: 1e8, parts: 100 }, () => true)]);
    const runs = texts
      .map(({ text }, at) => `<w:p><w:r><w:t xml:space="preserve">${say(marked(text, at))}</w:t></w:r></w:p>`)
      .join('');
    const document = Buffer.from(parts.get('word/document.xml') ?? []).toString('utf8');
    parts.set('word/document.xml', Buffer.from(document.replace('<w:body>', () => `<w:body>${runs}`)));
    writeFileSync(join(folder, name), writeZip(parts));
    return join(folder, name);
  };

  it('without escapes cannot even be read', () => {
    expect(() => readBack([naive('tran.docx', (text) => text)])).toThrow('ExpatError');
  });

  it('that escapes and leaves the controls in cannot be read either', () => {
    const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
    expect(() => readBack([naive('dieu-khien.docx', escaped)])).toThrow('ExpatError');
  });

  it('that lets one text out of its run is seen to have other elements', () => {
    writeFileSync(join(folder, 'doi.docx'), twin);
    const out = naive('thoat.docx', (text) => (text.includes('<w:instrText>') ? text : 'x'));
    const [document, other] = readBack<ReadDocument>([out, join(folder, 'doi.docx')]);
    expect(document !== undefined && other !== undefined && strangeElements(document, other).join()).toContain('w:instrText');
  });
});

describe.runIf(python !== null)('a naive mailer', () => {
  it('that joins a name into a header as it is sends to other addresses, and Python shows it', () => {
    const texts = ofKind('mail');
    const paths = texts.map(({ text }, at) => {
      const path = join(folder, `${at}.eml`);
      writeFileSync(path, `To: <ct@example.vn>\r\nSubject: ${text}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx`);
      return path;
    });
    const read = readBack<ReadLetter>(paths);
    expect(read.filter(({ headers }) => headers.includes('bcc')).length).toBeGreaterThan(2);
    expect(read.filter(({ headers }) => headers.join() !== 'to,subject,content-type').length).toBeGreaterThan(10);
  });

  it('that believes an address to hold one mailbox is seen to send to two', () => {
    writeFileSync(join(folder, 'hai.eml'), 'To: a@example.invalid,b@example.invalid\r\nSubject: x\r\n\r\nx');
    expect(readBack<ReadLetter>([join(folder, 'hai.eml')])[0]?.addresses['to']?.length).toBe(2);
  });
});

describe('a naive name of a file', () => {
  it('joined as it is leaves its folder, or is refused by Windows', () => {
    const faults = ofKind('path').map(({ text }) => nameFault(`${text}.docx`));
    expect(faults.filter((fault) => fault !== null).length).toBeGreaterThan(80);
    const inside = join(folder, 'a', 'b');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, '../../ra-ngoai.docx'), 'x');
    expect(readFileSync(join(folder, 'ra-ngoai.docx'), 'utf8')).toBe('x');
  });

  it.each([
    'x\u202excod.exe',
    'CON.docx',
    'com1',
    'x.',
    'x ',
    'a/b',
    'a\u0000b',
    'ế'.repeat(100),
    '',
    '..',
    '.an.docx',
    'x\ud800',
  ])('%j is faulty', (name) => {
    expect(nameFault(name)).not.toBeNull();
  });

  it('of a plain report is not', () => {
    expect(nameFault('Báo cáo CCHC 6 tháng đầu năm 2024 (dự thảo 1).docx')).toBeNull();
  });
});
