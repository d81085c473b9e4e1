import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../src/paper/docx/engine.ts';
import { BadTemplate, mergeParts, type TagValues } from '../../src/paper/docx/merge.ts';
import { checkTags } from '../../src/paper/template/check-template.ts';
import { TEMPLATE_TAGS } from '../../src/paper/template/tags.ts';
import { descendants, readXml, type XmlNode } from '../../src/paper/xml/read-xml.ts';
import { legal } from '../../src/words/core/legal.ts';
import { officeFile, paragraph, run } from '../helpers/office-file.ts';

const DOCUMENT = 'word/document.xml';
const document = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`;
const lines = (...texts: readonly string[]): string => texts.map((text) => paragraph(run(text))).join('');
const cell = (inner: string): string => `<w:tc><w:tcPr/>${inner}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

function merged(body: string, values: TagValues): string {
  return String(mergeParts(new Map([[DOCUMENT, document(body)]]), values).get(DOCUMENT));
}

/** A paragraph's text with its line breaks. */
function textOf(node: XmlNode): string {
  if (node.name === 'w:br') return '\n';
  return node.children.map((each) => (typeof each !== 'string' ? textOf(each) : node.name === 'w:t' ? each : '')).join('');
}

/** The paragraphs of the result, those in cells as `cell|cell` of a row. */
function shown(body: string, values: TagValues): string[] {
  const [root] = descendants(readXml(merged(body, values)), 'w:body');
  return (root?.children ?? []).flatMap((each) => {
    if (typeof each === 'string') return [];
    if (each.name !== 'w:tbl') return [textOf(each)];
    return descendants(each, 'w:tr').map((row) =>
      descendants(row, 'w:tc')
        .map((one) => descendants(one, 'w:p').map(textOf).join('/'))
        .join('|'),
    );
  });
}

describe('a template', () => {
  const values: TagValues = { a: 'một', list: ['x', 'y'], none: [], body: { xml: lines('đoạn 1', 'đoạn 2') } };

  it.each<[string, string, string[]]>([
    ['a text where its tag stands', lines('Số: {a}.', 'không thẻ'), ['Số: một.', 'không thẻ']],
    ['a tag with spaces in its braces', lines('{ a }'), ['một']],
    ['nothing for a tag without a value', lines('[{la}]'), ['[]']],
    ['nothing for a name that every object has', lines('[{constructor}{#toString}x{/toString}{__proto__}]'), ['[]']],
    ['lists typed as a text, one line each', lines('{list}'), ['x\ny']],
    ['blocks in place of their paragraph', lines('trước', '{@body}', 'sau'), ['trước', 'đoạn 1', 'đoạn 2', 'sau']],
    [
      'lines that repeat, with no line of the tags',
      lines('{#list}', '- {.}: {a}', '{/list}', 'sau'),
      ['- x: một', '- y: một', 'sau'],
    ],
    ['a list in one paragraph as paragraphs', lines('{#list}- {.};{/list}', 'sau'), ['- x;', '- y;', 'sau']],
    ['a list among words in its paragraph', lines('Gửi: {#list}{.}, {/list}hết'), ['Gửi: x, y, hết']],
    ['a list from one paragraph into the next', lines('Gửi: {#list}{.}', '- {/list}hết'), ['Gửi: x', '- y', '- hết']],
    ['nothing of an empty list', lines('{#none}', '{.}', '{/none}', '{#none}{.}{/none}', 'sau'), ['sau']],
    ['what stands for an empty list', lines('{^none}không{/none}', '{^list}không{/list}'), ['không']],
    ['a section in a section', lines('{#list}', '{.}', '{#a}', '{.}', '{/a}', '{/list}'), ['x', 'một', 'y', 'một']],
    ['two lists in one paragraph', lines('{#list}{.}{/list}{#list}{.}{/list}'), ['xyxy']],
    [
      'rows, for a list over cells',
      table(['<w:p/>', lines('đầu')], [lines('{#list}-'), lines('{.}{/list}')]),
      ['|đầu', '-|x', '-|y'],
    ],
    ['paragraphs in a cell', table([lines('{#list}', '{.}', '{/list}'), lines('{a}')]), ['x/y|một']],
    ['a paragraph in a cell that a list left empty', table([lines('{#none}', '{.}', '{/none}'), lines('{a}')]), ['|một']],
    ['no table of which no row is left', lines('trước') + table([lines('{#none}-'), lines('{.}{/none}')]), ['trước']],
  ])('is filled with %s', (_, body, result) => {
    expect(shown(body, values)).toEqual(result);
  });

  it('has a paragraph at the end of a cell that blocks fill', () => {
    const body = table([lines('{@body}')]);
    expect(merged(body, { body: { xml: table([lines('trong')]) } })).toContain('</w:tbl><w:p/></w:tc>');
  });

  it('is filled in a text box and beside it', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${lines('{#list}', '{.}', '{/list}', '{a}')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const result = readXml(merged(paragraph(run('{') + box + run('a}')), values));
    const [outer, ...inner] = descendants(result, 'w:p');
    expect(inner.map(textOf)).toEqual(['x', 'y', 'một']);
    expect(outer === undefined ? '' : textOf(outer)).toBe('mộtxymột');
  });

  it('keeps the page setting that stands in the paragraph of a tag', () => {
    const section = '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>';
    const body = paragraph(run('{@body}'), section) + lines('{#none}', '{.}') + paragraph(run('{/none}'), section);
    expect(merged(body, values).split(section)).toHaveLength(3);
    expect(shown(body, values)).toEqual(['đoạn 1', 'đoạn 2', '', '']);
    expect(merged(paragraph(run('{#none}{.}{/none}'), section), values)).toContain(section);
  });

  it.each([
    ['one that is not closed', lines('{#list}', '{.}')],
    ['one that was not opened', lines('{/list}')],
    ['two that cross', lines('{#list}', '{#a}', '{/list}', '{/a}')],
    ['one that leads out of a table', table([lines('{#list}')]) + lines('{/list}')],
  ])('is refused for a section: %s', (_, body) => {
    expect(() => merged(body, values)).toThrow(BadTemplate);
  });

  it('keeps other parts, and in the properties of the file all that is no tag', () => {
    const core = '<p fmtid="{D5CDD505-2E9C}"><dc:title>{a}</dc:title><x>{la}</x></p>';
    const parts = new Map<string, string | Uint8Array>([
      ['docProps/core.xml', core],
      ['word/styles.xml', '{a}'],
      ['word/media/a.png', new Uint8Array([123, 97, 125])],
    ]);
    const result = mergeParts(parts, { a: '<b>\n"c"' });
    expect(result.get('docProps/core.xml')).toBe(core.replace('{a}', '&lt;b&gt;\n&quot;c&quot;'));
    expect([...result].slice(1)).toEqual([...parts].slice(1));
  });
});

