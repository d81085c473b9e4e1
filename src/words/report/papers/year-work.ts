import type { Day } from '../../../domain/core/day.ts';
import { countDuties, type Duty, type DutyCounts, type OfficialYear, type Outcome } from '../../../domain/judging/year-work.ts';
import { sayDayPadded } from '../../core/day.ts';
import { STATUS_LABELS } from '../../core/labels.ts';
import { sayCount } from '../../core/number.ts';
import type { Block, Paper, TableCell } from '../../paper/paper.ts';
import { centred, head, paragraph, plain, strong, words } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { safeInFileName } from '../report-titles.ts';

export const YEAR_WORK = {
  paper: (year: number, role: string, on: Day): string =>
    `${fileName(year, role)} (${sayDayPadded(on).replace(/\//gu, '-')}).docx`,
  csv: (year: number, role: string): string => `${fileName(year, role)}.csv`,
  workbook: (year: number, role: string): string => `${fileName(year, role)}.xlsx`,
  nothing: (year: number): string =>
    `Năm ${year} chưa có công việc nào trong sổ: chưa mở kỳ nào của năm đó, hoặc nhiệm vụ chưa có chủ trì.`,
  title: (year: number): string => `Công việc cải cách hành chính năm ${year}`,
} as const;

function fileName(year: number, role: string): string {
  return safeInFileName(`Công việc CCHC năm ${year}${role === '' ? '' : ` - ${role}`}`);
}

const COLUMNS: readonly (readonly [title: string, width: number])[] = [
  ['Mã công việc', 16],
  ['Nhiệm vụ', 60],
  ['Chức danh', 32],
  ['Năm', 8],
  ['Tháng', 8],
  ['Hạn', 13],
  ['Được giao', 10],
  ['Hoàn thành', 11],
  ['Đúng hạn', 10],
  ['Quá hạn', 10],
  ['Số lần trả lại', 10],
  ['Ngày hoàn thành', 13],
  ['Tình trạng', 22],
];
/** The columns of the export with their widths; programs read them by these titles, so that none is ever renamed. */
export const EXPORT_COLUMNS = COLUMNS.map(([title, width]) => ({ title, width }));

const DONE: readonly Outcome[] = ['on-time', 'late', 'done'];
const LATE: readonly Outcome[] = ['late', 'overdue'];

/** A duty as a line of the export: what is counted is 0 or 1, so that any program may add. Nobody's name. */
export function exportRow({ id, task, post, year, month, standing, outcome, returned }: Duty): (string | number)[] {
  const flag = (outcomes: readonly Outcome[]): number => (outcomes.includes(outcome) ? 1 : 0);
  return [
    id,
    task.title,
    post,
    year,
    month ?? '',
    standing.lastDay ?? '',
    outcome === 'left-out' ? 0 : 1,
    flag(DONE),
    flag(['on-time']),
    flag(LATE),
    returned,
    standing.completedOn ?? '',
    STATUS_LABELS[standing.status],
  ];
}

type YearAsked = { readonly year: number; readonly asOf: Day; readonly sample: boolean };

/** The table of a year for the assessment of officials: the counts of each, then duty by duty. */
export function sayYearWork(officials: readonly OfficialYear[], { year, asOf, sample }: YearAsked): Paper {
  return {
    title: YEAR_WORK.title(year),
    frame: null,
    landscape: true,
    banner: sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`BẢNG TỔNG HỢP CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM ${year}`)),
      paragraph('centred', plain(`(Phục vụ đánh giá, xếp loại công chức năm ${year}; số liệu đến ngày ${sayDayPadded(asOf)})`)),
      {
        is: 'table',
        widths: [34, 8, 8, 8, 8, 10, 8, 8, 8],
        head: head('Công chức', ...COUNT_TITLES),
        rows: officials.map(({ duties, ...who }) => [words(nameOf(who)), ...countCells(countDuties(duties))]),
      },
      paragraph(
        'plain',
        plain(
          'Được giao = hoàn thành + không phát sinh + chưa xong. Việc thường xuyên, việc chưa quy định hạn được tính hoàn thành, không tính đúng hạn hay quá hạn; việc tạm dừng, không áp dụng không tính. Mỗi lần của việc định kỳ là một việc.',
        ),
      ),
      ...officials.flatMap(officialBlocks),
    ],
    annexes: [],
  };
}

const COUNT_TITLES = [
  'Được giao',
  'Hoàn thành',
  'Đúng hạn',
  'Quá hạn',
  'Không phát sinh',
  'Chưa xong',
  'Trong đó đã quá hạn',
  'Số lần trả lại',
] as const;

function countCells({ assigned, done, onTime, late, nothingArose, open, overdue, returned }: DutyCounts): TableCell[] {
  return [assigned, done, onTime, late, nothingArose, open, overdue, returned].map((count) => centred(plain(sayCount(count))));
}

function nameOf({ post, person, plan }: Omit<OfficialYear, 'duties'>): string {
  const who = person === '' ? post : `${person} – ${post}`;
  return plan === '' ? who : `${who} (${plan})`;
}

function officialBlocks({ duties, ...who }: OfficialYear): Block[] {
  return [
    paragraph('section', plain(nameOf(who))),
    {
      is: 'table',
      look: 'medium',
      widths: [13, 41, 12, 12, 17, 5],
      head: head('Mã công việc', 'Nhiệm vụ', 'Hạn', 'Hoàn thành', 'Tình trạng', 'Trả lại'),
      rows: [...duties]
        .sort(byDay)
        .map(({ id, task, standing, returned }) => [
          words(id),
          words(task.title),
          centred(plain(standing.lastDay === null ? 'Cả năm' : sayDayPadded(standing.lastDay))),
          centred(plain(standing.completedOn === null ? '' : sayDayPadded(standing.completedOn))),
          words(STATUS_LABELS[standing.status]),
          centred(plain(returned === 0 ? '' : sayCount(returned))),
        ]),
    },
  ];
}

/** By the day on which it falls due; standing work behind. */
function byDay({ standing: { lastDay: left } }: Duty, { standing: { lastDay: right } }: Duty): number {
  return (left ?? '9') < (right ?? '9') ? -1 : Number((left ?? '9') > (right ?? '9'));
}
