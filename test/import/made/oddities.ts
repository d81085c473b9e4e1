import { BY_UNIT, LONG_ANNEX, LONG_PARAGRAPH, TABS, YEARS_ABOVE } from './odd-lists.ts';
import { BESIDE_WORDS, FIELD_COLUMN, LABELLED, NESTED_NUMBERS, TABLES_WITHIN } from './odd-words.ts';
import type { Oddity } from './odd-xml.ts';

/** Documents with what real ones do to a reader, each with the rows that it holds. */
export const ODDITIES: readonly Oddity[] = [
  LONG_PARAGRAPH,
  BY_UNIT,
  LONG_ANNEX,
  YEARS_ABOVE,
  TABS,
  BESIDE_WORDS,
  NESTED_NUMBERS,
  TABLES_WITHIN,
  FIELD_COLUMN,
  LABELLED,
];
