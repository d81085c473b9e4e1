import { describe, expect, it } from 'vitest';
import { sampled, times } from '../helpers/sweep.ts';
import { caughtAt, ONE_EDIT } from './command.ts';
import { KINDS } from './placements.ts';
import { allStories, explain, simulate, tell, UNFLUSHED } from './simulate.ts';
import { PLANTED_TOYS, VERIFYING_TOYS } from './toys.ts';

const SLOW = 900_000;
const combined = VERIFYING_TOYS.flatMap((toy) => UNFLUSHED.map((unflushed) => [toy.name, unflushed, toy] as const));

describe('the correct script', () => {
  it.each(combined)(
    '%s: no finding over every edit in every gap, with and without a kill, unflushed writes %s',
    (...[, unflushed, toy]) => {
      const wrong: string[] = [];
      for (const story of sampled([...allStories(toy, unflushed, 0)], 150)) {
        const told = tell(story);
        if (told.findings.length > 0) wrong.push(explain(told));
      }
      expect(wrong.slice(0, 3).join('\n\n')).toBe('');
    },
    SLOW,
  );

  it.each(VERIFYING_TOYS)(
    '$name: no finding in stories by chance with many people',
    (toy) => {
      for (let seed = 1; seed <= times(100, 15); seed += 1) {
        const told = simulate(seed, toy, ONE_EDIT);
        expect(told.findings, `seed ${seed}\n${explain(told)}`).toEqual([]);
      }
    },
    SLOW,
  );

  it.each(combined)('%s: tells nobody anything when nothing happens, unflushed writes %s', (...[, unflushed, toy]) => {
    const { stage, findings } = tell({ toy, unflushed, before: [], turns: [] });
    expect([stage.told, findings]).toEqual([[], []]);
  });

  it('is tried against seventeen kinds of human edits', () => {
    expect(KINDS).toBe(17);
  });
});

describe('a planted bug is caught:', () => {
  it.each(PLANTED_TOYS)(
    '$action $name',
    (toy) => {
      expect(caughtAt(toy, 1)).not.toBeNull();
    },
    SLOW,
  );
});

describe('a seed', () => {
  it('tells the same story again, call for call', () => {
    const [toy] = PLANTED_TOYS;
    if (toy === undefined) throw new Error('Bug: no toy');
    for (let seed = 1; seed <= 10; seed += 1) {
      expect(explain(simulate(seed, toy, ONE_EDIT))).toBe(explain(simulate(seed, toy, ONE_EDIT)));
    }
  });
});
