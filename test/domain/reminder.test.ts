import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day, day } from '../../src/domain/core/day.ts';
import { evaluate, type Typed } from '../../src/domain/judging/evaluate.ts';
import { lettersOf, letterTo, newsOf, type Person } from '../../src/domain/mail/letter.ts';
import type { LedgerMail } from '../../src/domain/mail/mail-history.ts';
import { pendingRows, reminderSteps } from '../../src/domain/mail/reminder.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { isWorkday } from '../../src/domain/plan/workdays.ts';
import { anActual, anEntry, anIndicator, aPlan, aTask, H1, PERIODS, period } from './builders.ts';

const LEAD = 'Tư pháp – Hộ tịch';
const CLERK = 'Văn phòng – Thống kê';
/** Friday 14/6/2024 is the task's deadline, Wednesday 12/6 that of entering. */
const HALF: Period = { ...period('h1'), entryDueOn: day('2024-06-12'), state: 'entering' };
/** The calendar in which it is open. */
const CALENDAR = PERIODS.map((each) => (each.name === HALF.name ? HALF : each));
const settings = (...rows: readonly (readonly [Plan['settings'][number]['key'], string])[]): Plan['settings'] =>
  rows.map(([key, value]) => ({ key, value, from: null }));

function typedOf(over: Partial<Plan> = {}, more: Partial<Typed> = {}): Typed {
  return { plan: aPlan({ tasks: [aTask()], ...over }), actuals: [], entries: [anEntry({ progress: 'doing' })], ...more };
}

function pendingOn(on: string, typed: Typed = typedOf()) {
  const today = day(on);
  return pendingRows(typed, evaluate(typed, { period: HALF, asOf: today }), { period: HALF, today });
}
const leadKeys = (on: string, typed?: Typed): string[] => pendingOn(on, typed).flatMap(({ tiers }) => tiers.lead);

describe('a task is brought to its lead’s mind', () => {
  it.each([
    ['2024-06-10', []],
    ['2024-06-11', ['N1|2024-06-14|before-3']],
    ['2024-06-14', ['N1|2024-06-14|before-3']],
    ['2024-06-15', ['N1|2024-06-14|late-0']],
    ['2024-06-17', ['N1|2024-06-14|late-0']],
    ['2024-06-28', ['N1|2024-06-14|late-0']],
  ])('on %s by %j', (on, keys) => expect(leadKeys(on)).toEqual(keys));

  it('of several steps only by the last that its days have reached', () => {
    const typed = typedOf({ settings: settings(['remind-before', '10; 3'], ['remind-late', '0; 5']) });
    const steps = ['2024-05-31', '2024-06-10', '2024-06-11', '2024-06-14', '2024-06-17', '2024-06-21'].map(
      (on) => leadKeys(on, typed)[0],
    );
    expect(steps.map((key) => key?.split('|')[2])).toEqual([
      'before-10',
      'before-10',
      'before-3',
      'before-3',
      'late-0',
      'late-5',
    ]);
  });

  it.each([
    ['done', anEntry({ progress: 'done', completedOn: day('2024-06-10') })],
    ['suspended', anEntry({ progress: 'suspended' })],
    ['muted to the end of that day', anEntry({ progress: 'doing', muteUntil: day('2024-06-17') })],
  ])('not when it is %s', (_, entry) => expect(leadKeys('2024-06-17', typedOf({}, { entries: [entry] }))).toEqual([]));

  it('again the day after it was muted', () => {
    const typed = typedOf({}, { entries: [anEntry({ progress: 'doing', muteUntil: day('2024-06-17') })] });
    expect(leadKeys('2024-06-18', typed)).toHaveLength(1);
  });

  it('before a deadline that is only proposed, never after it', () => {
    const typed = typedOf({ tasks: [aTask({ origin: 'proposed' })] });
    expect([leadKeys('2024-06-12', typed).length, leadKeys('2024-06-20', typed).length]).toEqual([1, 0]);
  });

  it('of another deadline again, because the key names the day', () => {
    const later = typedOf({ tasks: [aTask({ due: { kind: 'day', day: day('2024-06-21') } })] });
    expect(leadKeys('2024-06-18', later)).toEqual(['N1|2024-06-21|before-3']);
  });
});

