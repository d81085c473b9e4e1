import { addDays } from '../../domain/core/day.ts';
import type { ClerkNews, OwedOfRole, OwnRows } from '../../domain/mail/letter.ts';
import type { LedgerMail } from '../../domain/mail/mail-history.ts';
import type { Pending } from '../../domain/mail/reminder.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { sayPoints } from '../scores/score.ts';
import { bare, type Line, plain, rowsOf, shortDay, strong } from './mail-lines.ts';

const MOST_IDS = 40;
const MOST_TITLES = 5;

/** «T1, T2, N3»; a long list ends in how many more there are. */
export function sayIds(ids: readonly string[]): string {
  const more = ids.length - MOST_IDS;
  return more <= 0 ? ids.join(', ') : `${ids.slice(0, MOST_IDS).join(', ')} và ${sayCount(more)} mã khác`;
}

/** The names of a few rows, then how many more there are. */
export function sayTitles(all: readonly string[]): string {
  const titles = [...new Set(all)];
  const more = titles.length - MOST_TITLES;
  const named = titles.slice(0, MOST_TITLES).map(bare).join('; ');
  return more <= 0 ? named : `${named} và ${sayCount(more)} nội dung khác`;
}

/** «Quá hạn 02 ngày làm việc»; late by a weekend only, there is no working day to count. */
export function sayLate(workdays: number): string {
  return workdays <= 0 ? 'Quá hạn' : `Quá hạn ${sayCount(workdays)} ngày làm việc`;
}

/** «Tư pháp – Hộ tịch 02 nội dung: T1, N3», role by role. */
export function byRole(rows: readonly Pick<Pending, 'id' | 'lead'>[]): string[] {
  const roles = new Map<string, string[]>();
  for (const { id, lead } of rows) {
    const ids = roles.get(lead);
    if (ids === undefined) roles.set(lead, [id]);
    else ids.push(id);
  }
  return [...roles].map(([role, ids]) => sayOwed({ role, ids }));
}

export function roleName(role: string): string {
  return role.trim() === '' ? 'chưa phân công' : bare(role);
}

/** A role often ends in a bracket of its own, so the `Mã` stand in none. */
function sayOwed({ role, ids }: OwedOfRole): string {
  return `${roleName(role)} ${sayCount(ids.length)} nội dung: ${sayIds(ids)}`;
}

const isLate = ({ why }: Pending): boolean => why === 'overdue' || why === 'entry-late';

/** «01 nhiệm vụ quá hạn, 02 nội dung cần cập nhật trước ngày 13/6»; what is only not entered is never called overdue. */
export function sayOwnTally({ fresh: rows, supporting, watching }: OwnRows): string {
  const fresh = rows.filter(({ id }) => !supporting.includes(id) && !watching.includes(id));
  const watched = rows.filter(({ id }) => watching.includes(id)).length;
  const [overdue, owed] = [fresh.filter(({ why }) => why === 'overdue'), fresh.filter(({ why }) => why === 'entry-late')];
  const near = fresh.filter((row) => !isLate(row));
  const [soonest, ...later] = [...new Set(near.map(({ day }) => day))].sort();
  const until =
    soonest === undefined ? '' : `${later.length === 0 ? '' : ', sớm nhất'} trước ngày ${shortDay(addDays(soonest, 1))}`;
  const parts = [
    [overdue.length, 'nhiệm vụ quá hạn'],
    [owed.length, 'nội dung chưa nhập'],
    [near.length, `nội dung cần cập nhật${until}`],
    [rows.length - fresh.length - watched, 'việc phối hợp'],
    [watched, 'việc theo dõi, đôn đốc'],
  ] as const;
  return parts.flatMap(([count, what]) => (count > 0 ? [`${sayCount(count)} ${what}`] : [])).join(', ');
}

const HOW_TO_ENTER =
  'Đề nghị đồng chí nhập vào dòng có mã tương ứng trong bảng theo dõi CCHC; có vướng mắc thì ghi nguyên nhân, đề xuất vào cùng dòng.';
