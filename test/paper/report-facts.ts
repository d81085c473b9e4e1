import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { Actual, Indicator, TargetLevel } from '../../src/domain/plan/indicator.ts';
import type { Narrative, OutlineRow, Plan, Setting, SettingKey } from '../../src/domain/plan/plan.ts';
import type { Task, TaskEntry } from '../../src/domain/plan/task.ts';
import { composeReport } from '../../src/domain/report/report.ts';
import type { Report, ReportRequest } from '../../src/domain/report/report-model.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, kindOf, PERIODS, PLACES, type ReportKind } from '../domain/builders.ts';

const NAMES: Readonly<Record<ReportKind, string>> = { q1: 'Quý I', h1: '6 tháng đầu năm', q3: 'Quý III', year: 'Năm' };

export const REPORT_PERIODS: readonly Period[] = PERIODS.map((period) => ({
  ...period,
  name: `${NAMES[kindOf(period)]} ${period.year}`,
}));

export function reportPeriod(kind: ReportKind, year = 2024): Period {
  const found = REPORT_PERIODS.find((each) => kindOf(each) === kind && each.year === year);
  if (found === undefined) throw new Error(`no ${kind} ${year}`);
  return found;
}

export const settingsOf = (values: Partial<Record<SettingKey, string>>): Setting[] =>
  Object.entries(values).map(([key, value]) => ({ key: key as SettingKey, value, from: null }));

export const SETTINGS: readonly Setting[] = settingsOf({
  'unit-name': 'UBND xã Gia Lương',
  'place-name': 'Gia Lương',
  addressees: 'UBND huyện Gia Lộc; Phòng Nội vụ huyện Gia Lộc',
  recipients: 'Thường trực Đảng ủy, HĐND xã;Lãnh đạo UBND xã',
  'plan-years': '2021 - 2025',
  fields: 'Chỉ đạo, điều hành;Cải cách thủ tục hành chính;Cải cách tài chính công',
  'signer-role': 'Chủ tịch UBND xã',
  'clerk-role': 'Văn phòng – Thống kê (Nội vụ)',
  'drafting-unit': 'VP',
});

const F1 = 'Chỉ đạo, điều hành';
const F2 = 'Cải cách thủ tục hành chính';
const F3 = 'Cải cách tài chính công';

export const OUTLINE: readonly OutlineRow[] = [
  { place: 'I', level: 1, title: 'Công tác chỉ đạo, điều hành cải cách hành chính', source: { kind: 'heading' }, reports: [] },
  { place: 'I.1', level: 2, title: 'Về thực hiện kế hoạch', source: { kind: 'field', field: F1, ids: [] }, reports: [] },
  {
    place: 'I.2',
    level: 2,
    title: 'Về kiểm tra cải cách hành chính',
    source: { kind: 'field', field: F1, ids: ['N3'] },
    reports: [],
  },
  { place: 'II', level: 1, title: 'Kết quả thực hiện công tác cải cách hành chính', source: { kind: 'heading' }, reports: [] },
  { place: 'II.1', level: 2, title: F2, source: { kind: 'heading' }, reports: [] },
  {
    place: 'II.1.a',
    level: 3,
    title: 'Kiểm soát thủ tục hành chính',
    source: { kind: 'field', field: F2, ids: ['T6', 'T7'] },
    reports: [],
  },
  {
    place: 'II.1.b',
    level: 3,
    title: 'Cơ chế một cửa, một cửa liên thông',
    source: { kind: 'field', field: F2, ids: [] },
    reports: [],
  },
  { place: 'II.2', level: 2, title: F3, source: { kind: 'field', field: F3, ids: [] }, reports: [] },
  { place: 'III', level: 1, title: 'Đánh giá chung', source: { kind: 'narrative' }, reports: [PLACES.h1, PLACES.year] },
  { place: 'IV', level: 1, title: 'Phương hướng, nhiệm vụ trọng tâm', source: { kind: 'narrative' }, reports: [] },
];

const level = (value: number): Indicator['targets'] =>
  new Map([2023, 2024].map((year) => [year, { kind: 'number', value } as const]));
