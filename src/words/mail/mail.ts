import type { Day } from '../../domain/core/day.ts';
import type { Alert } from '../../domain/mail/alert.ts';
import type { Digest } from '../../domain/mail/digest.ts';
import type { Pending } from '../../domain/mail/reminder.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { sayJudgement } from '../judging/verdict.ts';
import { bare, type Line, plain, shortDay, strong, within } from './mail-lines.ts';
import { byRole, sayIds, sayLate } from './reminder-mail.ts';

const NO_PROPOSAL = 'Chưa có đề xuất; đề nghị đồng chí yêu cầu đơn vị chủ trì báo cáo.';

/** «02 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn»: numbers first, a phone shows about forty characters. */
export function sayTally(digest: Digest): string {
  return tally(digest, '');
}

function tally({ fresh, decisions, late }: Digest, near: string): string {
  const indicators = fresh.filter(({ about }) => about.kind === 'indicator').length;
  const tasks = fresh.length - indicators;
  const [notEntered, dragging] = lateRows({ fresh, late });
  const parts = [
    [indicators, `chỉ tiêu chưa đạt${near}`],
    [tasks, 'nhiệm vụ quá hạn'],
    [decisions.length, 'việc xin ý kiến'],
    [dragging.length, 'nhiệm vụ quá hạn kéo dài'],
    [notEntered.length, 'nội dung quá hạn nhập'],
  ] as const;
  return parts.flatMap(([count, what]) => (count > 0 ? [`${sayCount(count)} ${what}`] : [])).join(', ');
}

/** What is late for long: rows not entered, and tasks that an earlier mail told of. */
function lateRows({ fresh, late }: Pick<Digest, 'fresh' | 'late'>): readonly [Pending[], Pending[]] {
  const numbered = new Set(fresh.map(({ about }) => (about.kind === 'task' ? about.task.id : '')));
  return [late.filter(({ why }) => why !== 'overdue'), late.filter(({ why, id }) => why === 'overdue' && !numbered.has(id))];
}

/** The chairman's part: each alert with its figures, lead and cause. At most `most` are told in full. */
export function digestLines(digest: Digest, role: string, most: number): Line[] {
  const told = [...digest.fresh, ...digest.decisions];
  const numbered = told.slice(0, most);
  const perhaps = new Set(digest.perhapsTold);
  const items = numbered.map((alert, index) => {
    const line = alertLine(alert, { number: `${index + 1}. `, main: digest.period });
    return perhaps.has(alert.key) ? [...line, plain(' (có thể đã báo)')] : line;
  });
  const rest = told.slice(most);
  return [
    [plain(greeting(digest, role))],
    ...(told.length === 0 ? [] : [requestLine(numbered)]),
    ...items,
    ...(rest.length === 0 ? [] : [[plain(`Còn ${sayCount(rest.length)} nội dung khác: ${sayIds(rest.map(idOf))}.`)]]),
    ...lateLines(digest),
    ...(digest.unchanged.count > 0 ? [[plain(unchangedLine(digest))]] : []),
    ...(digest.resolved.length > 0 ? [[plain(`Đã khắc phục: ${resolvedNames(digest)}.`)]] : []),
  ];
}

function greeting(digest: Digest, role: string): string {
  const { previousMailOn, period, asOf, fresh } = digest;
  const since =
    previousMailOn === null
      ? `kỳ ${period}, tính đến ngày ${sayDay(asOf)}, có`
      : `so với thư ngày ${shortDay(previousMailOn)}, có thêm`;
  return `Kính gửi đồng chí${role === '' ? '' : ` ${role}`}: ${since} ${tally(digest, nearTally(fresh))}.`;
}

/** Near still counts as not met, and the count says so. */
function nearTally(alerts: readonly Alert[]): string {
  const near = alerts.filter(({ about }) => about.kind === 'indicator' && about.judgement.verdict === 'nearly-met').length;
  return near === 0 ? '' : ` (trong đó ${sayCount(near)} chỉ tiêu gần đạt)`;
}

/** Of which earlier mails nobody knows whether they arrived. */
export function doubtLine(days: readonly Day[]): string {
  return `Thư ngày ${days.map(shortDay).join(', ')} chưa rõ đã đến đồng chí hay chưa; nội dung có thể đã báo được ghi rõ dưới đây.`;
}

