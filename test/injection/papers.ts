import type { Frame, Paper, Paragraph, Run } from '../../src/words/paper/paper.ts';
import { marked } from './rules.ts';

const STYLES: readonly Paragraph['style'][] = ['body', 'part', 'section', 'clause', 'point', 'centred', 'plain', 'basis', 'gap'];

/** A run that looks like one of all there are, and names the text as its source. */
function runOf(text: string, at: number): Run {
  const source = { of: 'entry', id: text, period: text, field: text } as const;
  return { text: marked(text, at), bold: at % 2 === 0, italic: at % 3 === 0, missing: at % 5 === 0, source };
}

/** A paper that says each text in a paragraph and in a cell of a table; its last annex is called by all of them. */
export function paperOf(texts: readonly string[], frame: Frame | null = null): Paper {
  const runs = texts.map(runOf);
  const all = texts.map(marked).join(' ');
  return {
    title: all,
    banner: all,
    frame,
    blocks: [
      ...runs.map((run, at) => ({ is: 'paragraph', runs: [run], style: STYLES[at % STYLES.length] ?? 'body' }) as const),
      {
        is: 'table',
        widths: [1],
        head: runs.slice(0, 1).map((run) => [{ runs: [run] }]),
        rows: runs.slice(1).map((run) => [{ runs: [run] }]),
      },
    ],
    annexes: [{ label: all, title: all, reference: all, landscape: true, blocks: [] }],
  };
}

/** A frame that says each text in every one of its places. */
export function frameOf(texts: readonly string[]): Frame {
  const each = texts.map(marked);
  const all = each.join(' ');
  return {
    superior: all,
    issuer: each,
    number: all,
    placeAndDay: all,
    docType: all,
    subject: all,
    about: all,
    addressees: each,
    recipients: each,
    signature: { authority: all, title: all, name: all },
  };
}

/** A text of the same lines with nothing in them, for a twin of a paper. */
export const harmless = (text: string): string => text.replace(/[^\r\n]/gu, 'x');
