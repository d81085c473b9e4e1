/** What one run says: milliseconds, and the peak of the process' memory. */
export type Measured = { readonly read: number; readonly write: number; readonly megabytes: number };

/** The one cell that every writer changes before it saves. */
export const CHANGED = { row: 50, column: 10, value: 4242 } as const;

export const HEADERS = 24;

/** The cells of row `at` (1…) of a plan's entry tab: codes, Vietnamese texts, numbers, days, blanks. */
export function rowOf(at: number): (string | number | Date | null)[] {
  const text = `Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn tại bộ phận số ${at % 97}`;
  return Array.from({ length: HEADERS }, (_, column) => {
    if (column === 0) return `T${at}`;
    if (column === 1) return '6 tháng đầu năm 2024';
    if (column % 7 === 3) return at % 20 === 0 ? null : new Date(Date.UTC(2024, at % 12, 1 + (at % 28)));
    return column % 3 === 0 ? ((at * column) % 10_007) / 4 : `${text}, cột ${column % 5}`;
  });
}

/** The middle one; of an even number the lower middle, so that it is one that was measured. */
export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? 0;
}
