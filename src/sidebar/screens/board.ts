import { useMemo, useState } from 'preact/hooks';
import type { EnterReply } from '../../app/replies/enter.ts';
import type { FormTexts, MyRow, MyRowsReply } from '../../app/replies/my-rows.ts';
import { isBlank } from '../../domain/core/word.ts';
import type { FormField } from '../../domain/plan/asked-fields.ts';
import { judgeTyping, type TypingContext, typingContextOf, withSaved } from '../parts/judge-typing.ts';
import { idOf, shownText } from '../parts/read-form.ts';

export type Group = 'owed' | 'blank' | 'entered';

/** The rows of the form as they stand after what was saved since they were asked for. */
export type Board = {
  readonly context: TypingContext;
  readonly rows: readonly MyRow[];
  readonly files: MyRowsReply['files'];
  readonly appraises: boolean;
  /** How many of all rows are owed, those not shown too. */
  readonly owed: number;
  readonly groups: Readonly<Record<Group, readonly MyRow[]>>;
  /** The next row to fill in after this one, in a circle; `null` when none is left. */
  readonly next: (after: MyRow | null) => MyRow | null;
  readonly save: (row: MyRow, texts: FormTexts, reply: EnterReply) => void;
  /** Keeps where its appraisal stands. */
  readonly appraise: (row: MyRow, appraisal: MyRow['appraisal']) => void;
  /** Takes over what somebody else has typed into the sheet meanwhile. */
  readonly see: (row: MyRow, texts: FormTexts) => void;
};

/** Keeps a reply of `my-rows` up to date with what is saved here, so that saving is one call; `null` where no period is open. */
export function useBoard(reply: MyRowsReply): Board | null {
  const [known, setKnown] = useState({ of: reply, now: reply });
  const now = known.of === reply ? known.now : reply;
  const context = useMemo(() => typingContextOf(now), [now]);
  if (context === null) return null;
  const groups = groupsOf(now.rows);
  const set = (change: (newest: MyRowsReply) => MyRowsReply) =>
    setKnown((newest) => ({ of: reply, now: change(newest.of === reply ? newest.now : reply) }));
  return {
    context,
    rows: now.rows,
    files: now.files,
    appraises: now.appraises,
    owed: reply.owed + countOwed(now.rows) - countOwed(reply.rows),
    groups,
    next: (after) => nextOf(groups.owed, after),
    save: (row, texts, { texts: saved }) =>
      set((newest) => {
        const { appraisal } = row;
        const now = rejudged(withTexts(withSaved(newest, row, texts), row, inFields(newest, row, saved)), row);
        return withAppraisal(now, row, appraisal && { state: appraisal.state === 'unseen' ? 'unseen' : 'changed', reason: '' });
      }),
    appraise: (row, appraisal) => set((newest) => withAppraisal(newest, row, appraisal)),
    see: (row, texts) => set((newest) => withTexts(newest, row, texts)),
  };
}

function countOwed(rows: readonly MyRow[]): number {
  return rows.filter(({ owed }) => owed).length;
}

/** What tells the rows apart. */
export function keyOf(row: MyRow): string {
  return `${row.of} ${idOf(row)}`;
}

/** The texts of a row as the form shows them. */
export function shownTexts({ texts }: MyRow): FormTexts {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, shownText(field as FormField, text)]));
}

/** The rows that a row takes its figures from. */
export function partsOf(row: MyRow): readonly string[] {
  if (row.of === 'entry' || row.indicator.links === null) return [];
  return [...row.indicator.links.numerator, ...row.indicator.links.denominator];
}

const FIGURES = { actual: ['numerator', 'denominator', 'typed'], entry: ['progress', 'result'] } as const;

function isUntouched({ of, texts }: MyRow): boolean {
  return FIGURES[of].every((field) => isBlank(texts[field] ?? ''));
}

/** Nothing stands in it yet, and no other row fills it in. */
function isTypedHere(row: MyRow): boolean {
  return isUntouched(row) && partsOf(row).length === 0;
}

/** A blank row that an owed one takes its figures from is as urgent; what is filled in elsewhere comes after where it is filled in. */
function groupsOf(rows: readonly MyRow[]): Board['groups'] {
  const waitedFor = new Set(rows.filter(({ owed }) => owed).flatMap(partsOf));
  const isUrgent = (row: MyRow): boolean => row.owed || (row.of === 'actual' && isUntouched(row) && waitedFor.has(idOf(row)));
  const owed = rows.filter(isUrgent);
  const rest = rows.filter((row) => !isUrgent(row));
  return {
    owed: [...owed.filter(isTypedHere), ...owed.filter((row) => !isTypedHere(row))],
    blank: rest.filter(isTypedHere),
    entered: rest.filter((row) => !isTypedHere(row)),
  };
}

function nextOf(owed: readonly MyRow[], after: MyRow | null): MyRow | null {
  const at = after === null ? -1 : owed.findIndex((row) => keyOf(row) === keyOf(after));
  const next = owed[at + 1] ?? owed[0] ?? null;
  return next !== null && after !== null && keyOf(next) === keyOf(after) ? null : next;
}

/** The reply names cells by their headers. */
function inFields({ headers }: MyRowsReply, { of }: MyRow, byHeader: Readonly<Record<string, string>>): FormTexts {
  const fields = Object.entries(headers[of]).filter(([, header]) => byHeader[header] !== undefined);
  return Object.fromEntries(fields.map(([field, header]) => [field, byHeader[header] ?? '']));
}

function withAppraisal(reply: MyRowsReply, changed: MyRow, appraisal: MyRow['appraisal']): MyRowsReply {
  const key = keyOf(changed);
  return { ...reply, rows: reply.rows.map((row) => (keyOf(row) === key ? { ...row, appraisal } : row)) };
}

function withTexts(reply: MyRowsReply, changed: MyRow, texts: FormTexts): MyRowsReply {
  const changes = (row: MyRow): MyRow => (keyOf(row) === keyOf(changed) ? { ...row, texts: { ...row.texts, ...texts } } : row);
  return { ...reply, rows: reply.rows.map(changes) };
}

/** What was saved may fill in its own row and those that take their figures from it. */
function rejudged(reply: MyRowsReply, saved: MyRow): MyRowsReply {
  const context = typingContextOf(reply);
  if (context === null) return reply;
  const isTouched = (row: MyRow): boolean => keyOf(row) === keyOf(saved) || partsOf(row).includes(idOf(saved));
  const judged = (row: MyRow): MyRow => (isTouched(row) ? { ...row, owed: judgeTyping(row, row.texts, context).owed } : row);
  return { ...reply, rows: reply.rows.map(judged) };
}
