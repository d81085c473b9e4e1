import { createTransport } from 'nodemailer';
import { toPdf } from './convert.ts';
import type { Job } from './job.ts';
import { answerWaiting } from './wait.ts';

/** Somebody waits for the answer: a mail server that says nothing is given up, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

answerWaiting(async (job: Job): Promise<Uint8Array> => {
  if (job.do === 'pdf') return toPdf(job.soffice, job.docx);
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
