import type { ScoreRow } from '../scores/criterion.ts';
import { scoreSheet } from '../scores/score.ts';
import { type Finding, type FindingMaker, finding } from './finding.ts';

/** What is wrong in `Tự chấm điểm`: parameters nobody can read, sums of a published set that differ, results that fit no method, points without evidence. */
export function checkScores(rows: readonly ScoreRow[]): Finding[] {
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.flatMap((year) => {
    const { leaves, wrongSums } = scoreSheet(rows, year, () => null);
    return [
      ...leaves.flatMap(({ row }) => row.parameters.unread.map((value) => at(row)('score-parameters', 'parameters', { value }))),
      ...wrongSums.map(({ row, leaves: sum }) => at(row)('score-sum-differs', 'max', { value: row.max, sum })),
      ...leaves.filter(({ state }) => state === 'unusable').map(({ row }) => at(row)('score-unusable', 'value')),
      ...leaves
        .filter(({ state }) => state === 'unproved')
        .map(({ row, raw }) => at(row)('score-unproved', 'evidence', { value: raw })),
    ];
  });
}

function at({ id, year }: ScoreRow): FindingMaker {
  return (code, field, facts = {}) => finding(code, { of: 'score', id, period: String(year), field }, { id, ...facts });
}
