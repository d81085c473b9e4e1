import { describe, expect, it } from 'vitest';
import { newSheet } from '../../src/xlsx/areas.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { partText } from '../../src/xlsx/package.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip } from '../../src/xlsx/zip.ts';

const aTab = (id: number, name: string, given: Partial<SheetModel> = {}): SheetModel => ({ ...newSheet(id, name), ...given });
const part = (bytes: Uint8Array, name: string): string => partText(openZip(bytes), name);
const titlesIn = (bytes: Uint8Array): string[] =>
  [...part(bytes, 'xl/workbook.xml').matchAll(/localSheetId="(\d+)">([^<]*)</gu)].map(([, at, text]) => `${at}: ${text}`);

const plan = aTab(1, 'Kế hoạch', { frozenRows: 2 });
const office = aTab(7, "Sổ 'riêng' & khác", { frozenRows: 1 });

describe('a tab we make', () => {
  it('prints on A4 lying down, one page wide, with its tab colour and panes beside', () => {
    const xml = part(
      saveXlsx(null, { sheets: [aTab(1, 'Kế hoạch', { frozenRows: 2, tabColor: '#f2b705' })] }),
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).toMatch(/<sheetPr><tabColor [^>]*\/><pageSetUpPr fitToPage="1"\/><\/sheetPr>/u);
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  });

  it('prints its head again on every page, named by its place among the tabs', () => {
    const bytes = saveXlsx(null, { sheets: [aTab(3, 'Tổng quan'), plan, office] });
    expect(titlesIn(bytes)).toEqual(["1: 'Kế hoạch'!$1:$2", "2: 'Sổ ''riêng'' &amp; khác'!$1:$1"]);
  });

  it('leaves how an older tab is printed to the office, also when a new one comes before it', () => {
    const before = saveXlsx(null, { sheets: [plan] });
    const after = saveXlsx(before, { sheets: [office, plan] });
    expect(titlesIn(after).sort()).toEqual(["0: 'Sổ ''riêng'' &amp; khác'!$1:$1", "1: 'Kế hoạch'!$1:$2"]);
    expect(part(after, 'xl/worksheets/sheet1.xml')).toBe(part(before, 'xl/worksheets/sheet1.xml'));
    expect(saveXlsx(after, readXlsx(after))).toBe(after);
  });
});
