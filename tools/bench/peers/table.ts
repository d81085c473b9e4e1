import { type Aim, isReached, type Line, type Result } from './contest.ts';

/** The comparisons as one table of plain text. */
export function tableOf(results: readonly Result[]): string {
  return results.flatMap(linesOf).join('\n');
}

const WIDTHS = [42, 10, 12, 6, 12, 10, 8];
const HEAD = ['', 'rows', 'ms', 'of', '× ours', 'exponent', 'MB', ''];

function linesOf({ title, lines, absent, aims }: Result): string[] {
  return [
    title,
    row(HEAD),
    ...lines.map((line) => row(cellsOf(line))),
    ...absent.map(({ who, why }) => `  ${who} takes no part: ${why}`),
    ...aims.map(aimLine),
    '',
  ];
}

function cellsOf({ who, rows, ms, runs, ofOurs, exponent, megabytes, note }: Line): string[] {
  return [
    `  ${who}`,
    rows.toLocaleString('en'),
    number(ms),
    String(runs),
    number(ofOurs),
    exponent === null ? '' : exponent.toFixed(2),
    megabytes === null ? '' : String(Math.round(megabytes)),
    note === '' ? '' : `  ${note}`,
  ];
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 0)))
    .join('')
    .trimEnd();
}

function aimLine(aim: Aim): string {
  const reached = isReached(aim);
  const wanted = aim.most === undefined ? `at least ${aim.least}` : `at most ${aim.most}`;
  const said = reached === null ? 'not measured' : `${number(aim.got ?? Number.NaN)}: ${reached ? 'reached' : 'NOT REACHED'}`;
  return `  aim ${aim.aim}, ${wanted}: ${said}`;
}

/** Three figures are enough to compare by. */
function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
