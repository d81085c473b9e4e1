/**
 * One expression that is run inside the host's realm, and what comes of it. `gives`: as JSON, dates as their time in ISO; `throws`: a part of the words.
 * `source`: where it is known from, a public address, a section of `docs/platform.md`, or the id of a fact in `test/facts/facts.ts`.
 */
export type Statement = {
  /** «Range.setValues», as the files of `src/google/surface` spell it. */
  readonly method: string;
  readonly code: string;
  readonly source: string;
} & ({ readonly gives: unknown } | { readonly throws: string });

/** `[code, gives]`, or `[code, gives, source]` where it is known from elsewhere than the page of its type. */
export type Row = readonly [code: string, gives: unknown, source?: string];
/** What a row gives where it throws: a part of the words. */
export type Throws = { readonly throws: string };

/** All statements of one type: its rows by method, and the page that documents the type. */
export function statementsOf(type: string, page: string, rows: Readonly<Record<string, readonly Row[]>>): Statement[] {
  return Object.entries(rows).flatMap(([name, cases]) =>
    cases.map(([code, gives, source = page]) => ({
      method: `${type}.${name}`,
      code,
      source,
      ...(isThrows(gives) ? gives : { gives }),
    })),
  );
}

function isThrows(gives: unknown): gives is Throws {
  return typeof gives === 'object' && gives !== null && 'throws' in gives;
}

/** Short for the table. */
export const throws = (words: string): Throws => ({ throws: words });

/** Google's reference, below which each type has its page. */
export const REFERENCE = 'https://developers.google.com/apps-script/reference';
