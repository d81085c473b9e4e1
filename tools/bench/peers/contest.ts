import { performance } from 'node:perf_hooks';
import { exponentOf, median } from '../measure-growth.ts';

/** What one run says: its answer, by which contestants are compared, made after the clock stopped; and what it measured itself, as a program of its own does. */
export type Outcome = {
  readonly answer: () => string;
  readonly ms?: number;
  readonly megabytes?: number;
  readonly note?: string;
};

/** The outcome of a run that gives a text. */
export const answering = (answer: string): Outcome => ({ answer: () => answer });

/** One way to do the work of a comparison. The first of a field is ours, which the others are held against. */
export type Contestant = {
  readonly who: string;
  /** What it gives beyond the answer that all must share, or why it has no answer of its own; '' = nothing. */
  readonly about?: string;
  /** The least there is to do: it need not give the answer. */
  readonly isFloor?: boolean;
  run(): Outcome | Promise<Outcome>;
};

/** Who takes part at one size; `absent`: who does not, and why. */
export type Field = {
  readonly contestants: readonly Contestant[];
  readonly absent: readonly Absent[];
  close(): void | Promise<void>;
};
export type Absent = { readonly who: string; readonly why: string };

/** One contestant at one size. */
export type Line = {
  readonly rows: number;
  readonly who: string;
  /** Milliseconds, the median of so many runs. */
  readonly ms: number;
  readonly runs: number;
  /** Its time over that of ours, the median of the rounds' own ratios. */
  readonly ofOurs: number;
  readonly megabytes: number | null;
  /** The slope of log(time) on log(rows) over all sizes; `null`: one size. */
  readonly exponent: number | null;
  readonly note: string;
};

/** What one comparison is: the same work by several, at several sizes. */
export type Comparison = {
  readonly name: string;
  readonly title: string;
  readonly sizes: readonly number[];
  /** Makes the data of one size and who works on it. */
  field(rows: number): Field | Promise<Field>;
  /** What was aimed at, asked of the lines that were measured. */
  aims(lines: Lines): readonly Aim[];
};

/** One aim: what was wanted, what was measured (`null`: who is needed for it took no part). */
export type Aim = { readonly aim: string; readonly got: number | null; readonly most?: number; readonly least?: number };

/** What one comparison measured, as it is printed and kept. */
export type Result = {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly absent: readonly Absent[];
  readonly aims: readonly Aim[];
};

const ROUNDS = 7;
/** A run of this many milliseconds is repeated less often; of the second, not at all. */
const [LONG, VERY_LONG] = [10_000, 40_000];
const FEW_ROUNDS = 3;

/** How often a contestant runs whose first run took so long. */
export function roundsFor(firstRun: number, rounds = ROUNDS): number {
  if (firstRun > VERY_LONG) return 1;
  return firstRun > LONG ? Math.min(FEW_ROUNDS, rounds) : rounds;
}

