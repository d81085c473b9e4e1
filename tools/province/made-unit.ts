import type { Day } from '../../src/domain/core/day.ts';
import { day } from '../../src/domain/core/day.ts';
import { reportingPeriodsOf } from '../../src/domain/period/calendar.ts';
import { type Manifest, manifestText, type PackagePeriod } from '../../src/domain/province/manifest.ts';
import { type Facts, fileOf, MANIFEST, type RowOf, TABLE_NAMES, TABLES } from '../../src/domain/province/schema.ts';
import { csvBytes } from '../../src/paper/sheet/csv.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { FORMS } from '../../src/words/report/form-rows.ts';
import { ANSWERS } from '../../src/words/surveys/answers.ts';

/** A number from a seed and any words, from 0 up to 1: the same whatever was asked before (FNV-1a, then a mixer). */
export function chance(...of: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of of.join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** The periods of a year: the four reports of the field, or its months. */
export function periodsOf(year: number, many: 4 | 12): PackagePeriod[] {
  const due = (end: Day): Day => day(new Date(Date.parse(end) + 6 * 86_400_000).toISOString().slice(0, 10));
  if (many === 4)
    return reportingPeriodsOf(year).map(({ type, turn, start, end, cumulative }) => ({
      name:
        type === 'quarter'
          ? `Quý ${turn === 1 ? 'I' : 'III'} năm ${year}`
          : type === 'half'
            ? `6 tháng đầu năm ${year}`
            : `Năm ${year}`,
      ...{ type, turn, year, start, end, cumulative, sendDueOn: due(end) },
    }));
  return Array.from({ length: 12 }, (_, at) => {
    const start = day(new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10));
    const end = day(new Date(Date.UTC(year, at + 1, 0)).toISOString().slice(0, 10));
    return {
      name: `Tháng ${at + 1} năm ${year}`,
      type: 'month',
      turn: at + 1,
      year,
      start,
      end,
      cumulative: at === 0,
      sendDueOn: due(end),
    };
  });
}

export type MadeUnit = { readonly code: string; readonly name: string };
/** What a planted slip does to one figure. */
export type Slip = { readonly line: string; readonly times: number };

const INDICATORS = 40;
const TASKS = 57;
const CRITERIA = 60;
const QUESTIONS = 6;

/** The facts of one unit and period: rates that stay near the unit's own, counts that grow with its size, all from the seed. */
export function madeFacts(seed: number, { code }: MadeUnit, period: PackagePeriod, slip: Slip | null): Facts {
  const size = 200 + Math.floor(chance(seed, code, 'size') * 1800);
  const share = period.type === 'month' ? 1 / 12 : period.cumulative ? 1 : 0.25;
  const at = (...of: (string | number)[]): number => chance(seed, code, period.year, period.type, period.turn ?? 0, ...of);
  const indicators: RowOf<'indicators'>[] = [];
  for (let number = 1; number <= INDICATORS; number += 1)
    indicators.push(
      madeRate(number, Math.max(20, Math.round(size * share)), { unit: chance(seed, code, number), now: at(number) }),
    );
  const forms = madeForms(
    (line) => Math.max(1, Math.round(size * share * (0.4 + 0.2 * chance(seed, code, line) + 0.05 * at(line)))),
    at,
  );
  return {
    indicators,
    tasks: Array.from({ length: TASKS }, (_, number) => madeTask(number + 1, period, at('task', number))),
    forms: forms.map((row) => slipped(row, slip)),
    scores: Array.from({ length: CRITERIA }, (_, number) => madeScore(number + 1, period.year, at('score', number))),
    surveys: Array.from({ length: QUESTIONS }, (_, number) =>
      madeAnswers(number + 1, Math.round(60 + 200 * at('forms', number))),
    ).flat(),
  };
}

/** A criterion of which an office claims a half, or all of it. */
function madeScore(number: number, year: number, now: number): RowOf<'scores'> {
  const maximum = 1 + (number % 3) / 2;
  const self = now < 0.3 ? maximum / 2 : maximum;
  const criterion = `${1 + Math.floor(number / 10)}.${number % 10}`;
  return { set: String(year), criterion, maximum, self, assessed: null, excluded: number % 20 === 0 ? 1 : 0 };
}

function madeAnswers(question: number, forms: number): RowOf<'surveys'>[] {
  const shares = [0.6, 0.3, 0.07, 0.02, 0.01];
  return ANSWERS.map((answer, at) => ({
    ...{ survey: 'KS-01', question: String(question), answer, channel: 'both' },
    count: Math.round(forms * (shares[at] ?? 0)),
  }));
}

