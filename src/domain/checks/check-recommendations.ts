import type { Day } from '../core/day.ts';
import { isBlank, sameWord } from '../core/word.ts';
import type { Recommendation } from '../inspections/recommendation.ts';
import type { Plan } from '../plan/plan.ts';
import { type Finding, type FindingMaker, finding } from './finding.ts';

/** What is wrong with the rows of `Kiến nghị sau kiểm tra`: nobody to mend it, no day, days in the wrong order. */
export function checkRecommendations(rows: readonly Recommendation[], plan: Plan, today: Day): Finding[] {
  return rows.filter((row) => !isBlank(row.finding)).flatMap((row) => [...checkWho(row, plan), ...checkDays(row, today)]);
}

function at({ id }: Recommendation): FindingMaker {
  return (code, field, facts = {}) => finding(code, { of: 'recommendation', id, period: '', field }, { id, ...facts });
}

function checkWho(row: Recommendation, { roles }: Plan): Finding[] {
  const make = at(row);
  if (isBlank(row.lead)) return [make('mender-missing', 'lead')];
  const isKnown = roles.length === 0 || roles.some(({ role }) => sameWord(role, row.lead));
  return isKnown ? [] : [make('unknown-role', 'lead', { role: row.lead })];
}

function checkDays(row: Recommendation, today: Day): Finding[] {
  const make = at(row);
  const { foundOn, dueOn, fixedOn, recheckedOn, recheck } = row;
  const found: Finding[] = [];
  if (dueOn === null && fixedOn === null) found.push(make('mending-day-missing', 'dueOn'));
  if (fixedOn !== null && fixedOn > today) found.push(make('completed-in-future', 'fixedOn', { day: fixedOn, today }));
  if (foundOn !== null && fixedOn !== null && fixedOn < foundOn)
    found.push(make('mended-before-found', 'fixedOn', { day: fixedOn, start: foundOn }));
  if (recheckedOn !== null && (fixedOn === null || recheckedOn < fixedOn) && recheck === 'passed')
    found.push(make('rechecked-before-mended', 'recheckedOn', { day: recheckedOn }));
  if (fixedOn !== null && isBlank(row.evidence)) found.push(make('evidence-missing', 'evidence'));
  return found;
}