describe('what is not entered', () => {
  const typed: Typed = {
    plan: aPlan({ indicators: [anIndicator(), anIndicator({ id: 'T2' })] }),
    actuals: [anActual({ numerator: 99, denominator: 100 })],
    entries: [],
  };

  it.each([
    ['2024-06-06', []],
    ['2024-06-07', [`T2|${H1}|entry-before-3`]],
    ['2024-06-13', [`T2|${H1}|entry-late-0`]],
  ])('is brought to mind on %s by %j', (on, keys) => expect(leadKeys(on, typed)).toEqual(keys));

  it('goes to the clerk after three working days and to the chairman after five', () => {
    const [third] = pendingOn('2024-06-17', typed);
    const [fifth] = pendingOn('2024-06-19', typed);
    expect(third).toMatchObject({ why: 'entry-late', workdays: 3, tiers: { clerk: [`T2|${H1}|entry-clerk-3`], chairman: [] } });
    expect(fifth?.tiers.chairman).toEqual([`T2|${H1}|entry-chairman-5`]);
  });

  it('is one row with its task’s deadline, told by what presses more, with the steps of both', () => {
    const both = typedOf({}, { entries: [] });
    expect(pendingOn('2024-06-17', both)).toMatchObject([
      { why: 'overdue', owed: true, tiers: { lead: ['N1|2024-06-14|late-0', `N1|${H1}|entry-late-0`] } },
    ]);
  });
});

describe('the settings of reminding', () => {
  const steps = (value: string) => reminderSteps(aPlan({ settings: settings(['remind-clerk', value]) }), day('2024-06-12')).clerk;
  it.each([
    ['không', []],
    ['2', [2]],
    ['2; 7', [2, 7]],
    ['2, 7', [2, 7]],
    ['hai', [3]],
    ['-1', [3]],
    ['999', [3]],
    ['2; hai', [2]],
  ])('«%s» is read as %j', (value, days) => expect(steps(value)).toEqual(days));

  it('without any, reminds as many days before as the sheet begins to paint', () => {
    expect(reminderSteps(aPlan({ settings: settings(['notice-days', '7']) }), day('2024-06-12')).before).toEqual([7]);
  });
});

const person = (email: string, ...roles: string[]): Person => ({
  email,
  name: '',
  roles,
  isChairman: roles.includes('Chủ tịch'),
  isClerk: roles.includes(CLERK),
});
const CHAIRMAN = person('ct@example.vn', 'Chủ tịch');
const KEEPER = person('vp@example.vn', CLERK);
const OFFICIAL = person('tp@example.vn', LEAD);

function newsOn(on: Day, typed: Typed, people: readonly Person[] = [CHAIRMAN, KEEPER, OFFICIAL]) {
  return newsOf({ ...typed, plan: { ...typed.plan, periods: CALENDAR } }, { periods: [HALF], today: on, people, troubles: [] });
}
const sent = (to: Person, on: Day, items: readonly string[]): LedgerMail => ({
  id: `${on} ${to.email}`,
  recipient: to.email,
  day: on,
  items,
  state: 'sent',
});
const unclear = (mail: LedgerMail): LedgerMail => ({ ...mail, state: 'in-doubt' });
const failing = (mail: LedgerMail): LedgerMail => ({ ...mail, state: 'failed' });

