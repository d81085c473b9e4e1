import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { convertInto } from '../helpers/soffice.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Debian's own interpreter first: another one on the path need not see Debian's packages. */
const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0);
const hasOpenpyxl = python !== undefined;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** A workbook as an office decorates it, made by an independent writer. */
const MAKE = `
import sys
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, DataBarRule, FormulaRule, CellIsRule, IconSetRule
from openpyxl.styles import Font, PatternFill, Border, Side, Alignment, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
wb = Workbook()
ws = wb.active
ws.title = 'Bảng theo dõi'
ws['A1'] = 'KẾ HOẠCH NĂM'
ws.merge_cells('A1:D1')
thin = Side(style='thin', color='FF0000')
for r in range(3, 12):
    for c in range(1, 6):
        cell = ws.cell(r, c, f'ô {r},{c}' if c != 4 else r * 1.5)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.font = Font(name='Times New Roman', size=13, italic=True)
        cell.protection = Protection(locked=False)
for c in range(1, 6): ws.cell(2, c, f'Cột {c}').font = Font(bold=True)
ws['F3'] = '=SUM(D3:D11)'
ws['D3'].number_format = '#,##0.000'
ws['A3'].comment = Comment('Ghi chú', 'Người ghi')
ws['A4'].hyperlink = 'https://example.org/'
ws.conditional_formatting.add('D3:D11', ColorScaleRule(start_type='min', start_color='FFFFFF', end_type='max', end_color='00FF00'))
ws.conditional_formatting.add('D3:D11', DataBarRule(start_type='min', end_type='max', color='638EC6'))
ws.conditional_formatting.add('D3:D11', CellIsRule(operator='greaterThan', formula=['9'], stopIfTrue=True, font=Font(italic=True)))
ws.conditional_formatting.add('D3:D11', IconSetRule('3Arrows', 'percent', [0, 33, 67]))
ws.conditional_formatting.add('A3:A11 C3:C11', FormulaRule(formula=['$D3>9'], border=Border(left=thin), fill=PatternFill(bgColor='FFEEEE')))
dv = DataValidation(type='whole', operator='between', formula1='0', formula2='100'); dv.add('D3:D50'); ws.add_data_validation(dv)
dl = DataValidation(type='list', formula1='"Có,Không"', allow_blank=True); dl.add('E3:E50'); ws.add_data_validation(dl)
ws.add_table(Table(displayName='Bang1', ref='A2:E11'))
ws.freeze_panes = 'B3'
ws.column_dimensions['B'].width = 40
ws.column_dimensions['G'].hidden = True
ws.print_title_rows = '1:2'
ws.protection.sheet = True
ws.protection.password = 'abc'
wb.defined_names.append(DefinedName('Ten', attr_text="'Bảng theo dõi'!$A$1"))
wb.create_sheet('Khác')['A1'] = 'giữ nguyên'
wb.save(sys.argv[1])
`;

/** Opens a workbook with the independent reader and prints what it finds. */
const LOOK = `
import sys, json
from openpyxl import load_workbook
wb = load_workbook(sys.argv[1])
ws = wb.worksheets[0]
print(json.dumps({
  'sheets': wb.sheetnames, 'b5': ws['B5'].value, 'italic': ws['B5'].font.i, 'font': ws['B5'].font.name, 'border': ws['B5'].border.left.style,
  'fill': ws['B5'].fill.fgColor.rgb, 'note': ws['A3'].comment.text, 'merged': [str(m) for m in ws.merged_cells.ranges], 'table': list(ws.tables),
  'rules': sum(len(c.rules) for c in ws.conditional_formatting), 'lists': len(ws.data_validations.dataValidation), 'freeze': ws.freeze_panes,
  'link': ws['A4'].hyperlink.target, 'formula': ws['F3'].value, 'name': wb.defined_names['Ten'].attr_text, 'hidden': ws.column_dimensions['G'].hidden,
}))
`;

function foreign(): Uint8Array {
  const path = join(folder, 'la.xlsx');
  execFileSync(python ?? '', ['-c', MAKE, path]);
  return readFileSync(path);
}

