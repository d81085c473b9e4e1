import type { Source } from '../core/source.ts';
import { tidy } from '../core/word.ts';
import { cellText, comparable, isTyped, numbersIn, type PrintedCell, type PrintedLine } from '../report/printed.ts';
import { differences, type Hunk } from './word-diff.ts';

/** What became of one run of a printed line in the document; `run` counts the runs of the whole line. */
export type Edit = RunEdit | PlainEdit;
type RunEdit = {
  readonly is: 'figure' | 'typed';
  readonly source: Source;
  readonly run: number;
  readonly before: string;
  readonly after: string;
};
export type PlainEdit = { readonly is: 'plain'; readonly gone: string; readonly come: string };

type Span = { readonly from: number; readonly to: number };

/**
 * What a person changed in a line, one edit per figure or text of the workbook and one for all words of the machine; what
 * already says what the workbook says today (`now`) is no edit.
 */
export function editsOf(printed: PrintedLine, document: PrintedLine, now: PrintedLine | null): Edit[] {
  const whole = printed.cells.length !== document.cells.length;
  const cells = whole ? [printed.cells.flat()] : printed.cells;
  let first = 0;
  return cells.flatMap((cell, at) => {
    const found = whole ? document.cells.map(cellText).join(' ') : cellText(document.cells[at] ?? []);
    const today = whole || now === null || now.cells.length !== cells.length ? null : (now.cells[at] ?? null);
    const edits = cellEdits(cell, found, { today, first });
    first += cell.length;
    return edits;
  });
}

type LineContext = { readonly today: PrintedCell | null; readonly first: number };

function cellEdits(cell: PrintedCell, found: string, { today, first }: LineContext): Edit[] {
  if (comparable(cellText(cell)) === comparable(found)) return [];
  if (today !== null && comparable(cellText(today)) === comparable(found)) return [];
  const hunks = differences(cellText(cell), found);
  const spans = spansOf(cell);
  const owners = hunks.map((hunk) => ownerOf(hunk, cell, spans));
  const edits = cell.flatMap(({ text, source }, run): Edit[] => {
    if (source === null || !owners.includes(run)) return [];
    const mine = hunks.filter((_, at) => owners[at] === run);
    const after = tidy(applied(text, spans[run] ?? { from: 0, to: 0 }, mine));
    const taken = today?.length === cell.length && comparable(today[run]?.text ?? '') === comparable(after);
    return taken ? [] : [{ is: isTyped(source) ? 'typed' : 'figure', source, run: first + run, before: text, after }];
  });
  const plain = hunks.filter((_, at) => owners[at] === null);
  if (plain.length === 0) return edits;
  const gone = plain.map(({ from, to }) => cellText(cell).slice(from, to)).filter((text) => text !== '');
  const come = plain.map(({ text }) => text).filter((text) => text !== '');
  return [...edits, { is: 'plain', gone: gone.join(' … '), come: come.join(' … ') }];
}

function spansOf(cell: PrintedCell): Span[] {
  let from = 0;
  return cell.map(({ text }) => {
    const span = { from, to: from + text.length };
    from = span.to;
    return span;
  });
}

/** The run that a difference changes: a typed text before a figure before the machine's own words (`null`). */
function ownerOf({ from, to }: Hunk, cell: PrintedCell, spans: readonly Span[]): number | null {
  const touched = spans.flatMap((span, run) => {
    const source = cell[run]?.source ?? null;
    if (source === null) return [];
    const inside = from < to ? from < span.to && to > span.from : from > span.from && from < span.to;
    const beside = from === to && isTyped(source) && from >= span.from && from <= span.to;
    return inside || beside ? [{ run, typed: isTyped(source) }] : [];
  });
  return (touched.find(({ typed }) => typed) ?? touched[0])?.run ?? null;
}

/** The text of a run with the differences that are its own; what is inserted between words gets the spaces of a word. */
function applied(text: string, { from, to }: Span, hunks: readonly Hunk[]): string {
  let out = '';
  let at = from;
  for (const hunk of hunks) {
    const start = Math.max(hunk.from, from);
    const end = Math.min(Math.max(hunk.to, start), to);
    out += text.slice(at - from, start - from);
    const isNew = hunk.from === hunk.to;
    if (isNew && /[\p{L}\p{N}),.;:%]$/u.test(out) && WORD_START.test(hunk.text)) out += ' ';
    out += hunk.text;
    if (isNew && WORD_START.test(text.slice(end - from)) && /[\p{L}\p{N}),.;:]$/u.test(hunk.text)) out += ' ';
    at = end;
  }
  return out + text.slice(at - from);
}

const WORD_START = /^[\p{L}\p{N}(]/u;

/** Whether machine words were changed in their numbers, got a number, or only in their wording. */
export function kindOfPlain({ gone, come }: PlainEdit): 'number' | 'new-number' | 'words' {
  if (numbersIn(come).length === 0) return numbersIn(gone).length > 0 ? 'number' : 'words';
  return numbersIn(gone).length > 0 ? 'number' : 'new-number';
}
