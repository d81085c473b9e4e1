import type { Severity } from '../checks/finding.ts';
import type { Typed } from '../judging/evaluate.ts';
import { publishedAfter } from '../judging/measure.ts';
import type { Period } from '../period/period.ts';
import { actualsIn, entriesIn } from '../plan/rows-in.ts';
import { turnsInYear } from '../plan/task.ts';
import { type FrozenFactDraft, figureFields, typedFacts } from './snapshot.ts';

/** One cell of the plan as it reads: blank cells are no facts. */
export type PlanFact = { readonly id: string; readonly field: string; readonly text: string };

/** A plan tab as it stands: its facts, every `Mã` that stands in it, and the columns that could be read. */
export type PlanFacts = {
  readonly facts: readonly PlanFact[];
  readonly ids: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
};

/** What differs from what was kept: a cell, a whole row that came or went (`field` then names its title), or a figure of a closed period. */
export type FoundChange = {
  readonly kind: 'changed' | 'added' | 'removed' | 'late';
  readonly id: string;
  /** '' for the plan. */
  readonly period: string;
  readonly field: string;
  /** Of the plan as the cell reads; of a closed period the raw value that `Bản chốt` keeps. */
  readonly before: string;
  readonly after: string;
};

/** The code of a change among the problems, and its severity until somebody gives the reason. */
export const CHANGE_CODES = {
  changed: 'plan-changed',
  added: 'plan-row-added',
  removed: 'plan-row-removed',
  late: 'late-change',
} as const satisfies Record<FoundChange['kind'], string>;
export type ChangeCode = (typeof CHANGE_CODES)[FoundChange['kind']];
export const CHANGE_SEVERITY: Severity = 'review';

/** A proposal binds nobody, so the office may settle these as it likes until it has confirmed them. */
const SETTLED_WITH_A_PROPOSAL = /^(?:due|dueRule|startOn|origin|baseline|tolerance|year-\d{4})$/u;
const TITLE = 'title';

/**
 * How a plan tab differs from the plan that was kept, cell by cell; a row that came or went is one change. `proposed` names the
 * rows that were proposals when they were kept.
 */
export function planChanges(kept: readonly PlanFact[], now: PlanFacts, proposed: ReadonlySet<string>): FoundChange[] {
  const [before, after] = [byRow(kept), byRow(now.facts)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): FoundChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const row = (kind: 'added' | 'removed'): FoundChange[] => [
      { kind, id, period: '', field: TITLE, before: was?.get(TITLE) ?? '', after: is?.get(TITLE) ?? '' },
    ];
    if (was === undefined) return row('added');
    if (is === undefined) return now.ids.has(id) ? [] : row('removed');
    const fields = [...new Set([...was.keys(), ...is.keys()])].filter((field) => now.fields.has(field));
    return fields
      .filter((field) => !(proposed.has(id) && SETTLED_WITH_A_PROPOSAL.test(field)))
      .map((field) => ({
        kind: 'changed' as const,
        id,
        period: '',
        field,
        before: was.get(field) ?? '',
        after: is.get(field) ?? '',
      }))
      .filter((change) => change.before !== change.after);
  });
}

/** What was typed of a closed period after it was closed: only what people type, since verdicts follow from it. */
export function lateChanges(typed: Typed, period: Period, frozen: readonly FrozenFactDraft[]): FoundChange[] {
  const newest = frozen.reduce((last, { version }) => Math.max(last, version), 0);
  const before = new Map(figureFields.map((field) => [field, new Map<string, string>()]));
  for (const { version, id, field, raw } of frozen) if (version === newest) before.get(field)?.set(id, raw);
  return typedFacts(typed, period)
    .filter(({ field }) => figureFields.includes(field))
    .flatMap(({ id, field, raw }) => {
      const was = before.get(field)?.get(id);
      if (was === undefined || was === raw) return [];
      // The word on a task was «Chưa thực hiện» or the like; what was known of a figure or a day is not corrected in this way.
      const isNews = (was === '' || field === 'progress') && isTypedLater(typed, period, { id, field });
      return isNews ? [] : [{ kind: 'late', id, period: period.name, field, before: was, after: raw }];
    });
}

/** What only came out after the period was over: a result with its `Ngày công bố`, and recurring work that was missed and done later. No change of what was known. */
function isTypedLater(
  { plan, actuals, entries }: Typed,
  period: Period,
  { id, field }: { readonly id: string; readonly field: string },
): boolean {
  if (field !== 'progress' && field !== 'completedOn')
    return publishedAfter(actualsIn(actuals, period.name).get(id) ?? null, period) !== null;
  const task = plan.tasks.find((row) => row.id === id);
  const on = entriesIn(entries, period.name).get(id)?.completedOn ?? null;
  return task !== undefined && turnsInYear(task) !== null && on !== null && on > period.end;
}

function byRow(facts: readonly PlanFact[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const rows = new Map<string, Map<string, string>>();
  for (const { id, field, text } of facts) {
    const row = rows.get(id) ?? new Map<string, string>();
    rows.set(id, row.set(field, text));
  }
  return rows;
}
