import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newSheet, PLAIN } from '../../src/xlsx/areas.ts';
import type { ChartModel, SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip, unzip } from '../../src/xlsx/zip.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlsx-charts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const python = tool('openpyxl');
const soffice = tool('soffice');

const TABLE = { row: 2, column: 2, rows: 4, columns: 3 };
const LOOK = { row: 1, column: 6, width: 600, height: 300, colors: ['#7CBF8C', '#E0807A'], labels: [true, true] };
const CHART: ChartModel = { id: 1001, title: 'Kết quả & «đánh giá»', ranges: [TABLE], look: LOOK };

/** A tab with a small table that the chart draws. */
function aTab(given: Partial<SheetModel> = {}): SheetModel {
  const sheet = newSheet(1, "Tổng 'quan'");
  const rows = [
    ['Lĩnh vực', 'Đạt', 'Chưa đạt'],
    ['Thể chế', 3, 0],
    ['Thủ tục', 4, 2],
    ['Bộ máy', 0, 0],
    ['Công vụ', 1, 1],
  ];
  rows.forEach((row, down) => {
    sheet.cells.set(2 + down, new Map(row.map((value, across) => [2 + across, { value, formula: null, style: PLAIN }])));
  });
  return { ...sheet, charts: [CHART], ...given };
}

const book = (...sheets: SheetModel[]): WorkbookModel => ({ sheets });
const read = (bytes: Uint8Array) => readXlsx(bytes).sheets.map(({ charts }) => charts);
const parts = (bytes: Uint8Array): Map<string, string> => {
  const zip = openZip(bytes);
  return new Map([...zip.entries.keys()].map((name) => [name, Buffer.from(unzip(zip, name) ?? []).toString('utf8')]));
};
const changed = (before: Uint8Array, after: Uint8Array): string[] => {
  const [was, is] = [parts(before), parts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).sort();
};
/** The model with the charts of its first sheet changed. */
function charted(bytes: Uint8Array, change: (charts: ChartModel[]) => ChartModel[]): Uint8Array {
  const model = readXlsx(bytes);
  for (const sheet of model.sheets.slice(0, 1)) sheet.charts = change(sheet.charts);
  return saveXlsx(bytes, model);
}

/** What the independent reader says of the charts of the first sheet. */
const LOOK_AT = `
import sys, json
from openpyxl import load_workbook
ws = load_workbook(sys.argv[1]).worksheets[0]
out = []
for c in ws._charts:
    out.append({'kind': type(c).__name__, 'title': ''.join(r.t for p in c.title.tx.rich.p for r in p.r), 'grouping': getattr(c, 'grouping', None), 'direction': getattr(c, 'barDir', None),
      'series': [[s.tx.strRef.f, (s.cat.strRef or s.cat.numRef).f, s.val.numRef.f] for s in c.series], 'colours': [getattr(s.spPr.solidFill.srgbClr, 'val', s.spPr.solidFill.srgbClr) if s.spPr and s.spPr.solidFill else None for s in c.series],
      'labels': [bool(s.dLbls and s.dLbls.showVal) for s in c.series], 'at': [c.anchor._from.row + 1, c.anchor._from.col + 1]})
print(json.dumps(out))
`;
function seenBy(bytes: Uint8Array): unknown[] {
  const path = join(folder, 'xem.xlsx');
  writeFileSync(path, bytes);
  return JSON.parse(execFileSync(python ?? '', ['-W', 'error', '-c', LOOK_AT, path], { encoding: 'utf8' }));
}

