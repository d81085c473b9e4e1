import { type Day, dateOf, monthOf } from '../domain/day.ts';
import type { Digest } from '../domain/digest.ts';
import type { Matter } from '../domain/matter.ts';
import { sayDay } from './day.ts';
import { sayCount } from './number.ts';
import { sayJudgement } from './verdict.ts';

/** What surrounds the digest: whom it addresses, and what must be said beside the figures. */
export type MailFrame = {
  /** `Chủ tịch UBND xã`, as in `Thông tin chung`. */
  readonly recipientRole: string;
  /** The workbook holds invented figures: the subject and the first line say so. */
  readonly sample: boolean;
  /** Days of earlier mails of which nobody knows whether they arrived. */
  readonly doubtfulDays: readonly Day[];
};

export type SaidMail = { readonly subject: string; readonly text: string; readonly html: string };

/** A stretch of plain text; `strong` prints bold where there is bold. */
type Run = { readonly text: string; readonly strong: boolean };
type Line = readonly Run[];

const plain = (text: string): Run => ({ text, strong: false });
const strong = (text: string): Run => ({ text, strong: true });

const SAMPLE_WORDS = 'SỐ LIỆU MINH HỌA';
const FOOTER = 'Thư tự động từ bảng theo dõi CCHC, không phải văn bản hành chính. Trả lời thư này sẽ đến thường trực CCHC.';
const NO_PROPOSAL = 'Chưa có đề xuất; đề nghị đồng chí yêu cầu đơn vị chủ trì báo cáo.';

/** The chairman's mail: numbers first, each matter with its figures, lead and cause; plain text and HTML say the same. */
export function sayMail(digest: Digest, frame: MailFrame): SaidMail {
  const lines = linesOf(digest, frame);
  return { subject: subjectOf(digest, frame), text: asText(lines), html: asHtml(lines) };
}

/** «16/9»: day and month, as a phone has little room. */
function shortDay(day: Day): string {
  return `${dateOf(day)}/${monthOf(day)}`;
}

function tally(matters: readonly Matter[]): string {
  const indicators = matters.filter(({ about }) => about.kind === 'indicator').length;
  const tasks = matters.length - indicators;
  const parts = [];
  if (indicators > 0) parts.push(`${sayCount(indicators)} chỉ tiêu chưa đạt`);
  if (tasks > 0) parts.push(`${sayCount(tasks)} nhiệm vụ quá hạn`);
  return parts.join(', ');
}

function subjectOf({ fresh, asOf }: Digest, { sample }: MailFrame): string {
  return `${sample ? `${SAMPLE_WORDS}: ` : ''}${tally(fresh)} – CCHC ${shortDay(asOf)}`;
}

function linesOf(digest: Digest, frame: MailFrame): Line[] {
  const lines: Line[] = [];
  if (frame.sample) lines.push([strong(`${SAMPLE_WORDS}: các số liệu dưới đây không phải số liệu thật.`)]);
  lines.push([plain(greeting(digest, frame))]);
  if (frame.doubtfulDays.length > 0) lines.push([plain(doubtLine(frame.doubtfulDays))]);
  lines.push(requestLine(digest.fresh));
  const perhaps = new Set(digest.perhapsTold);
  digest.fresh.forEach((matter, index) => {
    const line = matterLine(matter, `${index + 1}. `);
    lines.push(perhaps.has(matter.key) ? [...line, plain(' (có thể đã báo)')] : line);
  });
  if (digest.unchanged.count > 0) lines.push([plain(unchangedLine(digest))]);
  if (digest.resolved.length > 0) lines.push([plain(`Đã khắc phục: ${resolvedNames(digest)}.`)]);
  lines.push([plain(FOOTER)]);
  return lines;
}

function greeting({ fresh, previousMailOn, period, asOf }: Digest, { recipientRole }: MailFrame): string {
  const since =
    previousMailOn === null
      ? `kỳ ${period}, tính đến ngày ${sayDay(asOf)}, có`
      : `so với thư ngày ${shortDay(previousMailOn)}, có thêm`;
  return `Kính gửi đồng chí${recipientRole === '' ? '' : ` ${recipientRole}`}: ${since} ${tally(fresh)}${nearTally(fresh)}.`;
}

