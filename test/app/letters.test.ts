import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOT_SENT } from '../../src/app/base/ports.ts';
import { dailyRun } from '../../src/app/mail/daily-run.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import type { MailLine } from '../../src/app/replies/mail.ts';
import { todayView } from '../../src/app/today/today.ts';
import { type Day, day } from '../../src/domain/core/day.ts';
import { packItems, unpackItems } from '../../src/workbook/core/mail-items.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { type Memory, memory } from './memory-ports.ts';
import {
  actual,
  CLERK,
  entry,
  indicator,
  JUSTICE,
  on,
  PERIOD_ROWS,
  type Row,
  type SmallPlan,
  smallPlan,
  task,
} from './small-plan.ts';
import { LEADS, officeOfTwenty } from './twenty.ts';

const CHAIRMAN = 'Chủ tịch UBND xã';
const office = (rows: SmallPlan = {}): Memory => memory({ tabs: smallPlan(rows) });
const send = ({ ports }: Memory) => sendMail(ports, { preview: false });
const ledger = ({ ports }: Memory) => readBook(ports.workbook.read([MAILS.name])).mails;
const to = (session: Memory, address: string): string[] =>
  session.outbox.filter((mail) => mail.to === address).map(({ text }) => text);
const moveTo = (session: Memory, date: string): Day => (session.environment.today = day(date));
const outcomes = (mails: readonly MailLine[]): string[] => mails.map(({ outcome }) => outcome);

