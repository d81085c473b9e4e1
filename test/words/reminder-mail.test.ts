import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import type { ClerkNews, Letter, OwnRows, Person } from '../../src/domain/mail/letter.ts';
import type { Pending } from '../../src/domain/mail/reminder.ts';
import { sayLetter } from '../../src/words/mail/letter-mail.ts';

const FRAME = {
  asOf: day('2024-06-18'),
  period: '6 tháng đầu năm 2024',
  chairmanRole: '',
  sample: false,
  place: '',
  doubtfulDays: [],
};
const OFFICIAL: Person = {
  email: 'tp@example.vn',
  name: 'Phạm Thị D',
  roles: ['Tư pháp – Hộ tịch', 'Đài truyền thanh'],
  isChairman: false,
  isClerk: false,
};
const CLERK: Person = { ...OFFICIAL, name: '', isClerk: true };

const row = (id: string, why: Pending['why'], more: Partial<Pending> = {}): Pending => ({
  id,
  title: `Việc ${id}`,
  lead: 'Tư pháp – Hộ tịch',
  supports: [],
  why,
  day: day('2024-06-14'),
  workdays: 2,
  owed: false,
  tiers: { lead: [], clerk: [], chairman: [] },
  reasons: [],
  ...more,
});
const letter = (more: Partial<Letter>): Letter => ({ person: OFFICIAL, digest: null, clerk: null, own: null, keys: [], ...more });
const own = (fresh: readonly Pending[], more: Partial<OwnRows> = {}) =>
  sayLetter(letter({ own: { fresh, before: [], perhapsTold: [], supporting: [], watching: [], ...more } }), FRAME);
const NO_NEWS: ClerkNews = { owed: null, late: [], unaddressed: [], inDoubt: [], failed: [], troubles: [] };
const clerk = (more: Partial<ClerkNews>) => sayLetter(letter({ person: CLERK, clerk: { ...NO_NEWS, ...more } }), FRAME);
const mail = { id: '2024-06-17 ab', recipient: 'ct@example.vn', day: day('2024-06-17'), items: [], state: 'in-doubt' };

describe('a reminder to a lead', () => {
  it.each([
    [[row('N1', 'due-soon')], 'Nhắc việc CCHC: 01 nội dung cần cập nhật trước ngày 15/6'],
    [
      [row('N1', 'due-soon'), row('T1', 'entry-due', { day: day('2024-06-12') })],
      'Nhắc việc CCHC: 02 nội dung cần cập nhật, sớm nhất trước ngày 13/6',
    ],
    [[row('N1', 'overdue')], 'Nhắc việc CCHC: 01 nhiệm vụ quá hạn'],
    [
      [row('N1', 'overdue'), row('N2', 'due-soon')],
      'Nhắc việc CCHC: 01 nhiệm vụ quá hạn, 01 nội dung cần cập nhật trước ngày 15/6',
    ],
  ])('is headed by what it asks', (rows, subject) => expect(own(rows).subject).toBe(subject));

  it.each([
    [row('N1', 'overdue'), '1. Quá hạn 02 ngày làm việc: Việc N1 (N1), hạn 14/6/2024.'],
    [row('N1', 'overdue', { workdays: 0 }), '1. Quá hạn: Việc N1 (N1), hạn 14/6/2024.'],
    [row('N1', 'overdue', { owed: true }), '1. Quá hạn 02 ngày làm việc: Việc N1 (N1), hạn 14/6/2024; kỳ này chưa nhập.'],
    [row('N1', 'due-soon'), '1. Sắp đến hạn: Việc N1 (N1), hạn 14/6/2024, còn 02 ngày làm việc.'],
    [row('N1', 'due-soon', { workdays: 0 }), '1. Sắp đến hạn: Việc N1 (N1), hạn 14/6/2024, là hạn chót.'],
    [row('T1', 'entry-due', { owed: true }), '1. Chưa nhập: Việc T1 (T1), hạn nhập 14/6/2024, còn 02 ngày làm việc.'],
    [row('T1', 'entry-late', { owed: true }), '1. Chưa nhập: Việc T1 (T1), hạn nhập 14/6/2024, đã qua 02 ngày làm việc.'],
  ])('says of a row what is due and when: %#', (one, line) => expect(own([one]).text.split('\n\n')[1]).toBe(line));

  it('addresses the person by name and roles, or by the roles alone', () => {
    const [first] = own([row('N1', 'overdue')]).text.split('\n\n');
    expect(first).toBe(
      'Kính gửi đồng chí Phạm Thị D, Tư pháp – Hộ tịch; Đài truyền thanh: kỳ 6 tháng đầu năm 2024 có 01 nhiệm vụ quá hạn.',
    );
    const nameless = sayLetter(
      letter({
        person: { ...OFFICIAL, name: '' },
        own: { fresh: [row('N1', 'overdue')], before: [], perhapsTold: [], supporting: [], watching: [] },
      }),
      FRAME,
    );
    expect(nameless.text).toContain('Kính gửi đồng chí phụ trách Tư pháp – Hộ tịch; Đài truyền thanh: kỳ');
  });

  it('asks only its lead to fill the row; who supports or watches it is told whose it is', () => {
    const mixed = own([row('N1', 'overdue'), row('N2', 'overdue')], { supporting: ['N2'] });
    expect(mixed.subject).toBe('Nhắc việc CCHC: 01 nhiệm vụ quá hạn, 01 việc phối hợp');
    expect(mixed.text).toContain(
      '2. Quá hạn 02 ngày làm việc: Việc N2 (N2), hạn 14/6/2024. Phối hợp; chủ trì: Tư pháp – Hộ tịch.',
    );
    expect(mixed.text).toContain('Đề nghị đồng chí nhập vào dòng có mã tương ứng');
    expect(mixed.text).toContain('Việc phối hợp, theo dõi do đơn vị chủ trì nhập');
    const watched = own([row('N2', 'overdue')], { watching: ['N2'] });
    expect(watched.subject).toBe('Nhắc việc CCHC: 01 việc theo dõi, đôn đốc');
    expect(watched.text).toContain('Theo dõi, đôn đốc; chủ trì: Tư pháp – Hộ tịch.');
    expect(watched.text).not.toContain('Đề nghị đồng chí nhập');
    expect(own([row('N1', 'overdue')]).text).not.toContain('do đơn vị chủ trì nhập');
  });

  it('names in one line what it told before, and marks what may have been told', () => {
    const { text } = own([row('N1', 'overdue')], {
      before: [row('T1', 'entry-late'), row('T2', 'entry-late')],
      perhapsTold: ['N1'],
    });
    expect(text).toContain('hạn 14/6/2024. (có thể đã báo)');
    expect(text).toContain('Đã nhắc, chưa cập nhật 02 nội dung: Việc T1; Việc T2.');
  });
});

