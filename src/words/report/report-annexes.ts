import { tidy } from '../../domain/core/word.ts';
import type { FieldGroup, IndicatorItem, Report, ReportAnnexes } from '../../domain/report/report-model.ts';
import { sayDayPadded } from '../core/day.ts';
import { VERDICT_LABELS } from '../core/labels.ts';
import { sayNumber } from '../core/number.ts';
import { sayLevel } from '../judging/verdict.ts';
import type { Annex, Block, Run, Table, TableCell } from '../paper/paper.ts';
import { blank, cell, centred, figure, head, plain, strong, typedRuns, unbroken, words } from '../paper/runs.ts';
import { evidenceTable } from './report-evidence.ts';
import { formBlocks, formsOf } from './report-forms.ts';
import { sayAnnexReference } from './report-frame.ts';
import { estimateRuns } from './report-indicator.ts';
import { measuredCell, previousCell, sayPreviousColumn } from './report-measured.ts';
import { moneyBlocks } from './report-money.ts';
import { recommendationTable } from './report-recommendations.ts';
import { surveyBlocks } from './report-surveys.ts';
import { taskBlocks } from './report-tasks.ts';
import { sayPeriod } from './report-titles.ts';
import { upperFirst } from './sentence.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const;

type Draft = { readonly title: string; readonly landscape: boolean; readonly blocks: readonly Block[] };

/** The annexes that hold anything, numbered in Roman; a single one bears no number (Nghị định 30). */
export function annexesOf(report: Report): Annex[] {
  const { indicators, tasks } = report.annexes;
  const forms = formsOf(report);
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
    forms.forms.length + forms.others.length === 0
      ? null
      : {
          title: `Số liệu thống kê công tác cải cách hành chính ${when}`,
          landscape: false,
          blocks: formBlocks(forms),
        },
  ];
  const { recommendations, surveys, money, evidence } = report.annexes;
  drafts.push(
    recommendationDraft(recommendations, when),
    surveyDraft(surveys, when),
    moneyDraft(money, when),
    evidenceDraft(evidence, when),
  );
  const held = drafts.filter((draft) => draft !== null);
  const reference = sayAnnexReference(report);
  return held.map((draft, index) => ({
    ...draft,
    title: draft.title.toUpperCase(),
    label: held.length === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[index] ?? index + 1}`,
    reference,
  }));
}

function recommendationDraft(items: ReportAnnexes['recommendations'], when: string): Draft | null {
  if (items.length === 0) return null;
  return {
    title: `Tình hình khắc phục tồn tại, kiến nghị sau kiểm tra, giám sát ${when}`,
    landscape: true,
    blocks: [recommendationTable(items)],
  };
}

function surveyDraft(surveys: ReportAnnexes['surveys'], when: string): Draft | null {
  if (surveys.length === 0) return null;
  return { title: `Kết quả khảo sát theo từng câu hỏi ${when}`, landscape: false, blocks: surveys.flatMap(surveyBlocks) };
}

function moneyDraft(tables: ReportAnnexes['money'], when: string): Draft | null {
  if (tables.length === 0) return null;
  return { title: `Kinh phí thực hiện cải cách hành chính ${when}`, landscape: true, blocks: moneyBlocks(tables) };
}

function evidenceDraft(items: ReportAnnexes['evidence'], when: string): Draft | null {
  if (items.length === 0) return null;
  return { title: `Danh mục tài liệu minh chứng ${when}`, landscape: false, blocks: [evidenceTable(items)] };
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
  const before = sayPreviousColumn(groups.flatMap(({ items }) => items));
  const [titles, widths] = before === null ? [[], []] : [[before], [10]];
  return {
    is: 'table',
    widths: [6, 31, 8, 14, 10, ...widths, 12, 21],
    head: head('STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', ...titles, 'Đánh giá', 'Ghi chú'),
    rows: grouped(groups, 7 + titles.length, (item, number) => [
      centred(plain(String(number))),
      words(item.indicator.title),
      centred(plain(item.indicator.unit)),
      centred(plain(sayTarget(item))),
      centred(...doneRuns(item)),
      ...titles.map(() => centred(...previousRuns(item))),
      centred(verdictRun(item)),
      cell(...remarkRuns(item)),
    ]),
  };
}

function sayTarget({ judgement: { target }, indicator }: IndicatorItem): string {
  return target === null ? '' : sayLevel(target, indicator.unit, indicator.kind);
}

/** What is to fall is told as it stands: «hiện có 03», no cut of three. */
function doneRuns(item: IndicatorItem): Run[] {
  const measured = measuredCell(item);
  if (measured !== null) return item.indicator.kind === 'below-baseline' ? [plain('hiện có '), measured] : [measured];
  return item.judgement.verdict === 'no-data' ? [blank()] : [];
}

function previousRuns(item: IndicatorItem): Run[] {
  const before = previousCell(item);
  return before === null ? [] : [before];
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

/** Why nothing is judged, the two numbers behind a rate and the day they count to; of what has no figure, the words typed. */
function knownRuns(item: IndicatorItem): Run[] {
  const { judgement, sources, spoken, spokenSource, dataAsOf } = item;
  const { measured, reason } = judgement;
  if (reason === 'awaiting-publication') return [plain('Chờ cấp trên công bố kết quả')];
  if (measured === null) return item.reason === '' ? typedRuns(spoken, spokenSource) : [plain(tidy(item.reason))];
  const parts =
    measured.kind === 'ratio'
      ? [
          figure(sayNumber(measured.numerator), sources.numerator),
          plain('/'),
          figure(sayNumber(measured.denominator), sources.denominator),
        ]
      : [];
  const until = dataAsOf === null ? [] : [plain(`${parts.length === 0 ? 'S' : '; s'}ố liệu đến ngày ${sayDayPadded(dataAsOf)}`)];
  return [...parts, ...until];
}

function expectedRuns(item: IndicatorItem): Run[] {
  const [first, ...more] = estimateRuns(item);
  return first === undefined ? [] : [plain(upperFirst(first.text)), ...more];
}
