import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { changesSince, freeze } from '../../src/domain/history/snapshot.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, H1, period } from './builders.ts';

function frozen(numerator: number, version = 1) {
  const typed = {
    plan: aPlan({ indicators: [anIndicator()], tasks: [aTask()] }),
    actuals: [anActual({ numerator, denominator: 100 })],
    entries: [anEntry({ progress: 'done', completedOn: day('2024-06-10') })],
  };
  return freeze(typed, {
    period: period('h1'),
    version,
    evaluation: evaluate(typed, { period: period('h1'), asOf: day('2024-06-14') }),
  });
}

describe('the frozen facts of a closed period', () => {
  test('hold raw values with their level and verdict', () => {
    expect(frozen(98)).toContainEqual({
      period: H1,
      version: 1,
      id: 'T1',
      field: 'result',
      raw: '98/100',
      level: '98',
      result: 'met',
    });
    expect(frozen(98)).toContainEqual(
      expect.objectContaining({ id: 'N1', field: 'completedOn', raw: '2024-06-10', result: 'done-on-time' }),
    );
  });

  test('say nothing while the sheet is unchanged, and what changed after', () => {
    expect(changesSince(frozen(98), frozen(98, 2))).toEqual([]);
    const changes = changesSince(frozen(98), frozen(97));
    expect(changes).toContainEqual({ period: H1, id: 'T1', field: 'numerator', before: '98', after: '97' });
    expect(changes.map(({ field }) => field)).toEqual(['numerator', 'result', 'verdict']);
  });

  test('the newest version of a period counts', () => {
    expect(changesSince([...frozen(97, 2), ...frozen(90, 1)], frozen(97))).toEqual([]);
  });
});
