import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, daysBetween } from '../../src/domain/core/day.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { rowsOf, tabNamed } from '../../src/host/core/look.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { STATUS_LABELS } from '../../src/words/core/labels.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';
import { convertInto } from '../helpers/soffice.ts';
import { tool } from '../helpers/tools.ts';

const soffice = tool('soffice');
const TAB = 'Nhập tiến độ';
const FILE = 'minh-hoa.xlsx';
/** The day of the last run; the eve and the first of the three working days before 31/12, with a Saturday made up; long after. */
const DAYS: readonly (readonly [string, readonly string[]])[] = [
  ['2024-06-20', ['amber', 'plain', 'red']],
  ['2024-12-26', ['plain', 'red']],
  ['2024-12-27', ['amber', 'plain', 'red']],
  ['2025-01-02', ['plain', 'red']],
];
const WORKED_SATURDAY = '28/12/2024';

/** What a colour says; every other status leaves the deadline as the grey of its column. */
const COLOURS: Readonly<Record<string, string>> = { [STATUS_LABELS.overdue]: 'red', [STATUS_LABELS['due-soon']]: 'amber' };
const GROUNDS: Readonly<Record<string, string>> = { '#FBE3E1': 'red', '#FFF1D6': 'amber', '#F1F3F4': 'plain' };

describe.skipIf(soffice === null)('a workbook that nobody has refreshed since, opened in LibreOffice', () => {
  let host: HostAtWork;
  let left: Uint8Array;
  beforeAll(() => {
    const made = aHost();
    sampleWorkbook(made.folder, FILE);
    made.close();
    host = aHost({ workbook: join(made.folder, FILE), create: false });
    const row = 1 + Math.max(...(tabNamed(host.model, 'Ngày nghỉ')?.cells.keys() ?? []));
    host.typeAll([{ tab: 'Ngày nghỉ', row, column: 1, rows: [[WORKED_SATURDAY, 'Làm bù']] }]);
    expect(host.ask('refresh', {})).toMatchObject({ ok: true });
    left = readFileSync(host.path);
  }, 600_000);
  afterAll(() => host.remove());

  it.each(DAYS)('shows on %s the colours that a run of that day would ask for: %j', (today, colours) => {
    const painted = coloursOn(host.folder, { left, today });
    host.setNow(momentOf(today));
    expect(host.ask('refresh', {})).toMatchObject({ ok: true });
    const rows = rowsOf(host.model, TAB, ['Mã', 'Kỳ', 'Tình trạng']).filter((row) => row.get('Kỳ') === DEMO_PERIOD);
    const told = rows.map((row) => ({ id: row.get('Mã') ?? '', status: row.get('Tình trạng') ?? '' }));
    expect(told.map((one) => ({ ...one, colour: painted.get(one.id) }))).toEqual(
      told.map((one) => ({ ...one, colour: COLOURS[one.status] ?? 'plain' })),
    );
    expect([...new Set(painted.values())].sort()).toEqual(colours);
  });
});

/** The colour of each deadline of the period, by `Mã`, when the file is opened on a day: its number stands for today's. */
function coloursOn(folder: string, { left, today }: { left: Uint8Array; today: string }): ReadonlyMap<string, string> {
  const serial = String(45_292 + daysBetween(day('2024-01-01'), day(today)));
  const tab = tabNamed(readXlsx(left), TAB);
  if (tab === null) throw new Error(`there is no tab “${TAB}”`);
  tab.paints = tab.paints.map((rule) => ({ ...rule, formula: rule.formula.replaceAll('TODAY()', serial) }));
  const path = join(folder, `${today}.xlsx`);
  writeFileSync(path, saveXlsx(left, { sheets: [tab] }));
  convertInto(folder, { soffice: soffice ?? '', to: 'html', paths: [path] });
  const lines = readFileSync(join(folder, `${today}.html`), 'utf8').split('<tr>');
  const rows = lines.map((line) => [...line.matchAll(/<td([^>]*)>([\s\S]*?)<\/td>/gu)]);
  const texts = (row: (typeof rows)[number]): string[] => row.map(([, , text = '']) => text.replace(/<[^>]*>/gu, '').trim());
  const at = rows.map(texts).find((row) => row.includes('Thời hạn hoàn thành')) ?? [];
  const own = rows.filter((row) => texts(row)[at.indexOf('Kỳ')] === DEMO_PERIOD);
  return new Map(own.map((row) => [texts(row)[0] ?? '', seen(row[at.indexOf('Thời hạn hoàn thành')]?.[1] ?? '')]));
}

function seen(tag: string): string {
  const ground = /bgcolor="([^"]*)"/u.exec(tag)?.[1] ?? '';
  return GROUNDS[ground] ?? ground;
}
