import { folded } from '../../../src/domain/import/fold-text.ts';
import { importPlan } from '../../../src/domain/import/import-plan.ts';
import type { ImportedRow, PlanImport } from '../../../src/domain/import/row.ts';
import { readDocument } from '../../../src/paper/blocks/read-document.ts';
import type { MadePlan } from './plan.ts';
import type { Known } from './score.ts';
import type { Build } from './structures.ts';

const NO_TARGET = { op: null, target_from: null, target_to: null, unit: null, years: null, mood: null, exception: null } as const;
const NO_TASK = { deadline: null, deadline_kind: null, due: null, lead: null, with: null, product: null } as const;

/** The rows that a made plan must give in a structure. */
export function knownRows(plan: MadePlan, { tasks }: Pick<Build, 'tasks'>): Known[] {
  return plan.fields.flatMap((field) => [
    ...field.bullets.flatMap(({ targets }) =>
      targets.map(
        ({ text, op, low, high = null, unit = null, years = null, mood = null, exception = null }): Known => ({
          ...{ kind: 'indicator', field: field.name, text, op, target_from: low, target_to: high, unit, years, mood, exception },
          ...NO_TASK,
        }),
      ),
    ),
    ...field.tasks.map((task): Known => {
      const row = { ...NO_TARGET, kind: 'task' as const, field: field.name };
      if (tasks === 'bullets')
        return {
          ...row,
          ...NO_TASK,
          text: `${task.text} theo đúng chỉ đạo của cấp trên`,
          deadline_kind: 'none',
          ...often(task.text),
        };
      const { text, deadline, kind, due, lead, product } = task;
      return { ...row, text, deadline, deadline_kind: kind, due, lead, with: task.with, product };
    }),
  ]);
}

/** «hằng năm» in the words of a bullet is a deadline, too. */
function often(text: string): Partial<Known> {
  return text.includes('hằng năm') ? { deadline: 'hằng năm', deadline_kind: 'recurrence' } : {};
}

/** The plan in a file that must be readable. */
export function planIn(bytes: Uint8Array): PlanImport {
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(read.fault);
  const result = importPlan(read.document);
  if (!result.ok) throw new Error(result.why);
  return result.plan;
}

/** What a row says that does not stand in its passages; a rise is computed, a rank and a grade have no written unit. */
export function unproved({
  text,
  target_from,
  target_to,
  mood,
  exception,
  deadline,
  lead,
  with: support,
  product,
  unit,
  proof,
  op,
  years,
}: ImportedRow): string[] {
  const passages = folded(
    Object.values(proof)
      .map(({ words }) => words)
      .join('\n'),
  );
  const levels = [target_from, target_to, ...(op === 'rise' ? [] : Object.values(years ?? {}))].flatMap((value) =>
    value === null || op === 'zero' ? [] : [String(value).replace('.', ',')],
  );
  const written = unit === 'hạng' || unit === 'xếp loại' ? null : unit;
  return [text, mood, exception, deadline, lead, support, product, written, ...levels].filter(
    (value): value is string => value !== null && !passages.includes(folded(value)),
  );
}
