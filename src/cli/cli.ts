/** `npm run cchc -- <verb> <workbook.xlsx> [options]`: exit code 0 fine, 1 problems found, 2 wrong use or an unusable file. */
import '../xlsx/time-zone.ts';
import { dirname, join, resolve } from 'node:path';
import { sameWord } from '../domain/core/word.ts';
import { momentOf } from '../host/core/moment.ts';
import { Unusable } from '../host/core/unusable.ts';
import { type Host, openHost } from '../host/host.ts';
import { sayRecovery } from '../host/recovery.ts';
import { NO, YES } from '../words/core/labels.ts';
import { COPY_WORDS } from '../words/host/copies.ts';
import { HELP, USAGE_SENTENCES } from '../words/host/local.ts';
import { gatherFolder } from './gather/gather.ts';
import { bigQueryWish } from './gather/to-bigquery.ts';
import { importFile, type WriteInto } from './import-plan.ts';
import { printable, readArguments, runProgram, showLog, smtpUrlOf } from './program.ts';
import { registerWishIn } from './registers.ts';
import { rollOverIn } from './roll-over.ts';
import type { Said } from './say-replies.ts';
import { isDocument, setUpForPlan, setUpIn } from './set-up.ts';
import { RUN_VERB, VERBS, type Verb, type Wanted, writePlan } from './verbs.ts';

const OPTIONS = {
  period: 'string',
  today: 'string',
  out: 'string',
  user: 'string',
  plan: 'string',
  unit: 'string',
  since: 'string',
  years: 'string',
  periods: 'string',
  to: 'string',
  posts: 'string',
  keeper: 'string',
  from: 'string',
  title: 'string',
  map: 'string',
  levels: 'boolean',
  baselines: 'boolean',
  role: 'string',
  reason: 'string',
  id: 'string',
  cell: 'string',
  tab: 'string',
  values: 'string',
  preview: 'boolean',
  agree: 'string',
  keep: 'boolean',
  pdf: 'boolean',
  json: 'string',
  into: 'string',
  units: 'string',
  due: 'string',
  minimum: 'string',
  rank: 'string',
  'dry-run': 'boolean',
  help: 'boolean',
} as const;

/** Verbs that take a document beside the workbook. */
const TAKES_FILE: readonly Verb[] = ['reconcile', 'template', 'surveys'];

/** Verbs that write nothing: they do for a workbook on a medium that takes no writing. */
const LOOKING: readonly Verb[] = ['check', 'owed', 'preview'];

/** Reads a document; a workbook only with `--into`. */
const IMPORT = 'import';

/** Reads a folder of many units' packages, and no workbook of ours. */
const GATHER = 'gather';

/** Where `enter` types unless told otherwise. */
const ACTUALS_TAB = 'Nhập số liệu';

async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS);
  const [verb, workbook, ...others] = given.positionals;
  if (given.on('help') || verb === 'help') return print([HELP], 0);
  if (verb === IMPORT) return exit(await importWith(given));
  if (verb === GATHER) return exit(await gatherWith(given));
  const known = verbOf(verb);
  if (workbook === undefined) throw new Unusable(USAGE_SENTENCES.noWorkbook);
  const file = documentOf(known, others);
  const plan = given.text('plan');
  if (known === 'setup' && isDocument(plan)) return exit(await setUpFrom(given, { workbook, plan }));
  return exit(withHost(given, { workbook, verb: known }, (host) => RUN_VERB[known](host, wantedIn(given, known, file))));
}

type Given = ReturnType<typeof readArguments>;

/** Opens the workbook, works on it, and closes it whatever happens. */
function withHost(
  given: Given,
  { workbook, verb }: { workbook: string; verb: Verb | typeof IMPORT },
  work: (host: Host) => Said,
): Said {
  const path = resolve(workbook);
  const out = given.text('out') === null ? dirname(path) : resolve(given.text('out') ?? '');
  const host = openHost({
    workbook: path,
    outDir: join(out, 'bao-cao'),
    mailDir: join(out, 'thu'),
    user: given.text('user') ?? '',
    now: momentOf(given.text('today')),
    create: verb === 'setup',
    isDayRight: agreementOf(given.text('agree')) === true,
    readOnly: LOOKING.some((each) => each === verb),
    smtpUrl: smtpUrlOf(process.env),
  });
  tellRecovery(host);
  try {
    const said = work(host);
    return { ...said, lines: [...said.lines, ...host.copies().map(COPY_WORDS.kept)] };
  } finally {
    showLog(host.logged());
    host.close();
  }
}

