/**
 * `npm run bench -- peers [verdicts keys read write papers sheet requests day]`: what the program does, beside what an office would use
 * instead and beside the least there is to do, in one run and by turns. Prints one table and keeps its
 * figures beside the benches; docs/benches.md says how to read it.
 */
import '../../../src/xlsx/time-zone.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Comparison, compete, type Result, withResults } from './contest.ts';
import { wholeDay } from './day.ts';
import { files } from './files.ts';
import { installPeers, type Peers } from './install.ts';
import { papers } from './papers.ts';
import { tableOf } from './table.ts';
import { requests, sheetRows } from './validation.ts';
import { doubleKeys, verdicts } from './verdicts.ts';

const LATEST = 'tools/bench/latest.json';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The programs that are run in processes of their own, already built. */
export type Children = { readonly files: string; readonly day: string };

/** Every comparison at the sizes that the table has. */
function comparisonsAt(peers: Peers, children: Children): readonly Comparison[] {
  return [
    verdicts(peers, [2_100, 21_000, 100_000]),
    doubleKeys(peers, [10_000]),
    ...files(peers, children.files, [2_100, 35_280]),
    papers(peers, [210, 2_100]),
    sheetRows(peers, [100_000]),
    requests(peers, [100_000]),
    wholeDay(children.day, [410, 5_000]),
  ];
}

/** Plays the comparisons of these names, all where none is named; exit code 2: there is none of that name. */
export async function benchPeers(names: readonly string[], children: Children): Promise<number> {
  const all = comparisonsAt(installPeers(say), children);
  const unknown = names.filter((name) => all.every((each) => each.name !== name));
  if (unknown.length > 0) {
    say(`npm run bench -- peers ${all.map(({ name }) => name).join(' ')}`);
    return 2;
  }
  const results: Result[] = [];
  for (const comparison of all.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = await compete(comparison);
    say(tableOf([result]));
    results.push(result);
  }
  const kept: readonly Result[] = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')).results : [];
  writeFileSync(LATEST, `${JSON.stringify({ machine: machine(), results: withResults(kept, results) }, null, 2)}\n`);
  return 0;
}

function machine() {
  return { processor: cpus()[0]?.model.trim() ?? '?', cores: cpus().length, node: process.version };
}
