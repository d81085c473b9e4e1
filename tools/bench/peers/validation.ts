import { CALLS } from '../../../src/app/calls.ts';
import type { Day } from '../../../src/domain/core/day.ts';
import { parseDay } from '../../../src/domain/core/day.ts';
import { sayProblem } from '../../../src/words/checks/problems.ts';
import { PROGRESS_LABELS } from '../../../src/words/core/labels.ts';
import { REFUSALS } from '../../../src/words/core/refusals.ts';
import { type CellValue, LONGEST_TEXT, type RawTab } from '../../../src/workbook/core/cell.ts';
import { findTables } from '../../../src/workbook/read/find-table.ts';
import { readRows } from '../../../src/workbook/read/read-rows.ts';
import { ENTRIES } from '../../../src/workbook/tabs/entries.ts';
import { letters } from '../../../src/xlsx/address.ts';
import { type Absent, answering, type Comparison, type Contestant, type Field, timesOf } from './contest.ts';
import type { Peers } from './install.ts';
import { lots } from './made-rows.ts';

const OURS = 'ours, with sentences';
const [AJV, ZOD] = ['ajv', 'zod'];
const SEED = 22;
/** One row in so many has a mistake. */
const WRONG = 100;

type Ajv = { compile(schema: object): Validate };
type Validate = ((value: unknown) => boolean) & { errors?: readonly { readonly instancePath: string }[] | null };
type Ajvs = { readonly default: new (options: object) => Ajv };
/** As much of zod as is used here. */
type Zod = {
  string(): ZodText;
  number(): ZodAny;
  literal(value: unknown): ZodAny;
  any(): ZodAny;
  union(kinds: readonly ZodAny[]): ZodAny;
  enum(values: readonly string[]): ZodAny;
  tuple(items: readonly ZodAny[]): ZodAny;
  object(shape: object): ZodAny;
  strictObject(shape: object): ZodAny;
  record(key: ZodAny, value: ZodAny): ZodAny;
};
type ZodAny = {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[] }[] } };
  optional(): ZodAny;
};
type ZodText = ZodAny & { max(length: number): ZodText; min(length: number): ZodText; regex(expression: RegExp): ZodText };

const aimsOf: Comparison['aims'] = (lines) => [
  { aim: 'ours, × ajv', got: timesOf(lines.of(OURS), lines.of(AJV)), most: 1 },
  { aim: 'ours, × zod', got: timesOf(lines.of(OURS), lines.of(ZOD)), most: 0.5 },
];

/** The cells of a tab of so many rows: which are wrong, and where. Ours also gives true values and says each mistake in Vietnamese. */
export function sheetRows(peers: Peers, sizes: readonly number[]): Comparison {
  return {
    name: 'sheet',
    title: 'validation of the rows of a tab',
    sizes,
    field: (rows) => sheetField(peers, rows),
    aims: aimsOf,
  };
}

/** So many requests of the form that saves a row. */
export function requests(peers: Peers, sizes: readonly number[]): Comparison {
  return {
    name: 'requests',
    title: 'validation of requests',
    sizes,
    field: (rows) => requestField(peers, rows),
    aims: aimsOf,
  };
}

// Columns of `Nhập tiến độ` that are read: the grey ones are not.
const COLUMNS = Object.entries(ENTRIES.columns);
const isRead = (key: string): boolean =>
  COLUMNS.some(([name, { by }]) => name === key && (by === 'office' || name === 'id' || name === 'period' || name === 'title'));

/** What a cell of each kind may hold, for those who do not know it; blank cells are fine. A spreadsheet's own error is not. */
const ERROR = '#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|ERROR!|SPILL!|CALC!)';
const TEXT = `^(?!\\s*${ERROR})`;
const DAY = '^(?:\\s*|\\s*\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}\\s*)$';

function sheetField(peers: Peers, count: number): Field {
  const tab = madeTab(count);
  const lines = tab.values.slice(1);
  const [table] = [findTables({ tabs: [tab], locale: 'vi_VN', timeZone: '' }).tables.get('entries')];
  const ajvs = peers.load('ajv/dist/2020.js') as Ajvs | null;
  const zod = peers.load('zod') as Zod | null;
  const contestants: Contestant[] = [
    {
      who: OURS,
      about: 'true values and Vietnamese sentences',
      run: () => {
        const reading = { locale: 'vi_VN', problems: [] };
        const rows = readRows(ENTRIES, table, reading);
        const said = (reading.problems as Problems).map((problem) => [problem.at, sayProblem(problem)] as const);
        return { answer: () => `${rows.length} ${said.map(([at]) => `${letters(at?.column ?? 0)}${at?.row}`).join(' ')}` };
      },
    },
    ...(ajvs === null ? [] : [ajvLines(peers, ajvs, lines)]),
    ...(zod === null ? [] : [zodLines(peers, zod, lines)]),
    { who: 'floor: a plain loop', run: () => plainLines(lines) },
  ];
  return { contestants, absent: absentOf(ajvs, zod), close: () => {} };
}

