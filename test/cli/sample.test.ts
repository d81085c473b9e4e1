import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSample, type SampleRow } from '../../src/cli/sample/sample-steps.ts';
import { findings } from '../../src/domain/checks/checks.ts';
import { type Day, day } from '../../src/domain/core/day.ts';
import { type Evaluation, evaluate } from '../../src/domain/judging/evaluate.ts';
import { isJudgedKind } from '../../src/domain/judging/tally.ts';
import { VERDICTS } from '../../src/domain/judging/verdict.ts';
import { TASK_STATUSES } from '../../src/domain/plan/task.ts';
import { readTyped } from '../../src/host/services/typed-entry.ts';
import { PERIOD_STATE_LABELS } from '../../src/words/core/labels.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import type { CellValue, RawBook } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import { periodRows } from '../../src/workbook/write/prepare.ts';
import { templateBook } from '../plan-templates/template.ts';

const SAMPLE = readSample(readFileSync(new URL('../../src/cli/sample/gia-luong.json', import.meta.url), 'utf8'));
const TODAY = day('2024-06-20');
const NOW = '6 tháng đầu năm 2024';
const CLOSED = ['6 tháng đầu năm 2023', 'Năm 2023', 'Quý I 2024'];

/** A tab being typed into: rows by header. */
type Sheet = { readonly spec: TabSpec; readonly headers: readonly string[]; readonly rows: Map<string, CellValue>[] };

function emptySheets(): Map<string, Sheet> {
  const planned = new Map(templateBook().tabs.map(({ name, values }) => [name, values]));
  return new Map(
    TABS.map((spec) => {
      const [office = [], ...rows] = planned.get(spec.name) ?? [];
      const own = Object.values(spec.columns).map(({ header }) => header);
      const headers = [...new Set([...office.map(String), ...own])];
      const filled = rows.map((row) => new Map(row.map((value, at) => [String(office[at]), value] as const)));
      return [spec.name, { spec, headers, rows: filled }];
    }),
  );
}

function bookOf(sheets: ReadonlyMap<string, Sheet>): Book {
  const tabs = [...sheets.values()].map(({ spec, headers, rows }, at) => {
    const values = [headers, ...rows.map((row) => headers.map((header) => row.get(header) ?? ''))];
    return { sheetId: at + 1, name: spec.name, hidden: false, values, formats: values.map((row) => row.map(() => '')) };
  });
  const raw: RawBook = { tabs, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };
  return readBook(raw);
}

/** Days stay the text that was typed; everything else becomes what typing makes of it. */
function typedValue(text: string, today: Day): CellValue {
  const typed = readTyped(text, { locale: 'vi_VN', format: '', today });
  if (typed.formula !== null) throw new Error(`typing “${text}” makes a formula`);
  return typed.format === null ? typed.value : text;
}

function sheetOf(sheets: ReadonlyMap<string, Sheet>, tab: string): Sheet {
  const sheet = sheets.get(tab);
  if (sheet === undefined) throw new Error(`there is no tab “${tab}”`);
  return sheet;
}

