import fc from 'fast-check';
import { NOT_SENT, type Ports } from '../../src/app/base/ports.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { addDays, type Day } from '../../src/domain/core/day.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { Killed, killAt, type Memory, memory } from './memory-ports.ts';
import { actual, CLERK, entry, H1, indicator, on, PERIOD_ROWS, smallPlan, task } from './small-plan.ts';

/** Quý III is opened after 6 tháng was closed, beside it, or 6 tháng is opened again beside quý III. */
type Turned = 'close' | 'both' | 'reopen';

/** What can happen to an office between two mornings, and the mornings themselves. */
export type Command =
  | { readonly do: 'figure'; readonly id: 'T1' | 'T2'; readonly value: number | ''; readonly at: string }
  | { readonly do: 'task'; readonly progress: 'Đang thực hiện' | 'Đã hoàn thành'; readonly at: string }
  | { readonly do: 'propose'; readonly id: 'T1' | 'T2'; readonly text: string; readonly at: string }
  | { readonly do: 'mute'; readonly id: 'T1' | 'T2' | 'N1'; readonly days: number; readonly at: string }
  | { readonly do: 'pass'; readonly days: number }
  | { readonly do: 'turn'; readonly to: Turned }
  | { readonly do: 'mailer'; readonly fails: 'never' | 'before' | 'after' | 'refused' }
  | { readonly do: 'quota'; readonly left: number }
  | { readonly do: 'run' }
  | { readonly do: 'killed'; readonly at: number; readonly moment: 'before' | 'after'; readonly unflushed: 'lost' | 'kept' };

const id = fc.constantFrom('T1' as const, 'T2' as const);
const H1_OR_Q3 = fc.constantFrom(H1, 'Quý III 2024');
const MET = 80;
const NEAR = 74;
const NOT_MET = 50;
const LAST_CALL = 70;

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('figure' as const),
      id,
      at: H1_OR_Q3,
      value: fc.constantFrom<number | ''>(MET, NEAR, NOT_MET, NOT_MET, ''),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('task' as const),
      progress: fc.constantFrom('Đang thực hiện' as const, 'Đã hoàn thành' as const),
      at: H1_OR_Q3,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      id,
      at: H1_OR_Q3,
      text: fc.constantFrom('', 'thêm người', 'thêm máy quét'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('mute' as const),
      id: fc.constantFrom('T1' as const, 'T2' as const, 'N1' as const),
      days: fc.integer({ min: -1, max: 2 }),
      at: H1_OR_Q3,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('turn' as const), to: fc.constantFrom<Turned>('close', 'both', 'reopen') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('mailer' as const),
      fails: fc.constantFrom('never' as const, 'never' as const, 'before' as const, 'after' as const, 'refused' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('quota' as const), left: fc.constantFrom(0, 1, 100, 100) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('killed' as const),
      at: fc.integer({ min: 0, max: LAST_CALL }),
      moment: fc.constantFrom('before' as const, 'after' as const),
      unflushed: fc.constantFrom('lost' as const, 'kept' as const),
    }),
  },
);
export const history = fc.array(command, { minLength: 4, maxLength: 10 });

const CHAIRMAN = 'chutich@example.vn';
const Q3 = 'Quý III 2024';
const TABS = [
  'Nhập số liệu',
  'Nhập tiến độ',
  'Kế hoạch - Chỉ tiêu',
  'Kế hoạch - Nhiệm vụ',
  'Kỳ báo cáo',
  'Phân công',
  'Thông tin chung',
  'Ngày nghỉ',
  MAILS.name,
];

/** Two indicators with a tolerance and one overdue task, in two periods; only the tabs that a mail reads. */
function office(): Memory {
  const numbers = { numerator: MET, denominator: 100 };
  const tabs = smallPlan({
    indicators: [indicator('T1', { tolerance: 2 }), indicator('T2', { tolerance: 2 })],
    tasks: [task('N1')],
    periods: PERIOD_ROWS,
    actuals: [H1, Q3].flatMap((period) => ['T1', 'T2'].map((one) => actual(one, { period, ...numbers }))),
    entries: [H1, Q3].map((period) => entry('N1', { period, progress: 'Đang thực hiện' })),
    roles: [
      { role: 'Chủ tịch UBND xã', email: CHAIRMAN },
      { role: CLERK, email: 'vanphong@example.vn' },
    ],
    settings: [
      ['Chức danh nhận thư cảnh báo', 'Chủ tịch UBND xã'],
      ['Chức danh thường trực CCHC', CLERK],
      ['Báo thường trực CCHC khi quá hạn (số ngày làm việc)', 'không'],
      ['Báo Chủ tịch khi quá hạn (số ngày làm việc)', 'không'],
    ].map(([name = '', value = '']) => ({ name, value })),
  });
  return memory({ tabs: tabs.filter(({ name }) => TABS.includes(name)) });
}

