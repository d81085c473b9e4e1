import { describe, expect, test } from 'vitest';
import { checkCalendar } from '../../src/domain/checks/check-calendar.ts';
import { type CheckContext, type Checked, findings } from '../../src/domain/checks/checks.ts';
import { FINDING_SEVERITY, type FindingCode } from '../../src/domain/checks/finding.ts';
import { addDays, day } from '../../src/domain/core/day.ts';
import type { Recommendation } from '../../src/domain/inspections/recommendation.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { Actual, Indicator } from '../../src/domain/plan/indicator.ts';
import type { RoleHolder } from '../../src/domain/plan/plan.ts';
import type { Task, TaskEntry } from '../../src/domain/plan/task.ts';
import type { ScoreRow } from '../../src/domain/scores/criterion.ts';
import type { SurveyRow } from '../../src/domain/surveys/survey.ts';
import { sayFinding } from '../../src/words/checks/findings.ts';
import { readParameters } from '../../src/words/scores/parameters.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, at2024, number, period, TODAY, word } from './builders.ts';

type Given = Partial<Checked> & { readonly context?: Partial<CheckContext> };

const found = ({ context, ...given }: Given) =>
  findings(
    { plan: aPlan(), actuals: [], entries: [], narratives: [], ...given },
    { period: period('h1'), today: TODAY, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', ...context },
  );
const figures = (actual: Partial<Actual>, indicator: Partial<Indicator> = {}): Given => ({
  plan: aPlan({ indicators: [anIndicator(indicator)] }),
  actuals: [anActual(actual)],
});
const progress = (entry: Partial<TaskEntry>, task: Partial<Task> = {}): Given => ({
  plan: aPlan({ tasks: [aTask(task)] }),
  entries: [anEntry(entry)],
});
const TK = (id: string, over: Partial<Indicator> = {}) =>
  anIndicator({ id, kind: 'statistic', unit: 'hồ sơ', targets: new Map(), ...over });
const GRADE = { kind: 'grade-at-least', unit: 'xếp loại', ...at2024({ kind: 'grade', grade: 'Tốt' }) } as const;
const RANK = { kind: 'rank-at-most', unit: 'hạng', ...at2024(number(5)) } as const;

/** A calendar of one period, closed or not, with one thing wrong. */
const calendar = (over: Partial<Period>, more: readonly Period[] = []): Given => ({
  plan: aPlan({
    periods: [{ ...period('h1'), ...over }, ...more],
    settings: [{ key: 'plan-years', value: '2021 - 2025', from: null }],
  }),
});
const holder = (over: Partial<RoleHolder>): RoleHolder => ({
  role: 'Tư pháp – Hộ tịch',
  person: 'Nguyễn Văn A',
  email: 'tu-phap@example.vn',
  from: null,
  until: null,
  ...over,
});

const mending = (over: Partial<Recommendation>): Given => ({
  recommendations: [
    {
      ...{ id: 'KN-01', inspection: 'Kiểm tra đợt 1', kind: 'self', by: '', foundOn: day('2024-05-06'), unannounced: false },
      ...{ finding: 'Niêm yết thiếu 03 thủ tục', lead: 'Tư pháp – Hộ tịch', dueOn: day('2024-07-01'), fixedOn: null, note: '' },
      ...{ evidence: '', recheckedOn: null, recheck: null },
      ...over,
    },
  ],
});

const asking = (over: Partial<SurveyRow>): Given => ({
  surveys: [
    {
      ...{
        id: 'KS-01',
        question: 'Chung',
        title: 'Khảo sát',
        text: '',
        subject: 'citizens',
        method: 'paper',
        from: null,
        note: '',
      },
      ...{ until: day('2024-05-31'), sent: 60, minimum: 50, levels: [40, 15, 3, 1, 1], unanswered: null, feeds: '', told: null },
      ...over,
    },
  ],
});

const scoring = (over: Partial<ScoreRow>, ...more: readonly Partial<ScoreRow>[]): Given => ({
  scores: [over, ...more].map((each) => ({
    ...{
      id: '1',
      year: 2024,
      title: 'Hồ sơ đúng hạn',
      max: 2,
      method: 'steps',
      parameters: readParameters('100: 2; 80: 1'),
      note: '',
    },
    ...{ counted: '', source: '', wanted: '', lead: '', dueOn: null, declared: null, evidence: '', of: 10, deducted: null },
    ...{ value: { is: 'numbers', numbers: [9] }, assessed: null, polled: null },
    ...each,
  })),
});

/** One planted fault per code. */
const FAULTS: Readonly<Record<FindingCode, Given>> = {
  'numerator-above-denominator': figures({ numerator: 11, denominator: 10 }),
  'denominator-missing': figures({ numerator: 11 }),
  'numerator-missing': figures({ denominator: 10 }),
  'negative-number': figures({ numerator: -1, denominator: 10 }),
  'number-expected': figures({ typed: word('nhiều') }),
  'whole-number-expected': figures({ numerator: 1.5, denominator: 10 }),
  'rank-out-of-range': figures({ typed: number(0) }, RANK),
  'unknown-grade': figures({ typed: word('Ổn') }, { kind: 'grade-at-least', ...at2024({ kind: 'grade', grade: 'Tốt' }) }),
  'percent-above-100': figures({ typed: number(120) }),
  'percent-looks-like-fraction': figures({ typed: number(0.98) }),
  'typed-differs-from-computed': figures({ typed: number(97), numerator: 9, denominator: 10 }),
  'declared-beside-figures': figures({ typed: { kind: 'nothing-arose' }, numerator: 310, denominator: 500 }),
  'linked-figures-differ': {
    plan: aPlan({ indicators: [anIndicator({ links: { numerator: ['TK1'], denominator: ['TK2'] } }), TK('TK1'), TK('TK2')] }),
    actuals: [
      anActual({ numerator: 8 }),
      anActual({ indicator: 'TK1', typed: number(9) }),
      anActual({ indicator: 'TK2', typed: number(10) }),
    ],
  },
  'evidence-link-broken': figures({ evidence: 'drive.google.com/file/d/1' }),
  'evidence-file-gone': {
    ...figures({ evidence: 'minh-chung/bien-ban.pdf' }),
    goneFiles: () => new Set(['minh-chung/bien-ban.pdf']),
  },
  'reason-missing': figures({ typed: { kind: 'not-applicable' } }),
  'completed-in-future': progress({ progress: 'done', completedOn: day('2024-07-01') }),
  'completed-before-start': progress({ progress: 'done', completedOn: day('2024-01-01') }, { startOn: day('2024-02-01') }),
  'completion-day-missing': progress({ progress: 'done' }),
  'completion-day-without-done': progress({ progress: 'doing', completedOn: day('2024-06-01') }),
  'due-before-plan': progress({}, { startOn: day('2024-07-01') }),
  'due-after-plan': {
    plan: aPlan({
      tasks: [aTask({ due: { kind: 'day', day: day('2026-01-31') } })],
      settings: [{ key: 'plan-years', value: '2021 - 2025', from: null }],
    }),
  },
  'due-missing': progress({}, { due: null }),
  'no-lead': progress({}, { lead: ' ' }),
  'unknown-role': {
    plan: aPlan({
      tasks: [aTask({ lead: 'Thủ quỹ' })],
      roles: [{ role: 'Tư pháp – Hộ tịch', person: '', email: '', from: null, until: null }],
    }),
  },
  'unknown-period': progress({ period: 'Quý II 2024' }),
  'unknown-id': { actuals: [anActual({ indicator: 'T99' })] },
  // Cyrillic Т.
  'homoglyph-id': { plan: aPlan({ indicators: [anIndicator()] }), actuals: [anActual({ indicator: '\u04221' })] },
  'unknown-field': {
    plan: aPlan({ tasks: [aTask({ field: 'Khác' })], settings: [{ key: 'fields', value: 'Cải cách thể chế', from: null }] }),
  },
  'unknown-link': figures({}, { links: { numerator: ['TK9'], denominator: [] } }),
  'target-level-missing': figures({}, { targets: new Map([[2023, number(98)]]) }),
  'level-unfit': figures({}, at2024({ kind: 'grade', grade: 'Tốt' })),
  'level-falls': figures(
    {},
    {
      kind: 'yearly-rise',
      targets: new Map([
        [2023, number(55)],
        [2024, number(35)],
      ]),
    },
  ),
  'baseline-missing': figures({ typed: number(10) }, { kind: 'below-baseline', unit: 'người', ...at2024(number(0)) }),
  'files-not-balanced': {
    plan: aPlan({ indicators: [TK('TK1', { sumOf: [['TK2', 'TK3']] }), TK('TK2'), TK('TK3')] }),
    actuals: [
      anActual({ indicator: 'TK1', typed: number(10) }),
      anActual({ indicator: 'TK2', typed: number(4) }),
      anActual({ indicator: 'TK3', typed: number(5) }),
    ],
  },
  'part-above-whole': {
    plan: aPlan({ indicators: [TK('TK1'), TK('TK2', { parent: 'TK1' })] }),
    actuals: [anActual({ indicator: 'TK1', typed: number(3) }), anActual({ indicator: 'TK2', typed: number(9) })],
  },
  'parts-differ-from-total': {
    plan: aPlan({ indicators: [TK('TK1'), ...['TK2', 'TK3'].map((id) => TK(id, { parent: 'TK1', part: 'part' }))] }),
    actuals: [10, 4, 5].map((value, at) => anActual({ indicator: `TK${at + 1}`, typed: number(value) })),
  },
  'rate-of-nothing': figures({ numerator: 0, denominator: 0, typed: number(100) }),
  'figure-jumps': {
    plan: aPlan({ indicators: [anIndicator({ id: 'T1' })], periods: [period('h1'), { ...period('h1', 2023) }] }),
    actuals: [
      anActual({ indicator: 'T1', typed: number(1), evidence: 'x', cause: 'x' }),
      anActual({ indicator: 'T1', period: 'h1 2023', typed: number(53) }),
    ],
  },
  'counter-falls': {
    plan: aPlan({ indicators: [TK('TK1', { data: 'cumulative' })] }),
    actuals: [
      anActual({ indicator: 'TK1', typed: number(10) }),
      anActual({ indicator: 'TK1', period: 'q1 2024', typed: number(11) }),
    ],
  },
  'no-data-in-period': figures({}),
  'no-update-in-period': progress({}, { frequency: 'continuous' }),
  'cause-missing': figures({ numerator: 1, denominator: 2 }),
  'figures-not-asked': figures({ numerator: 5, denominator: 12 }, GRADE),
  'occurrence-missed': {
    plan: aPlan({ tasks: [aTask({ frequency: 'yearly', due: { kind: 'each-year', month: 11, date: 30 } })] }),
    entries: [anEntry({ period: 'year 2023' }), anEntry({ progress: 'doing' })],
  },
  'evidence-missing': figures({ numerator: 2, denominator: 2 }),
  'too-many-lines': progress({ progress: 'doing', result: 'họp\n'.repeat(61) }),
  'period-ends-before-start': calendar({ start: day('2024-12-15') }),
  'period-doubled': calendar({}, [{ ...period('h1'), name: '6 tháng 2024' }]),
  'period-type-missing': calendar({ type: 'special', turn: null, typeBy: 'nobody' }),
  'period-window-differs': calendar({ start: day('2024-01-01') }),
  'period-year-differs': calendar({ name: '6 tháng đầu năm 2023' }),
  'period-outside-plan': calendar(period('h1', 2023), [
    { ...period('h1'), start: day('2025-12-15'), end: day('2026-06-14'), year: 2026 },
  ]),
  'period-not-cumulative': calendar({ cumulative: false }),
  'period-cumulative': calendar({ ...period('q3'), cumulative: true }),
  'entry-due-misplaced': calendar({ entryDueOn: day('2024-06-20'), sendDueOn: day('2024-06-18') }),
  'send-due-too-early': calendar({ sendDueOn: day('2024-06-14') }),
  'deadline-on-day-off': calendar({ sendDueOn: day('2024-06-22') }),
  'signed-before-cutoff': calendar({ state: 'closed', signedOn: day('2024-06-07') }),
  'sent-too-early': calendar({ state: 'sent', signedOn: day('2024-06-17'), sentOn: day('2024-06-16') }),
  'role-days-reversed': { plan: aPlan({ roles: [holder({ from: day('2024-06-01'), until: day('2024-05-01') })] }) },
  'role-held-twice': { plan: aPlan({ roles: [holder({}), holder({ person: 'Trần Thị B', from: day('2024-05-01') })] }) },
  'lead-without-address': {
    plan: aPlan({ indicators: [anIndicator()], roles: [holder({ email: '' })] }),
  },
  'calendar-without-holidays': { plan: aPlan({ holidays: [] }) },
  'in-no-section': {
    plan: aPlan({
      tasks: [aTask({ id: 'N9', field: 'Cải cách thể chế' })],
      outline: [
        {
          place: 'I',
          level: 1,
          title: 'Một mục',
          source: { kind: 'field', field: 'Cải cách thể chế', ids: ['N1'] },
          reports: [],
        },
      ],
    }),
  },
  'mender-missing': mending({ lead: '' }),
  'mending-day-missing': mending({ dueOn: null }),
  'mended-before-found': mending({ fixedOn: day('2024-01-01') }),
  'rechecked-before-mended': mending({ recheckedOn: day('2024-06-10'), recheck: 'passed' }),
  'spent-above-allotted': progress({}, { allotted: 20, spent: 20.5 }),
  'spent-not-allotted': progress({}, { spent: 3 }),
  'allotted-above-estimate': progress({}, { budget: 30, allotted: 31 }),
  'money-source-missing': progress({}, { budget: 30 }),
  'register-differs': {
    ...figures({ numerator: 3, denominator: 3, evidence: 'x' }),
    context: {
      feeds: [{ indicator: 'T1', period: period('h1').name, numerator: 2, denominator: null, from: 'Kiến nghị sau kiểm tra' }],
    },
  },
  'survey-above-sent': asking({ sent: 59 }),
  'survey-too-few': asking({ minimum: 61 }),
  'survey-feeds-unknown': asking({ feeds: 'T99' }),
  'survey-without-day': asking({ until: null }),
  'score-parameters': scoring({ parameters: readParameters('từ 100 trở lên') }),
  'score-sum-differs': scoring({ id: '1', max: 3, method: null }, { id: '1.1', max: 2 }),
  'score-unusable': scoring({ value: { is: 'unreadable', text: 'nhiều' } }),
  'score-unproved': scoring({}),
  'deadline-proposed': progress({}, { origin: 'proposed' }),
  'zone-differs': { context: { timeZone: 'America/New_York' } },
  'locale-differs': { context: { locale: 'en_US' } },
};

describe('each rule finds its planted fault and says it', () => {
  test.each(Object.keys(FAULTS) as FindingCode[])('%s', (code) => {
    const finding = found(FAULTS[code]).find((each) => each.code === code);
    expect(finding?.severity).toBe(FINDING_SEVERITY[code]);
    const said = finding === undefined ? '' : sayFinding(finding);
    expect(said).toMatch(/[.]$/u);
    expect(said).not.toMatch(/undefined|NaN|null| {2}|\(\)|«»/u);
    expect(said).toMatch(/[Đđ]ề nghị/u);
  });
});

test('a rate taken from other rows that passes 100% is a mistake in the row of its part', () => {
  const linked = anIndicator({ links: { numerator: ['TK1'], denominator: ['TK2'] } });
  const wrong = found({
    plan: aPlan({ indicators: [linked, TK('TK1'), TK('TK2')] }),
    actuals: [anActual({ indicator: 'TK1', typed: number(11) }), anActual({ indicator: 'TK2', typed: number(10) })],
  }).find(({ code }) => code === 'numerator-above-denominator');
  expect(wrong).toMatchObject({ at: { id: 'TK1' }, facts: { id: 'T1', numerator: 11, denominator: 10 } });
});

test('a heading of the outline that names no field is told in its own row', () => {
  const plan = aPlan({
    settings: [{ key: 'fields', value: 'Cải cách thể chế', from: null }],
    outline: ['Cải cách thể chế', 'Cải cách thể chê'].map((field, at) => ({
      place: `II.${at + 1}`,
      level: 2 as const,
      title: '',
      source: { kind: 'field' as const, field, ids: [] },
      reports: [],
    })),
  });
  expect(found({ plan }).map(({ code, at }) => [code, at.of, at.id])).toEqual([['unknown-field', 'outline', 'II.2']]);
});

describe('the calendar of reports', () => {
  const codes = (given: Given) => found(given).map(({ code, at }) => [code, at.of, at.field]);

  test('is right as docs/rules.md gives it, with a day to send that moved past a weekend and a holiday', () => {
    const sent = { q1: '2024-03-18', h1: '2024-06-17', q3: '2024-09-16', year: '2024-12-16' } as const;
    const periods = Object.entries(sent).map(([kind, sendDueOn]) => ({
      ...period(kind as keyof typeof sent),
      entryDueOn: day('2024-02-28'),
      sendDueOn: day(sendDueOn),
    }));
    const inPlace = periods.map((each) =>
      each.type === 'quarter' && each.turn === 3 ? { ...each, entryDueOn: day('2024-09-12') } : each,
    );
    expect(codes({ plan: aPlan({ periods: inPlace }) })).toEqual([]);
  });

  test.each<[string, Partial<Period>, readonly [FindingCode, string]]>([
    ['a day to enter on a Sunday', { entryDueOn: day('2024-06-09') }, ['deadline-on-day-off', 'entryDueOn']],
    ['a day to enter on a holiday', { entryDueOn: day('2024-05-01') }, ['deadline-on-day-off', 'entryDueOn']],
    ['a day to enter before the window', { entryDueOn: day('2023-06-12') }, ['entry-due-misplaced', 'entryDueOn']],
    ['a day to send on the day after a Friday cut-off', { sendDueOn: day('2024-06-15') }, ['send-due-too-early', 'sendDueOn']],
    ['a day to send on a Saturday', { sendDueOn: day('2024-06-22') }, ['deadline-on-day-off', 'sendDueOn']],
    ['an end in another year', { end: day('2024-06-15') }, ['period-window-differs', 'end']],
    ['a signature on the cut-off is none', { signedOn: day('2024-06-13') }, ['signed-before-cutoff', 'signedOn']],
    ['a report sent before it was closed', { sentOn: day('2024-06-10') }, ['sent-too-early', 'sentOn']],
  ])('%s', (_, over, [code, field]) => {
    expect(codes(calendar(over))).toEqual([[code, 'period', field]]);
  });

  test('a worked Saturday is a day to send on; a closed period is asked for its signature alone', () => {
    const worked = { ...period('q1'), sendDueOn: day('2024-05-04') };
    expect(codes({ plan: aPlan({ periods: [worked] }) })).toEqual([]);
    const settled = { ...period('h1'), state: 'closed' as const, start: day('2024-01-01'), sendDueOn: day('2024-06-14') };
    expect(codes({ plan: aPlan({ periods: [settled] }) })).toEqual([]);
  });
});

test.each(['\u04221', '\u03a41', '\uff34\uff11', 'T\uff11'])('«%s» is told to look like T1', (indicator) => {
  const plan = aPlan({ indicators: [anIndicator()] });
  const codes = found({ plan, actuals: [anActual({ indicator })] }).map(({ code, facts }) => [code, facts['known']]);
  expect(codes).toContainEqual(['homoglyph-id', 'T1']);
});

describe('Phân công', () => {
  test('a role handed over on the day after is held once; one person in two rows is nobody else', () => {
    const roles = [
      holder({ until: day('2024-04-30') }),
      holder({ person: 'Trần Thị B', email: 'b@example.vn', from: day('2024-05-01') }),
      holder({ role: 'Văn thư' }),
      holder({ role: 'Văn thư', from: day('2024-05-01') }),
    ];
    expect(found({ plan: aPlan({ roles }) })).toEqual([]);
  });

  test('the overlap is fixed in the row of the one before, however the rows are sorted', () => {
    const roles = [holder({ person: 'Trần Thị B', from: day('2024-05-01') }), holder({ until: day('2024-05-01') })];
    expect(found({ plan: aPlan({ roles }) }).map(({ code, at }) => [code, at.period, at.field])).toEqual([
      ['role-held-twice', '', 'until'],
    ]);
  });

  test('a setting that names a role nobody has is told in its own cell, by its own name', () => {
    const settings = [{ key: 'chairman-role' as const, value: 'Chủ tịch UBND thị trấn', from: null }];
    const [wrong] = found({ plan: aPlan({ roles: [holder({})], settings }) });
    expect(wrong).toMatchObject({ code: 'unknown-role', at: { of: 'setting', id: 'chairman-role' } });
    expect(wrong === undefined ? '' : sayFinding(wrong)).toMatch(/^Chức danh nhận thư cảnh báo: /u);
  });

  test('where several are told of alerts, each that nobody has is one', () => {
    const one = holder({});
    const settings = [{ key: 'chairman-role' as const, value: `${one.role}; Phó Chủ tịch; Bí thư`, from: null }];
    const wrong = found({ plan: aPlan({ roles: [one], settings }) });
    expect(wrong.map(({ facts }) => facts)).toEqual([{ role: 'Phó Chủ tịch' }, { role: 'Bí thư' }]);
  });
});

describe('figures of two rows', () => {
  const taken = (own: Partial<Actual>): Given => {
    const { plan, actuals = [] } = FAULTS['linked-figures-differ'];
    const given = { ...own, cause: 'x', evidence: 'x' };
    return { ...(plan === undefined ? {} : { plan }), actuals: [anActual(given), ...actuals.slice(1)] };
  };

  test.each<[string, Partial<Actual>, readonly string[]]>([
    ['the same figures typed again', { numerator: 9, denominator: 10 }, []],
    ['another denominator', { denominator: 12 }, ['linked-figures-differ']],
    ['a typed rate that agrees', { typed: number(90) }, []],
    ['a typed rate that does not', { typed: number(92) }, ['typed-differs-from-computed']],
  ])('linked: %s', (_, own, codes) => {
    expect(found(taken(own)).map(({ code }) => code)).toEqual(codes);
  });

  test('are held against each other only when the plan declares it: one survey in two rows with two denominators is no fault', () => {
    const plan = aPlan({ indicators: [anIndicator({ id: 'T1.4' }), anIndicator({ id: 'T3.8' })] });
    const told = { cause: 'x', evidence: 'x' };
    const actuals = [
      anActual({ indicator: 'T1.4', numerator: 97, denominator: 100, ...told }),
      anActual({ indicator: 'T3.8', numerator: 97, denominator: 99, ...told }),
    ];
    expect(found({ plan, actuals })).toEqual([]);
  });

  test('a row may equal several sums, and each that fails is told', () => {
    const plan = aPlan({ indicators: [TK('TK1', { sumOf: [['TK2', 'TK3'], ['TK4']] }), TK('TK2'), TK('TK3'), TK('TK4')] });
    const values: Readonly<Record<string, number>> = { TK1: 10, TK2: 4, TK3: 6, TK4: 9 };
    const actuals = Object.entries(values).map(([id, value]) => anActual({ indicator: id, typed: number(value) }));
    expect(found({ plan, actuals }).map(({ code, facts }) => [code, facts['parts']])).toEqual([['files-not-balanced', 'TK4']]);
  });
});

describe('rules keep quiet', () => {
  test.each<[string, Given]>([
    ['a clean plan and clean figures', figures({ numerator: 99, denominator: 100, evidence: 'BC 12' })],
    [
      'a typed result that agrees within its own rounding',
      figures({ numerator: 9921, denominator: 10_000, typed: number(99.2), evidence: 'x' }),
    ],
    [
      '1% that numerator and denominator confirm',
      figures({ numerator: 1, denominator: 100, typed: number(1), cause: 'x', evidence: 'x' }),
    ],
    ['a rank not yet published', figures({}, RANK)],
    ['an indicator not judged this period', figures({}, { judged: 'year' })],
    ['a year before the first level', figures({}, { targets: new Map([[2025, number(80)]]) })],
    [
      'a sum with a blank part',
      { ...FAULTS['files-not-balanced'], actuals: FAULTS['files-not-balanced'].actuals?.slice(0, 2) ?? [] },
    ],
    ['a counter of quý III, which starts anew', { ...FAULTS['counter-falls'], context: { period: period('q3') } }],
    ['more than 100% of a level above 100', figures({ numerator: 106, denominator: 100, evidence: 'x' }, at2024(number(105)))],
    ['a row that does not apply, with its reason', figures({ typed: { kind: 'not-applicable' }, note: 'do tỉnh quản lý' })],
    ['a suspended task with its reason', progress({ progress: 'suspended', cause: 'chờ vốn' })],
    ['a standing task without a deadline', progress({ progress: 'nothing-arose' }, { frequency: 'on-request', due: null })],
    ['a task done with day and evidence', progress({ progress: 'done', completedOn: day('2024-06-01'), evidence: 'QĐ 5' })],
  ])('%s', (_, given) => {
    expect(found(given).map(({ code }) => code)).toEqual([]);
  });
});

describe('a calendar of twelve months, four quarters, six and nine months and the year', () => {
  const lastDay = (month: number) =>
    addDays(day(month === 12 ? '2027-01-01' : `2026-${String(month + 1).padStart(2, '0')}-01`), -1);
  const row = (name: string, over: Partial<Period>): Period => ({
    ...period('h1'),
    year: 2026,
    state: 'unopened',
    name,
    ...over,
  });
  const of = (type: Period['type'], turn: number, [from, to]: readonly [number, number], name: string): Period =>
    row(name, { type, turn, start: day(`2026-${String(from).padStart(2, '0')}-01`), end: lastDay(to), cumulative: from === 1 });
  const periods = [
    ...Array.from({ length: 12 }, (_, at) => of('month', at + 1, [at + 1, at + 1], `Tháng ${at + 1}/2026`)),
    ...[1, 2, 3, 4].map((turn) => of('quarter', turn, [turn * 3 - 2, turn * 3], `Quý ${turn} năm 2026`)),
    of('half', 1, [1, 6], '6 tháng đầu năm 2026'),
    of('nine-months', 1, [1, 9], '9 tháng đầu năm 2026'),
    of('year', 1, [1, 12], 'Năm 2026'),
  ];

  test('has nothing to mend and nothing to look at before anything is typed', () => {
    const plan = aPlan({ periods, settings: [{ key: 'plan-years', value: '2026 - 2030', from: null }] });
    expect(checkCalendar({ plan, today: day('2026-02-10') })).toEqual([]);
  });

  test('asks for the type of a period that neither a cell nor its row tells', () => {
    const odd = row('Chuyên đề số hóa', {
      type: 'special',
      turn: null,
      typeBy: 'nobody',
      start: day('2026-01-07'),
      end: day('2026-02-20'),
    });
    const plan = aPlan({ periods: [...periods, odd], settings: [] });
    expect(checkCalendar({ plan, today: day('2026-02-10') }).map(({ code }) => code)).toContain('period-type-missing');
  });
});