function parts(bytes: Uint8Array): Map<string, string> {
  const zip = openZip(bytes);
  return new Map([...zip.entries.keys()].map((name) => [name, Buffer.from(unzip(zip, name) ?? []).toString('utf8')]));
}

/** The packed bytes of a part with its local record. */
const record = (bytes: Uint8Array, name: string): string =>
  Buffer.from(openZip(bytes).entries.get(name)?.local ?? []).toString('hex');

describe.skipIf(!hasOpenpyxl)('a workbook made elsewhere (needs python3-openpyxl)', () => {
  it('is the same bytes when nothing changed', () => {
    const bytes = foreign();
    expect(saveXlsx(bytes, readXlsx(bytes))).toBe(bytes);
  });

  it('loses nothing when one cell changes: other parts stay packed as they were, and so does the rest of its sheet', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    const cell = model.sheets[0]?.cells.get(5)?.get(2);
    if (cell === undefined) throw new Error('B5 is there');
    cell.value = 'đã sửa';
    const saved = saveXlsx(bytes, model);
    const [before, after] = [parts(bytes), parts(saved)];
    const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    // This writer asks for recalculation by itself, so even the workbook part has nothing to change.
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
    for (const name of before.keys()) if (!changed.includes(name)) expect(record(saved, name), name).toBe(record(bytes, name));
    const sheet = after.get('xl/worksheets/sheet1.xml') ?? '';
    const back = sheet.replace(/<c r="B5"[^>]*>.*?<\/c>/u, '@');
    expect(back).toBe((before.get('xl/worksheets/sheet1.xml') ?? '').replace(/<c r="B5"[^>]*>.*?<\/c>/u, '@'));
    expect(after.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(readXlsx(saved)).toEqual(model);
  });

  it('keeps borders, fonts, notes, rules, tables and names when a cell is painted, a list replaced and a tab added', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    const [sheet] = model.sheets;
    const cell = sheet?.cells.get(5)?.get(2);
    if (sheet === undefined || cell === undefined) throw new Error('B5 is there');
    sheet.cells.get(5)?.set(2, { ...cell, value: 7, style: { ...cell.style, background: '#00ff00' } });
    const [list] = sheet.validations;
    if (list === undefined) throw new Error('the list of E is there');
    sheet.validations = [{ ...list, choices: ['Rồi', 'Chưa, còn chờ'] }];
    model.sheets.splice(1, 0, { ...sheet, id: 40, name: 'Mới & lạ', cells: new Map(sheet.cells), paints: [], validations: [] });
    const path = join(folder, 'sua.xlsx');
    writeFileSync(path, saveXlsx(bytes, model));
    expect(JSON.parse(execFileSync(python ?? '', ['-c', LOOK, path], { encoding: 'utf8' }))).toEqual({
      sheets: ['Bảng theo dõi', 'Mới & lạ', 'Khác', '_cchc_lists'],
      b5: 7,
      italic: true,
      font: 'Times New Roman',
      border: 'thin',
      fill: 'FF00FF00',
      note: 'Ghi chú',
      merged: ['A1:D1'],
      table: ['Bang1'],
      rules: 5,
      lists: 2,
      freeze: 'B3',
      link: 'https://example.org/',
      formula: '=SUM(D3:D11)',
      name: "'Bảng theo dõi'!$A$1",
      hidden: true,
    });
  });

  it.skipIf(!hasOffice)('opens in LibreOffice with what was written (needs soffice)', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    const cell = model.sheets[0]?.cells.get(5)?.get(2);
    if (cell === undefined) throw new Error('B5 is there');
    cell.value = 'đã sửa';
    const path = join(folder, 'mo.xlsx');
    writeFileSync(path, saveXlsx(bytes, model));
    convertInto(folder, { soffice: 'soffice', to: 'csv:Text - txt - csv (StarCalc):44,34,76', paths: [path] });
    const csv = readFileSync(join(folder, 'mo.csv'), 'utf8');
    expect(csv).toContain('"ô 5,1",đã sửa,"ô 5,3"');
    expect(csv).toContain('94.5');
  });
});
