import type { Day } from '../core/day.ts';
import { fold } from '../core/word.ts';

/** One line of the list of units that a province keeps: a unit under one name, from a day until a day, and which unit took it over. */
export type UnitLine = {
  readonly code: string;
  readonly name: string;
  readonly from: Day | null;
  readonly until: Day | null;
  /** The code of the unit that it became a part of, or under which it goes on; '' = none. */
  readonly into: string;
};

export type UnitOn = { readonly code: string; readonly name: string };

/** Who is which unit on which day. */
export type Register = {
  /** Whether a list was given; without one every sender is a unit of its own. */
  readonly isKept: boolean;
  /** The code behind what a package says of its unit; `null`: the list knows neither its code nor its name. */
  codeOf(unit: { readonly code: string; readonly name: string }): string | null;
  /** The unit that stands for it on that day: itself, or whichever took it over by then. */
  heirOn(code: string, day: Day): UnitOn;
  /** Whether it was there on that day. */
  isThere(code: string, day: Day): boolean;
  /** The units there on that day, by code. */
  unitsOn(day: Day): UnitOn[];
  /** A unit that began on that day or later was not there before. */
  beganOn(code: string): Day | null;
};

const holds = ({ from, until }: UnitLine, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day <= until);

export function registerOf(lines: readonly UnitLine[]): Register {
  const byCode = new Map<string, UnitLine[]>();
  for (const line of lines) byCode.set(line.code, [...(byCode.get(line.code) ?? []), line]);
  const byName = new Map(lines.map(({ code, name }) => [fold(name), code]));
  const nameOn = (code: string, day: Day): string => {
    const known = byCode.get(code) ?? [];
    return (known.find((line) => holds(line, day)) ?? known[known.length - 1])?.name ?? code;
  };
  const takenOver = (code: string, day: Day): string | null => {
    const known = byCode.get(code) ?? [];
    if (known.some((line) => line.into === '' && (line.until === null || day <= line.until))) return null;
    return known.find(({ into, until }) => into !== '' && until !== null && until < day)?.into ?? null;
  };
  return {
    isKept: lines.length > 0,
    codeOf: ({ code, name }) => {
      if (lines.length === 0) return code === '' ? fold(name) : code;
      return byCode.has(code) ? code : (byName.get(fold(name)) ?? null);
    },
    heirOn: (code, day) => {
      let heir = code;
      // A list whose units take one another over in a ring ends where it began.
      for (let steps = 0, next = takenOver(heir, day); next !== null && steps < byCode.size; steps += 1) {
        heir = next;
        next = takenOver(heir, day);
      }
      return { code: heir, name: nameOn(heir, day) };
    },
    isThere: (code, day) => (byCode.get(code) ?? []).some((line) => holds(line, day)),
    unitsOn: (day) =>
      [...byCode.keys()]
        .filter((code) => (byCode.get(code) ?? []).some((line) => holds(line, day)))
        .sort()
        .map((code) => ({ code, name: nameOn(code, day) })),
    beganOn: (code) => {
      const starts = (byCode.get(code) ?? []).map(({ from }) => from);
      return starts.some((from) => from === null) || starts.length === 0
        ? null
        : starts.reduce((first, from) => (first === null || (from !== null && from < first) ? from : first));
    },
  };
}
