/** `npm run bench -- calls`: service calls of each action, in a small and in a large workbook; `-- growth`: how time grows with rows; `-- session`: the workbench's server, `-- page`: what a person at it waits for, `-- peers`: the work beside others (scripts/bench.mjs). For who changes the code. */
import '../../src/xlsx/time-zone.ts';
import { readArguments, runProgram } from '../../src/cli/program.ts';
import { type Counted, countCalls } from './count-calls.ts';
import { exponentOf, type Growth, measureGrowth } from './measure-growth.ts';
import { measureSession } from './measure-session.ts';

const SIZES = [210, 2_100];
const GROWING_SIZES = [210, 2_100, 21_000];
const REPEATS = 3;
/** Reading, checking and refreshing may not grow faster than the rows; what is above is only noise of the clock. */
const MOST_EXPONENT = 1.1;
const SESSION_SIZES = [210, 5_000];
const SESSION_REPEATS = 20;
const USAGE = 'npm run bench -- calls | session | growth | page | peers';

function main(args: readonly string[]): number {
  const [what] = readArguments(args, {}).positionals;
  if (what === 'calls') return showCalls();
  if (what === 'session') return showSession();
  return what === 'growth' ? showGrowth() : print([USAGE], 2);
}

function showCalls(): number {
  const [small = [], large = []] = SIZES.map(countCalls);
  const head = row(['action', `calls at ${SIZES.join(' / ')} rows`, 'values', 'formats', 'writes', 'flushes', 'Drive', 'mails']);
  return print([head, ...small.map((count, at) => row(columnsOf(count, large[at])))], 0);
}

/** What the server of the workbench takes; how long a browser then takes to show it is another matter. */
function showSession(): number {
  const head = ['lines of the tab', 'type', '(processor)', '(script)', 'tab', '(processor)'];
  const lines = SESSION_SIZES.map((rows) => {
    const { lines, type, typeWork, script, tab, tabWork } = measureSession(rows, SESSION_REPEATS);
    return [lines, type, typeWork, script, tab, tabWork].map((n) => n.toFixed(0));
  });
  return print([`ms of server time, median of ${SESSION_REPEATS}`, ...[head, ...lines].map(growthRow)], 0);
}

/** Exit code 1 when check + refresh grow too fast, over all sizes or over the two largest, or an unchanged workbook was written to. */
function showGrowth(): number {
  const grown = measureGrowth(GROWING_SIZES, REPEATS);
  const lines = Object.entries(GROWTH_COLUMNS).map(([name, timeOf]) => {
    const points = grown.map((each) => [each.rows, timeOf(each)] as const);
    const exponents = [exponentOf(points), exponentOf(points.slice(1))].map((slope) => slope.toFixed(2));
    return [name, ...points.map(([, time]) => time.toFixed(0)), ...exponents];
  });
  const written = grown.map((each) => String(each.written));
  const worst = Math.max(...(lines.find(([name]) => name === TOGETHER) ?? []).slice(-2).map(Number));
  const isFine = worst <= MOST_EXPONENT && written.every((count) => count === '0');
  return print(
    [
      `ms, median of ${REPEATS}, sizes taking turns; exponent of log(time) on log(rows): all sizes, two largest`,
      ...[['rows', ...GROWING_SIZES.map(String), 'all', 'largest'], ...lines, ['blocks written', ...written]].map(growthRow),
    ],
    isFine ? 0 : 1,
  );
}

const TOGETHER = 'check + refresh';
const GROWTH_COLUMNS: Readonly<Record<string, (each: Growth) => number>> = {
  'read the workbook': ({ read }) => read,
  check: ({ check }) => check,
  'refresh, nothing changed': ({ refresh }) => refresh,
  [TOGETHER]: ({ check, refresh }) => check + refresh,
};

const growthRow = ([name = '', ...cells]: readonly string[]): string =>
  `${name.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join('')}`;

function columnsOf(
  { action, total, reads, formats, writes, flushes, drive, mails }: Counted,
  large: Counted | undefined,
): string[] {
  return [action, `${total} / ${large?.total ?? '?'}`, ...[reads, formats, writes, flushes, drive, mails].map(String)];
}

const WIDTHS = [30, 26, 8, 8, 8, 8, 6, 6];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, at) => cell.padEnd(WIDTHS[at] ?? 8))
    .join('')
    .trimEnd();
}

function print(lines: readonly string[], code: number): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return code;
}

await runProgram(() => main(process.argv.slice(2)));
