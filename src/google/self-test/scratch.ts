import { SCRIPT_ZONE } from '../adapters/clock.ts';
import type { Google } from '../surface/google.ts';
import type { Range, Sheet, SheetCell } from '../surface/spreadsheet.ts';

/** What a probe saw: plain JSON. */
export type Observed = string | number | boolean | null | readonly Observed[];

/** Where probes work: a tab of their own, in which no two of them touch the same cells. */
export type Scratch = {
  readonly google: Google;
  readonly sheet: Sheet;
  /** Cells that no probe has touched yet. */
  fresh(rows?: number, columns?: number): Range;
};

/** Looks at one thing that Google does. */
export type Probe = (scratch: Scratch) => Observed;
export type Probes<Id extends string> = Readonly<Record<Id, Probe>>;

/** The probes' work place on a tab. */
export function scratchOn(google: Google, sheet: Sheet): Scratch {
  let row = 1;
  const fresh = (rows = 1, columns = 1): Range => {
    const range = sheet.getRange(row, 1, rows, columns);
    row += rows;
    return range;
  };
  return { google, sheet, fresh };
}

/** One probe for each row of a table. */
export function probesOf<Id extends string, Row>(table: Readonly<Record<Id, Row>>, make: (row: Row) => Probe): Probes<Id> {
  const made: Partial<Record<Id, Probe>> = {};
  for (const id in table) made[id] = make(table[id]);
  return made as Probes<Id>;
}

/** What a call gives, or the words of what it throws. */
export function attempt<T>(call: () => T): { readonly value: T } | { readonly words: string } {
  try {
    return { value: call() };
  } catch (error) {
    return { words: String(Object(error).message ?? error) };
  }
}

/** What a call throws, or that it throws nothing. */
export function said(call: () => unknown): string {
  const done = attempt(call);
  return 'words' in done ? done.words : 'nothing';
}

/** What a probe saw; its own failure is an answer too. */
export function look(probe: () => Observed): Observed {
  const done = attempt(probe);
  return 'words' in done ? `threw ${done.words}` : done.value;
}

/** Writes one cell. */
export function put(range: Range, value: SheetCell): Range {
  return range.setValues([[value]]);
}

/** Reads one cell. */
export function get(range: Range): SheetCell {
  return range.getValues()[0]?.[0] ?? '';
}

/** One cell in words: its kind and what it holds; of a day its year is left out, because typing may take it from today. */
export function cellIn({ google }: Scratch, range: Range): string {
  const value = get(range);
  if (range.getFormulas()[0]?.[0]) return /^#[EN]/u.test(String(value)) ? 'formula in error' : 'formula';
  if (typeof value === 'object') return `date ${google.Utilities.formatDate(value, SCRIPT_ZONE, 'MM-dd HH:mm')}`;
  return value === '' ? 'blank' : `${typeof value} ${value}`;
}
