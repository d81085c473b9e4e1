import { tidy } from '../../domain/core/word.ts';
import type { Recommendation } from '../../domain/inspections/recommendation.ts';
import type { TabTable } from '../core/tab.ts';
import { INSPECTIONS } from '../tabs/inspections.ts';
import { type Reading, readRows } from './read-rows.ts';

/** The rows of `Kiến nghị sau kiểm tra`. */
export function readRecommendations(table: TabTable | undefined, reading: Reading): Recommendation[] {
  return readRows(INSPECTIONS, table, reading).map(({ row: _, id, status: __, explanation: ___, ...rest }) => ({
    ...rest,
    id: tidy(id),
  }));
}
