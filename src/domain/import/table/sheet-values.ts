import { fold } from '../../core/word.ts';
import type { TargetKind } from '../../plan/indicator.ts';
import type { Years } from '../../plan/plan.ts';
import type { Frequency } from '../../plan/task.ts';
import type { ImportedRow } from '../row.ts';
import type { TargetOp, YearLevel } from '../targets.ts';

/** A row as it travels to the workbook: its day is a text until it is read. */
export type PlanRow = Omit<ImportedRow, 'proof' | 'due'> & { readonly due: string | null };

const KINDS: Readonly<Record<TargetOp, TargetKind>> = {
  '>=': 'at-least',
  '>': 'at-least',
  '=': 'at-least',
  '<=': 'at-most',
  '<': 'at-most',
  range: 'between',
  'rank<=': 'rank-at-most',
  'grade>=': 'grade-at-least',
  rise: 'yearly-rise',
  'below-baseline': 'below-baseline',
  yes: 'milestone',
  zero: 'at-most',
  none: 'track-only',
};

/** `Loại chỉ tiêu` of a row; without a level it is only followed. */
export function targetKindOf({ op }: Pick<PlanRow, 'op'>): TargetKind {
  return KINDS[op ?? 'none'];
}

/** `Tần suất` of a task; `null`: its words do not say, and the office chooses. */
export function frequencyOf({ deadline, deadline_kind: kind }: Pick<PlanRow, 'deadline' | 'deadline_kind'>): Frequency | null {
  switch (kind) {
    case 'date':
    case 'month':
    case 'quarter':
    case 'year':
    case 'several':
      return 'dated';
    case 'standing':
      return 'continuous';
    case 'recurrence':
      return recurrenceIn(deadline ?? '');
    default:
      return null;
  }
}

const EVERY = '(?:hằng|hàng|mỗi|từng|theo)';
const RECURRENCES: readonly (readonly [Frequency, RegExp])[] = [
  ['monthly', new RegExp(`${EVERY} tháng`, 'u')],
  ['quarterly', new RegExp(`${EVERY} quý`, 'u')],
  ['yearly', new RegExp(`${EVERY} năm`, 'u')],
  ['every-period', /kỳ báo cáo|định kỳ/u],
];

/** The one turn that the words name; «hằng quý, hằng năm» names two, and is no answer. */
function recurrenceIn(words: string): Frequency | null {
  const text = fold(words);
  const [one, other] = RECURRENCES.filter(([frequency, pattern]) => frequency !== 'every-period' && pattern.test(text));
  if (other !== undefined) return null;
  return one?.[0] ?? RECURRENCES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A level as a cell holds it. */
export type SheetLevel = YearLevel | { readonly from: number; readonly to: number };

/** The levels of a row by year; `null`: it has one, but nothing says of which years. */
export function levelsByYear(row: PlanRow, years: Years | null): ReadonlyMap<number, SheetLevel> | null {
  const named = row.years ?? {};
  const levels = new Map<number, SheetLevel>(Object.entries(named).map(([year, level]) => [Number(year), asLevel(row, level)]));
  if (row.target_from === null || levels.size > 0) return levels;
  // The step of a rise is the level of no year.
  if (row.op === 'rise' || years === null) return null;
  for (let year = years.first; year <= years.last; year += 1) levels.set(year, asLevel(row, row.target_from));
  return levels;
}

function asLevel({ op, target_from: from, target_to: to }: PlanRow, level: YearLevel): SheetLevel {
  return op === 'range' && typeof level === 'number' && level === from && to !== null ? { from: level, to } : level;
}

/** Levels placed in columns, and the years for which there is none. A column of several years takes what they all have in common. */
export function placeLevels(
  levels: ReadonlyMap<number, SheetLevel>,
  columns: readonly { readonly key: string; readonly years: readonly number[] }[],
): { readonly placed: ReadonlyMap<string, SheetLevel>; readonly left: readonly number[] } {
  const placed = new Map<string, SheetLevel>();
  const done = new Set<number>();
  for (const { key, years } of columns) {
    const wanted = years.filter((year) => !done.has(year));
    const [first, ...others] = wanted.map((year) => levels.get(year));
    const isCommon = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
    if (first === undefined || !isCommon) continue;
    placed.set(key, first);
    for (const year of wanted) done.add(year);
  }
  return { placed, left: [...levels.keys()].filter((year) => !done.has(year)).sort((one, other) => one - other) };
}
