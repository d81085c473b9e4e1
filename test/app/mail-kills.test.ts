import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/app/base/ports.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { sayInDoubt } from '../../src/words/core/refusals.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { sampled } from '../helpers/sweep.ts';
import type { Memory } from './memory-ports.ts';
import { NAIVE } from './naive-mailers.ts';
import { entry, on, task } from './small-plan.ts';
import { LEADS, officeOfTwenty } from './twenty.ts';

type Run = (ports: Ports) => void;
type Unflushed = 'lost' | 'kept';
const MODES: readonly Unflushed[] = ['lost', 'kept'];
const ours: Run = (ports) => void sendMail(ports, { preview: false });
const ledger = ({ ports }: Memory) => readBook(ports.workbook.read([MAILS.name])).mails;

/** Calls that change nothing leave the same office behind: a kill after one of them is the kill before it. */
const CHANGING = ['write', 'flush', 'send'];

type Left = { readonly at: number; readonly after: string; readonly office: Memory };

/** The offices that a kill after each service call of one clean run leaves; `points` counts all calls, also those that changed nothing. */
function killedEverywhere(run: Run, unflushed: Unflushed, session = officeOfTwenty(), mails = LEADS + 2): Kills {
  const left: Left[] = [{ at: 0, after: 'start', office: session.killedNow(unflushed) }];
  let points = 0;
  session.environment.onCall = (call, moment) => {
    if (moment === 'before') return;
    points += 1;
    if (CHANGING.includes(call)) left.push({ at: points, after: call, office: session.killedNow(unflushed) });
  };
  const before = session.outbox.length;
  run(session.ports);
  expect(session.outbox.length - before).toBe(mails);
  return { points, left };
}

type Kills = { readonly points: number; readonly left: readonly Left[] };

type Tally = { points: number; stories: number; duplicates: number; lost: number; inDoubt: number; untold: number };
const nothing = (): Tally => ({ points: 0, stories: 0, duplicates: 0, lost: 0, inDoubt: 0, untold: 0 });

function judgeOurs({ office }: Left, restarts: number, tally: Tally): void {
  for (let again = 0; again < restarts; again += 1) ours(office.ports);
  const doubtful = ledger(office).filter(({ state }) => state === 'in-doubt');
  const told = todayView(office.ports).notices.some(({ text }) => text === sayInDoubt(doubtful.length));
  office.environment.today = day('2024-06-21');
  ours(office.ports);
  tally.stories += 1;
  tally.inDoubt += doubtful.length;
  const mails = office.outbox.map(({ to, text }) => `${to}\n${text}`);
  tally.duplicates += mails.length - new Set(mails).size;
  // Everything that needs somebody stands in a mail that the ledger knows to have gone, and that did go.
  const arrived = ledger(office).filter(({ state }) => state === 'sent' || state === 'told');
  const known = new Set(arrived.flatMap(({ recipient, items }) => items.map((item) => `${recipient} ${item}`)));
  const wanted = [
    'chutich@example.vn T1|2024|not-met',
    ...Array.from({ length: LEADS }, (_, at) => `cc${at + 1}@example.vn N${at + 1}|2024-05-31|late-0`),
  ];
  tally.lost += wanted.filter((item) => !known.has(item)).length;
  const sent = ledger(office).filter(({ state }) => state === 'sent');
  tally.lost += sent.filter(({ recipient }) => !office.outbox.some(({ to }) => to === recipient)).length;
  // In doubt: told to whoever opens the page, to the clerk by mail, and the reader is told again, marked.
  const clerk = office.outbox.filter(({ to }) => to === 'vanphong@example.vn').map(({ text }) => text);
  for (const { recipient } of doubtful) {
    const isCarried = office.outbox.some(({ to, text }) => to === recipient && text.includes('chưa rõ đã đến đồng chí hay chưa'));
    const isToldClerk = clerk.some((text) => text.includes(`gửi ${recipient} ngày 20/6`));
    if (!told || !isCarried || !isToldClerk) tally.untold += 1;
  }
  tally.untold += ledger(office).filter(({ state }) => state === 'in-doubt').length;
}

describe('a run with twenty mails, killed after each of its service calls,', () => {
  it.each([
    [1, 'lost'],
    [1, 'kept'],
    [2, 'lost'],
    [2, 'kept'],
  ] as const)(
    'and restarted %i time(s), unflushed writes %s: 0 mails twice, 0 silently lost, all in doubt told',
    (restarts, unflushed) => {
      const { points, left } = killedEverywhere(ours, unflushed);
      const tally = { ...nothing(), points };
      for (const story of left) judgeOurs(story, restarts, tally);
      expect(points).toBeGreaterThan(200);
      expect(tally).toMatchObject({ stories: 1 + 20 * 5, duplicates: 0, lost: 0, untold: 0 });
      // One intent per mail on disk before it goes, and a second kill point between sending and marking.
      expect(tally.inDoubt).toBeGreaterThanOrEqual(20 * 2);
    },
    600_000,
  );
});

