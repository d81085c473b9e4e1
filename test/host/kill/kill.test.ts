import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotAWorkbook } from '../../../src/xlsx/not-a-workbook.ts';
import { sampled } from '../../helpers/sweep.ts';
import {
  aWorkbook,
  buildChild,
  cleanUp,
  copyOf,
  entriesIn,
  filesBeside,
  NAME,
  type Ordered,
  reopened,
  runChild,
  SAVES,
  typedOnDisk,
} from './killed.ts';

afterAll(cleanUp);
beforeAll(buildChild);

const WRITES = ['writeSync', 'writeFileSync', 'appendFileSync'];

/** Every step of a run, and every write half done as well. */
function killPoints(steps: readonly string[]): Ordered[] {
  return steps.flatMap((name, step) => [
    { step, how: 'before' as const },
    ...(WRITES.includes(name) ? [{ step, how: 'half' as const }] : []),
  ]);
}

/** After any end: the workbook is one of the whole ones, and opened again it has all that was acknowledged, once and for good. */
function demandWhole(workbook: string, acknowledged: readonly string[]): void {
  expect(SAVES).toContainEqual(typedOnDisk(workbook));
  reopened(workbook);
  const typed = typedOnDisk(workbook);
  for (const entry of acknowledged) expect(typed).toContain(entry);
  const settled = readFileSync(workbook);
  expect(reopened(workbook).applied).toBe(0);
  expect(readFileSync(workbook).equals(settled)).toBe(true);
  expect(filesBeside(dirname(workbook)).filter((name) => name !== `${NAME}.cchc.json`)).toEqual([NAME]);
}

describe('a process killed while it works on a workbook', () => {
  it('at any step of typing and saving leaves the old workbook or the new one, and nothing acknowledged is lost', () => {
    const whole = aWorkbook();
    const { steps, said } = runChild(copyOf(whole), 'work');
    expect(said).toEqual(['một', 'hai', 'stamped', 'ba', 'closed']);
    const points = sampled(killPoints(steps), 18);
    for (const point of points) {
      const workbook = copyOf(whole);
      const ended = runChild(workbook, 'work', point);
      expect(ended.killed, JSON.stringify(point)).toBe(true);
      demandWhole(workbook, entriesIn(ended.said));
    }
    process.stdout.write(
      `killed while working: ${points.length} points over ${steps.length} steps (${kinds(steps)}), 0 halves\n`,
    );
    expect(killPoints(steps).length).toBeGreaterThan(50);
  }, 900_000);

  it('at any step of typing the journal again leaves it to be typed again: twice is once', () => {
    const cut = aWorkbook();
    expect(runChild(cut, 'type and die')).toMatchObject({ killed: true, said: ['một', 'hai'] });
    expect(typedOnDisk(cut)).toEqual(['', '', '']);
    const { steps, said } = runChild(copyOf(cut), 'open');
    expect(said).toEqual(['recovered 2', 'closed']);
    const points = sampled(killPoints(steps), 10);
    for (const point of points) {
      const workbook = copyOf(cut);
      expect(runChild(workbook, 'open', point).killed, JSON.stringify(point)).toBe(true);
      demandWhole(workbook, ['một', 'hai']);
    }
    process.stdout.write(`killed while typing again: ${points.length} points over ${steps.length} steps, 0 halves\n`);
    expect(killPoints(steps).length).toBeGreaterThan(20);
  }, 900_000);

  it('is seen to leave a half where a program writes over the file itself', () => {
    const workbook = aWorkbook();
    const { steps } = runChild(copyOf(workbook), 'overwrite');
    const step = steps.indexOf('writeFileSync');
    expect(runChild(workbook, 'overwrite', { step, how: 'half' }).killed).toBe(true);
    expect(() => typedOnDisk(workbook)).toThrow(NotAWorkbook);
  });

  it('does not write the workbook for every entry: only the journal is', () => {
    const workbook = aWorkbook();
    const before = readFileSync(workbook);
    runChild(workbook, 'type and die');
    expect(readFileSync(workbook).equals(before)).toBe(true);
    expect(readFileSync(`${workbook}.cchc-journal`).length).toBeLessThan(2_000);
  });
});

function kinds(steps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}
