import { isBlank, sameWord, tidy } from '../core/word.ts';
import type { Indicator } from './indicator.ts';
import { type Plan, type PlanInForce, rowsOfPlan, type Years } from './plan.ts';
import type { Task } from './task.ts';

/**
 * What becomes of a row of the last plan in the next one: it goes on as it is or under other words, it goes into another row of the last plan, it is
 * one that the next plan has already, or it ends.
 */
export const FATES = ['keep', 'rename', 'merge', 'become', 'drop'] as const;
export type Fate = (typeof FATES)[number];

/** `with`: the new words, the row it goes into, or the row that it becomes; '' for the others. */
export type RowFate = { readonly id: string; readonly fate: Fate; readonly with: string };

export type PlanRow = Indicator | Task;

/** A new row: of which, under which code and words, and all rows of the last plan that it goes on from. */
export type Carried = {
  readonly row: PlanRow;
  readonly id: string;
  readonly title: string;
  readonly follows: readonly string[];
};

/** A row that the next plan has, and the rows that it goes on from. */
export type Joined = { readonly row: PlanRow; readonly follows: readonly string[] };

/** Why a row cannot have the fate that was chosen for it. */
export type FateFault = {
  readonly id: string;
  readonly why: 'not-there' | 'no-words' | 'not-merged-into' | 'not-of-next' | 'other-kind';
  readonly with: string;
};

type Plans = { readonly from: PlanInForce; readonly to: Pick<PlanInForce, 'id'> };

/** The plan that an office usually goes on from: of the stage rather than of a year, the one that ends last, but not the next one itself. */
export function planToLeave({ plans }: Pick<Plan, 'plans'>, next = ''): PlanInForce | null {
  const others = plans.filter(({ id }) => isBlank(next) || !sameWord(id, next));
  const last = (kinds: readonly PlanInForce[]): PlanInForce | null =>
    kinds.reduce<PlanInForce | null>((best, each) => ((each.years?.last ?? 0) > (best?.years?.last ?? -1) ? each : best), null);
  return last(others.filter(({ kind }) => kind === 'stage')) ?? last(others);
}

/** The years behind those of a plan, as many. */
export function yearsAfter({ first, last }: Years): Years {
  return { first: last + 1, last: last + 1 + (last - first) };
}

/** The rows of the last plan that nothing of the next one goes on from yet. */
export function rowsToCarry(plan: Plan, { from, to }: Plans): PlanRow[] {
  const { indicators, tasks } = rowsOfPlan(plan, from);
  const next = nextRows(plan, to);
  const followed = new Set(next.flatMap(({ follows }) => follows));
  return [...indicators, ...tasks].filter(({ id }) => !followed.has(id));
}

function nextRows(plan: Plan, to: Plans['to']): PlanRow[] {
  return [...plan.indicators, ...plan.tasks].filter((row) => !isBlank(to.id) && sameWord(row.plan, to.id));
}

/** What is proposed: work with a day of its own ends with its plan, the rest goes on; a row of the same words in the next plan is the same. */
export function proposedFate(row: PlanRow, plan: Plan, { to }: Pick<Plans, 'to'>): RowFate {
  const same = nextRows(plan, to).find((next) => isTask(next) === isTask(row) && sameWord(next.title, row.title));
  if (same !== undefined) return { id: row.id, fate: 'become', with: same.id };
  const isOver = isTask(row) && row.frequency === 'dated';
  return { id: row.id, fate: isOver ? 'drop' : 'keep', with: '' };
}

export function isTask(row: PlanRow): row is Task {
  return 'frequency' in row;
}

export type RollOver = {
  readonly carried: readonly Carried[];
  readonly joined: readonly Joined[];
  readonly faults: readonly FateFault[];
};

