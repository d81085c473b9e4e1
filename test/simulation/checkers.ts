import { styleAt } from '../../src/xlsx/areas.ts';
import type { CellModel, SheetModel } from '../../src/xlsx/model.ts';
import type { Stage } from './stage.ts';
import { KEY, MACHINE } from './toy-workbook.ts';

type Value = CellModel['value'];
type Pair = { readonly actual: SheetModel; readonly shadow: SheetModel };

const valueAt = (sheet: SheetModel, row: number, column: number): Value => sheet.cells.get(row)?.get(column)?.value ?? '';
const machines = (sheet: SheetModel, row: number, column: number): boolean =>
  styleAt(sheet, row, column).background === MACHINE.background;

function pairOf(stage: Stage, tab: number): Pair {
  const find = (sheets: readonly SheetModel[]): SheetModel | undefined => sheets.find(({ id }) => id === tab);
  const [actual, shadow] = [find(stage.book.sheets), find(stage.shadow.book.sheets)];
  if (actual === undefined || shadow === undefined) throw new Error('Bug: the tab is gone');
  return { actual, shadow };
}

function* cellsOf({ actual, shadow }: Pair): Generator<{ row: number; column: number }> {
  for (const row of new Set([...actual.cells.keys(), ...shadow.cells.keys()])) {
    const columns = [...(actual.cells.get(row)?.keys() ?? []), ...(shadow.cells.get(row)?.keys() ?? [])];
    for (const column of new Set(columns)) yield { row, column };
  }
}

/** (a) What people typed stands where they and nobody else put it, or somebody was told; nothing stands where they put nothing. */
export function typedIsKept(stage: Stage, tab: number): string[] {
  const pair = pairOf(stage, tab);
  const findings: string[] = [];
  for (const { row, column } of cellsOf(pair)) {
    const [is, was] = [valueAt(pair.actual, row, column), valueAt(pair.shadow, row, column)];
    if (is === was || machines(pair.shadow, row, column)) continue;
    const key = keyAt(pair.shadow, row);
    if (key !== '' && stage.told.some((sentence) => sentence.includes(key))) continue;
    findings.push(`typed value ${JSON.stringify(was)} became ${JSON.stringify(is)} (row ${row}, column ${column}, key ${key})`);
  }
  return findings;
}

function keyAt(shadow: SheetModel, row: number): string {
  const column = [...shadow.columnStyles].find(([, style]) => style.bold === KEY.bold)?.[0];
  return column === undefined ? '' : String(valueAt(shadow, row, column));
}

/** (b) No computed value stands at another key than its own; its text begins with its key. */
export function computedIsAtItsKey(stage: Stage, tab: number): string[] {
  const pair = pairOf(stage, tab);
  const keys = new Set([...pair.shadow.cells.keys()].map((row) => keyAt(pair.shadow, row)));
  const findings: string[] = [];
  for (const { row, column } of cellsOf(pair)) {
    if (!machines(pair.shadow, row, column)) continue;
    const [of = ''] = String(valueAt(pair.actual, row, column)).split(':');
    const [before = ''] = String(valueAt(pair.shadow, row, column)).split(':');
    const key = keyAt(pair.shadow, row);
    // What stood there before the script ran, or belongs to a key that is gone, on a row without one, hurts nobody.
    if (of === '' || of === key || of === before || (key === '' && !keys.has(of))) continue;
    findings.push(`value of ${of} stands at ${key === '' ? 'a row without key' : key} (row ${row})`);
  }
  return findings;
}

/** (c) No mail goes twice, none goes that nothing asked for, and what had to go went or was told. */
export function mailsAreRight(stage: Stage, due: { must: readonly string[]; may: readonly string[] }): string[] {
  const sent = stage.mails.map(({ subject }) => subject);
  const told = (key: string): boolean => stage.told.some((sentence) => sentence.includes(key));
  return [
    ...[...new Set(sent)].filter((key) => sent.indexOf(key) !== sent.lastIndexOf(key)).map((key) => `mail ${key} went twice`),
    ...sent.filter((key) => !due.may.includes(key)).map((key) => `mail ${key} was not due`),
    ...due.must.filter((key) => !sent.includes(key) && !told(key)).map((key) => `mail ${key} is lost and nobody was told`),
  ];
}

type Table = { readonly rows: readonly (readonly Value[])[]; readonly at: (header: string) => number };

/** The table as its headers say; `null` when one is missing or people have taken the header row away. */
function tableOf(sheet: SheetModel): Table | null {
  const last = Math.max(0, ...sheet.cells.keys());
  const values = Array.from({ length: last }, (_, i) =>
    Array.from({ length: sheet.maxColumns }, (_, at) => valueAt(sheet, i + 1, at + 1)),
  );
  const head = values.findIndex((row) => ['Mã', 'Số liệu', 'Kết quả'].every((header) => row.includes(header)));
  const headers = values[head];
  return headers === undefined ? null : { rows: values.slice(head + 1), at: (header) => headers.indexOf(header) };
}

/** (d) A killed run and a clean one leave what one clean run leaves: every computed value is there and is of today. */
export function computedIsComplete(stage: Stage, tab: number): string[] {
  const { actual, shadow } = pairOf(stage, tab);
  const [is, people] = [tableOf(actual), tableOf(shadow)];
  if (people === null) return [];
  if (is === null) return ['a header is lost'];
  return people.rows.flatMap((row, i) => {
    const [key = '', value] = [row[people.at('Mã')], row[people.at('Số liệu')]];
    const expected = key === '' ? '' : `${key}:${value}`;
    const found = is.rows[i]?.[is.at('Kết quả')] ?? '';
    return found === expected ? [] : [`after a clean run ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
  });
}

/** Whose mail is due in the workbook as people made it. */
export function dueIn(stage: Stage, tab: number): string[] {
  const people = tableOf(pairOf(stage, tab).shadow);
  const rows = people?.rows ?? [];
  return rows.flatMap((row) => {
    const [key = '', value] = [row[people?.at('Mã') ?? 0], row[people?.at('Số liệu') ?? 0]];
    return key !== '' && typeof value === 'number' && value < 5 ? [String(key)] : [];
  });
}
