/** `npm run selftest`: the self-test of the menu on the host, or `--compare` of what it saved on Google. For who changes the code. */
import '../../src/xlsx/time-zone.ts';
import { writeFileSync } from 'node:fs';
import { readArguments, runProgram } from '../../src/cli/program.ts';
import { differences, type Side, sayDifferences } from './compare.ts';
import { selfTestOnHost } from './on-host.ts';
import { readResult, readText } from './read-result.ts';

const OUTPUT = 'selftest-host.json';
/** The claims on typed entry hold there. */
const LOCALE = 'vi_VN';

function main(args: readonly string[]): number {
  const live = readArguments(args, { compare: 'string' }).text('compare');
  if (live !== null) return report(readText(live), live, 'google');
  const text = selfTestOnHost();
  writeFileSync(OUTPUT, text);
  return Math.max(report(text, OUTPUT, 'host'), report(selfTestOnHost('editor'), 'the same by an editor', 'host'));
}

function report(text: string, path: string, side: Side): number {
  const { observed, locale, build, person } = readResult(text, path);
  const found = differences(observed, side, person);
  const warning = locale === LOCALE ? [] : [`The workbook's locale was ${locale}: run it in one of ${LOCALE}.`];
  process.stdout.write(
    `${[`${path}, ${build}, run by the file's ${person}`, ...warning, ...sayDifferences(observed, found)].join('\n')}\n`,
  );
  return found.length === 0 ? 0 : 1;
}

await runProgram(() => main(process.argv.slice(2)));