describe('one letter for one person', () => {
  const typed: Typed = {
    plan: aPlan({ indicators: [anIndicator(), anIndicator({ id: 'T2', lead: 'Đài truyền thanh' })], tasks: [aTask()] }),
    actuals: [],
    entries: [],
  };

  it('groups everything of all the roles that the person holds', () => {
    const both = person('mot@example.vn', LEAD, 'Đài truyền thanh');
    const letters = lettersOf(newsOn(day('2024-06-13'), typed, [both]), []);
    expect(letters.map(({ own }) => own?.fresh.map(({ id }) => id))).toEqual([['T1', 'T2', 'N1']]);
  });

  it('tells the others who are to know what the chairman is told, after everybody who has something to do', () => {
    const deputy: Person = { ...person('pct@example.vn', 'Phó Chủ tịch'), isInformed: true };
    const late: Typed = { ...typed, entries: [anEntry({ proposal: 'thêm 01 người', progress: 'doing' })] };
    const letters = lettersOf(newsOn(day('2024-06-17'), late, [deputy, OFFICIAL, KEEPER, CHAIRMAN]), []);
    expect(letters.map((one) => [one.person.email, one.digest?.requests.length ?? null])).toEqual([
      [CHAIRMAN.email, 1],
      [KEEPER.email, null],
      [OFFICIAL.email, null],
      [deputy.email, 1],
    ]);
  });

  it('tells who supports of work that is due or late, who watches only of what is late, and neither without the wish', () => {
    const [support, watcher] = [person('ht@example.vn', 'Công an'), person('td@example.vn', 'Phó Chủ tịch')];
    const shared = aTask({ supports: ['Công an'], watchers: ['Phó Chủ tịch'] });
    const wished: Typed = {
      ...typed,
      plan: aPlan({ tasks: [shared], settings: settings(['remind-supports', 'có']) }),
    };
    const told = (on: string, of: Typed) =>
      [support, watcher].map((one) => {
        const own = letterTo(one, newsOn(day(on), of, [OFFICIAL, support, watcher]), [])?.own;
        return own === undefined || own === null ? null : [own.fresh.map(({ why }) => why), own.supporting, own.watching];
      });
    expect(told('2024-06-13', wished)).toEqual([[['due-soon'], ['N1'], []], null]);
    expect(told('2024-06-17', wished)).toEqual([
      [['overdue'], ['N1'], []],
      [['overdue'], [], ['N1']],
    ]);
    expect(told('2024-06-17', { ...wished, plan: aPlan({ tasks: [shared] }) })).toEqual([null, null]);
  });

  it('tells each step once: the rows told before are named in one line', () => {
    const news = newsOn(day('2024-06-13'), typed);
    const first = letterTo(OFFICIAL, news, []);
    const mails = [sent(OFFICIAL, day('2024-06-13'), first?.keys ?? [])];
    expect(letterTo(OFFICIAL, newsOn(day('2024-06-14'), typed), mails)).toBeNull();
    const late = letterTo(OFFICIAL, newsOn(day('2024-06-17'), typed), mails);
    expect([late?.own?.fresh.map(({ id }) => id), late?.own?.before.map(({ id }) => id)]).toEqual([['N1'], ['T1']]);
  });

  it('after a mail in doubt tells the same again and marks it; after a failed one without a mark', () => {
    const news = newsOn(day('2024-06-14'), typed);
    const keys = letterTo(OFFICIAL, newsOn(day('2024-06-13'), typed), [])?.keys ?? [];
    const doubted = letterTo(OFFICIAL, news, [unclear(sent(OFFICIAL, day('2024-06-13'), keys))]);
    const failed = letterTo(OFFICIAL, news, [failing(sent(OFFICIAL, day('2024-06-13'), keys))]);
    expect([doubted?.own?.perhapsTold, failed?.own?.perhapsTold]).toEqual([['T1', 'N1'], []]);
  });

  it('reminds nobody on a day off, and on the next working day of all that came meanwhile', () => {
    expect(lettersOf(newsOn(day('2024-06-15'), typed), []).filter(({ own }) => own !== null)).toEqual([]);
    expect(letterTo(OFFICIAL, newsOn(day('2024-06-17'), typed), [])?.own?.fresh).toHaveLength(2);
  });

  it('gives the clerk the list «chưa nhập» once per step, and whom nobody can remind', () => {
    const before = letterTo(KEEPER, newsOn(day('2024-06-07'), typed), []);
    expect(before?.clerk?.owed).toEqual({
      roles: [
        { role: LEAD, ids: ['T1', 'N1'] },
        { role: 'Đài truyền thanh', ids: ['T2'] },
      ],
      dueOn: '2024-06-12',
      left: 3,
    });
    expect(before?.clerk?.unaddressed.map(({ id }) => id)).toEqual(['T2']);
    const mails = [sent(KEEPER, day('2024-06-07'), before?.keys ?? [])];
    expect(letterTo(KEEPER, newsOn(day('2024-06-11'), typed), mails)?.clerk?.owed ?? null).toBeNull();
    expect(letterTo(KEEPER, newsOn(day('2024-06-13'), typed), mails)?.clerk?.owed?.left).toBe(-1);
  });

  it('tells the clerk of a mail in doubt and of one that did not go, each once', () => {
    const mails = [unclear(sent(CHAIRMAN, day('2024-06-03'), ['x'])), failing(sent(OFFICIAL, day('2024-06-03'), ['y']))];
    const told = letterTo(KEEPER, newsOn(day('2024-06-04'), typed), mails);
    expect([told?.clerk?.inDoubt, told?.clerk?.failed].map((some) => some?.map(({ recipient }) => recipient))).toEqual([
      [CHAIRMAN.email],
      [OFFICIAL.email],
    ]);
    const again = [
      ...mails,
      failing(sent(OFFICIAL, day('2024-06-04'), ['y'])),
      sent(KEEPER, day('2024-06-04'), told?.keys ?? []),
    ];
    expect(letterTo(KEEPER, newsOn(day('2024-06-05'), typed), again)).toBeNull();
  });

  it('puts the chairman first, then the clerk, then who is late, then who is not', () => {
    const early = person('som@example.vn', 'Đài truyền thanh');
    const tasks = [aTask(), aTask({ id: 'N2', lead: 'Đài truyền thanh', due: { kind: 'day', day: day('2024-06-20') } })];
    const letters = lettersOf(
      newsOn(
        day('2024-06-17'),
        { ...typed, plan: { ...typed.plan, indicators: [], tasks }, entries: [anEntry({ task: 'N2', progress: 'doing' })] },
        [early, OFFICIAL, KEEPER, CHAIRMAN],
      ),
      [],
    );
    expect(letters.map(({ person: { email } }) => email)).toEqual([
      'ct@example.vn',
      'vp@example.vn',
      'tp@example.vn',
      'som@example.vn',
    ]);
  });
});