/** «Xin ý kiến đồng chí n việc», from `Đề xuất, kiến nghị`; each names the numbered item it belongs to. */
function requestLine(numbered: readonly Alert[]): Line {
  const asked = numbered.flatMap(({ proposal, about }, index) =>
    proposal.trim() === '' ? [] : [`${within(proposal)} (${leadOf(about)} đề xuất, mục ${index + 1})`],
  );
  if (asked.length === 0) return [plain(NO_PROPOSAL)];
  return [strong(`Xin ý kiến đồng chí ${sayCount(asked.length)} việc:`), plain(` ${asked.join('; ')}.`)];
}

/** One alert on one line, for a list on a page: what it is, its figures, its lead and cause; `main`: the period that needs no name, '' = none needs one. */
export function sayAlert(alert: Alert, main = ''): string {
  return alertLine(alert, { number: '', main })
    .map(({ text }) => text)
    .join('');
}

type Telling = { readonly number: string; readonly main: string };

function alertLine(alert: Alert, { number, main }: Telling): Line {
  const { about, cause } = alert;
  const why = cause.trim() === '' ? 'Chưa nêu nguyên nhân.' : `Nguyên nhân: ${within(cause)}.`;
  return [
    strong(`${number}${headOf(about)}:`),
    plain(` ${bodyOf(about)}${sayOfPeriod(about, main)}. Chủ trì: ${leadOf(about)}. ${why}`),
  ];
}

/** «, kỳ Năm 2023»: of a period other than the one that the mail is about. */
function sayOfPeriod(about: Alert['about'], main: string): string {
  const period = about.kind === 'indicator' ? about.judgement.period : main;
  return main === '' || period === main ? '' : `, kỳ ${bare(period)}`;
}

/** Near is still not met, and is said to be near. */
function headOf(about: Alert['about']): string {
  if (about.kind === 'indicator') return about.judgement.verdict === 'nearly-met' ? 'Chưa đạt (gần đạt)' : 'Chưa đạt';
  return sayLate(-(about.standing.workingDaysLeft ?? 0));
}

/** The mail names the `Mã`, because a link would break when the sheet is sorted. */
function bodyOf(about: Alert['about']): string {
  if (about.kind === 'task') {
    const { task, standing } = about;
    return `${bare(task.title)} (${task.id}), hạn ${standing.lastDay === null ? '' : sayDay(standing.lastDay)}`;
  }
  const { indicator, judgement } = about;
  return `${bare(indicator.title)} (${indicator.id}): ${bare(sayJudgement(judgement, indicator))}`;
}

/** What stayed late after everybody was reminded: told once, then it is the leads' again. */
function lateLines(digest: Digest): Line[] {
  const [notEntered, dragging] = lateRows(digest);
  const first = notEntered[0];
  return [
    ...dragging.map(
      ({ title, id, lead, workdays }): Line => [
        strong(`${sayLate(workdays)}, vẫn chưa hoàn thành:`),
        plain(` ${bare(title)} (${id}). Chủ trì: ${lead}.`),
      ],
    ),
    ...(first === undefined
      ? []
      : [[strong(`Quá hạn nhập (hạn ${sayDay(first.day)}):`), plain(` ${byRole(notEntered).join('; ')}.`)]]),
  ];
}

function unchangedLine({ unchanged }: Digest): string {
  return `Chưa thay đổi: ${sayCount(unchanged.count)} nội dung (lâu nhất ${sayCount(unchanged.longestDays)} ngày).`;
}

/** The `Mã` of what is right again: an alert's key starts with it. */
function resolvedNames({ resolved }: Digest): string {
  return sayIds(resolved.map((key) => key.split('|')[0] ?? key));
}

function idOf({ about }: Alert): string {
  return about.kind === 'indicator' ? about.indicator.id : about.task.id;
}

function leadOf(about: Alert['about']): string {
  const lead = about.kind === 'indicator' ? about.indicator.lead : about.task.lead;
  return lead.trim() === '' ? 'chưa phân công' : lead;
}
