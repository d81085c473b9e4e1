import { type Day, parseDay } from '../../domain/core/day.ts';
import { sameWord, tidy } from '../../domain/core/word.ts';
import {
  frequencyOf,
  levelsByYear,
  type PlanRow,
  placeLevels,
  type SheetLevel,
  targetKindOf,
} from '../../domain/import/table/sheet-values.ts';
import type { Years } from '../../domain/plan/plan.ts';
import { DUE_RULE_LABELS, FREQUENCY_LABELS, ORIGIN_LABELS, TARGET_KIND_LABELS } from '../../words/core/labels.ts';
import { IMPORT_NOTES, type LeftOut, sayYearLevel } from '../../words/import/say-written.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { plainText } from '../../workbook/core/key.ts';
import type { LevelColumn } from '../../workbook/read/find-columns.ts';

/** Of the workbook and the request, what the cells of a row need. */
export type RowContext = {
  readonly years: Years | null;
  readonly columns: readonly LevelColumn[];
  readonly plan: string;
  /** `Lĩnh vực` of `Thông tin chung`, whose spelling is taken. */
  readonly fields: readonly string[];
};

/** The cells of one row by column key, and what did not find its own cell. */
export type SheetRow = { readonly values: Readonly<Record<string, CellValue>>; readonly left: readonly LeftOut[] };

/** The cells of one row under a new `Mã`. */
export function sheetRow(row: PlanRow, id: string, context: RowContext): SheetRow {
  const { values, notes, left } = row.kind === 'indicator' ? indicatorCells(row, context) : taskCells(row);
  const field = tidy(row.field ?? '');
  return {
    values: {
      id,
      field: context.fields.find((known) => sameWord(known, field)) ?? field,
      title: row.text,
      lead: listed(row.lead),
      origin: ORIGIN_LABELS.plan,
      plan: context.plan,
      quote: row.passage,
      ...values,
      note: [...notes, ...(row.exception === null ? [] : [IMPORT_NOTES.exception(row.exception)])].join('\n'),
    },
    left,
  };
}

type Cells = SheetRow & { readonly notes: readonly string[] };

function indicatorCells(row: PlanRow, { years, columns }: RowContext): Cells {
  const levels = levelsByYear(row, years);
  const { placed, left } = placeLevels(levels ?? new Map(), columns);
  const unplaced = left.map((year) => sayYearLevel(year, levelText(levels?.get(year) ?? '')));
  const levelCells = [...placed].map(([key, level]): [string, CellValue] => [key, levelCell(level)]);
  const loose = levels === null && row.target_from !== null ? plainText(row.target_from) : null;
  const told: LeftOut[] = [
    ...(unplaced.length === 0 ? [] : [{ is: 'no-year-column', levels: unplaced } as const]),
    ...(loose === null ? [] : [{ is: 'level-without-years', level: loose } as const]),
  ];
  return {
    values: { kind: TARGET_KIND_LABELS[targetKindOf(row)], unit: row.unit ?? '', ...Object.fromEntries(levelCells) },
    notes: [...levelNotes(row, loose), ...(unplaced.length === 0 ? [] : [IMPORT_NOTES.levels(unplaced)])],
    left: told,
  };
}

/** What a level says that its cell cannot hold. */
function levelNotes({ op, target_to: to }: PlanRow, loose: string | null): string[] {
  const isRange = op === 'range' && to !== null;
  return [
    ...(op === '>' ? [IMPORT_NOTES.above] : []),
    ...(op === '<' ? [IMPORT_NOTES.below] : []),
    ...(op === 'rise' && to !== null ? [IMPORT_NOTES.cap(plainText(to))] : []),
    ...(loose === null ? [] : [looseNote(op === 'rise', isRange ? `${loose} - ${plainText(to)}` : loose)]),
  ];
}

function looseNote(isStep: boolean, level: string): string {
  return isStep ? IMPORT_NOTES.step(level) : IMPORT_NOTES.levels([level]);
}

function taskCells(row: PlanRow): Cells {
  const due = dueOf(row);
  const frequency = frequencyOf(row);
  const words = due === null && frequency !== 'continuous' ? row.deadline : null;
  return {
    values: {
      product: row.product ?? '',
      supports: listed(row.with),
      watchers: listed(row.watcher),
      frequency: frequency === null ? '' : FREQUENCY_LABELS[frequency],
      due: due === null ? '' : { day: due, minutes: 0 },
      // The day read from the document is the last one on time.
      dueRule: due === null ? '' : DUE_RULE_LABELS['by-end-of'],
    },
    notes: due === null && row.deadline !== null ? [IMPORT_NOTES.deadline(row.deadline)] : [],
    left: [
      ...(words === null ? [] : [{ is: 'deadline-in-note', words } as const]),
      ...(frequency === null ? [{ is: 'no-frequency' } as const] : []),
    ],
  };
}

function dueOf({ due }: PlanRow): Day | null {
  return due === null ? null : parseDay(due);
}

/** Names on lines of one cell become a list on one line, as the reader takes them. */
function listed(text: string | null): string {
  return (text ?? '')
    .split(/\r\n?|\n/u)
    .map((line) => tidy(line).replace(/[;,]$/u, ''))
    .filter((line) => line !== '')
    .join('; ');
}

function levelCell(level: SheetLevel): CellValue {
  return typeof level === 'object' ? levelText(level) : level;
}

function levelText(level: SheetLevel): string {
  return typeof level === 'object' ? `${plainText(level.from)} - ${plainText(level.to)}` : plainText(level);
}