/** Near still counts as not met, and the count says so. */
function nearTally(matters: readonly Matter[]): string {
  const near = matters.filter(({ about }) => about.kind === 'indicator' && about.judgement.verdict === 'nearly-met').length;
  return near === 0 ? '' : ` (trong đó ${sayCount(near)} chỉ tiêu gần đạt)`;
}

function doubtLine(days: readonly Day[]): string {
  return `Thư ngày ${days.map(shortDay).join(', ')} chưa rõ đã đến đồng chí hay chưa; nội dung có thể đã báo được ghi rõ dưới đây.`;
}

/** «Xin ý kiến đồng chí n việc», from `Đề xuất, kiến nghị`; each names the numbered item it belongs to. */
function requestLine(fresh: readonly Matter[]): Line {
  const asked = fresh.flatMap(({ proposal, about }, index) =>
    proposal.trim() === '' ? [] : [`${within(proposal)} (${leadOf(about)} đề xuất, mục ${index + 1})`],
  );
  if (asked.length === 0) return [plain(NO_PROPOSAL)];
  return [strong(`Xin ý kiến đồng chí ${sayCount(asked.length)} việc:`), plain(` ${asked.join('; ')}.`)];
}

/** One matter on one line, for a list on a page: what it is, its figures, its lead and cause. */
export function sayMatter(matter: Matter): string {
  return matterLine(matter, '')
    .map(({ text }) => text)
    .join('');
}

function matterLine(matter: Matter, number: string): Line {
  const { about, cause } = matter;
  const why = cause.trim() === '' ? 'Chưa nêu nguyên nhân.' : `Nguyên nhân: ${within(cause)}.`;
  return [strong(`${number}${headOf(about)}:`), plain(` ${bodyOf(about)}. Chủ trì: ${leadOf(about)}. ${why}`)];
}

/** Near is still not met, and is said to be near. */
function headOf(about: Matter['about']): string {
  if (about.kind === 'indicator') return about.judgement.verdict === 'nearly-met' ? 'Chưa đạt (gần đạt)' : 'Chưa đạt';
  const { workingDaysLeft } = about.standing;
  // Late by a weekend only: no working day to count.
  return workingDaysLeft === null || workingDaysLeft >= 0 ? 'Quá hạn' : `Quá hạn ${sayCount(-workingDaysLeft)} ngày làm việc`;
}

/** The mail names the `Mã`, because a link would break when the sheet is sorted (design §7). */
function bodyOf(about: Matter['about']): string {
  if (about.kind === 'task') {
    const { task, standing } = about;
    return `${bare(task.title)} (${task.id}), hạn ${standing.lastDay === null ? '' : sayDay(standing.lastDay)}`;
  }
  const { indicator, judgement } = about;
  return `${bare(indicator.title)} (${indicator.id}): ${bare(sayJudgement(judgement, indicator))}`;
}

function unchangedLine({ unchanged }: Digest): string {
  return `Chưa thay đổi: ${sayCount(unchanged.count)} nội dung (lâu nhất ${sayCount(unchanged.longestDays)} ngày).`;
}

/** The `Mã` of what is right again: a matter's key starts with it. */
function resolvedNames({ resolved }: Digest): string {
  return resolved.map((key) => key.split('|')[0] ?? key).join(', ');
}

function leadOf(about: Matter['about']): string {
  const lead = about.kind === 'indicator' ? about.indicator.lead : about.task.lead;
  return lead.trim() === '' ? 'chưa phân công' : lead;
}

/** One line, without the full stop that the sentence around it brings. */
function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,]+$/u, '');
}

/** The same inside a sentence: a small first letter, unless a name or an abbreviation starts there. */
function within(text: string): string {
  const said = bare(text);
  const [first = '', second = ''] = said.split(' ');
  const isName = /^.\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second);
  return isName ? said : said.charAt(0).toLocaleLowerCase('vi') + said.slice(1);
}

function asText(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n\n');
}

function asHtml(lines: readonly Line[]): string {
  const said = lines.map((line) => `<p>${line.map(runHtml).join('')}</p>`).join('\n');
  return `<div lang="vi" style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:640px">\n${said}\n</div>`;
}

function runHtml({ text, strong: bold }: Run): string {
  return bold ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
}

/** The one escaper of mail: what came from a cell can only be text. */
function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}