/** `import <file> [--json out] [--into workbook [--plan id]]`. */
function importWith(given: Given): Promise<Said> {
  const [, file, extra] = given.positionals;
  if (extra !== undefined) throw new Unusable(USAGE_SENTENCES.extra(extra));
  const workbook = given.text('into');
  return importFile({
    file,
    json: given.text('json'),
    plan: given.text('plan') ?? '',
    into: workbook === null ? null : (asked) => withHost(given, { workbook, verb: IMPORT }, (host) => writePlan(host, asked)),
  });
}

/** `gather <folder> --unit "…"`. */
function gatherWith(given: Given): Promise<Said> {
  const [, folder, extra] = given.positionals;
  if (extra !== undefined) throw new Unusable(USAGE_SENTENCES.extra(extra));
  const due = given.text('due');
  return gatherFolder({
    folder,
    unit: given.text('unit'),
    units: given.text('units'),
    period: given.text('period'),
    due: due === null ? null : momentOf(due).day,
    rank: given.text('rank'),
    out: given.text('out'),
    today: momentOf(given.text('today')).day,
    bigQuery: bigQueryWish(given.text('to'), given.on('dry-run')),
  });
}

/** `setup <workbook> --plan <document>`: the plan is read before anything is made; then a blank workbook of its office and years takes it. */
function setUpFrom(given: Given, { workbook, plan }: { workbook: string; plan: string }): Promise<Said> {
  const into: WriteInto = (asked, { unit }) =>
    withHost(given, { workbook, verb: 'setup' }, (host) => {
      const setUp = setUpForPlan(setUpIn(given.text), { unit, years: asked.years });
      const made = RUN_VERB.setup(host, { ...wantedIn(given, 'setup', null), setUp });
      const written = writePlan(host, asked);
      return { lines: [...made.lines, ...written.lines], problems: made.problems || written.problems };
    });
  return importFile({ file: plan, json: given.text('json'), plan: '', into });
}

/** What the verbs take of the command line; '' where nothing was given. */
function wantedIn(given: Given, known: Verb, file: string | null): Wanted {
  const text = (name: keyof typeof OPTIONS): string => given.text(name) ?? '';
  return {
    period: given.text('period'),
    setUp: setUpIn(given.text),
    register: registerWishIn(given.text),
    rollOver: known === 'roll-over' ? rollOverIn(given) : null,
    preview: given.on('preview'),
    agree: agreementOf(given.text('agree')),
    role: text('role'),
    reason: text('reason'),
    ids: text('id'),
    cell: text('cell'),
    tab: given.text('tab') ?? ACTUALS_TAB,
    values: text('values'),
    keep: given.on('keep'),
    pdf: given.on('pdf'),
    file,
  };
}

/** What was typed before a power cut, and what became of it. */
function tellRecovery({ recovered }: Host): void {
  process.stderr.write(printable(sayRecovery(recovered)));
}

function agreementOf(text: string | null): boolean | null {
  if (text === null) return null;
  if (sameWord(text, YES)) return true;
  if (sameWord(text, NO)) return false;
  throw new Unusable(USAGE_SENTENCES.option('--agree'));
}

/** The document beside the workbook, for the verbs that take one; anything more is a slip. */
function documentOf(verb: Verb, others: readonly string[]): string | null {
  const [file, extra] = TAKES_FILE.includes(verb) ? others : [undefined, ...others];
  if (extra !== undefined) throw new Unusable(USAGE_SENTENCES.extra(extra));
  return file ?? null;
}

function verbOf(text: string | undefined): Verb {
  if (text === undefined) throw new Unusable(USAGE_SENTENCES.noVerb);
  const verb = VERBS.find((known) => known === text);
  if (verb === undefined) throw new Unusable(USAGE_SENTENCES.verb(text));
  return verb;
}

function print(lines: readonly string[], code: number): number {
  process.stdout.write(printable(lines));
  return code;
}

/** Prints what was said; the exit code tells whether anything is to be mended. */
function exit({ lines, problems }: Said): number {
  return print(lines, problems ? 1 : 0);
}

await runProgram(() => main(process.argv.slice(2)));
