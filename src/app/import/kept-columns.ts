import type { LogRow } from '../../domain/history/journal.ts';
import { COLUMN_ROLES, type ColumnRole } from '../../domain/import/table/columns.ts';
import type { SaidColumns } from '../../domain/import/table/said-columns.ts';
import { COLUMNS_PLACE } from '../../words/import/columns-place.ts';
import { saySaidColumns } from '../../words/import/say-written.ts';
import type { JournalEntry } from '../base/journal.ts';

/** What was said of the columns of a table, as a line of `Nhật ký`: so every machine that opens the workbook knows it. */
export function columnEntries(said: readonly SaidColumns[], log: readonly LogRow[]): JournalEntry[] {
  const known = new Set(log.filter(({ place }) => place === COLUMNS_PLACE).map(({ note }) => note));
  return said.flatMap(({ header, roles }): JournalEntry[] => {
    const note = JSON.stringify(header.map((name, at) => [name, roles[at] ?? '']));
    return known.has(note) ? [] : [{ operation: 'import', place: COLUMNS_PLACE, after: saySaidColumns(header, roles), note }];
  });
}

/** What was said of columns before, the newest first; a line that somebody wrote over says nothing. */
export function columnsKept(log: readonly LogRow[]): SaidColumns[] {
  return [...log].reverse().flatMap(({ operation, place, note }) => {
    if (operation !== 'import' || place !== COLUMNS_PLACE) return [];
    const pairs = pairsIn(note);
    return pairs.length === 0 ? [] : [{ header: pairs.map(([name]) => name), roles: pairs.map(([, role]) => role) }];
  });
}

function pairsIn(note: string): (readonly [string, ColumnRole | ''])[] {
  const given = parsed(note);
  if (!Array.isArray(given)) return [];
  return given.map((pair: unknown) => {
    const [name, said] = Array.isArray(pair) ? pair : [];
    return [String(name ?? ''), COLUMN_ROLES.find((role) => role === said) ?? ''];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