/** To who supports or watches: the row is the lead's to fill. */
const HOW_TO_HELP = 'Việc phối hợp, theo dõi do đơn vị chủ trì nhập; có vướng mắc đề nghị đồng chí trao đổi với đơn vị chủ trì.';

/** The part of a lead: each row with its deadline; at most `most` of them in full. */
export function ownLines({ fresh, before, perhapsTold, supporting, watching }: OwnRows, most: number): Line[] {
  const [supported, watched] = [new Set(supporting), new Set(watching)];
  const items = fresh.slice(0, most).map((row, index): Line => {
    const perhaps = perhapsTold.includes(row.id) ? ' (có thể đã báo)' : '';
    const part = supported.has(row.id) ? 'Phối hợp' : watched.has(row.id) ? 'Theo dõi, đôn đốc' : '';
    const whose = part === '' ? '' : ` ${part}; chủ trì: ${roleName(row.lead)}.`;
    return [
      strong(`${index + 1}. ${headOf(row)}:`),
      plain(` ${bare(row.title)} (${row.id}), ${deadlineOf(row)}${lackOf(row)}.${whose}${perhaps}`),
    ];
  });
  const rest = fresh.slice(most);
  const isOwn = ({ id }: Pending): boolean => !supported.has(id) && !watched.has(id);
  return [
    ...items,
    ...(rest.length === 0
      ? []
      : [[plain(`Còn ${sayCount(rest.length)} nội dung khác: ${sayTitles(rest.map(({ title }) => title))}.`)]]),
    ...(before.length === 0 || fresh.length === 0
      ? []
      : [[plain(`Đã nhắc, chưa cập nhật ${sayCount(before.length)} nội dung: ${sayTitles(before.map(({ title }) => title))}.`)]]),
    ...(fresh.some(isOwn) ? [[plain(HOW_TO_ENTER)]] : []),
    ...(fresh.every(isOwn) ? [] : [[plain(HOW_TO_HELP)]]),
  ];
}

function headOf({ why, workdays }: Pending): string {
  switch (why) {
    case 'overdue':
      return sayLate(workdays);
    case 'entry-late':
      return 'Chưa nhập';
    case 'due-soon':
      return 'Sắp đến hạn';
    case 'returned':
      return 'Trả lại để sửa';
    default:
      return 'Chưa nhập';
  }
}

function deadlineOf({ why, day, workdays, owed, returned }: Pending): string {
  if (why === 'returned') return `lý do: ${returned ?? ''}`;
  const entry = why === 'entry-late' || why === 'entry-due';
  const passed = workdays > 0 ? `, đã qua ${sayCount(workdays)} ngày làm việc` : ', đã qua';
  const left = why === 'overdue' ? '' : why === 'entry-late' ? passed : `, ${sayLeft(workdays)}`;
  const missing = owed && !entry ? '; kỳ này chưa nhập' : '';
  return `${entry ? 'hạn nhập' : 'hạn'} ${sayDay(day)}${left}${missing}`;
}

/** «; tiêu chí tự chấm điểm, còn 1,5 điểm chưa đạt», «; mới có 30/50 phiếu». */
function lackOf({ lacks }: Pending): string {
  if (lacks === undefined) return '';
  return 'points' in lacks
    ? `; tiêu chí tự chấm điểm, còn ${sayPoints(lacks.points)} điểm chưa đạt`
    : `; mới có ${lacks.forms}/${lacks.minimum} phiếu`;
}

function sayLeft(workdays: number): string {
  return workdays === 0 ? 'là hạn chót' : `còn ${sayCount(workdays)} ngày làm việc`;
}

/** What a subject says of the clerk's part, the part that matters most first. */
export function sayClerkTally({ owed, late, unaddressed, inDoubt, failed }: ClerkNews): string {
  if (owed !== null) return `${sayCount(countOf(owed.roles))} nội dung chưa nhập của ${sayCount(owed.roles.length)} chức danh`;
  if (late.length > 0) return `${sayUrged(late)} cần đôn đốc`;
  if (unaddressed.length > 0) return `${sayCount(unaddressed.length)} nội dung chưa nhắc được`;
  if (inDoubt.length > 0) return `${sayCount(inDoubt.length)} thư chưa rõ đã gửi hay chưa`;
  return failed.length > 0 ? `${sayCount(failed.length)} thư không gửi được` : 'lượt chạy hằng ngày chưa xong';
}

