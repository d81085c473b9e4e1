import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutlineRow } from '../../src/domain/plan/plan.ts';
import { rowsInNoSection, wholeOutline } from '../../src/domain/report/whole-outline.ts';
import { anIndicator, aPlan, aTask } from './builders.ts';

const FIELDS = ['A', 'B', 'C'];
const section = (place: string, field: string, ...ids: readonly string[]): OutlineRow => ({
  place,
  level: place.split('.').length === 1 ? 1 : 2,
  title: `Mục ${place}`,
  source: { kind: 'field', field, ids },
  reports: [],
});
const heading = (place: string): OutlineRow => ({ ...section(place, ''), source: { kind: 'heading' } });
const OUTLINE = [heading('II'), section('II.1', 'A'), section('II.2', 'B', 'N2'), section('II.3', 'B', 'N3', 'CT-05')];
const plan = (outline: readonly OutlineRow[], ...rows: readonly (readonly [id: string, field: string])[]) =>
  aPlan({ outline, tasks: rows.map(([id, field]) => aTask({ id, field })) });

/** Where a report would print a row: the sections that name it, or the one that tells its whole field. */
function sectionsOf(outline: readonly OutlineRow[], { id, field }: { readonly id: string; readonly field: string }): string[] {
  const named = outline.filter(({ source }) => source.kind === 'field' && source.ids.includes(id));
  const whole = outline.filter(({ source }) => source.kind === 'field' && source.ids.length === 0 && source.field === field);
  return (named.length > 0 ? named : whole).map(({ place }) => place);
}

describe('the outline of a report', () => {
  it('tells a row that no section names at the end of its field, and says so', () => {
    const told = plan(OUTLINE, ['N1', 'A'], ['N2', 'B'], ['CT-05', 'B'], ['N10', 'B']);
    expect(sectionsOf(wholeOutline(told), { id: 'N10', field: 'B' })).toEqual(['II.3']);
    expect(rowsInNoSection(told).map(({ row, printedIn }) => [row.id, printedIn])).toEqual([['N10', 'Mục II.3']]);
  });

  it('gives a field without any section one of its own, numbered on', () => {
    const told = plan(OUTLINE, ['N1', 'C'], ['N9', 'C']);
    const whole = wholeOutline(told);
    expect(whole.map(({ place, title }) => [place, title]).at(-1)).toEqual(['II.4', 'C']);
    expect(rowsInNoSection(told).map(({ printedIn }) => printedIn)).toEqual(['C', 'C']);
  });

  it('needs no code: a new row of any code stands in its field’s section without a word', () => {
    const told = plan([section('I', 'A'), section('II', 'B')], ['CT-05', 'A'], ['1.6', 'B']);
    expect(rowsInNoSection(told)).toEqual([]);
    expect(wholeOutline(told)).toEqual(told.outline);
  });

  it('asks no section for statistics, which stand in the annex, nor for anything where it is all narrative', () => {
    expect(
      rowsInNoSection(aPlan({ outline: OUTLINE, indicators: [anIndicator({ id: 'TK9', field: 'C', kind: 'statistic' })] })),
    ).toEqual([]);
    expect(rowsInNoSection(plan([heading('I')], ['N1', 'A']))).toEqual([]);
    expect(wholeOutline(plan([heading('I')], ['N1', 'A']))).toEqual([heading('I')]);
  });

  it('has each row in exactly one section, whatever the outline and the plan', () => {
    const ids = fc.constantFrom('N1', 'N2', 'N3', 'CT-05', '1.6');
    const field = fc.constantFrom(...FIELDS);
    const rows = fc.uniqueArray(fc.tuple(ids, field), { selector: ([id]) => id });
    const sections = fc.array(fc.tuple(field, fc.array(ids, { maxLength: 3 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, sections, (own, told) => {
        const outline = told.map(([of, named], at) => section(`II.${at + 1}`, of, ...named));
        const whole = wholeOutline(plan(outline, ...own));
        for (const [id, of] of own) expect(sectionsOf(whole, { id, field: of }), `${id} of ${of}`).toHaveLength(1);
        expect(new Set(whole.map(({ place }) => place)).size).toBe(whole.length);
      }),
    );
  });
});
