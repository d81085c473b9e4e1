import type { IndicatorItem, Report, TaskItem } from '../domain/report-model.ts';
import { sameWord, tidy } from '../domain/word.ts';
import { sayDay } from './day.ts';
import { PROGRESS_LABELS, VERDICT_LABELS } from './labels.ts';
import { sayCount } from './number.ts';
import type { Block, Paper, Run, Table } from './paper.ts';
import { SAMPLE_BANNER } from './report.ts';
import { cell, centred, head, words } from './report-cells.ts';
import { shortUnit } from './report-frame.ts';
import { sayPeriod } from './report-titles.ts';
import { linesOf, paragraph, plain, shorten, strong, withoutDash } from './runs.ts';
import { sayMeasured } from './verdict.ts';

/** Who signs: the role, the person who holds it ('' = not known), and to whom the slip goes. */
export type SlipSigner = { readonly role: string; readonly person: string; readonly clerk: string };

/** So long that a line of small print stays one line. */
const LONGEST = { title: 62, short: 36, words: 44, result: 52 } as const;

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
  return {
    title: 'Phiếu tổng hợp kết quả cải cách hành chính',
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`PHIẾU TỔNG HỢP KẾT QUẢ CẢI CÁCH HÀNH CHÍNH ${sayPeriod(report.period).toUpperCase()}`)),
      paragraph('centred', plain(`${role}, ${shortUnit(report.names.unit)}; số liệu đến ngày ${sayDay(report.asOf)}`)),
      ...part('Chỉ tiêu', indicatorTable(indicators ?? []), indicators?.length ?? 0),
      ...part('Số liệu thống kê', statisticTable(statistics ?? []), statistics?.length ?? 0),
      ...part('Nhiệm vụ', taskTable(told), told.length),
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

const part = (title: string, table: Table, count: number): Block[] =>
  count === 0 ? [] : [paragraph('plain', strong(`${title} (${sayCount(count)})`)), table];

const isTold = ({ judgement, spoken }: IndicatorItem): boolean =>
  judgement.measured !== null || spoken.trim() !== '' || ['nothing-arose', 'not-applicable'].includes(judgement.verdict);

function sayTold({ judgement, indicator, spoken }: IndicatorItem): string {
  const measured = sayMeasured(judgement.measured, indicator.unit);
  return measured === '' ? linesOf(spoken).join('; ') : measured;
}

function small(widths: readonly number[], titles: readonly string[], rows: Table['rows']): Table {
  return { is: 'table', look: 'small', widths, head: head(...titles), rows };
}

function indicatorTable(items: readonly IndicatorItem[]): Table {
  const rows = items.map((item) => [
    centred(plain(item.indicator.id)),
    words(shorten(tidy(item.indicator.title), LONGEST.title)),
    words(shorten(sayTold(item), LONGEST.words)),
    words(VERDICT_LABELS[item.judgement.verdict]),
  ]);
  return small([8, 46, 30, 16], ['Mã', 'Chỉ tiêu', 'Kết quả', 'Đánh giá'], rows);
}

/** Two to a line. */
function statisticTable(items: readonly IndicatorItem[]): Table {
  const half = Math.ceil(items.length / 2);
  const cells = (item: IndicatorItem | undefined) => [
    centred(plain(item?.indicator.id ?? '')),
    words(item === undefined ? '' : shorten(withoutDash(tidy(item.indicator.title)), LONGEST.short)),
    words(item === undefined ? '' : sayTold(item)),
  ];
  const rows = items.slice(0, half).map((item, index) => [...cells(item), ...cells(items[half + index])]);
  const titles = ['Mã', 'Số liệu', 'Kết quả'];
  return small([8, 28, 14, 8, 28, 14], [...titles, ...titles], rows);
}

function taskTable(items: readonly TaskItem[]): Table {
  const rows = items.map(({ task, progress, result }) => [
    centred(plain(task.id)),
    words(shorten(tidy(task.title), LONGEST.words)),
    words(progress === null ? '' : PROGRESS_LABELS[progress]),
    words(shorten(linesOf(result).map(withoutDash).join('; '), LONGEST.result)),
  ]);
  return small([8, 36, 16, 40], ['Mã', 'Nhiệm vụ', 'Mức độ', 'Kết quả trong kỳ'], rows);
}

const SIGN_HERE: Run = { text: '(Ký, ghi rõ họ tên)', italic: true };
const ROOM = 3;

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
      ...Array.from({ length: ROOM }, () => [cell(), cell()]),
      both(plain(''), strong(person)),
    ],
  };
}