describe('one run', () => {
  it('writes to the chairman, the clerk and the lead, one row each, and each in his own words', () => {
    const session = office({ actuals: [actual('T1', { numerator: 310, denominator: 500 })] });
    const { mails, queued } = send(session);
    expect([outcomes(mails), queued]).toEqual([['sent', 'sent', 'sent'], 0]);
    expect(session.outbox.map(({ to: address, subject }) => `${address}: ${subject}`)).toEqual([
      'chutich@example.vn: 01 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn, 01 nội dung đã qua hạn nhập – CCHC 20/6',
      'vanphong@example.vn: Theo dõi CCHC 20/6: 01 nội dung chưa nhập của 01 chức danh',
      'tuphap@example.vn: Nhắc việc CCHC: 01 nhiệm vụ quá hạn, 01 nội dung chưa nhập',
    ]);
    expect(ledger(session).map(({ recipient, state }) => [recipient, state])).toEqual(
      session.outbox.map((mail) => [mail.to, 'sent']),
    );
    expect(to(session, 'tuphap@example.vn')[0]?.split('\n\n')).toEqual([
      'Kính gửi đồng chí Người thực hiện, Tư pháp – Hộ tịch: kỳ 6 tháng đầu năm 2024 có 01 nhiệm vụ quá hạn, 01 nội dung chưa nhập.',
      '1. Quá hạn 14 ngày làm việc: Việc N1 (N1), hạn 31/5/2024.',
      '2. Chưa nhập: Tỷ lệ hồ sơ của T2 (T2), hạn nhập 12/6/2024, đã qua 06 ngày làm việc.',
      'Đề nghị đồng chí nhập vào dòng có mã tương ứng trong bảng theo dõi CCHC; có vướng mắc thì ghi nguyên nhân, đề xuất vào cùng dòng.',
      'Thư tự động từ bảng theo dõi CCHC, không phải văn bản hành chính. Trả lời thư này sẽ đến thường trực CCHC.',
    ]);
  });

  it('reminds before the deadline, in the words of the office', () => {
    const tasks = [task('N1', { due: on('2024-06-12') }), task('N2', { due: on('2024-06-12') })];
    const session = office({ tasks, entries: tasks.map(({ id }) => entry(String(id), { progress: 'Đang thực hiện' })) });
    moveTo(session, '2024-06-07');
    send(session);
    const [reminder] = session.outbox.filter((mail) => mail.to === 'tuphap@example.vn');
    expect(reminder?.subject).toBe('Nhắc việc CCHC: 02 nội dung cần cập nhật trước ngày 13/6');
    expect(reminder?.text).toContain('1. Sắp đến hạn: Việc N1 (N1), hạn 12/6/2024, còn 03 ngày làm việc.');
    expect(reminder?.replyTo).toBe('vanphong@example.vn');
    send(session);
    moveTo(session, '2024-06-10');
    send(session);
    expect(to(session, 'tuphap@example.vn')).toHaveLength(1);
    moveTo(session, '2024-06-13');
    send(session);
    expect(session.outbox.filter((mail) => mail.to === 'tuphap@example.vn').map(({ subject }) => subject)[1]).toBe(
      'Nhắc việc CCHC: 02 nhiệm vụ quá hạn',
    );
  });

  it('is one mail for one person who is chairman, clerk and lead at once', () => {
    const roles = [CHAIRMAN, CLERK, JUSTICE].map((role) => ({
      role,
      email: role === JUSTICE ? 'Mot@example.vn' : 'mot@example.vn',
    }));
    const session = office({ roles, actuals: [actual('T1', { numerator: 310, denominator: 500 })] });
    expect(send(session).mails.map(({ about }) => about)).toEqual([['digest', 'clerk', 'own']]);
    expect(session.outbox).toHaveLength(1);
    expect(session.outbox[0]?.text).toContain('Việc của đồng chí: 01 nhiệm vụ quá hạn, 01 nội dung chưa nhập.');
  });

  it('shows all of it and sends nothing while no period was closed yet', () => {
    const session = office({
      periods: PERIOD_ROWS.map((row) => ({ ...row, state: row['name'] === 'Quý I 2024' ? 'Chưa mở' : (row['state'] ?? '') })),
    });
    const { outcome, mails } = send(session);
    expect([outcome, mails.length, session.outbox, ledger(session)]).toEqual(['off-until-first-close', 3, [], []]);
  });

  it('asks the chairman when a new proposal came, and not a second time', () => {
    const session = office({ roles: [{ role: CHAIRMAN, email: 'chutich@example.vn' }] });
    send(session);
    const row = session.tab('Nhập số liệu').values.find((cells) => cells[0] === 'T1');
    const header = session.tab('Nhập số liệu').values.find((cells) => cells.includes('Đề xuất, kiến nghị')) ?? [];
    row?.splice(header.indexOf('Đề xuất, kiến nghị'), 1, 'Bố trí thêm 01 người');
    moveTo(session, '2024-06-21');
    send(session);
    expect(session.outbox[1]?.subject).toBe('01 việc xin ý kiến – CCHC 21/6');
    expect(session.outbox[1]?.text).toContain(
      'Xin ý kiến đồng chí 01 việc. Trả lời thư này: «Đồng ý 1».\n1. Tỷ lệ hồ sơ của T1: bố trí thêm 01 người. Tư pháp – Hộ tịch.',
    );
    expect(session.outbox[1]?.text).toContain('Đã báo, chưa thay đổi 02 nội dung, lâu nhất 01 ngày: ');
    moveTo(session, '2024-06-24');
    expect(send(session).outcome).toBe('nothing-new');
  });

  it('does not tell again what only improved', () => {
    const session = office({
      indicators: [indicator('T1', { tolerance: 5 })],
      tasks: [],
      entries: [],
      roles: [{ role: CHAIRMAN, email: 'chutich@example.vn' }],
    });
    send(session);
    const row = session.tab('Nhập số liệu').values.find((cells) => cells[0] === 'T1');
    row?.splice(9, 1, 365);
    moveTo(session, '2024-06-21');
    expect(send(session).outcome).toBe('nothing-new');
    row?.splice(9, 1, 310);
    moveTo(session, '2024-06-24');
    expect(send(session).outcome).toBe('nothing-new');
    expect(session.outbox).toHaveLength(1);
  });
});

