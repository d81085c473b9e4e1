import { expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { periodToOpen } from '../../src/domain/period/calendar.ts';
import type { Period, PeriodState } from '../../src/domain/period/period.ts';

const aPeriod = (name: string, end: string, state: PeriodState): Period => ({
  name,
  type: 'quarter',
  turn: 1,
  year: 2024,
  start: day('2023-12-15'),
  end: day(end),
  cumulative: true,
  entryDueOn: null,
  sendDueOn: null,
  addressees: [],
  recipients: [],
  requestedBy: '',
  yearPlanReference: '',
  outlook: '',
  reportNumber: '',
  signedOn: null,
  sentOn: null,
  state,
  typeBy: 'cell',
});
const calendar = (...states: PeriodState[]): Period[] =>
  ['2024-03-14', '2024-06-14', '2024-09-14', '2024-12-14'].map((end, at) =>
    aPeriod(`kỳ ${at + 1}`, end, states[at] ?? 'unopened'),
  );

it.each([
  ['the first that has not ended', calendar(), '2024-06-10', 'kỳ 2'],
  ['on its last day still this one', calendar(), '2024-06-14', 'kỳ 2'],
  ['the next one when this one is open', calendar('closed', 'entering'), '2024-06-10', 'kỳ 3'],
  ['none that ends before a closed one', calendar('unopened', 'unopened', 'sent'), '2024-06-10', 'kỳ 4'],
  ['the last one when all have ended', calendar('closed', 'closed'), '2025-03-01', 'kỳ 4'],
  ['none when all are closed', calendar('closed', 'closed', 'closed', 'closed'), '2025-03-01', null],
  ['none in an empty calendar', [], '2024-06-10', null],
])('proposes %s', (...[, periods, today, name]) => {
  expect(periodToOpen(periods, day(today))?.name ?? null).toBe(name);
  expect(periodToOpen([...periods].reverse(), day(today))?.name ?? null).toBe(name);
});
