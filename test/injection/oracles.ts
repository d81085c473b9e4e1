import type { Hostile } from '../fixtures/corpus.ts';
import type { ReadDocument } from './read-back.ts';
import { encodable, oneLineEnd, unmarked, unturned, visible } from './rules.ts';
import type { Escape } from './tally.ts';

/** What text may become in a document or on a page. */
export const asShown = (text: string): string => visible(unturned(oneLineEnd(text)));

/** How often each text must be there, and what it may have become. */
type Wanted = { readonly times: number; readonly rule?: (text: string) => string };

/** Texts that a decoded output does not hold so often, or not as they were. */
export function escapesOfMarked(output: string, texts: readonly Hostile[], { times, rule = asShown }: Wanted): Escape[] {
  const found = unmarked(output);
  return texts.flatMap(({ text }, at) => {
    const outcomes = (found.get(at) ?? []).map(encodable);
    const wrong = outcomes.find((one) => one !== encodable(rule(text)));
    return outcomes.length === times && wrong === undefined ? [] : [{ text, became: `${outcomes.length} times, ${wrong}` }];
  });
}

/** Elements that a document has and its harmless twin has not, or the other way. */
export function strangeElements(document: ReadDocument, twin: ReadDocument): string[] {
  const names = [...new Set([...Object.keys(document.counts), ...Object.keys(twin.counts)])];
  return names
    .filter((name) => document.counts[name] !== twin.counts[name])
    .map((name) => `${name}: ${document.counts[name]} for ${twin.counts[name]}`);
}
