import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Unusable } from '../../host/core/unusable.ts';
import { MOST_WORKBOOK_BYTES, WORKBOOK_SIZE } from '../../words/host/workbook-file.ts';
import { WORKBENCH_REFUSALS } from '../../words/pages/workbench-server.ts';
import { readCall, readCommand } from './command-in.ts';
import { fileAddress } from './file-address.ts';
import { paperOf } from './files/papers.ts';
import type { bodyOf } from './guard.ts';
import { withPdfRead } from './plan-pdf.ts';
import type { SessionThread } from './session-thread.ts';

/** An answer to a page's request, before it is a text. */
export type Json = { readonly status: number; readonly body: unknown };

type Request = { readonly window: string; readonly request: IncomingMessage; readonly bodyOf: typeof bodyOf };
type Where = {
  /** Makes a demonstration in the workspace; gives the name of its workbook. */
  readonly demonstrate: (year: string) => Promise<string>;
  readonly workspace: string;
  readonly fileKey: string;
  readonly session: SessionThread;
};

const MEGABYTE = 1_000_000;
/** What base64 makes of the largest workbook that may be brought in. */
const LONGEST_BRING = Math.ceil((MOST_WORKBOOK_BYTES * 4) / 3) + 2_000;
/** A pasted block, a whole tab of texts. */
const LONGEST_COMMAND = 4 * MEGABYTE;
/** What any call may weigh, a document as base64 among it; which call may carry how much is the script's own to say (`app/ask.ts`). */
const LONGEST_CALL = 8_200_000;

/** Does what a window asked. */
export async function answerCommand(
  { workspace, session, demonstrate }: Where,
  { window, request, bodyOf }: Request,
): Promise<Json> {
  const isBring = (begins: string): boolean => /^\{"do":"bring"/u.test(begins);
  const text = await bodyOf(request, (begins) => (isBring(begins) ? LONGEST_BRING : LONGEST_COMMAND));
  if (text === null) return refusal(413, WORKBOOK_SIZE.chosen);
  const command = readCommand(text);
  if (command === null) return refusal(400, WORKBENCH_REFUSALS.notAsked);
  if (command.do === 'demonstrate') return demonstrated({ session, demonstrate }, window, command.year);
  const isPaper = command.do === 'letter' || command.do === 'report' || command.do === 'pdf';
  return { status: 200, body: isPaper ? await paperOf(workspace, command) : await session.command(window, command) };
}

async function demonstrated(
  { session, demonstrate }: Pick<Where, 'session' | 'demonstrate'>,
  window: string,
  year: string,
): Promise<Json> {
  try {
    return { status: 200, body: await session.command(window, { do: 'open', workbook: await demonstrate(year) }) };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return refusal(200, thrown instanceof Unusable ? message : WORKBENCH_REFUSALS.script(message));
  }
}

const refusal = (status: number, sentence: string): Json => ({ status, body: { ok: false, sentence } });

/** Does what a page of the script called. */
export async function answerCall(
  { workspace, fileKey, session }: Omit<Where, 'demonstrate'>,
  { window, request, bodyOf }: Request,
): Promise<Json> {
  const text = await bodyOf(request, () => LONGEST_CALL);
  const call = text === null ? null : readCall(text);
  if (call === null) return { status: text === null ? 413 : 400, body: { ok: false, message: WORKBENCH_REFUSALS.notAsked } };
  const asked = await withPdfRead(call);
  if ('refused' in asked) return { status: 200, body: { ok: true, value: asked.refused } };
  const called = await session.call(window, asked);
  const body =
    called.ok && typeof called.value === 'string' ? { ...called, value: served(called.value, { workspace, fileKey }) } : called;
  return { status: 200, body };
}

/** No page may open what lies on a disk: links to files of the workspace lead to where they are served. */
function served(text: string, { workspace, fileKey }: Pick<Where, 'workspace' | 'fileKey'>): string {
  const folder = pathToFileURL(join(workspace, '/')).href;
  const links = new RegExp(`${folder.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}([^"\\\\\\s]*)`, 'gu');
  return text.replaceAll(links, (link, path: string) => {
    try {
      return fileAddress(fileKey, decodeURIComponent(path));
    } catch {
      return link;
    }
  });
}
