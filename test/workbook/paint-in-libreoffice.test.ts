import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, day, daysBetween } from '../../src/domain/core/day.ts';
import { taskStanding } from '../../src/domain/judging/standing.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { TASK_STATUSES, type Task, type TaskEntry, type TaskStatus } from '../../src/domain/plan/task.ts';
import { PROGRESS_LABELS } from '../../src/words/core/labels.ts';
import { paintsOf } from '../../src/workbench/server/paint/paint-now.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { PaintRule } from '../../src/workbook/layout/layout.ts';
import { paintRules } from '../../src/workbook/layout/paint.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { deadlineCells } from '../../src/workbook/write/grey-values.ts';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../src/xlsx/model.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { anEntry, aPlan, aTask, period } from '../domain/builders.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

const soffice = tool('soffice');

/** What the colour of a deadline says; every status that is not named leaves it plain. */
const COLOUR_OF: Partial<Record<TaskStatus, string>> = { overdue: 'red', 'due-soon': 'amber' };
const colourOf = (status: TaskStatus): string => COLOUR_OF[status] ?? 'plain';

/** The last run, on a Friday; nothing of ours runs on the days on which the colours are looked at. */
const RUN = day('2024-04-26');
/** Days off around 30/4, a day between them and the worked Saturday, that Saturday, days around 14/6, and long after. */
const DAYS = ['2024-04-27', '2024-05-02', '2024-05-04', '2024-05-07', '2024-06-11', '2024-06-14', '2024-06-15', '2024-06-20'].map(
  day,
);

const on = (at: string): Task['due'] => ({ kind: 'day', day: day(at) });
const TASKS: readonly Partial<Task>[] = [
  {},
  { dueRule: 'before' },
  { origin: 'proposed' },
  { origin: 'proposed', dueRule: 'before' },
  { origin: 'confirmed' },
  { due: null },
  // The Monday after the worked Saturday, that Saturday, a day off, a Sunday.
  { due: on('2024-05-06') },
  { due: on('2024-05-06'), origin: 'proposed' },
  { due: on('2024-05-04') },
  { due: on('2024-04-30') },
  { due: on('2024-06-16'), origin: 'proposed' },
  { frequency: 'continuous', due: null },
  { frequency: 'on-request', due: null },
  { frequency: 'every-period', due: null },
  { frequency: 'yearly', due: { kind: 'each-year', month: 6, date: 12 } },
  { startOn: day('2024-06-17'), due: on('2024-06-18') },
];
const TYPED: readonly Partial<TaskEntry>[] = [
  { progress: null },
  { progress: 'none' },
  { progress: 'doing' },
  { progress: 'done' },
  { progress: 'done', completedOn: day('2024-04-01') },
  // Early, late or on a day to come, as the deadline and the day asked have it.
  { progress: 'done', completedOn: day('2024-06-12') },
  { progress: 'done', completedOn: day('2024-06-18') },
  { progress: 'suspended' },
  { progress: 'not-applicable' },
  { progress: 'nothing-arose' },
];
/** `typed` stands in the row already when the last run judges it, or is typed after that and judged by nobody. */
type Case = { readonly task: Task; readonly typed: TaskEntry; readonly isJudged: boolean };
const CASES: readonly Case[] = TASKS.flatMap((task) =>
  TYPED.flatMap((typed) =>
    [true, false].map((isJudged) => ({ task: aTask(task), typed: anEntry({ ...typed, period: 'h1 2024' }), isJudged })),
  ),
);

const standingOf = ({ task, typed }: Pick<Case, 'task' | 'typed'>, asOf: Day, plan: Plan = aPlan()) =>
  taskStanding(task, [typed], { period: period('h1'), asOf, plan });

const KEYS = ['due', 'progress', 'completedOn', 'remindFrom', 'overdueFrom'];
const PLACE = { headerRow: 1, lastRow: CASES.length + 1, columns: new Map(KEYS.map((key, at) => [key, at + 1])) };
const RULES = paintRules(ENTRIES, PLACE);
const RED = RULES[0]?.background ?? '';
const AMBER = RULES[1]?.background ?? '';

const serial = (on: Day): number => 45_292 + daysBetween(day('2024-01-01'), on);

function cellOf(value: CellValue | undefined): CellModel {
  const shown = typeof value === 'object' && 'day' in value ? serial(value.day) + value.minutes / 1440 : String(value ?? '');
  return { value: shown, formula: null, style: PLAIN };
}

/** How a sheet is filled and painted: by us, or with something planted that is wrong. */
type Painting = {
  readonly plan: Plan;
  readonly cells: (row: Record<string, CellValue>) => Record<string, CellValue>;
  readonly rules: (formula: string) => string;
};
const OURS: Painting = { plan: aPlan(), cells: (row) => row, rules: (formula) => formula };
const PLANTED: Readonly<Record<string, Painting>> = {
  'a reminder of a proposal that never ends': {
    ...OURS,
    cells: (row) => ({ ...row, remindFrom: withoutEnd(row['remindFrom']) }),
  },
  'a worked Saturday taken for a day off': {
    ...OURS,
    plan: aPlan({ holidays: aPlan().holidays.filter(({ kind }) => kind !== 'worked') }),
  },
  'overdue on the last day': { ...OURS, rules: (formula) => formula.replaceAll('TODAY()>=$E', 'TODAY()+1>=$E') },
  'a completion to come taken for one': { ...OURS, rules: (formula) => formula.replaceAll('(INT(N($C2))<=TODAY())', '1') },
  'a suspension that nobody judged overlooked': {
    ...OURS,
    rules: (formula) => formula.replaceAll(`="${PROGRESS_LABELS.suspended}"`, '="?"'),
  },
  'a reminder a day late': { ...OURS, rules: (formula) => formula.replaceAll('TODAY()>=INT', 'TODAY()>INT') },
};