describe('by wish of the office', () => {
  const WEEKLY = 'Thư hằng tuần cho Chủ tịch khi không có gì mới (có / không)';
  const ESCALATE = 'Báo Chủ tịch khi quá hạn (số ngày làm việc)';
  /** An office without a matter, or with one task that is late from 1/6; thirty mornings from 3/6. */
  const mornings = (settings: Readonly<Record<string, string>>, tasks: readonly Row[]): string[] => {
    const wishes = Object.entries(settings).map(([name, value]) => ({ name, value }));
    const named = [
      ['Chức danh nhận thư cảnh báo', CHAIRMAN],
      ['Chức danh thường trực CCHC', CLERK],
      ['Tên đơn vị', 'UBND xã Mẫu'],
    ].map(([name = '', value = '']) => ({ name, value }));
    const session = office({
      indicators: [],
      tasks,
      actuals: [],
      entries: tasks.map(({ id }) => entry(String(id), { progress: 'Đang thực hiện' })),
      settings: [...named, ...wishes],
    });
    return Array.from({ length: 30 }, (_, at) => {
      moveTo(session, `2024-06-${String(at + 1).padStart(2, '0')}`);
      const before = session.outbox.length;
      send(session);
      return session.outbox.slice(before).filter(({ to: address }) => address === 'chutich@example.vn');
    })
      .flat()
      .map(({ subject }) => subject);
  };

  it('«mọi việc bình thường» goes once a week of working days, and never without the wish', () => {
    expect(mornings({ [WEEKLY]: 'có' }, [])).toEqual(
      ['3/6', '10/6', '17/6', '24/6'].map((date) => `Mọi việc bình thường – CCHC ${date}`),
    );
    expect(mornings({}, [])).toEqual([]);
    expect(mornings({ [WEEKLY]: 'không' }, [])).toEqual([]);
  });

  it('other leaders named beside the chairman are told the same on their own addresses, each once', () => {
    const named = [
      ['Chức danh nhận thư cảnh báo', `${CHAIRMAN}; Phó Chủ tịch UBND xã; Mặt trận Tổ quốc xã`],
      ['Chức danh thường trực CCHC', CLERK],
    ].map(([name = '', value = '']) => ({ name, value }));
    const roles = [
      { role: 'Phó Chủ tịch UBND xã', email: 'pct@example.vn' },
      { role: CHAIRMAN, email: 'chutich@example.vn' },
      { role: 'Mặt trận Tổ quốc xã', email: 'mttq@example.vn' },
    ];
    const session = office({
      settings: named,
      roles,
      actuals: [actual('T1', { numerator: 310, denominator: 500, proposal: 'Bố trí thêm 01 người' })],
    });
    expect(send(session).mails.map(({ to: address }) => address)).toEqual([
      'chutich@example.vn',
      'pct@example.vn',
      'mttq@example.vn',
    ]);
    expect(new Set(session.outbox.map(({ subject }) => subject)).size).toBe(1);
    const [asked = '', ...others] = session.outbox.map(({ text }) => text);
    expect(asked).toContain('Trả lời thư này: «Đồng ý 1».');
    for (const text of others) expect(text).toContain(`Đang xin ý kiến đồng chí ${CHAIRMAN} 01 việc.`);
    moveTo(session, '2024-06-21');
    expect(send(session).mails).toEqual([]);
  });

  it.each([
    ['5', ['01 nhiệm vụ quá hạn – CCHC 1/6', '01 nhiệm vụ quá hạn kéo dài – CCHC 7/6']],
    [
      '10; 3',
      ['01 nhiệm vụ quá hạn – CCHC 1/6', '01 nhiệm vụ quá hạn kéo dài – CCHC 5/6', '01 nhiệm vụ quá hạn kéo dài – CCHC 14/6'],
    ],
    ['không', ['01 nhiệm vụ quá hạn – CCHC 1/6']],
  ])('what stays late is escalated after %s working days, once a step', (days, subjects) => {
    expect(mornings({ [ESCALATE]: days }, [task('N1', { due: on('2024-05-31') })])).toEqual(subjects);
  });
});

