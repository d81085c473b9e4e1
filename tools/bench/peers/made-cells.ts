/** What one run of a reader and writer says: milliseconds, the peak of the process' memory, and what it read. */
export type Measured = {
  readonly read: number;
  readonly write: number;
  readonly megabytes: number;
  readonly cells: number;
  /** Of every cell's place and value. */
  readonly digest: string;
  /** Cells in which letters of several bytes were cut in two. */
  readonly broken: number;
};

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
