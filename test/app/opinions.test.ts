import { describe, expect, it } from 'vitest';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { lettersView } from '../../src/app/mail/letters-view.ts';
import { recordOpinion } from '../../src/app/mail/record-opinion.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { testMail } from '../../src/app/mail/test-mail.ts';
import { day } from '../../src/domain/core/day.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, entry, H1, indicator, PERIOD_ROWS, type SmallPlan, smallPlan, task } from './small-plan.ts';

const Q3 = 'Quý III 2024';
const ASKED = { numerator: 310, denominator: 500, proposal: 'bố trí thêm 01 người' };
const office = (rows: SmallPlan = {}): Memory =>
  memory({
    email: 'vanphong@example.vn',
    tabs: smallPlan({
      indicators: [indicator('T1'), indicator('T2')],
      tasks: [task('N1')],
      actuals: [actual('T1', ASKED), actual('T2', { ...ASKED, proposal: 'thêm máy quét' })],
      entries: [entry('N1', { progress: 'Đang thực hiện', proposal: 'lùi thời hạn' })],
      ...rows,
    }),
  });
const send = ({ ports }: Memory) => sendMail(ports, { preview: false });
const directives = ({ ports }: Memory) => {
  const { actuals, entries } = readBook(ports.workbook.read('all'));
  return Object.fromEntries([
    ...actuals.map(({ indicator: id, period, directive }) => [`${id} ${period}`, directive]),
    ...entries.map(({ task: id, period, directive }) => [`${id} ${period}`, directive]),
  ]);
};

describe('the chairman answers «Đồng ý 1, 3»', () => {
  it('by the numbers of the mail that he has, each with the row that takes his answer', () => {
    const session = office();
    expect(lettersView(session.ports)).toMatchObject({
      asked: '',
      requests: [{ number: null }, { number: null }, { number: null }],
    });
    send(session);
    const { asked, requests } = lettersView(session.ports);
    expect(asked).toBe('20/6/2024');
    expect(requests.map(({ number, of, id, period }) => [number, of, id, period])).toEqual([
      [1, 'actual', 'T1', H1],
      [2, 'actual', 'T2', H1],
      [3, 'entry', 'N1', H1],
    ]);
    const mail = session.outbox.find(({ to }) => to === 'chutich@example.vn')?.text ?? '';
    expect(mail).toContain('1. Tỷ lệ hồ sơ của T1: bố trí thêm 01 người.');
    expect(mail).toContain('3. Việc N1: lùi thời hạn.');
    expect(requests[2]?.text).toBe('Lùi thời hạn. Tư pháp – Hộ tịch đề xuất, về: Việc N1 (N1).');
  });

  it('in one record of several rows, which are asked no more, said to be undone in one', () => {
    const session = office();
    send(session);
    const rows = lettersView(session.ports)
      .requests.filter(({ number }) => number === 1 || number === 3)
      .map(({ of, id, period }) => ({ of, id, period }));
    expect(recordOpinion(session.ports, { rows, opinion: ' Đồng ý ' })).toMatchObject({ recorded: 2 });
    expect(directives(session)).toEqual({ [`T1 ${H1}`]: 'Đồng ý', [`T2 ${H1}`]: '', [`N1 ${H1}`]: 'Đồng ý' });
    expect(lettersView(session.ports).requests.map(({ number, id }) => [number, id])).toEqual([[2, 'T2']]);
    session.environment.today = day('2024-06-21');
    expect(send(session).outcome).toBe('nothing-new');
    expect(recordOpinion(session.ports, { rows, opinion: 'Đồng ý' })).toMatchObject({ recorded: 0 });
    const { of = '' } = undoPreview(session.ports) ?? {};
    undo(session.ports, { of });
    expect(Object.values(directives(session))).toEqual(['', '', '']);
  });

  it('after the period turned, into the row of the open one', () => {
    const session = office({
      periods: PERIOD_ROWS.map((row) => {
        if (row['name'] === H1) return { ...row, state: 'Đã chốt' };
        return row['name'] === Q3 ? { ...row, state: 'Đang nhập' } : row;
      }),
      actuals: [actual('T1', ASKED), actual('T1', { period: Q3 })],
      entries: [],
      tasks: [],
    });
    const [row] = lettersView(session.ports).requests;
    expect(row).toMatchObject({ id: 'T1', period: Q3 });
    recordOpinion(session.ports, { rows: [{ of: 'actual', id: 'T1', period: Q3 }], opinion: 'Không đồng ý' });
    expect(lettersView(session.ports).requests).toEqual([]);
    expect(() => recordOpinion(session.ports, { rows: [{ of: 'actual', id: 'T1', period: H1 }], opinion: 'x' })).toThrow(
      'đã chốt',
    );
  });

  it.each([
    [{ rows: [], opinion: 'Đồng ý' }, 'nhập ý kiến'],
    [{ rows: [{ of: 'actual' as const, id: 'T1', period: H1 }], opinion: '  ' }, 'nhập ý kiến'],
    [{ rows: [{ of: 'actual' as const, id: 'T99', period: H1 }], opinion: 'x' }, 'T99'],
  ])('but nothing is written where %j', (request, sentence) => {
    const session = office();
    session.forget();
    expect(() => recordOpinion(session.ports, request)).toThrow(sentence);
    expect(session.calls).not.toContain('write');
  });
});

describe('the log of mails', () => {
  it('names what went, what did not and what would go next', () => {
    const session = office();
    expect(lettersView(session.ports).waiting).toHaveLength(3);
    session.environment.mailFails = 'after';
    send(session);
    const { deliveries, waiting } = lettersView(session.ports);
    expect(waiting).toEqual([]);
    expect(deliveries.map(({ head, isOpen }) => [head.split(', ')[1], isOpen])).toEqual([
      ['tuphap@example.vn', true],
      ['vanphong@example.vn', true],
      ['chutich@example.vn', true],
    ]);
    expect(deliveries[0]?.state).toContain('Chưa rõ đã gửi hay chưa.');
    expect(deliveries[0]?.at?.tab).toBe('Thư đã gửi');
  });
});

describe('a letter to oneself', () => {
  it('goes once a day through the ledger, tells nothing, and keeps no other mail from going', () => {
    const session = office();
    expect(testMail(session.ports).sentence).toContain('Đã gửi thư thử đến vanphong@example.vn');
    expect(testMail(session.ports).sentence).toBe('Hôm nay đã gửi thư thử rồi.');
    expect(session.outbox.map(({ to, subject }) => `${to} ${subject}`)).toEqual(['vanphong@example.vn Thư thử CCHC 20/6/2024']);
    send(session);
    expect(session.outbox.filter(({ to }) => to === 'vanphong@example.vn')).toHaveLength(2);
  });

  it('goes to the clerk where the host cannot tell who asks, and to nobody without an address', () => {
    const session = office();
    session.environment.email = '';
    expect(testMail(session.ports).sentence).toContain('vanphong@example.vn');
    const nobody = office({ roles: [] });
    nobody.environment.email = 'không phải địa chỉ';
    expect(() => testMail(nobody.ports)).toThrow('chưa biết địa chỉ thư');
  });
});
