import type { Source } from '../core/source.ts';
import { tidy } from '../core/word.ts';
import { isTyped, type PrintedLine, sourceName } from '../report/printed.ts';
import type { BringBack } from './reconcile-model.ts';

/** Where each printing of a typed text stands: one entry per line of the cell and printing, in order. */
export type Occurrence = { readonly line: number; readonly run: number; readonly text: string };

/** A change to one printed line of a typed text: new words for it, none (it is gone), or words after it. */
export type LineEdit = { readonly line: number; readonly run: number; readonly to: string | null; readonly follow?: string };

const DASH = /^\s*[-–+•]\s+/u;

/** Every printing of every typed text in a paper. */
export function occurrencesIn(lines: readonly PrintedLine[]): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  lines.forEach(({ cells }, line) => {
    cells.flat().forEach(({ text, source }, run) => {
      if (source === null || !isTyped(source)) return;
      found.set(sourceName(source), [...(found.get(sourceName(source)) ?? []), { line, run, text }]);
    });
  });
  return found;
}

/**
 * The offer to bring sentences changed by hand back into their cell: its text with the same lines changed. `null` when that
 * is not certain: the cell no longer says what was printed, or two printings of one line were changed in two ways.
 */
export function bringBackOf(source: Source, edits: readonly LineEdit[], { occurrences, typed }: PrintedTexts): BringBack | null {
  const places = occurrences.get(sourceName(source)) ?? [];
  const before = typed(source);
  const rows = before === null ? [] : before.split(/\r?\n/u).filter((row) => tidy(row) !== '');
  if (before === null || rows.length === 0 || places.length % rows.length !== 0) return null;
  if (!places.every(({ text }, at) => bare(text) === bare(rows[at % rows.length] ?? ''))) return null;
  const after = new Map<number, string[]>();
  for (const edit of edits) {
    const at = places.findIndex(({ line, run }) => line === edit.line && run === edit.run);
    if (at < 0) return null;
    const row = at % rows.length;
    const made = edited(rows[row] ?? '', edit);
    const other = after.get(row);
    if (other !== undefined && other.join('\n') !== made.join('\n')) return null;
    after.set(row, made);
  }
  const text = rows.flatMap((row, at) => after.get(at) ?? [row]).join('\n');
  return text === before ? null : { source, before, after: text };
}

type PrintedTexts = {
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  readonly typed: (source: Source) => string | null;
};

function bare(text: string): string {
  return tidy(text).replace(DASH, '');
}

/** The dash that an official typed stays, whether the report printed it or not. */
function edited(row: string, { to, follow }: LineEdit): string[] {
  const dash = DASH.exec(row)?.[0] ?? '';
  const changed = to === null ? [] : [to === bare(row) ? row : `${dash}${bare(to)}`];
  return [...changed, ...(follow === undefined ? [] : [follow])];
}
