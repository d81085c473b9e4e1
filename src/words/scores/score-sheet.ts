import type { Day } from '../../domain/core/day.ts';
import type { TaskItem } from '../../domain/report/report-model.ts';
import { type Band, rounded, type Score, type ScoreSheet, stillToEarn } from '../../domain/scores/score.ts';
import { sayDayPadded } from '../core/day.ts';
import { SCORE_STATE_LABELS, STATUS_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import type { Block, Paper, Run, Table, TableCell } from '../paper/paper.ts';
import { cell, centred, head, paragraph, plain, strong, typedRuns, words } from '../paper/runs.ts';
import { SAMPLE_BANNER } from '../report/report.ts';
import { upperFirst } from '../report/sentence.ts';
import { levelOf, sayFigure, sayPoints, sayScore, sayTotal } from './score.ts';

type SheetFacts = {
  readonly sheet: ScoreSheet;
  readonly bands: readonly Band[];
  readonly unit: string;
  readonly sample: boolean;
  /** The annex that a criterion of completion asks for: every task with its day, product, on time or late. */
  readonly tasks: readonly TaskItem[];
  readonly asOf: Day;
};

/** `Bảng tự chấm điểm`, ready to be signed: each criterion with its points and evidence, what may still be earned, the annex of tasks. */
export function sayScoreSheet({ sheet, bands, unit, sample, tasks, asOf }: SheetFacts): Paper {
  return {
    title: `Bảng tự chấm điểm Chỉ số CCHC năm ${sheet.year}`,
    frame: null,
    landscape: true,
    banner: sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong('BẢNG TỰ CHẤM ĐIỂM')),
      paragraph('centred', strong(`Chỉ số cải cách hành chính năm ${sheet.year} của ${unit}`)),
      paragraph('centred', { text: `(Số liệu đến ngày ${sayDayPadded(asOf)})`, italic: true }),
      paragraph('plain', plain(sayTotal(sheet, bands))),
      scoreTable(sheet),
      ...earnBlocks(sheet),
      ...taskBlocks(tasks, sheet.year),
      paragraph('centred', strong('NGƯỜI LẬP BIỂU                                        CHỦ TỊCH')),
    ],
    annexes: [],
  };
}

export const SCORE_COLUMNS = [
  'Mã',
  'Tiêu chí',
  'Điểm tối đa',
  'Điểm tự chấm',
  'Điểm thẩm định',
  'Điểm khảo sát',
  'Điểm đạt',
  'Căn cứ, minh chứng',
] as const;

function scoreTable(sheet: ScoreSheet): Table {
  return {
    is: 'table',
    widths: [7, 31, 7, 7, 8, 8, 7, 25],
    head: head(...SCORE_COLUMNS),
    rows: [...sheet.lines.map(scoreRow), totalRow(sheet)],
  };
}

function scoreRow(score: Score): TableCell[] {
  const { row, state } = score;
  const isGroup = state === 'group';
  const said = (text: string): Run => (isGroup ? strong(text) : plain(text));
  const points = (value: number | null): TableCell => centred(...(value === null ? [] : [said(sayPoints(value))]));
  return [
    centred(said(row.id)),
    cell(said(row.title)),
    points(row.max),
    points(state === 'by-others' || state === 'excluded' ? null : score.self),
    points(row.assessed),
    points(row.polled),
    points(state === 'excluded' ? null : score.reached),
    cell(...basisRuns(score)),
  ];
}

/** What the points rest on; a score without evidence says so and is marked. */
function basisRuns(score: Score): Run[] {
  const { row, state, figure } = score;
  if (state === 'group') return levelOf(row) === 1 ? [plain(sayScore(score))] : [];
  const counted = figure === null ? [] : [plain(`${sayFigure(figure)}. `)];
  if (state === 'unproved' || state === 'no-data') return [...counted, { text: upperFirst(sayScore(score)), missing: true }];
  return [
    ...counted,
    ...typedRuns(row.evidence, { of: 'score', id: row.id, period: String(row.year), field: 'evidence' }),
    ...reasonRuns(score),
  ];
}

