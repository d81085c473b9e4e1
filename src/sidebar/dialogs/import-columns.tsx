import { useState } from 'preact/hooks';
import type { UnreadTable } from '../../app/replies/import.ts';
import type { ColumnMeaning, ColumnRole, MappedColumns } from '../../domain/import/table/columns.ts';
import type { SaidColumns } from '../../domain/import/table/said-columns.ts';
import { COLUMN_LABELS, IMPORT_WORDS } from '../../words/pages/import.ts';
import { Choices as Choose } from './fields.tsx';

type Roles = Readonly<Record<number, ColumnRole | undefined>>;
type Props = { tables: readonly UnreadTable[]; open: boolean; onColumns: (columns: readonly MappedColumns[]) => Promise<void> };

/** Tables whose headers were not understood: somebody says what each column holds. */
export function Columns({ tables, open, onColumns }: Props) {
  const [said, setSaid] = useState<Readonly<Record<string, MappedColumns>>>({});
  return (
    <details open={open}>
      <summary>{IMPORT_WORDS.columns}</summary>
      <p class="empty">{IMPORT_WORDS.columnsHint}</p>
      {tables.map((table) => (
        <TableColumns key={table.at} table={table} onSay={(columns) => setSaid((known) => ({ ...known, [table.at]: columns }))} />
      ))}
      <button type="button" disabled={Object.keys(said).length === 0} onClick={() => onColumns(Object.values(said))}>
        {IMPORT_WORDS.columnsDo}
      </button>
    </details>
  );
}

function TableColumns({ table, onSay }: { table: UnreadTable; onSay: (columns: MappedColumns) => void }) {
  const [header, setHeader] = useState(0);
  const [roles, setRoles] = useState<Roles>({});
  const names = table.rows[header] ?? [];
  const say = (row: number, next: Roles) => {
    setHeader(row);
    setRoles(next);
    onSay({ at: table.at, first: row + 1, columns: meanings(table.rows[row] ?? [], next) });
  };
  return (
    <fieldset class="choice">
      <legend>{table.place}</legend>
      <Choose
        label={IMPORT_WORDS.header}
        options={table.rows.map(
          (row, at) =>
            [
              String(at),
              row
                .filter((cell) => cell !== '')
                .join(' | ')
                .slice(0, 120),
            ] as const,
        )}
        chosen={String(header)}
        onChoose={(row) => say(Number(row), roles)}
      />
      {names.map((name, at) => (
        <Choose
          key={at}
          label={name || IMPORT_WORDS.column(at + 1)}
          options={[['', IMPORT_WORDS.unused], ...Object.entries(COLUMN_LABELS)]}
          chosen={roles[at] ?? ''}
          onChoose={(role) => say(header, { ...roles, [at]: roleNamed(role) })}
        />
      ))}
    </fieldset>
  );
}

const roleNamed = (text: string): ColumnRole | undefined =>
  (Object.keys(COLUMN_LABELS) as (keyof typeof COLUMN_LABELS)[]).find((role) => role === text);

/** What was said, by the words of the headers: it is kept with the rows that it gave. */
export function keptColumns(tables: readonly UnreadTable[], said: readonly MappedColumns[]): SaidColumns[] {
  return said.flatMap(({ at, first, columns }) => {
    const header = tables.find((table) => table.at === at)?.rows[first - 1] ?? [];
    const roles = header.map((_, column) => columns.find((one) => one.column === column)?.role ?? '');
    return header.length === 0 ? [] : [{ header, roles }];
  });
}

/** A level's years are those that its header names. */
function meanings(names: readonly string[], roles: Roles): ColumnMeaning[] {
  return names.flatMap((name, column): ColumnMeaning[] => {
    const role = roles[column];
    if (role === undefined) return [];
    const years = role === 'level' ? [...name.matchAll(/20[1-4]\d/gu)].map(([year]) => Number(year)) : [];
    return [{ role, column, years }];
  });
}