const withoutEnd = (value: CellValue | undefined): CellValue =>
  typeof value === 'object' && 'day' in value ? { ...value, minutes: 0 } : (value ?? '');

/** The rows as the last run left them, looked at on a day: its number stands where the rules ask for today's. */
function sheetOn(today: Day, { id, name, painting }: { id: number; name: string; painting: Painting }): SheetModel {
  const sheet = newSheet(id, name);
  for (const [at, one] of CASES.entries()) {
    const known = standingOf(one.isJudged ? one : { ...one, typed: anEntry({ period: 'h1 2024' }) }, RUN, painting.plan);
    const { progress, completedOn } = one.typed;
    const row = painting.cells({
      ...deadlineCells(one.task, known),
      due: `hạn ${at}`,
      progress: progress === null ? '' : PROGRESS_LABELS[progress],
      completedOn: completedOn === null ? '' : { day: completedOn, minutes: 0 },
    });
    sheet.cells.set(at + 2, new Map(KEYS.map((key, column) => [column + 1, cellOf(row[key])])));
  }
  const asked = (formula: string): string => painting.rules(formula.slice(1)).replaceAll('TODAY()', String(serial(today)));
  sheet.paints = RULES.map((rule: PaintRule) => ({ ...rule, formula: asked(rule.formula), ours: true }));
  return sheet;
}

const PAINTINGS: Readonly<Record<string, Painting>> = { ours: OURS, ...PLANTED };
const SHEETS = Object.entries(PAINTINGS).flatMap(([name, painting]) => DAYS.map((today) => ({ name, painting, today })));

describe.skipIf(soffice === null)('the colour of a deadline without a run, as LibreOffice paints it', () => {
  let folder = '';
  /** The colours of a painting on a day, case by case. */
  const painted = new Map<string, readonly string[]>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-paint-'));
    const path = join(folder, 'mau.xlsx');
    const sheets = SHEETS.map(({ today, painting }, at) => sheetOn(today, { id: at + 1, name: `Ngày ${at}`, painting }));
    writeFileSync(path, saveXlsx(null, { sheets }));
    convertInto(folder, { soffice: soffice ?? '', to: 'html', paths: [path] });
    const cells = [...readFileSync(join(folder, 'mau.html'), 'utf8').matchAll(/<td([^>]*)>(?:<[^>]*>)*hạn \d+</gu)];
    SHEETS.forEach(({ name, today }, at) => {
      const own = cells.slice(at * CASES.length, (at + 1) * CASES.length);
      painted.set(
        `${name} ${today}`,
        own.map(([, tag = '']) => seen(tag)),
      );
    });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const differing = (name: string, today: Day) =>
    CASES.flatMap((one, at) => {
      const { status } = standingOf(one, today);
      const colour = painted.get(`${name} ${today}`)?.[at];
      return colour === colourOf(status) ? [] : [{ ...one, today, status, colour }];
    });

  it.each(DAYS)('is on %s the status of the domain, whatever was typed before or after the last run', (today) => {
    expect(differing('ours', today)).toEqual([]);
  });

  it('was red, amber and plain, and met every status that a dated task can have', () => {
    expect(new Set([...painted].flatMap(([key, colours]) => (key.startsWith('ours') ? colours : [])))).toEqual(
      new Set(['red', 'amber', 'plain']),
    );
    expect(new Set(DAYS.flatMap((today) => CASES.map((one) => standingOf(one, today).status)))).toEqual(new Set(TASK_STATUSES));
  });

  it('is the colour that the workbench shows, cell by cell, whatever is planted', () => {
    const differing = SHEETS.flatMap(({ name, today, painting }) => {
      const ours = workbenchColours(sheetOn(today, { id: 1, name, painting }));
      const theirs = painted.get(`${name} ${today}`) ?? [];
      return ours.flatMap((colour, at) =>
        colour === theirs[at] ? [] : [{ name, today, colour, theirs: theirs[at], ...CASES[at] }],
      );
    });
    expect(SHEETS.length * CASES.length).toBeGreaterThan(10_000);
    expect(differing).toEqual([]);
  });

  it.each(Object.keys(PLANTED))('would show %s', (name) => {
    expect(DAYS.flatMap((today) => differing(name, today))).not.toEqual([]);
  });
});

/** The same, as the workbench evaluates the same rules; their today is a number in them already. */
function workbenchColours(sheet: SheetModel): string[] {
  const paints = paintsOf(sheet, 0);
  return CASES.map((_, at) => named((paints(at + 2).get(1)?.background ?? '').toLowerCase()));
}

/** The colour that an exported cell has. */
function seen(tag: string): string {
  return named(/bgcolor="([^"]*)"/u.exec(tag)?.[1] ?? '');
}

function named(ground: string): string {
  const known = new Map([
    [RED.toLowerCase(), 'red'],
    [AMBER.toLowerCase(), 'amber'],
    ['', 'plain'],
  ]);
  return known.get(ground.toLowerCase()) ?? ground;
}
