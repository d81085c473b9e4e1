/** One row to type into: a text per header, the keys of the row among them. */
export type SampleRow = Readonly<Record<string, string>>;

/** What happened in the office, on its own day. */
export type SampleStep = { readonly day: string } & (
  | { readonly do: 'open'; readonly period: string }
  | { readonly do: 'close'; readonly period: string }
  | { readonly do: 'type'; readonly tab: string; readonly rows: readonly SampleRow[] }
);

export type Sample = { readonly steps: readonly SampleStep[] };

/** Reads the steps of `sample/`; the file is ours, so what does not fit is a bug and throws. */
export function readSample(text: string): Sample {
  const held: unknown = JSON.parse(text);
  return { steps: listOf(fieldOf(held, 'steps')).map(stepOf) };
}

function stepOf(held: unknown): SampleStep {
  const day = textOf(fieldOf(held, 'day'));
  const kind = textOf(fieldOf(held, 'do'));
  if (kind === 'open' || kind === 'close') return { do: kind, day, period: textOf(fieldOf(held, 'period')) };
  if (kind !== 'type') throw new Error(`Bug: the sample knows no step “${kind}”`);
  return { do: kind, day, tab: textOf(fieldOf(held, 'tab')), rows: listOf(fieldOf(held, 'rows')).map(rowOf) };
}

function rowOf(held: unknown): SampleRow {
  return Object.fromEntries(Object.entries(recordOf(held)).map(([header, text]) => [header, textOf(text)]));
}

function recordOf(held: unknown): Readonly<Record<string, unknown>> {
  if (typeof held !== 'object' || held === null) throw new Error('Bug: the sample lacks an object');
  return { ...held };
}

const fieldOf = (held: unknown, name: string): unknown => recordOf(held)[name];

function listOf(held: unknown): readonly unknown[] {
  if (!Array.isArray(held)) throw new Error('Bug: the sample lacks a list');
  return held;
}

function textOf(held: unknown): string {
  if (typeof held !== 'string') throw new Error(`Bug: the sample wants a text, not ${JSON.stringify(held)}`);
  return held;
}
