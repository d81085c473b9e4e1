import { createHash } from 'node:crypto';
import type { MailMessage } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import type { PostedMail } from '../core/job.ts';
import { civilOfMoment, type Moment } from '../core/moment.ts';
import { wait } from '../core/wait.ts';
import { keepFile } from '../file/files.ts';

export type PostOffice = {
  readonly mailDir: string;
  readonly sender: string;
  /** The workbook, as open as which a letter's file is; default: the owner's alone. */
  readonly workbook?: string;
  /** `null`: letters become files only. */
  readonly smtpUrl: string | null;
};

const UNKNOWN_SENDER = 'so-cchc@localhost.localdomain';

/** Sends one message by SMTP, or keeps it as an .eml; the same message at the same moment gives the same bytes. */
export function post(office: PostOffice, message: MailMessage, now: Moment): void {
  const mail = posted(office, message, now);
  if (office.smtpUrl === null) {
    keepFile(office.mailDir, `${now.day} ${message.to.replace(/,.*/su, '')}.eml`, wait({ do: 'eml', mail }), office.workbook);
    return;
  }
  try {
    wait({ do: 'smtp', mail, url: office.smtpUrl });
  } catch (thrown) {
    throw failureOf(thrown);
  }
}

/** What a mail server's failure is to the script: its name alone says whether the mail surely did not go (`src/app/base/ports.ts`). */
class MailFailure extends GoogleError {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

function failureOf(thrown: unknown): Error {
  const [name, message] = thrown instanceof Error ? [thrown.name, thrown.message] : ['', 'unknown reason'];
  return new MailFailure(name === 'NotSent' ? name : 'Exception', `Failed to send email: ${message}`);
}

function posted(office: PostOffice, message: MailMessage, now: Moment): PostedMail {
  const sender = office.sender || accountIn(office.smtpUrl) || UNKNOWN_SENDER;
  const hash = createHash('sha256')
    .update(JSON.stringify([message, now, sender]))
    .digest('hex');
  return {
    from: { name: message.name.replace(/[\r\n]+/gu, ' '), address: sender },
    sender,
    to: message.to,
    replyTo: message.replyTo ?? null,
    subject: message.subject.replace(/[\r\n]+/gu, ' '),
    text: message.body,
    html: message.htmlBody,
    messageId: `<${hash.slice(0, 32)}@so-cchc.localdomain>`,
    date: rfcDate(now),
    boundary: hash.slice(0, 16),
  };
}

/** Most mail servers let an account send in its own name only. */
function accountIn(smtpUrl: string | null): string {
  const account = smtpUrl === null ? '' : decodeURIComponent(new URL(smtpUrl).username);
  return account.includes('@') ? account : '';
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu, 20 Jun 2024 08:00:00 +0700`. */
function rfcDate(now: Moment): string {
  const { year, month, date, hours, minutes } = civilOfMoment(now);
  const two = (n: number): string => String(n).padStart(2, '0');
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${weekday}, ${two(date)} ${MONTHS[month - 1]} ${year} ${two(hours)}:${two(minutes)}:00 +0700`;
}
