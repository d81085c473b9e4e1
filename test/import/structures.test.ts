import { describe, expect, it } from 'vitest';
import { folded } from '../../src/domain/import/fold-text.ts';
import { importPlan } from '../../src/domain/import/import-plan.ts';
import type { ImportedRow, PlanImport } from '../../src/domain/import/row.ts';
import { readDocument } from '../../src/paper/blocks/read-document.ts';
import { type Manner, makeDocx } from './made/docx.ts';
import { type MadePlan, STAGE_PLAN, YEAR_PLAN } from './made/plan.ts';
import { type Known, type Score, scoreRows, scoreTable, worstOf } from './made/score.ts';
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

export function knownRows(plan: MadePlan, { tasks }: Build): Known[] {
  const none = { op: null, target_from: null, target_to: null, unit: null, years: null, mood: null, exception: null };
  return plan.fields.flatMap((field) => [
    ...field.bullets.flatMap(({ targets }) =>
      targets.map(
        ({ text, op, low, high = null, unit = null, years = null, mood = null, exception = null }): Known => ({
          ...{ kind: 'indicator', field: field.name, text, op, target_from: low, target_to: high, unit, years, mood, exception },
          ...{ deadline: null, deadline_kind: null, due: null, lead: null, with: null, product: null },
        }),
      ),
    ),
    ...field.tasks.map((task): Known => {
      const row = { ...none, kind: 'task' as const, field: field.name };
      if (tasks === 'bullets')
        return {
          ...row,
          text: `${task.text} theo đúng chỉ đạo của cấp trên`,
          deadline: null,
          deadline_kind: 'none',
          due: null,
          lead: null,
          with: null,
          product: null,
          ...often(task.text),
        };
      const { text, deadline, kind, due, lead, product } = task;
      return { ...row, text, deadline, deadline_kind: kind, due: due as Known['due'], lead, with: task.with, product };
    }),
  ]);
}

/** «hằng năm» in the words of a bullet is a deadline, too. */
function often(text: string): Partial<Known> {
  return text.includes('hằng năm') ? { deadline: 'hằng năm', deadline_kind: 'recurrence' } : {};
}

export function planIn(bytes: Uint8Array): PlanImport {
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(read.fault);
  const result = importPlan(read.document);
  if (!result.ok) throw new Error(result.why);
  return result.plan;
}

/** Whether what a row says stands in its passages. */
export function unproved({
  text,
  target_from,
  target_to,
  mood,
  exception,
  deadline,
  lead,
  with: support,
  product,
  unit,
  proof,
  op,
  years,
}: ImportedRow): string[] {
  const passages = Object.values(proof)
    .map(({ words }) => folded(words))
    .join('\n');
  const number = (value: unknown): string | null =>
    typeof value === 'number' && op !== 'zero' ? String(value).replace('.', ',') : null;
  const levels = op === 'rise' ? [] : Object.values(years ?? {}).map((value) => number(value));
  const units = unit === 'hạng' || unit === 'xếp loại' ? null : unit;
  return [
    text,
    number(target_from),
    number(target_to),
    mood,
    exception,
    deadline,
    lead,
    support,
    product,
    units,
    ...levels,
  ].filter((value): value is string => value !== null && !passages.includes(folded(value)));
}

const score: Score = new Map();

describe('a plan with known answers', () => {
  it.each(DOCUMENTS)('%s', (_, plan, build, manner) => {
    const bytes = makeDocx(documentOf(plan, build), manner, LISTS);
    const { rows, facts } = planIn(bytes);
    expect(scoreRows(score, knownRows(plan, build), rows)).toEqual([]);
    expect(rows.flatMap(unproved)).toEqual([]);
    expect([facts.years?.from, facts.years?.to, facts.number, facts.day]).toEqual([...plan.years, null, null]);
  });

  it('is read with at least 95% of its values, and no deadline made up', () => {
    process.stdout.write(`import: ${DOCUMENTS.length} made documents\n${scoreTable(score)}\n`);
    expect(worstOf(score)).toBeGreaterThanOrEqual(0.95);
  });
});
