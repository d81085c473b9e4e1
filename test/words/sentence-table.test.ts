import { expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { figureTree } from '../../src/domain/plan/figure-tree.ts';
import type { Actual, Indicator, TargetLevel } from '../../src/domain/plan/indicator.ts';
import type { Task, TaskEntry } from '../../src/domain/plan/task.ts';
import { indicatorItem, taskItem } from '../../src/domain/report/report-items.ts';
import type { IndicatorItem, TaskTally } from '../../src/domain/report/report-model.ts';
import { figureParagraphs } from '../../src/domain/report/report-paragraphs.ts';
import { worthSaying } from '../../src/domain/report/report-sections.ts';
import { sayJudgement } from '../../src/words/judging/verdict.ts';
import { sayTasks } from '../../src/words/report/report-counts.ts';
import { figureParagraphs as sayFigures } from '../../src/words/report/report-figures.ts';
import { indicatorSentence } from '../../src/words/report/report-indicator.ts';
import { workParagraphs } from '../../src/words/report/report-work.ts';
import { anActual, anEntry, anIndicator, aTask } from '../domain/builders.ts';
import { anOffice, aReport, reportPeriod } from '../paper/report-facts.ts';

type Typed = Partial<Actual>;
const number = (value: number): Typed => ({ typed: { kind: 'number', value } });
const word = (text: string): Typed => ({ typed: { kind: 'word', word: text } });
const rate = (numerator: number, denominator: number): Typed => ({ numerator, denominator });

const period = reportPeriod('h1');
const last = reportPeriod('h1', 2023);
const request = { period, asOf: period.end, madeOn: period.end, version: 1, draft: false };

function itemsOf(indicators: readonly Indicator[], now: readonly Actual[], before: readonly Actual[] = []): IndicatorItem[] {
  const office = { ...anOffice({ indicators: [...indicators] }), actuals: [...now, ...before] };
  const previous = { period: last, evaluation: evaluate(office, { period: last, asOf: last.end }) };
  const facts = { ...office, evaluation: evaluate(office, { period, asOf: period.end }), previous };
  return indicators.map((indicator) => indicatorItem(indicator, facts, request));
}

type Kind = {
  readonly name: string;
  readonly of: Partial<Indicator> & { readonly level?: TargetLevel | number };
  /** Better than asked, as asked, near it, far from it. */
  readonly results: readonly [above: Typed, at: Typed, near: Typed, below: Typed];
};

const RATES: Kind['results'] = [rate(199, 200), rate(196, 200), rate(195, 200), rate(150, 200)];
const KINDS: readonly Kind[] = [
  { name: 'từ … trở lên', of: { title: 'Tỷ lệ hồ sơ trả đúng hạn', level: 98, tolerance: 1 }, results: RATES },
  {
    name: 'lộ trình tăng',
    of: { title: 'Tỷ lệ số hóa kết quả', kind: 'yearly-rise', level: 75, tolerance: 2 },
    results: [rate(160, 200), rate(150, 200), rate(148, 200), rate(90, 200)],
  },
  { name: 'mốc', of: { title: 'Cung cấp dịch vụ công toàn trình', kind: 'milestone', level: 98, tolerance: 1 }, results: RATES },
  {
    name: 'mốc bằng lời',
    of: { title: 'Bộ phận Một cửa đạt chuẩn', kind: 'milestone', unit: 'đạt', level: { kind: 'grade', grade: 'Đạt' } },
    results: [word('Đạt'), word('Đạt'), word('Chưa hoàn thành'), word('Chưa hoàn thành')],
  },
  {
    name: 'không quá …',
    of: { title: 'Thời gian chờ trung bình', kind: 'at-most', unit: 'phút', level: 15, tolerance: 1 },
    results: [number(12), number(15), number(15.5), number(20)],
  },
  {
    name: 'không có',
    of: { title: 'Thủ tục đặt thêm trái quy định', kind: 'at-most', unit: 'trường hợp', level: 0 },
    results: [number(0), number(0), number(1), number(4)],
  },
  {
    name: 'thứ hạng',
    of: { title: 'Thứ hạng Chỉ số CCHC của xã', kind: 'rank-at-most', unit: 'hạng', level: 5, tolerance: 1 },
    results: [number(3), number(5), number(6), number(12)],
  },
  {
    name: 'xếp loại',
    of: {
      title: 'Xếp loại Chỉ số CCHC',
      kind: 'grade-at-least',
      unit: 'xếp loại',
      level: { kind: 'grade', grade: 'Tốt' },
      tolerance: 1,
    },
    results: [word('Xuất sắc'), word('Tốt'), word('Khá'), word('Yếu')],
  },
  {
    name: 'trong khoảng',
    of: {
      title: 'Số công chức trực Một cửa',
      kind: 'between',
      unit: 'người',
      level: { kind: 'range', from: 3, to: 6 },
      tolerance: 1,
    },
    results: [number(5), number(3), number(7), number(1)],
  },
  {
    name: 'giảm so với gốc',
    of: {
      title: 'Biên chế sự nghiệp hưởng lương ngân sách',
      kind: 'below-baseline',
      unit: 'người',
      baseline: 20,
      level: 10,
      tolerance: 5,
    },
    results: [number(16), number(18), number(19), number(22)],
  },
  {
    name: 'chỉ theo dõi',
    of: { title: 'Tin, bài tuyên truyền', kind: 'track-only', unit: 'tin, bài' },
    results: [number(51), number(6), number(1), number(0)],
  },
  {
    name: 'thống kê',
    of: { title: 'Hồ sơ qua bưu chính', kind: 'statistic', unit: 'hồ sơ' },
    results: [number(1250), number(6), number(1), number(0)],
  },
  {
    name: 'câu trả lời có mã',
    of: { title: 'Tổ chức đối thoại với người dân', kind: 'statistic', unit: 'Có = 1; Không = 0' },
    results: [number(1), word('Có'), number(0), word('Không')],
  },
];

function indicatorOf({ of: { level, ...over } }: Kind): Indicator {
  const target: TargetLevel | null = typeof level === 'number' ? { kind: 'number', value: level } : (level ?? null);
  return anIndicator({
    id: 'T1',
    ...over,
    targets: new Map(target === null ? [] : [2023, 2024].map((year) => [year, target] as const)),
  });
}

const say = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');

/** One line a kind of data, as the report and as the sheet say it. */
function linesOf(kind: Kind): string[] {
  const [above, at, near, below] = kind.results;
  const data: readonly (readonly [name: string, now: Typed, before?: Typed | null, over?: Partial<Indicator>])[] = [
    ['chưa nhập', {}],
    ['trên mức, tăng', above, at],
    ['đúng mức, như trước', at, at],
    ['gần mức, giảm', near, above],
    ['dưới mức', below],
    ['không phát sinh', { typed: { kind: 'nothing-arose' } }],
    ['không áp dụng', { typed: { kind: 'not-applicable' }, note: 'đơn vị không có' }],
    ['chưa đến kỳ', at, null, { judged: 'year' }],
    ['mức đề xuất', below, null, { origin: 'proposed' }],
    ['số liệu riêng ngày', at, null, {}],
    ['kèm văn bản', { ...at, evidence: 'Báo cáo số 12/BC-UBND ngày 05/6/2024' }],
    ['kèm lời', { ...at, spoken: 'Đã thông báo trên hệ thống truyền thanh.' }],
  ];
  return data.flatMap(([name, now, before, over]) => {
    const indicator = { ...indicatorOf(kind), ...over };
    const own = name === 'số liệu riêng ngày' ? { ...now, dataAsOf: day('2024-05-31') } : now;
    const typed = anActual({ indicator: 'T1', period: period.name, ...own });
    const earlier = before == null ? [] : [anActual({ indicator: 'T1', period: last.name, ...before })];
    const [item] = itemsOf([indicator], [typed], earlier);
    const office = { ...anOffice({ indicators: [indicator] }), actuals: [typed, ...earlier] };
    const raw = evaluate(office, { period, asOf: period.end }).judgements.get('T1');
    if (item === undefined || raw === undefined) return [];
    const report = worthSaying(item) ? say(sentenceOf(item)) : '(không nêu)';
    return [`  ${name}`, `    báo cáo: ${report}`, `    sổ: ${sayJudgement(raw, indicator)}`];
  });
}

/** Statistics are told by their tree, all others by a sentence. */
function sentenceOf(item: IndicatorItem): readonly { readonly text: string }[] {
  if (item.indicator.kind !== 'statistic') return indicatorSentence(item);
  const tree = { trees: [{ item, role: null, parts: [] }], rates: [], compared: item };
  return sayFigures(tree, []).flatMap(({ runs }) => runs);
}

const TREE: readonly (readonly [id: string, title: string, part: Partial<Indicator>])[] = [
  ['A', 'Tổng số hồ sơ phải giải quyết', {}],
  ['A1', 'Hồ sơ tồn từ kỳ trước', { parent: 'A', part: 'part' }],
  ['A2', 'Số hồ sơ tiếp nhận mới (gồm trực tiếp, trực tuyến)', { parent: 'A', part: 'part' }],
  ['A3', 'Hồ sơ tiếp nhận trực tuyến', { parent: 'A2', part: 'of-which' }],
];

const tally = (over: Partial<TaskTally>): TaskTally => ({
  standing: { total: 0, carriedOut: 0, nothingArose: 0 },
  due: { total: 0, done: 0, late: 0, overdue: 0 },
  ahead: { total: 0, done: 0 },
  proposed: { total: 0, done: 0 },
  nothingArose: 0,
  unknown: 0,
  ...over,
});

const COUNTS: readonly (readonly [name: string, counts: TaskTally])[] = [
  ['không có nhiệm vụ', tally({})],
  ['thường xuyên, đủ', tally({ standing: { total: 4, carriedOut: 4, nothingArose: 0 } })],
  ['thường xuyên, một phần', tally({ standing: { total: 9, carriedOut: 5, nothingArose: 2 } })],
  ['thường xuyên, chưa có kết quả', tally({ standing: { total: 3, carriedOut: 0, nothingArose: 0 } })],
  ['đến hạn, xong cả', tally({ due: { total: 3, done: 3, late: 0, overdue: 0 } })],
  ['đến hạn, có việc xong sau hạn', tally({ due: { total: 3, done: 3, late: 1, overdue: 0 } })],
  ['đến hạn, xong sau hạn cả', tally({ due: { total: 1, done: 1, late: 1, overdue: 0 } })],
  ['đến hạn, còn quá hạn', tally({ due: { total: 4, done: 3, late: 0, overdue: 1 } })],
  ['đến hạn, còn việc đến hạn đúng ngày chốt', tally({ due: { total: 4, done: 2, late: 0, overdue: 1 } })],
  ['đến hạn, chưa xong việc nào', tally({ due: { total: 2, done: 0, late: 0, overdue: 0 } })],
  ['đến hạn, một việc quá hạn', tally({ due: { total: 1, done: 0, late: 0, overdue: 1 } })],
  ['đến hạn, đều quá hạn', tally({ due: { total: 2, done: 0, late: 0, overdue: 2 } })],
  ['chưa đến hạn, đề xuất', tally({ ahead: { total: 4, done: 1 }, proposed: { total: 2, done: 2 } })],
  ['không phát sinh, chưa rõ', tally({ nothingArose: 1, unknown: 2 })],
];

type TaskCase = readonly [name: string, task: Partial<Task>, entry: Partial<TaskEntry>];
const standing: Partial<Task> = { frequency: 'continuous', due: null };
const WORK: readonly TaskCase[] = [
  ['thường xuyên', standing, { progress: 'doing', result: 'Phát 27 tin, bài' }],
  ['thường xuyên, nhiều dòng', standing, { progress: 'doing', result: '- Phát 27 tin, bài\n- Tổ chức 02 buổi' }],
  [
    'thường xuyên, có văn bản',
    standing,
    { progress: 'doing', result: 'Ban hành kế hoạch', evidence: 'Kế hoạch số 09/KH-UBND ngày 25/01/2024' },
  ],
  ['thường xuyên, không phát sinh', standing, { progress: 'nothing-arose', result: '' }],
  ['có hạn, đúng hạn', {}, { progress: 'done', completedOn: day('2024-05-20'), result: 'Kiểm tra 02 đơn vị' }],
  [
    'có hạn, đúng hạn, chỉ nhập lại tên',
    {},
    { progress: 'done', completedOn: day('2024-05-20'), result: 'Kiểm tra việc áp dụng ISO.' },
  ],
  ['có hạn, quá hạn mới xong', {}, { progress: 'done', completedOn: day('2024-06-07'), result: '' }],
  ['có hạn, quá hạn', {}, { progress: 'doing', result: 'Đang lấy ý kiến' }],
  ['hạn đề xuất', { origin: 'proposed' }, { progress: 'doing', result: 'Đang lấy ý kiến' }],
];

function workLines(): string[] {
  return WORK.map(([name, over, typed]) => {
    const task = aTask({
      id: 'N1',
      title: 'Kiểm tra việc áp dụng ISO',
      startOn: null,
      due: { kind: 'day', day: day('2024-05-31') },
      ...over,
    });
    const office = { ...anOffice({ tasks: [task] }), entries: [anEntry({ task: 'N1', period: period.name, ...typed })] };
    const facts = { ...office, evaluation: evaluate(office, { period, asOf: period.end }), previous: null };
    const said = workParagraphs(taskItem(task, facts, request), aReport(office)).map(({ runs }) => say(runs));
    return `  ${name}: ${said.join(' | ')}`;
  });
}

function treeLines(values: readonly (readonly [string, readonly (number | null)[]])[]): string[] {
  const rows = TREE.map(([id, title, part]) =>
    anIndicator({ id, title, kind: 'statistic', unit: 'hồ sơ', targets: new Map(), ...part }),
  );
  return values.map(([name, numbers]) => {
    const typed = rows.map(({ id }, at) =>
      anActual({ indicator: id, period: period.name, ...(numbers[at] == null ? {} : number(numbers[at] ?? 0)) }),
    );
    const paragraphs = figureParagraphs({
      rates: [],
      statistics: itemsOf(rows, typed),
      tree: figureTree(rows),
      isBrief: false,
      isWanted: () => true,
    });
    return `  ${name}: ${paragraphs.flatMap((each) => sayFigures(each, []).map(({ runs }) => say(runs))).join(' | ')}`;
  });
}

it('every kind of sentence with every kind of data reads as official Vietnamese', async () => {
  const lines = [
    'Câu báo cáo và câu trong sổ theo từng loại chỉ tiêu và từng loại số liệu (6 tháng đầu năm 2024): đọc thành tiếng.',
    ...KINDS.flatMap((kind) => ['', kind.name, ...linesOf(kind)]),
    '',
    'đếm nhiệm vụ',
    ...COUNTS.map(([name, counts]) => `  ${name}: ${sayTasks(counts) || '(không nêu)'}`),
    '',
    'việc đã làm',
    ...workLines(),
    '',
    'cây số liệu',
    ...treeLines([
      ['đủ số', [1298, 38, 1260, 905]],
      ['một phần bằng 0', [1260, 0, 1260, 905]],
      ['chưa nhập phần dưới', [1298, null, 1260, null]],
      ['không phát sinh', [0, 0, 0, 0]],
      ['chưa nhập', [null, null, null, null]],
    ]),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/sentences.txt');
  for (const line of lines) {
    expect(line, line).not.toMatch(
      /undefined|null|NaN| {2}\S.* {2}|\.\.(?!\.)|,\.|: \.|xếp loại [Ll]oại|[Xx]ếp loại [^:]* xếp loại \p{Lu}|thấp hơn dưới/u,
    );
  }
});
