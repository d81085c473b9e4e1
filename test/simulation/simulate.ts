import { Script } from 'node:vm';
import type { HumanAct } from './acts.ts';
import { computedIsAtItsKey, computedIsComplete, dueIn, mailsAreRight, typedIsKept } from './checkers.ts';
import { PLACEMENTS, type Placed } from './placements.ts';
import { type Random, randomFrom } from './random.ts';
import { type Happening, openStage, type Stage, type Turn, type Unflushed } from './stage.ts';
import { CLERK, DATA_TAB, OWNER, toyBook, toySidecar } from './toy-workbook.ts';
import type { Toy } from './toys.ts';

/** One story: what a person did before, and the executions with all that happens in their gaps; a clean execution ends it. */
export type Story = {
  readonly toy: Toy;
  readonly unflushed: Unflushed;
  readonly before: readonly HumanAct[];
  readonly turns: readonly Turn[];
};
export type Told = { readonly story: Story; readonly findings: readonly string[]; readonly stage: Stage; readonly gaps: number };

export const UNFLUSHED: readonly Unflushed[] = ['landed', 'waiting'];

/** A protection stops a script with an error that its person sees; any other error is a bug of the script. */
const REFUSED = /protected cell or object/u;

const compiled = new Map<string, Script>();
function scriptOf({ code }: Toy): Script {
  const script = compiled.get(code) ?? new Script(code, { filename: 'Code.js' });
  compiled.set(code, script);
  return script;
}

/** Plays a story and checks it: at once after an execution that lived, and at the end after a clean one. */
export function tell(story: Story): Told {
  const stage = openStage({
    script: scriptOf(story.toy),
    book: toyBook(),
    sidecar: toySidecar(),
    tab: DATA_TAB,
    unflushed: story.unflushed,
  });
  const due: string[][] = [];
  const findings: string[] = [];
  for (const what of story.before) stage.edit(what);
  due.push(dueIn(stage, DATA_TAB));
  let gaps = 0;
  for (const turn of story.turns) {
    const ended = stage.run(turn);
    gaps = ended.gaps;
    due.push(dueIn(stage, DATA_TAB));
    if (!ended.killed && ended.failure === null)
      findings.push(...typedIsKept(stage, DATA_TAB), ...computedIsAtItsKey(stage, DATA_TAB));
    if (ended.failure !== null && !REFUSED.test(ended.failure)) findings.push(`the script fails: ${ended.failure}`);
  }
  stage.run({ name: story.toy.action, user: OWNER, at: [] });
  findings.push(...typedIsKept(stage, DATA_TAB), ...computedIsAtItsKey(stage, DATA_TAB));
  if (story.toy.action === 'refresh') findings.push(...computedIsComplete(stage, DATA_TAB));
  const must = due.reduce((all, some) => all.filter((key) => some.includes(key)));
  if (story.toy.action === 'mails') findings.push(...mailsAreRight(stage, { must, may: due.flat() }));
  return { story, findings: [...new Set(findings)], stage, gaps };
}

const turnOf = (toy: Toy, at: Turn['at']): Turn => ({ name: toy.action, user: CLERK, at });

const counted = new Map<string, number>();

/** How many gaps a run has in which nothing happens. */
export function gapsOf(toy: Toy, before: readonly HumanAct[], unflushed: Unflushed): number {
  const key = JSON.stringify([toy.code, toy.action, before, unflushed]);
  const gaps = counted.get(key) ?? tell({ toy, unflushed, before, turns: [turnOf(toy, [])] }).gaps;
  counted.set(key, gaps);
  return gaps;
}

/** A run that has something to fix makes more calls than one that has not. */
const MORE_GAPS = 12;

/** Every story of one toy: each edit (or none) in each gap, and a kill in none, or in each of the gaps that follow within `reach`. */
export function* allStories(toy: Toy, unflushed: Unflushed, reach: number): Generator<Story> {
  for (let kill = 1; kill <= gapsOf(toy, [], unflushed); kill += 1) {
    yield { toy, unflushed, before: [], turns: [turnOf(toy, [{ gap: kill, does: { do: 'kill' } }])] };
  }
  for (const placed of PLACEMENTS) {
    const gaps = gapsOf(toy, placed.before, unflushed);
    for (let gap = 1; gap <= gaps; gap += 1) {
      const edit = { gap, does: { do: 'edit', what: placed.what } } as const;
      yield { toy, unflushed, before: placed.before, turns: [turnOf(toy, [edit])] };
      for (let kill = gap; kill <= Math.min(gap + reach, gaps + MORE_GAPS); kill += 1) {
        yield { toy, unflushed, before: placed.before, turns: [turnOf(toy, [edit, { gap: kill, does: { do: 'kill' } }])] };
      }
    }
  }
}

export type Limits = { readonly edits: number; readonly kills: boolean; readonly others: boolean };

/** A story by chance: the same seed tells the same story. */
export function storyOf(seed: number, toy: Toy, limits: Limits): Story {
  const random = randomFrom(seed);
  const unflushed = random.oneOf(UNFLUSHED);
  const placed = random.oneOf(PLACEMENTS);
  const gaps = gapsOf(toy, placed.before, unflushed);
  const turns = Array.from({ length: 1 + random.below(3) }, (_, i) =>
    turnOf(toy, happeningsOf(random, { gaps, toy, edits: i === 0 ? placed : null, limits })),
  );
  return { toy, unflushed, before: placed.before, turns };
}

type Chance = { readonly gaps: number; readonly toy: Toy; readonly edits: Placed | null; readonly limits: Limits };

function happeningsOf(random: Random, { gaps, toy, edits, limits }: Chance): Turn['at'] {
  const at: { gap: number; does: Happening }[] = [];
  const place = (does: Happening): void => void at.push({ gap: 1 + random.below(gaps + 4), does });
  if (edits !== null && limits.edits > 0) place({ do: 'edit', what: edits.what });
  if (edits !== null)
    for (let more = 1; more < limits.edits; more += 1) place({ do: 'edit', what: random.oneOf(PLACEMENTS).what });
  if (limits.kills && random.below(2) === 0) place({ do: 'kill' });
  if (random.below(3) === 0) place({ do: 'clock', minutes: 60 * (1 + random.below(30)) });
  if (limits.others && random.below(2) === 0) place({ do: 'run', name: toy.action, user: OWNER });
  return at;
}

/** Tells the story of one seed. */
export function simulate(seed: number, toy: Toy, limits: Limits): Told {
  return tell(storyOf(seed, toy, limits));
}

/** What a failing test prints: the seed's story, and what happened. */
export function explain({ story, findings, stage }: Told): string {
  const { toy, unflushed, before, turns } = story;
  return [
    toy.name,
    JSON.stringify({ unflushed, before, turns }),
    ...stage.history,
    ...findings.map((found) => `! ${found}`),
  ].join('\n');
}
