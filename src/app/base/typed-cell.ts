import type { Source } from '../../domain/core/source.ts';
import { sayProblem } from '../../words/checks/problems.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { ENTER_REFUSALS } from '../../words/entry/enter-form.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { cellOfText, textOfCell } from '../../workbook/core/cell-text.ts';
import type { Column, TabTable } from '../../workbook/core/tab.ts';
import { columnKeyOf } from '../../workbook/read/find-columns.ts';
import { type Reading, readCellOf } from '../../workbook/read/read-rows.ts';
import { textAt } from './office-cells.ts';
import { refuse } from './refusal.ts';

/** One cell that a form fills: what it read before, and what it is to read. */
export type TypedCell = { readonly header: string; readonly at: Source; readonly before: string; readonly after: string };
type Asked = { readonly header: string; readonly text: string };

/** A column that is typed into, by its header; refuses any other. */
export function typedColumn({ spec }: TabTable, header: string): { readonly field: string; readonly column: Column } {
  const field = columnKeyOf(spec, header) ?? '';
  const column = spec.columns[field];
  return column?.by === 'office' ? { field, column } : refuse(REFUSALS.unknownColumn(header));
}

/** One cell as its column takes it; refuses a column that is not for typing and a text that its column cannot read. */
export function typedCell(book: Book, table: TabTable, row: Omit<Source, 'field'>, { header, text }: Asked): TypedCell {
  const { field, column } = typedColumn(table, header);
  const at: Source = { ...row, field };
  const place = book.addressOf(at) ?? refuse(REFUSALS.unknownColumn(header));
  const format = table.raw.formats[place.row - 1]?.[place.column - 1] ?? '';
  const value = typedValue(book, table, { field, text, format });
  return { header, at, before: textAt(book, at) ?? '', after: textOfCell(column.kind, value, format) };
}

/** The value for a cell of this column; refuses a text that it cannot read, with the column and the fix. */
export function typedValue(
  { locale }: Book,
  table: TabTable,
  { field, text, format }: { readonly field: string; readonly text: string; readonly format: string },
): CellValue {
  const kind = table.spec.columns[field]?.kind ?? 'text';
  const value = cellOfText(kind, text.trim(), format);
  const reading: Reading = { locale, problems: [] };
  const alone = { ...table, columns: new Map([[field, 1]]), raw: { ...table.raw, values: [[value]], formats: [[format]] } };
  readCellOf(alone, { row: 1, key: field, kind }, reading);
  const [problem] = reading.problems;
  return problem === undefined ? value : refuse(sayProblem(problem));
}

/** A cell that somebody else has changed since the form was opened keeps what it says, unless both say the same by now. */
export function mustBeAsSeen(typed: readonly TypedCell[], seen: Readonly<Record<string, string>>): void {
  const conflicts = typed
    .filter(({ header, before, after }) => before !== after && before !== (seen[header] ?? before))
    .map(({ header, before, after }) => ({ header, now: before, typed: after }));
  if (conflicts.length > 0) refuse(ENTER_REFUSALS.changedMeanwhile(conflicts), conflicts);
}
