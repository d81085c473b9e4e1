import type { Finding } from '../../domain/checks/finding.ts';
import type { Source } from '../../domain/core/source.ts';
import { fold } from '../../domain/core/word.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import type { Book } from './book.ts';
import type { CellAddress } from './cell.ts';
import { cellAt, isBlankCell, joinKey, keyPart, plainText } from './key.ts';
import type { PlacedFinding } from './problem.ts';
import type { TabKey, TabTable } from './tab.ts';
/** The tab that holds each kind of row. */
export const TAB_OF: Readonly<Record<Source['of'], TabKey>> = {
  indicator: 'indicators',
  actual: 'actuals',
  task: 'tasks',
  entry: 'entries',
  period: 'periods',
  narrative: 'narratives',
  setting: 'settings',
  plan: 'plans',
  role: 'roles',
  holiday: 'holidays',
  outline: 'outline',
  recommendation: 'inspections',
  survey: 'surveys',
  score: 'scores',
};

/** Column letters: 1 = A, 27 = AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetter(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** `Nhập số liệu!J12`, as people name a cell. */
export function a1({ tab, row, column }: CellAddress): string {
  return `${tab}!${columnLetter(column)}${row}`;
}

/** The cell of a source, or `null` when its row or column is not, or not uniquely, in the workbook. */
export function addressIn(tables: ReadonlyMap<TabKey, TabTable>, source: Source): CellAddress | null {
  const table = tables.get(TAB_OF[source.of]);
  const row = table === undefined ? null : rowOfSource(table, source);
  const column = table === undefined || row === null ? undefined : columnOfSource(table, row, source.field);
  if (table === undefined || column === undefined || row === null) return null;
  return { sheetId: table.raw.sheetId, tab: table.raw.name, row, column };
}

/** A year whose own cell is blank, or that has none, has its level in the column of its stage. */
function columnOfSource({ raw, columns }: TabTable, row: number, field: string): number | undefined {
  const own = columns.get(field);
  const year = Number(/^year-(\d{4})$/u.exec(field)?.[1] ?? Number.NaN);
  if (Number.isNaN(year) || (own !== undefined && !isBlankCell(cellAt(raw, row, own)))) return own;
  const stages = [...columns].filter(([key]) => {
    const [, first, last] = (/^years-(\d{4})-(\d{4})$/u.exec(key) ?? []).map(Number);
    return first !== undefined && last !== undefined && first <= year && year <= last;
  });
  return stages.find(([, column]) => !isBlankCell(cellAt(raw, row, column)))?.[1] ?? own ?? stages[0]?.[1];
}

/** Rows whose second key stands in `period`: a period, the question of a survey, or the year of a criterion. */
const KEYED_TWICE: readonly Source['of'][] = ['actual', 'entry', 'survey', 'score'];

function rowOfSource(table: TabTable, { of, id, period }: Source): number | null {
  if (of === 'setting')
    return firstRowWith(table, 'name', [Object.entries(SETTING_LABELS).find(([key]) => key === id)?.[1] ?? id]);
  if (of === 'role') return firstRowWith(table, 'role', [id, period]) ?? firstRowWith(table, 'role', [id]);
  const parts = { id, period };
  const key = KEYED_TWICE.includes(of) ? [parts.id, period] : of === 'narrative' ? [period, parts.id] : [id];
  return table.rows.get(joinKey(key)) ?? null;
}

/** Tabs whose rows have no single name: the first row that says it, of the same first day where one is given. */
function firstRowWith(
  { raw, headerRow, columns }: TabTable,
  key: string,
  [text, from]: readonly [string, string?],
): number | null {
  const [column, first] = [columns.get(key) ?? 0, columns.get('from') ?? 0];
  for (let row = headerRow + 1; row <= raw.values.length; row += 1) {
    const isSame = from === undefined || keyPart(cellAt(raw, row, first)) === from;
    if (isSame && fold(plainText(cellAt(raw, row, column))) === fold(text)) return row;
  }
  return null;
}

/** Gives each finding of the rules its cell. */
export function placeFindings(book: Book, findings: readonly Finding[]): PlacedFinding[] {
  return findings.map((finding) => ({ finding, at: book.addressOf(finding.at) }));
}
