import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/core/day.ts';
import { evaluate, type Typed } from '../../src/domain/judging/evaluate.ts';
import { alerts, openAlerts, standingMatters } from '../../src/domain/mail/alert.ts';
import { digest } from '../../src/domain/mail/digest.ts';
import type { MailRecord } from '../../src/domain/mail/mail-history.ts';
import type { Pending } from '../../src/domain/mail/reminder.ts';
import { openFirst } from '../../src/domain/period/calendar.ts';
import type { Actual } from '../../src/domain/plan/indicator.ts';
import type { TaskEntry } from '../../src/domain/plan/task.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, H1, number, PERIODS, period, TODAY } from './builders.ts';

const OPEN = PERIODS.map((each) => (each.name === H1 ? { ...each, state: 'entering' as const } : each));
const plan = aPlan({
  indicators: [anIndicator({ tolerance: 2 }), anIndicator({ id: 'T2' }), anIndicator({ id: 'T3', origin: 'proposed' })],
  tasks: [aTask(), aTask({ id: 'N2', origin: 'proposed' }), aTask({ id: 'N3', due: { kind: 'day', day: day('2024-05-10') } })],
  periods: OPEN,
});
const half = { numerator: 50, denominator: 100 };

function typedOf(over: Partial<Actual> = {}): Typed {
  return {
    plan,
    actuals: [
      anActual({ numerator: 97, denominator: 100 }),
      anActual({ indicator: 'T2', ...half, ...over }),
      anActual({ indicator: 'T3', ...half }),
    ],
    entries: [anEntry({ cause: 'chờ ý kiến' })],
  };
}
function openOf(typed: Typed, today = TODAY) {
  return openFirst(typed.plan.periods, today).map((each) => ({
    period: each,
    evaluation: evaluate(typed, { period: each, asOf: each.end < today && each.name !== H1 ? each.end : today }),
  }));
}
const alertsOf = (over: Partial<Actual> = {}) => {
  const typed = typedOf(over);
  return alerts(evaluate(typed, { period: period('h1'), asOf: TODAY }), typed, TODAY);
};
const mail = (on: string, items: readonly string[], state = 'sent'): MailRecord => ({ day: day(on), items, state });
const KEYS = ['T2|2024|not-met', 'N3|2024-05-10|overdue', 'N1|2024-06-14|overdue', 'T1|2024|nearly-met'];
const of = (mails: readonly MailRecord[], { typed = typedOf(), today = TODAY, ...more } = {} as Asked) => {
  const open = openOf(typed, today);
  return digest({ matters: standingMatters(open, typed, today), mails, asOf: today, open, typed, ...more });
};
type Asked = { typed?: Typed; today?: typeof TODAY; late?: readonly Pending[]; weekly?: boolean };

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
  test('good news alone waits', () => expect(of([mail('2024-06-10', [...KEYS, 'T9|2024|not-met'])])).toBeNull());
  test('a failed mail told nothing', () => expect(of([mail('2024-06-10', KEYS, 'failed')])?.fresh).toHaveLength(4));

  test('what worsens is new; what is unchanged is counted with its days', () => {
    const told = [mail('2024-06-01', [...KEYS.slice(1), 'T2|2024|nearly-met'])];
    const made = of(told);
    expect(made?.fresh.map(({ key }) => key)).toEqual([KEYS[0]]);
    expect(made).toMatchObject({ previousMailOn: '2024-06-01', unchanged: { count: 3, longestDays: 19 }, settled: [] });
  });

  test('what is over says how; what is muted is not called over', () => {
    const typed: Typed = {
      plan: { ...plan, tasks: [aTask(), aTask({ id: 'N5', due: { kind: 'day', day: day('2024-08-10') } })] },
      actuals: [anActual({ numerator: 99, denominator: 100 }), anActual({ indicator: 'T2', ...half, muteUntil: TODAY })],
      entries: [anEntry({ progress: 'done', completedOn: day('2024-06-18') })],
    };
    const told = [
      'T1|2024|not-met',
      'T2|2024|not-met',
      'N1|2024-06-14|overdue',
      'N5|2024-06-10|overdue',
      'N9|2024-01-01|overdue',
    ];
    const late: Pending = { ...PENDING, tiers: { lead: [], clerk: [], chairman: ['T7|h1 2024|entry-chairman-5'] } };
    const made = of([mail('2024-06-18', told)], { typed, late: [late] });
    expect(made?.settled.map(({ id, how }) => `${id} ${how}`)).toEqual(['T1 met', 'N1 done', 'N5 postponed', 'N9 dropped']);
    expect(made?.settled[1]).toMatchObject({ on: '2024-06-18' });
    expect(made?.muted).toBe(1);
  });

  test('what is over is told once, though no matter stood in the mail that told it', () => {
    const typed: Typed = { ...typedOf(), plan: { ...plan, indicators: [], tasks: [] } };
    const late: Pending = { ...PENDING, tiers: { lead: [], clerk: [], chairman: ['T7|h1 2024|entry-chairman-5'] } };
    const first = of([mail('2024-06-10', KEYS)], { typed, late: [late] });
    expect(first?.settled).toHaveLength(4);
    const again: Pending = { ...PENDING, tiers: { lead: [], clerk: [], chairman: ['T8|h1 2024|entry-chairman-5'] } };
    const second = of([mail('2024-06-10', KEYS), mail('2024-06-19', first?.keys ?? [])], { typed, late: [again] });
    expect(second?.settled).toEqual([]);
  });

  test('what was right, or muted, when the last mail went is new when it comes back', () => {
    const made = of([mail('2024-05-20', KEYS), mail('2024-06-01', [...KEYS.slice(1), 'T9|2024|not-met'])]);
    expect(made?.fresh.map(({ key }) => key)).toEqual([KEYS[0]]);
    expect(made?.unchanged).toMatchObject({ count: 3, longestDays: 31 });
  });

  test('what a mail in doubt told is told again and marked', () => {
    expect(of([mail('2024-06-10', KEYS.slice(0, 1), 'in-doubt')])?.perhapsTold).toEqual([KEYS[0]]);
  });

  test('a week without a mail asks for one only where the office wishes it', () => {
    const week = [mail('2024-06-13', KEYS)];
    expect([of(week), of(week, { weekly: true })?.isCalm]).toEqual([null, true]);
    expect(of([mail('2024-06-14', KEYS)], { weekly: true })).toBeNull();
    expect(of(week, { weekly: true })?.keys).toEqual(KEYS);
  });
});

