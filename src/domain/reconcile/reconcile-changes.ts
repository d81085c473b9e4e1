import type { Source } from '../core/source.ts';
import { comparableLine, lineText, type PrintedLine, sourceName } from '../report/printed.ts';
import { type LinePairs, pairLines } from './pair-lines.ts';
import type { CellChange, PrintedChange, ReconcileFinding } from './reconcile-model.ts';
import { differences } from './word-diff.ts';

type Comparing = {
  readonly base: readonly PrintedLine[];
  readonly now: readonly PrintedLine[];
  readonly changes: readonly CellChange[];
  readonly today: LinePairs;
  readonly shown: ReadonlySet<string>;
};

/** A line that prints otherwise than before; `now` is its place in today's report, −1 where it is gone. */
type Moved = { readonly was: PrintedLine | null; readonly is: PrintedLine | null; readonly now: number };

/**
 * One finding per changed cell with the printed places it feeds; places that the document already shows as they would print
 * today are settled. A cell whose change no printed word shows is told only when the report prints from it.
 */
export function changeFindings(comparing: Comparing): ReconcileFinding[] {
  const fed = new Set<Moved['now']>();
  const gone = new Set<string>();
  const printed = new Set(
    comparing.base.flatMap(({ cells }) => cells.flat().flatMap(({ source }) => (source === null ? [] : [rowName(source)]))),
  );
  const findings = comparing.changes.flatMap(({ source, before, after, without }): ReconcileFinding[] => {
    const moved = movedLines(without, comparing.now, pairLines(without, comparing.now));
    for (const { now, was } of moved) {
      fed.add(now);
      if (now < 0 && was !== null) gone.add(comparableLine(was));
    }
    const places = moved.filter((line) => !isSettled(line, comparing.shown)).map(sayMoved);
    if (moved.length > 0 && places.length === 0) return [];
    if (moved.length === 0 && !printed.has(rowName(source))) return [];
    return [{ code: 'source-changed', source, before, after, places }];
  });
  const others = movedLines(comparing.base, comparing.now, comparing.today)
    .filter(({ now, was }) => (now < 0 ? was !== null && !gone.has(comparableLine(was)) : !fed.has(now)))
    .filter((line) => !isSettled(line, comparing.shown));
  return others.length === 0 ? findings : [...findings, { code: 'changed-elsewhere', places: others.map(sayMoved) }];
}

/** The row a source stands in: a result is printed from numerator and denominator alike. */
function rowName(source: Source): string {
  return sourceName({ ...source, field: '' });
}

function movedLines(before: readonly PrintedLine[], now: readonly PrintedLine[], { there, back }: LinePairs): Moved[] {
  const changed = now.flatMap((line, at): Moved[] => {
    if (line.part === 'frame') return [];
    const was = before[back.get(at) ?? -1] ?? null;
    return was !== null && comparableLine(was) === comparableLine(line) ? [] : [{ was, is: line, now: at }];
  });
  const gone = before.flatMap((line, at): Moved[] =>
    there.has(at) || line.part === 'frame' ? [] : [{ was: line, is: null, now: -1 }],
  );
  return [...changed, ...gone];
}

/** The document shows it as today's report would. */
function isSettled({ was, is }: Moved, shown: ReadonlySet<string>): boolean {
  return is === null ? was === null || !shown.has(comparableLine(was)) : shown.has(comparableLine(is));
}

function sayMoved({ was, is }: Moved): PrintedChange {
  const at = is?.at ?? was?.at ?? '';
  if (was === null || is === null)
    return { at, printed: was === null ? '' : lineText(was), now: is === null ? '' : lineText(is) };
  const before = lineText(was);
  const hunks = differences(before, lineText(is));
  const joined = (words: readonly string[]): string => words.filter((text) => text !== '').join(' … ');
  return {
    at,
    printed: joined(hunks.map(({ from, to }) => before.slice(from, to))),
    now: joined(hunks.map(({ text }) => text)),
  };
}
