import type { Day } from '../../domain/core/day.ts';
import type { Published } from '../../domain/judging/published.ts';
import type { Alert } from '../../domain/mail/alert.ts';
import type { Digest } from '../../domain/mail/digest.ts';
import type { OfLead, PeriodStanding } from '../../domain/mail/period-standing.ts';
import type { RegisterNews } from '../../domain/mail/registers.ts';
import type { Pending } from '../../domain/mail/reminder.ts';
import type { Request } from '../../domain/mail/requests.ts';
import type { Settled } from '../../domain/mail/settled.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { sayJudgement } from '../judging/verdict.ts';
import { sayPoints } from '../scores/score.ts';
import { atMost, bare, type Line, plain, rowsOf, shortDay, strong, upper, within } from './mail-lines.ts';
import { roleName, sayLate, sayTitles } from './reminder-mail.ts';

const NO_PROPOSAL = 'Chưa có đề xuất; đề nghị đồng chí yêu cầu đơn vị chủ trì báo cáo.';

/** «02 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn»: numbers first, a phone shows about forty characters. */
export function sayTally(digest: Digest): string {
  return digest.isCalm ? sayCalm(digest) : shortTally(digest);
}

function sayCalm({ unchanged, muted, standing, asOf }: Digest): string {
  if (unchanged.count > 0) return `Không có gì mới, ${sayCount(unchanged.count)} nội dung chưa thay đổi`;
  const isOwed = standing.some(({ owed, entryDueOn }) => owed.length > 0 && entryDueOn !== null && entryDueOn < asOf);
  return muted > 0 || isOwed ? 'Không có gì mới' : 'Mọi việc bình thường';
}

function tally(digest: Digest, near: string): string {
  return [...freshCounts(digest.fresh, near), ...otherCounts(digest)].join(', ');
}

/** In a subject there is no room for the names of plans: that of the year first, the others as «kế hoạch khác». */
function shortTally(digest: Digest): string {
  const { plans, fresh } = digest;
  if (plans.length < 2) return tally(digest, '');
  const told = plans.flatMap(({ keys }, at) => {
    const own = freshCounts(
      fresh.filter(({ key }) => keys.includes(key)),
      '',
    );
    return own.length === 0 ? [] : [`${at === 0 ? '' : 'kế hoạch khác '}${own.join(', ')}`];
  });
  return [...(told.length === 0 ? [] : [told.join('; ')]), ...otherCounts(digest)].join(', ');
}

/** In the text of a mail of two plans those of each by itself. */
function tallyByPlan(digest: Digest): string {
  const { plans, fresh } = digest;
  if (plans.length < 2) return tally(digest, nearTally(fresh));
  const told = plans.flatMap(({ title, keys }) => {
    const own = fresh.filter(({ key }) => keys.includes(key));
    return own.length === 0 ? [] : [`${freshCounts(own, nearTally(own)).join(', ')} (${title})`];
  });
  return [...told, ...otherCounts(digest)].join(', ');
}

function freshCounts(fresh: readonly Alert[], near: string): string[] {
  const indicators = fresh.filter(({ about }) => about.kind === 'indicator').length;
  return counted([
    [indicators, `chỉ tiêu chưa đạt${near}`],
    [fresh.length - indicators, 'nhiệm vụ quá hạn'],
  ]);
}

function otherCounts({ fresh, newRequests, late }: Digest): string[] {
  const [notEntered, dragging] = lateRows({ fresh, late });
  return counted([
    [newRequests, 'việc xin ý kiến'],
    [dragging.length, 'nhiệm vụ quá hạn kéo dài'],
    [notEntered.length, 'nội dung đã qua hạn nhập'],
  ]);
}

const counted = (parts: readonly (readonly [count: number, what: string])[]): string[] =>
  parts.flatMap(([count, what]) => (count > 0 ? [`${sayCount(count)} ${what}`] : []));