describe('the mail to the clerk', () => {
  it('lists who has not entered what, role by role', () => {
    const roles = [
      { role: 'Tư pháp – Hộ tịch', ids: ['T1', 'N1'] },
      { role: '', ids: ['T9'] },
    ];
    const { subject, text } = clerk({
      owed: { roles, dueOn: day('2024-06-12'), left: -4 },
      late: [row('T1', 'entry-late'), row('N7', 'overdue')],
    });
    expect(subject).toBe('Theo dõi CCHC 18/6: 03 nội dung chưa nhập của 02 chức danh');
    expect(text.split('\n\n')).toEqual([
      'Kính gửi đồng chí thường trực CCHC. Kỳ 6 tháng đầu năm 2024:',
      'Chưa nhập, hạn 12/6/2024: 03 nội dung của 02 chức danh.\n• Tư pháp – Hộ tịch 02 nội dung: T1, N1.\n• chưa phân công 01 nội dung: T9.',
      'Quá hạn 02 ngày làm việc: Việc N7 (N7), hạn 14/6/2024. Chủ trì: Tư pháp – Hộ tịch.',
      'Thư tự động từ bảng theo dõi CCHC, không phải văn bản hành chính.',
    ]);
  });

  it.each([
    [{ late: [row('N1', 'overdue')] }, '01 nhiệm vụ quá hạn cần đôn đốc', 'Quá hạn 02 ngày làm việc: Việc N1'],
    [
      { late: [row('T1', 'entry-late')] },
      '01 nội dung chưa nhập cần đôn đốc',
      'Đã qua hạn nhập, cần đôn đốc: Tư pháp – Hộ tịch 01 nội dung: T1.',
    ],
    [
      { unaddressed: [row('N1', 'overdue')] },
      '01 nội dung chưa nhắc được',
      'Chưa có địa chỉ thư để nhắc: Tư pháp – Hộ tịch 01 nội dung: N1. Đề nghị ghi Thư điện tử ở trang Phân công',
    ],
    [
      { inDoubt: [mail] },
      '01 thư chưa rõ đã gửi hay chưa',
      'Có 01 thư chưa rõ đã gửi hay chưa (gửi ct@example.vn ngày 17/6). Đề nghị hỏi lại người nhận.',
    ],
    [{ failed: [mail] }, '01 thư không gửi được', 'Có 01 thư không gửi được (gửi ct@example.vn ngày 17/6).'],
    [
      { troubles: ['Chưa cập nhật được.'] },
      'lượt chạy hằng ngày chưa xong',
      'Lượt chạy hằng ngày chưa xong: Chưa cập nhật được.',
    ],
  ])('says what needs him: %#', (news, subject, line) => {
    const said = clerk(news);
    expect(said.subject).toBe(`Theo dõi CCHC 18/6: ${subject}`);
    expect(said.text).toContain(line);
  });

  it('does not send the clerk to the clerk', () => {
    expect(clerk({ failed: [mail] }).text).not.toContain('Trả lời thư này');
  });

  it('cuts a long list of Mã and says how many more there are', () => {
    const ids = Array.from({ length: 45 }, (_, at) => `T${at}`);
    expect(clerk({ owed: { roles: [{ role: 'A', ids }], dueOn: day('2024-06-12'), left: 0 } }).text).toContain(
      'T39 và 05 mã khác.',
    );
  });
});

it('no mail ever fetches anything: no picture, no link, no style but its own line', () => {
  const { html } = own([row('N1', 'overdue', { title: 'Xem https://example.vn/a.png <img src="x">' })]);
  expect([...new Set(html.match(/<\/?\w+/gu))].sort()).toEqual(['</b', '</div', '</p', '<b', '<div', '<p']);
});

it('what turns the direction of writing, or breaks a line, cannot leave its cell', () => {
  const { text } = own([row('N1', 'overdue', { title: 'Việc \u202eđảo\u2066\u0000\r\nngược' })]);
  expect(text).toContain('Việc đảo ngược (N1)');
});
