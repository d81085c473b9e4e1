import type { Day } from '../../domain/core/day.ts';
import type { Alert } from '../../domain/mail/alert.ts';
import type { LedgerMail } from '../../domain/mail/mail-history.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { MAIL_STATE_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import { asHtml, asText, bare, type Line, plain, type SaidMail, strong, upper } from './mail-lines.ts';
import { roleName } from './reminder-mail.ts';

/** The page about mails: what the chairman is asked, what was sent, and a letter to oneself. */
export const LETTERS_WORDS = {
  requests: 'Xin ý kiến Chủ tịch',
  noRequests: 'Không có việc nào chờ ý kiến.',
  asked: (day: string): string =>
    day === '' ? 'Chưa có thư nào xin ý kiến.' : `Số thứ tự theo thư ngày ${day}; Chủ tịch trả lời, ví dụ «Đồng ý 1, 3».`,
  opinion: 'Ý kiến chỉ đạo',
  agreed: 'Đồng ý',
  record: 'Ghi ý kiến',
  chooseFirst: 'Đề nghị chọn ít nhất một việc.',
  deliveries: 'Thư đã gửi',
  noDeliveries: 'Chưa gửi thư nào.',
  waiting: 'Sẽ gửi ở lượt chạy tới',
  noneWaiting: 'Không có thư nào đang chờ.',
  more: (count: number): string => `Còn ${sayCount(count)} thư cũ hơn ở trang Thư đã gửi.`,
  test: 'Gửi thử một thư cho tôi',
} as const;

export const OPINION_WORDS = {
  noRow: (id: string, period: string): string =>
    `Không ghi được: dòng ${id}, kỳ ${period} không có hoặc không duy nhất. Đề nghị mở trang nhập và ghi ô Ý kiến chỉ đạo.`,
  closed: (period: string): string => `Không ghi được: kỳ ${period} đã chốt. Đề nghị mở kỳ tiếp theo rồi ghi.`,
  blank: 'Đề nghị nhập ý kiến chỉ đạo.',
  recorded: (count: number): string => `Đã ghi ý kiến vào ${sayCount(count)} dòng.`,
  note: 'ghi ý kiến chỉ đạo của người nhận thư',
} as const;

export const TEST_MAIL_WORDS = {
  noAddress: 'Không gửi thử được: chưa biết địa chỉ thư của người đang dùng. Đề nghị ghi Thư điện tử ở trang Phân công.',
  sent: (to: string): string => `Đã gửi thư thử đến ${to}. Đề nghị mở hộp thư để kiểm tra, kể cả mục thư rác.`,
  failed: 'Không gửi được thư thử. Đề nghị xem trang Thư đã gửi.',
  'in-doubt': 'Chưa rõ thư thử đã đi hay chưa. Đề nghị mở hộp thư để kiểm tra.',
  'no-quota': 'Đã hết số thư được gửi trong ngày.',
  busy: 'Một lượt gửi thư khác đang chạy, đề nghị thử lại sau.',
  already: 'Hôm nay đã gửi thư thử rồi.',
} as const;

/** «Bố trí thêm 01 người. Tư pháp – Hộ tịch đề xuất; về: Tỷ lệ hồ sơ đúng hạn (T1).» */
export function sayRequest({ about, proposal }: Alert): string {
  const row = about.kind === 'indicator' ? about.indicator : about.task;
  return `${upper(bare(proposal))}. ${roleName(row.lead)} đề xuất, về: ${bare(row.title)} (${row.id}).`;
}

export function sayDelivery({ day, recipient }: Pick<LedgerMail, 'day' | 'recipient'>): string {
  return `${sayDay(day)}, ${bare(recipient)}`;
}

/** The state as the tab has it, with the note beside it. */
export function sayState(state: keyof typeof MAIL_STATE_LABELS, note: string): string {
  return note.trim() === '' ? `${MAIL_STATE_LABELS[state]}.` : `${MAIL_STATE_LABELS[state]}. ${bare(note)}.`;
}

/** A letter to oneself, which tells nothing of the plan. */
export function sayTestMail({
  day,
  minutes,
  unit,
}: {
  readonly day: Day;
  readonly minutes: number;
  readonly unit: string;
}): SaidMail {
  const lines: Line[] = [
    [strong('Thư thử của bảng theo dõi CCHC.')],
    [
      plain(
        `Gửi lúc ${sayTime(minutes)} ngày ${sayDay(day)}${unit === '' ? '' : `, ${bare(unit)}`}. Nhận được thư này là việc gửi thư hoạt động.`,
      ),
    ],
  ];
  return { subject: `Thư thử CCHC ${sayDay(day)}`, text: asText(lines), html: asHtml(lines) };
}
