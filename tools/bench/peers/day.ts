import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison, Contestant, Field } from './contest.ts';
import type { DayDone } from './day-child.ts';
import { countsAnswer } from './formulas.ts';
import { keepMade } from './made-workbook.ts';

const OURS = 'ours';

/** A commune's whole day in a cold process; `child`: the built `day-child.ts`, beside the host it runs. */
export function wholeDay(child: string, sizes: readonly number[]): Comparison {
  return {
    name: 'day',
    title: 'a whole day in a cold process: open, check, refresh, report, mails, save',
    sizes,
    field: (rows) => dayField(child, rows),
    aims: (lines) => [
      { aim: 'ms at 410 rows', got: lines.of(OURS, 410)?.ms ?? null, most: 700 },
      { aim: 'ms at 5,000 rows', got: lines.of(OURS, 5_000)?.ms ?? null, most: 2_000 },
    ],
  };
}

function dayField(child: string, rows: number): Field {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-peers-'));
  const made = join(folder, 'made');
  const { notice } = keepMade(made, rows);
  let nth = 0;
  const contestant = (who: string, said: string, about: string): Contestant => ({
    who: said,
    about,
    run: () => {
      // Each day begins with the same workbook.
      nth += 1;
      const own = join(folder, String(nth));
      cpSync(made, own, { recursive: true });
      const start = performance.now();
      const out = execFileSync(process.execPath, [child, who, own, String(notice)], { encoding: 'utf8' });
      const ms = performance.now() - start;
      rmSync(own, { recursive: true });
      const { counts, calls, seconds } = JSON.parse(out) as DayDone;
      const note = `${calls.toLocaleString('en')} service calls, ${seconds.toLocaleString('en')} s of Google’s time`;
      return { ms, note, answer: () => countsAnswer((code) => counts[code] ?? 0) };
    },
  });
  return {
    contestants: [
      contestant('ours', OURS, ''),
      contestant('naive', 'a naive script, one call a cell', 'no findings, no document, no sentences'),
    ],
    absent: [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
