import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../domain/core/day.ts';
import { fold } from '../../domain/core/word.ts';
import {
  type Choice,
  type Counted,
  choose,
  type GatheredPeriod,
  type Received,
  yearBefore,
} from '../../domain/province/choose.ts';
import type { Answers } from '../../domain/province/consolidate.ts';
import type { Register } from '../../domain/province/units.ts';
import { type Engine, openEngine, openStage, STAGE_PREFIX, type Stage } from './engine.ts';
import { QUERIES, type QueryName } from './queries.ts';
import { filesUnder, type Refused, readFiles } from './read-folder.ts';

export type Wish = {
  readonly folder: string;
  /** Where what is made goes; the lines wait there for the engine, too. */
  readonly out: string;
  readonly register: Register;
  readonly due: Day | null;
  /** By its name as most units have it; `null`: the one that ends last. */
  readonly period: string | null;
};

export type Numbered = Counted & { readonly number: number; readonly heir: string };

export type Gathered = {
  readonly choice: Choice;
  readonly refused: readonly Refused[];
  readonly period: GatheredPeriod;
  readonly counted: readonly Numbered[];
  readonly answers: Answers;
};

/** No period of that name was sent, or nothing at all. */
export class NothingGathered extends Error {
  readonly periods: readonly string[];
  readonly refused: readonly Refused[];
  constructor(periods: readonly string[], refused: readonly Refused[]) {
    super('nothing to gather');
    this.periods = periods;
    this.refused = refused;
  }
}

/**
 * Reads a folder, chooses what counts and asks the engine everything about one period. What a folder gives depends on its files alone: a run that
 * was killed left nothing that a later one looks at. `work`: with the engine still open.
 */
export async function gather(
  wish: Wish,
  work: (gathered: Gathered, engine: Engine, stage: Stage) => Promise<void>,
): Promise<Gathered> {
  mkdirSync(wish.out, { recursive: true });
  sweep(wish.out);
  const stage = openStage(wish.out);
  try {
    const { refused, received } = staged(wish, stage);
    const choice = choose([...received.keys()], wish.register, wish.due);
    const period = choice.periods.find(
      ({ name, key }) => wish.period === null || fold(name) === fold(wish.period) || key === wish.period,
    );
    if (period === undefined)
      throw new NothingGathered(
        choice.periods.map(({ name }) => name),
        refused,
      );
    const counted = choice.counted.map((one) => ({
      ...one,
      number: received.get(one.received) ?? 0,
      heir: wish.register.heirOn(one.own, period.end).code,
    }));
    const engine = await openEngine(stage, counted);
    try {
      const gathered = { choice, refused, period, counted, answers: await answersOf(engine, period) };
      await work(gathered, engine, stage);
      return gathered;
    } finally {
      engine.close();
    }
  } finally {
    stage.close();
  }
}

/** Each package that could be read has its number in the stage. */
function staged({ folder, out }: Wish, stage: Stage): { refused: Refused[]; received: Map<Received, number> } {
  const received = new Map<Received, number>();
  const files = filesUnder(folder, (path) => path.startsWith(join(out, '/')) && out !== folder);
  const refused = readFiles(folder, files, ({ read }) => {
    received.set(read.received, received.size);
    stage.add(received.size - 1, read.tables);
  });
  return { refused, received };
}

async function answersOf(engine: Engine, { key }: GatheredPeriod): Promise<Answers> {
  const at = { period: key, before: yearBefore(key) };
  const answers: Partial<Record<QueryName, Awaited<ReturnType<Engine['ask']>>>> = {};
  for (const name of Object.keys(QUERIES) as QueryName[]) answers[name] = await engine.ask(name, at);
  return answers as Answers;
}

/** What killed runs left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(STAGE_PREFIX)))
    rmSync(join(folder, name), { recursive: true, force: true });
}