function madeRate(number: number, denominator: number, { unit, now }: { unit: number; now: number }): RowOf<'indicators'> {
  const level = 80;
  const rate = Math.min(1, 0.82 + 0.12 * unit + 0.04 * now - (number % 5) * 0.02);
  const numerator = Math.round(denominator * rate);
  const verdict = 100 * numerator >= level * denominator ? 'met' : 'not-met';
  return {
    ...{
      id: `T${Math.ceil(number / 6)}.${((number - 1) % 6) + 1}`,
      plan: 'KH',
      field: FIELDS[Math.ceil(number / 6) - 1] ?? '',
      title: `Tỷ lệ nội dung ${number} được thực hiện`,
    },
    ...{
      unit: '%',
      kind: 'at-least',
      data: 'cumulative',
      form: null,
      level: String(level),
      numerator,
      denominator,
      value: null,
      grade: null,
    },
    ...{ verdict, proposed: 0, data_as_of: null, published_on: null },
  };
}

const FIELDS = [
  'Chỉ đạo, điều hành',
  'Cải cách thể chế',
  'Cải cách thủ tục hành chính',
  'Cải cách tổ chức bộ máy',
  'Cải cách chế độ công vụ',
  'Cải cách tài chính công',
  'Chính quyền số',
];

function madeTask(number: number, { end }: PackagePeriod, luck: number): RowOf<'tasks'> {
  const status =
    luck < 0.55
      ? 'done-on-time'
      : luck < 0.6
        ? 'done-late'
        : luck < 0.65
          ? 'overdue'
          : luck < 0.85
            ? 'done-in-period'
            : 'in-progress';
  return {
    id: `N${number}`,
    plan: 'KH',
    field: FIELDS[number % 7] ?? '',
    title: `Nhiệm vụ ${number} của Kế hoạch`,
    frequency: 'dated',
    status,
    proposed: 0,
    last_day: end,
    completed_on: status.startsWith('done-') && status !== 'done-in-period' ? end : null,
  };
}

/** Every line that a commune can have: counts, rates of the two lines under them, answers. */
function madeForms(count: (line: string) => number, at: (line: string) => number): RowOf<'forms'>[] {
  return FORMS.flatMap(({ number, rows }) => {
    const own = rows.filter(({ isCommune, unit }) => isCommune && unit !== '');
    const counts = own.filter(({ unit }) => unit !== '%' && !unit.includes('='));
    const values = new Map(counts.map(({ code }) => [code, count(`${number}.${code}`)]));
    for (const { code } of own.filter(({ unit }) => unit === '%')) {
      const all = values.get(`${code}.1`);
      if (all !== undefined && values.has(`${code}.2`))
        values.set(`${code}.2`, Math.round(all * (0.85 + 0.15 * at(`${number}.${code}`))));
    }
    return own.map(({ code, unit }) => ({
      form: Number(number),
      line: code,
      data_as_of: null,
      ...madeFigure(code, unit, { values, at }),
    }));
  });
}

type Around = { readonly values: ReadonlyMap<string, number>; readonly at: (line: string) => number };
type Figure = Pick<RowOf<'forms'>, 'numerator' | 'denominator' | 'value' | 'answer'>;

function madeFigure(code: string, unit: string, { values, at }: Around): Figure {
  const none = { numerator: null, denominator: null, value: null, answer: null };
  if (unit.includes('=')) return { ...none, answer: at(code) < 0.7 ? 1 : 0 };
  if (unit !== '%') return { ...none, value: values.get(code) ?? 0 };
  const [denominator, numerator] = [values.get(`${code}.1`), values.get(`${code}.2`)];
  if (denominator === undefined || numerator === undefined) return { ...none, value: Math.round(80 + 20 * at(code)) };
  return { ...none, numerator, denominator };
}

function slipped(row: RowOf<'forms'>, slip: Slip | null): RowOf<'forms'> {
  return slip === null || `${row.form}.${row.line}` !== slip.line || row.value === null
    ? row
    : { ...row, value: row.value * slip.times };
}

export type MadePackage = {
  readonly unit: MadeUnit;
  readonly period: PackagePeriod;
  readonly version?: number;
  readonly closedOn?: Day;
};

/** The package as a commune's script would write it (`src/app/province/export-period.ts`). */
export function packed(
  { unit, period, version = 1, closedOn }: MadePackage,
  facts: Facts,
  spoil = (text: string): string => text,
): Uint8Array {
  const files = TABLE_NAMES.filter((name) => facts[name].length > 0).map((name) => {
    const columns = TABLES[name].map((column) => column.name);
    const rows: readonly Readonly<Record<string, string | number | null>>[] = facts[name];
    return { name, bytes: csvBytes([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]) };
  });
  const manifest: Omit<Manifest, 'minor'> = {
    unit: { ...unit, since: null },
    ...{ period, version, closedOn: closedOn ?? period.end, publishedOn: null, plan: '0', report: null, sample: true },
    tables: files.map(({ name }) => ({ name, rows: facts[name].length, hash: '' })),
  };
  return writeZip(
    new Map<string, string | Uint8Array>([
      [MANIFEST, spoil(manifestText(manifest))],
      ...files.map(({ name, bytes }): [string, Uint8Array] => [fileOf(name), bytes]),
    ]),
  );
}
