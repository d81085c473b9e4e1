import type { Table } from '../document.ts';
import { folded } from '../fold-text.ts';
import type { ColumnMeaning, ColumnRole, MappedColumns } from './columns.ts';

/** What a person said of a table once: what each column below such a header holds; '' = nothing that is used. */
export type SaidColumns = { readonly header: readonly string[]; readonly roles: readonly (ColumnRole | '')[] };

/** A header stands within the first rows: titles may be above it. */
const HEADER_WITHIN = 15;

/** A table read as one with the same header was said to be; `null`: nobody said anything of such a header. */
export function columnsAsSaid(table: Table, said: readonly SaidColumns[]): MappedColumns | null {
  for (let row = 0; row < Math.min(table.rows, HEADER_WITHIN); row += 1) {
    const header = headerIn(table, row);
    const known = said.find((one) => keyOf(one.header) === keyOf(header));
    if (known !== undefined) return { at: table.at, first: row + 1, columns: meaningsOf(known) };
  }
  return null;
}

function headerIn({ columns, cells }: Table, row: number): string[] {
  return Array.from(
    { length: columns },
    (_, column) => cells.find((one) => one.row === row && one.column === column)?.text ?? '',
  );
}

const keyOf = (header: readonly string[]): string => header.map(folded).join('|').replace(/\|+$/u, '');

/** A level's years are those that its header names. */
function meaningsOf({ header, roles }: SaidColumns): ColumnMeaning[] {
  return roles.flatMap((role, column): ColumnMeaning[] => {
    if (role === '') return [];
    const years = role === 'level' ? [...(header[column] ?? '').matchAll(/20[1-4]\d/gu)].map(([year]) => Number(year)) : [];
    return [{ role, column, years }];
  });
}
