import type { MoneyTable } from '../../../domain/plan/money.ts';
import type { Due, Task } from '../../../domain/plan/task.ts';
import type { Report } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { DUE_RULE_LABELS, FREQUENCY_LABELS, ORIGIN_LABELS } from '../../core/labels.ts';
import { sayCount, sayNumber } from '../../core/number.ts';
import type { Paper, TableCell } from '../../paper/paper.ts';
import { cell, centred, head, paragraph, plain, strong, typedOrBlank, words } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { planCitation, shortUnit } from '../report-frame.ts';
import { moneyBlocks } from '../report-money.ts';

/** The plan's Khung: every task with its product, who leads and helps, its time and money; what is only proposed is marked. */
export function sayMatrix(
  { names, sample }: Pick<Report, 'names' | 'sample'>,
  tasks: readonly Task[],
  money: readonly MoneyTable[] = [],
): Paper {
  const proposed = tasks.filter(({ origin }) => origin === 'proposed').length;
  return {
    title: 'Khung kế hoạch cải cách hành chính',
    frame: null,
    landscape: true,
    banner: sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong('KHUNG KẾ HOẠCH')),
      paragraph('centred', strong('Thực hiện cải cách hành chính nhà nước giai đoạn '), {
        ...typedOrBlank(names.planYears),
        bold: true,
      }),
      paragraph(
        'centred',
        ...[plain('(Ban hành kèm theo '), ...planCitation(names.planNumber, names.planIssuedOn)].map((run) => ({
          ...run,
          italic: true,
        })),
        { text: ` của ${shortUnit(names.planIssuer ?? names.unit)})`, italic: true },
      ),
      {
        is: 'table',
        widths: [6, 25, 13, 16, 17, 12, 7, 11],
        head: head(...TITLES),
        rows: rowsOf(tasks),
      },
      ...(proposed === 0
        ? []
        : [
            paragraph('plain', plain(`Có ${sayCount(proposed)} dòng tô vàng là đề xuất, chờ ${shortUnit(names.unit)} xác nhận.`)),
          ]),
      ...moneyBlocks(money),
    ],
    annexes: [],
  };
}

const TITLES = [
  'STT',
  'Nội dung, nhiệm vụ',
  'Sản phẩm',
  'Cơ quan, công chức chủ trì',
  'Cơ quan, công chức phối hợp',
  'Thời gian thực hiện',
  'Kinh phí',
  'Ghi chú',
] as const;

/** Under the field each belongs to, in the order of the plan; numbers run on. */
function rowsOf(tasks: readonly Task[]): TableCell[][] {
  const fields = [...new Set(tasks.map(({ field }) => field))];
  let number = 0;
  return fields.flatMap((field) => [
    [{ runs: [strong(field)], span: TITLES.length }],
    ...tasks
      .filter((task) => task.field === field)
      .map((task) => {
        number += 1;
        return rowOf(task, number);
      }),
  ]);
}

function rowOf(task: Task, number: number): TableCell[] {
  const isProposed = task.origin === 'proposed';
  const budget = task.budget === null ? '' : `${sayNumber(task.budget)} triệu đồng`;
  return [
    centred(plain(String(number))),
    words(task.title),
    words(task.product),
    words(task.lead),
    words(task.supports.join('; ')),
    centred({ text: sayTaskTime(task), ...(isProposed ? { missing: true } : {}) }),
    words([budget, task.budgetSource].filter((part) => part !== '').join(', ')),
    isProposed ? cell({ text: ORIGIN_LABELS.proposed, missing: true }) : cell(),
  ];
}

/** «Thường xuyên», «Hằng năm, đến hết ngày 31/12», «Từ ngày 01/01/2022 đến hết ngày 31/12/2022», «Trước ngày 31/12/2021». */
export function sayTaskTime({ frequency, due, dueRule, startOn }: Task): string {
  const rule = DUE_RULE_LABELS[dueRule];
  const end = due === null ? '' : `${rule} ${sayDueIn(due)}`;
  const begin = startOn === null ? '' : `Từ ngày ${sayDayPadded(startOn)}`;
  const name = frequency === 'dated' && (begin !== '' || end !== '') ? '' : FREQUENCY_LABELS[frequency];
  const parts = [name, begin, end].filter((part) => part !== '');
  return parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(begin !== '' && name === '' ? ' ' : ', ');
}

function sayDueIn(due: Due): string {
  if (due.kind === 'day') return sayDayPadded(due.day);
  return due.kind === 'each-turn' ? two(due.date) : `${two(due.date)}/${two(due.month)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
