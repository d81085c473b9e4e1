import type { DocxPort } from '../../app/base/ports.ts';
import type { Paper } from '../../words/paper/paper.ts';
import { googleDocuments, signed } from '../adapters/documents.ts';
import type { Google } from '../surface/google.ts';
import type { Observed } from './scratch.ts';
import { KEY } from './services.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOC = 'application/vnd.google-apps.document';
const LINES = 60;

const runs = (text: string) => [{ text }];

/** Two pages with the official frame, a table with a joined cell and unequal columns, and a turned annex. */
function paper(): Paper {
  const line = (n: number) => ({ is: 'paragraph' as const, style: 'body' as const, runs: runs(`${n}`) });
  const table = {
    is: 'table' as const,
    widths: [1, 2, 6],
    head: [[{ runs: runs('1 + 2'), span: 2 }, { runs: runs('3') }]],
    rows: [[{ runs: runs('1') }, { runs: runs('2') }, { runs: runs('3') }]],
  };
  const lines = Array.from({ length: LINES }, (_, n) => line(n + 1));
  return {
    title: KEY,
    frame: {
      superior: 'A',
      issuer: ['B'],
      number: '1',
      placeAndDay: 'C',
      docType: 'D',
      subject: 'E',
      addressees: ['F'],
      recipients: ['G'],
      signature: { authority: 'H', title: 'I', name: 'J' },
    },
    banner: null,
    blocks: [table, ...lines],
    annexes: [{ label: 'K', title: 'L', reference: 'M', landscape: true, blocks: [table] }],
  };
}

/** A file in Drive: what it is, and where to look at it. */
export type Made = { readonly id: string; readonly url: string; readonly kind: string };

/** Sends the paper to Drive, to be kept as a .docx or to become a Google Doc. */
function upload({ Drive, Utilities }: Google, docx: DocxPort, mimeType: string): Made {
  const media = Utilities.newBlob(signed(docx.toDocx(paper())), WORD, `${KEY}.docx`);
  const fields = { fields: 'id,webViewLink,mimeType' };
  const { id = '', webViewLink = '', mimeType: kind = '' } = Drive.Files.create({ name: `${KEY}.docx`, mimeType }, media, fields);
  return { id, url: webViewLink, kind };
}

/** The paper as a Google Doc, for a person to look at: what a script may see of it needs a scope that we do not ask for. */
export const convertedDoc = (google: Google, docx: DocxPort): Made => upload(google, docx, DOC);

/** Whether Drive keeps a .docx as one; the file is deleted. */
export function keepsDocx(google: Google, docx: DocxPort): Observed {
  const { id, kind } = upload(google, docx, WORD);
  google.Drive.Files.remove(id);
  return kind === WORD;
}

/** Keeps the result as a file of the person's Drive and gives its address. */
export function keepResult({ Drive, Utilities }: Google, name: string, json: string): string {
  const plain = json.replace(/[^\n -~]/gu, (sign) => sign.split('').map(escaped).join(''));
  const bytes = Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  const { url, notKept } = googleDocuments(() => Drive, Utilities).create({ name, bytes, mimeType: 'application/json' });
  if (notKept !== null) throw new Error(notKept);
  return url;
}

/** The runtime has no TextEncoder: what is not ASCII is written as JSON may write it. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
