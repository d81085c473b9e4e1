import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import { isWanted, TABS } from '../../src/workbook/tabs/all.ts';
import type { SheetModel, WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { lookKey } from '../../src/xlsx/styles.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { inGoogleForm } from '../xlsx/google-form.ts';

const hosts: HostAtWork[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

const PERIOD = '6 tháng đầu năm 2024';

/** A workbook in use, closed again. */
function inUse(): HostAtWork {
  const host = aHost();
  must(host.ask('set-up', { template: 'gia-luong-2021-2025' }));
  must(host.ask('open-period', { period: PERIOD }));
  const at = (id: string, header: string, tab = 'Nhập số liệu') => {
    const found = host.find({ tab, id, period: PERIOD, header });
    if (found === null) throw new Error(`${tab} has no ${id} ${header}`);
    return found;
  };
  host.typeAll([
    { ...at('T3.8', 'Tử số'), rows: [['310', '500']] },
    { ...at('T3.8', 'Không nhắc đến hết ngày'), rows: [['1/7/2024']] },
    { ...at('T3.8', 'Nguyên nhân, giải trình'), rows: [['Người dân «chưa» quen; "01" <b> & 3/4']] },
  ]);
  must(host.ask('refresh', {}));
  return host;
}

/** All that stands in our tabs and what a person does with them, by tab. */
function inOurTabs({ sheets }: WorkbookModel): Readonly<Record<string, unknown>> {
  const ours = sheets.filter(({ name }) => TABS.some((spec) => spec.name === name));
  return Object.fromEntries(ours.map((sheet) => [sheet.name, saidIn(sheet)]));
}

function saidIn(sheet: SheetModel): unknown {
  const cells = [...sheet.cells].flatMap(([row, line]) =>
    [...line]
      .filter(([, { value, formula }]) => value !== '' || formula !== null)
      .map(([column, { value, style }]) => `${row},${column} ${JSON.stringify(value)} ${lookKey(style)}`),
  );
  // A drop-down may be written column by column. In the text of an .xlsx drop-down a comma parts two choices, so that «Đề xuất,
  // chờ xác nhận» may come back as two: the drop-down warns and never rejects, and no cell is touched.
  const lists = sheet.validations.flatMap((rule) =>
    Array.from({ length: rule.columns }, (_, n) => [
      rule.row,
      rule.column + n,
      rule.rows,
      rule.choices.join(',').replaceAll(', ', ','),
      rule.allowInvalid,
      rule.help,
    ]),
  );
  const paints = sheet.paints.map(({ ours: _, ...paint }) => JSON.stringify(paint).toLowerCase());
  const { hidden, tabColor, frozenRows, frozenColumns } = sheet;
  const widths = [...sheet.columnWidths].sort(([a], [b]) => a - b);
  return {
    cells: cells.sort(),
    lists,
    paints,
    hidden,
    tabColor: tabColor?.toLowerCase() ?? null,
    frozenRows,
    frozenColumns,
    widths,
  };
}

/** The next edition of the workbook, opened by a host that knows nothing of the one before. */
function movedIn(host: HostAtWork, bytes: Uint8Array): HostAtWork {
  host.close();
  rmSync(`${host.path}.cchc.json`, { force: true });
  writeFileSync(host.path, bytes);
  const next = aHost({ workbook: host.path, create: false });
  hosts.push(Object.assign(next, { folder: host.folder }));
  return next;
}

describe('a workbook that moves house', () => {
  it('loses nothing of our tabs in Google’s form of .xlsx, and means the same: same counts, same problems, nothing to write', () => {
    const host = inUse();
    const before = inOurTabs(host.model);
    const checked = must(host.ask('check', {}));
    const google = movedIn(host, inGoogleForm(host.model));
    expect(inOurTabs(google.model)).toEqual(before);
    // The names of cells and the locale, which lives beside an .xlsx, are the host's own.
    expect(must(google.ask('check', {}))).toEqual(checked);
    const bytes = readFileSync(google.path);
    expect(must(google.ask('refresh', {})).written).toBe(0);
    expect(readFileSync(google.path).equals(bytes)).toBe(true);
  }, 600_000);

  it('goes on there and comes back: typed into Google’s form, patched, written by Google again', () => {
    const host = inUse();
    const google = movedIn(host, inGoogleForm(host.model));
    const at = google.find({ tab: 'Nhập số liệu', id: 'T3.8', period: PERIOD, header: 'Tử số' });
    if (at === null) throw new Error('the row is there');
    google.type({ ...at, rows: [['490']] });
    must(google.ask('refresh', {}));
    must(google.ask('report', { period: PERIOD }));
    const typed = inOurTabs(google.model);
    expect(inOurTabs(readXlsx(readFileSync(google.path)))).toEqual(typed);
    const home = movedIn(google, inGoogleForm(google.model));
    expect(inOurTabs(home.model)).toEqual(typed);
    const verdict = home.find({ tab: 'Nhập số liệu', id: 'T3.8', period: PERIOD, header: 'Đánh giá' });
    const line = home.model.sheets.find(({ name }) => name === 'Nhập số liệu')?.cells.get(verdict?.row ?? 0);
    expect(line?.get(verdict?.column ?? 0)?.value).toBe('Đạt');
    expect(must(home.ask('set-up', { template: 'gia-luong-2021-2025' })).made).toEqual([]);
    expect(inOurTabs(home.model)).toEqual(typed);
  }, 600_000);

  it('counts the tabs, cells and drop-downs that came through', () => {
    const host = inUse();
    hosts.push(host);
    const back = readXlsx(inGoogleForm(host.model));
    const counts = (model: WorkbookModel): number[] => {
      const all = Object.values(inOurTabs(model)) as { cells: unknown[]; lists: unknown[]; paints: unknown[] }[];
      return [
        all.length,
        ...(['cells', 'lists', 'paints'] as const).map((part) => all.reduce((sum, tab) => sum + tab[part].length, 0)),
      ];
    };
    const [tabs, cells, lists, paints] = counts(back);
    process.stdout.write(
      `through Google’s form: ${tabs} tabs, ${cells} cells, ${lists} drop-downs, ${paints} colour rules, 0 lost\n`,
    );
    expect(counts(back)).toEqual(counts(host.model));
    expect(tabs).toBe(TABS.filter((tab) => isWanted(tab, [])).length);
  }, 600_000);
});