type Problems = readonly (Parameters<typeof sayProblem>[0] & {
  readonly at: { readonly row: number; readonly column: number } | null;
})[];

function absentOf(ajvs: unknown, zod: unknown): Absent[] {
  const missing = [...(ajvs === null ? [AJV] : []), ...(zod === null ? [ZOD] : [])];
  return missing.map((who) => ({ who, why: `${who} is not installed` }));
}

/** Wrong cells of the lines, each once: `H12`. */
const answerOf = (count: number, wrong: readonly (readonly [row: number, column: number])[]): string =>
  `${count} ${wrong.map(([row, column]) => `${letters(column + 1)}${row + 2}`).join(' ')}`;

function ajvLines(peers: Peers, { default: Ajv }: Ajvs, lines: RawTab['values']): Contestant {
  const of = ([key, { kind }]: (typeof COLUMNS)[number]): unknown => {
    if (!isRead(key)) return true;
    if (typeof kind === 'object') return { enum: ['', ...Object.values(PROGRESS_LABELS)] };
    const text = { maxLength: LONGEST_TEXT, pattern: kind === 'day' ? DAY : TEXT };
    return { type: kind === 'day' ? ['string', 'object'] : 'string', required: ['day', 'minutes'], ...text };
  };
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile({
    type: 'array',
    prefixItems: COLUMNS.map(of),
  });
  return {
    who: `ajv ${peers.versionOf('ajv')}`,
    about: 'wrong cells only',
    run: () => {
      const wrong: [number, number][] = [];
      lines.forEach((line, row) => {
        if (!validate(line))
          for (const { instancePath } of validate.errors ?? []) wrong.push([row, Number(instancePath.slice(1))]);
      });
      return { answer: () => answerOf(lines.length, wrong) };
    },
  };
}

function zodLines(peers: Peers, zod: Zod, lines: RawTab['values']): Contestant {
  const of = ([key, { kind }]: (typeof COLUMNS)[number]): ZodAny => {
    if (!isRead(key)) return zod.any();
    if (typeof kind === 'object') return zod.enum(['', ...Object.values(PROGRESS_LABELS)]);
    const text = zod
      .string()
      .max(LONGEST_TEXT)
      .regex(new RegExp(kind === 'day' ? DAY : TEXT, 'u'));
    return kind === 'day' ? zod.union([text, zod.object({ day: zod.string(), minutes: zod.number() })]) : text;
  };
  const shape = zod.tuple(COLUMNS.map(of));
  return {
    who: `zod ${peers.versionOf('zod')}`,
    about: 'wrong cells only',
    run: () => {
      const wrong: [number, number][] = [];
      lines.forEach((line, row) => {
        const { success, error } = shape.safeParse(line);
        if (!success) for (const { path } of error?.issues ?? []) wrong.push([row, Number(path[0])]);
      });
      return { answer: () => answerOf(lines.length, wrong) };
    },
  };
}

function plainLines(lines: RawTab['values']) {
  const words = new Set<CellValue>(['', ...Object.values(PROGRESS_LABELS)]);
  const [day, text] = [new RegExp(DAY, 'u'), new RegExp(TEXT, 'u')];
  const tests = COLUMNS.map(([key, { kind }]): ((cell: CellValue) => boolean) | null => {
    if (!isRead(key)) return null;
    if (typeof kind === 'object') return (cell) => words.has(cell);
    const isText = (cell: string): boolean => cell.length <= LONGEST_TEXT && (kind === 'day' ? day : text).test(cell);
    return (cell) => (typeof cell === 'string' ? isText(cell) : kind === 'day' && typeof cell === 'object');
  });
  const wrong: [number, number][] = [];
  lines.forEach((line, row) => {
    for (let column = 0; column < tests.length; column += 1)
      if (tests[column]?.(line[column] ?? '') === false) wrong.push([row, column]);
  });
  return { answer: () => answerOf(lines.length, wrong) };
}

const TITLE = 'Rà soát, đơn giản hóa quy trình giải quyết thủ tục hành chính thuộc thẩm quyền của bộ phận';
const RESULT = 'Đã rà soát 12 quy trình, gửi báo cáo cho cơ quan chủ trì và niêm yết công khai tại bộ phận một cửa số';

