import { sayCountLines } from './local.ts';

/** What the demonstration prints, and what the server says to who has no right address. */

export const DEMO_HELP = `Sổ CCHC – mở sổ trên máy này bằng một lệnh; chưa có sổ thì tạo sổ minh họa

Cách dùng:
  npm start -- [tùy chọn]

Tùy chọn:
  --once                  làm xong việc chính của sổ minh họa, in tóm tắt rồi dừng
  --workspace <thư mục>   nơi để sổ, báo cáo và thư; mặc định: workspace
  --today 20/06/2024      coi hôm nay là ngày này; mặc định: ngày 20/06/2024 với sổ minh họa, ngày thật với sổ của đơn vị
  --port <số>             cổng của trang xem trên máy này; mặc định: 8080, bận thì chọn cổng khác
  --help                  trang này
`;

export const DEMO_PAGE = {
  sample: 'SỐ LIỆU MINH HỌA',
  files: 'Tệp đã tạo',
  notFound: 'Không có trang này. Đề nghị mở lại đúng địa chỉ mà chương trình đã in ra.',
} as const;

export const DEMO_SENTENCES = {
  making: 'Chưa có sổ, đang tạo từ Kế hoạch và số liệu minh họa…',
  asItIs: (name: string) =>
    `Mở sổ «${name}» như đang có: không chạy phần minh họa, không đánh giá lại, không tạo báo cáo, không gửi thư.`,
  serving: (address: string) => `Trang xem trên máy này: ${address}\nNhấn Ctrl+C để dừng.`,
  port: (text: string) => `«${text}» không phải là số cổng (1–65535).`,
} as const;

export type DemoFacts = {
  readonly day: string;
  readonly period: string;
  readonly plan: { readonly indicators: number; readonly tasks: number; readonly duties: number; readonly statistics: number };
  readonly counts: Parameters<typeof sayCountLines>[0];
  readonly report: readonly string[];
  readonly mail: readonly string[];
};

/** The summary, line by line. */
export function sayDemo({ day, period, plan, counts, report, mail }: DemoFacts): string[] {
  return [
    `Ngày minh họa: ${day}. Sổ chứa ${DEMO_PAGE.sample}.`,
    `Kế hoạch: ${plan.indicators} chỉ tiêu, ${plan.tasks} nhiệm vụ, ${plan.duties} nhiệm vụ thường niên của Chủ tịch UBND, ${plan.statistics} số liệu thống kê.`,
    `Kỳ báo cáo: ${period}.`,
    ...sayCountLines(counts),
    ...report,
    ...mail,
  ];
}
