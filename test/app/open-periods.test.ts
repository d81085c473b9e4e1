import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollBack } from '../../src/app/base/roll-back.ts';
import { check } from '../../src/app/checks/check.ts';
import { onEdited } from '../../src/app/entry/edit.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { myRows } from '../../src/app/entry/my-rows.ts';
import { sayPaste } from '../../src/app/entry/paste-summary.ts';
import { sayEdit } from '../../src/app/entry/say-edit.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { owed } from '../../src/app/mail/reminders.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import type { MyRowsReply } from '../../src/app/replies/my-rows.ts';
import { indicators } from '../../src/app/today/indicators.ts';
import { todayView } from '../../src/app/today/today.ts';
import { judgeTyping, typingContextOf } from '../../src/sidebar/parts/judge-typing.ts';
import { FREQUENCY_LABELS, JUDGED_WHEN_LABELS, PROGRESS_LABELS } from '../../src/words/core/labels.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { type Memory, memory } from './memory-ports.ts';
import { CLERK, indicator, on, type Row, smallPlan, task } from './small-plan.ts';

const WINDOWS: readonly (readonly [name: string, start: string, end: string, type: string])[] = [
  ['Năm 2023', '2022-12-15', '2023-12-14', 'Năm'],
  ['Quý I 2024', '2023-12-15', '2024-03-14', 'Quý'],
  ['Tháng 6/2024', '2024-06-01', '2024-06-30', 'Tháng'],
  ['6 tháng đầu năm 2024', '2023-12-15', '2024-06-14', '6 tháng'],
  ['Năm 2024', '2023-12-15', '2024-12-14', 'Năm'],
];
const NAMES = WINDOWS.map(([name]) => name);
type States = Readonly<Record<string, string>>;

const periodRows = (states: States): Row[] =>
  WINDOWS.map(([name, start, end, kind]) => ({
    name,
    start: on(start),
    end: on(end),
    cumulative: 'có',
    kind,
    state: states[name] ?? 'Chưa mở',
  }));

const isOpen = (states: States, name: string): boolean => ['Đang nhập', 'Đã mở lại'].includes(states[name] ?? '');

type Plan = { readonly indicators: readonly Row[]; readonly tasks: readonly Row[] };
type Given = { readonly states: States; readonly today: string; readonly plan: Plan };

/** A book with a blank row for everything in every period that is open, judged once. */
function desk({ states, today, plan }: Given, email = 'vanphong@example.vn'): Memory {
  const open = NAMES.filter((name) => isOpen(states, name));
  const rows = (items: readonly Row[]): Row[] => open.flatMap((period) => items.map(({ id }) => ({ id: id ?? '', period })));
  const made = memory({
    today,
    email,
    tabs: smallPlan({
      ...plan,
      periods: periodRows(states),
      actuals: rows(plan.indicators),
      entries: rows(plan.tasks),
      narratives: [],
    }),
  });
  refresh(made.ports);
  return made;
}

function grey(made: Memory, spec: TabSpec, [id, period]: readonly [string, string]): CellValue[] {
  const { values } = made.tab(spec.name);
  const headers = values[1] ?? [];
  const line = values.find((row) => row[headers.indexOf('Mã')] === id && row[headers.indexOf('Kỳ')] === period);
  const wanted = ['Kết quả', 'Đánh giá', 'Tình trạng', 'Diễn giải', 'Nhắc từ ngày', 'Quá hạn từ ngày'];
  return wanted.filter((header) => headers.includes(header)).map((header) => line?.[headers.indexOf(header)] ?? '');
}

/** Every grey cell of an entry tab. */
function allGrey(made: Memory, spec: TabSpec, open: readonly string[], ids: readonly string[]): unknown {
  return open.map((period) => ids.map((id) => grey(made, spec, [id, period])));
}

/** Types into the cells as a person does, and says which row. */
function type(made: Memory, spec: TabSpec, [id, period]: readonly [string, string], typed: Readonly<Record<string, CellValue>>) {
  const tab = made.tab(spec.name);
  const headers = tab.values[1] ?? [];
  const at = tab.values.findIndex((row) => row[headers.indexOf('Mã')] === id && row[headers.indexOf('Kỳ')] === period);
  for (const [header, value] of Object.entries(typed)) {
    const row = tab.values[at];
    if (row !== undefined) row[headers.indexOf(header)] = value;
  }
  return { sheetId: tab.sheetId, row: at + 1, rows: 1, column: 1, columns: 30 };
}

/** What the form says of the row while it is typed; nothing where the form has no such row. */
function whileTyped(shown: MyRowsReply, id: string, values: Readonly<Record<string, string>>): string | undefined {
  const row = shown.rows.find((each) => (each.of === 'actual' ? each.indicator.id : each.task.id) === id);
  const context = typingContextOf(shown);
  if (row === undefined || context === null) return undefined;
  const fields = Object.fromEntries(Object.entries(shown.headers[row.of]).map(([field, header]) => [header, field]));
  const typed = Object.fromEntries(Object.entries(values).map(([header, text]) => [fields[header] ?? '', text]));
  return judgeTyping(row, { ...row.texts, ...typed }, context).result;
}

