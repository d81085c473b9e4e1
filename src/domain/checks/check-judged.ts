import { isBlank } from '../core/word.ts';
import type { Judgement } from '../judging/verdict.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import type { Finding } from './finding.ts';
import { atActual } from './finding-at.ts';

/** What the verdict still asks for: a figure, a cause, a proof. `actual` may be missing: then its row is named all the same. */
export function checkJudged(indicator: Indicator, actual: Actual | null, judgement: Judgement): Finding[] {
  const make = atActual({ indicator: indicator.id, period: judgement.period });
  const { verdict, reason } = judgement;
  if (verdict === 'no-data' && reason === 'nothing-typed') {
    const isHalfTyped = (actual?.denominator ?? null) !== null && indicator.links === null;
    return isHalfTyped ? [] : [make('no-data-in-period', 'numerator', { role: indicator.lead, period: judgement.period })];
  }
  const found: Finding[] = [];
  if (verdict === 'not-met' && isBlank(actual?.cause ?? '')) found.push(make('cause-missing', 'cause', { due: null }));
  const isReached = verdict === 'met' || verdict === 'nearly-met' || verdict === 'not-met';
  if (isReached && isBlank(actual?.evidence ?? '')) found.push(make('evidence-missing', 'evidence'));
  return found;
}
