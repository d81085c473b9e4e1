import { yearOf } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import { periodKindOf } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Holiday } from '../../domain/plan/plan.ts';
import { cellAt, isBlankCell } from '../core/key.ts';
import type { TabTable } from '../core/table.ts';
import { PERIODS } from '../tabs/periods.ts';
import { HOLIDAYS } from '../tabs/settings.ts';
import { type Reading, type Row, readRows, rowProblem } from './read-rows.ts';

type PeriodRow = Row<typeof PERIODS.columns>;

/** The rows of `Kỳ báo cáo`; one without both its days cannot be placed in time and is left out. */
export function readPeriods(table: TabTable | undefined, reading: Reading): Period[] {
  if (table === undefined) return [];
  return readRows(PERIODS, table, reading).flatMap((row) => periodOf(table, row, reading));
}

function periodOf(table: TabTable, cells: PeriodRow, { problems }: Reading): Period[] {
  const { row, name, start, end, cumulative, recipients, state, ...rest } = cells;
  for (const [key, day] of Object.entries({ start, end })) {
    const column = table.columns.get(key);
    // What stands there and is no day was told already.
    if (day === null && column !== undefined && isBlankCell(cellAt(table.raw, row, column)))
      problems.push(rowProblem(table, { row, key }, { code: 'text-in-day', facts: { value: '' } }));
  }
  if (start === null || end === null) return [];
  const kind = periodKindOf({ start, end });
  const listed = recipients.split(/[\n;]/u).map((each) => each.trim());
  return [
    {
      ...rest,
      name: tidy(name),
      start,
      end,
      kind,
      year: yearOf(end),
      // Of the four reports only quý III counts its own quarter alone (domain.md B2).
      cumulative: cumulative ?? kind !== 'q3',
      recipients: listed.filter((each) => each !== ''),
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