describe('a proposal waits for a decision', () => {
  const asked = typedOf({ proposal: 'Thêm 01 người' });
  test('it is asked under a number, again in the mails that go anyway, and asks for a mail once', () => {
    const first = of([], { typed: asked });
    expect(first?.requests).toMatchObject([{ number: 1, askedOn: null }]);
    expect(first?.keys.slice(-1)).toEqual(['T2|2024|ask 1: thêm 01 người']);
    expect(of([mail('2024-06-10', KEYS)], { typed: asked })?.newRequests).toBe(1);
    const told = [mail('2024-06-10', [...KEYS.slice(1), 'T2|2024|ask 4: thêm 01 người'])];
    expect(of(told, { typed: asked })?.requests).toMatchObject([{ number: 1, askedOn: '2024-06-10' }]);
    expect(of([mail('2024-06-10', [...KEYS, 'T2|2024|ask 4: thêm 01 người'])], { typed: asked })).toBeNull();
  });

  test('it is asked no more once the decision stands in «Ý kiến chỉ đạo»', () => {
    expect(of([], { typed: typedOf({ proposal: 'Thêm 01 người', directive: 'Đồng ý' }) })?.requests).toEqual([]);
  });
});

describe('the ledger of an earlier build', () => {
  test('is read by rule, so that nothing is told a second time', () => {
    const old = ['T2', 'N3', 'N1'].map((id) => `${id}|${H1}|${id === 'T2' ? 'not-met' : 'overdue'}`);
    expect(of([mail('2024-06-18', [...old, `T1|${H1}|nearly-met`])])).toBeNull();
    const asked = typedOf({ proposal: 'Thêm 01 người' });
    const told = [...old, `T1|${H1}|nearly-met`, `T2|${H1}|ask: thêm 01 người`];
    expect(of([mail('2024-06-18', told)], { typed: asked })).toBeNull();
  });
});

const PENDING: Pending = {
  id: 'T7',
  title: '',
  lead: '',
  supports: [],
  why: 'entry-late',
  day: TODAY,
  workdays: 6,
  owed: true,
  tiers: { lead: [], clerk: [], chairman: [] },
  reasons: [],
};

