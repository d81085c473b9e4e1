import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '../../src/domain/core/word.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import type { HumanEdit } from '../../src/host/core/human-edit.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import type { SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { DEMO_MOMENT } from './environment.ts';
import { sampleWorkbook } from './sample-book.ts';

/** Rows of the plan that the small workbook keeps: every kind of indicator, a sum with its parts, and every kind of task. */
const KEPT = [
  'T1.3',
  'T1.5',
  'T3.4',
  'T3.8',
  'T3.9b',
  'T4.3',
  'TK3.8',
  'TK3.9',
  'TK3.10',
  'N1.1',
  'N1.6',
  'N2.2a',
  'N4.3b',
  'N7.6',
];
const KEPT_PERIODS = ['Quý I 2024', DEMO_PERIOD, 'Quý III 2024'];
const NEXT_PERIOD = 'Quý III 2024';

/** The sample workbook with few rows, so that a hundred of them can be played. */
export function smallWorkbook(folder: string): Uint8Array {
  sampleWorkbook(folder, 'mau.xlsx');
  const bytes = readFileSync(join(folder, 'mau.xlsx'));
  const book = readXlsx(bytes);
  for (const sheet of book.sheets) thin(sheet);
  return saveXlsx(bytes, book);
}

export const sheetOf = (book: WorkbookModel, name: string): SheetModel => {
  const sheet = book.sheets.find((each) => fold(each.name) === fold(name));
  if (sheet === undefined) throw new Error(`there is no tab “${name}”`);
  return sheet;
};

type Spec = (typeof TABS)[number];
const ourHeaders = (spec: Spec | undefined): ReadonlySet<string> =>
  new Set(Object.values(spec?.columns ?? {}).map(({ header }) => fold(header)));
const countOurs = (line: ReadonlyMap<number, { readonly value: unknown }>, known: ReadonlySet<string>): number =>
  [...line.values()].filter(({ value }) => known.has(fold(String(value)))).length;

/** What a tab is: by its name, a renamed one by the most of our headers. */
function specOf(sheet: SheetModel): Spec | undefined {
  const named = TABS.find(({ name }) => fold(name) === fold(sheet.name));
  if (named !== undefined) return named;
  const most = (spec: Spec): number =>
    [...sheet.cells.values()].slice(0, 10).reduce((best, line) => Math.max(best, countOurs(line, ourHeaders(spec))), 0);
  return [...TABS].sort((left, right) => most(right) - most(left)).find((spec) => most(spec) > 4);
}

/** The header row of a tab and its columns by header. */
export function headersOf(sheet: SheetModel): { readonly row: number; readonly columns: ReadonlyMap<string, number> } {
  const known = ourHeaders(specOf(sheet));
  for (const [row, line] of sheet.cells) {
    if (countOurs(line, known) > 1)
      return { row, columns: new Map([...line].map(([column, { value }]) => [String(value), column])) };
  }
  return { row: 0, columns: new Map() };
}

function thin(sheet: SheetModel): void {
  const { row: header, columns } = headersOf(sheet);
  const [id, period] = [columns.get('Mã'), columns.get('Kỳ')];
  const isRecord = ['Nhật ký', 'Bản chốt', 'Thư đã gửi', 'Báo cáo đã tạo'].includes(sheet.name);
  const isKept = (line: ReadonlyMap<number, { readonly value: unknown }>): boolean => {
    const shows = (column: number | undefined, list: readonly string[]): boolean =>
      column === undefined || list.includes(String(line.get(column)?.value ?? ''));
    return !isRecord && shows(id, KEPT) && shows(period, KEPT_PERIODS);
  };
  const rows = [...sheet.cells].sort(([left], [right]) => left - right);
  sheet.cells.clear();
  let last = 0;
  for (const [row, line] of rows) {
    if (row > header && !isKept(line)) continue;
    last = row <= header ? row : last + 1;
    sheet.cells.set(last, line);
  }
}

/** Every value of the workbook by sheet id, row and column. */
export function valuesOf(book: WorkbookModel): Map<string, unknown> {
  const all = book.sheets.flatMap(({ id, cells }) =>
    [...cells].flatMap(([row, line]) =>
      [...line].map(
        ([column, { value, formula }]) => [`${id}|${row}|${column}`, formula === null ? value : `=${formula}`] as const,
      ),
    ),
  );
  return new Map(all.filter(([, value]) => value !== ''));
}

/** Cells that the machine may write: grey columns under their own header, the overview, the stamp, and rows under the last one. */
function isOurs(book: WorkbookModel, place: string): boolean {
  const [id, row = 0, column = 0] = place.split('|').map(Number);
  const sheet = book.sheets.find((each) => each.id === id);
  const spec = sheet === undefined ? undefined : specOf(sheet);
  if (sheet === undefined || spec === undefined) return false;
  if (spec.key === 'overview') return true;
  const header = headersOf(sheet);
  if (row < header.row) return true;
  // A stray cell beside the table does not push new rows down.
  const below = new Set(header.columns.values());
  const last = [...sheet.cells].reduce(
    (low, [at, line]) => ([...line].some(([of, { value }]) => value !== '' && below.has(of)) ? Math.max(low, at) : low),
    0,
  );
  if (row > last) return true;
  const text = fold(String(sheet.cells.get(header.row)?.get(column)?.value ?? ''));
  const places = [...(sheet.cells.get(header.row) ?? [])].filter(([, { value }]) => fold(String(value)) === text);
  const ours = Object.entries(spec.columns).some(
    ([key, { header: name, by }]) => by === 'machine' && !(spec.rowKey as readonly string[]).includes(key) && fold(name) === text,
  );
  return row > header.row && places.length === 1 && ours;
}

/** What happened to a workbook through a whole period: sentences refused, exceptions, cells of people that changed. */
export type Outcome = {
  readonly asked: number;
  readonly refused: readonly string[];
  readonly failures: readonly string[];
  readonly changed: readonly string[];
  readonly restless: number;
};

/** Opens the workbook under the built bundle and does everything a period asks for. */
export function play(bytes: Uint8Array, typings: (host: Host) => readonly HumanEdit[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-odd-'));
  mkdirSync(join(folder, 'ra'));
  writeFileSync(join(folder, 'so.xlsx'), bytes);
  const places = { workbook: join(folder, 'so.xlsx'), outDir: join(folder, 'ra'), mailDir: join(folder, 'thu') };
  const host = openHost({ ...places, user: '', now: DEMO_MOMENT, screen: { answers: [], shown: [] } });
  try {
    return playOn(host, typings(host));
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function playOn(host: Host, typings: readonly HumanEdit[]): Outcome {
  const failures: string[] = [];
  const refused: string[] = [];
  let asked = 0;
  const attempt = <T>(what: string, work: () => T): T | null => {
    asked += 1;
    try {
      return work();
    } catch (thrown) {
      failures.push(`${what}: ${String(thrown)}`);
      return null;
    }
  };
  const ask = (...[call, request]: Parameters<Host['ask']>): { written?: number } => {
    const answer = attempt(call, () => host.ask(call, request as never));
    if (answer === null || answer.ok) return (answer?.reply ?? {}) as { written?: number };
    refused.push(`${call}: ${answer.sentence}`);
    return {};
  };
  for (const typing of typings) attempt('onEdit', () => host.type(typing));
  const before = valuesOf(host.model);
  const ours = new Map<string, boolean>();
  const snapshot: WorkbookModel = {
    sheets: host.model.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([row, line]) => [row, new Map([...line].map(([column, cell]) => [column, { ...cell }]))]),
      ),
    })),
  };
  ask('check', {});
  ask('refresh', {});
  ask('owed', {});
  ask('today', {});
  ask('report', { period: DEMO_PERIOD });
  ask('close-period', { period: DEMO_PERIOD });
  ask('open-period', { period: NEXT_PERIOD });
  ask('mail', { preview: true });
  ask('refresh', {});
  const { written = 0 } = ask('refresh', {});
  const after = valuesOf(host.model);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((place) => {
    if (Object.is(before.get(place), after.get(place))) return false;
    const known = ours.get(place) ?? isOurs(snapshot, place);
    ours.set(place, known);
    return !known;
  });
  return { asked, refused, failures: [...failures, ...host.logged()], changed, restless: written };
}