describe('the day’s quota', () => {
  it.each([0, 1, 7, 19])('of %i lets the most important go; the rest waits, is said, and goes the next day', (quota) => {
    const session = officeOfTwenty();
    session.environment.quota = quota;
    session.environment.onCall = (call, moment) => {
      if (call === 'send' && moment === 'after' && session.environment.quota !== null) session.environment.quota -= 1;
    };
    const { mails, queued } = send(session);
    expect([mails.filter(({ outcome }) => outcome === 'sent').length, queued, session.outbox.length]).toEqual([
      quota,
      LEADS + 2 - quota,
      quota,
    ]);
    if (quota > 0) expect(session.outbox[0]?.to).toBe('chutich@example.vn');
    session.environment.quota = 100;
    moveTo(session, '2024-06-21');
    send(session);
    expect(new Set(session.outbox.map((mail) => mail.to)).size).toBe(LEADS + 2);
    expect(ledger(session).every(({ state }) => state === 'sent')).toBe(true);
  });

  it.each([0, 1, 2, 3])(
    'that the question hides by %i mails: what was thrown is in doubt, and after three the rest waits',
    (more) => {
      const session = officeOfTwenty();
      let left = more;
      session.environment.onCall = (call, moment) => {
        if (call !== 'send' || moment === 'after') return;
        left -= 1;
        if (left < 0) throw new Error('Dịch vụ được gọi quá nhiều lần trong một ngày: email.');
      };
      const { mails, queued } = send(session);
      expect(outcomes(mails)).toEqual([...Array<string>(more).fill('sent'), 'in-doubt', 'in-doubt', 'in-doubt']);
      expect(queued).toBe(LEADS + 2 - more - 3);
    },
  );
});

it('a run that takes long leaves the rest to the next, before Google would cut it off in the middle of a mail', () => {
  const session = officeOfTwenty();
  session.environment.onCall = (call, moment) => {
    if (call === 'send' && moment === 'after') session.environment.minutes += 1;
  };
  const { mails, queued } = send(session);
  expect([outcomes(mails), queued]).toEqual([Array(4).fill('sent'), LEADS + 2 - 4]);
});

describe('a mail', () => {
  it('goes to sixty holders of a role one by one: none has two recipients', () => {
    const roles: Row[] = Array.from({ length: 60 }, (_, at) => ({ role: CHAIRMAN, email: `ct${at}@example.vn` }));
    const session = office({ roles });
    session.environment.quota = 100;
    expect(send(session).mails).toHaveLength(60);
    expect(session.outbox.every((mail) => !/[,;\s]/u.test(mail.to))).toBe(true);
  });

  it('stays under 200 kB however much was typed, and names the rest by its Mã', () => {
    const long = '<b>"đề nghị"</b> '.repeat(1_000);
    const many = Array.from({ length: 120 }, (_, at) => `T${at}`);
    const session = office({
      indicators: many.map((id) => indicator(id, { title: long })),
      actuals: many.map((id) => actual(id, { numerator: 1, denominator: 500, cause: long, proposal: long })),
    });
    send(session);
    for (const { text, html } of session.outbox)
      expect(Math.max(Buffer.byteLength(text), Buffer.byteLength(html))).toBeLessThan(200 * 1024);
    expect(to(session, 'chutich@example.vn')[0]).toMatch(/Còn \d+ nội dung khác: /u);
    const [mail] = ledger(session);
    expect(mail?.items.filter((item) => item.endsWith('|not-met'))).toHaveLength(120);
    moveTo(session, '2024-06-21');
    expect(send(session).outcome).toBe('nothing-new');
  });

  it('of which the server says that nothing left failed, and goes again the same day under its own row', () => {
    const session = office({ roles: [{ role: CHAIRMAN, email: 'chutich@example.vn' }] });
    const refusing = {
      ...session.ports,
      mail: {
        ...session.ports.mail,
        send: () => {
          throw Object.assign(new Error('550'), { name: NOT_SENT });
        },
      },
    };
    expect(sendMail(refusing, { preview: false }).outcome).toBe('failed');
    expect(send(session).outcome).toBe('sent');
    expect(ledger(session).map(({ state }) => state)).toEqual(['failed', 'sent']);
    expect(session.outbox[0]?.text).not.toContain('có thể đã báo');
  });

  it('that cannot be written does not keep the others from going', () => {
    const session = officeOfTwenty();
    let writes = 0;
    session.environment.onCall = (call, moment) => {
      if (call !== 'write' || moment === 'after') return;
      writes += 1;
      if (writes === 1) throw new Error('Service Spreadsheets timed out');
    };
    expect(() => send(session)).toThrow('timed out');
    expect(session.outbox).toHaveLength(LEADS + 1);
  });

  it('is remembered although somebody inserts a row into the ledger while it is written', () => {
    const session = office({ roles: [{ role: CHAIRMAN, email: 'chutich@example.vn' }] });
    send(session);
    const row = session.tab('Nhập số liệu').values.find((cells) => cells[0] === 'T2');
    row?.splice(9, 1, 100);
    moveTo(session, '2024-06-21');
    session.environment.onCall = (call, moment) => {
      if (call !== 'write' || moment !== 'before') return;
      session.environment.onCall = () => {};
      // Everything moves down between the reading and the writing: the new row lands on the last one.
      const { values, formats } = session.tab(MAILS.name);
      values.splice(
        1,
        0,
        (values[0] ?? []).map(() => ''),
      );
      formats.splice(
        1,
        0,
        (formats[0] ?? []).map(() => ''),
      );
    };
    send(session);
    expect(
      ledger(session)
        .map(({ day: when, state }) => [when, state])
        .sort(),
    ).toEqual([
      ['2024-06-20', 'sent'],
      ['2024-06-21', 'sent'],
    ]);
  });

  it('whose row somebody copied is still one that went', () => {
    const session = office({ roles: [{ role: CHAIRMAN, email: 'chutich@example.vn' }] });
    send(session);
    const { values, formats } = session.tab(MAILS.name);
    values.push([...(values[1] ?? [])]);
    formats.push([...(formats[1] ?? [])]);
    moveTo(session, '2024-06-21');
    expect(send(session).outcome).toBe('nothing-new');
    expect(session.outbox).toHaveLength(1);
  });

  const PATH = ['send-mail', 'mail-ledger', 'compose-mail', 'daily-run'].map((name) => `src/app/mail/${name}.ts`);
  it.each([...PATH, 'src/google/adapters/ports.ts', 'src/google/daily.ts', 'src/google/adapters/daily-trigger.ts'])(
    'asks no message what it says: %s',
    (path) => {
      expect(readFileSync(path, 'utf8')).not.toMatch(/\.message\b/u);
    },
  );
});

