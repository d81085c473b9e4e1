import { tidy } from '../../domain/core/word.ts';
import type { FieldGroup, IndicatorItem, Report } from '../../domain/report/report-model.ts';
import { VERDICT_LABELS } from '../core/labels.ts';
import { sayNumber } from '../core/number.ts';
import { sayLevel } from '../judging/verdict.ts';
import type { Annex, Block, Run, Table, TableCell } from '../paper/paper.ts';
import {
  blank,
  cell,
  centred,
  figure,
  head,
  isDashed,
  plain,
  strong,
  typedRuns,
  unbroken,
  withoutDash,
  words,
} from '../paper/runs.ts';
import { sayAnnexReference } from './report-frame.ts';
import { estimateRuns } from './report-indicator.ts';
import { measuredCell, sayTrend } from './report-measured.ts';
import { taskBlocks } from './report-tasks.ts';
import { sayPeriod } from './report-titles.ts';

const ROMAN = ['I', 'II', 'III'] as const;

type Draft = { readonly title: string; readonly landscape: boolean; readonly blocks: readonly Block[] };

/** The annexes that hold anything, numbered in Roman; a single one bears no number (Nghị định 30). */
export function annexesOf(report: Report): Annex[] {
  const { indicators, tasks, statistics } = report.annexes;
  const when = unbroken(sayPeriod(report.period));
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
      centred(verdictRun(item)),
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

/** What nobody has told yet is no verdict. */
function verdictRun({ judgement: { verdict } }: IndicatorItem): Run {
  return verdict === 'no-data' ? blank() : plain(VERDICT_LABELS[verdict]);
}

/** What is known, then what is expected by 31/12 in the report of a year. */
function remarkRuns(item: IndicatorItem): Run[] {
  const known = knownRuns(item);
  const expected = expectedRuns(item);
  return known.length > 0 && expected.length > 0 ? [...known, plain('. '), ...expected] : [...known, ...expected];
}

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The two numbers behind a rate, then the movement since last year; of what has no figure, the words typed. */
function knownRuns({ judgement: { measured, reason }, sources, trend, indicator, spoken, spokenSource }: IndicatorItem): Run[] {
  if (reason === 'awaiting-publication') return [plain('Chờ cấp trên công bố kết quả')];
  if (measured === null) return typedRuns(spoken, spokenSource);
  const parts =
    measured?.kind === 'ratio'
      ? [
          figure(sayNumber(measured.numerator), sources.numerator),
          plain('/'),
          figure(sayNumber(measured.denominator), sources.denominator),
        ]
      : [];
  if (trend === null) return parts;
  const moved = sayTrend(trend, indicator);
  return [...parts, plain(parts.length > 0 ? `; ${moved}` : upperFirst(moved))];
}

function statisticsTable(groups: readonly FieldGroup<IndicatorItem>[]): Table {
  return {
    is: 'table',
    widths: [8, 48, 14, 15, 15],
    head: head('STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú'),
    rows: grouped(groups, 5, (item, number) => [
      centred(plain(String(number))),
      words(statisticTitle(item)),
      centred(plain(item.indicator.unit)),
      { runs: [measuredCell(item) ?? undeclared(item)], align: 'right' },
      cell(...expectedRuns(item)),
    ]),
  };
}

function expectedRuns(item: IndicatorItem): Run[] {
  const [first, ...more] = estimateRuns(item);
  return first === undefined ? [] : [plain(upperFirst(first.text)), ...more];
}

/** A part of the row above, with the hyphen of official texts. */
function statisticTitle({ indicator }: IndicatorItem): string {
  const title = tidy(indicator.title);
  return isDashed(title) ? `- ${withoutDash(title)}` : title;
}

function undeclared({ judgement: { verdict } }: IndicatorItem): Run {
  return verdict === 'nothing-arose' || verdict === 'not-applicable' ? plain(VERDICT_LABELS[verdict]) : blank();
}
