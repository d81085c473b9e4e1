/** What the command line prints of the daily run. */
export const DAILY_SENTENCES = {
  good: 'Lượt chạy hằng ngày đã xong.',
  broken: 'Không mở được sổ. Đặt CCHC_LOG=1 rồi chạy lại để xem nhật ký kỹ thuật.',
  trouble: (sentence: string) => `Lượt chạy hằng ngày CHƯA XONG: ${sentence}`,
} as const;

/** What became of a letter, as the command line prints it. */
export const MAIL_SENTENCES = {
  sent: (subject: string) => `Đã gửi thư: ${subject}`,
  filed: (subject: string) => `Đã ghi thư vào thư mục thu/ (chưa gửi đi): ${subject}`,
  to: (to: string, said: string) => `- ${to}: ${said}`,
  preview: (subject: string) => `Xem trước thư: ${subject}`,
  'nothing-new': () => 'Không có gì mới so với thư trước, không gửi thư.',
  'off-until-first-close': () => 'Chưa chốt kỳ nào nên chưa gửi thư; dùng --preview để xem trước.',
  'no-recipient': () => 'Chưa có địa chỉ thư điện tử của người nhận ở trang «Phân công», không gửi thư.',
  'no-quota': () => 'Đã hết số thư được gửi trong ngày, chưa gửi thư.',
  'in-doubt': () => 'Chưa rõ thư trước đã gửi hay chưa; không tự gửi lại. Đề nghị xem trang «Thư đã gửi».',
  failed: () => 'Không gửi được thư. Đề nghị xem trang «Thư đã gửi».',
  queued: (count: string) => `Còn ${count} thư chưa gửi, chờ lượt chạy sau.`,
  busy: () => 'Một lượt gửi thư khác đang chạy, không gửi thư.',
} as const;
