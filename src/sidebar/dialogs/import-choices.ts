import { useState } from 'preact/hooks';
import type { Calls } from '../../app/calls.ts';
import type { ReadPlanReply, ReadRow } from '../../app/replies/import.ts';
import { sameWord, tidy } from '../../domain/core/word.ts';
import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import { readDay } from '../../words/core/day.ts';

/** What a person types over a row. */
export type Edits = Partial<Record<'text' | 'field' | 'lead' | 'due', string>>;
export type Choice = 'taken' | 'left' | 'open';
type Asked = Calls['import-plan']['request'];

/** Rows that are taken together, and those that are looked at one by one. */
export function sorted({ rows }: ReadPlanReply) {
  const all = rows.map((row, at) => ({ row, at }));
  return {
    sure: all.filter(({ row }) => row.state === 'new' && row.doubts.length === 0),
    look: all.filter(
      ({ row: { state, doubts } }) => (state === 'new' && doubts.length > 0) || state === 'changed' || state === 'both',
    ),
    same: all.filter(({ row }) => row.state === 'same').length,
    kept: all.filter(({ row }) => row.state === 'kept').length,
  };
}

/** What a person decided so far; nothing of it is in the workbook. */
export function useChoices(reply: ReadPlanReply) {
  const [sure, setSure] = useState(true);
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});
  const [edits, setEdits] = useState<Readonly<Record<number, Edits>>>({});
  const [roles, setRoles] = useState<Readonly<Record<string, string>>>({});
  const parts = sorted(reply);
  const choiceOf = (at: number): Choice => choices[at] ?? 'open';
  // In the order of the document, whichever way they were taken.
  const taken = [...(sure ? parts.sure : []), ...parts.look.filter(({ at }) => choiceOf(at) === 'taken')].sort(
    (one, other) => one.at - other.at,
  );
  return {
    ...{ parts, sure, setSure, roles, taken, choiceOf },
    open: parts.look.filter(({ at }) => choiceOf(at) === 'open'),
    choose: (at: number, choice: Choice) => setChoices((known) => ({ ...known, [at]: choice })),
    takeRest: () =>
      setChoices((known) => ({
        // Over what the office changed by hand nothing is written without asking.
        ...Object.fromEntries(parts.look.filter(({ row }) => row.state !== 'both').map(({ at }) => [at, 'taken' as const])),
        ...known,
      })),
    editsOf: (at: number): Edits => edits[at] ?? {},
    edit: (at: number, edit: Edits) => setEdits((known) => ({ ...known, [at]: { ...known[at], ...edit } })),
    setRole: (name: string, role: string) => setRoles((known) => ({ ...known, [name]: role })),
    rows: (): Asked['rows'] => taken.map(({ row, at }) => asked(row, edits[at] ?? {}, roles)),
  };
}
export type Choices = ReturnType<typeof useChoices>;

type Roles = Readonly<Record<string, string>>;

function asked({ row, id, was }: ReadRow, edits: Edits, roles: Roles): Asked['rows'][number] {
  const edited = withEdits(row, edits);
  const named = (names: string | null): string | null => (names === null ? null : renamed(names, roles));
  return {
    ...edited,
    lead: named(edited.lead),
    with: named(edited.with),
    watcher: named(edited.watcher),
    ...(id === '' ? {} : { update: { id, was } }),
  };
}

/** What was typed; a day that a person sets is a deadline with a day. */
function withEdits(row: PlanRow, { text, field, lead, due }: Edits): PlanRow {
  const day = due === undefined ? row.due : dayOf(due);
  return {
    ...row,
    text: text?.trim() || row.text,
    field: field === undefined ? row.field : tidy(field) || null,
    lead: lead === undefined ? row.lead : tidy(lead) || null,
    due: day,
    deadline_kind: due !== undefined && day !== null ? 'date' : row.deadline_kind,
  };
}

/** What is typed as a day, or `null`. */
export function dayOf(text: string): string | null {
  return text.trim() === '' ? null : readDay(text.trim());
}

/** The office's post in place of each name that was matched; the others stay as the document has them. */
function renamed(names: string, roles: Roles): string {
  const whole = roleFor(names, roles);
  if (whole !== '') return whole;
  return names
    .split(/(\s*[;,\n]\s*)/u)
    .map((part) => roleFor(part, roles) || part)
    .join('');
}

function roleFor(name: string, roles: Roles): string {
  return Object.entries(roles).find(([known]) => sameWord(known, name))?.[1] ?? '';
}
