import { addDays, type Day } from '../../../domain/core/day.ts';
import { tidy } from '../../../domain/core/word.ts';
import type { Alert } from '../../../domain/mail/alert.ts';
import type { TargetKind } from '../../../domain/plan/indicator.ts';
import { type FieldStanding, fieldStandings } from '../../../domain/report/fields.ts';
import type { Report, TaskItem } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { sayCount } from '../../core/number.ts';
import { sayLevel, sayResult } from '../../judging/verdict.ts';
import { roleName, sayLate } from '../../mail/reminder-mail.ts';
import type { Block, Fill, Paper, Table, TableCell } from '../../paper/paper.ts';
import { cell, centred, head, paragraph, plain, shorten, strong, withoutDash } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { shortUnit } from '../report-frame.ts';
import { sayPeriod } from '../report-titles.ts';
import { upperFirst } from '../sentence.ts';

/** What fits one A4 page; the rest is counted. */
const MOST = { fields: 9, alerts: 9, decisions: 5, next: 4 } as const;
const LONGEST = { field: 60, title: 80, result: 90, cause: 100, proposal: 120, roles: 90, next: 70 } as const;
/** So few rows stand in letters that are read across a table. */
const FEW_ROWS = 6;
/** Work due this soon is worth a word in the meeting. */
const NEXT_DAYS = 30;

/** One A4 page to hold a meeting by: how each field stands, what is not met or overdue and why, what is to be decided, what falls due next. */
export function sayMeeting(report: Report, alerts: readonly Alert[], on: Day): Paper {
  const decisions = decisionsOf(alerts);
  const next = nextOf(report, on);
  return {
    title: `Trang họp cải cách hành chính ${sayPeriod(report.period)}`,
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`TÌNH HÌNH CẢI CÁCH HÀNH CHÍNH ${sayPeriod(report.period).toUpperCase()}`)),
      paragraph('centred', { text: aboutOf(report, on), italic: true }),
      ...part(`1. Theo lĩnh vực${summaryOf(report)}`, [chart(fieldStandings(report), lookFor(alerts))]),
      ...part(
        `2. Chưa đạt, quá hạn: ${sayCount(alerts.length)} nội dung`,
        alerts.length === 0 ? [note('Không có nội dung nào.')] : [shortfalls(alerts)],
      ),
      ...restOf(alerts.length, MOST.alerts),
      ...part(`3. Đề nghị cuộc họp quyết định: ${sayCount(decisions.length)} việc`, listed(decisions, MOST.decisions)),
      ...(next.length === 0
        ? []
        : part(`4. Đến hạn trong ${NEXT_DAYS} ngày tới: ${sayCount(next.length)} nhiệm vụ`, [nextLine(next)])),
      paragraph('plain', { text: 'Tài liệu nội bộ phục vụ cuộc họp, không gửi kèm báo cáo.', italic: true }),
    ],
    annexes: [],
  };
}

type Look = Pick<Table, 'look'>;
const lookFor = (alerts: readonly Alert[]): Look => ({ look: alerts.length > FEW_ROWS ? 'small' : 'medium' });
const note = (text: string): Block => paragraph('plain', plain(text));
const part = (title: string, blocks: readonly Block[]): Block[] => [paragraph('plain', strong(title)), ...blocks];

function aboutOf({ names, asOf, draft }: Report, on: Day): string {
  const unready = draft ? '; số liệu chưa đầy đủ' : '';
  return `(${shortUnit(names.unit)}; số liệu đến ngày ${sayDayPadded(asOf)}; lập ngày ${sayDayPadded(on)}${unready})`;
}

/** «: đạt 11/12 chỉ tiêu được đánh giá; xong 3/3 nhiệm vụ đến hạn». */
function summaryOf({ indicators, tasks: { due } }: Report): string {
  const said = [
    indicators.judged === 0 ? '' : `đạt ${indicators.met}/${indicators.judged} chỉ tiêu được đánh giá`,
    due.total === 0 ? '' : `xong ${due.done}/${due.total} nhiệm vụ đến hạn`,
  ].filter((text) => text !== '');
  return said.length === 0 ? '' : `: ${said.join('; ')}`;
}