const JUDGED = Object.values(JUDGED_WHEN_LABELS);
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    judged: fc.constantFrom(...JUDGED),
    kind: fc.constantFrom('Từ mức trở lên', 'Không quá mức', 'Hoàn thành theo mốc'),
    frequency: fc.constantFrom(...Object.values(FREQUENCY_LABELS)),
    due: fc.constantFrom<CellValue>('', '31/3', '31/12', on('2024-05-31'), on('2024-06-20')),
    origin: fc.constantFrom('Theo Kế hoạch', 'Đề xuất, chờ xác nhận'),
  })
  .map(({ judged, kind, frequency, due, origin }) => ({
    indicators: [
      indicator('T1', { judged, kind }),
      indicator('T2', { judged, measure: 'Lấy từ TK1 / TK2', origin }),
      indicator('TK1', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
      indicator('TK2', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
    ],
    tasks: [task('N1', { frequency, due, origin })],
  }));
const anyStates: fc.Arbitrary<States> = fc
  .tuple(...NAMES.map(() => fc.constantFrom('Chưa mở', 'Đang nhập', 'Đã chốt', 'Đã mở lại')))
  .map((states) => Object.fromEntries(states.map((state, at) => [NAMES[at] ?? '', state])))
  .filter((states) => NAMES.some((name) => isOpen(states, name)));
const anyDay = fc.constantFrom('2024-02-10', '2024-06-10', '2024-06-14', '2024-06-20', '2024-12-20', '2025-02-01');
const anyFigures = fc.record({ 'Tử số': fc.nat({ max: 60 }), 'Mẫu số': fc.nat({ max: 60 }) });
const anyCount = fc.nat({ max: 60 }).map((count) => ({ 'Kết quả nhập tay': count }));
const anyWord = fc.record(
  {
    'Mức độ thực hiện': fc.constantFrom(...Object.values(PROGRESS_LABELS)),
    'Ngày hoàn thành': fc.constantFrom('20/2/2024', '1/6/2024', '15/6/2024'),
    'Kết quả thực hiện trong kỳ': fc.constantFrom('', 'Đã ban hành 01 văn bản'),
  },
  { requiredKeys: ['Mức độ thực hiện'] },
);
type Typed = { readonly spec: TabSpec; readonly id: string; readonly texts: Readonly<Record<string, string | number>> };
const anyTyped: fc.Arbitrary<Typed> = fc.oneof(
  anyFigures.map((texts) => ({ spec: ACTUALS, id: 'T1', texts })),
  fc.tuple(fc.constantFrom('TK1', 'TK2'), anyCount).map(([id, texts]) => ({ spec: ACTUALS, id, texts })),
  anyWord.map((texts) => ({ spec: ENTRIES, id: 'N1', texts })),
);

describe('a row of any open period', () => {
  it('is judged alike by the form, by an edit of the sheet and by the batch, and shown so while it is typed', () => {
    fc.assert(
      fc.property(
        anyStates,
        anyDay,
        anyPlan,
        fc.array(fc.tuple(anyTyped, fc.nat()), { minLength: 1, maxLength: 3 }),
        (states, today, plan, steps) => {
          const open = NAMES.filter((name) => isOpen(states, name));
          const [batch, edited, formed] = [0, 1, 2].map(() => desk({ states, today, plan })) as [Memory, Memory, Memory];
          for (const [{ spec, id, texts }, pick] of steps) {
            const period = open[pick % open.length] ?? '';
            const key = [id, period] as const;
            const shown = myRows(formed.ports, { role: 'Tư pháp – Hộ tịch', period });
            type(batch, spec, key, texts);
            onEdited(edited.ports, type(edited, spec, key, texts), { sayEdit, sayPaste, rollBack });
            const values = Object.fromEntries(Object.entries(texts).map(([header, text]) => [header, String(text)]));
            const { result } = enter(formed.ports, { tab: spec.name, id, period, values });
            refresh(batch.ports);
            const [verdict] = grey(batch, spec, key).slice(spec === ACTUALS ? 1 : 0);
            expect(result).toBe(verdict);
            expect([verdict, undefined]).toContain(whileTyped(shown, id, values));
          }
          for (const [spec, items] of [
            [ACTUALS, plan.indicators],
            [ENTRIES, plan.tasks],
          ] as const) {
            const ids = items.map(({ id }) => String(id));
            expect(allGrey(edited, spec, open, ids)).toEqual(allGrey(batch, spec, open, ids));
            expect(allGrey(formed, spec, open, ids)).toEqual(allGrey(batch, spec, open, ids));
          }
        },
      ),
      { numRuns: process.env['CCHC_SWEEP'] === '1' ? 600 : 25 },
    );
  }, 300_000);
});

describe('what is done in the row of the period that ends last', () => {
  it('is overdue in no grey cell of the others, by the edit as by the batch, nor while it is typed', () => {
    const states = { 'Tháng 6/2024': 'Đang nhập', 'Năm 2024': 'Đang nhập' };
    const tasks = [task('N1', { due: on('2024-06-10') })];
    const made = desk({ states, today: '2024-06-20', plan: { indicators: [], tasks } });
    const statuses = () => ['Tháng 6/2024', 'Năm 2024'].map((period) => grey(made, ENTRIES, ['N1', period])[0]);
    expect(statuses()).toEqual(['Quá hạn chưa hoàn thành', 'Quá hạn chưa hoàn thành']);
    const done = { 'Mức độ thực hiện': 'Đã hoàn thành', 'Ngày hoàn thành': on('2024-06-08') };
    onEdited(made.ports, type(made, ENTRIES, ['N1', 'Năm 2024'], done), { sayEdit, sayPaste, rollBack });
    expect(statuses()).toEqual(['Hoàn thành đúng hạn', 'Hoàn thành đúng hạn']);
    refresh(made.ports);
    expect(statuses()).toEqual(['Hoàn thành đúng hạn', 'Hoàn thành đúng hạn']);
    const shown = myRows(made.ports, { role: 'Tư pháp – Hộ tịch', period: 'Tháng 6/2024' });
    expect([undefined, 'Hoàn thành đúng hạn']).toContain(whileTyped(shown, 'N1', {}));
    expect(owed(made.ports).roles).toEqual([]);
  });
});

describe('two open periods', () => {
  const given: Given = {
    states: { 'Năm 2023': 'Đã mở lại', 'Quý I 2024': 'Đã chốt', '6 tháng đầu năm 2024': 'Đang nhập' },
    today: '2024-06-20',
    plan: { indicators: [indicator('T1')], tasks: [task('N1', { due: on('2024-06-10') })] },
  };
  const missed = { 'Tử số': 20, 'Mẫu số': 49 };

  /** 20/49 typed into the sheet of the reopened year, and nothing but the batch run. */
  function typedIntoTheOther(email?: string): Memory {
    const made = desk(given, email);
    type(made, ACTUALS, ['T1', 'Năm 2023'], missed);
    refresh(made.ports);
    return made;
  }

  it('are both judged by the batch: the red one of the other period stands in its row', () => {
    const made = typedIntoTheOther();
    expect(grey(made, ACTUALS, ['T1', 'Năm 2023'])[1]).toBe('Chưa đạt');
    expect(refresh(made.ports).written).toBe(0);
  });

  it('are both told to the chairman, the other one by its name, a task once', () => {
    const { mails } = sendMail(typedIntoTheOther().ports, { preview: true });
    const his = mails.find(({ about }) => about.includes('digest'));
    expect(his?.text).toContain('(T1): đạt 40,82% (20/49)');
    expect(his?.text).toContain('kỳ Năm 2023');
    expect(his?.text.match(/\(N1\)/gu)).toHaveLength(1);
  });

  it('are both on the pages: today, owed, the indicators and the rows of the one asked for', () => {
    const { ports } = typedIntoTheOther();
    const view = todayView(ports);
    expect(view.others).toEqual([expect.stringContaining('Năm 2023 (đã mở lại). 01 chỉ tiêu chưa đạt')]);
    expect(view.attention.map(({ text }) => text).join('\n')).toContain('kỳ Năm 2023');
    expect(owed(ports).others.map(({ period }) => period?.name)).toEqual(['Năm 2023']);
    const list = indicators(ports, { period: 'Năm 2023' });
    expect([list.open, list.period, list.rows[0]?.verdict]).toEqual([
      ['6 tháng đầu năm 2024', 'Năm 2023'],
      'Năm 2023',
      'not-met',
    ]);
    const mine = myRows(ports, { role: CLERK, period: 'Năm 2023' });
    expect([mine.period?.name, mine.asOf]).toEqual(['Năm 2023', '2023-12-14']);
  });

  it('are both checked, and each has its line on the overview', () => {
    const made = typedIntoTheOther();
    type(made, ACTUALS, ['T1', 'Năm 2023'], { 'Tử số': 60, 'Mẫu số': 49 });
    refresh(made.ports);
    const found = check(made.ports).problems.filter(({ code }) => code === 'numerator-above-denominator');
    expect(found).toHaveLength(1);
    const lines = made.tab(OVERVIEW.name).values.map((row) => row.filter((cell) => cell !== '').join(' | '));
    expect(lines).toContain('Các kỳ đang mở');
    expect(lines.some((line) => line.startsWith('Năm 2023 | '))).toBe(true);
  });
});
