import { fold, isBlank } from '../core/word.ts';
import type { Indicator } from '../plan/indicator.ts';
import type { OutlineRow, Plan } from '../plan/plan.ts';
import type { Task } from '../plan/task.ts';

/** A row that no section tells, and the section that prints it all the same. */
export type Unplaced = { readonly of: 'indicator' | 'task'; readonly row: Indicator | Task; readonly printedIn: string };

type Told = Pick<Plan, 'indicators' | 'tasks' | 'outline'>;

/**
 * The outline by which a report is made: each row of the plan stands in one section, the first that names its code, else its field's. A row in
 * none is told at the end of its field, and a field without any section in one of its own behind the others.
 */
export function wholeOutline(plan: Told): OutlineRow[] {
  const once = withoutRepeats(withSuccessors(plan));
  const unplaced = unplacedRows(plan, once);
  const added = new Map<OutlineRow, string[]>();
  const fields = new Map<string, string>();
  for (const { row } of unplaced) {
    const last = lastOf(once, row.field);
    if (last === undefined) fields.set(fold(row.field), row.field);
    else added.set(last, [...(added.get(last) ?? []), row.id]);
  }
  return withFields(
    once.map((row) => withIds(row, added.get(row) ?? [])),
    [...fields.values()],
  );
}

/** The rows in no section, each with the title of the section that prints it; statistics stand in the annex and need none. */
export function rowsInNoSection(plan: Told): Unplaced[] {
  return unplacedRows(plan, withoutRepeats(withSuccessors(plan)));
}

/** A row of a new plan stands where the one stood that it goes on from, unless a section names it. */
function withSuccessors({ indicators, tasks, outline }: Told): readonly OutlineRow[] {
  const after = new Map<string, string[]>();
  for (const { id, follows } of [...indicators, ...tasks])
    for (const before of follows) after.set(before, [...(after.get(before) ?? []), id]);
  if (after.size === 0) return outline;
  const named = new Set(outline.flatMap(({ source }) => (source.kind === 'field' ? source.ids : [])));
  return outline.map((row) => (row.source.kind === 'field' ? withIds(row, successors(row.source.ids, after, named)) : row));
}

/** All that came after these, however many plans later; each once, for codes may have been typed in a circle. */
function successors(ids: readonly string[], after: ReadonlyMap<string, readonly string[]>, named: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const follow = (id: string): void => {
    for (const next of after.get(id) ?? []) {
      if (found.has(next) || named.has(next)) continue;
      found.add(next);
      follow(next);
    }
  };
  for (const id of ids) follow(id);
  return [...found];
}

function unplacedRows({ indicators, tasks }: Told, outline: readonly OutlineRow[]): Unplaced[] {
  // An outline that tells of no row is all narrative: nothing is lacking in it.
  if (!outline.some(({ source }) => source.kind === 'field')) return [];
  const placed = new Set(outline.flatMap(({ source }) => (source.kind === 'field' ? source.ids : [])));
  const fields = new Set(
    outline.flatMap(({ source }) => (source.kind === 'field' && source.ids.length === 0 ? [fold(source.field)] : [])),
  );
  const isLost = (row: Indicator | Task): boolean => !placed.has(row.id) && !fields.has(fold(row.field));
  const printedIn = (row: Indicator | Task): string => lastOf(outline, row.field)?.title ?? row.field;
  return [
    ...indicators
      .filter((row) => row.kind !== 'statistic' && isLost(row))
      .map((row) => ({ of: 'indicator' as const, row, printedIn: printedIn(row) })),
    ...tasks.filter(isLost).map((row) => ({ of: 'task' as const, row, printedIn: printedIn(row) })),
  ];
}

/** A code that two sections name is told in the first; a field that two tell without codes, too. */
function withoutRepeats(outline: readonly OutlineRow[]): OutlineRow[] {
  const [ids, fields] = [new Set<string>(), new Set<string>()];
  return outline.map((row) => {
    if (row.source.kind !== 'field') return row;
    const { field } = row.source;
    const own = row.source.ids.filter((id) => !ids.has(id));
    for (const id of own) ids.add(id);
    const isRepeated = row.source.ids.length === 0 && fields.has(fold(field));
    if (row.source.ids.length === 0) fields.add(fold(field));
    // Without a code of its own it would be taken for the section of its whole field.
    if (isRepeated || (own.length === 0 && row.source.ids.length > 0)) return { ...row, source: { kind: 'narrative' } };
    return { ...row, source: { ...row.source, ids: own } };
  });
}

function lastOf(outline: readonly OutlineRow[], field: string): OutlineRow | undefined {
  const told = outline.filter(({ source }) => source.kind === 'field' && fold(source.field) === fold(field));
  return told[told.length - 1];
}

function withIds(row: OutlineRow, ids: readonly string[]): OutlineRow {
  if (row.source.kind !== 'field' || ids.length === 0) return row;
  return { ...row, source: { ...row.source, ids: [...row.source.ids, ...ids] } };
}

/** Behind the last section of a field, and numbered on from it. */
function withFields(outline: readonly OutlineRow[], fields: readonly string[]): OutlineRow[] {
  const at = outline.reduce((last, { source, level }, index) => (source.kind === 'field' && level < 3 ? index : last), -1);
  const before = outline[at];
  if (fields.length === 0 || before === undefined) return [...outline];
  const taken = new Set(outline.map(({ place }) => place));
  const added = fields
    .filter((field) => !isBlank(field))
    .map((field): OutlineRow => {
      const place = placeAfter(before.place, taken);
      taken.add(place);
      return { ...before, place, title: field, source: { kind: 'field', field, ids: [] } };
    });
  // Clauses below the last section belong to it.
  const end = outline.findIndex(({ level }, index) => index > at && level <= before.level);
  const cut = end < 0 ? outline.length : end;
  return [...outline.slice(0, cut), ...added, ...outline.slice(cut)];
}

/** The next place beside that one that no section has: II.7 after II.6. */
function placeAfter(place: string, taken: ReadonlySet<string>): string {
  const [, head = '', last = ''] = /^(.*?)(\d*)$/u.exec(place) ?? [];
  let number = Number(last) + 1;
  while (taken.has(`${head}${number}`)) number += 1;
  return `${head}${number}`;
}
