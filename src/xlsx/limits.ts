import { NotAWorkbook } from './not-a-workbook.ts';

/**
 * What a workbook may hold to be read: above what any office program makes of an honest one, below what would take minutes or
 * all memory. Each is looked at while a file is scanned, so that what is refused costs no more than what is read.
 */
export const LIMITS = {
  /** Parts of the package; one with a picture in each of a thousand tabs has some 5,000. */
  parts: 10_000,
  /** Bytes of all parts together, as the package declares them. */
  inflated: 300_000_000,
  /** Bytes of the parts that become text in memory; 35,000 rows of a plan are some 70 MB. */
  text: 160_000_000,
  /** Tabs; each is asked for its cells by itself. */
  tabs: 1000,
  /** Relationships of one part: Excel keeps at most 65,530 links of a tab, each of them one. */
  relations: 70_000,
  /** Elements side by side anywhere else: Excel keeps at most 65,490 formats and 65,534 validations. */
  elements: 100_000,
  /** `<col>`s of a tab: a column has one at most. */
  columns: 16_384,
  /** Areas that validations and conditional formats of the workbook stand on; files copied for years have some thousands. */
  areas: 50_000,
  /** Charts of a tab; the part of each is read. */
  charts: 500,
  /** Cells that are held one by one in the whole workbook, with a value, a formula or only a look; long runs of blank rows are not. */
  cells: 2_000_000,
  /** Rows held one by one, blank or not. */
  rows: 2_000_000,
  /** Different texts of the workbook. */
  strings: 1_500_000,
  /** Characters of a cell's text: Excel keeps 32,767, Google 50,000, LibreOffice 65,535. */
  cellText: 65_535,
  /** Characters of a formula: Excel takes 8,192 as typed; in the file the names of functions and of other workbooks are longer. */
  formula: 16_384,
  /** Characters of all formulas that cells share with others, as if each were written out. */
  sharedFormulas: 50_000_000,
  /** Characters of a number format, as in Excel. */
  numberFormat: 255,
} as const;

/** A script that asks for a whole tab gets every cell up to its last one, blank or not. A province's plan of 35,280 rows is half of this. */
export const REACH = { cells: 3_000_000, rowCost: 20 } as const;

/** What there can be too much of, as the sentence names it. */
export type Excess = Exclude<keyof typeof LIMITS, 'inflated' | 'text'>;

const LENGTHS: ReadonlySet<Excess> = new Set(['cellText', 'formula', 'numberFormat']);

/** Throws `NotAWorkbook` when there is more of something than the limit; `where` is the tab, cell or part. */
export function demandWithin(what: Excess, count: number, where: string): void {
  const most = LIMITS[what];
  if (count > most) throw new NotAWorkbook(LENGTHS.has(what) ? 'too-long' : 'too-many', where, { what, most });
}

let steps = 0;

/** Counts work: characters, cells, columns or areas looked at. Tests read it, because time depends on the machine. */
export function spend(howMany: number): void {
  steps += howMany;
}

/** The work counted so far in this process. */
export function stepsSpent(): number {
  return steps;
}
