import { sameWord, tidy } from '../../../domain/core/word.ts';
import type { IndicatorItem, Report, TaskItem } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { PROGRESS_LABELS, VERDICT_LABELS } from '../../core/labels.ts';
import { sayCount } from '../../core/number.ts';
import { sayMeasured } from '../../judging/verdict.ts';
import type { Block, Paper, Run, Table } from '../../paper/paper.ts';
import { cell, centred, head, linesOf, paragraph, plain, strong, withoutDash, words } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { measuredCell } from '../report-measured.ts';
import { sayPeriod } from '../report-titles.ts';

/** Who signs: the role, the person who holds it ('' = not known), and to whom the slip goes. */
export type SlipSigner = { readonly role: string; readonly person: string; readonly clerk: string };

/** More rows than this are set in small print, so that most slips stay on one page. */
const FEW_ROWS = 9;

/** What an official has told in this period, whole, because it is signed; what is still owed is named by its code. */
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
  const isSmall = (indicators?.length ?? 0) + (statistics?.length ?? 0) / 2 + told.length > FEW_ROWS;
  return {
    title: 'Phiếu tổng hợp kết quả cải cách hành chính',
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`PHIẾU TỔNG HỢP KẾT QUẢ CCHC ${sayPeriod(report.period).toUpperCase()}`)),
      paragraph('plain', plain(`${role}; số liệu đến ngày ${sayDayPadded(report.asOf)}.`)),
      ...part(indicatorTable(indicators ?? [], isSmall)),
      ...part(statisticTable(statistics ?? [], isSmall)),
      ...part(taskTable(told, isSmall)),
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

function tableOf({ widths, titles }: TableShape, rows: Table['rows'], isSmall: boolean): Table {
  return { is: 'table', ...(isSmall ? { look: 'small' } : {}), widths, head: head(...titles), rows };
}

function indicatorTable(items: readonly IndicatorItem[], isSmall: boolean): Table {
  const rows = items.map((item) => [
    centred(plain(item.indicator.id)),
    words(tidy(item.indicator.title)),
    words(sayTold(item)),
    words(VERDICT_LABELS[item.judgement.verdict]),
  ]);
  return tableOf(
    { widths: [8, 48, 30, 14], titles: ['Mã', `Chỉ tiêu (${sayCount(items.length)})`, 'Kết quả', 'Đánh giá'] },
    rows,
    isSmall,
  );
}

/** Two to a line. */
function statisticTable(items: readonly IndicatorItem[], isSmall: boolean): Table {
  const half = Math.ceil(items.length / 2);
  const cells = (item: IndicatorItem | undefined) => [
    centred(plain(item?.indicator.id ?? '')),
    words(item === undefined ? '' : withoutDash(tidy(item.indicator.title))),
    {
      runs: item === undefined ? [] : [measuredCell(item) ?? plain(sayTold(item))],
      align: 'right' as const,
    },
  ];
  const rows = items.slice(0, half).map((item, index) => [...cells(item), ...cells(items[half + index])]);
  const titles = ['Mã', 'Số liệu thống kê', 'Số'];
  return tableOf({ widths: [9, 33, 8, 9, 33, 8], titles: [...titles, ...titles] }, rows, isSmall);
}

function taskTable(items: readonly TaskItem[], isSmall: boolean): Table {
  const rows = items.map(({ task, progress, result }) => [
    centred(plain(task.id)),
    words(tidy(task.title)),
    words(progress === null ? '' : PROGRESS_LABELS[progress]),
    words(linesOf(result).map(withoutDash).join('; ')),
  ]);
  return tableOf(
    { widths: [8, 38, 14, 40], titles: ['Mã', `Nhiệm vụ (${sayCount(items.length)})`, 'Mức độ', 'Kết quả trong kỳ'] },
    rows,
    isSmall,
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
