import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/core/day.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { headersOf, sheetOf } from '../helpers/odd-host.ts';
import { visible } from './rules.ts';

export const PERIOD = '6 tháng đầu năm 2024';
const PLAN = 'Kế hoạch - Nhiệm vụ';
export const ENTRY = 'Nhập tiến độ';
/** The id of the task that carries the text of this number. */
export const idOf = (at: number): string => `X${at}`;

/** What the task of each number says: in the plan, and as entered for the period. */
export type HostileRow = {
  readonly plan: Readonly<Record<string, string>>;
  readonly entry: Readonly<Record<string, string>>;
};
export type HostileOffice = { readonly folder: string; readonly path: string; readonly host: Host; remove(): void };

/** An office whose plan has these tasks and no other; their rows of the period stand ready, the grey cells still blank. */
export function hostileOffice(rows: readonly HostileRow[]): HostileOffice {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-hostile-'));
  const path = join(folder, 'so.xlsx');
  const places = { workbook: path, outDir: join(folder, 'ra'), mailDir: join(folder, 'thu'), user: '' };
  const now = { day: day('2024-06-03'), minutes: 8 * 60 };
  const empty = openHost({ ...places, now, create: true });
  for (const answer of [empty.ask('set-up', { template: 'gia-luong-2021-2025' }), empty.ask('open-period', { period: PERIOD })])
    if (!answer.ok) throw new Error(answer.sentence);
  empty.close();
  const bytes = readFileSync(path);
  const book = readXlsx(bytes);
  plant(
    sheetOf(book, PLAN),
    rows.map(({ plan }, at) => ({ ...plan, Mã: idOf(at) })),
  );
  const entry = sheetOf(book, ENTRY);
  plant(
    entry,
    rows.map((row, at) => ({ 'Nhiệm vụ': '', 'Sản phẩm': '', ...row.entry, Mã: idOf(at), Kỳ: PERIOD })),
  );
  automatic(entry, 'Nhiệm vụ');
  writeFileSync(path, saveXlsx(bytes, book));
  const host = openHost({ ...places, now, screen: { answers: [], shown: [] } });
  const remove = (): void => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, path, host, remove };
}

/** Rows like the last one in place of all there are, but for these cells. */
function plant(sheet: SheetModel, rows: readonly Readonly<Record<string, string>>[]): void {
  const { row: header, columns } = headersOf(sheet);
  const last = Math.max(...sheet.cells.keys());
  const sample = sheet.cells.get(last) ?? new Map();
  for (const row of [...sheet.cells.keys()]) if (row > header) sheet.cells.delete(row);
  for (const [at, row] of rows.entries()) {
    const line = new Map([...sample].map(([column, cell]) => [column, { ...cell }]));
    for (const [name, value] of Object.entries(row)) {
      const column = columns.get(name) ?? 0;
      const style = line.get(column)?.style ?? sheet.columnStyles.get(column);
      if (style === undefined) throw new Error(`there is no column “${name}”`);
      line.set(column, { value, formula: null, style });
    }
    sheet.cells.set(header + 1 + at, line);
  }
  sheet.maxRows = Math.max(sheet.maxRows, header + rows.length);
}

/** An office may have set a column of texts to the automatic format, under which what is written is read as typing. */
function automatic(sheet: SheetModel, header: string): void {
  const column = headersOf(sheet).columns.get(header) ?? 0;
  for (const line of sheet.cells.values()) {
    const cell = line.get(column);
    if (cell !== undefined) line.set(column, { ...cell, style: { ...cell.style, numberFormat: 'General' } });
  }
}

type Found = { readonly at: number; readonly row: number; readonly value: unknown };

function found(host: Host, header: string): Found[] {
  const sheet = sheetOf(host.model, ENTRY);
  const { columns } = headersOf(sheet);
  const [id, wanted] = [columns.get('Mã') ?? 0, columns.get(header) ?? 0];
  const cells = [...sheet.cells].flatMap(([row, line]): Found[] => {
    const [, number] = /^X(\d+)$/u.exec(String(line.get(id)?.value ?? '')) ?? [];
    return number === undefined ? [] : [{ at: Number(number), row, value: line.get(wanted)?.value ?? '' }];
  });
  return cells.sort((left, right) => left.at - right.at);
}

/** The values of a column of the entry tab, in the order of their texts. */
export const columnOf = (host: Host, header: string): readonly unknown[] => found(host, header).map(({ value }) => value);

/** The rows of the entry tab, in the order of their texts. */
export const rowsOfTexts = (host: Host): readonly number[] => found(host, 'Mã').map(({ row }) => row);

/** What a tab holds, place by place. */
export const filledIn = ({ cells }: SheetModel): ReadonlyMap<string, unknown> =>
  new Map(
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value, formula }]) =>
        value === '' && formula === null
          ? []
          : [[`${row}|${column}`, formula === null ? value : visible(`=${formula}`)] as const],
      ),
    ),
  );

/** The places that hold different things. */
export const differing = (left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): unknown[] =>
  [...new Set([...left.keys(), ...right.keys()])]
    .filter((place) => !Object.is(left.get(place), right.get(place)))
    .map((place) => [place, left.get(place), right.get(place)]);
