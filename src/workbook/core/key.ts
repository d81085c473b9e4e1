import { isBlank, tidy } from '../../domain/core/word.ts';
import { readDay } from '../../words/core/day.ts';
import { NO, YES } from '../../words/core/labels.ts';
import type { CellValue, RawTab } from './cell.ts';
import type { TabSpec } from './tab.ts';

/** What stands in a cell of the tab; beyond its data a cell is blank. Rows and columns count from 1. */
export function cellAt(raw: RawTab, row: number, column: number): CellValue {
  return raw.values[row - 1]?.[column - 1] ?? '';
}

/** A cell as plain text; a checkbox says có or không, a day `YYYY-MM-DD`. */
export function plainText(value: CellValue): string {
  if (typeof value === 'object') return value.day;
  if (typeof value === 'boolean') return value ? YES : NO;
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

/** Whether a cell holds nothing that a person would see; an empty checkbox counts as nothing. */
export function isBlankCell(value: CellValue): boolean {
  return value === false || (typeof value === 'string' && isBlank(value));
}

/** «31/12/2026» */
const LONGEST_DAY = 10;

/** One part of a row's key; a day typed as text is the same key as the day itself. */
export function keyPart(value: CellValue): string {
  const text = value === false ? '' : tidy(plainText(value));
  return text.length > LONGEST_DAY ? text : (readDay(text) ?? text);
}

/** Where a row's key stands. */
type Keyed = { readonly spec: TabSpec; readonly raw: RawTab; readonly columns: ReadonlyMap<string, number> };

/** The columns of a row's key in order, or `null` when the tab lacks one of them. */
export function keyColumns({ spec, columns }: Pick<Keyed, 'spec' | 'columns'>): number[] | null {
  const places = spec.rowKey.flatMap((key) => columns.get(key) ?? []);
  return places.length < spec.rowKey.length || places.length === 0 ? null : places;
}

/** The parts of a row's key in order, or `null` when the tab lacks one of its key columns. */
export function keyParts(table: Keyed, row: number): string[] | null {
  return keyColumns(table)?.map((column) => keyPart(cellAt(table.raw, row, column))) ?? null;
}

/** A key as `TabTable.rows` holds it. */
export function joinKey(parts: readonly string[]): string {
  return parts.map(tidy).join('|');
}

/** Every key written in the tab, doubled ones too: what must not be appended again. */
export function keysIn(table: Keyed & { readonly headerRow: number; readonly lastRow: number }): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let row = table.headerRow + 1; row <= table.lastRow; row += 1) {
    const parts = keyParts(table, row);
    if (parts !== null) keys.add(joinKey(parts));
  }
  return keys;
}
