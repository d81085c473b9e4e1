import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { upgrade } from '../../src/app/set-up/upgrade.ts';
import { day } from '../../src/domain/core/day.ts';
import { type CallKind, callCounter } from '../../src/host/core/calls.ts';
import type { WorkbookModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { times } from '../helpers/sweep.ts';
import { cellsIn, layoutOf } from './layout-of.ts';

const FOLDER = 'test/fixtures/old-books';
const BOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
/** A kill between two readings leaves what the kill before them left. */
const CHANGING: readonly CallKind[] = ['values-written', 'formats-written', 'rules', 'tabs', 'charts', 'flush'];
/**
 * This many kills a workbook, evenly over the calls that change, at other places in each; `test/app/killed.test.ts` plays every
 * one in a small book.
 */
const KILLS = times(12, 3);
/** Rows beyond say nothing of the layout; with them a story would take two seconds. */
const ROWS = 40;
const SLOW = 600_000;

class Killed extends Error {}

/** Upgrades, and is killed before the call of that number; what was not flushed is kept, or lost. Answers the calls and what is left. */
function run(book: WorkbookModel, at: number | null, unflushed: 'kept' | 'lost') {
  const kinds: CallKind[] = [];
  let flushed = unflushed === 'lost' ? structuredClone(book) : book;
  let dead = false;
  const calls = callCounter((kind) => {
    dead ||= kinds.length === at;
    if (dead) throw new Killed();
    kinds.push(kind);
  });
  const { ports, environment } = hostEnvironment({ book, calls });
  const { flush } = ports.workbook;
  const workbook = {
    ...ports.workbook,
    flush: () => {
      flush();
      if (unflushed === 'lost') flushed = structuredClone(environment.book);
    },
  };
  try {
    upgrade({ ...ports, workbook, clock: { today: () => day('2024-06-20'), minutes: () => 480 } });
  } catch (thrown) {
    if (!dead) throw thrown;
    // A kill is played by calls that throw: what catches and logs them would not have run any more.
    vi.mocked(console.error).mockClear();
    return { kinds, left: flushed };
  }
  return { kinds, left: book };
}

/** Colours are written in either case, and mean the same. */
const said = (book: WorkbookModel): string =>
  JSON.stringify({ cells: Object.fromEntries([...cellsIn(book)].sort()), layout: layoutOf(book) }).toLowerCase();

let kills = 0;
afterAll(() => {
  process.stdout.write(`upgrades of old books that were killed and run again: ${kills}\n`);
});

describe.each(BOOKS)('the upgrade of %s, killed before a call and run again,', (name) => {
  const book = readXlsx(readFileSync(`${FOLDER}/${name}`));
  for (const { cells } of book.sheets) for (const row of [...cells.keys()]) if (row > ROWS) cells.delete(row);
  const { kinds, left: clean } = run(structuredClone(book), null, 'kept');
  const wanted = said(clean);
  const changing = [...new Set(kinds.flatMap((kind, at) => (CHANGING.includes(kind) ? [at, at + 1] : [])))];
  const stride = Math.ceil(changing.length / KILLS);

  it.each(['kept', 'lost'] as const)(
    'ends as one clean run does, with what was not flushed %s',
    (unflushed) => {
      const points = changing.filter((_, at) => at % stride === BOOKS.indexOf(name) + (unflushed === 'lost' ? stride >> 1 : 0));
      expect(points.length).toBeGreaterThanOrEqual(KILLS - Math.min(2, KILLS - 1));
      for (const at of points) {
        kills += 1;
        const again = said(run(run(structuredClone(book), at, unflushed).left, null, 'kept').left);
        if (again !== wanted) expect(JSON.parse(again), `killed before call ${at} (${kinds[at]})`).toEqual(JSON.parse(wanted));
      }
    },
    SLOW,
  );
});
