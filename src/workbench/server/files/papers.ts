import { basename } from 'node:path';
import { simpleParser } from 'mailparser';
import { findLibreOffice } from '../../../host/core/libre-office.ts';
import { toPdf } from '../../../host/mail/convert.ts';
import { PDF_SENTENCES } from '../../../words/host/local.ts';
import { WORKBENCH_REFUSALS } from '../../../words/pages/workbench-server.ts';
import { openZip, unzip } from '../../../xlsx/zip.ts';
import type { Command, LetterView, Told } from '../../protocol.ts';
import { readServed } from './files.ts';

/** A letter or a report of the workspace, read where pages are served: no workbook is needed for it. */
export async function paperOf(
  workspace: string,
  { do: kind, path }: Extract<Command, { do: 'letter' | 'report' | 'pdf' }>,
): Promise<Told> {
  const found = path.endsWith(kind === 'letter' ? '.eml' : '.docx') ? readServed(workspace, path) : null;
  if (found === null) return { ok: false, sentence: WORKBENCH_REFUSALS.noFile };
  if (kind === 'report') return reportOf(found.bytes);
  if (kind === 'pdf') return pdfOf(basename(path), found.bytes);
  try {
    return { ok: true, reply: await letterOf(found.bytes) };
  } catch {
    return { ok: false, sentence: WORKBENCH_REFUSALS.notMail };
  }
}

/** One at a time: two LibreOffice programs at once are more than an office's machine has room for. */
let before: Promise<unknown> = Promise.resolve();

/** The document as LibreOffice prints it; the workbook is not held meanwhile, and the document stays as it is. */
async function pdfOf(name: string, bytes: Uint8Array): Promise<Told> {
  const soffice = findLibreOffice(process.env['SOFFICE']);
  if (soffice === null) return { ok: false, sentence: PDF_SENTENCES.none };
  const made = before.then(() => toPdf(soffice, bytes));
  before = made.catch(() => undefined);
  try {
    const file = Buffer.from(await made).toString('base64');
    return { ok: true, reply: { name: name.replace(/\.docx$/u, '.pdf'), file } };
  } catch {
    return { ok: false, sentence: PDF_SENTENCES.failed };
  }
}

/** What a browser can draw in a moment: our longest report has some hundred paragraphs and pictures of a megabyte. */
const MOST_UNPACKED = 40_000_000;
const MOST_XML = 12_000_000;
const MOST_PARAGRAPHS = 20_000;
const MOST_ELEMENTS = 400_000;

function reportOf(bytes: Uint8Array): Told {
  const drawable = isDrawable(bytes);
  if (!drawable) return { ok: false, sentence: WORKBENCH_REFUSALS.notDrawable };
  return { ok: true, reply: { file: Buffer.from(bytes).toString('base64') } };
}

/** Whether a .docx is small enough, once unpacked, for a page to draw it; what lies about its size is not. */
export function isDrawable(bytes: Uint8Array): boolean {
  try {
    const zip = openZip(bytes);
    const sizes = [...zip.entries.values()].map(({ name, size }) => ({ size, xml: isXml(name) ? size : 0 }));
    if (sumOf(sizes, 'size') > MOST_UNPACKED || sumOf(sizes, 'xml') > MOST_XML) return false;
    const parts = [...zip.entries.keys()].map((name) => ({ name, bytes: unzip(zip, name) ?? new Uint8Array() }));
    const text = parts.filter(({ name }) => isXml(name)).map((part) => Buffer.from(part.bytes).toString('latin1'));
    return countOf(text, /<w:p[\s/>]/gu) <= MOST_PARAGRAPHS && countOf(text, /</gu) <= MOST_ELEMENTS;
  } catch {
    return false;
  }
}

const isXml = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);

const sumOf = <Key extends string>(list: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  list.reduce((sum, one) => sum + one[key], 0);

const countOf = (texts: readonly string[], what: RegExp): number =>
  texts.reduce((sum, text) => sum + (text.match(what)?.length ?? 0), 0);

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
