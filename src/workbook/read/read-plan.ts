import { yearOf } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import type { Period } from '../../domain/period/period.ts';
import { countsFromNewYear, placeOf, typeByRow } from '../../domain/period/period-type.ts';
import type { Indicator, TargetLevel } from '../../domain/plan/indicator.ts';
import type { Holiday } from '../../domain/plan/plan.ts';
import type { Task } from '../../domain/plan/task.ts';
import { linksIn, sumsIn } from '../core/grammar.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import { LIST_LABELS } from '../core/lists.ts';
import type { ListName, TabTable } from '../core/tab.ts';
import { INDICATORS } from '../tabs/indicators.ts';
import { PERIODS } from '../tabs/periods.ts';
import { HOLIDAYS } from '../tabs/settings.ts';
import { TASKS } from '../tabs/tasks.ts';
import { type LevelColumn, levelColumns } from './find-columns.ts';
import { type Reading, type Row, readCellOf, readRows, rowProblem } from './read-rows.ts';

/** The rows of `Kế hoạch - Chỉ tiêu`. */
export function readIndicators(table: TabTable | undefined, reading: Reading): Indicator[] {
  if (table === undefined) return [];
  const levels = levelColumns(table.columns.keys());
  return readRows(INDICATORS, table, reading).map((cells) => {
    const { row, id, kind, measure, judged, data, origin, follows, result: _, verdict: __, explanation: ___, ...rest } = cells;
    if (kind === null) demandChoice(table, { row, key: 'kind', list: 'target-kind' }, reading);
    return {
      ...rest,
      id: tidy(id),
      // Without a kind nothing can be judged, and nothing is called unmet.
      kind: kind ?? 'track-only',
      targets: readTargets(table, { row, levels }, reading),
      measure,
      links: linksIn(measure),
      sumOf: sumsIn(measure),
      judged: judged ?? 'every-period',
      data: data ?? 'cumulative',
      origin: origin ?? 'plan',
      follows: idsIn(follows),
    };
  });
}

/** «T1.1; T1.2»: codes between `;` or `,`. */
function idsIn(written: string): string[] {
  if (written === '') return [];
  return written
    .split(/[;,\n]/u)
    .map(tidy)
    .filter((id) => id !== '');
}

type LevelsAt = { readonly row: number; readonly levels: readonly LevelColumn[] };

function readTargets(table: TabTable, { row, levels }: LevelsAt, reading: Reading): ReadonlyMap<number, TargetLevel> {
  const targets = new Map<number, TargetLevel>();
  for (const { key, years } of levels) {
    const level = readCellOf(table, { row, key, kind: 'level' }, reading);
    // What a year has of its own comes first, and stands.
    if (level !== null) for (const year of years) if (!targets.has(year)) targets.set(year, level);
  }
  return targets;
}

/** The rows of `Kế hoạch - Nhiệm vụ`. */
export function readTasks(table: TabTable | undefined, reading: Reading): Task[] {
  if (table === undefined) return [];
  return readRows(TASKS, table, reading).map((cells) => {
    const { row, id, frequency, dueRule, origin, follows, status: _, explanation: __, ...rest } = cells;
    if (frequency === null) demandChoice(table, { row, key: 'frequency', list: 'frequency' }, reading);
    return {
      ...rest,
      id: tidy(id),
      frequency: frequency ?? (rest.due === null ? 'continuous' : 'dated'),
      dueRule: dueRule ?? 'by-end-of',
      origin: origin ?? 'plan',
      follows: idsIn(follows),
    };
  });
}

type Choice = { readonly row: number; readonly key: string; readonly list: ListName };

/** A list cell that may not be blank; a wrong word in it was told already, and a missing column too. */
function demandChoice(table: TabTable, { row, key, list }: Choice, { problems }: Reading): void {
  const column = table.columns.get(key);
  if (column === undefined || !isBlankCell(cellAt(table.raw, row, column))) return;
  const facts = { value: '', list: Object.values(LIST_LABELS[list]).join(' / ') };
  problems.push(rowProblem(table, { row, key }, { code: 'not-in-list', facts }));
}

type PeriodRow = Row<typeof PERIODS.columns>;

/** The rows of `Kỳ báo cáo`; one without both its days cannot be placed in time and is left out. */
export function readPeriods(table: TabTable | undefined, reading: Reading): Period[] {
  if (table === undefined) return [];
  return readRows(PERIODS, table, reading).flatMap((row) => periodOf(table, row, reading));
}

function periodOf(table: TabTable, cells: PeriodRow, { problems }: Reading): Period[] {
  const { row, start, end, cumulative, recipients, addressees, state, kind, planYear, ...rest } = cells;
  const name = tidy(cells.name);
  for (const [key, day] of Object.entries({ start, end })) {
    const column = table.columns.get(key);
    // What stands there and is no day was told already.
    if (day === null && column !== undefined && isBlankCell(cellAt(table.raw, row, column)))
      problems.push(rowProblem(table, { row, key }, { code: 'text-in-day', facts: { value: '' } }));
  }
  if (start === null || end === null) return [];
  const told = { name, start, end };
  const byRow = kind === null ? typeByRow(told) : null;
  const place = placeOf(kind ?? byRow ?? 'special', told);
  const listed = (written: string): string[] =>
    written
      .split(/[\n;]/u)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return [
    {
      ...rest,
      ...told,
      ...place,
      typeBy: kind !== null ? 'cell' : byRow !== null ? 'row' : 'nobody',
      year: planYear ?? yearOf(end),
      cumulative: cumulative ?? countsFromNewYear(place),
      addressees: listed(addressees),
      recipients: listed(recipients),
      state: state ?? 'unopened',
    },
  ];
}

/** The rows of `Ngày nghỉ`. */
export function readHolidays(table: TabTable | undefined, reading: Reading): Holiday[] {
  return readRows(HOLIDAYS, table, reading).flatMap(({ day, kind, note }) =>
    day === null ? [] : [{ day, kind: kind ?? 'off', note }],
  );
}
