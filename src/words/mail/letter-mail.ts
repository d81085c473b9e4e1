import type { Day } from '../../domain/core/day.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import { digestLines, doubtLine, sayTally } from './mail.ts';
import { asHtml, asText, bare, type Line, linkTo, plain, type SaidMail, shortDay, strong } from './mail-lines.ts';
import { clerkLines, ownLines, sayClerkTally, sayOwnTally, sayTitles } from './reminder-mail.ts';

/** What surrounds a letter: the day, whom it addresses as chairman, and what must be said beside the figures. */
export type MailFrame = {
  readonly asOf: Day;
  readonly period: string;
  /** `Chủ tịch UBND xã`, as in `Thông tin chung`. */
  readonly chairmanRole: string;
  /** The workbook holds invented figures: the subject and the first line say so. */
  readonly sample: boolean;
  /** The address of the workbook, as its host gives it: a link of Google, or a file; '' = not known. */
  readonly place: string;
  /** Days of earlier mails to this person of which nobody knows whether they arrived. */
  readonly doubtfulDays: readonly Day[];
};

const SAMPLE_WORDS = 'SỐ LIỆU MINH HỌA';
const FOOTER = 'Thư tự động từ bảng theo dõi CCHC, không phải văn bản hành chính.';
const TO_CLERK = 'Trả lời thư này sẽ đến thường trực CCHC.';

/** Told in full at the most; the rest is named by its `Mã`. */
const MOST_ITEMS = 40;
/** A little less than the 200 kB that a consumer account may send (docs/platform.md#quotas-and-limits). */
const MOST_BYTES = 180_000;

/** The one mail of a person: the chairman's alerts first, then what the clerk must know, then the person's own rows. */
export function sayLetter(letter: Letter, frame: MailFrame): SaidMail {
  return within(letter, frame, MOST_ITEMS);
}

function within(letter: Letter, frame: MailFrame, most: number): SaidMail {
  const lines = linesOf(letter, frame, most);
  const html = asHtml(lines);
  if (most > 1 && bytesOf(html) > MOST_BYTES) return within(letter, frame, Math.floor(most / 2));
  return { subject: subjectOf(letter, frame), text: asText(lines), html };
}

function subjectOf({ digest, clerk, own }: Letter, { sample, asOf }: MailFrame): string {
  return `${sample ? `${SAMPLE_WORDS}: ` : ''}${subject()}`;

  function subject(): string {
    if (digest !== null) return `${sayTally(digest)} – CCHC ${shortDay(asOf)}`;
    if (clerk !== null) return `Theo dõi CCHC ${shortDay(asOf)}: ${sayClerkTally(clerk)}`;
    return own === null ? '' : `Nhắc việc CCHC: ${sayOwnTally(own)}`;
  }
}

function linesOf(letter: Letter, frame: MailFrame, most: number): Line[] {
  const { person, digest, clerk, own } = letter;
  const { chairmanRole } = frame;
  const reader = person.isChairman
    ? { role: chairmanRole, asks: '' }
    : { role: person.roles.map(bare).join('; '), asks: chairmanRole };
  const parts = [
    digest === null ? null : digestLines(digest, reader, most),
    clerk === null ? null : [...greetingUnless(digest !== null, letter, frame), ...clerkLines(clerk, most)],
    own === null ? null : [ownGreeting(letter, frame), ...ownLines(own, most)],
  ];
  const [first = [], ...others] = parts.filter((part) => part !== null);
  const [greeting, ...rest] = first;
  return [
    ...(frame.sample ? [[strong(`${SAMPLE_WORDS}: các số liệu dưới đây không phải số liệu thật.`)]] : []),
    ...(greeting === undefined ? [] : [greeting]),
    ...(frame.doubtfulDays.length === 0 ? [] : [[plain(doubtLine(frame.doubtfulDays))]]),
    ...rest,
    ...others.flat(),
    ...placeLines(frame.place),
    [plain(person.isClerk ? FOOTER : `${FOOTER} ${TO_CLERK}`)],
  ];
}

/** Where the rows stand: a link to touch, or the name of the file and of its folder, which is all that helps on another machine. */
function placeLines(place: string): Line[] {
  if (place.startsWith('https://')) return [[plain('Bảng theo dõi: '), linkTo(place)]];
  if (!place.startsWith('file:')) return [];
  const [folder = '', name = ''] = place.split('/').slice(-2).map(decoded);
  return [[plain(`Bảng theo dõi: tệp «${bare(name)}», thư mục «${bare(folder)}» trên máy của thường trực CCHC.`)]];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function greetingUnless(isGreeted: boolean, { person }: Letter, { period }: MailFrame): Line[] {
  if (isGreeted) return [];
  const where = period === '' ? '' : ` Kỳ ${period}:`;
  const whom = person.name.trim() === '' ? '' : `${named(person.name)},`;
  return [[plain(`Kính gửi đồng chí${whom} thường trực CCHC.${where}`)]];
}

/** Whoever got another part above is told which rows are his own. */
function ownGreeting({ person, digest, clerk, own }: Letter, { period }: MailFrame): Line {
  // His own list goes along with a mail that tells of others.
  if (own !== null && own.fresh.length === 0)
    return [strong('Việc của đồng chí, đã nhắc, chưa xong:'), plain(` ${sayTitles(own.before.map(({ title }) => title))}.`)];
  const tally = own === null ? '' : sayOwnTally(own);
  if (digest !== null || clerk !== null) return [strong('Việc của đồng chí:'), plain(` ${tally}.`)];
  const roles = person.roles.map(bare).join('; ');
  const nameless = person.isChairman ? ` ${roles}` : ` phụ trách ${roles}`;
  const whom = person.name.trim() === '' ? nameless : `${named(person.name)}, ${roles}`;
  return [plain(`Kính gửi đồng chí${whom}: kỳ ${period} có ${tally}.`)];
}

function named(name: string): string {
  return name.trim() === '' ? '' : ` ${bare(name)}`;
}

/** The size in UTF-8, without the encoder that a script's realm lacks. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