const TITLES = ['Lĩnh vực', 'Số chỉ tiêu', 'Đạt/ được đánh giá', 'Nhiệm vụ đến hạn: xong/tổng'] as const;
const LEGEND: readonly (readonly [Fill, string])[] = [
  ['good', 'Đạt'],
  ['bad', 'Chưa đạt'],
  ['unknown', 'Chưa có số liệu'],
  ['waiting', 'Chưa đến kỳ'],
];
/** The bar of a field is so many cells wide, at least and at most; its cells are as many as fit the field that has most. */
const BAR = { least: 12, most: 24, of: LEGEND.length } as const;
const SHARES = { field: 30, bar: 42, met: 12, tasks: 16 } as const;

/** Bars of coloured cells: whatever opens the file draws those alike, and each holds its number. */
function chart(all: readonly FieldStanding[], look: Look): Table {
  const counted = all.filter(({ indicators, tasks }) => barOf(indicators).length + tasks.due.total + tasks.due.overdue > 0);
  const fields = counted.slice(0, MOST.fields);
  const longest = Math.max(...fields.map(({ indicators }) => sum(barOf(indicators).map(({ count }) => count))), 1);
  const units = Math.min(BAR.most, Math.max(BAR.least, Math.ceil(longest / BAR.of) * BAR.of));
  const scale = Math.min(1, units / longest);
  const legend = LEGEND.map(([fill, text]): TableCell => ({ ...centred(plain(text)), fill, span: units / BAR.of }));
  return {
    is: 'table',
    ...look,
    widths: [SHARES.field, ...Array.from({ length: units }, () => SHARES.bar / units), SHARES.met, SHARES.tasks],
    head: [
      (head(...TITLES)[0] ?? []).map((each, at) => (at === 1 ? { ...each, span: units } : each)),
      [cell(), ...legend, cell(), cell()],
    ],
    rows: fields.map((standing) => fieldRow(standing, units, scale)),
  };
}

type Piece = { readonly fill: Fill; readonly count: number };

function barOf({ met, missed, noData, notDue, nothingArose }: FieldStanding['indicators']): Piece[] {
  const pieces: readonly Piece[] = [
    { fill: 'good', count: met },
    { fill: 'bad', count: missed },
    { fill: 'unknown', count: noData },
    { fill: 'waiting', count: notDue + nothingArose },
  ];
  return pieces.filter(({ count }) => count > 0);
}

