import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unusable } from '../../src/host/core/unusable.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import type { LineAct } from '../../src/host/line-act.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

const python = tool('openpyxl');
const soffice = tool('soffice');

/** An office's tab: heights, borders, a rich text, a list and a colour over its rows; and one tab for each thing that cannot move. */
const MAKE = `
import sys, openpyxl
from openpyxl.styles import Border, Side, Font
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.formatting.rule import FormulaRule, ColorScaleRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.chart import BarChart, Reference
wb = openpyxl.Workbook()
def tab(name):
    ws = wb.create_sheet(name)
    ws.append(['Mã', 'Việc', 'Số'])
    for n, row in enumerate([['C', 'ba', 3], ['A', 'một', 1], ['D', 'bốn', 4], ['B', 'hai', 2]]):
        ws.append(row)
        ws.row_dimensions[n + 2].height = 20 + 10 * row[2]
        ws.cell(n + 2, 3).border = Border(bottom=Side(style='double', color='FF0000')) if row[0] == 'C' else Border()
        ws.cell(n + 2, 2).font = Font(name='Times New Roman', size=10 + row[2], italic=True)
    ws.freeze_panes = 'A2'
    return ws
ws = tab('Sạch')
ws.merge_cells('E1:F1')
dv = DataValidation(type='list', formula1='"x,y"', allow_blank=True); dv.add('D2:D5'); ws.add_data_validation(dv)
ws.conditional_formatting.add('C2:C5', FormulaRule(formula=['$C2>2'], fill=PatternFill(bgColor='FFEEAA', fill_type='solid')))
ws.print_title_rows = '1:1'
tab('Gộp').merge_cells('A3:B3')
tab('Ghi chú')['A2'].comment = Comment('x', 'y')
tab('Liên kết')['A2'].hyperlink = 'https://example.vn'
ws = tab('Bảng'); ws.add_table(Table(displayName='T1', ref='A1:C5'))
tab('Lọc').auto_filter.ref = 'A1:C5'
tab('Tên'); names = wb.defined_names
# Newer versions keep names by name.
(names.append if hasattr(names, 'append') else names.add)(DefinedName('vung', attr_text="'Tên'!$A$2:$A$5"))
tab('Công thức')['D2'] = '=C2*2'
tab('Bị đọc'); wb['Công thức']['E2'] = "='Bị đọc'!A2"
tab('Màu').conditional_formatting.add('C2:C5', ColorScaleRule(start_type='min', start_color='FFFFFF', end_type='max', end_color='FF0000'))
ws = tab('Kiểm tra'); dv = DataValidation(type='whole', operator='greaterThan', formula1='0'); dv.add('C2:C5'); ws.add_data_validation(dv)
tab('Ẩn').row_dimensions[3].hidden = True
tab('Vẽ'); c = BarChart(); c.add_data(Reference(wb['Vẽ'], min_col=3, min_row=1, max_row=5)); wb['Sheet'].add_chart(c)
import re, zipfile
wb.save(sys.argv[1] + '.tmp')
with zipfile.ZipFile(sys.argv[1] + '.tmp') as old, zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        text = old.read(name)
        if name == 'xl/worksheets/sheet2.xml':
            rich = '<is><r><t xml:space="preserve">một </t></r><r><rPr><b/></rPr><t>đậm</t></r></is>'
            text = re.sub('(<c r="B3"[^>]*?t=)"[^"]*"([^>]*>).*?</c>', lambda m: m[1] + '"inlineStr"' + m[2] + rich + '</c>', text.decode()).encode()
        new.writestr(name, text)
`;

/** What another program reads: each row whole, and the areas of lists, colours and merged cells. */
const READ = `
import sys, json, re, zipfile, openpyxl
ws = openpyxl.load_workbook(sys.argv[1])['Sạch']
xml = zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet2.xml').decode()
# Whether the text has parts of its own looks.
kind = lambda r: 'rich' if re.search('<c r="B%d"[^>]*><is><r>' % r, xml) else 'plain'
rows = {r: [str(ws.cell(r, 1).value or ''), str(ws.cell(r, 2).value or ''), ws.row_dimensions[r].height, ws.cell(r, 3).border.bottom and ws.cell(r, 3).border.bottom.style, ws.cell(r, 2).font.sz, kind(r)] for r in range(2, 8)}
print(json.dumps({'rows': rows, 'lists': [str(d.sqref) for d in ws.data_validations.dataValidation], 'colours': [[str(k.sqref), [r.formula[0] for r in v]] for k, v in ws.conditional_formatting._cf_rules.items()], 'merged': [str(m) for m in ws.merged_cells.ranges], 'titles': str(ws.print_title_rows).replace('$', '')}))
`;

