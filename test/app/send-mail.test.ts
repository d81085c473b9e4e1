import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/app/base/ports.ts';
import { isMailAddress } from '../../src/app/mail/mail-address.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { appendRows } from '../../src/workbook/write/write.ts';
import { Killed, killAt, type Memory, memory } from './memory-ports.ts';
import { actual, CLERK, entry, H1, indicator, JUSTICE, on, type SmallPlan, smallPlan, task } from './small-plan.ts';

/** Only the chairman can be written to, and the clerk answered; what the others get is in `letters.test.ts`. */
const roles = [{ role: 'Chủ tịch UBND xã', email: 'chutich@example.vn' }];
const office = (rows: SmallPlan = {}): Memory => memory({ tabs: smallPlan({ roles, ...rows }) });
const send = ({ ports }: Memory) => sendMail(ports, { preview: false });
const ledger = ({ ports }: Memory) => readBook(ports.workbook.read('all')).mails;

describe('the chairman’s mail', () => {
  it('says numbers first, then each alert with its figures, lead and cause', () => {
    const session = office({
      actuals: [actual('T1', { numerator: 310, denominator: 500, cause: 'thiếu người nhập', proposal: 'bố trí thêm 01 người' })],
      indicators: [indicator('T1')],
      roles: [...roles, { role: CLERK, email: 'vanphong@example.vn' }],
    });
    expect(send(session).outcome).toBe('sent');
    const [mail] = session.outbox;
    expect(mail?.subject).toBe('01 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn – CCHC 20/6');
    expect(mail?.to).toBe('chutich@example.vn');
    expect(mail?.replyTo).toBe('vanphong@example.vn');
    expect(mail?.text).toContain('Kính gửi đồng chí Chủ tịch UBND xã:');
    expect(mail?.text).toContain(`«Đồng ý 1».\n1. Tỷ lệ hồ sơ của T1: bố trí thêm 01 người. ${JUSTICE}.`);
    expect(mail?.text).toContain('62% (310/500)');
    expect(mail?.text).toContain('Nguyên nhân: thiếu người nhập.');
    expect(mail?.text).toContain('Quá hạn 14 ngày làm việc:');
    expect(mail?.text).toContain('Chưa nêu nguyên nhân.');
    expect(mail?.text).toContain('Trả lời thư này sẽ đến thường trực CCHC.');
  });

  it('goes once a day, and not at all when nothing is new', () => {
    const session = office();
    expect(send(session).outcome).toBe('sent');
    expect(send(session).outcome).toBe('nothing-new');
    session.environment.today = day('2024-06-21');
    expect(send(session).outcome).toBe('nothing-new');
    expect(session.outbox).toHaveLength(1);
  });

  it('a second mail of a day whose first failed has its own row, so that a third never goes', () => {
    const session = office();
    send(session);
    const row = session.tab('Thư đã gửi').values.find((cells) => cells.includes('Đã gửi'));
    row?.splice(row.indexOf('Đã gửi'), 1, 'Không gửi được');
    expect([send(session).outcome, send(session).outcome]).toEqual(['sent', 'nothing-new']);
    expect(session.outbox).toHaveLength(2);
  });

  it('is not sent again when somebody broke the day of its row in the ledger', () => {
    const session = office();
    send(session);
    const [headers = [], row] = session.tab('Thư đã gửi').values;
    row?.splice(headers.indexOf('Ngày'), 1, 'hôm qua');
    expect(send(session).outcome).toBe('nothing-new');
    expect(session.outbox).toHaveLength(1);
  });

  it('tells what is new the next day and counts the rest in one line', () => {
    const session = office();
    send(session);
    session.environment.today = day('2024-06-21');
    const rows = session.tab('Nhập số liệu').values;
    const t2 = rows.find((row) => row[0] === 'T2');
    if (t2 !== undefined) t2[9] = 100;
    expect(send(session).outcome).toBe('sent');
    expect(session.outbox[1]?.subject).toBe('01 chỉ tiêu chưa đạt – CCHC 21/6');
    expect(session.outbox[1]?.text).toContain('so với thư ngày 20/6, có thêm 01 chỉ tiêu chưa đạt');
    expect(session.outbox[1]?.text).toContain('Đã báo, chưa thay đổi 02 nội dung, lâu nhất 01 ngày: ');
    const told = ledger(session).map(({ items }) => items.map((key) => key.split('|')[0]));
    // The ledger keeps all that a mail stands for, the unchanged too: the next mail counts their days from it.
    expect(told).toEqual(
      [
        ['T1', 'N1'],
        ['T2', ...(told[0] ?? [])],
      ].map((ids) => expect.arrayContaining(ids)),
    );
  });

  it('stays off until a period was closed, and shows what it would say', () => {
    const session = office();
    const closed = session.tab(PERIODS.name).values[2];
    if (closed !== undefined) closed[13] = 'Chưa mở';
    const reply = send(session);
    expect(reply.outcome).toBe('off-until-first-close');
    expect(reply.text).toContain('T1');
    expect(session.outbox).toEqual([]);
  });

  it('previews without writing or sending', () => {
    const session = office();
    const reply = sendMail(session.ports, { preview: true });
    expect([reply.outcome, reply.subject]).toEqual(['preview', '01 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn – CCHC 20/6']);
    expect(session.outbox).toEqual([]);
    expect(session.calls).not.toContain('write');
  });

  it('says in subject and text that sample figures are sample figures', () => {
    const session = office({ settings: [...settings, { name: 'Dữ liệu minh họa', value: 'có' }] });
    send(session);
    expect(session.outbox[0]?.subject).toContain('SỐ LIỆU MINH HỌA');
    expect(session.outbox[0]?.text).toContain('SỐ LIỆU MINH HỌA');
  });

  it.each([0, -1, null])('sends nothing and records nothing when the quota answers %s', (quota) => {
    const session = office();
    session.environment.quota = quota;
    expect(send(session).outcome).toBe('no-quota');
    expect(session.outbox).toEqual([]);
    expect(ledger(session)).toEqual([]);
  });

  it('lets a second run wait while another holds the document', () => {
    const session = office();
    session.environment.locked = true;
    expect(send(session).outcome).toBe('busy');
    expect(session.outbox).toEqual([]);
  });

  it.each(['before', 'after'] as const)('never sends again when the mailer throws %s the mail went', (moment) => {
    const session = office();
    session.environment.mailFails = moment;
    expect(send(session).outcome).toBe('in-doubt');
    session.environment.mailFails = 'never';
    const went = session.outbox.length;
    expect(send(session).outcome).toBe('in-doubt');
    expect(session.outbox).toHaveLength(went);
    expect(todayView(session.ports).notices.map(({ text }) => text)).toContain(
      'Có 01 thư chưa rõ đã gửi hay chưa. Đề nghị hỏi lại người nhận.',
    );
    session.environment.today = day('2024-06-21');
    expect(send(session).outcome).toBe('sent');
    expect(session.outbox[went]?.text).toContain('(có thể đã báo)');
    expect(ledger(session).map(({ state }) => state)).toEqual(['told', 'sent']);
  });

  it.each([
    ['', 'no address'],
    ['a@b', 'no top domain'],
    ['"a@evil.vn x"@example.vn', 'a quoted local part'],
    ['a@example.vn, b@example.vn', 'two addresses'],
    ['a@example.vn\nBcc: b@example.vn', 'a header of its own'],
    ['á@example.vn', 'a letter outside ASCII'],
    ['a..b@example.vn', 'two dots'],
    ['<a@example.vn>', 'angle brackets'],
  ])('takes «%s» for no recipient: %s', (email) => {
    const session = office({ roles: [{ role: 'Chủ tịch UBND xã', email }] });
    expect(send(session).outcome).toBe('no-recipient');
    expect(isMailAddress(email)).toBe(false);
  });

  it('writes to who holds the role on that day, and to nobody who held it before', () => {
    const session = office({
      roles: [
        { role: 'Chủ tịch UBND xã', email: 'cu@example.vn', until: on('2024-06-19') },
        { role: 'Chủ tịch UBND xã', email: 'moi@example.vn', from: on('2024-06-20') },
      ],
    });
    send(session);
    expect(session.outbox.map(({ to }) => to)).toEqual(['moi@example.vn']);
  });

  it('does not send when the ledger tab is gone, because nothing would remember it', () => {
    const session = office();
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === MAILS.name),
      1,
    );
    expect(() => send(session)).toThrow('Thư đã gửi');
    expect(session.outbox).toEqual([]);
  });

  it('refuses a sender name that would begin a new header', () => {
    const session = office({
      settings: [...settings, { name: 'Tên đơn vị', value: 'UBND\r\nBcc: x@example.vn', from: on('2024-01-01') }],
    });
    expect(() => send(session)).toThrow('xuống dòng');
    expect(session.outbox).toEqual([]);
    expect(ledger(session)).toEqual([]);
  });

  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE",
    '&lt;b&gt;',
    '=IMPORTXML("http://x")',
    '</p></div>',
  ];
  it.each(HOSTILE)('keeps cell text text in the HTML: %s', (text) => {
    const session = office({
      indicators: [indicator('T1', { title: `Tỷ lệ ${text}` })],
      tasks: [task('N1', { title: `Việc ${text}` })],
      actuals: [actual('T1', { numerator: 1, denominator: 500, cause: text, proposal: text })],
      entries: [entry('N1', { progress: 'Đang thực hiện', cause: text, proposal: text })],
    });
    send(session);
    const html = session.outbox[0]?.html ?? '';
    const tags = html.match(/<[^>]*>/gu) ?? [];
    expect(new Set(tags.map((tag) => tag.replace(/ style="[^"<>]*"/u, '')))).toEqual(
      new Set(['<div lang="vi">', '<p>', '<br>', '<b>', '</b>', '</p>', '</div>']),
    );
    expect(html.replace(/<[^>]*>/gu, '')).not.toMatch(/[<>"']/u);
    expect(session.outbox[0]?.text).toContain(text.replace(/[.;,]+$/u, ''));
  });
});

const settings = [
  { name: 'Chức danh nhận thư cảnh báo', value: 'Chủ tịch UBND xã' },
  { name: 'Chức danh thường trực CCHC', value: CLERK },
  { name: 'Giai đoạn', value: '2021 - 2025' },
];

describe('a mail run killed at any point', () => {
  type Run = (ports: Ports) => void;
  type Kill = { readonly at: number; readonly moment: 'before' | 'after' };
  const ours: Run = (ports) => sendMail(ports, { preview: false });
  /** Every call of the ports that a clean run makes; reading a tab twice, for values and formats, is one. */
  const pointsOf = (run: Run, session: Memory): number[] => {
    session.forget();
    run(session.ports);
    const isRead = (call: string | undefined): boolean => call === 'values' || call === 'formats';
    return session.calls.flatMap((call, at) => (isRead(call) && isRead(session.calls[at - 1]) ? [] : [at]));
  };
  const killed = (run: Run, session: Memory, { at, moment }: Kill): void => {
    killAt(session, at, moment);
    try {
      run(session.ports);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };

  type Tally = { points: number; duplicates: number; lost: number; inDoubt: number; untold: number };

  /** Kills once at every point, in both modes; restarts on the same day, then runs on the next. */
  function sweep(run: Run, restarts: number): Tally {
    const tally: Tally = { points: 0, duplicates: 0, lost: 0, inDoubt: 0, untold: 0 };
    for (const at of pointsOf(run, office())) {
      for (const moment of ['before', 'after'] as const) {
        for (const unflushed of ['lost', 'kept'] as const) {
          const session = office();
          killed(run, session, { at, moment });
          session.revive(unflushed);
          for (let again = 0; again < restarts; again += 1) run(session.ports);
          judge(session, run, tally);
        }
      }
    }
    return tally;
  }

  function judge(session: Memory, run: Run, tally: Tally): void {
    tally.points += 1;
    const doubtful = ledger(session).filter(({ state }) => state === 'in-doubt').length;
    const told = todayView(session.ports).notices.some(({ text }) => text.includes('chưa rõ đã gửi'));
    session.environment.today = day('2024-06-21');
    run(session.ports);
    const bodies = session.outbox.map(({ to, text }) => `${to}\n${text}`);
    tally.duplicates += bodies.length - new Set(bodies).size;
    const sent = ledger(session).filter(({ state }) => state === 'sent');
    const confirmed = sent.flatMap(({ items }) => items);
    if (![/T1\|/u, /N1\|/u].every((key) => confirmed.some((item) => key.test(item)))) tally.lost += 1;
    if (session.outbox.length < sent.length) tally.lost += 1;
    tally.inDoubt += doubtful;
    if (doubtful > 0 && (!told || ledger(session).some(({ state }) => state === 'in-doubt'))) tally.untold += 1;
  }

  it.each([1, 2])('restarted %i time(s): no mail twice, none silently lost, every one in doubt told', (restarts) => {
    const tally = sweep(ours, restarts);
    expect(tally.points).toBe(10 * 2 * 2);
    expect(tally).toMatchObject({ duplicates: 0, lost: 0, untold: 0 });
    expect(tally.inDoubt).toBeGreaterThan(0);
  });

  it('killed a second time during the recovery, still sends nothing twice and loses nothing', () => {
    const points = pointsOf(ours, office());
    const tally: Tally = { points: 0, duplicates: 0, lost: 0, inDoubt: 0, untold: 0 };
    for (const first of points) {
      for (const second of points) {
        const session = office();
        killed(ours, session, { at: first, moment: 'after' });
        session.revive('lost');
        killed(ours, session, { at: second, moment: 'before' });
        session.revive('kept');
        ours(session.ports);
        judge(session, ours, tally);
      }
    }
    expect(tally).toMatchObject({ duplicates: 0, lost: 0, untold: 0 });
  });

  /** The pattern of a published sample: send, then mark, and never flush. */
  const naive: Run = (ports) => {
    const book = readBook(ports.workbook.read('all'));
    const table = book.tables.get('mails');
    if (table === undefined || book.mails.some(({ state }) => state === 'sent')) return;
    const text = 'T1|, N1|';
    ports.mail.send({ to: 'chutich@example.vn', subject: 'CCHC', text, html: text, replyTo: '', senderName: '' });
    const row = { id: '1', recipient: 'chutich@example.vn', day: on('2024-06-20'), items: 'T1|\nN1|', hash: '', state: 'Đã gửi' };
    ports.workbook.write(appendRows(table, [row]));
  };
  it('shows duplicates with the naive pattern, so the sweep can see them', () => {
    expect(sweep(naive, 1).duplicates).toBeGreaterThan(0);
  });
});

describe('the period in the mail', () => {
  it('is named when nothing was sent before', () => {
    const session = office();
    send(session);
    expect(session.outbox[0]?.text).toContain(H1);
  });
});