/** What is late for long: rows not entered, and tasks that an earlier mail told of. */
function lateRows({ fresh, late }: Pick<Digest, 'fresh' | 'late'>): readonly [Pending[], Pending[]] {
  const numbered = new Set(fresh.map(({ about }) => (about.kind === 'task' ? about.task.id : '')));
  return [late.filter(({ why }) => why !== 'overdue'), late.filter(({ why, id }) => why === 'overdue' && !numbered.has(id))];
}

/** Whom the mail addresses; `asks`: who is asked instead, '' = the reader. */
export type Reader = { readonly role: string; readonly asks: string };

/**
 * The chairman's part, as it is read on a phone: one sentence, what he is asked, how many rows of whom, and only then each new matter with its
 * figures, lead and cause. At most `most` are told in full.
 */
export function digestLines(digest: Digest, { role, asks }: Reader, most: number): Line[] {
  const told = digest.fresh.slice(0, most);
  const perhaps = new Set(digest.perhapsTold);
  const items = told.map((alert): Line => {
    const line = alertLine(alert, { before: '• ', main: digest.period });
    return perhaps.has(alert.key) ? [...line, plain(' (có thể đã báo)')] : line;
  });
  const rest = digest.fresh.slice(most);
  return [
    [plain(greeting(digest, role))],
    ...requestLines(digest, asks, most),
    ...standingLines(digest),
    ...registerLines(digest.registers),
    ...items,
    ...(rest.length === 0 ? [] : [[plain(`Còn ${sayCount(rest.length)} nội dung khác: ${sayTitles(rest.map(titleOf))}.`)]]),
    ...draggingLines(digest),
    ...(digest.unchanged.count > 0 ? [[plain(unchangedLine(digest))]] : []),
    ...settledLines(digest.settled),
    ...publishedLines(digest.published),
  ];
}