/** `Nhập tiến độ` as the sheet holds it, with a mistake of each kind here and there. */
function madeTab(count: number): RawTab {
  const lot = lots(SEED);
  const headers = COLUMNS.map(([, { header }]) => header);
  const values = Array.from({ length: count }, (_, at) => {
    const cells = { ...madeCells(at, lot), ...(lot(WRONG) === 0 ? MISTAKES[lot(MISTAKES.length)] : {}) };
    return COLUMNS.map(([key]) => cells[key] ?? '');
  });
  return { sheetId: 1, name: ENTRIES.name, hidden: false, values: [headers, ...values], formats: [] };
}

type Cells = Readonly<Record<string, CellValue>>;
const MISTAKES: readonly Cells[] = [{ progress: 'xong rồi' }, { completedOn: 'tuần sau' }, { evidence: '#REF!' }];
const WORDS = Object.values(PROGRESS_LABELS);

function madeCells(at: number, lot: (below: number) => number): Cells {
  const oneOf = (...values: readonly CellValue[]): CellValue => values[lot(values.length)] ?? '';
  const day = (): CellValue => ({ day: dayOf(1 + lot(28)), minutes: 0 });
  return {
    id: `N${at + 1}`,
    period: '6 tháng đầu năm 2024',
    title: `${TITLE} ${at}`,
    progress: oneOf(...WORDS),
    completedOn: oneOf(day(), day(), day(), '14/6/2024', '', ''),
    result: `${RESULT} ${lot(40)}`,
    cause: oneOf('', '', '', `Chờ ý kiến của cơ quan chủ trì, bộ phận ${lot(9)}`),
    evidence: `${lot(900)}/BC-UBND`,
    muteUntil: oneOf(day(), '', '', '', '', '', '', ''),
  };
}

function dayOf(date: number): Day {
  const found = parseDay(`2024-06-${String(date).padStart(2, '0')}`);
  if (found === null) throw new Error('Bug: June has 30 days');
  return found;
}

function requestField(peers: Peers, count: number): Field {
  const asked = madeRequests(count);
  const ajvs = peers.load('ajv') as Ajvs | null;
  const zod = peers.load('zod') as Zod | null;
  const counted = (isRight: (request: unknown) => boolean) => () => {
    const refused: number[] = [];
    asked.forEach((request, at) => {
      if (!isRight(request)) refused.push(at);
    });
    return answering(refused.join(' '));
  };
  const said: string[] = [];
  const contestants: Contestant[] = [
    {
      who: OURS,
      about: 'the very call `enter`; a refusal is a Vietnamese sentence',
      run: counted((request) => {
        if (CALLS.enter.read(request) !== null) return true;
        said.push(REFUSALS.badRequest);
        return false;
      }),
    },
    ...(ajvs === null ? [] : [{ who: `ajv ${peers.versionOf('ajv')}`, run: counted(ajvRequest(ajvs)) }]),
    ...(zod === null ? [] : [{ who: `zod ${peers.versionOf('zod')}`, run: counted(zodRequest(zod)) }]),
  ];
  return { contestants, absent: absentOf(ajvs, zod), close: () => {} };
}

const [NAME, LONGEST_FIELD, MOST_FIELDS] = [200, 20_000, 100];

function ajvRequest({ default: Ajv }: Ajvs): (request: unknown) => boolean {
  const name = { type: 'string', minLength: 1, maxLength: NAME };
  const texts = {
    type: 'object',
    maxProperties: MOST_FIELDS,
    propertyNames: name,
    additionalProperties: { type: 'string', maxLength: LONGEST_FIELD },
  };
  const validate = new Ajv({ strict: false }).compile({
    type: 'object',
    required: ['tab', 'id', 'period', 'values'],
    additionalProperties: false,
    properties: { tab: name, id: name, period: name, values: texts, before: texts },
  });
  return (request) => validate(request);
}

function zodRequest(zod: Zod): (request: unknown) => boolean {
  const name = zod.string().min(1).max(NAME);
  const texts = zod.record(name, zod.string().max(LONGEST_FIELD));
  const shape = zod.strictObject({ tab: name, id: name, period: name, values: texts, before: texts.optional() });
  return (request) => shape.safeParse(request).success;
}

function madeRequests(count: number): unknown[] {
  const lot = lots(SEED);
  return Array.from({ length: count }, (_, at) => {
    const values = { 'Mức độ thực hiện': 'Đang thực hiện', 'Kết quả thực hiện trong kỳ': `${RESULT} ${at}`, 'Ghi chú': '' };
    const right = { tab: ENTRIES.name, id: `N${at + 1}`, period: '6 tháng đầu năm 2024', values };
    if (lot(WRONG) !== 0) return right;
    const kinds = [
      { ...right, id: '' },
      { ...right, more: 1 },
      { ...right, values: { 'Tử số': 5 } },
      { ...right, period: undefined },
    ];
    return kinds[lot(kinds.length)];
  });
}
