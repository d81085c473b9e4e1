import { sameWord, tidy } from '../core/word.ts';
import { folded } from './fold-text.ts';

/** A row that a document words. */
export type WordedRow = { readonly text: string; readonly passage: string };
/** A row of the workbook that came from a document, or was typed. */
export type StandingRow = { readonly id: string; readonly title: string; readonly quote: string };

/** Which row of the workbook each row of the document is (`null`: a new one), and which of the workbook it no longer has. */
export type Pairing = { readonly ids: readonly (string | null)[]; readonly gone: readonly string[] };

/** Two wordings that share less than this are two rows. */
const ALIKE = 0.6;
/** Rows beyond this are not compared word by word: so many do not change at once. */
const MOST_COMPARED = 400;

/**
 * Pairs rows by their passage, then by their words, then by how much of their words they share: so one that says another number
 * now, or was reworded in part, is the same row.
 */
export function pairRows(rows: readonly WordedRow[], standing: readonly StandingRow[]): Pairing {
  const ids = rows.map((): string | null => null);
  const free = new Map(standing.map((row) => [row.id, row]));
  const take = (at: number, id: string): void => {
    ids[at] = id;
    free.delete(id);
  };
  const passes: readonly ((row: WordedRow, other: StandingRow) => boolean)[] = [
    (row, other) => isQuoted(row, other) && sameWord(row.text, other.title),
    (row, other) => isQuoted(row, other),
    (row, other) => sameWord(row.text, other.title),
  ];
  for (const isSame of passes) {
    for (const [at, row] of rows.entries()) {
      const found = ids[at] === null ? [...free.values()].find((other) => isSame(row, other)) : undefined;
      if (found !== undefined) take(at, found.id);
    }
  }
  for (const { at, id } of alike(rows, ids, [...free.values()])) if (ids[at] === null && free.has(id)) take(at, id);
  return { ids, gone: [...free.values()].filter(({ quote }) => tidy(quote) !== '').map(({ id }) => id) };
}

function isQuoted({ passage }: WordedRow, { quote }: StandingRow): boolean {
  return tidy(quote) !== '' && tidy(quote) === tidy(passage);
}

/** Pairs that share the most words, the likest first. */
function alike(rows: readonly WordedRow[], ids: readonly (string | null)[], free: readonly StandingRow[]) {
  const left = rows.flatMap(({ text }, at) => (ids[at] === null ? [{ at, words: wordsOf(text) }] : []));
  if (left.length > MOST_COMPARED || free.length > MOST_COMPARED) return [];
  const others = free.map(({ id, title }) => ({ id, words: wordsOf(title) }));
  return left
    .flatMap(({ at, words }) => others.map((other) => ({ at, id: other.id, share: shared(words, other.words) })))
    .filter(({ share }) => share >= ALIKE)
    .sort((one, other) => other.share - one.share);
}

/** Every number is the same word: a number that was swapped makes no other row. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    folded(text)
      .replace(/\d+(?:[.,]\d+)*/gu, '#')
      .split(/[^\p{L}\p{N}#]+/u)
      .filter((word) => word !== ''),
  );
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size);
}