describe('a chart in a workbook', () => {
  const saved = saveXlsx(null, book(aTab()));

  it('is read back with its title and cells, and not written a second time', () => {
    expect(read(saved)).toEqual([[{ ...CHART, look: null }]]);
    expect(saveXlsx(saved, readXlsx(saved))).toBe(saved);
    expect(saveXlsx(saved, book(aTab()))).toBe(saved);
  });

  it.skipIf(python === null)('is for an independent reader a stacked bar chart over those cells', () => {
    const sheet = "'Tổng ''quan'''";
    expect(seenBy(saved)).toEqual([
      {
        kind: 'BarChart',
        title: CHART.title,
        grouping: 'stacked',
        direction: 'bar',
        series: ['C', 'D'].map((of) => [`${sheet}!$${of}$2`, `${sheet}!$B$3:$B$5`, `${sheet}!$${of}$3:$${of}$5`]),
        colours: ['7CBF8C', 'E0807A'],
        labels: [true, true],
        at: [1, 6],
      },
    ]);
  });

  it('given other cells changes in its own part alone, and forgets the values that another program kept of the old ones', () => {
    const cached = charted(saved, (charts) => charts);
    const name = 'xl/charts/chart1.xml';
    const text = parts(cached).get(name) ?? '';
    expect(text).not.toContain('Cache');
    const larger = charted(saved, (charts) => charts.map((chart) => ({ ...chart, ranges: [{ ...TABLE, rows: 5 }] })));
    expect(changed(saved, larger)).toEqual([name]);
    expect(read(larger)).toEqual([[{ ...CHART, ranges: [{ ...TABLE, rows: 5 }], look: null }]]);
  });

  it('follows a tab that was renamed', () => {
    const model = readXlsx(saved);
    for (const sheet of model.sheets) sheet.name = 'Bảng tổng hợp';
    const renamed = saveXlsx(saved, model);
    expect(parts(renamed).get('xl/charts/chart1.xml')).toContain("<c:f>'Bảng tổng hợp'!$C$2</c:f>");
    expect(read(renamed)).toEqual([[{ ...CHART, look: null }]]);
  });

  it('goes with all its parts when it is taken away, and with its tab', () => {
    const without = charted(saved, () => []);
    expect(read(without)).toEqual([[]]);
    expect([...parts(without).keys()].filter((name) => name.includes('chart'))).toEqual([]);
    expect(parts(without).get('[Content_Types].xml')).not.toContain('chart');
    const two = saveXlsx(null, book(aTab(), { ...newSheet(2, 'Còn lại') }));
    const dropped = saveXlsx(two, book({ ...newSheet(2, 'Còn lại') }));
    expect([...parts(dropped).keys()].filter((name) => /chart|drawing/u.test(name))).toEqual([]);
  });

  it.skipIf(soffice === null)(
    'is known again after LibreOffice saved the workbook in its own way, and can then be given other cells',
    () => {
      const path = join(folder, 'lo.xlsx');
      // Two, because it numbers them alike.
      const second = { ...CHART, id: 1002, title: 'Khác', ranges: [{ ...TABLE, columns: 2 }] };
      writeFileSync(path, saveXlsx(null, book(aTab({ name: 'Tổng quan', charts: [CHART, second] }))));
      const out = join(folder, 'lai');
      convertInto(out, { soffice: soffice ?? '', to: 'xlsx', paths: [path] });
      const again = readFileSync(join(out, 'lo.xlsx'));
      const own = { title: CHART.title, ranges: [TABLE] };
      const other = { title: 'Khác', ranges: second.ranges };
      expect(read(again)).toMatchObject([[own, other]]);
      const ranges = [{ ...TABLE, rows: 5 }];
      const larger = charted(again, (charts) => charts.map((chart) => (chart.title === 'Khác' ? chart : { ...chart, ranges })));
      expect(changed(again, larger)).toHaveLength(1);
      expect(read(larger)).toMatchObject([[{ ...own, ranges }, other]]);
      expect(parts(larger).get(changed(again, larger)[0] ?? '')).not.toContain('numCache');
    },
    600_000,
  );
});

/** A workbook in which an office has charts and a picture of its own, made by an independent writer. */
const MAKE = `
import sys
from openpyxl import Workbook
from openpyxl.chart import LineChart, PieChart, BarChart, Reference
wb = Workbook()
ws = wb.active
ws.title = 'Của xã'
for r in [['Tháng', 'Thu', 'Chi'], ['T1', 5, 4], ['T2', 7, 3], ['T3', 2, 9]]: ws.append(r)
for kind, at in ((LineChart, 'F2'), (PieChart, 'F20'), (BarChart, 'F40')):
    c = kind(); c.title = kind.__name__
    c.add_data(Reference(ws, min_col=2, max_col=3, min_row=1, max_row=4), titles_from_data=True)
    c.set_categories(Reference(ws, min_col=1, min_row=2, max_row=4))
    ws.add_chart(c, at)
wb.create_sheet('Khác')['A1'] = 'giữ nguyên'
wb.save(sys.argv[1])
`;

