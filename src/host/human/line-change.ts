/** Rows or columns that come, go or change places. Everything that stands on them follows by these numbers alone. */
export type LineChange = {
  readonly axis: 'row' | 'column';
  /** The new number of a line, or `null` for one that goes away. */
  to(line: number): number | null;
  /** Whether the line of this new number was not there before. */
  isNew(line: number): boolean;
  /** How many lines the tab gains. */
  readonly gain: number;
};

type Axis = LineChange['axis'];

/** `howMany` blank lines come in before line `at`. */
export function linesInserted(axis: Axis, at: number, howMany: number): LineChange {
  return {
    axis,
    to: (line) => (line < at ? line : line + howMany),
    isNew: (line) => line >= at && line < at + howMany,
    gain: howMany,
  };
}

/** `howMany` lines from `at` on go away. */
export function linesDeleted(axis: Axis, at: number, howMany: number): LineChange {
  const later = (line: number): number | null => (line < at + howMany ? null : line - howMany);
  return { axis, to: (line) => (line < at ? line : later(line)), isNew: () => false, gain: -howMany };
}

/** One line moves so that it stands at number `to`; those between make room. */
export function lineMoved(axis: Axis, from: number, to: number): LineChange {
  const between = (line: number): number => {
    if (from < to) return line > from && line <= to ? line - 1 : line;
    return line >= to && line < from ? line + 1 : line;
  };
  return { axis, to: (line) => (line === from ? to : between(line)), isNew: () => false, gain: 0 };
}
