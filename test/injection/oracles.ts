import type { Hostile } from '../fixtures/corpus.ts';
import type { ReadDocument } from './read-back.ts';
import { oneLineEnd, unmarked, visible } from './rules.ts';
import type { Escape } from './tally.ts';

/** What text may become in a document or on a page. */
export const asShown = (text: string): string => visible(oneLineEnd(text));

/** Texts that a decoded output does not hold so often, or not as they were. */
export function escapesOfMarked(output: string, texts: readonly Hostile[], times: number): Escape[] {
  const found = unmarked(output);
  return texts.flatMap(({ text }, at) => {
    const outcomes = found.get(at) ?? [];
    if (outcomes.length !== times) return [{ text, became: `${outcomes.length} times` }];
    return outcomes.every((one) => one === asShown(text)) ? [] : [{ text, became: outcomes }];
  });
}

/** Elements that a document has and its harmless twin has not, or the other way. */
export function strangeElements(document: ReadDocument, twin: ReadDocument): string[] {
  const names = [...new Set([...Object.keys(document.counts), ...Object.keys(twin.counts)])];
  return names
    .filter((name) => document.counts[name] !== twin.counts[name])
    .map((name) => `${name}: ${document.counts[name]} for ${twin.counts[name]}`);
}
