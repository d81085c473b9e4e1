import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import type { Alert } from '../../src/domain/mail/alert.ts';
import type { Digest } from '../../src/domain/mail/digest.ts';
import type { Person } from '../../src/domain/mail/letter.ts';
import type { PeriodStanding } from '../../src/domain/mail/period-standing.ts';
import type { Settled } from '../../src/domain/mail/settled.ts';
import type { Indicator } from '../../src/domain/plan/indicator.ts';
import type { Task } from '../../src/domain/plan/task.ts';
import { type MailFrame, sayLetter } from '../../src/words/mail/letter-mail.ts';

const FRAME: MailFrame = {
  asOf: day('2024-09-16'),
  period: 'Quý III 2024',
  chairmanRole: 'Chủ tịch UBND xã',
  sample: false,
  place: '',
  doubtfulDays: [],
};
const CHAIRMAN: Person = { email: 'ct@example.vn', name: '', roles: ['Chủ tịch UBND xã'], isChairman: true, isClerk: false };
const sayMail = (digest: Digest, frame: MailFrame) =>
  sayLetter({ person: CHAIRMAN, digest, clerk: null, own: null, keys: [] }, frame);
const OFFICE = 'Văn phòng – Thống kê';
const standing = (more: Partial<PeriodStanding>): PeriodStanding => ({
  period: 'Quý III 2024',
  asOf: day('2024-09-16'),
  notMet: [],
  near: 0,
  overdue: [],
  owed: [{ lead: OFFICE, count: 2 }],
  entryDueOn: null,
  ...more,
});

function notMet(title: string, more: { numerator: number; target: number; cause?: string; proposal?: string }): Alert {
  const indicator: Indicator = {
    id: 'T1',
    field: '',
    title,
    kind: 'at-least',
    unit: '%',
    targets: new Map(),
    baseline: null,
    tolerance: null,
    measure: '',
    links: null,
    sumOf: [],
    judged: 'every-period',
    data: 'cumulative',
    lead: OFFICE,
    planPlace: '',
    origin: 'plan',
    note: '',
    plan: '',
    parent: '',
    part: null,
    form: '',
    quote: '',
    follows: [],
  };
  const target = { kind: 'number', value: more.target } as const;
  const measured = { kind: 'ratio', numerator: more.numerator, denominator: 500, scale: 100 } as const;
  const gap = more.target - more.numerator / 5;
  return {
    key: `${title}|Quý III 2024|not-met`,
    about: {
      kind: 'indicator',
      indicator,
      judgement: {
        indicator: 'T1',
        period: 'Quý III 2024',
        verdict: 'not-met',
        reason: 'target-missed',
        measured,
        target,
        gap,
        publishedOn: null,
      },
    },
    cause: more.cause ?? '',
    proposal: more.proposal ?? '',
    directive: '',
  };
}

function overdue(title: string): Alert {
  const task: Task = {
    id: 'N9',
    field: '',
    title,
    product: '',
    lead: 'Tư pháp – Hộ tịch',
    supports: [],
    frequency: 'dated',
    startOn: null,
    due: { kind: 'day', day: day('2024-09-12') },
    dueRule: 'by-end-of',
    budget: null,
    budgetSource: '',
    planPlace: '',
    origin: 'plan',
    note: '',
    plan: '',
    watchers: [],
    allotted: null,
    spent: null,
    quote: '',
    follows: [],
  };
  return {
    key: `${title}|Quý III 2024|overdue`,
    about: {
      kind: 'task',
      task,
      standing: {
        task: 'N9',
        period: 'Quý III 2024',
        status: 'overdue',
        told: true,
        lastDay: day('2024-09-12'),
        binding: true,
        isPast: true,
        question: null,
        completedOn: null,
        remindFrom: null,
        overdueFrom: day('2024-09-13'),
        workingDaysLeft: -2,
      },
    },
    cause: '',
    proposal: '',
    directive: '',
  };
}

function aDigest(fresh: readonly Alert[], more: Partial<Digest> = {}): Digest {
  return {
    asOf: day('2024-09-16'),
    period: 'Quý III 2024',
    previousMailOn: day('2024-09-10'),
    fresh,
    plans: [],
    answerBy: day('2024-09-20'),
    requests: fresh.filter(({ proposal }) => proposal !== '').map((alert, at) => ({ number: at + 1, alert, askedOn: null })),
    newRequests: 0,
    standing: [],
    carried: 0,
    muted: 0,
    published: [],
    isCalm: false,
    late: [],
    unchanged: { count: 0, longestDays: 0, titles: [] },
    settled: [],
    perhapsTold: [],
    keys: fresh.map(({ key }) => key),
    ...more,
  };
}

const DIGITIZED = notMet('Số hóa kết quả giải quyết TTHC', {
  numerator: 310,
  target: 75,
  cause: 'thiếu người nhập.',
  proposal: 'Bố trí thêm 01 người hỗ trợ số hóa đến hết tháng 10.',
});

