import { AMOUNTS, type Amount, type MoneySource, type MoneySums, type MoneyTable } from '../../domain/plan/money.ts';
import type { Task } from '../../domain/plan/task.ts';
import { sayNumber, sayPercent } from '../core/number.ts';
import type { Block, Paragraph, Run, TableCell } from '../paper/paper.ts';
import { centred, figure, head, paragraph, plain, strong, words } from '../paper/runs.ts';

const SOURCES: Readonly<Record<MoneySource, string>> = {
  budget: 'Ngân sách',
  outside: 'Ngoài ngân sách',
  unsaid: 'Chưa ghi nguồn',
};
const AMOUNT_WORDS: Readonly<Record<Amount, string>> = { budget: 'dự toán', allotted: 'được giao', spent: 'đã chi' };

/** «năm 2024», «giai đoạn 2021 - 2025». */
export function sayMoneyYears({ years }: Pick<MoneyTable, 'years'>): string {
  if (years === null) return 'chưa rõ năm';
  return years.first === years.last ? `năm ${years.first}` : `giai đoạn ${years.first} - ${years.last}`;
}

/** The money of one span of years in one sentence. */
export function moneyParagraph(table: MoneyTable): Paragraph {
  const sources = table.sources.filter(({ source }) => source !== 'unsaid' || table.sources.length > 1);
  const parts = sources.map(({ source, sums }) => `${SOURCES[source].toLowerCase()} ${sayAmounts(sums)}`);
  const share = shareSpent(table.sums);
  const spent = share === '' ? '' : `, giải ngân ${share} số được giao`;
  const rest = parts.length === 0 ? '' : `; trong đó ${parts.join('; ')}`;
  const told = `Kinh phí thực hiện nhiệm vụ cải cách hành chính ${sayMoneyYears(table)}: ${sayAmounts(table.sums)}${spent}${rest}.`;
  return paragraph('body', plain(told));
}

function sayAmounts(sums: MoneySums): string {
  const told = AMOUNTS.flatMap((amount) => {
    const value = sums[amount];
    return value === null ? [] : [`${AMOUNT_WORDS[amount]} ${sayNumber(value)} triệu đồng`];
  });
  return told.join(', ');
}

function shareSpent({ allotted, spent }: MoneySums): string {
  return allotted === null || spent === null || allotted <= 0 ? '' : sayPercent((100 * spent) / allotted);
}

/** A table for each span of years: every task with money under its field, the field's sums beside its name, then the whole by source. */
export function moneyBlocks(tables: readonly MoneyTable[]): Block[] {
  return tables.flatMap((table) => [
    paragraph('section', plain(`Kinh phí ${sayMoneyYears(table)}`)),
    {
      is: 'table' as const,
      widths: [9, 41, 11, 11, 11, 10, 17],
      head: head(
        'Mã',
        'Nhiệm vụ',
        'Dự toán (triệu đồng)',
        'Được giao (triệu đồng)',
        'Đã chi (triệu đồng)',
        'Đã chi so với được giao',
        'Nguồn',
      ),
      rows: [
        ...table.fields.flatMap(({ field, tasks, sums }) => [sumRow(field, sums), ...tasks.map(taskRow)]),
        sumRow('Cộng', table.sums),
        ...table.sources.map(({ source, sums }) => sumRow(SOURCES[source], sums, plain)),
      ],
    },
  ]);
}

function sumRow(title: string, sums: MoneySums, look: (text: string) => Run = strong): TableCell[] {
  const share = shareSpent(sums);
  return [
    { runs: [look(title)], span: 2 },
    ...AMOUNTS.map((amount) => amountCell(sums[amount], look)),
    centred(...(share === '' ? [] : [look(share)])),
    words(''),
  ];
}

function taskRow(task: Task): TableCell[] {
  const at = (field: Amount) => (text: string) => figure(text, { of: 'task', id: task.id, period: '', field });
  const share = shareSpent(task);
  return [
    centred(plain(task.id)),
    words(task.title),
    ...AMOUNTS.map((amount) => amountCell(task[amount], at(amount))),
    centred(...(share === '' ? [] : [plain(share)])),
    words(task.budgetSource),
  ];
}

function amountCell(value: number | null, look: (text: string) => Run): TableCell {
  return { runs: value === null ? [] : [look(sayNumber(value))], align: 'right' };
}
