import type { Day } from '../../domain/core/day.ts';
import { stateOf } from '../../domain/inspections/recommendation.ts';
import { noticeDays } from '../../domain/plan/settings.ts';
import { RECOMMENDATION_LABELS } from '../../words/core/labels.ts';
import { sayRecommendation } from '../../words/inspections/recommendation.ts';
import type { Book } from '../core/book.ts';
import type { Block } from '../core/cell.ts';
import { rowBlocks, rowOf } from './write.ts';

/** The grey cells of the registers that this workbook keeps, as of a day. */
export function extraEdits(book: Book, today: Day): Block[] {
  return recommendationEdits(book, today);
}

function recommendationEdits({ tables, plan, recommendations }: Book, today: Day): Block[] {
  const table = tables.get('inspections');
  if (table === undefined) return [];
  const context = { today, noticeDays: noticeDays(plan, today), holidays: plan.holidays };
  const edits = recommendations.flatMap((row) => {
    const at = rowOf(table, [row.id]);
    const state = stateOf(row, context);
    const values = { status: RECOMMENDATION_LABELS[state], explanation: sayRecommendation(row, state, context) };
    return at === null ? [] : [{ row: at, values }];
  });
  return rowBlocks(table, edits);
}
