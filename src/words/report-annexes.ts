import type { FieldGroup, IndicatorItem, Report, TaskItem } from '../domain/report.ts';
import { sayDayPadded } from './day.ts';
import { PROGRESS_LABELS, STATUS_LABELS, VERDICT_LABELS } from './labels.ts';
import { sayCount, sayNumber } from './number.ts';
import type { Annex, Block, Run, Table, TableCell } from './paper.ts';
import { sayAnnexReference } from './report-frame.ts';
import { measuredCell, sayTrend } from './report-measured.ts';
import { sayPeriod } from './report-titles.ts';
import { blank, figure, linesOf, paragraph, plain, strong, tidy } from './runs.ts';
import { sayLevel } from './verdict.ts';

const ROMAN = ['I', 'II', 'III'] as const;

type Draft = { readonly title: string; readonly landscape: boolean; readonly blocks: readonly Block[] };

/** The annexes that hold anything, numbered in Roman; a single one bears no number (Nghị định 30). */
export function annexesOf(report: Report): Annex[] {
  const { indicators, tasks, statistics } = report.annexes;
  const when = sayPeriod(report.period);
  const drafts: (Draft | null)[] = [
    indicators.length === 0
      ? null
      : {
          title: `Kết quả thực hiện các chỉ tiêu cải cách hành chính ${when}`,
          landscape: true,
          blocks: [indicatorTable(indicators)],
        },
    tasks.standing.length + tasks.dated.length === 0
      ? null
      : {
          title: `Tình hình thực hiện nhiệm vụ cải cách hành chính ${when}`,
          landscape: true,
          blocks: taskBlocks(report.annexes.tasks),
        },
    statistics.length === 0
      ? null
      : {
          title: `Số liệu thống kê công tác cải cách hành chính ${when}`,
          landscape: false,
          blocks: [statisticsTable(statistics)],
        },
  ];
  const held = drafts.filter((draft) => draft !== null);
  const reference = sayAnnexReference(report);
  return held.map((draft, index) => ({
    ...draft,
    title: draft.title.toUpperCase(),
    label: held.length === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index] ?? index + 1}`,
    reference,
  }));
}

const head = (...titles: readonly string[]): TableCell[][] => [
  titles.map((title) => ({ runs: [strong(title)], align: 'center' })),
];
const cell = (...runs: readonly Run[]): TableCell => ({ runs });
const centred = (...runs: readonly Run[]): TableCell => ({ runs, align: 'center' });
const words = (text: string): TableCell => cell(...(text === '' ? [] : [plain(tidy(text))]));

function groupRow(title: string, span: number): TableCell[] {
  return [{ runs: [strong(title)], span }];
}

/** Numbers run on through the groups of a table. */
function grouped(
  groups: readonly FieldGroup<IndicatorItem>[],
  span: number,
  row: (item: IndicatorItem, number: number) => TableCell[],
) {
  let number = 0;
  return groups.flatMap(({ field, items }) => [
    groupRow(field, span),
    ...items.map((item) => {
      number += 1;
      return row(item, number);
    }),
  ]);
}

function indicatorTable(groups: readonly FieldGroup<IndicatorItem>[]): Table {
  return {
    is: 'table',
    widths: [6, 31, 8, 14, 10, 12, 21],
    head: head('STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', 'Đánh giá', 'Ghi chú'),
    rows: grouped(groups, 7, (item, number) => [
      centred(plain(String(number))),
      words(item.indicator.title),
      centred(plain(item.indicator.unit)),
      centred(plain(sayTarget(item))),
      centred(doneRun(item)),
      centred(plain(VERDICT_LABELS[item.judgement.verdict])),
      cell(...remarkRuns(item)),
    ]),
  };
}

function sayTarget({ judgement: { target }, indicator }: IndicatorItem): string {
  return target === null ? '' : sayLevel(target, indicator.unit, indicator.kind);
}

function doneRun(item: IndicatorItem): Run {
  const measured = measuredCell(item);
  if (measured !== null) return measured;
  return item.judgement.verdict === 'no-data' ? blank() : plain('');
}

/** The two numbers behind a rate, then the movement since last year. */
function remarkRuns({ judgement: { measured }, sources, trend, indicator }: IndicatorItem): Run[] {
  const parts =
    measured?.kind === 'ratio'
      ? [
          figure(sayNumber(measured.numerator), sources.numerator),
          plain('/'),
          figure(sayNumber(measured.denominator), sources.denominator),
        ]
      : [];
  const moved = trend === null ? [] : [plain(`${parts.length > 0 ? '; ' : ''}${sayTrend(trend, indicator)}`)];
  return [...parts, ...moved];
}

function taskBlocks({
  standing,
  dated,
}: {
  readonly standing: readonly TaskItem[];
  readonly dated: readonly TaskItem[];
}): Block[] {
  const parts = [
    { title: 'Nhiệm vụ thường xuyên', items: standing },
    { title: 'Nhiệm vụ có thời hạn', items: dated },
  ].filter(({ items }) => items.length > 0);
  return parts.flatMap(({ title, items }, index) => [
    paragraph('section', plain(`${index + 1}. ${title} (${sayCount(items.length)} nhiệm vụ)`)),
    taskTable(items),
  ]);
}

function taskTable(items: readonly TaskItem[]): Table {
  return {
    is: 'table',
    widths: [6, 31, 16, 11, 14, 26],
    head: head('STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn', 'Tình trạng', 'Kết quả thực hiện trong kỳ'),
    rows: items.map(({ task, standing, result, source }, index) => [
      centred(plain(String(index + 1))),
      words(task.title),
      words(task.product),
      centred(plain(standing.binding && standing.lastDay !== null ? sayDayPadded(standing.lastDay) : '')),
      centred(plain(sayStatus(standing))),
      cell(...resultRuns(result, source)),
    ]),
  };
}

/** The lines typed, one after the other. */
function resultRuns(result: string, source: TaskItem['source']): Run[] {
  return linesOf(result).flatMap((line, index) => [...(index === 0 ? [] : [plain('; ')]), figure(line, source)]);
}

/** Without an official deadline nothing is «trong hạn». */
function sayStatus({ status, binding, lastDay }: TaskItem['standing']): string {
  return status === 'not-started' && (!binding || lastDay === null) ? PROGRESS_LABELS.none : STATUS_LABELS[status];
}

function statisticsTable(groups: readonly FieldGroup<IndicatorItem>[]): Table {
  return {
    is: 'table',
    widths: [8, 48, 14, 15, 15],
    head: head('STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú'),
    rows: grouped(groups, 5, (item, number) => [
      centred(plain(String(number))),
      words(item.indicator.title),
      centred(plain(item.indicator.unit)),
      { runs: [measuredCell(item) ?? undeclared(item)], align: 'right' },
      cell(),
    ]),
  };
}

function undeclared({ judgement: { verdict } }: IndicatorItem): Run {
  return verdict === 'nothing-arose' || verdict === 'not-applicable' ? plain(VERDICT_LABELS[verdict]) : blank();
}
