import { MOST_LINES } from '../core/word.ts';
import type { Finding, FindingMaker } from './finding.ts';

/** Typed texts of more lines than a report makes paragraphs of, by their field. */
export function checkLines(texts: Readonly<Record<string, string>>, make: FindingMaker): Finding[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const lines = text.split('\n').length;
    return lines > MOST_LINES ? [make('too-many-lines', field, { lines, most: MOST_LINES })] : [];
  });
}
