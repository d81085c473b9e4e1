/** `npm run bench -- calls`: what each action costs in service calls, in a small and in a large workbook. For who changes the code. */
import './time-zone.ts';
import { type Counted, countCalls } from './count-calls.ts';
import { readArguments, runProgram } from './program.ts';

const SIZES = [210, 2_100];
const USAGE = 'npm run bench -- calls | xlsx';

function main(args: readonly string[]): number {
  const [what] = readArguments(args, {}).positionals;
  if (what !== 'calls') return print([USAGE], 2);
  const [small = [], large = []] = SIZES.map(countCalls);
  const head = row(['action', `calls at ${SIZES.join(' / ')} rows`, 'values', 'formats', 'writes', 'flushes', 'Drive']);
  return print([head, ...small.map((count, at) => row(columnsOf(count, large[at])))], 0);
}

function columnsOf({ action, total, reads, formats, writes, flushes, drive }: Counted, large: Counted | undefined): string[] {
  return [action, `${total} / ${large?.total ?? '?'}`, ...[reads, formats, writes, flushes, drive].map(String)];
}

const WIDTHS = [30, 26, 8, 8, 8, 8, 6];

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
