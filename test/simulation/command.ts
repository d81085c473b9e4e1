import { parseArgs } from 'node:util';
import { type AppStory, ASKED, allAppStories, appStoryOf, tellApp, tellingGaps } from './app-stories.ts';
import { KINDS, PLACEMENTS } from './placements.ts';
import { randomFrom } from './random.ts';
import { allStories, explain, gapsOf, simulate, type Told, tell, UNFLUSHED } from './simulate.ts';
import { PLANTED_TOYS, type Toy, VERIFYING_TOYS } from './toys.ts';

/** This many seeds at most to find a planted bug; the first one that shows it ends the search. */
export const SEEDS_PER_BUG = 2000;
export const ONE_EDIT = { edits: 1, kills: true, others: true } as const;

/** The first seed, from `seed` on, whose story shows the bug; `null` when none does. */
export function caughtAt(toy: Toy, seed: number): { readonly seed: number; readonly told: Told } | null {
  for (let at = seed; at < seed + SEEDS_PER_BUG; at += 1) {
    const told = simulate(at, toy, ONE_EDIT);
    if (told.findings.length > 0) return { seed: at, told };
  }
  return null;
}

type Tally = { stories: number; findings: number; first: string | null; seconds: number };

function tally(stories: Iterable<Told>, until: number): Tally {
  const started = performance.now();
  const sum: Tally = { stories: 0, findings: 0, first: null, seconds: 0 };
  for (const told of stories) {
    sum.stories += 1;
    if (told.findings.length > 0) {
      sum.findings += 1;
      sum.first ??= explain(told);
    }
    if (performance.now() > until) break;
  }
  sum.seconds = (performance.now() - started) / 1000;
  return sum;
}

/** The kill in the very gap of the edit; then in each of the gaps that follow. */
function* sweep(reach: number): Generator<Told> {
  for (const toy of VERIFYING_TOYS)
    for (const unflushed of UNFLUSHED) for (const story of allStories(toy, unflushed, reach)) yield tell(story);
}

function* byChance(seed: number): Generator<Told> {
  for (let at = seed; ; at += 1) for (const toy of VERIFYING_TOYS) yield simulate(at, toy, ONE_EDIT);
}

const number = (n: number): string => Math.round(n).toLocaleString('en');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function sayTally(what: string, { stories, findings, first, seconds }: Tally): void {
  say(`${what}: ${number(stories)} stories, ${number(stories / seconds)} per second, ${number(findings)} with findings`);
  if (first !== null) say(first);
}

type AppTally = { stories: number; findings: number; first: string };

function tallyApp(stories: Iterable<AppStory>, until: number): AppTally {
  const sum: AppTally = { stories: 0, findings: 0, first: '' };
  for (const story of stories) {
    const { findings } = tellApp(story);
    sum.stories += 1;
    if (findings.length > 0) {
      sum.findings += 1;
      sum.first ||= [JSON.stringify(story), ...findings].join('\n');
    }
    if (performance.now() > until) break;
  }
  return sum;
}

function* appByChance(seed: number, kills: boolean): Generator<AppStory> {
  for (let at = seed; ; at += 1) yield appStoryOf(randomFrom(at), { kills });
}

function* everyEdit(): Generator<AppStory> {
  for (const asked of ASKED) yield* allAppStories(asked, tellingGaps(asked), UNFLUSHED);
}

/** The bundle itself: one edit around each write must leave no finding; an edit and a kill are counted, because one gap remains. */
function runApp(seed: number, seconds: number): boolean {
  const part = (share: number): number => performance.now() + seconds * 1000 * share;
  const swept = tallyApp(everyEdit(), part(0.6));
  const chance = tallyApp(appByChance(seed, false), part(0.2));
  const killed = tallyApp(appByChance(seed, true), part(0.2));
  say(`bundle, one edit around each write: ${number(swept.stories)} stories, ${number(swept.findings)} with findings`);
  if (swept.first !== '') say(swept.first);
  say(
    `bundle, seeds from ${seed} on, one edit and another clerk: ${number(chance.stories)} stories, ${number(chance.findings)} with findings`,
  );
  if (chance.first !== '') say(chance.first);
  say(
    `bundle, the same with a kill, the gap that remains: ${number(killed.stories)} stories, ${number(killed.findings)} with findings`,
  );
  if (killed.first !== '') say(killed.first);
  return swept.findings + chance.findings === 0;
}

/** Runs the simulation and prints what it found; returns whether all is as it must be. */
export function runCommand(args: readonly string[]): boolean {
  const options = { seed: { type: 'string' }, seconds: { type: 'string' }, app: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const seed = Number(values.seed ?? 1);
  const seconds = Number(values.seconds ?? 60);
  if (values.app === true) return runApp(seed, seconds);
  const until = performance.now() + seconds * 1000;
  const gaps = VERIFYING_TOYS.map((toy) => gapsOf(toy, [], 'landed'));
  say(
    `gaps ${gaps.join(' + ')} × ${PLACEMENTS.length} edits of ${KINDS} kinds × kill or none × ${UNFLUSHED.length} ways of unflushed writes`,
  );
  const caught = PLANTED_TOYS.map((toy) => ({ toy, found: caughtAt(toy, seed) }));
  for (const { toy, found } of caught) say(`  ${found === null ? 'NOT CAUGHT' : `seed ${found.seed}`}: ${toy.name}`);
  say(`planted bugs caught ${caught.filter(({ found }) => found !== null).length}/${caught.length}`);
  const swept = tally(sweep(0), until);
  sayTally('gaps × edits × kills', swept);
  const remaining = until - performance.now();
  const later = tally(sweep(Number.POSITIVE_INFINITY), performance.now() + remaining / 2);
  sayTally('the same with the kill in every later gap', later);
  const chance = tally(byChance(seed), until);
  sayTally(`seeds from ${seed} on, many people, clock, locks and kills`, chance);
  return swept.findings + later.findings + chance.findings === 0 && caught.every(({ found }) => found !== null);
}
