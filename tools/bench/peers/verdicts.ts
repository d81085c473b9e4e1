import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../../src/cli/main-job.ts';
import { evaluate } from '../../../src/domain/judging/evaluate.ts';
import type { Tally } from '../../../src/domain/judging/tally.ts';
import type { RawTab } from '../../../src/workbook/core/cell.ts';
import { findTables } from '../../../src/workbook/read/find-table.ts';
import { type Absent, answering, type Comparison, type Contestant, type Field, timesOf } from './contest.ts';
import { CODES, COUNTS_AT, countsAnswer, doubleKeySheet, type FormulaSheet, plainVerdicts, verdictSheet } from './formulas.ts';
import { hyperFormula } from './hyper-formula.ts';
import type { Peers } from './install.ts';
import { findOffice, officeVersion, openSheet } from './libre-office.ts';
import { madeOffice } from './made-workbook.ts';

const OURS = 'our rules alone';
const CHECK = 'our whole check, in its realm';
const LOOP = 'floor: a plain loop';
const OFFICE_WHY = 'LibreOffice is not installed';
const HYPER_WHY = 'hyperformula is not installed';

/** Every verdict and status of so many rows: our rules, the same rules as formulas, and as a plain loop. */
export function verdicts(peers: Peers, sizes: readonly number[]): Comparison {
  return {
    name: 'verdicts',
    title: 'verdicts and statuses of all rows',
    sizes,
    field: (rows) => verdictField(peers, rows),
    aims: (lines) => {
      const [ours, check] = [lines.of(OURS), lines.of(CHECK)];
      const perRow = (line: typeof ours): number | null => (line === null ? null : (line.ms * 1_000) / line.rows);
      return [
        { aim: 'our rules, µs a row', got: perRow(ours), most: 3 },
        { aim: 'our rules, exponent', got: ours?.exponent ?? null, most: 1.05 },
        { aim: 'LibreOffice, × our rules', got: timesOf(lines.of('LibreOffice'), ours), least: 10 },
        { aim: 'HyperFormula, × our rules', got: timesOf(lines.of('HyperFormula'), ours), least: 100 },
        { aim: 'whole check, µs a row', got: perRow(check), most: 40 },
        { aim: 'whole check, exponent', got: check?.exponent ?? null, most: 1.05 },
      ];
    },
  };
}

