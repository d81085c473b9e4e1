import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolScript } from '../../scripts/tool-script.mjs';
import {
  type Comparison,
  type Contestant,
  compete,
  isReached,
  type Result,
  roundsFor,
  withResults,
} from '../../tools/bench/peers/contest.ts';
import { wholeDay } from '../../tools/bench/peers/day.ts';
import { files } from '../../tools/bench/peers/files.ts';
import { CODES, plainVerdicts } from '../../tools/bench/peers/formulas.ts';
import { peersIn } from '../../tools/bench/peers/install.ts';
import { madeRows, serialOf } from '../../tools/bench/peers/made-rows.ts';
import { papers } from '../../tools/bench/peers/papers.ts';
import { tableOf } from '../../tools/bench/peers/table.ts';
import { requests, sheetRows } from '../../tools/bench/peers/validation.ts';
import { doubleKeys, verdicts } from '../../tools/bench/peers/verdicts.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'so-cchc-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Only what this repo itself depends on: a test installs nothing. */
const peers = peersIn(folder);
const office = tool('soffice');
const children = { files: '', day: '' };
beforeAll(async () => {
  children.files = await toolScript('tools/bench/peers/files-child.ts', 'build/bench-files-child.mjs');
  children.day = await toolScript('tools/bench/peers/day-child.ts', 'build/bench-day-child.mjs');
});

const playedOnce = (comparison: Comparison): Promise<Result> => compete(comparison, 1);
/** Who took part, without versions; every line has a time, and ours is the measure. */
function whoIn({ lines }: Result): string[] {
  for (const line of lines) expect(line.ms, line.who).toBeGreaterThan(0);
  expect(lines[0]?.ofOurs).toBe(1);
  return lines.map(({ who }) => who.split(' ').slice(0, 2).join(' '));
}

describe('the comparisons, at a tiny size', () => {
  it('count the same verdicts by our rules, our check, formulas and a plain loop', async () => {
    const result = await playedOnce(verdicts(peers, [300]));
    const formulas = office === null ? [] : ['LibreOffice'];
    expect(whoIn(result).map((who) => who.replace(/ \d.*$/u, ''))).toEqual(['our rules', 'our whole', ...formulas, 'floor: a']);
    expect(result.absent.map(({ who }) => who)).toContain('HyperFormula');
  });

  it('find the same doubled keys', async () => {
    expect(whoIn(await playedOnce(doubleKeys(peers, [200])))).toEqual(
      expect.arrayContaining(['our reading', 'our whole', 'floor: a']),
    );
  });

  it('read the same cells of a file, and save it', async () => {
    const [read, write] = files(peers, children.files, [60]);
    for (const comparison of [read, write]) {
      const result = await playedOnce(comparison);
      expect(whoIn(result).map((who) => who.split(' ')[0])).toEqual(['ours', 'excelts', 'floor:']);
      expect(result.lines[0]?.megabytes).toBeGreaterThan(0);
      expect(result.absent.map(({ who }) => who)).toEqual(['exceljs', 'SheetJS']);
    }
  });

  it('print the same annex', async () => {
    expect(whoIn(await playedOnce(papers(peers, [12])))).toEqual(['our engine', 'docx 9.15.2', 'floor: deflate']);
  });

  it('find the same wrong cells and refuse the same requests', async () => {
    for (const comparison of [sheetRows(peers, [500]), requests(peers, [500])])
      expect(whoIn(await playedOnce(comparison)).map((who) => who.split(/[ ,]/u)[0])).toEqual(
        expect.arrayContaining(['ours', 'zod']),
      );
  });

  it('do the same day’s work as a naive script, in fewer calls', async () => {
    const { lines } = await playedOnce(wholeDay(children.day, [300]));
    const [ours, naive] = lines.map(({ note }) => Number(/([\d,]+) service calls/u.exec(note)?.[1]?.replaceAll(',', '')));
    expect(ours).toBeGreaterThan(0);
    expect(naive).toBeGreaterThan(2 * (ours ?? 0));
  });
});

describe('the made rows', () => {
  it('have every verdict and status that the formulas know', () => {
    const facts = { asOf: serialOf('2024-06-20'), notice: 5, daysOff: [] };
    const found = plainVerdicts(madeRows(2_000, facts.asOf), facts);
    const never = ['not-due', 'task done'];
    for (const code of CODES.filter((each) => !never.includes(each))) expect(`${found},`).toContain(`${code} `);
  });
});

describe('a contest', () => {
  const contestant = (who: string, answer: string, ms: number, isFloor = false): Contestant => ({
    who,
    isFloor,
    run: () => ({ ms, answer: () => answer }),
  });
  const of = (contestants: readonly Contestant[]): Comparison => ({
    name: 'x',
    title: 'x',
    sizes: [10, 100],
    field: () => ({ contestants, absent: [{ who: 'nobody', why: 'it is not installed' }], close: () => {} }),
    aims: (lines) => [{ aim: 'half', got: lines.of('peer')?.ofOurs ?? null, least: 4 }],
  });

  it('is refused when two give another answer', async () => {
    await expect(compete(of([contestant('ours', '1', 5), contestant('peer', '2', 5)]))).rejects.toThrow(
      'peer gives another answer than ours: 2 against 1',
    );
  });

  it('is refused when ours gives none', async () => {
    await expect(compete(of([contestant('ours', '', 5), contestant('peer', '', 5)]))).rejects.toThrow('ours gives no answer');
  });

  it('says ratios, medians and exponents, and whether an aim was reached', async () => {
    const result = await compete(of([contestant('ours', '1', 5), contestant('peer', '1', 20), contestant('floor', '', 1, true)]));
    expect(result.lines.map(({ who, ofOurs, runs, exponent }) => [who, ofOurs, runs, exponent])).toEqual([
      ['ours', 1, 7, 0],
      ['peer', 4, 7, 0],
      ['floor', 0.2, 7, 0],
      ['ours', 1, 7, 0],
      ['peer', 4, 7, 0],
      ['floor', 0.2, 7, 0],
    ]);
    expect(result.aims.map(isReached)).toEqual([true]);
    const table = tableOf([result]);
    for (const said of ['nobody takes no part: it is not installed', 'aim half, at least 4: 4.00: reached'])
      expect(table).toContain(said);
  });

  it('is kept in place of its last, beside the others', () => {
    const result = (name: string, title: string): Result => ({ name, title, lines: [], absent: [], aims: [] });
    const kept = withResults([result('b', 'old'), result('a', 'old')], [result('b', 'new'), result('c', 'new')]);
    expect(kept.map(({ name, title }) => `${name} ${title}`)).toEqual(['a old', 'b new', 'c new']);
  });

  it('repeats what takes long less often', () => {
    expect([1, 9_999, 10_001, 40_001].map((ms) => roundsFor(ms))).toEqual([7, 7, 3, 1]);
  });
});