/** Places at which an editor may have cut a paragraph into runs, and what Word leaves between them. */
const JUNK = [
  '',
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>',
  run(''),
];
const cuts = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...JUNK), fc.boolean()), { maxLength: 12 });
type Cuts = readonly (readonly [number, string, boolean])[];

function cutUp(text: string, places: Cuts): string {
  const at = (place: number): number => place % (text.length + 1);
  const sorted = [...places].sort((one, other) => at(one[0]) - at(other[0]));
  const edges = [0, ...sorted.map(([place]) => at(place)), text.length];
  const looks = sorted.map(([, , isBold]) => (isBold ? '<w:rPr><w:b/></w:rPr>' : ''));
  return edges
    .slice(1)
    .map((end, index) => `${run(text.slice(edges[index], end), looks[index - 1])}${sorted[index]?.[1] ?? ''}`)
    .join('');
}

const LINES = [
  'Số: {a}/BC',
  '{#list}',
  '- {.}; {a}',
  '{/list}',
  '{@body}',
  '{#list}{.}{/list}',
  'Gửi {#list}{.}, {/list}hết {a}{b}',
];

describe('the runs of a template', () => {
  it('may be cut anywhere: the document is the same', () => {
    const values: TagValues = { a: 'một', b: '', list: ['x', 'y'], body: { xml: lines('đoạn') } };
    const whole = shown(lines(...LINES), values);
    fc.assert(
      fc.property(fc.tuple(...LINES.map(() => cuts)), (places) => {
        const body = LINES.map((line, at) => paragraph(cutUp(line, places[at] ?? []))).join('');
        expect(shown(body, values)).toEqual(whole);
      }),
    );
  });

  it('may be cut anywhere: the same faults are found', () => {
    const wrong = ['{noi_dumg}', '{#noi_nhan}', 'Nội dung: {@noi_dung}', '{so_ky_hieu'];
    const faultsOf = (body: string) => checkTags([document(body)]);
    fc.assert(
      fc.property(fc.tuple(...wrong.map(() => cuts)), (places) => {
        const body = wrong.map((line, at) => paragraph(cutUp(line, places[at] ?? []))).join('');
        expect(faultsOf(body)).toEqual(faultsOf(lines(...wrong)));
      }),
    );
  });
});

describe('a value', () => {
  it('comes out as the very text it is, whatever it holds and wherever its tag stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), cuts, (text, places) => {
        const body = paragraph(cutUp('[{a}]', places)) + lines('{#list}', '{.}', '{/list}');
        expect(shown(body, { a: text, list: [text] })).toEqual([`[${legal(text)}]`, legal(text)]);
      }),
    );
  });

  it.each(['{@body}', '{#a}{/a}', '</w:t></w:r></w:p>', '$& $1 $$', '&#123;a}', ']]>', '<!--'])(
    '%j is no markup and no tag',
    (text) => {
      expect(shown(lines('{a}{@a}'), { a: text, body: { xml: lines('x') } })).toEqual([text + text]);
      expect(shown(lines('{@a}'), { a: text })).toEqual([text]);
    },
  );
});

describe('each of the tags', () => {
  const names = Object.entries(TEMPLATE_TAGS);
  const templateOf = (nameOf: (tag: string, office: string) => string): string[] =>
    names.flatMap(([tag, { office, kind }]) => {
      const name = nameOf(tag, office);
      return kind === 'lines' ? [`{#${name}}`, '{.}', `{/${name}}`] : [kind === 'blocks' ? `{@${name}}` : `{${name}}`];
    });

  it('is known under its English and its Vietnamese name, and both stand in a template that is in order', () => {
    expect(names).toHaveLength(18);
    for (const template of [templateOf((tag) => tag), templateOf((_, office) => office)])
      expect(checkTemplate(officeFile(lines(...template)))).toEqual({ fault: null, tags: [] });
  });

  it('makes a template that would not come out whole be refused before a report is made of it', () => {
    const torn = table([lines('{@noi_dung', '}')]);
    const crossing = lines('{@noi_dung}', '{#noi_nhan}') + table([lines('{.}{/noi_nhan}')]);
    for (const body of [torn, crossing]) expect(checkTemplate(officeFile(body))).toEqual({ fault: 'broken', tags: [] });
  });
});
