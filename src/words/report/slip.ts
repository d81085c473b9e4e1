import { sameWord, tidy } from '../../domain/core/word.ts';
import type { IndicatorItem, Report, TaskItem } from '../../domain/report/report-model.ts';
import { sayDay } from '../core/day.ts';
import { PROGRESS_LABELS, VERDICT_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import { sayMeasured } from '../judging/verdict.ts';
import type { Block, Paper, Run, Table } from '../paper/paper.ts';
import { cell, centred, head, linesOf, paragraph, plain, shorten, strong, withoutDash, words } from '../paper/runs.ts';
import { SAMPLE_BANNER } from './report.ts';
import { measuredCell } from './report-measured.ts';
import { sayPeriod } from './report-titles.ts';

/** Who signs: the role, the person who holds it ('' = not known), and to whom the slip goes. */
export type SlipSigner = { readonly role: string; readonly person: string; readonly clerk: string };

/** Lengths at which a line of small print stays one line, where there are many rows; with few rows texts may take two. */
const ONE_LINE = { title: 57, short: 37, words: 32, task: 43, result: 45 } as const;
const MANY_ROWS = 30;
const NUMBER = 10;
const FEW_ROWS = 9;
type Lengths = { readonly [Part in keyof typeof ONE_LINE]: number } & { readonly isSmall: boolean };

function lengthsFor(rows: number): Lengths {
  const times = rows > MANY_ROWS ? 1 : 3;
  const { title, short, words: said, task, result } = ONE_LINE;
  return {
    title: title * times,
    short: short * times,
    words: said * times,
    task: task * times,
    result: result * times,
    isSmall: rows > FEW_ROWS,
  };
}

/** What an official has told in this period, on one A4 page to sign; what is still owed is named by its code. */
export function saySlip({ role, person, clerk }: SlipSigner, report: Report): Paper {
  const mine = (lead: string): boolean => sameWord(lead, role);
  const own = (groups: Report['annexes']['indicators']): IndicatorItem[] =>
    groups.flatMap(({ items }) => items).filter(({ indicator }) => mine(indicator.lead));
  const [indicators, statistics] = [own(report.annexes.indicators), own(report.annexes.statistics)].map((items) =>
    items.filter(isTold),
  );
  const tasks = [...report.annexes.tasks.standing, ...report.annexes.tasks.dated].filter(({ task }) => mine(task.lead));
  const told = tasks.filter(({ progress }) => progress !== null);
  const owed = report.missing.filter(({ kind, role: of }) => mine(of) && ['indicator', 'statistic', 'task'].includes(kind));
  const lengths = lengthsFor((indicators?.length ?? 0) + (statistics?.length ?? 0) / 2 + told.length);
  return {
    title: 'Phiếu tổng hợp kết quả cải cách hành chính',
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`PHIẾU TỔNG HỢP KẾT QUẢ CCHC ${sayPeriod(report.period).toUpperCase()}`)),
      paragraph('plain', plain(`${role}; số liệu đến ngày ${sayDay(report.asOf)}.`)),
      ...part(indicatorTable(indicators ?? [], lengths)),
      ...part(statisticTable(statistics ?? [], lengths)),
      ...part(taskTable(told, lengths)),
      paragraph(
        'plain',
        plain(
          owed.length === 0
            ? 'Đã nhập đủ.'
            : `Còn ${sayCount(owed.length)} nội dung chưa nhập: ${owed.map(({ id }) => id).join(', ')}.`,
        ),
      ),
      signatures({ role, person, clerk }, report),
    ],
    annexes: [],
  };
}

const part = (table: Table): Block[] => (table.rows.length === 0 ? [] : [paragraph('gap'), table]);

const isTold = ({ judgement, spoken }: IndicatorItem): boolean =>
  judgement.measured !== null || spoken.trim() !== '' || ['nothing-arose', 'not-applicable'].includes(judgement.verdict);

function sayTold({ judgement, indicator, spoken }: IndicatorItem): string {
  const measured = sayMeasured(judgement.measured, indicator.unit);
  return measured === '' ? linesOf(spoken).join('; ') : measured;
}

type TableShape = { readonly widths: readonly number[]; readonly titles: readonly string[] };

function tableOf({ widths, titles }: TableShape, rows: Table['rows'], { isSmall }: Lengths): Table {
  return { is: 'table', ...(isSmall ? { look: 'small' } : {}), widths, head: head(...titles), rows };
}

function indicatorTable(items: readonly IndicatorItem[], lengths: Lengths): Table {
  const rows = items.map((item) => [
    centred(plain(item.indicator.id)),
    words(shorten(tidy(item.indicator.title), lengths.title)),
    words(shorten(sayTold(item), lengths.words)),
    words(VERDICT_LABELS[item.judgement.verdict]),
  ]);
  return tableOf(
    { widths: [8, 48, 30, 14], titles: ['Mã', `Chỉ tiêu (${sayCount(items.length)})`, 'Kết quả', 'Đánh giá'] },
    rows,
    lengths,
  );
}

/** Two to a line. */
function statisticTable(items: readonly IndicatorItem[], lengths: Lengths): Table {
  const half = Math.ceil(items.length / 2);
  const cells = (item: IndicatorItem | undefined) => [
    centred(plain(item?.indicator.id ?? '')),
    words(item === undefined ? '' : shorten(withoutDash(tidy(item.indicator.title)), lengths.short)),
    {
      runs: item === undefined ? [] : [measuredCell(item) ?? plain(shorten(sayTold(item), NUMBER))],
      align: 'right' as const,
    },
  ];
  const rows = items.slice(0, half).map((item, index) => [...cells(item), ...cells(items[half + index])]);
  const titles = ['Mã', 'Số liệu thống kê', 'Số'];
  return tableOf({ widths: [9, 33, 8, 9, 33, 8], titles: [...titles, ...titles] }, rows, lengths);
}

function taskTable(items: readonly TaskItem[], lengths: Lengths): Table {
  const rows = items.map(({ task, progress, result }) => [
    centred(plain(task.id)),
    words(shorten(tidy(task.title), lengths.task)),
    words(progress === null ? '' : PROGRESS_LABELS[progress]),
    words(shorten(linesOf(result).map(withoutDash).join('; '), lengths.result)),
  ]);
  return tableOf(
    { widths: [8, 38, 14, 40], titles: ['Mã', `Nhiệm vụ (${sayCount(items.length)})`, 'Mức độ', 'Kết quả trong kỳ'] },
    rows,
    lengths,
  );
}

const SIGN_HERE: Run = { text: '(Ký, ghi rõ họ tên)', italic: true };
const SIGNATURE_LINES = 3;

function signatures({ person, clerk }: SlipSigner, { names }: Report): Table {
  const both = (left: Run, right: Run) => [centred(left), centred(right)];
  const day: Run = { text: `${names.place ?? ''}, ngày      tháng      năm      `, italic: true };
  return {
    is: 'table',
    look: 'bare',
    widths: [50, 50],
    head: [],
    rows: [
      both(plain(''), day),
      both(strong('NGƯỜI NHẬN'), strong('NGƯỜI TỔNG HỢP')),
      both({ ...SIGN_HERE, text: clerk === '' ? SIGN_HERE.text : `(${clerk})` }, SIGN_HERE),
      ...Array.from({ length: SIGNATURE_LINES }, () => [cell(), cell()]),
      both(plain(''), strong(person)),
    ],
  };
}
