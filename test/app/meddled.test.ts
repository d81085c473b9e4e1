import { afterAll, describe, expect, it } from 'vitest';
import { refresh } from '../../src/app/judging/refresh.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { REPORTS } from '../../src/workbook/tabs/records.ts';
import { SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { sampled } from '../helpers/sweep.ts';
import type { Memory, MemoryTab, ServiceCall } from './memory-ports.ts';
import { cellsOf, OPERATIONS, told } from './operations.ts';

type Grid = unknown[][];
type Act = readonly [name: string, act: (tab: MemoryTab) => void];

const both = (tab: MemoryTab, change: (grid: Grid) => void): void => {
  change(tab.values);
  change(tab.formats);
};
const widthOf = (grid: Grid): number => grid[0]?.length ?? 0;
const insertRow = (at: number): Act => [
  `a row put in before row ${at + 1}`,
  (tab) =>
    both(tab, (grid) =>
      grid.splice(
        at,
        0,
        Array.from({ length: widthOf(grid) }, () => ''),
      ),
    ),
];
const insertColumn = (at: number): Act => [
  `a column put in before column ${at + 1}`,
  (tab) => both(tab, (grid) => void grid.map((row) => row.splice(at, 0, ''))),
];
const moveColumn = (from: number, to: number): Act => [
  `column ${from + 1} moved to ${to + 1}`,
  (tab) => both(tab, (grid) => void grid.map((row) => row.splice(to, 0, ...row.splice(from, 1)))),
];

/** What people do to a tab: rows 1 and 2 are its head and its headers. */
const ACTS: readonly Act[] = [
  insertRow(0),
  insertRow(2),
  insertRow(5),
  insertRow(7),
  ['row 4 deleted', (tab) => both(tab, (grid) => grid.splice(3, 1))],
  ['the last row deleted', (tab) => both(tab, (grid) => grid.splice(7, 1))],
  ['the rows sorted the other way', (tab) => both(tab, (grid) => grid.splice(2, 6, ...grid.slice(2, 8).reverse()))],
  insertColumn(0),
  insertColumn(9),
  moveColumn(12, 8),
  moveColumn(15, 3),
  [
    'a remark typed',
    ({ values }) => {
      const column = values.find((row) => row.includes('Ghi chú'))?.indexOf('Ghi chú') ?? 0;
      const row = values.find((cells) => cells[0] === 'T3' || cells[0] === 'N3');
      if (row !== undefined) row[column] = 'gõ thêm';
    },
  ],
];

/** Those that tell most; the operations that write most meet them all. */
const FEW = [ACTS[1], ACTS[4], ACTS[6], ACTS[7]].filter((act) => act !== undefined);
const MANY = /^(?:refreshing|opening|closing|entering)/u;

const TABS: readonly (readonly [operation: RegExp, tab: string])[] = [
  [/columns of an upgrade/u, REPORTS.name],
  [/upgrad/u, SETTINGS.name],
  [/plan/u, INDICATORS.name],
  [/confirm|proposals/u, TASKS.name],
  [/form|closing|reopening/u, ENTRIES.name],
  [/./u, ACTUALS.name],
];

/** Runs the operation; the person acts right before its n-th call (or after the last). */
function meddled(
  from: () => Memory,
  run: (typeof OPERATIONS)[number]['run'],
  { gap, act, tab }: { gap: number; act: Act[1]; tab: string },
) {
  const session = from();
  let seen = 0;
  let done = false;
  session.environment.onCall = (_, moment) => {
    if (moment === 'after') seen += 1;
    if (done || moment !== 'before' || seen !== gap) return;
    done = true;
    act(session.tab(tab));
  };
  const sentence = told(run, session.ports);
  session.environment.onCall = () => {};
  if (!done) act(session.tab(tab));
  return { session, sentence };
}

const COMPUTED = [
  'Kết quả',
  'Đánh giá',
  'Diễn giải',
  'Tình trạng',
  'Nhắc từ ngày',
  'Quá hạn từ ngày',
  'Thời hạn hoàn thành',
  'Mức kế hoạch',
];

/** What stands in the workbook after the day's run; grey cells beside a `Mã` that is no longer planned speak of nobody. */
function settled(session: Memory): unknown[] {
  refresh(session.ports);
  const planned = [INDICATORS, TASKS].flatMap(({ name }) => session.tab(name).values.flat());
  for (const { name } of [ACTUALS, ENTRIES]) {
    const { values } = session.tab(name);
    const headers = values.find((row) => row.includes('Mã')) ?? [];
    const grey = COMPUTED.map((header) => headers.indexOf(header)).filter((column) => column >= 0);
    for (const row of values) {
      const id = row[headers.indexOf('Mã')] ?? '';
      if (row !== headers && id !== '' && !planned.includes(id)) for (const column of grey) row[column] = '';
    }
  }
  return cellsOf(session);
}

/** One after the other, as if nothing had happened in between. */
function inTurn(from: () => Memory, steps: readonly ((session: Memory) => void)[]): unknown {
  const session = from();
  for (const step of steps) step(session);
  return settled(session);
}

/** Gaps that tell different stories: around each write, each flush and each look, and before everything. */
function gapsOf(calls: readonly ServiceCall[]): number[] {
  const telling = calls.flatMap((call, at) => (['write', 'flush', 'keys'].includes(call) ? [at, at + 1] : []));
  return [...new Set([0, ...telling])];
}

const SLOW = 900_000;
/** Of the serial orders the one that shares most tabs, so that a failing test shows what is really wrong. */
function nearest(cells: unknown[], turns: readonly string[]): unknown {
  const orders = turns.map((turn): unknown[] => JSON.parse(turn));
  const shared = (order: unknown[]): number =>
    order.filter((tab, at) => JSON.stringify(tab) === JSON.stringify(cells[at])).length;
  return orders.reduce((best, order) => (shared(order) > shared(best) ? order : best));
}

let stories = 0;
afterAll(() => {
  process.stdout.write(`stories of a person and a run: ${stories}\n`);
});

describe('whatever a person moves while it runs,', () => {
  it.each(OPERATIONS)(
    '$name ends as if one had waited for the other',
    ({ name, from, run }) => {
      const tab = TABS.find(([operation]) => operation.test(name))?.[1] ?? ACTUALS.name;
      const clean = from();
      told(run, clean.ports);
      const operation = (session: Memory): void => void told(run, session.ports);
      for (const [what, act] of sampled(MANY.test(name) ? ACTS : FEW, 1)) {
        const acted = (session: Memory): void => act(session.tab(tab));
        const turns = [inTurn(from, [acted, operation]), inTurn(from, [operation, acted]), inTurn(from, [acted])].map((cells) =>
          JSON.stringify(cells),
        );
        for (const gap of sampled(gapsOf(clean.calls), 3)) {
          stories += 1;
          const { session, sentence } = meddled(from, run, { gap, act, tab });
          const cells = settled(session);
          const found = turns.indexOf(JSON.stringify(cells));
          const isRight = found === 0 || found === 1 || (found === 2 && sentence !== null);
          if (!isRight)
            expect(cells, `${what}, before call ${gap} (${clean.calls[gap]}); told: ${sentence}`).toEqual(nearest(cells, turns));
        }
      }
    },
    SLOW,
  );
});