/** The morning after the period turned: 6 tháng was told, is closed or still open, quý III is open, and every lead has work that is late since. */
function officeAfterTurn(state: 'Đã chốt' | 'Đang nhập' | 'Đã mở lại'): Memory {
  const ids = Array.from({ length: LEADS }, (_, at) => at + 1);
  const twice = ['6 tháng đầu năm 2024', 'Quý III 2024'];
  const session = officeOfTwenty({
    tasks: ids.flatMap((n) => [
      task(`N${n}`, { lead: `Công chức ${n}` }),
      task(`M${n}`, { lead: `Công chức ${n}`, due: on('2024-06-20') }),
    ]),
    entries: ids.flatMap((n) =>
      [`N${n}`, `M${n}`].flatMap((id) => twice.map((period) => entry(id, { period, progress: 'Đang thực hiện' }))),
    ),
  });
  ours(session.ports);
  const { values } = session.tab('Kỳ báo cáo');
  const column = (values.find((row) => row.includes('Tình trạng')) ?? []).indexOf('Tình trạng');
  for (const row of values) if (twice.includes(String(row[0]))) row[column] = row[0] === twice[0] ? state : 'Đang nhập';
  session.ports.workbook.flush();
  session.environment.today = day('2024-06-21');
  return session;
}

/** Kept from before the turn, and told anew: each once as new, unless its mail is in doubt. */
function judgeTurned({ office }: Left, tally: Tally): void {
  ours(office.ports);
  for (const next of ['2024-06-22', '2024-06-24']) {
    office.environment.today = day(next);
    ours(office.ports);
  }
  tally.stories += 1;
  const his = office.outbox.filter(({ to }) => to === 'chutich@example.vn').flatMap(({ text }) => text.split('\n\n'));
  const numbered = his.filter(
    (line) => line.startsWith('• ') && !line.includes('(có thể đã báo)') && !line.includes('vẫn chưa hoàn thành'),
  );
  const ids = numbered.map((line) => /\(([TNM]\d+)\)/u.exec(line)?.[1] ?? line);
  tally.duplicates += ids.length - new Set(ids).size;
  const mails = office.outbox.map(({ to, text }) => `${to}\n${text}`);
  tally.duplicates += mails.length - new Set(mails).size;
  const arrived = ledger(office).filter(({ state }) => state === 'sent' || state === 'told');
  const known = new Set(arrived.flatMap(({ recipient, items }) => items.map((item) => `${recipient} ${item}`)));
  const wanted = Array.from({ length: LEADS }, (_, at) => [
    `cc${at + 1}@example.vn M${at + 1}|2024-06-20|late-0`,
    `chutich@example.vn M${at + 1}|2024-06-20|overdue`,
    `chutich@example.vn N${at + 1}|2024-05-31|overdue`,
  ]).flat();
  tally.lost += ['chutich@example.vn T1|2024|not-met', ...wanted].filter((item) => !known.has(item)).length;
  tally.untold += ledger(office).filter(({ state }) => state === 'in-doubt' || state === 'intent').length;
}

describe('a run with nineteen mails on the morning after the period turned, killed after each of its service calls,', () => {
  const STATES = ['Đã chốt', 'Đang nhập', 'Đã mở lại'] as const;
  const stories = STATES.flatMap((state) => MODES.map((unflushed) => [state, unflushed] as const));
  it.each(stories)(
    '6 tháng «%s», unflushed writes %s: nothing twice as new, nothing lost',
    (state, unflushed) => {
      const { points, left } = killedEverywhere(ours, unflushed, officeAfterTurn(state), LEADS + 1);
      const tally = { ...nothing(), points };
      // Twenty mails make a hundred points: a sample of them in the quick suite.
      for (const story of sampled(left, 12)) judgeTurned(story, tally);
      expect(tally).toMatchObject({ duplicates: 0, lost: 0, untold: 0 });
      expect(tally.stories).toBeGreaterThan(8);
    },
    600_000,
  );
});

describe('the same sweep shows what the published samples lose:', () => {
  const sweep = (run: Run): Record<Unflushed, Tally> => {
    const tallyOf = (unflushed: Unflushed): Tally => {
      const { points, left } = killedEverywhere(run, unflushed);
      const tally = { ...nothing(), points };
      for (const { office } of left) {
        run(office.ports);
        tally.stories += 1;
        const to = office.outbox.map((mail) => mail.to);
        tally.duplicates += to.length - new Set(to).size;
        tally.lost += LEADS + 2 - new Set(to).size;
      }
      return tally;
    };
    return { lost: tallyOf('lost'), kept: tallyOf('kept') };
  };

  it.each(NAIVE)('$name', ({ run, duplicates, lost }) => {
    const found = sweep(run);
    expect(MODES.map((mode) => found[mode].duplicates)).toEqual(duplicates);
    expect(MODES.map((mode) => found[mode].lost)).toEqual(lost);
  });
});
