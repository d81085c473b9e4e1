import { expect } from 'vitest';
import { countsByKind, type Hostile } from '../fixtures/corpus.ts';

/** A text that did not come out as it went in, or did something on its way. */
export type Escape = { readonly text: string; readonly became: unknown };

/** Says how many texts of each kind went through a sink, and fails with the first that escaped. */
export function expectNoEscape(sink: string, texts: readonly Hostile[], escapes: readonly Escape[]): void {
  const kinds = Object.entries(countsByKind(texts)).map(([kind, count]) => `${kind} ${count}`);
  process.stdout.write(`injection, ${sink}: ${texts.length} cases (${kinds.join(', ')}), ${escapes.length} escapes\n`);
  const first = escapes.slice(0, 10).map(({ text, became }) => [text.slice(0, 80), String(became).slice(0, 120)]);
  expect(first).toEqual([]);
}

/** The texts whose outcome is not the wanted one. */
export function escapesAmong(
  texts: readonly Hostile[],
  outcome: (text: string, at: number) => unknown,
  wanted: (text: string, at: number) => unknown,
): Escape[] {
  return texts.flatMap(({ text }, at) => {
    const became = outcome(text, at);
    return Object.is(became, wanted(text, at)) ? [] : [{ text, became }];
  });
}
