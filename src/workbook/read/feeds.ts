import type { Feed } from '../../domain/checks/check-feeds.ts';
import { dayFrom } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import { type InspectionCounts, inspectionCounts } from '../../domain/inspections/recommendation.ts';
import type { Period } from '../../domain/period/period.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { isInForce } from '../../domain/plan/plan.ts';
import type { Book } from '../core/book.ts';
import { countIn } from '../core/grammar.ts';
import { INSPECTIONS } from '../tabs/inspections.ts';

/** The rows of the ministry's forms that the register counts, by their codes (Biểu mẫu 1). */
const OF_FORMS: Readonly<Record<string, keyof InspectionCounts>> = { '1.3.3.1': 'found', '1.3.3.2': 'mended' };

/** What the registers that are kept say of the rows of a period; of a register without any row nothing. */
export function feedsOf(book: Book, period: Period): Feed[] {
  const { plan, recommendations } = book;
  if (recommendations.length === 0) return [];
  return plan.indicators
    .filter((indicator) => isInForce(plan, indicator, period.year))
    .flatMap((indicator) => {
      const key = countIn(indicator.measure) ?? OF_FORMS[tidy(indicator.form)];
      if (key === undefined) return [];
      const numerator = inspectionCounts(recommendations, spanOf(indicator, period))[key];
      return [{ indicator: indicator.id, period: period.name, numerator, denominator: null, from: INSPECTIONS.name }];
    });
}

/** From New Year on where the row counts cumulatively, else the period alone. */
function spanOf({ data }: Indicator, { start, end, year }: Period) {
  return { start: data === 'in-period' ? start : (dayFrom(year, 1, 1) ?? start), end };
}
