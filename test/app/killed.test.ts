import { afterAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../src/app/base/ports.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { IS_SWEEP, sampled } from '../helpers/sweep.ts';
import { Killed, killAt, type Memory, type ServiceCall } from './memory-ports.ts';
import { cellsOf, OPERATIONS, told, undoLast } from './operations.ts';

type Run = (ports: Ports) => unknown;

/** Runs until the kill; what the person was told, if the run got so far. */
function runUntilKilled(run: Run, session: Memory): string | null {
  try {
    return told(run, session.ports);
  } catch (thrown) {
    if (thrown instanceof Killed) return null;
    throw thrown;
  }
}

/**
 * The person does it once more, and the day's run comes after. An undo that was finished before the kill is not pressed again:
 * the person sees that it is done.
 */
function again(run: Run, session: Memory): void {
  const isUndone = run === undoLast && session.tab('Nhật ký').values.some((row) => row[2] === 'Hoàn tác');
  if (!isUndone) told(run, session.ports);
  refresh(session.ports);
}

const CHANGING: readonly ServiceCall[] = ['write', 'flush'];

/**
 * Every kill of an operation, all of them in a sweep: before the first call and after each one, with what was not flushed lost, or kept. A kill after a reading
 * leaves what the kill before the reading left, so those are counted and not played twice.
 */
function killsOf(calls: readonly ServiceCall[]) {
  const points = calls.flatMap((call, at) => (CHANGING.includes(call) ? [{ at, moment: 'after' as const }] : []));
  const kills = (['lost', 'kept'] as const).flatMap((unflushed) =>
    [{ at: 0, moment: 'before' as const }, ...points].map((point) => ({ ...point, unflushed })),
  );
  return sampled(kills, 9);
}

let covered = 0;
afterAll(() => {
  process.stdout.write(`kill points covered: ${covered}\n`);
});

describe('killed at every service call, with unflushed writes lost and kept, and then done again:', () => {
  it.each(OPERATIONS)('$name leaves what one clean run leaves', ({ from, run }) => {
    const clean = from();
    told(run, clean.ports);
    const points = killsOf(clean.calls);
    covered += IS_SWEEP ? 2 * (clean.calls.length + 1) : points.length;
    refresh(clean.ports);
    const wanted = cellsOf(clean);
    const left = new Set<string>();
    for (const { at, moment, unflushed } of points) {
      const session = from();
      killAt(session, at, moment);
      runUntilKilled(run, session);
      session.revive(unflushed);
      left.add(JSON.stringify(cellsOf(session)));
      again(run, session);
      expect(cellsOf(session), `${moment} call ${at}, ${unflushed}`).toEqual(wanted);
    }
    expect(left.size).toBeGreaterThan(1);
  });
});
