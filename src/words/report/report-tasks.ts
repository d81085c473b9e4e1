import { tidy } from '../../domain/core/word.ts';
import type { ReportAnnexes, TaskItem } from '../../domain/report/report-model.ts';
import { isCounted } from '../../domain/report/report-tally.ts';
import { sayDayPadded } from '../core/day.ts';
import { PROGRESS_LABELS, STATUS_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import type { Block, Run, Table, TableCell } from '../paper/paper.ts';
import { BLANK, blank, cell, centred, head, paragraph, plain, typedRuns, words } from '../paper/runs.ts';
import { lowerFirst } from './report-titles.ts';

/** The annex of tasks: standing and dated work each in a table of its own. */
export function taskBlocks({ standing, dated }: ReportAnnexes['tasks']): Block[] {
  const parts = [
    { title: 'Nhiệm vụ thường xuyên', items: standing, columns: STANDING_COLUMNS },
    { title: 'Nhiệm vụ có thời hạn', items: dated, columns: DATED_COLUMNS },
  ].filter(({ items }) => items.length > 0);
  return parts.flatMap(({ title, items, columns }, index) => [
    paragraph('section', plain(`${index + 1}. ${title} (${sayCounts(items)})`)),
    paragraph('plain', plain(sayPartition(items))),
    taskTable(items, columns),
  ]);
}

/** The same number as in the text; what is left out of the counts is named. */
function sayCounts(items: readonly TaskItem[]): string {
  const out = (['suspended', 'not-applicable'] as const).flatMap((status) => {
    const count = items.filter(({ standing }) => standing.status === status).length;
    return count === 0 ? [] : [`${sayCount(count)} nhiệm vụ ${STATUS_LABELS[status].toLowerCase()}`];
  });
  const counted = `${sayCount(items.filter(isCounted).length)} nhiệm vụ`;
  return [counted, ...(out.length === 0 ? [] : [`ngoài ra có ${out.join(', ')}`])].join('; ');
}

/** Every task of the table under the word it prints, none twice: «Trong đó: Hoàn thành đúng hạn 02; …». */
function sayPartition(items: readonly TaskItem[]): string {
  const counts = new Map<string, number>();
  for (const { text } of items.map(statusRun)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const said = [...counts].map(
    ([text, count]) => `${text === BLANK ? 'chưa có kết quả trong kỳ' : lowerFirst(text)} ${sayCount(count)}`,
  );
  return `Trong bảng: ${said.join('; ')}.`;
}

type Column = { readonly title: string; readonly width: number; readonly cellOf: (item: TaskItem) => TableCell };

const TITLE: Column = { title: 'Nhiệm vụ', width: 30, cellOf: ({ task }) => words(task.title) };
const PRODUCT: Column = { title: 'Sản phẩm', width: 16, cellOf: ({ task }) => words(task.product) };
const DEADLINE: Column = {
  title: 'Thời hạn',
  width: 11,
  cellOf: ({ standing: { binding, lastDay } }) => centred(plain(binding && lastDay !== null ? sayDayPadded(lastDay) : '')),
};
const DONE: Column = {
  title: 'Ngày hoàn thành',
  width: 11,
  cellOf: ({ standing: { completedOn } }) => centred(plain(completedOn === null ? '' : sayDayPadded(completedOn))),
};
const STATUS: Column = { title: 'Tình trạng', width: 15, cellOf: (item) => centred(statusRun(item)) };
const RESULT: Column = { title: 'Kết quả thực hiện trong kỳ', width: 28, cellOf: (item) => cell(...resultRuns(item)) };

/** Standing work has no deadline to show. */
const STANDING_COLUMNS: readonly Column[] = [TITLE, PRODUCT, STATUS, { ...RESULT, width: 39 }];
const DATED_COLUMNS: readonly Column[] = [TITLE, PRODUCT, DEADLINE, DONE, STATUS, { ...RESULT, width: 21 }];

function taskTable(items: readonly TaskItem[], columns: readonly Column[]): Table {
  return {
    is: 'table',
    widths: [6, ...columns.map(({ width }) => width)],
    head: head('STT', ...columns.map(({ title }) => title)),
    rows: items.map((item, index) => [centred(plain(String(index + 1))), ...columns.map(({ cellOf }) => cellOf(item))]),
  };
}

/** Why a task is left out; standing work of which nothing is told leaves a blank to fill; in the report of a year what is expected by 31/12 follows. */
function resultRuns({ standing, result, source, estimate, reason }: TaskItem): Run[] {
  if (reason !== '') return [plain(tidy(reason))];
  const told = standing.status === 'not-updated' && result.trim() === '' ? [blank()] : typedRuns(result, source);
  if (estimate === null) return told;
  const lead = `Ước thực hiện đến 31/12/${/\d{4}/u.exec(estimate.source.period)?.[0] ?? ''}: `;
  return [...told, plain(told.length > 0 ? `. ${lead}` : lead), ...typedRuns(estimate.text, estimate.source)];
}

function statusRun(item: TaskItem): Run {
  const said = sayTaskStatus(item);
  return said === null ? blank() : plain(said);
}

/** The status as a superior reads it, without the words of our own reminders («sắp đến hạn»); `null` while nothing is told. */
export function sayTaskStatus({ standing, progress, result }: TaskItem): string | null {
  const { status, binding, lastDay } = standing;
  if (status === 'not-updated') return null;
  if (progress === 'nothing-arose') return PROGRESS_LABELS[progress];
  // Without an official deadline nothing is on time, late, or «trong hạn».
  const isBound = binding && lastDay !== null;
  if (status === 'done-on-time' || status === 'done-late') return isBound ? STATUS_LABELS[status] : PROGRESS_LABELS.done;
  if (status === 'not-started') return isBound ? STATUS_LABELS[status] : PROGRESS_LABELS.none;
  if (status !== 'due-soon') return STATUS_LABELS[status];
  const isStarted = progress === 'doing' || result.trim() !== '';
  if (isStarted) return STATUS_LABELS['in-progress'];
  return isBound ? STATUS_LABELS['not-started'] : PROGRESS_LABELS.none;
}