it('late by a weekend only: no working day is counted', () => {
  const { about, ...rest } = overdue('Tự kiểm tra VBQPPL');
  const saturday = about.kind === 'task' ? { ...about, standing: { ...about.standing, workingDaysLeft: 0 } } : about;
  expect(sayMail(aDigest([{ ...rest, about: saturday }]), FRAME).text).toContain('• Quá hạn: Tự kiểm tra VBQPPL');
});

describe('the mail to the chairman', () => {
  it.each([
    ['Thiếu người nhập', 'thiếu người nhập'],
    ['UBND tỉnh chưa có hướng dẫn', 'UBND tỉnh chưa có hướng dẫn'],
    ['Gia Lương chưa có đường truyền', 'Gia Lương chưa có đường truyền'],
    ['Đề nghị cho lùi hạn', 'đề nghị cho lùi hạn'],
  ])('says the cause «%s» inside its sentence as «%s»', (cause, said) => {
    const { text } = sayMail(aDigest([notMet('Chỉ tiêu', { numerator: 310, target: 75, cause })]), FRAME);
    expect(text).toContain(`Nguyên nhân: ${said}.`);
  });

  it('says how many of those not met are near', () => {
    const near = notMet('Chỉ tiêu', { numerator: 370, target: 75 });
    const about =
      near.about.kind === 'indicator'
        ? { ...near.about, judgement: { ...near.about.judgement, verdict: 'nearly-met' as const } }
        : near.about;
    const { text } = sayMail(aDigest([DIGITIZED, { ...near, about }]), FRAME);
    expect(text).toContain('có thêm 02 chỉ tiêu chưa đạt (trong đó 01 chỉ tiêu gần đạt).');
  });

  it('reads as the office would write it', () => {
    const { subject, text } = sayMail(
      aDigest([DIGITIZED, overdue('Tự kiểm tra VBQPPL')], { unchanged: { count: 3, longestDays: 21, titles: ['A', 'B', 'B'] } }),
      FRAME,
    );
    expect(subject).toBe('01 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn – CCHC 16/9');
    expect(text.split('\n\n')).toEqual([
      'Kính gửi đồng chí Chủ tịch UBND xã: tính đến ngày 16/9/2024, so với thư ngày 10/9, có thêm 01 chỉ tiêu chưa đạt, 01 nhiệm vụ quá hạn.',
      'Xin ý kiến đồng chí 01 việc. Trả lời thư này: «Đồng ý 1».\n1. Số hóa kết quả giải quyết TTHC: bố trí thêm 01 người hỗ trợ số hóa đến hết tháng 10. Văn phòng – Thống kê, trả lời đến ngày 20/9.',
      '• Chưa đạt: Số hóa kết quả giải quyết TTHC (T1): đạt 62% (310/500), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên). Chủ trì: Văn phòng – Thống kê. Nguyên nhân: thiếu người nhập.',
      '• Quá hạn 02 ngày làm việc: Tự kiểm tra VBQPPL (N9), hạn 12/9/2024. Chủ trì: Tư pháp – Hộ tịch. Chưa nêu nguyên nhân.',
      'Đã báo, chưa thay đổi 03 nội dung, lâu nhất 21 ngày: A; B.',
      'Thư tự động từ bảng theo dõi CCHC, không phải văn bản hành chính. Trả lời thư này sẽ đến thường trực CCHC.',
    ]);
  });

  it.each<[string, Partial<Digest>, string]>([
    ['nothing stands', {}, 'Mọi việc bình thường'],
    [
      'rows are not entered and their day is ahead',
      { standing: [standing({ entryDueOn: day('2024-09-18') })] },
      'Mọi việc bình thường',
    ],
    [
      'rows are not entered and their day has passed',
      { standing: [standing({ entryDueOn: day('2024-09-12') })] },
      'Không có gì mới',
    ],
    ['something is muted', { muted: 1 }, 'Không có gì mới'],
    [
      'something told before stands',
      { unchanged: { count: 2, longestDays: 9, titles: ['A', 'B'] } },
      'Không có gì mới, 02 nội dung chưa thay đổi',
    ],
  ])('the weekly one says whether all is well: %s', (_, more, said) => {
    const { subject, text } = sayMail(aDigest([], { isCalm: true, ...more }), FRAME);
    expect(subject).toBe(`${said} – CCHC 16/9`);
    expect(text.split('\n\n')[0]?.toLowerCase()).toContain(`, ${said.toLowerCase()}.`);
  });

  it('says of what is not entered by which day it is to be', () => {
    const { text } = sayMail(aDigest([DIGITIZED], { standing: [standing({ entryDueOn: day('2024-09-12') })] }), FRAME);
    expect(text).toContain('Chưa nhập 02 nội dung, hạn nhập 12/9: Văn phòng – Thống kê 02.');
    expect(sayMail(aDigest([DIGITIZED], { standing: [standing({})] }), FRAME).text).toContain('Chưa nhập 02 nội dung: Văn phòng');
  });

  it('cuts the name of a matter and a request where they are long, so that a request is a few lines of a phone', () => {
    const long = 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và trả kết quả bằng hình thức trực tuyến';
    const asked = notMet(long, { numerator: 310, target: 75, proposal: `Bố trí thêm người ${'và máy '.repeat(40)}` });
    const line =
      sayMail(aDigest([asked]), FRAME)
        .text.split('\n')
        .find((each) => each.startsWith('1. ')) ?? '';
    expect(line).toContain('1. Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và trả kết…: bố trí thêm người và máy');
    expect(line.length).toBeLessThan(280);
  });

  it('tells another leader whom the requests are put to, and asks nothing', () => {
    const deputy: Person = { ...CHAIRMAN, roles: ['Phó Chủ tịch UBND xã'], isChairman: false, isInformed: true };
    const said = (of: Digest) => sayLetter({ person: deputy, digest: of, clerk: null, own: null, keys: [] }, FRAME).text;
    const text = said(aDigest([DIGITIZED]));
    expect(text).toContain('Kính gửi đồng chí Phó Chủ tịch UBND xã: tính đến ngày 16/9/2024');
    expect(text).toContain('Đang xin ý kiến đồng chí Chủ tịch UBND xã 01 việc.\n1. Số hóa kết quả');
    expect(text).not.toMatch(/Trả lời thư này: «|đề nghị đồng chí yêu cầu/u);
    expect(said(aDigest([overdue('Tự kiểm tra VBQPPL')]))).not.toContain('đề nghị đồng chí yêu cầu');
  });

  it('asks the chairman to ask when nobody proposed anything', () => {
    const { text } = sayMail(aDigest([overdue('Tự kiểm tra VBQPPL')]), FRAME);
    expect(text).toContain('Chưa có đề xuất; đề nghị đồng chí yêu cầu đơn vị chủ trì báo cáo.');
  });

  it('names the period and the day when it is the first', () => {
    const { text } = sayMail(aDigest([DIGITIZED], { previousMailOn: null }), FRAME);
    expect(text).toContain(
      'Kính gửi đồng chí Chủ tịch UBND xã: kỳ Quý III 2024, tính đến ngày 16/9/2024, có 01 chỉ tiêu chưa đạt.',
    );
  });

  it('marks what an earlier mail in doubt may have told', () => {
    const { text } = sayMail(aDigest([DIGITIZED], { perhapsTold: [DIGITIZED.key] }), {
      ...FRAME,
      doubtfulDays: [day('2024-09-13')],
    });
    expect(text).toContain('Thư ngày 13/9 chưa rõ đã đến đồng chí hay chưa');
    expect(text).toContain('Nguyên nhân: thiếu người nhập. (có thể đã báo)');
  });

  it('says twice that sample figures are not real', () => {
    const { subject, text } = sayMail(aDigest([DIGITIZED]), { ...FRAME, sample: true });
    expect(subject.startsWith('SỐ LIỆU MINH HỌA: ')).toBe(true);
    expect(text.startsWith('SỐ LIỆU MINH HỌA')).toBe(true);
  });

  it('says the good news at the end', () => {
    const settled: Settled[] = [
      { key: 'N7|2024-09-01|overdue', id: 'N7', title: 'Rà soát thủ tục', how: 'done', on: day('2024-09-12') },
      { key: 'N8|2024-09-01|overdue', id: 'N8', title: 'Báo cáo quý', how: 'moved', period: 'Quý III 2024' },
    ];
    const { text } = sayMail(aDigest([DIGITIZED], { settled }), FRAME);
    expect(text).toContain('Đã xong: Rà soát thủ tục (N7), đã hoàn thành ngày 12/9/2024.');
    expect(text).toContain('Thôi theo dõi: Báo cáo quý (N8), chuyển sang kỳ Quý III 2024.');
  });

  it('says the same in HTML, in bold what matters, and lets no cell become markup', () => {
    const hostile = notMet('<img src=x onerror="alert(1)"> & \'co\'', { numerator: 1, target: 75, cause: '</p><script>' });
    const { html, text } = sayMail(aDigest([hostile]), FRAME);
    const plain = html
      .replace(/<br>/gu, '\n')
      .replace(/<\/p>\n/gu, '\n\n')
      .replace(/<[^>]*>/gu, '')
      .trim()
      .split('\n\n');
    const decoded = plain.map((line) =>
      line
        .replace(/&lt;/gu, '<')
        .replace(/&gt;/gu, '>')
        .replace(/&quot;/gu, '"')
        .replace(/&#39;/gu, "'")
        .replace(/&amp;/gu, '&'),
    );
    expect(decoded).toEqual(text.split('\n\n'));
    expect(html).toContain('<b>• Chưa đạt:</b>');
    expect(html).not.toMatch(/<(img|script)/u);
  });

  it('keeps a line break in a cell from breaking the mail', () => {
    const broken = notMet('Tỷ lệ\nhồ sơ\r\nđúng hạn', { numerator: 1, target: 75 });
    const { subject, text } = sayMail(aDigest([broken]), FRAME);
    expect(subject).not.toMatch(/[\r\n]/u);
    expect(text).toContain('Tỷ lệ hồ sơ đúng hạn (T1)');
  });
});