/** The rows of the next plan that follow from the fates chosen; what is not chosen is as proposed. `taken`: every code that was ever used. */
export function rollOver(
  plan: Plan,
  plans: Plans & { readonly years: Years },
  { chosen, taken }: { readonly chosen: readonly RowFate[]; readonly taken: ReadonlySet<string> },
): RollOver {
  const rows = rowsToCarry(plan, plans);
  const fates = new Map(
    rows.map((row) => [row.id, chosen.find(({ id }) => sameWord(id, row.id)) ?? proposedFate(row, plan, plans)] as const),
  );
  const context: Context = { rows: new Map(rows.map((row) => [row.id, row])), fates, next: nextRows(plan, plans.to) };
  const faults = [...strangers(plan, plans, chosen), ...rows.flatMap((row) => faultOf(row, context))];
  const used = new Set(taken);
  const carried = rows.flatMap((row): Carried[] => {
    const fate = fates.get(row.id);
    if (fate === undefined || (fate.fate !== 'keep' && fate.fate !== 'rename')) return [];
    const id = freeCode(row, plans.years, used);
    used.add(id);
    return [
      { row, id, title: fate.fate === 'rename' ? tidy(fate.with) : row.title, follows: [row.id, ...goInto(row.id, context)] },
    ];
  });
  const joined = context.next.flatMap((row): Joined[] => {
    const become = rows.filter(({ id }) => isTo(fates.get(id), 'become', row.id)).map(({ id }) => id);
    const all = [...become, ...become.flatMap((id) => goInto(id, context))];
    return all.length === 0 ? [] : [{ row, follows: [...row.follows, ...all] }];
  });
  return { carried, joined, faults };
}

type Context = {
  readonly rows: ReadonlyMap<string, PlanRow>;
  readonly fates: ReadonlyMap<string, RowFate>;
  readonly next: readonly PlanRow[];
};

function isTo(fate: RowFate | undefined, how: Fate, id: string): boolean {
  return fate?.fate === how && sameWord(fate.with, id);
}

/** The rows that were chosen to go into this one. */
function goInto(id: string, { fates }: Context): string[] {
  return [...fates.values()].filter((fate) => isTo(fate, 'merge', id)).map((fate) => fate.id);
}

/** What was chosen for rows that the last plan does not have; those that something goes on from already are done. */
function strangers(plan: Plan, { from }: Plans, chosen: readonly RowFate[]): FateFault[] {
  const { indicators, tasks } = rowsOfPlan(plan, from);
  const known = [...indicators, ...tasks];
  return chosen
    .filter(({ id }) => !known.some((row) => sameWord(row.id, id)))
    .map(({ id }) => ({ id, why: 'not-there', with: '' }));
}

function faultOf(row: PlanRow, { rows, fates, next }: Context): FateFault[] {
  const chosen = fates.get(row.id);
  if (chosen === undefined) return [];
  const fault = (why: FateFault['why']): FateFault[] => [{ id: row.id, why, with: chosen.with }];
  if (chosen.fate === 'rename') return isBlank(chosen.with) ? fault('no-words') : [];
  if (chosen.fate === 'become') {
    const target = next.find(({ id }) => sameWord(id, chosen.with));
    return target === undefined ? fault('not-of-next') : isTask(target) === isTask(row) ? [] : fault('other-kind');
  }
  if (chosen.fate !== 'merge') return [];
  const target = [...rows.values()].find(({ id }) => sameWord(id, chosen.with));
  const goesOn =
    target !== undefined && target !== row && ['keep', 'rename', 'become'].includes(fates.get(target.id)?.fate ?? '');
  if (!goesOn) return fault('not-merged-into');
  return isTask(target) === isTask(row) ? [] : fault('other-kind');
}

/** «T1.6» goes on as «T1.6-26» in the plan from 2026 on, and that as «T1.6-31»: a code is never used for two rows. */
function freeCode({ id, follows }: PlanRow, { first }: Years, used: ReadonlySet<string>): string {
  const stem = follows.length > 0 ? id.replace(/-\d\d$/u, '') : id;
  const code = `${stem}-${String(first % 100).padStart(2, '0')}`;
  let free = code;
  for (let nth = 2; used.has(free); nth += 1) free = `${code}.${nth}`;
  return free;
}
