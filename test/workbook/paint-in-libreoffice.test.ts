import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, day, daysBetween } from '../../src/domain/day.ts';
import { taskStanding } from '../../src/domain/standing.ts';
import type { Progress, Task } from '../../src/domain/task.ts';
import { newSheet, PLAIN } from '../../src/local/services/grid.ts';
import type { CellModel } from '../../src/local/xlsx/model.ts';
import { saveXlsx } from '../../src/local/xlsx/save.ts';
import { PROGRESS_LABELS } from '../../src/words/labels.ts';
import { paintRules } from '../../src/workbook/paint.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { anEntry, aPlan, aTask, period } from '../domain/builders.ts';
import { tool } from '../helpers/tools.ts';

const soffice = tool('soffice');
const RULES = ['overdue', 'due-soon'] as const;
/** Columns of the sheet of the test; the rules only need to know where their cells stand. */
const PLACE = {
  headerRow: 1,
  lastRow: 1000,
  columns: new Map([
    ['due', 1],
    ['progress', 2],
    ['remindFrom', 3],
    ['overdueFrom', 4],
  ]),
};

/** A working Saturday, the due day itself, the day after it, and a day within the days off around 30/4. */
const DAYS = ['2024-05-04', '2024-06-14', '2024-06-15', '2024-04-27'].map(day);
const TASKS: readonly Partial<Task>[] = [
  {},
  { dueRule: 'before' },
  { origin: 'proposed' },
  { due: null },
  { due: { kind: 'day', day: day('2024-05-06') } },
  { due: { kind: 'day', day: day('2024-05-02') } },
  { frequency: 'continuous', due: null },
];
const PROGRESS: readonly (Progress | null)[] = [null, 'doing', 'done', 'suspended'];
const CASES = DAYS.flatMap((today) => TASKS.flatMap((task) => PROGRESS.map((progress) => ({ today, task, progress }))));

const serial = (on: Day): number => 45_292 + daysBetween(day('2024-01-01'), on);

/** The rules of one row as formulas, with their day put for TODAY(). */
function rowOf({ today, task, progress }: (typeof CASES)[number], row: number): Map<number, CellModel> {
  const { remindFrom, overdueFrom } = standingOf({ today, task, progress });
  const cell = (value: CellModel['value'], formula: string | null = null): CellModel => ({ value, formula, style: PLAIN });
  const rules = paintRules(ENTRIES, PLACE).slice(0, RULES.length);
  const formulas = rules.map(({ formula }) =>
    formula
      .slice(1)
      .replace(/(\$[A-Z]+)2\b/gu, `$1${row}`)
      .replace(/TODAY\(\)/gu, String(serial(today))),
  );
  return new Map([
    [2, cell(progress === null ? '' : PROGRESS_LABELS[progress])],
    [3, cell(remindFrom === null ? '' : serial(remindFrom))],
    [4, cell(overdueFrom === null ? '' : serial(overdueFrom))],
    ...formulas.map((formula, at) => [5 + at, cell('', `IF(${formula},1,0)`)] as const),
  ]);
}

function standingOf({ today, task, progress }: (typeof CASES)[number]) {
  const entry = anEntry({ progress, completedOn: progress === 'done' ? day('2024-04-01') : null, period: 'h1 2024' });
  return taskStanding(aTask(task), [entry], { period: period('h1'), asOf: today, plan: aPlan() });
}

/** A proposed deadline that has passed keeps its reminder: it is never overdue, and still waits for a word. */
function wantedOf(one: (typeof CASES)[number]): string {
  const { status, remindFrom, overdueFrom } = standingOf(one);
  const passed = remindFrom !== null && overdueFrom === null && one.today >= remindFrom;
  return passed && one.task.origin === 'proposed' ? 'due-soon' : status;
}

describe.skipIf(soffice === null)('the colour of a deadline, as LibreOffice works it out', () => {
  let folder = '';
  let painted: readonly string[][] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-paint-'));
    const sheet = newSheet(1, 'Thử');
    for (const [at, one] of CASES.entries()) sheet.cells.set(at + 2, rowOf(one, at + 2));
    const path = join(folder, 'mau.xlsx');
    writeFileSync(path, saveXlsx(null, { sheets: [sheet] }));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(soffice ?? '', [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, path], { stdio: 'ignore' });
    painted = readFileSync(join(folder, 'mau.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(-CASES.length)
      .map((line) => line.split(',').slice(-2));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the status of the domain on every day, make-up working days and days off included', () => {
    const wanted = CASES.map((one) => RULES.map((rule) => (wantedOf(one) === rule ? '1' : '0')));
    const differing = CASES.map((one, at) => ({
      ...one,
      status: standingOf(one).status,
      painted: painted[at],
      wanted: wanted[at],
    }));
    expect(differing.filter((one) => String(one.painted) !== String(one.wanted))).toEqual([]);
    expect(new Set(wanted.flat())).toEqual(new Set(['0', '1']));
  });
});
