import { describe, expect, it } from 'vitest';
import { planIn, unproved } from './made/known.ts';
import { ODDITIES } from './made/oddities.ts';
import { type Score, scoreRows, scoreTable, worstOf } from './made/score.ts';

const score: Score = new Map();

describe('a plan with what real ones do to a reader', () => {
  it.each(ODDITIES)('$name', ({ bytes, known }) => {
    const { rows } = planIn(bytes);
    expect(scoreRows(score, known, rows)).toEqual([]);
    expect(rows.flatMap(unproved)).toEqual([]);
  });

  it('is read with at least 95% of its values', () => {
    process.stdout.write(`import: ${ODDITIES.length} documents with oddities\n${scoreTable(score)}\n`);
    expect(worstOf(score)).toBeGreaterThanOrEqual(0.95);
  });
});