/** A planted bug: what stands between the script and its environment. */
export type Sabotage = (ports: Ports, session: Memory) => Ports;

/** A mail as its reader sees it: the rows that it numbers, and those it calls right again. */
type Read = { readonly numbered: ReadonlyMap<string, string>; readonly resolved: readonly string[] };

function read(text: string): Read {
  const lines = text.split('\n\n');
  const items = lines.filter((line) => line.startsWith('• '));
  const numbered = new Map(items.map((line) => [/\((T1|T2|N1)\)/u.exec(line)?.[1] ?? '', line]));
  const resolved = lines.find((line) => line.startsWith('Đã xong: '))?.match(/(?<=\()(?:T1|T2|N1)(?=\))/gu) ?? [];
  return { numbered, resolved };
}

/** Plays a history and gives what is wrong with the mails that went; `null`: nothing. */
export function play(commands: readonly Command[], sabotage: Sabotage = (ports) => ports): string | null {
  const session = office();
  const ports = sabotage(refusing(session), session);
  const chairman = readerOf();
  const wrong: string[] = [];
  let turned: Turned | null = null;
  const isOpen = (period: string): boolean => (period === H1 ? turned !== 'close' : turned !== null);
  /** Where a person types who means that period: into it, or into the one that is open. */
  const typedIn = (period: string): string => (isOpen(period) ? period : period === H1 ? Q3 : H1);

  const cellOf = (tab: string, keys: readonly string[], header: string) => {
    const { values } = session.tab(tab);
    const headers = values.find((row) => row.includes(header)) ?? [];
    const row = values.find((cells) => keys.every((key, at) => cells[at] === key));
    return { row, column: headers.indexOf(header) };
  };
  const put = (tab: string, keys: readonly string[], [header, value]: readonly [string, CellValue]): void => {
    const { row, column } = cellOf(tab, keys, header);
    if (row !== undefined) row[column] = value;
    // What a person typed is there, whatever becomes of a script.
    session.ports.workbook.flush();
  };
  const get = (tab: string, [key, period]: readonly [string, string], header: string): CellValue => {
    const { row, column } = cellOf(tab, [key, period], header);
    return row?.[column] ?? '';
  };

  const newestFirst = [Q3, H1];
  const isMuted = (tab: string, key: string, today: Day): boolean => {
    const typed = newestFirst.map((at) => get(tab, [key, at], 'Không nhắc đến hết ngày'));
    const until = typed.find((cell) => typeof cell === 'object');
    return typeof until === 'object' && until.day >= today;
  };
  /** What is wrong in an open period is told; else the newest verdict stands. */
  const standingValue = (key: string): number => {
    const typed = newestFirst.flatMap((at) => {
      const value = at === H1 || turned !== null ? get('Nhập số liệu', [key, at], 'Tử số') : '';
      return typeof value === 'number' ? [{ at, value }] : [];
    });
    return (typed.find(({ at, value }) => isOpen(at) && value < 75) ?? typed[0])?.value ?? MET;
  };

  /** By arithmetic on the cells, not by our rules: what is bad today, unless somebody asked not to be reminded. */
  function bad(today: Day): Map<string, 'near' | 'bad'> {
    const found = new Map<string, 'near' | 'bad'>();
    for (const key of ['T1', 'T2']) {
      const value = standingValue(key);
      if (value < 75 && !isMuted('Nhập số liệu', key, today)) found.set(key, value < 73 ? 'bad' : 'near');
    }
    const word = get('Nhập tiến độ', ['N1', isOpen(Q3) ? Q3 : H1], 'Mức độ thực hiện');
    if (word === 'Đang thực hiện' && !isMuted('Nhập tiến độ', 'N1', today)) found.set('N1', 'bad');
    return found;
  }

  function run(kill: Kill | null): void {
    const before = session.outbox.length;
    runOnce(session, ports, kill);
    const went = session.outbox.slice(before);
    if (went.length > 0 && (session.environment.quota ?? 0) < 1) wrong.push('a mail went without a quota');
    const now = bad(session.environment.today);
    for (const { to, text } of went) if (to === CHAIRMAN) wrong.push(...chairman.reads(text, now));
  }

  const act: { readonly [Do in Command['do']]: (command: Extract<Command, { do: Do }>) => void } = {
    figure: (one) => put('Nhập số liệu', [one.id, typedIn(one.at)], ['Tử số', one.value]),
    task: (one) => put('Nhập tiến độ', ['N1', typedIn(one.at)], ['Mức độ thực hiện', one.progress]),
    propose: (one) => put('Nhập số liệu', [one.id, typedIn(one.at)], ['Đề xuất, kiến nghị', one.text]),
    mute: (one) =>
      put(
        one.id === 'N1' ? 'Nhập tiến độ' : 'Nhập số liệu',
        [one.id, typedIn(one.at)],
        ['Không nhắc đến hết ngày', on(addDays(session.environment.today, one.days))],
      ),
    pass: ({ days }) => {
      session.environment.today = addDays(session.environment.today, days);
    },
    turn: ({ to }) => {
      turned = to;
      put('Kỳ báo cáo', [H1], ['Tình trạng', { close: 'Đã chốt', both: 'Đang nhập', reopen: 'Đã mở lại' }[to]]);
      put('Kỳ báo cáo', [Q3], ['Tình trạng', 'Đang nhập']);
    },
    mailer: ({ fails }) => {
      session.environment.mailFails = fails === 'refused' ? 'before' : fails;
      refused.set(session, fails === 'refused');
    },
    quota: ({ left }) => {
      session.environment.quota = left;
    },
    run: () => run(null),
    killed: (one) => run(one),
  };
  for (const one of commands) (act[one.do] as (command: Command) => void)(one);

  // In the end a good morning after a good morning: the first settles what was cut, the second finds nothing left to say.
  session.environment.mailFails = 'never';
  refused.set(session, false);
  session.environment.quota = 100;
  for (let mornings = 0; mornings < 2; mornings += 1) {
    session.environment.today = addDays(session.environment.today, 1);
    run(null);
  }
  const after = session.outbox.length;
  run(null);
  if (session.outbox.length !== after) wrong.push('a second run of one day sends again');
  for (const [key] of bad(session.environment.today))
    if (!chairman.knows.has(key)) wrong.push(`${key} is bad and the chairman was never told`);
  wrong.push(...twice(session), ...unmarked(session));
  return wrong.length === 0 ? null : [...new Set(wrong)].join('; ');
}