function typeRow({ spec, headers, rows }: Sheet, typed: SampleRow, today: Day): void {
  const keys = (spec.rowKey.length > 0 ? spec.rowKey : ['role']).map((key) => spec.columns[key]?.header ?? '');
  const given = keys.filter((key) => key in typed);
  const found = rows.filter((row) => given.every((key) => row.get(key) === typed[key]));
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${spec.name}: ${JSON.stringify(typed)} names ${found.length} rows`);
  for (const [header, text] of Object.entries(typed)) {
    if (!headers.includes(header)) throw new Error(`${spec.name} has no column “${header}”`);
    if (!keys.includes(header)) row.set(header, typedValue(text, today));
  }
}

function openPeriod(sheets: ReadonlyMap<string, Sheet>, name: string): void {
  const book = bookOf(sheets);
  const period = book.plan.periods.find((each) => each.name === name);
  if (period === undefined) throw new Error(`there is no period “${name}”`);
  for (const [key, rows] of Object.entries(periodRows(book, period))) {
    const sheet = [...sheets.values()].find(({ spec }) => spec.key === key);
    const named = rows.map((row) =>
      Object.entries(row).map(([column, value]) => [sheet?.spec.columns[column]?.header ?? '', value] as const),
    );
    sheet?.rows.push(...named.map((cells) => new Map<string, CellValue>(cells)));
  }
}

function play(): Book {
  const sheets = emptySheets();
  for (const step of SAMPLE.steps) {
    if (step.do === 'type') {
      for (const row of step.rows) typeRow(sheetOf(sheets, step.tab), row, day(step.day));
    } else {
      if (step.do === 'open') openPeriod(sheets, step.period);
      const state = PERIOD_STATE_LABELS[step.do === 'open' ? 'entering' : 'closed'];
      typeRow(sheetOf(sheets, 'Kỳ báo cáo'), { Kỳ: step.period, 'Tình trạng': state }, day(step.day));
    }
  }
  return bookOf(sheets);
}

const book = play();
const period = book.plan.periods.find(({ name }) => name === NOW);
if (period === undefined) throw new Error(`there is no period “${NOW}”`);

/** Of what has only a proposed deadline nothing is completed yet, and every completion has its day. */
const NOT_SHOWN = ['done'];

/** The verdicts and statuses that no row has, proposals included. */
function unseen({ judgements, standings }: Evaluation): string[] {
  const seen = new Set([
    ...book.plan.indicators.filter(isJudgedKind).map(({ id }) => judgements.get(id)?.verdict),
    ...[...standings.values()].map(({ status }) => status),
  ]);
  return [...VERDICTS, ...TASK_STATUSES].filter((code) => !seen.has(code));
}

describe('the sample results', () => {
  it('are told day by day, never backwards', () => {
    const days = SAMPLE.steps.map((step) => day(step.day));
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)?.localeCompare(TODAY)).toBe(-1);
  });

  it('leave three periods closed and one being entered', () => {
    const states = book.plan.periods.filter(({ state }) => state !== 'unopened').map(({ name, state }) => [name, state]);
    expect(states).toEqual([...CLOSED.map((name) => [name, 'closed']), [NOW, 'entering']]);
  });

  it('show every verdict and every status on the day of the demonstration', () => {
    expect(unseen(evaluate(book, { period, asOf: TODAY }))).toEqual(NOT_SHOWN);
  });

  it('show every verdict and every status in the report as of its cut-off', () => {
    expect(unseen(evaluate(book, { period, asOf: period.end }))).toEqual(NOT_SHOWN);
  });

  it('hold mistakes of each severity, and only the sheet mistake that was meant', () => {
    const found = findings(book, { period, today: TODAY, locale: book.locale, timeZone: book.timeZone });
    const codes = new Set(found.map(({ code }) => code));
    expect([...new Set(found.map(({ severity }) => severity))].sort()).toEqual(['must-fix', 'note', 'review']);
    for (const code of [
      'numerator-above-denominator',
      'percent-looks-like-fraction',
      'no-data-in-period',
      'completion-day-missing',
    ] as const) {
      expect(codes).toContain(code);
    }
    expect(book.problems.map(({ code }) => code)).toEqual(['text-in-number']);
  });

  it.each([...CLOSED, NOW])('balance the files of %s, and let no counter fall', (name) => {
    const each = book.plan.periods.find((row) => row.name === name);
    if (each === undefined) throw new Error(`there is no period “${name}”`);
    const found = findings(book, { period: each, today: each.end, locale: book.locale, timeZone: book.timeZone });
    expect(found.filter(({ code }) => code === 'files-not-balanced' || code === 'counter-falls')).toEqual([]);
  });

  it.each(CLOSED)('have no mistake to mend in %s, which is closed', (name) => {
    const each = book.plan.periods.find((row) => row.name === name);
    if (each === undefined) throw new Error(`there is no period “${name}”`);
    const found = findings(book, { period: each, today: each.end, locale: book.locale, timeZone: book.timeZone });
    expect(found.filter(({ severity }) => severity === 'must-fix')).toEqual([]);
  });

  it('pass no one off as real: every address is of the reserved domain', () => {
    const addresses = book.plan.roles.map(({ email }) => email).filter((email) => email !== '');
    expect(addresses.length).toBeGreaterThan(5);
    for (const email of addresses) expect(email).toMatch(/@example\.vn$/u);
  });
});
