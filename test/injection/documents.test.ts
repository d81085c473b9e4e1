import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { packPaper, unpackPaper } from '../../src/paper/snapshot.ts';
import { readXml } from '../../src/paper/xml/read-xml.ts';
import { corpus } from '../fixtures/corpus.ts';
import { officeFile } from '../helpers/office-file.ts';
import { converted } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';
import { asShown, escapesOfMarked, strangeElements } from './oracles.ts';
import { frameOf, harmless, paperOf } from './papers.ts';
import { python, type ReadDocument, readBack } from './read-back.ts';
import { unmarked, unspaced } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const all = corpus();
/** What stands in every place of the frame at once: the longest would make a document of half a gigabyte. */
const short = all.filter(({ text }) => text.length <= 255);
const textsOf = (texts: typeof all): string[] => texts.map(({ text }) => text);

const DOCUMENTS = {
  own: () => toDocx(paperOf(textsOf(all))),
  'own-twin': () => toDocx(paperOf(textsOf(all).map(harmless))),
  framed: () => toDocx(paperOf([], frameOf(textsOf(short)))),
  'framed-twin': () => toDocx(paperOf([], frameOf(textsOf(short).map(harmless)))),
  office: () => toDocx(paperOf(textsOf(short), frameOf(textsOf(short))), officeFile()),
  'office-twin': () => toDocx(paperOf(textsOf(short).map(harmless), frameOf(textsOf(short).map(harmless))), officeFile()),
} as const;

let folder = '';
let read: Readonly<Record<string, ReadDocument>> = {};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-docx-'));
  const paths = Object.entries(DOCUMENTS).map(([name, make]) => {
    writeFileSync(join(folder, `${name}.docx`), make());
    return join(folder, `${name}.docx`);
  });
  const documents = python === null ? [] : readBack<ReadDocument>(paths);
  read = Object.fromEntries(Object.keys(DOCUMENTS).map((name, at) => [name, documents[at] ?? NOTHING]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING: ReadDocument = { paragraphs: [], counts: {}, parts: [], sources: [], title: [], headers: [] };
const textOf = (name: string): string => (read[name] ?? NOTHING).paragraphs.join('\n\n');

describe.runIf(python !== null)('a .docx read by expat', () => {
  it.each([
    // A paragraph, a cell, and the three lines that head an annex.
    { name: 'own', sink: 'document of our own frame', texts: all, times: 5 },
    // Nine single places and three lists.
    { name: 'framed', sink: 'official frame', texts: short, times: 12 },
    // The eight places that this template has, and the five above.
    { name: 'office', sink: 'document in the frame of an office', texts: short, times: 13 },
  ])('$sink: says each text as it is, in every place', ({ name, sink, texts, times }) => {
    expectNoEscape(sink, texts, escapesOfMarked(textOf(name), texts, { times }));
  });

  it.each(['own', 'framed', 'office'])('%s: has the elements and the parts of its harmless twin, and no other', (name) => {
    expect(strangeElements(read[name] ?? NOTHING, read[`${name}-twin`] ?? NOTHING)).toEqual([]);
    expect(read[name]?.parts).toEqual(read[`${name}-twin`]?.parts);
  });

  it('has the texts in its title and in the head of its pages', () => {
    for (const output of [read['own']?.title ?? [], read['own']?.headers ?? []])
      expectNoEscape('title and page head of a document', all, escapesOfMarked(output.join(''), all, { times: output.length }));
  });

  it('names in its part of sources each text as it is', () => {
    const sources = read['own']?.sources ?? [];
    const named = new Map(
      sources.map(({ id, period, field, key }) => [id, [period, field, /^s\d+$/u.test(key ?? '')].join('|')]),
    );
    expectNoEscape(
      'part of sources',
      all,
      escapesAmong(
        all,
        (text) => named.get(asShown(text)),
        (text) => [asShown(text), asShown(text), true].join('|'),
      ),
    );
  });
});

const soffice = tool('soffice');
describe.runIf(soffice !== null)('a .docx read by LibreOffice', () => {
  it('shows the letters of each text', () => {
    const some = all.filter(({ text }, at) => text.length <= 255 && at % 3 === 0);
    const made = converted(
      soffice ?? '',
      new Map([['some.docx', toDocx({ ...paperOf(textsOf(some)), title: '', banner: null, annexes: [] })]]),
      'txt:Text (encoded):UTF8',
    );
    const shown = unmarked(unspaced(Buffer.from(made.get('some.txt') ?? []).toString('utf8')));
    const escapes = escapesAmong(
      some,
      (_, at) => [...new Set(shown.get(at))].join(),
      (text) => unspaced(asShown(text)),
    );
    expectNoEscape('document read by LibreOffice', some, escapes);
  });
});

describe('the paper kept in a cell (Bản in)', () => {
  it('comes back as it was, by our reader and by zlib', () => {
    const escapes = all.filter(({ text }) => {
      const paper = { ...paperOf([text]), title: '', banner: null, annexes: [] };
      const packed = packPaper(paper);
      if (packed === '') return text.length < 32_000;
      const inflated: unknown = JSON.parse(inflateRawSync(Buffer.from(packed.slice(1), 'base64')).toString('utf8'));
      return (
        !/^P[\w+/=]*$/u.test(packed) ||
        ![unpackPaper(packed), inflated].every((held) => JSON.stringify(held) === JSON.stringify(paper))
      );
    });
    expectNoEscape(
      'paper kept in a cell',
      all,
      escapes.map(({ text }) => ({ text, became: 'another paper' })),
    );
  });
});

describe('XML that names what it does not say', () => {
  it.each(['&constructor;', '&toString;', '&__proto__;', '&valueOf;', '&#xFFFFFFFF;', '&#99999999;'])(
    '%s stays the text it is',
    (entity) => {
      expect(readXml(`<x>${entity}</x>`).children).toMatchObject([{ children: [entity] }]);
    },
  );
});
