import { parseArgs } from 'node:util';
import { Unusable } from '../host/core/unusable.ts';
import { USAGE_SENTENCES } from '../words/host/local.ts';

/** The options of one program, each a text or a switch. Throws `Unusable` for what it does not know. */
export function readArguments(args: readonly string[], options: Readonly<Record<string, 'string' | 'boolean'>>) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
    });
    return {
      positionals,
      text: (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null),
      on: (name: string): boolean => values[name] === true,
    };
  } catch (thrown) {
    throw new Unusable(USAGE_SENTENCES.option(optionIn(thrown)));
  }
}

/** Node says it in English; the name of the option is the useful part. */
function optionIn(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : '';
  return /'([^' ]+)/u.exec(message)?.[1] ?? message;
}

/** The mail server that the office set, or `null`: letters become files. One that cannot be understood is told before anything runs. */
export function smtpUrlOf(environment: NodeJS.ProcessEnv): string | null {
  const url = environment['SMTP_URL'] ?? '';
  if (url === '') return null;
  if (!/^smtps?:\/\/[^/]/u.test(url) || !URL.canParse(url)) throw new Unusable(USAGE_SENTENCES.smtpUrl);
  return url;
}

/** Runs a program to its exit code; every failure is one sentence on stderr and code 2. */
export async function runProgram(work: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (thrown) {
    const sentence = thrown instanceof Unusable ? thrown.message : USAGE_SENTENCES.bug(messageOf(thrown));
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What a cell may hold and a terminal would obey: controls, and what turns the direction of writing; one line stays one. */
const UNRULY = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Lines for a terminal; those that are several lines of ours stay so. */
export function printable(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `${line.replace(UNRULY, ' ')}\n`)
    .join('');
}

/** With `CCHC_LOG=1`, what the script wrote to its execution log goes to stderr, for whoever maintains it. */
export function showLog(logged: readonly string[]): void {
  if (process.env['CCHC_LOG'] === '1') for (const line of logged) process.stderr.write(printable([line]));
}
