import { createTransport } from 'nodemailer';
import { runAsWorker } from 'synckit';

/** What the worker does for a synchronous service; every part of a job is plain data. */
export type Job =
  | { readonly do: 'eml'; readonly mail: PostedMail }
  | { readonly do: 'smtp'; readonly mail: PostedMail; readonly url: string };

/** A mail with everything that would otherwise differ from run to run: its id, date and boundary. */
export type PostedMail = {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** RFC 5322 wants the date with its zone; made from the host's modelled clock. */
  readonly date: string;
  readonly boundary: string;
};

/** Somebody waits for the answer: a mail server that says nothing is given up, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

runAsWorker(async (job: Job): Promise<Uint8Array> => {
  const { boundary, replyTo, date, ...rest } = job.mail;
  const mail = {
    ...rest,
    ...(replyTo === null ? {} : { replyTo }),
    date,
    baseBoundary: boundary,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (job.do === 'smtp') {
    await createTransport({ url: job.url, ...PATIENCE }).sendMail(mail);
    return new Uint8Array();
  }
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(mail);
  if (!Buffer.isBuffer(sent.message)) throw new Error('Bug: the mail was not buffered');
  return new Uint8Array(sent.message);
});
