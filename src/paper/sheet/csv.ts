import { csvOf } from '../../words/core/csv.ts';
import { utf8Of } from '../zip/utf8.ts';

/** A table as the bytes of a CSV file. */
export function csvBytes(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return utf8Of(csvOf(rows));
}
