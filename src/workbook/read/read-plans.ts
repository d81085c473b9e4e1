import { type Day, isPlanYear, parseDay } from '../../domain/core/day.ts';
import { sameWord, tidy } from '../../domain/core/word.ts';
import type { Plan, PlanInForce, Setting, Years } from '../../domain/plan/plan.ts';
import { setting } from '../../domain/plan/settings.ts';
import { readDay } from '../../words/core/day.ts';
import type { TabKey, TabTable } from '../core/tab.ts';
import { PLANS } from '../tabs/plans.ts';
import { type Reading, type Row, readRows, rowProblem } from './read-rows.ts';

/** Later than any first day of a setting: of dated rows the newest tells of the plan. */
const LAST_DAY = '9999-12-31' as Day;

/**
 * The rows of `Kế hoạch`; what the first of them leaves blank, and all where there is no row, stands in `Thông tin chung`, where
 * workbooks of one plan have it. None where neither says anything.
 */
export function readPlans(table: TabTable | undefined, settings: readonly Setting[], reading: Reading): PlanInForce[] {
  const said = planOfSettings(settings);
  const [first, ...others] = readRows(PLANS, table, reading).map((row) => planOf(table, row, reading));
  if (first === undefined) return said === null ? [] : [said];
  return [said === null ? first : completed(first, said), ...others];
}

function planOf(table: TabTable | undefined, cells: Row<typeof PLANS.columns>, { problems }: Reading): PlanInForce {
  const { row, id, kind, firstYear, lastYear, stages, bases, ...rest } = cells;
  const spans = spansIn(stages);
  if (spans === null && table !== undefined)
    problems.push(
      rowProblem(table, { row, key: 'stages' }, { code: 'not-in-list', facts: { value: stages, list: '2026-2027; 2028-2030' } }),
    );
  return {
    ...rest,
    id: tidy(id),
    kind: kind ?? 'stage',
    years: yearsFrom(firstYear, lastYear),
    stages: spans ?? [],
    bases: bases
      .split(/\n|;/u)
      .map(tidy)
      .filter((basis) => basis !== ''),
  };
}

function yearsFrom(first: number | null, last: number | null): Years | null {
  const [from, to] = [first ?? last, last ?? first];
  return from === null || to === null ? null : { first: Math.min(from, to), last: Math.max(from, to) };
}

/** «2026-2027; 2028-2030»; `null`: something else stands there. */
function spansIn(written: string): Years[] | null {
  const parts = written
    .split(/[;\n,]/u)
    .map(tidy)
    .filter((part) => part !== '');
  const spans = parts.map((part) => /^(\d{4})(?:\s*[-–—]\s*(\d{4}))?$/u.exec(part));
  if (spans.some((span) => span === null)) return null;
  if (spans.some((span) => [span?.[1], span?.[2] ?? span?.[1]].some((year) => !isPlanYear(Number(year))))) return null;
  return spans.flatMap((span) => yearsFrom(Number(span?.[1]), Number(span?.[2] ?? span?.[1])) ?? []);
}

/** The plan of a workbook that has no row for it. */
export function planOfSettings(settings: readonly Setting[]): PlanInForce | null {
  const said = (key: 'plan-title' | 'plan-number' | 'plan-issued-on' | 'plan-years'): string =>
    setting({ settings }, key, LAST_DAY) ?? '';
  const [first, last] = (said('plan-years').match(/\d{4}/gu) ?? []).map(Number);
  const issued = said('plan-issued-on');
  const title = said('plan-title');
  const years = yearsFrom(first ?? null, last ?? null);
  if (title === '' && said('plan-number') === '' && years === null) return null;
  return {
    id: '',
    title,
    kind: 'stage',
    years,
    stages: [],
    number: said('plan-number'),
    issuedOn: parseDay(issued) ?? readDay(issued),
    bases: [],
    note: '',
  };
}

function completed(row: PlanInForce, said: PlanInForce): PlanInForce {
  return {
    ...row,
    title: row.title || said.title,
    number: row.number || said.number,
    issuedOn: row.issuedOn ?? said.issuedOn,
    years: row.years ?? said.years,
  };
}

/** The tabs whose rows name a plan. */
const OF_PLANS = ['indicators', 'tasks'] as const;

/** Tells each row that names a plan which is not there: it would be counted with none. */
export function tellStrangers(plan: Plan, tables: ReadonlyMap<TabKey, TabTable>, { problems }: Reading): void {
  const ids = plan.plans.map(({ id }) => id);
  for (const key of OF_PLANS) {
    const table = tables.get(key);
    if (table === undefined) continue;
    for (const { id, plan: named } of plan[key]) {
      const row = table.rows.get(id);
      if (row === undefined || tidy(named) === '' || ids.some((each) => sameWord(each, named))) continue;
      problems.push(
        rowProblem(
          table,
          { row, key: 'plan' },
          { code: 'not-in-list', facts: { value: named, list: ids.filter((each) => each !== '').join(' / ') } },
        ),
      );
    }
  }
}