describe.skipIf(python === null)('whole lines in the file of an office', () => {
  let folder = '';
  let host: Host;
  const path = (): string => join(folder, 'so.xlsx');
  const read = () => JSON.parse(execFileSync(python ?? '', ['-c', READ, path()], { encoding: 'utf8' }));
  const lines = (facts: ReturnType<typeof read>): unknown[] =>
    Object.values(facts.rows as Record<string, unknown[]>).filter(([id]) => id !== '');
  const sheet = (name: string) => {
    const found = host.model.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`Bug: no ${name}`);
    return found;
  };

  beforeAll(() => {
    ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-lines-'));
    execFileSync(python ?? '', ['-c', MAKE, path()]);
    const places = { workbook: path(), outDir: folder, mailDir: folder };
    host = openHost({ ...places, user: '', now: DEMO_MOMENT });
  });
  afterAll(() => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const C = ['C', 'ba', 50, 'double', 13, 'plain'];
  const A = ['A', 'một đậm', 30, null, 11, 'rich'];
  const D = ['D', 'bốn', 60, null, 14, 'plain'];
  const B = ['B', 'hai', 40, null, 12, 'plain'];

  it('come, go and change places with heights, borders, fonts and rich texts, and so do lists and colours; and back', () => {
    const first = read();
    expect([lines(first), first.lists, first.colours]).toEqual([[C, A, D, B], ['D2:D5'], [['C2:C5', ['$C2>2']]]]);
    const sorted = host.moveLines({ do: 'sort', sheet: sheet('Sạch'), column: 1, descending: false });
    expect(lines(read())).toEqual([A, B, C, D]);
    const inserted = host.moveLines({ do: 'insert-rows', sheet: sheet('Sạch'), row: 3, count: 2 });
    const wider = read();
    expect([wider.rows['2'], wider.rows['3'][0], wider.rows['4'][0], wider.rows['5']]).toEqual([A, '', '', B]);
    expect([wider.lists, wider.colours, wider.merged, wider.titles]).toEqual([
      ['D2:D7'],
      [['C2:C7', ['$C2>2']]],
      ['E1:F1'],
      '1:1',
    ]);
    const deleted = host.moveLines({ do: 'delete-rows', sheet: sheet('Sạch'), row: 2, count: 4 });
    expect([lines(read()), read().lists, read().colours]).toEqual([[C, D], ['D2:D3'], [['C2:C3', ['$C2>2']]]]);
    for (const { back } of [deleted, inserted, sorted]) back();
    expect(read()).toEqual(first);
  });

  it.skipIf(soffice === null)('are opened by LibreOffice as they stand', () => {
    const { back } = host.moveLines({ do: 'sort', sheet: sheet('Sạch'), column: 3, descending: true });
    const to = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
    convertInto(folder, { soffice: soffice ?? '', to, paths: [path()] });
    expect(readFileSync(join(folder, 'so-Sạch.csv'), 'utf8').trim().split('\n')).toEqual([
      'Mã,Việc,Số',
      'D,bốn,4',
      'C,ba,3',
      'B,hai,2',
      'A,một đậm,1',
    ]);
    back();
  });

  it.each<[string, string, LineAct['do']]>([
    ['Gộp', 'ô gộp', 'sort'],
    ['Ghi chú', 'ghi chú', 'insert-rows'],
    ['Liên kết', 'liên kết', 'delete-rows'],
    ['Bảng', 'bảng (Table)', 'sort'],
    ['Lọc', 'bộ lọc', 'sort'],
    ['Tên', 'tên vùng', 'insert-rows'],
    ['Công thức', 'công thức', 'sort'],
    ['Bị đọc', 'công thức', 'delete-rows'],
    ['Màu', 'định dạng có điều kiện', 'insert-rows'],
    ['Kiểm tra', 'kiểm tra dữ liệu', 'insert-rows'],
    ['Ẩn', 'dòng ẩn', 'sort'],
    ['Vẽ', 'ở nơi khác dùng số liệu', 'delete-rows'],
  ])('of «%s» stay where they are, because of: %s', (name, obstacle, what) => {
    const before = readFileSync(path());
    const act: LineAct =
      what === 'sort'
        ? { do: what, sheet: sheet(name), column: 1, descending: false }
        : { do: what, sheet: sheet(name), row: 2, count: 1 };
    const order = (): unknown[] => [...sheet(name).cells].map(([row, line]) => [row, line.get(1)?.value]);
    const held = order();
    expect(() => host.moveLines(act)).toThrow(
      expect.objectContaining({ constructor: Unusable, message: expect.stringContaining(obstacle) }),
    );
    expect(order()).toEqual(held);
    expect(readFileSync(path())).toEqual(before);
  });

  it('above which cells are merged move all the same', () => {
    host.moveLines({ do: 'insert-rows', sheet: sheet('Gộp'), row: 4, count: 1 }).back();
  });
});
