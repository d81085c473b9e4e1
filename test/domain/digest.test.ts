import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { alerts, rightNow } from '../../src/domain/mail/alert.ts';
import { digest } from '../../src/domain/mail/digest.ts';
import type { MailRecord } from '../../src/domain/mail/mail-history.ts';
import type { Actual } from '../../src/domain/plan/indicator.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, H1, period, TODAY } from './builders.ts';

const plan = aPlan({
  indicators: [anIndicator({ tolerance: 2 }), anIndicator({ id: 'T2' }), anIndicator({ id: 'T3', origin: 'proposed' })],
  tasks: [aTask(), aTask({ id: 'N2', origin: 'proposed' }), aTask({ id: 'N3', due: { kind: 'day', day: day('2024-05-10') } })],
});
const half = { numerator: 50, denominator: 100 };

function alertsOf(over: Partial<Actual> = {}) {
  const typed = {
    plan,
    actuals: [
      anActual({ numerator: 97, denominator: 100 }),
      anActual({ indicator: 'T2', ...half, ...over }),
      anActual({ indicator: 'T3', ...half }),
    ],
    entries: [anEntry({ cause: 'chờ ý kiến' })],
  };
  return alerts(evaluate(typed, { period: period('h1'), asOf: TODAY }), typed, TODAY);
}
const mail = (on: string, items: readonly string[], state = 'sent'): MailRecord => ({ day: day(on), items, state });
const KEYS = [`T2|${H1}|not-met`, `N3|${H1}|overdue`, `N1|${H1}|overdue`, `T1|${H1}|nearly-met`];
const RIGHT = new Set([`T9|${H1}`]);
const of = (mails: readonly MailRecord[], found = alertsOf()) =>
  digest({ alerts: found, mails, asOf: TODAY, period: H1, right: RIGHT });

describe('what the chairman should know', () => {
  test('most serious first, the latest of the overdue before the others; nothing that is only proposed', () => {
    expect(alertsOf().map(({ key }) => key)).toEqual(KEYS);
    expect(alertsOf().find(({ key }) => key.startsWith('N1'))?.cause).toBe('chờ ý kiến');
  });

  test('«Không nhắc đến hết ngày» includes that day', () => {
    expect(alertsOf({ muteUntil: TODAY })).toHaveLength(3);
    expect(alertsOf({ muteUntil: day('2024-06-19') })).toHaveLength(4);
  });
});

describe('one mail', () => {
  test('the first tells all', () => expect(of([])).toMatchObject({ previousMailOn: null, unchanged: { count: 0 }, keys: KEYS }));
  test('nothing new, no mail', () => expect(of([mail('2024-06-10', KEYS)])).toBeNull());
  test('good news alone waits', () => expect(of([mail('2024-06-10', [...KEYS, `T9|${H1}|not-met`])])).toBeNull());
  test('a failed mail told nothing', () => expect(of([mail('2024-06-10', KEYS, 'failed')])?.fresh).toHaveLength(4));

  test('what worsens is new; what is unchanged is counted with its days; what is right again is good news', () => {
    const told = [mail('2024-06-01', [...KEYS.slice(1), `T2|${H1}|nearly-met`, `T9|${H1}|not-met`])];
    const made = of(told);
    expect(made?.fresh.map(({ key }) => key)).toEqual([KEYS[0]]);
    expect(made).toMatchObject({
      previousMailOn: '2024-06-01',
      unchanged: { count: 3, longestDays: 19 },
      resolved: [`T9|${H1}|not-met`],
    });
  });

  test('what is muted, or lost its figures, is not called right again', () => {
    const typed = {
      plan,
      actuals: [anActual({ numerator: 99, denominator: 100 }), anActual({ indicator: 'T2' })],
      entries: [anEntry({ progress: 'done', completedOn: day('2024-06-10') })],
    };
    const right = rightNow(evaluate(typed, { period: period('h1'), asOf: TODAY }));
    const told = [mail('2024-06-01', [`T1|${H1}|not-met`, `T2|${H1}|not-met`, `N1|${H1}|overdue`])];
    const made = digest({ alerts: alertsOf().slice(1, 2), mails: told, asOf: TODAY, period: H1, right });
    expect(made?.resolved).toEqual([`T1|${H1}|not-met`, `N1|${H1}|overdue`]);
  });

  test('what was right, or muted, when the last mail went is new when it comes back', () => {
    const made = of([mail('2024-05-20', KEYS), mail('2024-06-01', [...KEYS.slice(1), 'T9|x|not-met'])]);
    expect(made?.fresh.map(({ key }) => key)).toEqual([KEYS[0]]);
    expect(made?.unchanged).toEqual({ count: 3, longestDays: 31 });
  });

  test('what a mail in doubt told is told again and marked', () => {
    expect(of([mail('2024-06-10', KEYS.slice(0, 1), 'in-doubt')])?.perhapsTold).toEqual([KEYS[0]]);
  });
});