/** «02 nhiệm vụ quá hạn, 04 nội dung chưa nhập». */
function sayUrged(late: readonly Pending[]): string {
  const overdue = late.filter(({ why }) => why === 'overdue').length;
  const owed = late.length - overdue;
  const parts = [
    ...(overdue > 0 ? [`${sayCount(overdue)} nhiệm vụ quá hạn`] : []),
    ...(owed > 0 ? [`${sayCount(owed)} nội dung chưa nhập`] : []),
  ];
  return parts.join(', ');
}

const countOf = (roles: readonly OwedOfRole[]): number => roles.reduce((sum, { ids }) => sum + ids.length, 0);

/** The clerk's part: who has not entered what, what stays late, which mails and steps went wrong. */
export function clerkLines(news: ClerkNews, most: number): Line[] {
  const { owed, unaddressed, inDoubt, failed, troubles } = news;
  const sentences = [
    ...(inDoubt.length === 0 ? [] : [doubtSentence(inDoubt)]),
    ...(failed.length === 0 ? [] : [failureSentence(failed)]),
  ];
  return [
    ...(owed === null ? [] : owedLines(owed)),
    ...lateLines(news, most),
    ...(unaddressed.length === 0 ? [] : [unaddressedLine(unaddressed)]),
    ...sentences.map((sentence): Line => [plain(sentence)]),
    ...troubles.map((trouble): Line => [strong('Lượt chạy hằng ngày chưa xong:'), plain(` ${trouble}`)]),
  ];
}

function owedLines({ roles, dueOn }: NonNullable<ClerkNews['owed']>): Line[] {
  const all = ` ${sayCount(countOf(roles))} nội dung của ${sayCount(roles.length)} chức danh.`;
  return [
    rowsOf(
      [strong(`Chưa nhập, hạn ${sayDay(dueOn)}:`), plain(all)],
      roles.map((owed): Line => [plain(`• ${sayOwed(owed)}.`)]),
    ),
  ];
}

/** Late work one by one; rows not entered role by role, unless the list above names them. */
function lateLines({ owed, late }: ClerkNews, most: number): Line[] {
  const work = late.filter(({ why }) => why === 'overdue');
  const entries = owed === null ? late.filter(({ why }) => why !== 'overdue') : [];
  const rest = work.slice(most).map(({ title }) => title);
  return [
    ...work.slice(0, most).map(lateLine),
    ...(rest.length === 0 ? [] : [[plain(`Còn ${sayCount(rest.length)} nhiệm vụ quá hạn khác: ${sayTitles(rest)}.`)]]),
    ...(entries.length === 0 ? [] : [[strong('Đã qua hạn nhập, cần đôn đốc:'), plain(` ${byRole(entries).join('; ')}.`)]]),
  ];
}

function doubtSentence(mails: readonly LedgerMail[]): string {
  return `Có ${sayCount(mails.length)} thư chưa rõ đã gửi hay chưa (${mails.map(sayMail).join('; ')}). Đề nghị hỏi lại người nhận.`;
}

function failureSentence(mails: readonly LedgerMail[]): string {
  const which = mails.map(sayMail).join('; ');
  return `Có ${sayCount(mails.length)} thư không gửi được (${which}). Đề nghị kiểm tra Thư điện tử ở trang Phân công và máy chủ thư.`;
}

function lateLine(row: Pending): Line {
  return [
    strong(`${headOf(row)}:`),
    plain(` ${bare(row.title)} (${row.id}), ${deadlineOf(row)}. Chủ trì: ${roleName(row.lead)}.`),
  ];
}

function unaddressedLine(rows: readonly Pending[]): Line {
  return [
    strong('Chưa có địa chỉ thư để nhắc:'),
    plain(` ${byRole(rows).join('; ')}. Đề nghị ghi Thư điện tử ở trang Phân công hoặc nhắc trực tiếp.`),
  ];
}

function sayMail({ recipient, day }: LedgerMail): string {
  return `gửi ${recipient} ngày ${shortDay(day)}`;
}
