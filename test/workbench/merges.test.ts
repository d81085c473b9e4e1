import { describe, expect, it } from 'vitest';
import { mergeAt, mergesByRow } from '../../src/workbench/grid/merges.ts';
import { layoutsOf } from '../../src/workbook/layout/layouts.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { plainXlsx } from '../helpers/plain-xlsx.ts';

const HEAD = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c></row></sheetData>';
const merged = (refs: readonly string[]): string =>
  `${HEAD}<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const mergesOf = (refs: readonly string[]) => {
  const [sheet] = readXlsx(plainXlsx([{ name: 'Bảng', inside: merged(refs) }])).sheets;
  return sheet?.merges ?? [];
};

describe('merged heads of an office’s table', () => {
  it('are read with the tab, each by its first cell and its size', () => {
    expect(mergesOf(['A1:C1', 'D1:D2'])).toEqual([
      { row: 1, column: 1, rows: 1, columns: 3 },
      { row: 1, column: 4, rows: 2, columns: 1 },
    ]);
  });

  it('are not read where a tab is a drawing made of cells', () => {
    expect(mergesOf(Array.from({ length: 501 }, (_, at) => `A${2 * at + 1}:B${2 * at + 1}`))).toEqual([]);
  });

  it('belong to every line and column that they stand on, and to no other', () => {
    const rows = mergesByRow({ merges: mergesOf(['A1:C1', 'D1:D2']) });
    const parts = [1, 2, 3].map((row) => [1, 2, 3, 4, 5].map((column) => mergeAt(rows.get(row), column)?.column ?? 0));
    expect(parts).toEqual([
      [1, 1, 1, 4, 0],
      [0, 0, 0, 4, 0],
      [0, 0, 0, 0, 0],
    ]);
  });
});

describe('the head of an entry tab', () => {
  it('stands on one line: each column is as wide as its bold header', () => {
    const tabs = layoutsOf({ tabs: {} }).filter(({ name }) => name === 'Nhập số liệu' || name === 'Nhập tiến độ');
    expect(tabs).toHaveLength(2);
    for (const { top, headerRow, columns } of tabs)
      for (const [at, header] of (top[headerRow - 1] ?? []).entries())
        expect(columns[at]?.width, String(header)).toBeGreaterThanOrEqual(String(header).length * 8);
  });
});