describe('a chart of another file', () => {
  it('is no part of a new one, and however deep its part is nested, it is read', () => {
    const saved = saveXlsx(null, book(aTab()));
    expect(read(saveXlsx(null, readXlsx(saved)))).toEqual([[]]);
    const deep = `${'<c:x>'.repeat(3000)}${'</c:x>'.repeat(3000)}`;
    const zip = openZip(saved);
    const part = parts(saved).get('xl/charts/chart1.xml')?.replace('<c:plotArea>', `<c:plotArea>${deep}`) ?? '';
    expect(read(rezip(zip, new Map([['xl/charts/chart1.xml', Buffer.from(part)]])))).toEqual([[{ ...CHART, look: null }]]);
  });
});

describe.skipIf(python === null)('charts that the office made', () => {
  const foreign = (): Buffer => {
    const path = join(folder, 'cua-xa.xlsx');
    execFileSync(python ?? '', ['-c', MAKE, path]);
    return readFileSync(path);
  };
  const isTheirs = (name: string): boolean => /charts\/chart[123]\.xml$/u.test(name);

  it('stay as they were, byte for byte, when a cell changes', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    model.sheets[0]?.cells.get(2)?.set(2, { value: 50, formula: null, style: PLAIN });
    expect(changed(bytes, saveXlsx(bytes, model)).filter((name) => /chart|drawing/u.test(name))).toEqual([]);
  });

  it('stay as they were when ours comes beside them, is given other cells and goes again', () => {
    const bytes = foreign();
    const ours = { ...CHART, ranges: [{ row: 1, column: 1, rows: 4, columns: 3 }] };
    const added = charted(bytes, (charts) => [...charts, ours]);
    expect(changed(bytes, added).filter(isTheirs)).toEqual([]);
    expect(seenBy(added)).toMatchObject([
      ...seenBy(bytes),
      { kind: 'BarChart', grouping: 'stacked', title: CHART.title },
    ] as object);
    const isOurs = ({ title }: ChartModel): boolean => title === CHART.title;
    const moved = charted(added, (charts) =>
      charts.map((chart) => (isOurs(chart) ? { ...chart, ranges: [{ row: 1, column: 1, rows: 3, columns: 3 }] } : chart)),
    );
    expect(changed(added, moved)).toEqual(['xl/charts/chart4.xml']);
    const gone = charted(moved, (charts) => charts.filter((chart) => !isOurs(chart)));
    expect(seenBy(gone)).toEqual(seenBy(bytes));
    expect(changed(bytes, gone).filter(isTheirs)).toEqual([]);
  });

  it('come to a tab that had none', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    const other = model.sheets[1];
    if (other === undefined) throw new Error('there are two tabs');
    other.charts = [{ ...CHART, ranges: [{ row: 1, column: 1, rows: 4, columns: 3 }] }];
    const added = saveXlsx(bytes, model);
    expect(changed(bytes, added)).toEqual([
      '[Content_Types].xml',
      'xl/charts/chart4.xml',
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/drawings/drawing2.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(read(added)[1]).toMatchObject([{ title: CHART.title }]);
  });

  it('in a drawing that is broken do not keep the workbook from being read, nor is anything written into it', () => {
    const bytes = foreign();
    const model = readXlsx(bytes);
    const broken = breakPart(bytes, 'xl/drawings/drawing1.xml');
    expect(read(broken)[0]).toEqual([]);
    for (const sheet of model.sheets.slice(0, 1)) sheet.charts = [CHART];
    expect(() => saveXlsx(broken, model)).toThrow();
  });
});

function breakPart(bytes: Uint8Array, name: string): Uint8Array {
  const path = join(folder, 'hong.xlsx');
  writeFileSync(path, bytes);
  const script = `
import sys, zipfile
src, name = sys.argv[1], sys.argv[2]
zi = zipfile.ZipFile(src); parts = {n: zi.read(n) for n in zi.namelist()}; zi.close()
parts[name] = parts[name][: len(parts[name]) // 2]
zo = zipfile.ZipFile(src, 'w', zipfile.ZIP_DEFLATED)
for n, d in parts.items(): zo.writestr(n, d)
zo.close()
`;
  execFileSync(python ?? '', ['-c', script, path, name]);
  return readFileSync(path);
}
