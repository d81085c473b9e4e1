import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { openHost } from '../../src/host/host.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { type PlainTab, plainXlsx } from '../helpers/plain-xlsx.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-keeps-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DRAWING = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
const drawing = (inside: string): Pick<PlainTab, 'inside' | 'parts'> => ({
  inside: '<sheetData/><drawing r:id="rId1"/>',
  parts: { 'xl/drawings/drawing1.xml': { type: 'drawing', xml: `<xdr:wsDr ${DRAWING}>${inside}</xdr:wsDr>` } },
});
const SHAPE = '<xdr:twoCellAnchor><xdr:sp><xdr:txBody/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>';

/** What a tab without a single value may hold of the office's. */
const HELD: readonly (readonly [string, Omit<PlainTab, 'name'>])[] = [
  ['an organisation chart of shapes', drawing(SHAPE)],
  ['a picture', drawing('<xdr:oneCellAnchor><xdr:pic/><xdr:clientData/></xdr:oneCellAnchor>')],
  [
    'a background picture',
    { inside: '<sheetData/><picture r:id="rId1"/>', parts: { 'xl/media/a.xml': { type: 'image', xml: '<a/>' } } },
  ],
  ['a note', { parts: { 'xl/comments1.xml': { type: 'comments', xml: '<comments/>' } } }],
  [
    'a drop-down',
    {
      inside:
        '<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
    },
  ],
  ['merged cells', { inside: '<sheetData/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' }],
  ['a protection', { inside: '<sheetData/><sheetProtection sheet="1"/>' }],
  ['a blank form of borders', { inside: '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>' }],
  ['a column of its own width', { inside: '<cols><col min="1" max="1" width="40" customWidth="1"/></cols><sheetData/>' }],
  ['a header and footer', { inside: '<sheetData/><headerFooter><oddHeader>&amp;CUBND</oddHeader></headerFooter>' }],
  [
    'a rule that paints',
    {
      inside:
        '<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>',
    },
  ],
  ['a formula that gives nothing', { inside: '<sheetData><row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row></sheetData>' }],
];

function setUp(name: string, tabs: readonly PlainTab[]) {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, plainXlsx(tabs));
  const host = openHost({ workbook: path, outDir: folder, mailDir: folder, user: '', now: DEMO_MOMENT });
  const names = (): string[] => readXlsx(readFileSync(path)).sheets.map((sheet) => sheet.name);
  return { host, names, reply: must(host.ask('set-up', { template: 'gia-luong-2021-2025' })) };
}

describe('the first set-up in a workbook of the office', () => {
  it.each(HELD)('keeps its one tab that holds no value and %s, whatever its name', (what, tab) => {
    const { host, names, reply } = setUp(what, [{ name: 'Sheet1', ...tab }]);
    host.close();
    expect(reply.dropped).toBeNull();
    expect(names()).toContain('Sheet1');
  });

  it.each([
    ['of another name', [{ name: 'Mẫu phiếu' }]],
    ['beside another', [{ name: 'Sheet1' }, { name: 'Trang tính1' }]],
  ])('keeps an empty tab %s', (what, tabs) => {
    const { host, names, reply } = setUp(what, tabs);
    host.close();
    expect(reply.dropped).toBeNull();
    expect(names()).toEqual(expect.arrayContaining(tabs.map(({ name }) => name)));
  });

  it.each([
    [
      'as Excel writes it',
      {
        name: 'Trang_tính1',
        inside:
          '<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      },
    ],
    ['as Google writes it, with a drawing of nothing', { name: 'Trang tính1', ...drawing('') }],
  ])('takes away the one empty tab of a new workbook %s, says and logs it, and undo brings it back', (what, tab) => {
    const { host, names, reply } = setUp(what, [tab]);
    expect(reply.dropped).toBe(tab.name);
    expect(names()).not.toContain(tab.name);
    const last = must(host.ask('undo-preview', {}));
    expect(last?.text).toContain(`Bỏ trang trống, 20/6/2024 08:00: ${tab.name}`);
    must(host.ask('undo', { of: last?.of ?? '' }));
    expect(names().at(-1)).toBe(tab.name);
    expect(must(host.ask('undo-preview', {}))).toBeNull();
    host.close();
  });
});
