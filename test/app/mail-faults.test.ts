import { describe, expect, it } from 'vitest';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { sayInDoubt } from '../../src/words/core/refusals.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { type Memory, memory } from './memory-ports.ts';
import { CLERK, JUSTICE, smallPlan } from './small-plan.ts';

/** What Google throws in the many ways seen in public code, and how an account in Vietnamese may word it; nobody has published all of these. */
const FAULTS: readonly (readonly [english: string, vietnamese: string])[] = [
  ['Exceeded maximum execution time', 'Vượt quá thời gian thực thi tối đa'],
  [
    'Service Spreadsheets timed out while accessing document with id 1a.',
    'Dịch vụ Bảng tính đã hết thời gian chờ khi truy cập tài liệu có mã 1a.',
  ],
  [
    'Service Spreadsheets failed while accessing document with id 1a.',
    'Dịch vụ Bảng tính gặp lỗi khi truy cập tài liệu có mã 1a.',
  ],
  [
    "We're sorry, a server error occurred. Please wait a bit and try again.",
    'Rất tiếc, đã xảy ra lỗi máy chủ. Vui lòng chờ một chút rồi thử lại.',
  ],
  ['Service invoked too many times for one day: email.', 'Dịch vụ được gọi quá nhiều lần trong một ngày: email.'],
  ['Service using too much computer time for one day', 'Dịch vụ sử dụng quá nhiều thời gian máy tính trong một ngày'],
  [
    'Service invoked too many times in a short time: lockBean rateMax. Try Utilities.sleep(1000) between calls.',
    'Dịch vụ được gọi quá nhiều lần trong thời gian ngắn: lockBean rateMax. Hãy thử Utilities.sleep(1000) giữa các lần gọi.',
  ],
  [
    'There are too many LockService operations against the same script.',
    'Có quá nhiều thao tác LockService trên cùng một tập lệnh.',
  ],
  [
    'Lock timeout: another process was holding the lock for too long.',
    'Hết thời gian chờ khóa: một quy trình khác giữ khóa quá lâu.',
  ],
  ['Too many simultaneous invocations: Spreadsheets', 'Quá nhiều lệnh gọi đồng thời: Bảng tính'],
  ['Authorization is required to perform that action.', 'Cần có quyền để thực hiện hành động đó.'],
  ['You do not have permission to call MailApp.sendEmail', 'Bạn không có quyền gọi MailApp.sendEmail'],
  ['You are trying to edit a protected cell or object.', 'Bạn đang cố gắng chỉnh sửa một ô hoặc đối tượng được bảo vệ.'],
  [
    'Your input contains more than the maximum of 50000 characters in a single cell.',
    'Nội dung nhập của bạn chứa nhiều hơn số ký tự tối đa là 50000 trong một ô.',
  ],
  ['The starting column of the range is too small.', 'Cột bắt đầu của dải ô quá nhỏ.'],
  ['Quota exceeded for quota metric', 'Đã vượt quá hạn mức'],
  ['Unable to parse range: A1', 'Không thể phân tích dải ô: A1'],
];
const TEXTS = FAULTS.flat();

/** The chairman and one lead are to be written to; the third has no news. */
const office = (): Memory =>
  memory({
    tabs: smallPlan({
      roles: [
        { role: 'Chủ tịch UBND xã', email: 'chutich@example.vn' },
        { role: JUSTICE, email: 'tuphap@example.vn' },
        { role: CLERK, email: 'vanphong@example.vn' },
      ],
      settings: [
        ['Chức danh nhận thư cảnh báo', 'Chủ tịch UBND xã'],
        ['Chức danh thường trực CCHC', CLERK],
        ['Giai đoạn', '2021 - 2025'],
        ['Báo thường trực CCHC khi quá hạn (số ngày làm việc)', 'không'],
      ].map(([name = '', value = '']) => ({ name, value })),
    }),
  });

const run = ({ ports }: Memory): void => void sendMail(ports, { preview: false });
const ledger = ({ ports }: Memory) => readBook(ports.workbook.read([MAILS.name])).mails;

const CALLS = ((): number => {
  const session = office();
  run(session);
  return session.calls.length;
})();

/** The n-th service call fails once, before or after it took effect; whatever the run then does, Google's own flush ends it. */
function faulted(at: number, moment: 'before' | 'after', text: string): Memory {
  const session = office();
  let seen = 0;
  session.environment.onCall = (_, now) => {
    const isIt = now === moment && seen === at;
    if (now === 'after' || isIt) seen += 1;
    if (isIt) throw new Error(text);
  };
  try {
    run(session);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== text) throw error;
  }
  session.environment.onCall = () => {};
  session.environment.locked = false;
  return session;
}

const stateOf = (session: Memory) => JSON.stringify([session.outbox.map(({ to, text }) => [to, text]), ledger(session)]);

describe('a fault of Google', () => {
  const places = Array.from({ length: CALLS }, (_, at) =>
    (['before', 'after'] as const).map((moment) => [at, moment] as const),
  ).flat();

  it(`of ${FAULTS.length} kinds in English and in Vietnamese leaves the same at each of the ${CALLS} calls: no text decides anything`, () => {
    const left = new Map<string, Set<string>>();
    for (const [at, moment] of places)
      for (const text of TEXTS) {
        const key = `${moment} ${at}`;
        left.set(key, (left.get(key) ?? new Set()).add(stateOf(faulted(at, moment, text))));
      }
    expect([...left].filter(([, states]) => states.size > 1).map(([key]) => key)).toEqual([]);
  }, 600_000);

  it('at each call sends nothing twice, loses nothing, and leaves every mail in doubt told', () => {
    for (const [at, moment] of places) {
      const session = faulted(at, moment, TEXTS[at % TEXTS.length] ?? '');
      run(session);
      const doubtful = ledger(session).filter(({ state }) => state === 'in-doubt').length;
      const told = todayView(session.ports).notices.map(({ text }) => text);
      expect(told.includes(sayInDoubt(doubtful)), `${moment} call ${at}`).toBe(doubtful > 0);
      session.environment.today = day('2024-06-21');
      run(session);
      const texts = session.outbox.map(({ to, text }) => `${to}\n${text}`);
      expect(new Set(texts).size, `${moment} call ${at}`).toBe(texts.length);
      const arrived = ledger(session).filter(({ state }) => state === 'sent' || state === 'told');
      for (const [to, key] of [
        ['chutich@example.vn', 'T1|2024|not-met'],
        ['tuphap@example.vn', 'N1|2024-05-31|late-0'],
      ])
        expect(
          arrived.some(({ recipient, items }) => recipient === to && items.includes(key ?? '')),
          `${moment} call ${at}: ${key}`,
        ).toBe(true);
      expect(ledger(session).map(({ state }) => state)).not.toContain('in-doubt');
    }
  }, 600_000);
});
