import { day } from '../../src/domain/core/day.ts';
import { type Evaluation, evaluate } from '../../src/domain/judging/evaluate.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import type { Block, CellValue, RawBook } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import type { MemoryTab } from '../app/memory-ports.ts';
import { H1, type SmallPlan, smallPlan } from '../app/small-plan.ts';

/** The tabs as one reading of a Vietnamese workbook. */
export function rawBook(tabs: readonly MemoryTab[], locale = 'vi_VN'): RawBook {
  return { tabs, locale, timeZone: 'Asia/Ho_Chi_Minh' };
}

/** The small workbook with some tabs' rows replaced. */
export function aBook(rows: SmallPlan = {}): Book {
  return readBook(rawBook(smallPlan(rows)));
}

/** The small workbook with one tab changed by hand. */
export function bookWith(spec: TabSpec, change: (tab: MemoryTab) => void, rows: SmallPlan = {}): Book {
  const tabs = smallPlan(rows);
  change(tabOf(tabs, spec));
  return readBook(rawBook(tabs));
}

export function tabOf(tabs: readonly MemoryTab[], spec: TabSpec): MemoryTab {
  const found = tabs.find(({ name }) => name === spec.name);
  if (found === undefined) throw new Error(`no tab “${spec.name}”`);
  return found;
}

/** 1-based column of a header in the tab. */
export function columnOf(tab: MemoryTab, header: string): number {
  return Math.max(...tab.values.map((row) => row.indexOf(header))) + 1;
}

/** Types into a cell; row and column count from 1. */
export function type(tab: MemoryTab, [row, column]: readonly [number, number], value: CellValue): void {
  const cells = tab.values[row - 1];
  if (cells === undefined) throw new Error(`no row ${row}`);
  cells[column - 1] = value;
}

/** The tabs after blocks were written, as a sheet would hold them. */
export function written(tabs: readonly MemoryTab[], blocks: readonly Block[]): MemoryTab[] {
  const copy = structuredClone(tabs) as MemoryTab[];
  for (const block of blocks) {
    const tab = copy.find(({ sheetId }) => sheetId === block.sheetId);
    block.values.forEach((cells, y) => {
      cells.forEach((value, x) => {
        const row = block.row - 1 + y;
        while (tab !== undefined && tab.values.length <= row) {
          tab.values.push((tab.values[0] ?? []).map(() => ''));
          tab.formats.push((tab.values[0] ?? []).map(() => ''));
        }
        const line = tab?.values[row];
        if (line !== undefined) line[block.column - 1 + x] = value;
      });
    });
  }
  return copy;
}

export function periodOf(book: Book, name = H1): Period {
  const found = book.plan.periods.find((period) => period.name === name);
  if (found === undefined) throw new Error(`no period “${name}”`);
  return found;
}

export function evaluated(book: Book, name = H1, asOf = '2024-06-20'): Evaluation {
  return evaluate(book, { period: periodOf(book, name), asOf: day(asOf) });
}
