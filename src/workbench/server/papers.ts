import { simpleParser } from 'mailparser';
import { WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import type { Command, LetterView, Told } from '../protocol.ts';
import { readServed } from './files.ts';

/** A letter or a report of the workspace, read where pages are served: no workbook is needed for it. */
export async function paperOf(
  workspace: string,
  { do: kind, path }: Extract<Command, { do: 'letter' | 'report' }>,
): Promise<Told> {
  const found = path.endsWith(kind === 'letter' ? '.eml' : '.docx') ? readServed(workspace, path) : null;
  if (found === null) return { ok: false, sentence: WORKBENCH_REFUSALS.noFile };
  if (kind === 'report') return { ok: true, reply: { file: Buffer.from(found.bytes).toString('base64') } };
  try {
    return { ok: true, reply: await letterOf(found.bytes) };
  } catch {
    return { ok: false, sentence: WORKBENCH_REFUSALS.notMail };
  }
}

async function letterOf(bytes: Uint8Array): Promise<LetterView> {
  const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true });
  const textOf = (address: typeof mail.to): string =>
    [address ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
  return {
    from: textOf(mail.from),
    to: textOf(mail.to),
    replyTo: textOf(mail.replyTo),
    subject: mail.subject ?? '',
    date: mail.date?.toISOString() ?? '',
    html: mail.html || '',
    text: mail.text ?? '',
  };
}