type Kill = Extract<Command, { do: 'killed' }>;

/** One morning, perhaps cut off; what the kill left is what the next one finds. */
function runOnce(session: Memory, ports: Ports, kill: Kill | null): void {
  if (kill !== null) killAt(session, kill.at, kill.moment);
  try {
    sendMail(ports, { preview: false });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  if (kill !== null) session.revive(kill.unflushed);
}

type Bad = ReadonlyMap<string, 'near' | 'bad'>;

/** What the chairman believes of each row after the mails that he has; reading one gives what is wrong with it. */
function readerOf() {
  const knows = new Map<string, 'near' | 'bad'>();
  const isNews = (key: string, now: Bad): boolean => {
    const known = knows.get(key);
    return known === undefined || (known === 'near' && now.get(key) === 'bad');
  };
  const reads = (text: string, now: Bad): string[] => {
    const { numbered, resolved } = read(text);
    const keys = [...numbered.keys()];
    const wrong = [
      ...keys.filter((key) => !now.has(key)).map((key) => `${key} is told although it is right or muted`),
      ...resolved.filter((key) => now.has(key)).map((key) => `${key} is called done although it stands`),
      ...keys
        .filter((key) => !isNews(key, now) && !numbered.get(key)?.includes('(có thể đã báo)'))
        .map((key) => `${key} is told twice as new`),
    ];
    const hasNews = keys.some((key) => isNews(key, now)) || text.includes('(có thể đã báo)') || text.includes('việc xin ý kiến');
    for (const key of resolved) knows.delete(key);
    for (const key of keys) knows.set(key, now.get(key) ?? 'bad');
    // The mail counts what stands unchanged: what is muted or right by now is no longer among it.
    for (const key of ['T1', 'T2', 'N1']) if (!now.has(key)) knows.delete(key);
    return hasNews ? wrong : [...wrong, 'a mail told nothing new'];
  };
  return { knows, reads };
}

const refused = new WeakMap<Memory, boolean>();

/** A mail server that can say that it took nothing. */
function refusing(session: Memory): Ports {
  const send: Ports['mail']['send'] = (mail) => {
    try {
      session.ports.mail.send(mail);
    } catch (error) {
      if (refused.get(session) === true && error instanceof Error && !(error instanceof Killed)) error.name = NOT_SENT;
      throw error;
    }
  };
  return { ...session.ports, mail: { ...session.ports.mail, send } };
}

function twice({ outbox }: Memory): string[] {
  const texts = outbox.map(({ to, text }) => `${to}\n${text}`);
  return new Set(texts).size === texts.length ? [] : ['a mail went twice'];
}

/** After two good mornings nobody's last mail is in doubt, and all that the ledger calls sent did go. */
function unmarked(session: Memory): string[] {
  const { mails } = readBook(session.ports.workbook.read([MAILS.name]));
  const sent = mails.filter(({ state }) => state === 'sent').length;
  return [
    ...(mails.some(({ state }) => state === 'intent') ? ['a mail is still on its way'] : []),
    ...(sent > session.outbox.length ? ['the ledger calls sent what never went'] : []),
    ...(session.outbox.length > mails.filter(({ state }) => state !== 'failed').length
      ? ['a mail went that the ledger does not know']
      : []),
  ];
}
