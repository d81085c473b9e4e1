import { checkFeeds } from '../../domain/checks/check-feeds.ts';
import type { Day } from '../../domain/core/day.ts';
import { yearOf } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import {
  inspectionCounts,
  type Recommendation,
  type RecommendationState,
  stateOf,
} from '../../domain/inspections/recommendation.ts';
import { openFirst, yearlyWindow } from '../../domain/period/calendar.ts';
import { noticeDays } from '../../domain/plan/settings.ts';
import { RECOMMENDATION_LABELS } from '../../words/core/labels.ts';
import { sayInspections } from '../../words/inspections/counts.ts';
import { sayRecommendation } from '../../words/inspections/recommendation.ts';
import type { Book } from '../../workbook/core/book.ts';
import { feedsOf } from '../../workbook/read/feeds.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import { INSPECTIONS } from '../../workbook/tabs/inspections.ts';
import { textAt } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { ExtrasView, RecommendationLine } from '../replies/extras.ts';
import { scoresView } from '../scores/scores-view.ts';
import { formCell } from './form-cell.ts';
import { surveysView } from './surveys-view.ts';
import { fieldsFor } from './whose-row.ts';

/** Every field that a form may fill in, in the order of the tab. */
const FIELDS = Object.entries(INSPECTIONS.columns).flatMap(([key, { by }]) => (by === 'office' && key !== 'id' ? [key] : []));

/** The registers that this workbook keeps, as the caller may see and fill them; writes nothing. */
export function extrasView(ports: Ports): ExtrasView {
  const book = openBook(ports);
  const today = ports.clock.today();
  return {
    keeps: mayKeepPlan(book.plan, ports.who.email(), today),
    periods: openFirst(book.plan.periods, today).map(({ name }) => name),
    inspections: book.tables.has('inspections') ? inspectionsView(ports, book, today) : null,
    surveys: book.tables.has('surveys') ? surveysView(ports, book) : null,
    scores: book.tables.has('scores') ? scoresView(ports, book, today) : null,
    differs: differing(book, today),
  };
}

type Shown = { readonly row: Recommendation; readonly state: RecommendationState };
/** What waits for somebody first; what is settled last. */
const ORDER: readonly RecommendationState[] = [
  'overdue',
  'reopened',
  'due-soon',
  'open',
  'unproved',
  'fixed',
  'rechecked',
  'none',
];

function inspectionsView(ports: Ports, book: Book, today: Day): ExtrasView['inspections'] {
  const { plan, recommendations } = book;
  const context = { today, noticeDays: noticeDays(plan, today), holidays: plan.holidays };
  const shown: Shown[] = recommendations.map((row) => ({ row, state: stateOf(row, context) }));
  const fields = (id: string): string[] => fieldsFor(ports, book, 'inspections', id).filter((field) => FIELDS.includes(field));
  const lineOf = ({ row, state }: Shown): RecommendationLine => ({
    id: row.id,
    text: row.finding === '' ? row.inspection : row.finding,
    state,
    said: `${RECOMMENDATION_LABELS[state]}: ${sayRecommendation(row, state, context)}`,
    texts: Object.fromEntries(FIELDS.map((field) => [headerOf(INSPECTIONS, field), textAt(book, at(row.id, field)) ?? ''])),
    mine: fields(row.id).map((field) => headerOf(INSPECTIONS, field)),
    at: placeOf(book.addressOf(at(row.id, 'finding'))),
  });
  const year = yearOf(today);
  return {
    form: FIELDS.map((field) => formCell(INSPECTIONS, field)),
    begin: fields('').map((field) => headerOf(INSPECTIONS, field)),
    lines: shown.sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state)).map(lineOf),
    summary: sayInspections(inspectionCounts(recommendations, yearlyWindow(year)), `Năm ${year}`),
  };
}

/** How many figures of the open periods are not what the registers count. */
function differing(book: Book, today: Day): number {
  return openFirst(book.plan.periods, today).flatMap((period) => checkFeeds(feedsOf(book, period), book.actuals)).length;
}

function at(id: string, field: string): Source {
  return { of: 'recommendation', id, period: '', field };
}