describe('the cell of what a mail told', () => {
  it('is one line for all Mã of which the same is told, and is read back', () => {
    const keys = ['T1|kỳ|not-met', 'T2|kỳ|not-met', 'N1|2024-05-31|late-0', 'T1|kỳ|ask: thêm người', 'lạ'];
    expect(packItems(keys)).toBe('T1 · T2|kỳ|not-met\nN1|2024-05-31|late-0\nT1|kỳ|ask: thêm người\nlạ');
    expect(new Set(unpackItems(packItems(keys)))).toEqual(new Set(keys));
  });

  it('as earlier builds wrote it, one key a line, reads the same', () => {
    expect(unpackItems('T1|kỳ|not-met\nT2|kỳ|not-met\n')).toEqual(['T1|kỳ|not-met', 'T2|kỳ|not-met']);
  });

  it('never holds more than a cell may', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `N${at}|2024-05-31|late-0`);
    expect(packItems(keys).length).toBeLessThan(32_767);
    expect(unpackItems(packItems(keys))[0]).toBe(keys[0]);
  });
});

describe('the daily run', () => {
  const quiet = { log: () => {}, isAppointed: true };
  const overview = (session: Memory): string[] =>
    session
      .tab('Tổng quan')
      .values.map(([first]) => (typeof first === 'object' ? `${first.day} ${first.minutes}` : String(first ?? '')));
  const daily = (session: Memory) => dailyRun(session.ports, quiet);

  it('writes on the overview when it last went well and who has it, once a day', () => {
    const session = office();
    session.environment.email = 'vanphong@example.vn';
    expect(daily(session)).toMatchObject({ troubles: [], mail: { outcome: 'sent' } });
    const line = overview(session).findIndex((text) => text.startsWith('Lượt chạy hằng ngày'));
    expect(overview(session)[line]).toContain('người bật: vanphong@example.vn');
    expect(overview(session)[line + 1]).toBe('2024-06-20 555');
    session.forget();
    session.environment.minutes += 60;
    daily(session);
    expect(session.calls).not.toContain('write');
    moveTo(session, '2024-06-21');
    daily(session);
    expect(overview(session)[line + 1]).toBe('2024-06-21 615');
    expect(overview(session).filter((text) => text.startsWith('Lượt chạy hằng ngày'))).toHaveLength(1);
  });

  it('leaves no trace on the overview of an office that never had it', () => {
    const session = office();
    expect(overview(session).join()).not.toContain('Lượt chạy');
  });

  it('after 26 hours without a good run tells whoever opens the page', () => {
    const session = office();
    daily(session);
    const notices = (): string[] => todayView(session.ports).notices.map(({ text }) => text);
    moveTo(session, '2024-06-21');
    session.environment.minutes = 11 * 60 + 15;
    expect(notices().join()).not.toContain('đã quá 26 giờ');
    session.environment.minutes += 1;
    expect(notices()[0]).toMatch(/^Lượt chạy hằng ngày tốt gần nhất là 09:15 ngày 20\/6\/2024, đã quá 26 giờ/u);
  });

  it('that cannot refresh mails all the same, tells the clerk once, and again only after it went well between', () => {
    const session = office();
    const failing = {
      ...session.ports,
      cache: {
        ...session.ports.cache,
        removeAll: () => {
          throw new Error('Service unavailable');
        },
      },
    };
    const told = (): number =>
      to(session, 'vanphong@example.vn').filter((text) => text.includes('Lượt chạy hằng ngày chưa xong: Chưa cập nhật được'))
        .length;
    const logged: string[] = [];
    const broken = (): unknown => dailyRun(failing, { log: (step) => void logged.push(step), isAppointed: true });
    const counts = ['2024-06-20', '2024-06-21', '2024-06-24'].map((date) => {
      moveTo(session, date);
      broken();
      return told();
    });
    expect([counts, logged]).toEqual([
      [1, 1, 1],
      ['refresh', 'refresh', 'refresh'],
    ]);
    moveTo(session, '2024-06-25');
    daily(session);
    moveTo(session, '2024-06-26');
    broken();
    expect(told()).toBe(2);
  });

  it('of one who no longer keeps the plan sends nothing in that name but one word to the clerk', () => {
    const session = office();
    session.environment.email = 'nguoicu@example.vn';
    const { troubles } = daily(session);
    expect(troubles[0]).toContain('Người đang bật (nguoicu@example.vn) không còn là thường trực CCHC');
    expect(session.outbox.map((mail) => mail.to)).toEqual(['vanphong@example.vn']);
    moveTo(session, '2024-06-21');
    daily(session);
    expect(session.outbox).toHaveLength(1);
    expect(overview(session).join('\n')).toContain('CHƯA XONG: Người đang bật');
  });

  it('in the name of a person without a role tells nobody anything', () => {
    const session = office();
    session.environment.email = 'la@example.vn';
    expect(dailyRun(session.ports, { ...quiet, isAppointed: false }).mail).toBeNull();
    expect(session.outbox).toEqual([]);
  });

  it('says on the overview what waits and what did not go', () => {
    const session = officeOfTwenty();
    session.environment.quota = 5;
    session.environment.onCall = (call, moment) => {
      if (call === 'send' && moment === 'after' && session.environment.quota !== null) session.environment.quota -= 1;
    };
    expect(daily(session).troubles).toEqual([`Còn 15 thư chờ lượt chạy sau (hết hạn mức gửi trong ngày hoặc sổ đang bận).`]);
    expect(overview(session).join('\n')).toContain('CHƯA XONG: Còn 15 thư');
  });

  it('with the ledger tab gone sends nothing, says so, and does not count as good', () => {
    const session = office();
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === MAILS.name),
      1,
    );
    const { troubles } = daily(session);
    expect(troubles[0]).toContain('Thư đã gửi');
    expect([session.outbox, overview(session).join('\n').includes('chưa có lượt nào chạy xong')]).toEqual([[], true]);
  });
});
