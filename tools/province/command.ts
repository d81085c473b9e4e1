/**
 * `npm run province -- make <folder> [units] [years] [4|12] [seed]`: a province of packages with planted faults, and its list of units.
 * `npm run province -- measure [units…]`: time and memory of `gather` at growing sizes, each in a process of its own, and the exponent between them.
 * `npm run province -- peers [units]`: the same sums by LibreOffice and by plain Node over the CSV files, as ratios in one run.
 */
import '../../src/xlsx/time-zone.ts';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeFolder } from './made-folder.ts';
import { measureAll, measureOne } from './measure.ts';
import { comparePeers } from './peers.ts';

const [what = '', ...rest] = process.argv.slice(2);
const number = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));

async function main(): Promise<void> {
  if (what === 'make') {
    const [folder = '', units, years, periods, seed] = rest;
    mkdirSync(resolve(folder), { recursive: true });
    const size = {
      units: number(units, 114),
      years: number(years, 2),
      periods: number(periods, 4) === 12 ? 12 : 4,
      seed: number(seed, 1),
    } as const;
    process.stdout.write(`${JSON.stringify(makeFolder(resolve(folder), size), null, 2)}\n`);
  } else if (what === 'one') await measureOne(resolve(rest[0] ?? ''));
  else if (what === 'measure') measureAll(rest.length === 0 ? [114, 1000, 3321] : rest.map(Number));
  else if (what === 'peers') await comparePeers(number(rest[0], 114));
  else process.stdout.write('npm run province -- make | measure | peers\n');
}

await main();
