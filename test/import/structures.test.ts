import { describe, expect, it } from 'vitest';
import { type Manner, makeDocx } from './made/docx.ts';
import { knownRows, planIn, unproved } from './made/known.ts';
import { type MadePlan, STAGE_PLAN, YEAR_PLAN } from './made/plan.ts';
import { type Score, scoreRows, scoreTable, worstOf } from './made/score.ts';
import { type Build, documentOf, LISTS } from './made/structures.ts';

const USUAL: Build = {
  numbering: 'typed',
  parts: 'letters',
  bullets: 'dash',
  tasks: 'both',
  by: 'plan',
  cells: 'plain',
  headers: 'usual',
};
/** Of a typed page of A4. */
const WORDS_OF_A_PAGE = 430;
const CUTS: Manner = { cuts: [0.07, 0.21, 0.33, 0.5, 0.58, 0.71, 0.93] };

/** The structures that communes use, each with known answers. */
const DOCUMENTS: readonly (readonly [string, MadePlan, Build, Manner])[] = [
  ['A: bullets only, no table', YEAR_PLAN, { ...USUAL, tasks: 'bullets' }, {}],
  ['A: of five years, split runs', STAGE_PLAN, { ...USUAL, tasks: 'bullets' }, CUTS],
  ['B: bullets and an annex', YEAR_PLAN, USUAL, {}],
  ['B: annex alone, split runs', YEAR_PLAN, { ...USUAL, tasks: 'table' }, CUTS],
  ['B: automatic numbers', YEAR_PLAN, { ...USUAL, numbering: 'automatic' }, {}],
  ['B: automatic numbers and bullets, split runs', YEAR_PLAN, { ...USUAL, numbering: 'automatic', bullets: 'automatic' }, CUTS],
  ['B: decomposed letters', YEAR_PLAN, USUAL, { form: 'NFD' }],
  ['B: decomposed, split inside letters', YEAR_PLAN, { ...USUAL, cells: 'merged' }, { ...CUTS, form: 'NFD' }],
  ['B: merged section rows', YEAR_PLAN, { ...USUAL, cells: 'merged', tasks: 'table' }, {}],
  ['B: the numbers of the table are automatic', YEAR_PLAN, { ...USUAL, cells: 'numbered' }, CUTS],
  ['B: of five years with an annex', STAGE_PLAN, USUAL, {}],
  ['C: issued by a decision', YEAR_PLAN, { ...USUAL, by: 'decision' }, {}],
  ['C: 1.1 and 1.2 instead of letters', YEAR_PLAN, { ...USUAL, parts: 'numbers' }, {}],
  ['C: prose instead of bullets', YEAR_PLAN, { ...USUAL, bullets: 'prose' }, CUTS],
  ['C: prose, 1.1 and 1.2, no table', YEAR_PLAN, { ...USUAL, bullets: 'prose', parts: 'numbers', tasks: 'bullets' }, {}],
  ['C: by a decision, automatic, five years', STAGE_PLAN, { ...USUAL, by: 'decision', numbering: 'automatic' }, CUTS],
  ['D: other headers', YEAR_PLAN, { ...USUAL, headers: 'other', tasks: 'table' }, {}],
  ['D: headers in two rows', YEAR_PLAN, { ...USUAL, headers: 'two-rows', tasks: 'table' }, CUTS],
];

const score: Score = new Map();

describe('a plan with known answers', () => {
  it.each(DOCUMENTS)('%s', (_, plan, build, manner) => {
    const bytes = makeDocx(documentOf(plan, build), manner, LISTS);
    const { rows, facts } = planIn(bytes);
    expect(scoreRows(score, knownRows(plan, build), rows)).toEqual([]);
    expect(rows.flatMap(unproved)).toEqual([]);
    expect([facts.years?.from, facts.years?.to, facts.number, facts.day]).toEqual([...plan.years, null, null]);
  });

  it('of forty pages is read as it is, in a time that is printed', () => {
    const times = 24;
    const plan: MadePlan = { ...YEAR_PLAN, fields: Array.from({ length: times }, () => YEAR_PLAN.fields).flat() };
    const blocks = documentOf(plan, USUAL);
    const bytes = makeDocx(blocks, CUTS, LISTS);
    const words = blocks.flatMap((block) => ('text' in block ? [block.text] : block.rows.flat().map(({ text }) => text)));
    const pages = words.join(' ').split(/\s+/u).length / WORDS_OF_A_PAGE;
    const start = performance.now();
    const { rows } = planIn(bytes);
    const spent = performance.now() - start;
    process.stdout.write(`import: ${Math.round(pages)} pages, ${rows.length} rows in ${Math.round(spent)} ms\n`);
    expect(pages).toBeGreaterThanOrEqual(40);
    expect(rows).toHaveLength(knownRows(YEAR_PLAN, USUAL).length * times);
  });

  it('is read with at least 95% of its values, and no deadline made up', () => {
    process.stdout.write(`import: ${DOCUMENTS.length} made documents\n${scoreTable(score)}\n`);
    expect(worstOf(score)).toBeGreaterThanOrEqual(0.95);
  });
});