function greeting(digest: Digest, role: string): string {
  const to = `Kính gửi đồng chí${role === '' ? '' : ` ${role}`}:`;
  const { previousMailOn, period, asOf, isCalm } = digest;
  const day = sayDay(asOf);
  if (isCalm) return `${to} tính đến ngày ${day}, ${within(sayCalm(digest))}.`;
  const news = `${tallyByPlan(digest)}.`;
  return previousMailOn === null
    ? `${to} kỳ ${bare(period)}, tính đến ngày ${day}, có ${news}`
    : `${to} tính đến ngày ${day}, so với thư ngày ${shortDay(previousMailOn)}, có thêm ${news}`;
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

/** What a request and the name of its matter take of a phone's screen at the most; the whole of both stands with the matter. */
const MOST_ASKED = 140;
const MOST_TITLE = 60;

/** «Xin ý kiến đồng chí n việc», from `Đề xuất, kiến nghị`: one request a line, under the number by which he answers. */
function requestLines({ requests, fresh, answerBy }: Digest, asks: string, most: number): Line[] {
  if (requests.length === 0) return fresh.length === 0 || asks !== '' ? [] : [[plain(NO_PROPOSAL)]];
  const said = requests.slice(0, most);
  const rest = requests.length - said.length;
  const numbers = said.map(({ number }) => number);
  const example = numbers.length > 2 ? `${numbers[0]}, ${numbers[2]}` : numbers.join(', ');
  return [
    rowsOf(
      asks === ''
        ? [strong(`Xin ý kiến đồng chí ${sayCount(requests.length)} việc.`), plain(` Trả lời thư này: «Đồng ý ${example}».`)]
        : [strong(`Đang xin ý kiến đồng chí ${bare(asks)} ${sayCount(requests.length)} việc.`)],
      [
        ...said.map((request) => requestLine(request, answerBy)),
        ...(rest > 0 ? [[plain(`… và ${sayCount(rest)} việc khác.`)]] : []),
      ],
    ),
  ];
}

function requestLine({ number, alert, askedOn }: Request, answerBy: Day | null): Line {
  const until = answerBy === null ? '' : `, trả lời đến ngày ${shortDay(answerBy)}`;
  const since = askedOn === null ? '' : `, đã xin ngày ${shortDay(askedOn)}`;
  return [
    strong(`${number}.`),
    plain(
      ` ${upper(atMost(bare(titleOf(alert)), MOST_TITLE))}: ${within(atMost(bare(alert.proposal), MOST_ASKED))}. ${leadOf(alert.about)}${until}${since}.`,
    ),
  ];
}

/** How each open period stands, in counts of departments: who reads no further knows whom to ask. */
function standingLines({ standing, carried, muted }: Digest): Line[] {
  const also = [
    ...(carried > 0 ? [`Từ kỳ trước, chưa giải quyết: ${sayCount(carried)} nội dung.`] : []),
    ...(muted > 0 ? [`Đang tạm không nhắc: ${sayCount(muted)} nội dung.`] : []),
  ].join(' ');
  return [...standing.map(periodLine), ...(also === '' ? [] : [[plain(also)]])];
}

function periodLine({ period, asOf, notMet, near, overdue, owed, entryDueOn }: PeriodStanding): Line {
  const nearly = near === 0 ? '' : `, trong đó ${sayCount(near)} gần đạt`;
  const until = entryDueOn === null ? '' : `, hạn nhập ${shortDay(entryDueOn)}`;
  const rows = [
    ...countRow('Chưa đạt', notMet, `chỉ tiêu${nearly}`),
    ...countRow('Quá hạn', overdue, 'nhiệm vụ'),
    ...countRow('Chưa nhập', owed, `nội dung${until}`),
  ];
  const good: Line[] = rows.length === 0 ? [[plain('Không có nội dung chưa đạt, quá hạn hay chưa nhập.')]] : rows;
  return rowsOf([strong(`Kỳ ${bare(period)}, tính đến ngày ${sayDay(asOf)}:`)], good);
}

/** What may still be earned of the index, by whom and by when; which survey lacks forms. */
function registerLines(registers: RegisterNews | undefined): Line[] {
  const { scores = null, surveys = [] } = registers ?? {};
  const until = scores?.next == null ? '' : `, hạn gần nhất ${shortDay(scores.next)}`;
  return [
    ...(scores === null
      ? []
      : countRow(
          `Tự chấm điểm năm ${scores.year}, còn lấy lại được ${sayPoints(scores.lost)} điểm ở`,
          scores.leads,
          `tiêu chí${until}`,
        )),
    ...surveys.map(
      ({ title, forms, minimum, until: day }): Line => [
        strong(`Khảo sát chưa đủ phiếu, ${forms}/${minimum}:`),
        plain(` ${atMost(bare(title), MOST_TITLE)}, đến ngày ${shortDay(day)}.`),
      ],
    ),
  ];
}

const MOST_LEADS = 4;

/** «Chưa nhập 24 nội dung: Tư pháp – Hộ tịch 14, Địa chính 10.» */
function countRow(head: string, leads: readonly OfLead[], what: string): Line[] {
  if (leads.length === 0) return [];
  const sum = (counted: readonly OfLead[]): number => counted.reduce((total, { count }) => total + count, 0);
  const named = leads.slice(0, MOST_LEADS).map(({ lead, count }) => `${roleName(lead)} ${sayCount(count)}`);
  const others = sum(leads.slice(MOST_LEADS));
  const whom = [...named, ...(others > 0 ? [`đơn vị khác ${sayCount(others)}`] : [])].join(', ');
  return [[strong(`${head} ${sayCount(sum(leads))} ${what}:`), plain(` ${whom}.`)]];
}

/** One alert on one line, for a list on a page: what it is, its figures, its lead and cause; `main`: the period that needs no name, '' = none needs one. */
export function sayAlert(alert: Alert, main = ''): string {
  return alertLine(alert, { before: '', main })
    .map(({ text }) => text)
    .join('');
}

type Telling = { readonly before: string; readonly main: string };

function alertLine(alert: Alert, { before, main }: Telling): Line {
  const { about, cause, proposal, directive } = alert;
  const why = cause.trim() === '' ? 'Chưa nêu nguyên nhân.' : `Nguyên nhân: ${within(cause)}.`;
  // In the mail the request above is cut where it is long.
  const whole = before !== '' && bare(proposal).length > MOST_ASKED ? ` Đề xuất: ${within(proposal)}.` : '';
  const said = directive.trim() === '' ? '' : ` Ý kiến chỉ đạo: ${within(directive)}.`;
  return [
    strong(`${before}${headOf(about)}:`),
    plain(` ${bodyOf(about)}${sayOfPeriod(about, main)}. Chủ trì: ${leadOf(about)}. ${why}${whole}${said}`),
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

/** The mail names the `Mã` after the title, because a link would break when the sheet is sorted. */
function bodyOf(about: Alert['about']): string {
  if (about.kind === 'task') {
    const { task, standing } = about;
    return `${bare(task.title)} (${task.id}), hạn ${standing.lastDay === null ? '' : sayDay(standing.lastDay)}`;
  }
  const { indicator, judgement } = about;
  return `${bare(indicator.title)} (${indicator.id}): ${bare(sayJudgement(judgement, indicator))}`;
}

/** What stayed late after everybody was reminded: told once, then it is the leads' again. */
function draggingLines(digest: Digest): Line[] {
  const [, dragging] = lateRows(digest);
  return dragging.map(
    ({ title, id, lead, workdays }): Line => [
      strong(`• ${sayLate(workdays)}, vẫn chưa hoàn thành:`),
      plain(` ${bare(title)} (${id}). Chủ trì: ${roleName(lead)}.`),
    ],
  );
}

function unchangedLine({ unchanged }: Digest): string {
  return `Đã báo, chưa thay đổi ${sayCount(unchanged.count)} nội dung, lâu nhất ${sayCount(unchanged.longestDays)} ngày: ${sayTitles(unchanged.titles)}.`;
}

/** What an earlier mail told and stands no more: done, or no longer followed, each with how. */
function settledLines(settled: readonly Settled[]): Line[] {
  const isDone = ({ how }: Settled): boolean => how === 'met' || how === 'done';
  const lines = (head: string, of: readonly Settled[]): Line[] =>
    of.length === 0
      ? []
      : [[strong(`${head}:`), plain(` ${of.map((one) => `${bare(one.title)} (${one.id}), ${saySettled(one)}`).join('; ')}.`)]];
  return [
    ...lines('Đã xong', settled.filter(isDone)),
    ...lines(
      'Thôi theo dõi',
      settled.filter((one) => !isDone(one)),
    ),
  ];
}

function saySettled(settled: Settled): string {
  switch (settled.how) {
    case 'met':
      return `${bare(sayJudgement(settled.judgement, settled.indicator))}, kỳ ${bare(settled.judgement.period)}`;
    case 'done':
      return settled.on === null ? 'đã hoàn thành' : `đã hoàn thành ngày ${sayDay(settled.on)}`;
    case 'moved':
      return `chuyển sang kỳ ${bare(settled.period)}`;
    case 'postponed':
      return `thời hạn mới ${sayDay(settled.to)}`;
    default:
      return OVER[settled.how];
  }
}

const OVER: Readonly<Record<Exclude<Settled['how'], 'met' | 'done' | 'moved' | 'postponed'>, string>> = {
  suspended: 'tạm dừng',
  'not-applicable': 'không áp dụng',
  'nothing-arose': 'không phát sinh',
  'no-figure': 'chưa có số liệu để đánh giá lại',
  dropped: 'không còn trong Kế hoạch hoặc thời hạn chưa được xác nhận',
};

/** Ranks and grades that came out after their year: good news too. */
function publishedLines(published: readonly Published[]): Line[] {
  const said = published.map(({ indicator, judgement, period }) => {
    return `${bare(indicator.title)} (${indicator.id}), kỳ ${bare(period.name)}: ${bare(sayJudgement(judgement, indicator))}`;
  });
  return said.length === 0 ? [] : [[strong('Kết quả mới công bố:'), plain(` ${said.join('; ')}.`)]];
}

function titleOf({ about }: Alert): string {
  return about.kind === 'indicator' ? about.indicator.title : about.task.title;
}

function leadOf(about: Alert['about']): string {
  return roleName(about.kind === 'indicator' ? about.indicator.lead : about.task.lead);
}