/** What was kept of earlier runs, each comparison that was played now in place of its last. */
export function withResults(kept: readonly Result[], played: readonly Result[]): Result[] {
  const others = kept.filter(({ name }) => played.every((result) => result.name !== name));
  return [...others, ...played].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Plays a comparison at its sizes. Throws when two give another answer: then their times would say nothing. */
export async function compete(comparison: Comparison, rounds = ROUNDS): Promise<Result> {
  const lines: Line[] = [];
  const absent = new Map<string, Absent>();
  for (const rows of comparison.sizes) {
    const field = await comparison.field(rows);
    try {
      for (const each of field.absent) absent.set(each.who, each);
      lines.push(...(await measured(field.contestants, rows, rounds)));
    } finally {
      await field.close();
    }
  }
  const all = lines.map((line) => ({ ...line, exponent: exponentAmong(lines, line.who) }));
  const { name, title } = comparison;
  return { name, title, lines: all, absent: [...absent.values()], aims: comparison.aims(linesBy(all)) };
}

type Run = Omit<Outcome, 'answer'> & { readonly ms: number; readonly answer: string };

async function measured(contestants: readonly Contestant[], rows: number, rounds: number): Promise<Line[]> {
  const first = new Map<string, Run>();
  for (const each of contestants) first.set(each.who, await timed(each));
  demandEqual(contestants, first);
  // The first run is the trial; only of what takes long it is counted too.
  const runs = new Map(contestants.map(({ who }) => [who, keptOf(first.get(who), rounds)] as const));
  const wanted = (who: string): number => roundsFor(first.get(who)?.ms ?? 0, rounds);
  for (let round = 0; round < rounds; round += 1)
    for (const each of contestants) {
      const mine = runs.get(each.who) ?? [];
      if (mine.length < wanted(each.who)) mine.push(await timed(each));
    }
  const [ours] = contestants;
  const ourTimes = (runs.get(ours?.who ?? '') ?? []).map(({ ms }) => ms);
  return contestants.map(({ who, about = '' }) => lineOf({ rows, who, about, ourTimes }, runs.get(who) ?? []));
}

function keptOf(run: Run | undefined, rounds: number): Run[] {
  return run !== undefined && roundsFor(run.ms, rounds) < rounds ? [run] : [];
}

async function timed(contestant: Contestant): Promise<Run> {
  const start = performance.now();
  const outcome = await contestant.run();
  const took = performance.now() - start;
  return { ...outcome, ms: outcome.ms ?? took, answer: outcome.answer() };
}

function demandEqual(contestants: readonly Contestant[], first: ReadonlyMap<string, Run>): void {
  const [ours, ...others] = contestants.filter(({ isFloor }) => isFloor !== true);
  const wanted = first.get(ours?.who ?? '')?.answer ?? '';
  if (wanted === '') throw new Error(`${ours?.who} gives no answer`);
  for (const { who } of others) {
    const answer = first.get(who)?.answer;
    if (answer !== wanted) throw new Error(`${who} gives another answer than ${ours?.who}: ${answer} against ${wanted}`);
  }
}

type Whose = { readonly rows: number; readonly who: string; readonly about: string; readonly ourTimes: readonly number[] };

function lineOf({ rows, who, about, ourTimes }: Whose, runs: readonly Run[]): Line {
  const times = runs.map(({ ms }) => ms);
  const ratios = times.flatMap((ms, round) => {
    const ours = ourTimes[round];
    return ours === undefined ? [] : [ms / Math.max(ours, 1e-3)];
  });
  const sizes = runs.flatMap(({ megabytes }) => megabytes ?? []);
  const note = [about, runs.at(-1)?.note ?? ''].filter((part) => part !== '').join('; ');
  return {
    rows,
    who,
    ms: median(times),
    runs: runs.length,
    ofOurs: median(ratios),
    megabytes: sizes.length === 0 ? null : median(sizes),
    exponent: null,
    note,
  };
}

function exponentAmong(lines: readonly Line[], who: string): number | null {
  const points = lines.filter((line) => line.who === who).map(({ rows, ms }) => [rows, ms] as const);
  return points.length < 2 ? null : exponentOf(points);
}

/** The measured lines, to be asked by name and size; the largest size where none is said. */
export type Lines = { of(who: string, rows?: number): Line | null };

function linesBy(lines: readonly Line[]): Lines {
  return {
    of: (who, rows) =>
      lines.filter((line) => line.who.startsWith(who) && (rows === undefined || line.rows === rows)).at(-1) ?? null,
  };
}

/** How many times as long one takes as another, both held against ours in their own rounds; `null` where one is absent. */
export function timesOf(one: Line | null, other: Line | null): number | null {
  return one === null || other === null ? null : one.ofOurs / other.ofOurs;
}

/** Whether an aim was reached; `null`: not measured. */
export function isReached({ got, most, least }: Aim): boolean | null {
  return got === null ? null : got <= (most ?? Infinity) && got >= (least ?? -Infinity);
}
