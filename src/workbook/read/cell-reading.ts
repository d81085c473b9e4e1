import * as z from 'zod/mini';
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

/**
 * A schema of one kind of cell: a blank cell is `blank`, any other is read or refused. Spreadsheet errors and texts longer
 * than a cell may hold are refused for every kind.
 */
export function cellSchema<Value, Blank>(blank: Blank, read: (cell: FilledCell) => { readonly is: Value } | Refusal) {
  return z.pipe(
    z.custom<Cell>(),
    z.transform((cell: Cell, { issues }): Value | Blank => {
      if (isBlankCell(cell.value)) return blank;
      const answer = refusedAnyway(cell.value) ?? read(new ReadAloud(cell));
      if ('is' in answer) return answer.is;
      const params = { value: shorten(tidy(plainText(cell.value))), ...answer.facts };
      issues.push({ code: 'custom', message: answer.refused, params, input: cell.value });
      return z.NEVER;
    }),
  );
}

/** What is wrong with a cell of any kind: an error of the spreadsheet, or a text longer than a cell may hold. */
export function refusedAnyway(value: CellValue): Refusal | null {
  if (typeof value !== 'string') return null;
  if (value.length > LONGEST_TEXT) return refused('text-too-long', { length: value.length, longest: LONGEST_TEXT });
  return ERROR.test(value.trim()) ? refused('error-in-cell') : null;
}

/** A sentence quotes the start of a long text. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