function reasonRuns({ row, state }: Score): Run[] {
  if (state === 'excluded' || state === 'by-others') return [plain(SCORE_STATE_LABELS[state])];
  return row.declared === 'nothing' ? [plain(' Không phát sinh.')] : [];
}

function totalRow({ total }: ScoreSheet): TableCell[] {
  const bold = (value: number): TableCell => centred(strong(sayPoints(value)));
  return [cell(), cell(strong('Tổng cộng')), bold(total.max), bold(total.self), cell(), cell(), bold(total.reached), cell()];
}

/** Where points are lost, how many, who can earn them back and by when. */
function earnBlocks(sheet: ScoreSheet): Block[] {
  const lost = stillToEarn(sheet);
  if (lost.length === 0) return [];
  const all = rounded(lost.reduce((sum, each) => sum + each.lost, 0));
  return [
    paragraph('section', plain(`Còn lấy lại được ${sayPoints(all)} điểm ở ${sayCount(lost.length)} tiêu chí`)),
    {
      is: 'table',
      widths: [7, 33, 9, 26, 15, 10],
      head: head('Mã', 'Tiêu chí', 'Còn mất', 'Vì sao', 'Phụ trách', 'Hạn'),
      rows: lost.map(({ score, lost: points }) => [
        centred(plain(score.row.id)),
        words(score.row.title),
        centred(plain(sayPoints(points))),
        words(upperFirst(sayScore(score))),
        words(score.row.lead),
        centred(plain(score.row.dueOn === null ? '' : sayDayPadded(score.row.dueOn))),
      ]),
    },
  ];
}

function taskBlocks(tasks: readonly TaskItem[], year: number): Block[] {
  if (tasks.length === 0) return [];
  return [
    paragraph('section', plain(`Phụ lục: nhiệm vụ đến hạn trong năm ${year} (${sayCount(tasks.length)} nhiệm vụ)`)),
    {
      is: 'table',
      widths: [6, 36, 20, 12, 12, 14],
      head: head('STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn', 'Ngày xong', 'Kết quả'),
      rows: tasks.map(({ task, standing }, at) => [
        centred(plain(String(at + 1))),
        words(task.title),
        words(task.product),
        centred(plain(standing.lastDay === null ? '' : sayDayPadded(standing.lastDay))),
        centred(plain(standing.completedOn === null ? '' : sayDayPadded(standing.completedOn))),
        centred(plain(STATUS_LABELS[standing.status])),
      ]),
    },
  ];
}

/** The same as rows of a workbook. */
export function scoreSheetRows({ lines, total }: ScoreSheet): (string | number)[][] {
  const rows = lines.map((score) => {
    const { row, state } = score;
    const basis =
      state === 'group'
        ? ''
        : basisRuns(score)
            .map(({ text }) => text)
            .join('');
    const self = state === 'by-others' || state === 'excluded' ? '' : score.self;
    return [
      row.id,
      row.title,
      row.max ?? '',
      self,
      row.assessed ?? '',
      row.polled ?? '',
      state === 'excluded' ? '' : score.reached,
      basis,
    ];
  });
  return [...rows, ['', 'Tổng cộng', total.max, total.self, '', '', total.reached, '']];
}

export const SCORE_FILES = {
  paper: (year: number): string => `Bảng tự chấm điểm Chỉ số CCHC năm ${year}`,
  workbook: (year: number): string => `Bang tu cham diem CCHC ${year}.xlsx`,
  nothing: (year: number): string =>
    `Trang Tự chấm điểm chưa có tiêu chí nào của năm ${year}. Đề nghị bấm Đưa bộ tiêu chí vào ở màn hình Theo dõi thêm.`,
  noSet: (key: string, known: readonly string[]): string => `Không có bộ tiêu chí «${key}». Các bộ hiện có: ${known.join('; ')}.`,
  laid: (title: string, year: number, rows: number): string =>
    rows === 0 ? `Bộ tiêu chí đã có đủ cho năm ${year}.` : `Đã đưa ${sayCount(rows)} dòng của «${title}» vào năm ${year}.`,
} as const;
