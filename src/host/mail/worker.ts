import { createTransport } from 'nodemailer';
import type { Job, PostedMail } from '../core/job.ts';
import { answerWaiting } from '../core/wait.ts';
import { toPdf } from './convert.ts';
import { sendBySmtp } from './smtp.ts';

answerWaiting(async (job: Job): Promise<Uint8Array> => {
  if (job.do === 'pdf') return toPdf(job.soffice, job.docx);
  const bytes = await composed(job.mail);
  if (job.do === 'eml') return bytes;
  await sendBySmtp(job.url, { from: job.mail.sender, to: [job.mail.to] }, bytes);
  return new Uint8Array();
});

/** The message as it goes over the wire and into an .eml: the same bytes. */
async function composed({ boundary, replyTo, sender: _, ...rest }: PostedMail): Promise<Uint8Array> {
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    ...rest,
    ...(replyTo === null ? {} : { replyTo }),
    baseBoundary: boundary,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(sent.message)) throw new Error('Bug: the mail was not buffered');
  return new Uint8Array(sent.message);
}
