import type { Indicator } from './indicator.ts';
import { isStanding, type Task } from './task.ts';

/** The columns that officials fill in a form, in its order, as `workbook` keys them. */
export const FORM_FIELDS = {
  actual: [
    'numerator',
    'denominator',
    'typed',
    'spoken',
    'cause',
    'proposal',
    'evidence',
    'estimate',
    'dataAsOf',
    'publishedOn',
    'note',
  ],
  entry: ['progress', 'completedOn', 'result', 'cause', 'proposal', 'evidence', 'estimate', 'note'],
} as const;
export type FormField = (typeof FORM_FIELDS)['actual' | 'entry'][number];

/** Whether a figure of a row is typed, comes from other rows, or means nothing there. */
export type Asked = 'typed' | 'linked' | 'none';
type AskedFigures = { readonly numerator: Asked; readonly denominator: Asked };

const WITHOUT_PAIR: readonly Indicator['kind'][] = ['rank-at-most', 'grade-at-least', 'below-baseline'];
const COUNTS: readonly Indicator['kind'][] = ['statistic', 'track-only'];

/** Which of `Tử số`, `Mẫu số` the rules read of a row (`measure.ts`); `Kết quả nhập tay` they read of every row. */
export function askedFigures({ kind, unit, links }: Pick<Indicator, 'kind' | 'unit' | 'links'>): AskedFigures {
  const isPair = !WITHOUT_PAIR.includes(kind) && (unit.trim() === '%' || !COUNTS.includes(kind));
  const side = (from: readonly string[] | undefined): Asked => {
    if (from !== undefined && from.length > 0) return 'linked';
    return isPair ? 'typed' : 'none';
  };
  return { numerator: side(links?.numerator), denominator: side(links?.denominator) };
}

/** Standing work is never completed, so no day of completion is asked for. */
export function asksCompletionDay(task: Task): boolean {
  return !isStanding(task);
}