const levels = (target: TargetLevel): Indicator['targets'] => new Map([2023, 2024].map((year) => [year, target]));

/** One indicator per kind of verdict and trend. */
export const INDICATORS: readonly Indicator[] = [
  anIndicator({
    id: 'T1',
    field: F1,
    title: 'Chỉ số cải cách hành chính của xã',
    kind: 'rank-at-most',
    unit: 'hạng',
    targets: level(5),
  }),
  anIndicator({
    id: 'T2',
    field: F1,
    title: 'Xếp loại Chỉ số cải cách hành chính',
    kind: 'grade-at-least',
    unit: 'xếp loại',
    targets: levels({ kind: 'grade', grade: 'Tốt' }),
  }),
  anIndicator({
    id: 'T3',
    field: F1,
    title: 'Đẩy mạnh tuyên truyền cải cách hành chính',
    kind: 'track-only',
    unit: '',
    targets: new Map(),
  }),
  anIndicator({ id: 'T4', field: F1, title: 'Hài lòng đối với sự phục vụ hành chính', targets: level(97), judged: 'year' }),
  anIndicator({ id: 'T5', field: F2, title: 'Hồ sơ TTHC trả đúng hạn, trước hạn', targets: level(98), tolerance: 2 }),
  anIndicator({ id: 'T6', field: F2, title: 'Công khai TTHC', targets: level(100) }),
  anIndicator({ id: 'T7', field: F2, title: 'Số hóa kết quả giải quyết TTHC', kind: 'yearly-rise', targets: level(75) }),
  anIndicator({
    id: 'T8',
    field: F2,
    title: 'Thời gian chờ trung bình một lượt',
    kind: 'at-most',
    unit: 'phút',
    targets: level(15),
  }),
  anIndicator({ id: 'T9', field: F2, title: 'Giao dịch thanh toán trực tuyến', targets: level(30) }),
  anIndicator({ id: 'T10', field: F2, title: 'Văn bản quy phạm pháp luật ban hành đúng quy định', targets: level(100) }),
  anIndicator({ id: 'T11', field: F3, title: 'Giải ngân vốn đầu tư công', targets: level(60) }),
  anIndicator({ id: 'TK1', field: F2, title: 'Hồ sơ tiếp nhận mới', kind: 'statistic', unit: 'hồ sơ', targets: new Map() }),
  anIndicator({ id: 'TK2', field: F2, title: 'Hồ sơ qua bưu chính', kind: 'statistic', unit: 'hồ sơ', targets: new Map() }),
];

const number = (value: number) => ({ kind: 'number', value }) as const;
const NOW = '6 tháng đầu năm 2024';
const BEFORE = '6 tháng đầu năm 2023';
const ratio = (indicator: string, period: string, [numerator, denominator]: readonly [number, number]): Actual =>
  anActual({ indicator, period, numerator, denominator });

export const ACTUALS: readonly Actual[] = [
  anActual({ indicator: 'T1', period: NOW, typed: number(7) }),
  anActual({ indicator: 'T1', period: BEFORE, typed: number(9) }),
  anActual({ indicator: 'T2', period: NOW, typed: { kind: 'word', word: 'Tốt' } }),
  anActual({ indicator: 'T3', period: NOW, spoken: 'Phát 24 tin, bài trên đài truyền thanh xã' }),
  ratio('T4', NOW, [290, 300]),
  ratio('T5', NOW, [1220, 1260]),
  ratio('T5', BEFORE, [1150, 1200]),
  ratio('T6', NOW, [120, 120]),
  ratio('T6', BEFORE, [118, 118]),
  ratio('T7', NOW, [310, 500]),
  ratio('T7', BEFORE, [360, 500]),
  ratio('T8', NOW, [5100, 300]),
  ratio('T8', BEFORE, [4800, 300]),
  ratio('T10', NOW, [0, 0]),
  ratio('T11', NOW, [650, 1000]),
  anActual({ indicator: 'TK1', period: NOW, typed: number(1260) }),
];

