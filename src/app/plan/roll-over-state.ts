import { yearOf } from '../../domain/core/day.ts';
import { isBlank, sameWord } from '../../domain/core/word.ts';
import { isTask, type PlanRow, proposedFate, rowsToCarry } from '../../domain/plan/roll-over.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import type { RollOverState, RowToCarry } from '../replies/plan.ts';
import { leftPlan, proposedPlan } from './next-plan.ts';

/** The rows of the plan that is left with what is proposed for each; `to`: into a plan that is there, '' = a new one. */
export function rollOverState(
  ports: Ports,
  { from: asked = '', to = '' }: { readonly from?: string; readonly to?: string },
): RollOverState {
  const book = openBook(ports);
  const { plan } = book;
  const from = leftPlan(book, asked, to);
  const known = isBlank(to) ? undefined : plan.plans.find(({ id }) => sameWord(id, to));
  const made = proposedPlan(book, from, yearOf(ports.clock.today()));
  const next =
    known === undefined
      ? { ...made, ...(isBlank(to) ? {} : { id: to }) }
      : {
          ...{ id: known.id, title: known.title, kind: known.kind, number: known.number, issuedOn: '' },
          ...(known.years ?? { first: made.first, last: made.last }),
        };
  return {
    plans: plan.plans.map(({ id, title, kind, years }) => ({ id, title, kind, years })),
    from: from.id,
    next,
    rows: rowsToCarry(plan, { from, to: next }).map((each) => {
      const { fate, with: said } = proposedFate(each, plan, { to: next });
      return { id: each.id, of: ofRow(each), field: each.field, title: each.title, proposed: { fate, with: said } };
    }),
    there: [...plan.indicators, ...plan.tasks]
      .filter((each) => sameWord(each.plan, next.id) && !isBlank(each.plan))
      .map((each) => ({ id: each.id, of: ofRow(each), title: each.title })),
  };
}

function ofRow(row: PlanRow): RowToCarry['of'] {
  if (isTask(row)) return 'task';
  return row.kind === 'statistic' ? 'statistic' : 'indicator';
}
