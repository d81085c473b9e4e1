import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import { tidy } from '../../domain/core/word.ts';
import { type CellValue, LONGEST_TEXT } from '../core/cell.ts';
import { isBlankCell, plainText } from '../core/key.ts';

/** A cell with all that tells what it means. */
export type Cell = { readonly value: CellValue; readonly format: string; readonly locale: string };

/** A cell that could not be read: the code of the problem and what its sentence needs. */
export type Refusal = { readonly refused: SheetProblemCode; readonly facts?: Readonly<Record<string, string | number>> };

/** What a cell holds as a person would read it aloud. */
export type FilledCell = Cell & { readonly text: string };

/** Made a text only where one is asked for: most cells hold a long text that keeps its lines, or a number. */
class ReadAloud implements FilledCell {
  readonly value: CellValue;
  readonly format: string;
  readonly locale: string;

  constructor({ value, format, locale }: Cell) {
    this.value = value;
    this.format = format;
    this.locale = locale;
  }

  get text(): string {
    return tidy(plainText(this.value));
  }
}

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!)/iu;

/** Says what is wrong with a cell. */
export function refused(code: SheetProblemCode, facts: Refusal['facts'] = {}): Refusal {
  return { refused: code, facts };
}

/** What a cell turned out to hold. */
export type CellRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: CellProblem };
/** Why a cell could not be read; `value` is the start of what stands there. */
export type CellProblem = { readonly code: SheetProblemCode; readonly facts: Readonly<Record<string, string | number>> };

/** Reads one kind of cell. `blank` is what a cell that holds nothing stands for. */
export type CellReader<Value> = { readonly blank: Value; read(cell: Cell): CellRead<Value> };

/**
 * The reader of one kind of cell: a blank cell is `blank`, any other is read or refused. Spreadsheet errors and texts longer
 * than a cell may hold are refused for every kind. Plain functions, because every edit evaluates and runs them for each cell.
 */
export function cellReader<Value, Blank>(
  blank: Blank,
  read: (cell: FilledCell) => { readonly is: Value } | Refusal,
): CellReader<Value | Blank> {
  return {
    blank,
    read: (cell) => {
      if (isBlankCell(cell.value)) return { ok: true, value: blank };
      const answer = refusedAnyway(cell.value) ?? read(new ReadAloud(cell));
      if ('is' in answer) return { ok: true, value: answer.is };
      const facts = { value: shorten(tidy(plainText(cell.value))), ...answer.facts };
      return { ok: false, problem: { code: answer.refused, facts } };
    },
  };
}

/** What is wrong with a cell of any kind: an error of the spreadsheet, or a text longer than a cell may hold. */
export function refusedAnyway(value: CellValue): Refusal | null {
  if (typeof value !== 'string') return null;
  if (value.length > LONGEST_TEXT) return refused('text-too-long', { length: value.length, longest: LONGEST_TEXT });
  return value.includes('#') && ERROR.test(value.trim()) ? refused('error-in-cell') : null;
}

/** A sentence quotes the start of a long text. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
