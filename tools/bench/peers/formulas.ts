import { VERDICTS } from '../../../src/domain/judging/verdict.ts';
import { TASK_STATUSES } from '../../../src/domain/plan/task.ts';
import type { MadeRow } from './made-rows.ts';

/** A sheet as calculating programs take it: a text that begins with `=` is a formula. */
export type FormulaSheet = readonly (readonly (string | number | null)[])[];

/** What the rules read beside the rows: the day asked, the days of notice, the days off. Days are serial numbers. */
export type RuleFacts = { readonly asOf: number; readonly notice: number; readonly daysOff: readonly number[] };

/** Every verdict and status. A status has `task ` before it, because two codes are both. */
export const CODES: readonly string[] = [...VERDICTS, ...TASK_STATUSES.map((status) => `task ${status}`)];

/** The counts as contestants are compared by them. */
export function countsAnswer(of: (code: string) => number): string {
  return CODES.map((code) => [code, of(code)] as const)
    .filter(([, count]) => count !== 0)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

/** Where the counts stand, 1-based: their column, and the row of the first. */
export const COUNTS_AT = { column: 14, row: 1 } as const;

const IS_OVER = 'E%<>"",F%<>""';
const INDICATOR = [
  'IF(G%="not-applicable","not-applicable"',
  'IF(C%="","track-only"',
  `IF(NOT(AND(${IS_OVER})),"no-data"`,
  'IF(E%>F%,"no-data"',
  'IF(F%=0,"nothing-arose"',
  // What stands in our rules as fractions, compared without dividing; the half unit is far below any difference that the data has.
  'IF(IF(B%="at-least",E%*100-C%*F%,C%*F%-E%*100)>=-0.0001,"met"',
  'IF(AND(D%<>"",IF(B%="at-least",E%*100-(C%-D%)*F%,(C%+D%)*F%-E%*100)>=-0.0001),"nearly-met","not-met")))))))',
].join(',');
const STANDING =
  'IF(G%="nothing-arose","task nothing-arose",IF(OR(G%="done",AND(J%=1,G%<>"none")),"task done-in-period",IF(OR(G%="none",G%=""),"task not-updated","task in-progress")))';
const DATED = [
  'IF(G%="done",IF(I%<=H%,"task done-on-time","task done-late")',
  'IF(G%="nothing-arose","task nothing-arose"',
  'IF(H%<L$1,"task overdue"',
  'IF(NETWORKDAYS(L$1+1,H%,M$1:M$@)<=L$2,"task due-soon"',
  'IF(G%="doing","task in-progress","task not-started")))))',
].join(',');
const RULES = [
  `=IF(LEFT(B%,3)="at-",${INDICATOR}`,
  'IF(OR(G%="suspended",G%="not-applicable"),"task "&G%',
  `IF(B%="continuous",${STANDING},${DATED})))`,
].join(',');

/** The rules of verdicts and statuses as the formula of each row, and a count of each code. */
export function verdictSheet(rows: readonly MadeRow[], { asOf, notice, daysOff }: RuleFacts): FormulaSheet {
  const last = rows.length;
  const beside = Math.max(last, daysOff.length, CODES.length);
  return Array.from({ length: beside }, (_, at) => {
    const row = rows[at];
    const code = CODES[at];
    return [
      ...(row === undefined ? Array<null>(11).fill(null) : rowCells(row, at + 1, daysOff.length)),
      at === 0 ? asOf : at === 1 ? notice : null,
      daysOff[at] ?? null,
      code === undefined ? null : `=COUNTIF(K$1:K$${last},"${code}")`,
    ];
  });
}

function rowCells(row: MadeRow, line: number, daysOff: number): (string | number | null)[] {
  return [
    row.id,
    row.kind,
    row.target,
    row.tolerance,
    row.numerator,
    row.denominator,
    row.word,
    row.due,
    row.completedOn,
    row.hasResult ? 1 : null,
    RULES.replaceAll('%', String(line)).replaceAll('@', String(daysOff)),
  ];
}

/** Each key with the number of rows that have it, and how many rows have one that stood above; no key stands more than twice. */
export function doubleKeySheet(keys: readonly string[]): FormulaSheet {
  const last = keys.length;
  return keys.map((key, at) => [
    key,
    `=COUNTIF(A$1:A$${last},A${at + 1})`,
    ...(at === 0 ? [`=COUNTIF(B$1:B$${last},">1")/2`] : []),
  ]);
}

/** The same rules as a plain loop over plain objects: the floor, which explains nothing and knows no other kind of row. */
export function plainVerdicts(rows: readonly MadeRow[], { asOf, notice, daysOff }: RuleFacts): string {
  const workdays = workdaysFrom(asOf, new Set(daysOff));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const code =
      row.kind === 'at-least' || row.kind === 'at-most' ? plainVerdict(row) : plainStatus(row, { asOf, notice, workdays });
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return countsAnswer((code) => counts.get(code) ?? 0);
}

function plainVerdict({ kind, word, target, tolerance, numerator, denominator }: MadeRow): string {
  if (word === 'not-applicable') return word;
  if (target === null) return 'track-only';
  if (numerator === null || denominator === null || numerator > denominator) return 'no-data';
  if (denominator === 0) return 'nothing-arose';
  const over = (level: number): number =>
    kind === 'at-least' ? numerator * 100 - level * denominator : level * denominator - numerator * 100;
  if (over(target) >= -0.0001) return 'met';
  const slack = kind === 'at-least' ? -(tolerance ?? 0) : (tolerance ?? 0);
  return slack !== 0 && over(target + slack) >= -0.0001 ? 'nearly-met' : 'not-met';
}

type StatusFacts = { readonly asOf: number; readonly notice: number; readonly workdays: readonly number[] };

function plainStatus(row: MadeRow, facts: StatusFacts): string {
  const { kind, word, due, hasResult } = row;
  if (word === 'suspended' || word === 'not-applicable' || word === 'nothing-arose') return `task ${word}`;
  if (kind !== 'continuous') return due === null ? 'task not-started' : datedStatus(row, due, facts);
  if (word === 'done' || (hasResult && word !== 'none')) return 'task done-in-period';
  return word === 'doing' ? 'task in-progress' : 'task not-updated';
}

function datedStatus({ word, completedOn }: MadeRow, due: number, { asOf, notice, workdays }: StatusFacts): string {
  if (word === 'done') return completedOn !== null && completedOn <= due ? 'task done-on-time' : 'task done-late';
  if (due < asOf) return 'task overdue';
  if ((workdays[due - asOf] ?? Infinity) <= notice) return 'task due-soon';
  return word === 'doing' ? 'task in-progress' : 'task not-started';
}

const YEAR = 366;

/** By days from the day asked: how many of them are worked. */
function workdaysFrom(asOf: number, daysOff: ReadonlySet<number>): number[] {
  const counts = [0];
  for (let days = 1; days < YEAR; days += 1) {
    const serial = asOf + days;
    // Serial 1 was a Sunday, as sheets count.
    const weekday = (serial - 1) % 7;
    counts.push((counts[days - 1] ?? 0) + Number(weekday !== 0 && weekday !== 6 && !daysOff.has(serial)));
  }
  return counts;
}
