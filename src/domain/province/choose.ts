import type { Day } from '../core/day.ts';
import { fold } from '../core/word.ts';
import { nameWithoutYear } from '../period/period-type.ts';
import type { Manifest, PackagePeriod } from './manifest.ts';
import type { Register, UnitOn } from './units.ts';

/** A package as it was read; `content`: a fingerprint of its tables, `file`: where it lies. */
export type Received = { readonly file: string; readonly manifest: Manifest; readonly content: string };

/** Why a package that could be read does not count. */
export const LEFT_OUT = ['older', 'copy', 'conflict', 'other-window', 'unknown-unit', 'overlap'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export type Counted = Received & {
  /** As it came in. */
  readonly received: Received;
  /** The unit that its figures count for, at the end of their period. */
  readonly unit: UnitOn;
  /** Its own code: another than the unit's where that one took it over. */
  readonly own: string;
  readonly period: string;
  readonly late: boolean;
};

export type Choice = {
  readonly counted: readonly Counted[];
  readonly left: readonly (Received & { readonly why: LeftOut })[];
  /** The periods that somebody sent, latest end first. */
  readonly periods: readonly GatheredPeriod[];
};

/** A period as most of its senders keep it. */
export type GatheredPeriod = PackagePeriod & { readonly key: string };

/** What packages of one period share, whatever their offices call it; figures of unlike periods are never added. */
export function periodKey({ type, turn, year, name }: PackagePeriod): string {
  return type === 'special' ? `${year}-special-${nameWithoutYear(fold(name))}` : `${year}-${type}-${turn ?? 0}`;
}

/** The like period of the year before. */
export function yearBefore(key: string): string {
  return key.replace(/^\d+/u, (year) => String(Number(year) - 1));
}

/**
 * Which packages count: of each unit and period the newest, each once. The answer depends on what was received and neither on its order nor on how
 * often; `due`: the day by which the province wants them, else each unit's own.
 */
export function choose(received: readonly Received[], register: Register, due: Day | null = null): Choice {
  const left: (Received & { why: LeftOut })[] = [];
  const known = sorted(received).flatMap((one) => {
    const own = register.codeOf(one.manifest.unit);
    if (own !== null) return [{ ...one, received: one, own, period: periodKey(one.manifest.period) }];
    left.push({ ...one, why: 'unknown-unit' });
    return [];
  });
  const windows = usualWindows(known);
  const newest = new Map<string, (typeof known)[number]>();
  for (const one of known) {
    if (!isSameWindow(one.manifest.period, windows.get(one.period))) {
      left.push({ ...one, why: 'other-window' });
      continue;
    }
    const key = `${one.period}|${one.own}`;
    const first = newest.get(key);
    if (first === undefined) newest.set(key, one);
    else left.push({ ...one, why: whyNot(first, one) });
  }
  const counted: Counted[] = [];
  for (const one of newest.values()) {
    const { end, start, sendDueOn } = one.manifest.period;
    const heir = register.heirOn(one.own, end);
    const unit = register.isKept ? heir : { code: one.own, name: one.manifest.unit.name };
    // A unit that stood through the whole period has told all of it: what it took over is in its own figures.
    const coversAll = unit.code !== one.own && newest.has(`${one.period}|${unit.code}`) && !began(register, unit.code, start);
    if (coversAll) left.push({ ...one, why: 'overlap' });
    else counted.push({ ...one, unit, late: isLate(one.manifest, due ?? sendDueOn) });
  }
  const periods = [...windows].map(([key, period]) => ({ ...period, key }));
  return { counted, left, periods: periods.sort((a, b) => (a.end === b.end ? compare(a.key, b.key) : compare(b.end, a.end))) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The newest of a unit and period first, whatever order they came in; of two that say the same the first by name. */
function sorted(received: readonly Received[]): Received[] {
  return [...received].sort((a, b) => {
    const [one, other] = [a.manifest, b.manifest];
    return (
      other.version - one.version ||
      compare(other.publishedOn ?? '', one.publishedOn ?? '') ||
      compare(other.closedOn ?? '', one.closedOn ?? '') ||
      compare(b.content, a.content) ||
      compare(a.file, b.file)
    );
  });
}

function whyNot(first: Received, one: Received): LeftOut {
  if (first.content === one.content) return 'copy';
  const isSame = first.manifest.version === one.manifest.version && first.manifest.publishedOn === one.manifest.publishedOn;
  return isSame ? 'conflict' : 'older';
}

type Windowed = { readonly period: string; readonly own: string; readonly manifest: Manifest };

/** The window that most units keep for a period; of two kept by as many, the one that ends later. */
function usualWindows(known: readonly Windowed[]): ReadonlyMap<string, PackagePeriod> {
  const byPeriod = new Map<string, Map<string, { period: PackagePeriod; units: Set<string> }>>();
  for (const { period, own, manifest } of known) {
    const windows = byPeriod.get(period) ?? new Map<string, { period: PackagePeriod; units: Set<string> }>();
    byPeriod.set(period, windows);
    const window = windows.get(windowOf(manifest.period)) ?? { period: manifest.period, units: new Set<string>() };
    windows.set(windowOf(manifest.period), window);
    window.units.add(own);
    if (manifest.period.name < window.period.name) window.period = manifest.period;
  }
  return new Map(
    [...byPeriod].flatMap(([key, windows]) => {
      const [first] = [...windows].sort(
        ([a, one], [b, other]) => other.units.size - one.units.size || compare(other.period.end, one.period.end) || compare(a, b),
      );
      return first === undefined ? [] : [[key, first[1].period] as const];
    }),
  );
}

const windowOf = ({ start, end, cumulative }: PackagePeriod): string => `${start}|${end}|${cumulative}`;

function isSameWindow(period: PackagePeriod, usual: PackagePeriod | undefined): boolean {
  return usual !== undefined && windowOf(period) === windowOf(usual);
}

/** Whether a unit came to be after that day. */
function began(register: Register, code: string, day: Day): boolean {
  const on = register.beganOn(code);
  return on !== null && on > day;
}

function isLate({ closedOn }: Manifest, due: Day | null): boolean {
  return due !== null && closedOn !== null && closedOn > due;
}