export const TASKS: readonly Task[] = [
  aTask({
    id: 'N1',
    field: F1,
    title: 'Ban hành kế hoạch cải cách hành chính năm',
    product: 'Kế hoạch',
    due: { kind: 'day', day: day('2024-01-31') },
  }),
  aTask({
    id: 'N2',
    field: F1,
    title: 'Tuyên truyền trên đài truyền thanh',
    product: 'Tin, bài',
    frequency: 'continuous',
    due: null,
  }),
  aTask({
    id: 'N3',
    field: F1,
    title: 'Tự kiểm tra công tác cải cách hành chính',
    product: 'Báo cáo',
    due: { kind: 'day', day: day('2024-05-31') },
  }),
  aTask({
    id: 'N4',
    field: F2,
    title: 'Rà soát thủ tục hành chính',
    product: 'Báo cáo',
    due: { kind: 'day', day: day('2024-09-30') },
  }),
  aTask({
    id: 'N5',
    field: F2,
    title: 'Nâng cấp Bộ phận Một cửa',
    due: { kind: 'day', day: day('2024-03-31') },
    origin: 'proposed',
  }),
  aTask({ id: 'N6', field: F3, title: 'Công khai ngân sách', frequency: 'continuous', due: null }),
];

export const ENTRIES: readonly TaskEntry[] = [
  anEntry({
    task: 'N1',
    period: NOW,
    progress: 'done',
    completedOn: day('2024-01-25'),
    result: 'Đã ban hành Kế hoạch cải cách hành chính năm 2024',
  }),
  anEntry({ task: 'N2', period: NOW, progress: 'done', result: 'Phát 24 tin, bài\nTổ chức 02 buổi đối thoại với người dân' }),
  anEntry({ task: 'N4', period: NOW, progress: 'doing', result: 'Đang rà soát 12 thủ tục.' }),
];

export const NARRATIVES: readonly Narrative[] = [
  {
    period: NOW,
    place: 'III',
    title: '',
    text: 'Công tác cải cách hành chính được triển khai đồng bộ.\nCòn chỉ tiêu số hóa chưa đạt Kế hoạch.',
    author: '',
  },
];

export type Office = {
  readonly plan: Plan;
  readonly actuals: readonly Actual[];
  readonly entries: readonly TaskEntry[];
  readonly narratives: readonly Narrative[];
};

export function anOffice(over: Partial<Plan> = {}): Office {
  const plan = aPlan({
    periods: REPORT_PERIODS,
    settings: SETTINGS,
    outline: OUTLINE,
    indicators: INDICATORS,
    tasks: TASKS,
    roles: [{ role: 'Chủ tịch UBND xã', person: 'Nguyễn Văn A', email: '', from: null, until: null }],
    ...over,
  });
  return { plan, actuals: ACTUALS, entries: ENTRIES, narratives: NARRATIVES };
}

export function aReport(office: Office = anOffice(), over: Partial<ReportRequest> = {}): Report {
  const period = over.period ?? reportPeriod('h1');
  const before = reportPeriod(kindOf(period), period.year - 1);
  const evaluation = evaluate(office, { period, asOf: period.end });
  const previous = { period: before, evaluation: evaluate(office, { period: before, asOf: before.end }) };
  return composeReport(
    { ...office, evaluation, previous },
    { period, asOf: period.end, madeOn: day('2024-06-20'), version: 1, draft: false, ...over },
  );
}

const REPEAT = 4;

/** A plan of real size: the small one several times over. */
export function aFullOffice(): Office {
  const times = Array.from({ length: REPEAT }, (_, index) => index);
  const copy = (id: string, index: number): string => (index === 0 ? id : `${id}.${index}`);
  const indicators = times.flatMap((index) => INDICATORS.map((row) => ({ ...row, id: copy(row.id, index) })));
  const tasks = times.flatMap((index) =>
    [...TASKS, ...TASKS].map((row, place) => ({ ...row, id: copy(row.id, index * 20 + place) })),
  );
  return {
    ...anOffice({ indicators, tasks }),
    actuals: times.flatMap((index) => ACTUALS.map((row) => ({ ...row, indicator: copy(row.indicator, index) }))),
    entries: tasks.flatMap(({ id }) =>
      ENTRIES.filter(({ task }) => id.split('.')[0] === task).map((row) => ({ ...row, task: id })),
    ),
  };
}