async function verdictField(peers: Peers, count: number): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-peers-'));
  const { host, rows, period, facts, book } = madeOffice(folder, count);
  const asOf = host.now().day;
  const { plan, actuals, entries } = book();
  const formulas = verdictSheet(rows, facts);
  const cells = CODES.map((_, at) => ({ row: COUNTS_AT.row + at, column: COUNTS_AT.column }));
  const answerOf = (values: readonly string[]): string => countsAnswer((code) => Number(values[CODES.indexOf(code)]));
  const byFormulas = await formulaPrograms(peers, formulas, { cells, answerOf });
  const contestants: Contestant[] = [
    {
      who: OURS,
      // New lists: what the rules sorted once for the last run helps no other.
      run: () => {
        const { tally } = evaluate({ plan, actuals: [...actuals], entries: [...entries] }, { period, asOf });
        return { answer: () => tallyAnswer(tally) };
      },
    },
    {
      who: CHECK,
      about: 'reads the workbook, finds every mistake, says each',
      run: () => {
        const { counts } = must(host.ask('check', {}));
        return { answer: () => tallyAnswer(counts) };
      },
    },
    ...byFormulas.contestants,
    { who: LOOP, run: () => answering(plainVerdicts(rows, facts)) },
  ];
  return {
    contestants,
    absent: byFormulas.absent,
    close: async () => {
      await byFormulas.close();
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function tallyAnswer({ verdicts, statuses }: Pick<Tally, 'verdicts' | 'statuses'>): string {
  const counts = new Map<string, number>([
    ...Object.entries(verdicts),
    ...Object.entries(statuses).map(([status, count]) => [`task ${status}`, count] as const),
  ]);
  return countsAnswer((code) => counts.get(code) ?? 0);
}

type Asked = {
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  answerOf(values: readonly string[]): string;
};

/** The programs that calculate a sheet of formulas, as far as they are there. */
async function formulaPrograms(peers: Peers, sheet: FormulaSheet, { cells, answerOf }: Asked): Promise<Field> {
  const soffice = findOffice();
  const calculate = hyperFormula(peers);
  const open = soffice === null ? null : await openSheet(soffice, sheet);
  const contestants: Contestant[] = [];
  const absent: Absent[] = [];
  if (open === null || soffice === null) absent.push({ who: 'LibreOffice', why: OFFICE_WHY });
  else
    contestants.push({
      who: officeVersion(soffice),
      about: 'calculates the open sheet anew, by its own clock',
      run: async () => {
        const { ms, values } = await open.calculate(cells);
        return { ms, answer: () => answerOf(values) };
      },
    });
  if (calculate === null) absent.push({ who: 'HyperFormula', why: HYPER_WHY });
  else
    contestants.push({
      who: `HyperFormula ${peers.versionOf('hyperformula')}`,
      about: 'takes the sheet in and calculates it',
      run: () => answering(answerOf(calculate(sheet, cells))),
    });
  return { contestants, absent, close: () => open?.close() };
}

const KEYS = 'our reading of keys';
/** One row in so many has the key of the row before it. */
const DOUBLED = 100;

/** Which rows of a tab have the key of one above. */
export function doubleKeys(peers: Peers, sizes: readonly number[]): Comparison {
  return {
    name: 'keys',
    title: 'rows whose key stands above already',
    sizes,
    field: (rows) => keyField(peers, rows),
    aims: (lines) => [
      { aim: 'LibreOffice, × our reading', got: timesOf(lines.of('LibreOffice'), lines.of(KEYS)), least: 10 },
      { aim: 'HyperFormula, × our reading', got: timesOf(lines.of('HyperFormula'), lines.of(KEYS)), least: 100 },
    ],
  };
}

async function keyField(peers: Peers, count: number): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-peers-'));
  const doubled = (id: string): string => (Number(id.slice(1)) % DOUBLED === 0 ? `R${Number(id.slice(1)) - 1}` : id);
  const { host, book } = madeOffice(folder, count, (id) => doubled(id));
  // The tabs of entries together: a row of ten is of figures, so their keys are those of the plan.
  const { tables, locale, timeZone } = book();
  const tabs = ['actuals', 'entries'].flatMap((key) => tables.get(key as 'actuals' | 'entries')?.raw ?? []);
  const keys = tabs.flatMap(keysOf);
  const byFormulas = await formulaPrograms(peers, doubleKeySheet(keys), {
    cells: [{ row: 1, column: 3 }],
    answerOf: ([value]) => String(value),
  });
  const contestants: Contestant[] = [
    {
      who: KEYS,
      run: () => answering(String(doubledIn(findTables({ tabs: tabs.map((tab) => ({ ...tab })), locale, timeZone }).problems))),
    },
    {
      who: CHECK,
      about: 'all other rules too',
      run: () => answering(String(doubledIn(must(host.ask('check', {})).problems))),
    },
    ...byFormulas.contestants,
    { who: 'floor: a set of texts', run: () => answering(String(keys.length - new Set(keys).size)) },
  ];
  return {
    contestants,
    absent: byFormulas.absent,
    close: async () => {
      await byFormulas.close();
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const doubledIn = (problems: readonly { readonly code: string }[]): number =>
  problems.filter(({ code }) => code === 'doubled-key').length;

/** `Mã` and `Kỳ` stand in the first two columns of both tabs. */
function keysOf({ values, name }: RawTab): string[] {
  return values.flatMap(([id = '', period = '']) => (/^R\d/u.test(String(id)) ? [`${name} ${id} ${period}`] : []));
}
