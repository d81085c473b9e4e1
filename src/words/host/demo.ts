import { sayCountLines } from './local.ts';

/** What the demonstration prints, and what the server says to who has no right address. */

export const DEMO_HELP = `Sổ CCHC – mở sổ trên máy này bằng một lệnh; chưa có sổ thì tạo sổ minh họa

Cách dùng:
  npm start -- [sổ.xlsx trong thư mục làm việc] [tùy chọn]

Tùy chọn:
  --once                  làm xong việc chính của sổ minh họa, in tóm tắt rồi dừng
  --sample 2024 | 2026    số liệu minh họa khi chưa có sổ: kế hoạch 2021 - 2025 (mặc định), kế hoạch 2026 - 2030 và năm 2026
  --workspace <thư mục>   nơi để sổ, báo cáo và thư; mặc định: workspace
  --today 20/06/2024      coi hôm nay là ngày này; mặc định: ngày của số liệu minh họa với sổ minh họa, ngày thật với sổ của đơn vị
  --port <số>             cổng của trang xem trên máy này; mặc định: 8080, bận thì chọn cổng kế tiếp và nói rõ
  --lan                   cho công chức trong mạng của cơ quan vào bằng điện thoại, máy khác, mỗi người một mã
  --cert, --key <tệp>     chứng thư và khóa (PEM) để mã hóa kết nối của --lan
  --no-open               không tự mở trình duyệt
  --help                  trang này
`;

export const DEMO_PAGE = {
  sample: 'SỐ LIỆU MINH HỌA',
  files: 'Tệp đã tạo',
  opening: 'Mở Sổ CCHC',
  notFound: 'Không có trang này. Đề nghị mở lại đúng địa chỉ mà chương trình đã in ra.',
} as const;

export const DEMO_SENTENCES = {
  making: 'Chưa có sổ, đang tạo từ Kế hoạch và số liệu minh họa…',
  asItIs: (name: string) =>
    `Mở sổ «${name}» như đang có: không chạy phần minh họa, không đánh giá lại, không tạo báo cáo, không gửi thư.`,
  serving: (address: string) => `Trang xem trên máy này: ${address}\nNhấn Ctrl+C để dừng.`,
  otherPort: (wanted: number, port: number) => `Cổng ${wanted} đang bận nên dùng cổng ${port}; địa chỉ lần này khác mọi lần.`,
  sample: (text: string, years: readonly string[]) => `Không có số liệu minh họa «${text}». Có: ${years.join(', ')}.`,
  port: (text: string) => `«${text}» không phải là số cổng (1–65535).`,
} as const;

/** Demonstrations beside the office's own workbook. */
export const SAMPLE_WORDS = {
  file: (year: string): string => `minh-hoa-${year}.xlsx`,
  notMade: 'Chưa tạo được sổ minh họa. Đề nghị kiểm tra dung lượng, quyền ghi của thư mục rồi thử lại.',
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
    `Kế hoạch: ${plan.indicators} chỉ tiêu, ${plan.tasks} nhiệm vụ, ${plan.duties === 0 ? '' : `${plan.duties} nhiệm vụ thường niên của Chủ tịch UBND, `}${plan.statistics} số liệu thống kê.`,
    `Kỳ báo cáo: ${period}.`,
    ...sayCountLines(counts),
    ...report,
    ...mail,
  ];
}