/** What each person has been told of by the end: the subjects, whatever the step. */
function toldBy(typed: Typed, runs: readonly Day[]): Map<string, Set<string>> {
  const mails: LedgerMail[] = [];
  for (const on of runs) for (const { person: to, keys } of lettersOf(newsOn(on, typed), mails)) mails.push(sent(to, on, keys));
  const subjects = (email: string): string[] =>
    mails
      .filter(({ recipient }) => recipient === email)
      // That a mail told how things stood, though no matter did, is no row.
      .flatMap(({ items }) => items.filter((key) => !key.endsWith('|told')))
      .map((key) => `${key.split('|')[0]} ${key.includes('entry') ? 'entry' : ''}`);
  return new Map([CHAIRMAN, KEEPER, OFFICIAL].map(({ email }) => [email, new Set(subjects(email))]));
}

test('running after days without a run tells the same rows as running every day', () => {
  const days = Array.from({ length: 40 }, (_, at) => addDays(day('2024-05-20'), at)).filter((on) =>
    isWorkday(on, aPlan().holidays),
  );
  const due = fc.integer({ min: 0, max: 30 }).map((at) => addDays(day('2024-05-25'), at));
  const tasks = fc.array(fc.record({ due, lead: fc.constantFrom(LEAD, CLERK, 'Đài truyền thanh') }), { maxLength: 5 });
  const entered = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(tasks, entered, fc.subarray(days.slice(0, -1)), (some, isEntered, runs) => {
      const plan = aPlan({
        indicators: [0, 1, 2, 3, 4].map((at) => anIndicator({ id: `T${at}` })),
        tasks: some.map((one, at) => aTask({ id: `N${at}`, lead: one.lead, due: { kind: 'day', day: one.due } })),
      });
      const actuals = isEntered.flatMap((is, at) =>
        is ? [anActual({ indicator: `T${at}`, numerator: 50 + 10 * at, denominator: 100 })] : [],
      );
      const typed: Typed = { plan, actuals, entries: some.map((_, at) => anEntry({ task: `N${at}`, progress: 'doing' })) };
      const last = days.slice(-1);
      expect(toldBy(typed, [...runs, ...last])).toEqual(toldBy(typed, days));
    }),
    { numRuns: 100 },
  );
});
