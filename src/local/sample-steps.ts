/** One row to type into: its keys, and a text per header. `period` is `null` in tabs whose rows have no period. */
export type SampleRow = {
  readonly id: string;
  readonly period: string | null;
  readonly cells: Readonly<Record<string, string>>;
};

/** What happened in the office, on its own day. */
export type SampleStep =
  | { readonly do: 'open' | 'close'; readonly day: string; readonly period: string }
  | { readonly do: 'type'; readonly day: string; readonly tab: string; readonly rows: readonly SampleRow[] };

export type Sample = { readonly steps: readonly SampleStep[] };