describe('a matter lives until it is settled', () => {
  const turned = OPEN.map((each) => {
    if (each.name === H1) return { ...each, state: 'closed' as const };
    return each.name === 'q3 2024' ? { ...each, state: 'entering' as const } : each;
  });
  const q3 = (actuals: readonly Actual[] = [], entries: readonly TaskEntry[] = []): Typed => {
    const before = typedOf({ cause: 'thiếu người', proposal: 'thêm 01 người' });
    return {
      plan: { ...plan, periods: turned },
      actuals: [...before.actuals, ...actuals],
      entries: [...before.entries, ...entries],
    };
  };
  const later = day('2024-06-24');
  const keysOn = (typed: Typed, today = later) => openAlerts(openOf(typed, today), typed, today).map(({ key }) => key);

  test('the next period has no figure yet: the last verdict stands, with its cause, proposal and mute', () => {
    expect(keysOn(q3()).sort()).toEqual([...KEYS].sort());
    const alert = openAlerts(openOf(q3(), later), q3(), later).find(({ key }) => key === KEYS[0]);
    expect(alert).toMatchObject({ cause: 'thiếu người', proposal: 'thêm 01 người' });
    const muted = q3([anActual({ indicator: 'T2', period: 'q3 2024', muteUntil: later })]);
    expect(keysOn(muted)).not.toContain(KEYS[0]);
    expect(keysOn(muted, addDays(later, 1))).toContain(KEYS[0]);
  });

  test('nothing is told twice when the period turns', () => {
    expect(of([mail('2024-06-20', [...KEYS, 'T2|2024|ask 1: thêm 01 người'])], { typed: q3(), today: later })).toBeNull();
  });

  test('a decision typed in the new period answers the proposal of the old; a newer proposal asks anew', () => {
    const decided = q3([anActual({ indicator: 'T2', period: 'q3 2024', directive: 'Đồng ý' })]);
    expect(of([], { typed: decided, today: later })?.requests).toEqual([]);
    const before = typedOf({ proposal: 'thêm 01 người', directive: 'Đồng ý' });
    const anew = {
      ...q3(),
      actuals: [...before.actuals, anActual({ indicator: 'T2', period: 'q3 2024', proposal: 'thêm máy quét' })],
    };
    expect(of([], { typed: anew, today: later })?.requests).toHaveLength(1);
  });

  test('judged again it is settled, or stays the same matter', () => {
    const good = q3([anActual({ indicator: 'T2', period: 'q3 2024', numerator: 99, denominator: 100 })]);
    expect(keysOn(good)).not.toContain(KEYS[0]);
    const bad = q3([anActual({ indicator: 'T2', period: 'q3 2024', numerator: 60, denominator: 100 })]);
    expect(keysOn(bad)).toContain(KEYS[0]);
  });

  test('what is wrong in a reopened year is told beside what stands in this one', () => {
    const targets = new Map([
      [2023, { kind: 'number' as const, value: 98 }],
      [2024, { kind: 'number' as const, value: 98 }],
    ]);
    const periods = OPEN.map((each) => (each.name === 'year 2023' ? { ...each, state: 'reopened' as const } : each));
    const typed: Typed = {
      plan: { ...plan, indicators: [anIndicator({ targets })], tasks: [], periods },
      actuals: [anActual({ ...half }), anActual({ period: 'year 2023', ...half })],
      entries: [],
    };
    expect(keysOn(typed, TODAY).sort()).toEqual(['T1|2023|not-met', 'T1|2024|not-met']);
  });

  test('a rank published after its year is closed is told of that year', () => {
    const rank = anIndicator({
      id: 'T9',
      kind: 'rank-at-most',
      unit: 'hạng',
      judged: 'year',
      targets: new Map([[2023, { kind: 'number', value: 5 }]]),
    });
    const periods = OPEN.map((each) => (each.name === 'year 2023' ? { ...each, state: 'closed' as const } : each));
    const result = anActual({ indicator: 'T9', period: 'year 2023', typed: number(8), publishedOn: day('2024-05-20') });
    const typed: Typed = { plan: { ...plan, indicators: [rank], tasks: [], periods }, actuals: [result], entries: [] };
    expect(keysOn(typed, TODAY)).toEqual(['T9|2023|not-met']);
    const good: Typed = { ...typed, actuals: [{ ...result, typed: number(3) }] };
    const late: Pending = { ...PENDING, tiers: { lead: [], clerk: [], chairman: ['T7|h1 2024|entry-chairman-5'] } };
    const told = of([], { typed: good, late: [late] });
    expect([of([], { typed: good }), told?.published.map(({ indicator }) => indicator.id)]).toEqual([null, ['T9']]);
    expect(
      of([mail('2024-06-19', told?.keys ?? [])], {
        typed: good,
        late: [{ ...late, tiers: { ...late.tiers, chairman: ['x|y|z'] } }],
      })?.published,
    ).toEqual([]);
  });
});