function fieldRow({ field, indicators, tasks: { due } }: FieldStanding, units: number, scale: number): TableCell[] {
  let left = units;
  const bars = barOf(indicators).map(({ fill, count }): TableCell => {
    const span = Math.max(1, Math.min(left, Math.round(count * scale)));
    left -= span;
    return { ...centred(strong(String(count))), fill, span };
  });
  const late = due.overdue === 0 ? '' : `; quá hạn ${due.overdue}`;
  return [
    cell(plain(shorten(upperFirst(tidy(field)), LONGEST.field))),
    ...bars,
    ...(left > 0 ? [{ runs: [], span: left }] : []),
    centred(plain(indicators.judged === 0 ? '–' : `${indicators.met}/${indicators.judged}`)),
    centred(plain(due.total === 0 ? '–' : `${due.done}/${due.total}${late}`)),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const COLUMNS = ['STT', 'Nội dung', 'Kết quả', 'Chủ trì', 'Nguyên nhân'] as const;

function shortfalls(alerts: readonly Alert[]): Table {
  return {
    is: 'table',
    ...lookFor(alerts),
    widths: [6, 26, 23, 18, 27],
    head: head(...COLUMNS),
    rows: alerts
      .slice(0, MOST.alerts)
      .map(({ about, cause }, at) => [
        centred(plain(String(at + 1))),
        cell(plain(titleOf(about))),
        cell(plain(shorten(resultOf(about), LONGEST.result))),
        cell(plain(shorten(leadOf(about), LONGEST.title))),
        cell(plain(cause.trim() === '' ? 'Chưa nêu' : shorten(bare(cause), LONGEST.cause))),
      ]),
  };
}

const bare = (text: string): string => tidy(text).replace(/[.;\s]+$/u, '');

function titleOf(about: Alert['about']): string {
  const { title } = about.kind === 'indicator' ? about.indicator : about.task;
  return shorten(upperFirst(withoutDash(tidy(title))), LONGEST.title);
}

function leadOf(about: Alert['about']): string {
  return upperFirst(roleName(about.kind === 'indicator' ? about.indicator.lead : about.task.lead));
}

/** Before a result that is a place. */
const PLACED: Readonly<Partial<Record<TargetKind, string>>> = { 'rank-at-most': 'xếp thứ ', 'grade-at-least': 'xếp loại ' };

/** «97,30% (973/1.000); chỉ tiêu từ 98% trở lên», «Quá hạn 02 ngày làm việc; thời hạn 12/09/2024». */
function resultOf(about: Alert['about']): string {
  if (about.kind === 'task') {
    const { workingDaysLeft, lastDay } = about.standing;
    return `${sayLate(-(workingDaysLeft ?? 0))}${lastDay === null ? '' : `; thời hạn ${sayDayPadded(lastDay)}`}`;
  }
  const { indicator, judgement } = about;
  const near = judgement.verdict === 'nearly-met' ? ' (gần đạt)' : '';
  const place = PLACED[indicator.kind] ?? '';
  return `${upperFirst(`${place}${sayResult(judgement, indicator.unit)}`)}${near}; chỉ tiêu ${sayLevel(judgement.target, indicator.unit, indicator.kind)}`;
}

function restOf(count: number, most: number): Block[] {
  return count <= most
    ? []
    : [note(`Còn ${sayCount(count - most)} nội dung khác, xem Tóm tắt một trang và phụ lục của báo cáo.`)];
}

/** What somebody proposed, then who is to say why and what next where nobody did; each names its row of the table above. */
function decisionsOf(alerts: readonly Alert[]): string[] {
  const asked = alerts.flatMap(({ proposal, about }, at) =>
    proposal.trim() === '' ? [] : [`${upperFirst(shorten(bare(proposal), LONGEST.proposal))} (${rowOf(about, at)}).`],
  );
  const silent = alerts.flatMap(({ proposal, about }, at) =>
    proposal.trim() === '' ? [{ lead: leadOf(about), row: at + 1 }] : [],
  );
  if (silent.length === 0) return asked;
  const leads = shorten([...new Set(silent.map(({ lead }) => lead))].join('; '), LONGEST.roles);
  return [
    ...asked,
    `Giao chủ trì (${leads}) báo cáo hướng khắc phục, thời hạn hoàn thành: ${rowsOf(silent.map(({ row }) => row))}.`,
  ];
}

const rowOf = (about: Alert['about'], at: number): string => (at < MOST.alerts ? `mục ${at + 1}` : `về: ${titleOf(about)}`);

/** «mục 1, 3 và 02 nội dung khác»: what the table has no room for bears no number. */
function rowsOf(rows: readonly number[]): string {
  const shown = rows.filter((row) => row <= MOST.alerts);
  const rest = rows.length - shown.length;
  return [
    shown.length === 0 ? '' : `mục ${shown.join(', ')}`,
    rest === 0 ? '' : `${sayCount(rest)} nội dung ${shown.length === 0 ? 'ngoài bảng' : 'khác'}`,
  ]
    .filter((text) => text !== '')
    .join(' và ');
}

function listed(lines: readonly string[], most: number): Block[] {
  if (lines.length === 0) return [note('Không có nội dung nào.')];
  return [...lines.slice(0, most).map((line, at) => note(`${at + 1}) ${line}`)), ...restOf(lines.length, most)];
}

function nextOf(report: Report, on: Day): TaskItem[] {
  return report.annexes.tasks.dated
    .filter(({ standing: { binding, lastDay, status } }) => {
      const isOpen = status === 'not-started' || status === 'in-progress' || status === 'due-soon' || status === 'not-updated';
      return binding && isOpen && lastDay !== null && lastDay >= on && lastDay <= addDays(on, NEXT_DAYS);
    })
    .sort((left, right) => ((left.standing.lastDay ?? '') < (right.standing.lastDay ?? '') ? -1 : 1));
}

function nextLine(items: readonly TaskItem[]): Block {
  const said = items.slice(0, MOST.next).map(({ task, standing: { lastDay } }) => {
    const until = lastDay === null ? '' : ` (${sayDayPadded(lastDay)})`;
    return `${shorten(upperFirst(withoutDash(tidy(task.title))), LONGEST.next)}${until}`;
  });
  const rest = items.length > MOST.next ? `; và ${sayCount(items.length - MOST.next)} nhiệm vụ khác` : '';
  return note(`${said.join('; ')}${rest}.`);
}
